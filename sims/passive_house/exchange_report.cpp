#include "sims/passive_house/exchange_report.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "sims/passive_house/exchange_sketch.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/view_year_board.h"
#include "sims/passive_house/view_year_sheet.h"

namespace pt {
namespace {

constexpr double margin = 18, rowHeight = 5.2;  // mm
constexpr double textSize = 3.2, headSize = 4.2;

std::string say(const Words& words, const std::string& key, const Args& args = {}) {
    return words("passive_house.year.report." + key, args);
}

// Rows from the top of a column downwards.
class Sheet {
public:
    Sheet(PaperPage& page, double left, double right, double top)
        : page_(page), left_(left), right_(right), y_(top) {}

    void head(const std::string& text) {
        y_ -= 3;
        page_.text({left_, y_ - headSize}, text, headSize, Align::left, true);
        y_ -= headSize + 2.2;
        page_.line({left_, y_}, {right_, y_}, 0.3);
    }
    // Cells at these places, mm from the left; the last one ends at the right edge.
    void row(const std::vector<std::string>& cells, const std::vector<double>& at,
             bool strong = false) {
        y_ -= rowHeight;
        for (size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].empty()) continue;
            const bool last = i + 1 == cells.size() && cells.size() > 1;
            page_.text({last ? right_ : left_ + at[i], y_ + 1.2}, cells[i], textSize,
                       last ? Align::right : Align::left, strong);
        }
    }
    void rule() { page_.line({left_, y_ - 0.6}, {right_, y_ - 0.6}, 0.15); }
    double y() const { return y_; }
    PaperPage& page() { return page_; }
    double left() const { return left_; }
    double right() const { return right_; }

private:
    PaperPage& page_;
    double left_, right_, y_;
};

std::string layerName(const HouseLayer& layer, const Words& words) {
    const std::string name = words("passive_house.material." + layer.material);
    if (layer.thickness <= 0) return name;
    return name + " " + words.quantity(layer.thickness, unit("cm"), layer.thickness < 0.1 ? 2 : 3);
}

// Broken between layers into lines of at most so many letters.
std::vector<std::string> layerLines(const HouseConstruction& construction, const Words& words) {
    constexpr size_t letters = 74;
    std::vector<std::string> lines(1);
    for (const HouseLayer& layer : construction.layers) {
        const std::string name = layerName(layer, words);
        if (!lines.back().empty() && lines.back().size() + name.size() + 2 > letters)
            lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : ", ") + name;
    }
    return lines;
}

void writeParts(Sheet& sheet, const PassiveHouse& model, const Words& words) {
    const House& house = model.house();
    const std::vector<double> at{0, 24};
    sheet.head(say(words, "parts"));
    for (const Part part : {Part::wall, Part::roof, Part::floor}) {
        const std::vector<std::string> lines = layerLines(house.part(part), words);
        for (size_t i = 0; i < lines.size(); ++i) {
            const std::string name =
                say(words, std::string("part.") + partKeys[static_cast<size_t>(part)]);
            const double u = uValueOf(house, part, *model.weather());
            sheet.row({i == 0 ? name : "", lines[i],
                       i == 0 ? "U = " + words.quantity(u, unit("W/(m2 K)")) : ""},
                      at);
        }
    }
    // Windows with the same glass and frame together.
    std::map<std::pair<std::string, std::string>, std::pair<double, double>> kinds;  // m², W/K
    for (const HouseWindow& window : house.windows) {
        auto& [area, loss] = kinds[{window.glazing, window.frame}];
        area += window.width * window.height;
        loss += window.width * window.height * windowU(window);
    }
    for (const auto& [kind, sums] : kinds)
        sheet.row({say(words, "part.window"),
                   say(words, "window",
                       {{"glazing", words("passive_house.glazing." + kind.first)},
                        {"frame", words("passive_house.frame." + kind.second)},
                        {"area", words.quantity(sums.first, unit("m2"))}}),
                   "U = " + words.quantity(sums.second / sums.first, unit("W/(m2 K)"))},
                  at);
}

// In the units that people know: kWh/m², h⁻¹, share of hours.
std::string criterionWords(const Words& words, const std::string& key, double value) {
    if (!std::isfinite(value)) return "–";
    if (key == "airtightness") return words.quantity(value, unit("1/h"), 2);
    if (key == "overheating") return percentWords(words, value);
    return brief(words, unit("kWh").fromSi(value)) + "\u202fkWh/m²";
}

void writeCriteria(Sheet& sheet, const PassiveHouse& model, const Words& words) {
    const std::vector<double> at{0, 42, 68, 88};
    sheet.head(say(words, "criteria"));
    for (const Criterion& criterion : model.criteria())
        sheet.row({say(words, "criterion." + criterion.key),
                   criterionWords(words, criterion.key, criterion.value),
                   say(words, "at_most",
                       {{"limit", criterionWords(words, criterion.key, criterion.limit)}}),
                   say(words, criterion.met ? "met" : "not_met")},
                  at, criterion.met);
    sheet.row({say(words, "load"),
               brief(words, model.year()->heatingLoad / model.year()->floorArea) + "\u202fW/m²",
               say(words, "at_most", {{"limit", "10\u202fW/m²"}}), ""},
              at);
}

// A bar behind each number of one side of the balance.
void writeFlows(Sheet& sheet, const HeatBalance& year, bool in, const Words& words) {
    const double room = sheet.right() - sheet.left() - 46, through = year.throughput();
    for (const BalancePart& part : balanceParts()) {
        const double heat = in ? heatOf(year, part) : -heatOf(year, part);
        if (through <= 0 || heat < 5e-4 * through) continue;
        sheet.row({yearSay(words, std::string("part.") + part.key), energyWords(words, heat)}, {0});
        PaperLine bar;
        const Vec low(sheet.left() + 27, sheet.y() + 0.9);
        bar.points = {low, low + Vec(room * heat / through, 0),
                      low + Vec(room * heat / through, 2.8), low + Vec(0, 2.8)};
        bar.closed = true;
        bar.width = 0.15;
        bar.fill = in ? 0.55 : 0.8;
        sheet.page().lines.push_back(std::move(bar));
    }
}

void writeBills(Sheet& sheet, const PassiveHouse& model, const YearResult& year,
                const Words& words) {
    const std::vector<double> at{0, 28, 52, 0};
    sheet.head(say(words, "energy"));
    const auto cells = [&](const std::string& name, double energy, double cost, double co2) {
        return std::vector<std::string>{name, energyWords(words, energy),
                                        "€\u202f" + whole(words, cost),
                                        whole(words, co2) + "\u202fkg"};
    };
    sheet.row({"", say(words, "column.energy"), say(words, "column.cost"), "CO2"}, at);
    Bill total{"", false, 0, 0, 0};
    for (const Bill& bill : billsOf(model.use(), year.use)) {
        total.cost += bill.cost;
        total.co2 += bill.co2;
        total.energy += bill.energy;
        if (bill.energy == 0) continue;
        sheet.row(
            cells(yearSay(words, std::string("use.") + bill.key), bill.energy, bill.cost, bill.co2),
            at);
    }
    sheet.rule();
    sheet.row(cells(yearSay(words, "costs.total"), total.energy, total.cost, total.co2), at, true);
}

void writeAir(Sheet& sheet, const PassiveHouse& model, const Words& words) {
    const HouseUse& use = model.use();
    sheet.head(say(words, "air"));
    const std::vector<double> at{0};
    const auto named = [&](const char* choice, const char* option) {
        return words(fmt::format("passive_house.{}.{}", choice, option));
    };
    sheet.row({say(words, "n50"), words.quantity(use.n50, unit("1/h"), 2)}, at);
    sheet.row({words("passive_house.ventilation"),
               named("ventilation", ventilationKeys[use.ventilation])},
              at);
    if (use.ventilationKind() != VentilationKind::none)
        sheet.row({say(words, "rate"), words.quantity(use.ventilationRate, unit("m3/h"))}, at);
    if (use.ventilationKind() == VentilationKind::balanced)
        sheet.row({say(words, "recovery"), percentWords(words, use.heatRecovery)}, at);
    sheet.row({words("passive_house.heating"), named("heating", heatingKeys[use.heating])}, at);
    sheet.row({say(words, "setpoint"), words.quantity(use.setpoint, unit("°C"))}, at);
    sheet.row({say(words, "persons"), whole(words, use.persons)}, at);
}

std::string factsOf(const PassiveHouse& model, const Words& words) {
    const House& house = model.house();
    return say(words, "facts",
               {{"width", words.quantity(house.width, unit("m"))},
                {"depth", words.quantity(house.depth, unit("m"))},
                {"storeys", std::to_string(house.storeys)},
                {"area", words.quantity(house.floorArea(), unit("m2"))},
                {"weather", model.weather()->site.name}});
}

}  // namespace

PaperPage reportPage(const PassiveHouse& model, const YearResult& year, const Words& words) {
    PaperPage page;
    const double right = page.size.x - margin, middle = page.size.x / 2, gutter = 5;
    double y = page.size.y - margin - 7;
    page.text({margin, y}, say(words, "title"), 7, Align::left, true);
    page.text({margin, y - 7}, factsOf(model, words), 3.5);
    y = drawFacades(page, model.house(), words, {margin, y - 13}, {right - margin, 42});
    Sheet parts(page, margin, right, y);
    writeParts(parts, model, words);
    Sheet criteria(page, margin, right, parts.y() - 2);
    writeCriteria(criteria, model, words);
    Sheet gains(page, margin, middle - gutter, criteria.y() - 2);
    gains.head(say(words, "gains", {{"heat", energyWords(words, year.year.throughput())}}));
    writeFlows(gains, year.year, true, words);
    Sheet losses(page, middle + gutter, right, criteria.y() - 2);
    losses.head(say(words, "losses"));
    writeFlows(losses, year.year, false, words);
    const double next = std::min(gains.y(), losses.y()) - 2;
    Sheet air(page, margin, middle - gutter, next);
    writeAir(air, model, words);
    Sheet bills(page, middle + gutter, right, next);
    writeBills(bills, model, year, words);
    const double through = std::max(year.year.throughput(), 1e-9);
    page.text(
        {margin, margin - 6},
        say(words, "made",
            {{"residual",
              percentWords(words, std::max(std::fabs(year.year.residual()) / through, 1e-4))}}),
        2.8);
    return page;
}

}  // namespace pt
