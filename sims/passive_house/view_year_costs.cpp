// Energy, cost and CO₂ of the year, use by use, and the variants of the house side by side.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/units/unit.h"
#include "sims/passive_house/view_year_bars.h"
#include "sims/passive_house/view_year_charts.h"

namespace pt {
namespace {

struct UseLook {
    const char* key;
    Ink ink;
    bool hatch;
};
constexpr UseLook uses[] = {
    {"heating", Ink::series2, false},   {"hot_water", Ink::series4, false},
    {"fans", Ink::series3, false},      {"cooling", Ink::series1, false},
    {"appliances", Ink::series6, true}, {"solar_power", Ink::series5, true}};

Style lookOf(const std::string& key) {
    for (const UseLook& use : uses)
        if (use.key == key) return use.hatch ? hatchOf(use.ink) : fillOf(use.ink);
    return fillOf(Ink::inkSoft);
}

std::string euros(const Words& words, double value) { return "€\u202f" + whole(words, value); }
std::string kilograms(const Words& words, double value) { return whole(words, value) + "\u202fkg"; }

std::vector<BarCell> cellsOf(const Words& words, const Bill& bill) {
    return {{unit("kWh").fromSi(bill.energy), energyWords(words, bill.energy), "", false, false},
            {bill.cost, euros(words, bill.cost), "", false, false},
            {bill.co2, kilograms(words, bill.co2), "", false, false}};
}

Bill totalOf(const std::vector<Bill>& bills) {
    Bill total;
    for (const Bill& bill : bills) {
        total.energy += bill.energy;
        total.cost += bill.cost;
        total.co2 += bill.co2;
    }
    return total;
}

// A number of a variant: how it is written, whether less is better.
struct Metric {
    const char* key;
    double YearVariant::*value;
    const char* unit;
};
constexpr Metric metrics[] = {{"demand", &YearVariant::heatingDemand, "kWh/m2"},
                              {"peak", &YearVariant::peakHeating, "W/m2"},
                              {"warm", &YearVariant::hoursAbove25, "%"},
                              {"cost", &YearVariant::cost, "euro"},
                              {"co2", &YearVariant::co2, "kg"}};

// "−12", "+3", "gelijk": against the present design, in words too.
std::string differenceOf(const Words& words, double change) {
    if (brief(words, change) == "0") return yearSay(words, "variants.same");
    return (change > 0 ? "+" : "") + brief(words, change);
}

BarCell cellOf(const Words& words, const Metric& metric, const YearVariant& variant,
               const YearVariant& first) {
    const Unit in = unit(metric.unit);
    const double value = in.fromSi(variant.*metric.value);
    BarCell cell{value, std::isfinite(value) ? brief(words, value) : "–", "", false, false};
    if (&variant == &first || !std::isfinite(value)) return cell;
    const double change = value - in.fromSi(first.*metric.value);
    if (!std::isfinite(change)) return cell;
    cell.change = differenceOf(words, change);
    cell.better = change < 0;
    cell.worse = change > 0;
    return cell;
}

}  // namespace

void drawCosts(Board& board, const Box& box, const YearSheet& sheet) {
    const Words& words = board.words();
    const Box below = drawTitle(board, box, yearSay(words, "costs"));
    BarTable table;
    for (const char* column : {"energy", "cost", "co2"})
        table.columns.push_back(yearSay(words, std::string("costs.") + column));
    for (const Bill& bill : sheet.bills) {
        if (bill.energy == 0) continue;
        table.rows.push_back({yearSay(words, "use." + bill.key),
                              yearSay(words, bill.gas ? "costs.gas" : "costs.electricity"), false,
                              lookOf(bill.key), cellsOf(words, bill)});
    }
    table.rows.push_back({yearSay(words, "costs.total"), "", true, fillOf(Ink::ink),
                          cellsOf(words, totalOf(sheet.bills))});
    drawBars(board, below.inset(0, legendRoom, 0, 4), table);
    const auto price = [&](double value) { return words.number(value * 3.6e6, 2); };
    board.text(
        {box.low.x, box.low.y + 8},
        yearSay(words, "costs.prices",
                {{"electricity", price(sheet.electricityPrice)}, {"gas", price(sheet.gasPrice)}}),
        Align::left, Ink::inkSoft);
}

void drawVariants(Board& board, const Box& box, const YearSheet& sheet) {
    const Words& words = board.words();
    const Box below = drawTitle(board, box, yearSay(words, "variants"));
    BarTable table;
    for (const Metric& metric : metrics)
        table.columns.push_back(yearSay(words, std::string("variants.") + metric.key));
    for (const YearVariant& variant : sheet.variants) {
        BarRow row;
        row.name = variant.key.empty() ? variant.name : yearSay(words, "variants." + variant.key);
        row.strong = &variant == &sheet.variants.front();
        row.style = row.strong ? fillOf(Ink::accent) : hatchOf(Ink::inkSoft);
        for (const Metric& metric : metrics)
            row.cells.push_back(cellOf(words, metric, variant, sheet.variants.front()));
        table.rows.push_back(std::move(row));
    }
    drawBars(board, below.inset(0, legendRoom, 0, 4), table);
    board.text({box.low.x, box.low.y + 8},
               yearSay(words, sheet.variants.size() > 1 ? "variants.against" : "variants.alone"),
               Align::left, Ink::inkSoft);
}

}  // namespace pt
