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

std::vector<BarCell> cellsOf(const Words& words, const Bill& bill) {
    const auto cell = [&](double value) {
        return BarCell{value, whole(words, value), "", Change::none};
    };
    return {cell(unit("kWh").fromSi(bill.energy)), cell(bill.cost), cell(bill.co2)};
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

// A number of a variant that is the better the less it is.
struct Metric {
    const char* key;
    double Figures::*value;
    const char* unit;
};
constexpr Metric metrics[] = {{"demand", &Figures::heatingDemand, "kWh/m2"},
                              {"cost", &Figures::cost, "euro"},
                              {"co2", &Figures::co2, "kg"},
                              {"warm", &Figures::overheating, "%"},
                              {"load", &Figures::heatingLoad, "W/m2"}};

// "−12", "+3", "gelijk": against the present design, in words too.
std::string differenceOf(const Words& words, double change) {
    if (brief(words, change) == "0") return yearSay(words, "variants.same");
    return (change > 0 ? "+" : "") + brief(words, change);
}

BarCell cellOf(const Words& words, const Metric& metric, const YearVariant& variant,
               const YearVariant& first) {
    const Unit in = unit(metric.unit);
    const double value = in.fromSi(variant.figures.*metric.value);
    BarCell cell{value, std::isfinite(value) ? brief(words, value) : "–", "", Change::none};
    if (&variant == &first || !std::isfinite(value)) return cell;
    const double change = value - in.fromSi(first.figures.*metric.value);
    if (!std::isfinite(change)) return cell;
    cell.change = differenceOf(words, change);
    if (cell.change != yearSay(words, "variants.same"))
        cell.way = change < 0 ? Change::better : Change::worse;
    return cell;
}

}  // namespace

void drawCosts(Board& board, const BoardBox& box, const YearSheet& sheet) {
    const Words& words = board.words();
    const BoardBox below = drawTitle(board, box, "costs");
    BarTable table;
    for (const auto& [column, in] :
         {std::pair{"energy", "kWh"}, std::pair{"cost", "€"}, std::pair{"co2", "kg"}})
        table.columns.push_back({yearSay(words, std::string("costs.") + column), in});
    for (const Bill& bill : sheet.bills) {
        if (bill.energy == 0) continue;
        table.rows.push_back({yearSay(words, std::string("use.") + bill.key),
                              yearSay(words, bill.gas ? "costs.gas" : "costs.electricity"), false,
                              lookOf(bill.key), cellsOf(words, bill)});
    }
    table.rows.push_back({yearSay(words, "costs.total"), "", true, fillOf(Ink::ink),
                          cellsOf(words, totalOf(sheet.bills))});
    drawBars(board, below.inset(0, legendRoom, 0, 4), table);
    const auto price = [&](double value) { return words.number(value * 3.6e6, 2); };
    board.text(
        {box.low.x, box.low.y + 8},
        yearFit(words, "costs.prices", box.width(),
                {{"electricity", price(sheet.electricityPrice)}, {"gas", price(sheet.gasPrice)}}),
        Align::left, Ink::inkSoft);
}

void drawVariants(Board& board, const BoardBox& box, const YearSheet& sheet) {
    const Words& words = board.words();
    const BoardBox below = drawTitle(board, box, "variants");
    BarTable table;
    for (const Metric& metric : metrics)
        table.columns.push_back({yearSay(words, std::string("variants.") + metric.key),
                                 yearSay(words, std::string("variants.") + metric.key + ".unit")});
    for (const YearVariant& variant : sheet.variants) {
        BarRow row;
        row.name = variant.name.empty() ? yearSay(words, std::string("variants.") + variant.key)
                                        : variant.name;
        row.strong = &variant == &sheet.variants.front();
        row.style = row.strong ? fillOf(Ink::accent) : hatchOf(Ink::inkSoft);
        for (const Metric& metric : metrics)
            row.cells.push_back(cellOf(words, metric, variant, sheet.variants.front()));
        table.rows.push_back(std::move(row));
    }
    drawBars(board, below.inset(0, legendRoom, 0, 4), table);
    board.text({box.low.x, box.low.y + 8},
               yearFit(words, sheet.variants.size() > 1 ? "variants.against" : "variants.alone",
                       box.width()),
               Align::left, Ink::inkSoft);
}

}  // namespace pt
