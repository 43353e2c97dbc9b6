#include "sims/passive_house/exchange_csv.h"

#include <cmath>
#include <vector>

#include "engine/units/csv_row.h"
#include "engine/units/unit.h"
#include "sims/passive_house/view_year_calendar.h"
#include "sims/passive_house/view_year_sheet.h"

namespace pt {
namespace {

std::string say(const Words& words, const std::string& key) {
    return words("passive_house.year." + key);
}

CsvStyle styleOf(const Words& words) {
    return words.language() == Language::nl ? CsvStyle::dutch : CsvStyle::standard;
}

// To so many decimals: what the computation is worth.
std::string rounded(double value, double decimals, CsvStyle style) {
    return csvNumber(std::floor(value * decimals + 0.5) / decimals, style);
}

struct HourColumn {
    const char* key;
    std::vector<float> YearResult::*values;
    double decimals;
};
constexpr HourColumn hourColumns[] = {{"outdoors", &YearResult::outdoors, 100},
                                      {"air", &YearResult::air, 100},
                                      {"operative", &YearResult::operative, 100},
                                      {"sunspace", &YearResult::sunspaceAir, 100},
                                      {"heating", &YearResult::heating, 10},
                                      {"cooling", &YearResult::cooling, 10},
                                      {"solar", &YearResult::solar, 10},
                                      {"gains", &YearResult::gains, 10},
                                      {"sun", &YearResult::sun, 10}};

std::vector<std::string> balanceCells(const std::string& name, const HeatBalance& balance,
                                      CsvStyle style) {
    const auto kWh = [&](double joule) { return rounded(unit("kWh").fromSi(joule), 1000, style); };
    std::vector<std::string> row{name};
    for (const BalancePart& part : balanceParts()) row.push_back(kWh(heatOf(balance, part)));
    row.push_back(kWh(balance.throughput()));
    row.push_back(kWh(balance.residual()));
    return row;
}

}  // namespace

std::string hoursCsv(const YearResult& year, const Words& words) {
    const CsvStyle style = styleOf(words);
    std::vector<std::string> row{say(words, "csv.day"), say(words, "csv.month"),
                                 say(words, "csv.hour")};
    std::vector<HourColumn> columns;
    for (const HourColumn& column : hourColumns)
        if (!(year.*column.values).empty()) columns.push_back(column);
    for (const HourColumn& column : columns)
        row.push_back(say(words, std::string("csv.") + column.key));
    std::string csv = csvStart(style) + csvRow(row, style);
    for (int hour = 0; hour < hoursAYear; ++hour) {
        const int day = hour / 24, month = monthOfDay(day);
        row = {std::to_string(day - monthStarts[static_cast<size_t>(month)] + 1),
               std::to_string(month + 1), std::to_string(hour % 24)};
        for (const HourColumn& column : columns)
            row.push_back(
                rounded(static_cast<double>((year.*column.values)[static_cast<size_t>(hour)]),
                        column.decimals, style));
        csv += csvRow(row, style);
    }
    return csv;
}

std::string monthsCsv(const YearResult& year, const Words& words) {
    const CsvStyle style = styleOf(words);
    std::vector<std::string> row{say(words, "csv.month")};
    for (const BalancePart& part : balanceParts())
        row.push_back(say(words, std::string("part.") + part.key) + " (kWh)");
    row.push_back(say(words, "csv.in") + " (kWh)");
    row.push_back(say(words, "csv.residual") + " (kWh)");
    std::string csv = csvStart(style) + csvRow(row, style);
    for (int month = 0; month < 12; ++month)
        csv += csvRow(
            balanceCells(monthName(words, month), year.months[static_cast<size_t>(month)], style),
            style);
    return csv + csvRow(balanceCells(say(words, "csv.year"), year.year, style), style);
}

}  // namespace pt
