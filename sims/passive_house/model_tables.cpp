// Lists, charts and the Passive House panel.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sims/passive_house/bestest.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/model.h"
#include "sims/passive_house/presets.h"

namespace pt {
namespace {

constexpr double aYear = 365.0 * 86400;

template <class T>
std::vector<std::string> keysOf(std::span<const T> all) {
    std::vector<std::string> keys;
    for (const T& one : all) keys.push_back(one.key);
    return keys;
}

std::vector<std::string> materialKeys() {
    std::vector<std::string> keys = keysOf(buildingMaterials());
    keys.push_back("own");
    return keys;
}

std::vector<std::string> glazingKeys() {
    std::vector<std::string> keys;
    for (const GlazingType& type : glazingTypes()) keys.push_back(type.key);
    return keys;
}

// As Words takes a quantity.
std::string written(double si, const char* symbol) {
    if (!std::isfinite(si)) return "…";
    return fmt::format("#{:.3g} {}", unit(symbol).fromSi(si), symbol);
}

const char* unitOf(const std::string& criterion) {
    if (criterion == "airtightness") return "1/h";
    return criterion == "overheating" ? "%" : "kWh/m²";
}

CheckRow checkRow(const Criterion& criterion, const YearResult* year) {
    CheckRow row;
    row.key = criterion.key;
    row.known = std::isfinite(criterion.value);
    row.met = row.known && criterion.met;
    row.value = criterion.value;
    row.limit = criterion.limit;
    const char* symbol = unitOf(criterion.key);
    row.unit = unit(symbol);
    row.args = Json::object()
                   .set("value", written(criterion.value, symbol))
                   .set("limit", written(criterion.limit, symbol));
    if (criterion.key != "heating") return row;
    const double load = year ? year->heatingLoad / year->floorArea : NAN;
    row.args.set("load", written(load, "W/m²")).set("most_load", written(mostHeatingLoad, "W/m²"));
    return row;
}

Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(); }

TableColumn fixedNumber(const char* key, const char* in) {
    return {key, false, unit(in), {}, false, {}, {}};
}
TableColumn number(const char* key, const char* in, double least, double most) {
    return {key, false, unit(in), {}, true, {least, most, 0}, {}};
}
TableColumn word(const char* key, std::vector<std::string> options, bool editable) {
    return {key, true, {}, std::move(options), editable, {}, {}};
}

}  // namespace

std::vector<TableRow> PassiveHouse::layerRows() const {
    std::vector<TableRow> rows;
    if (!weather_) return rows;
    for (size_t p = 0; p < partKeys.size(); ++p) {
        const auto part = static_cast<Part>(p);
        if (part == Part::common && !house_.hasSunspace()) continue;
        const std::string item =
            part == Part::wall || part == Part::common ? "wall.south" : partKeys[p];
        for (size_t i = 0; i < house_.parts[p].layers.size(); ++i) {
            const HouseLayer& layer = house_.parts[p].layers[i];
            HouseConstruction alone;
            alone.layers = {layer};
            const BuildingLayer made = layersOf(alone).layers.front();
            const bool massless = made.resistance > 0;
            rows.push_back({std::string(partKeys[p]) + "." + std::to_string(i + 1),
                            item,
                            {partKeys[p], layer.material, layer.thickness,
                             massless ? Json() : Json(made.conductivity),
                             massless ? made.resistance : made.thickness / made.conductivity}});
        }
    }
    return rows;
}

std::vector<TableRow> PassiveHouse::windowRows() const {
    std::vector<TableRow> rows;
    for (const HouseWindow& w : house_.windows)
        rows.push_back({w.id,
                        "window." + w.id,
                        {w.id, facadeKeys[static_cast<size_t>(w.facade)], w.width, w.height,
                         w.glazing, w.frame, w.overhang, w.screen ? "yes" : "no", windowU(w)}});
    return rows;
}

std::vector<TableRow> PassiveHouse::variantRows() const {
    std::vector<TableRow> rows;
    const auto row = [&rows](const HouseVariant& variant, const std::string& id) {
        const Figures& f = variant.figures;
        rows.push_back({id,
                        "",
                        {variant.name, finite(f.heatingDemand / aYear), finite(f.heatingLoad),
                         finite(f.overheating), finite(f.primaryEnergy / aYear),
                         finite(f.cost / aYear), finite(f.co2 / aYear)}});
    };
    for (const HouseVariant& variant : variants_) row(variant, variant.id);
    return rows;
}

void PassiveHouse::describeTables(Schema& schema) {
    Table layers;
    layers.key = "layers";
    layers.columns = {word("part", {partKeys.begin(), partKeys.end()}, false),
                      word("material", materialKeys(), true),
                      number("thickness", "cm", 0, thickestLayer),
                      fixedNumber("conductivity", "W/(m K)"), fixedNumber("resistance", "m2 K/W")};
    layers.rows = [this] { return layerRows(); };
    layers.rowKey = "layer";
    layers.edit = "layer_set";
    layers.remove = "layer_remove";
    schema.table(std::move(layers));

    Table windows;
    windows.key = "windows";
    windows.columns = {word("window", {}, false),
                       word("facade", {facadeKeys.begin(), facadeKeys.end()}, false),
                       number("width", "m", leastWindow, mostSize),
                       number("height", "m", leastWindow, mostSize),
                       word("glazing", glazingKeys(), true),
                       word("frame", keysOf(frameTypes()), true),
                       number("overhang", "m", 0, 5),
                       word("screen", {"no", "yes"}, true),
                       fixedNumber("window_u", "W/(m2 K)")};
    windows.rows = [this] { return windowRows(); };
    windows.rowKey = "window";
    windows.edit = "window_set";
    windows.add = "window_add";
    windows.remove = "window_remove";
    schema.table(std::move(windows));

    Table variants;
    variants.key = "variants_table";
    variants.columns = {word("name", {}, true),
                        fixedNumber("heating_demand", "kWh/(m2 a)"),
                        fixedNumber("heating_load", "W/m2"),
                        fixedNumber("overheating", "%"),
                        fixedNumber("primary_energy", "kWh/(m2 a)"),
                        fixedNumber("energy_cost", "€/a"),
                        fixedNumber("co2", "kg/a")};
    variants.rows = [this] { return variantRows(); };
    variants.rowKey = "variant";
    variants.edit = "variant_name";
    variants.add = "variant_keep";
    variants.remove = "variant_remove";
    schema.table(std::move(variants));
    schema.table(validationTable());

    schema.checks([this] {
        std::vector<CheckRow> rows;
        for (const Criterion& criterion : criteria()) rows.push_back(checkRow(criterion, year()));
        return rows;
    });
}

void PassiveHouse::describeCharts(Schema& schema) {
    schema.chart({"load_duration", "hours", "heating_power", unit("h"), unit("W"), [this] {
                      ChartData data;
                      if (!year()) return data;
                      std::vector<float> sorted = year()->heating;
                      std::sort(sorted.begin(), sorted.end(), std::greater<float>());
                      ChartSeries line{"heating_power", Mark::line, {}, {}};
                      for (size_t i = 0; i < sorted.size(); i += 24) {
                          line.x.push_back(3600.0 * static_cast<double>(i));
                          line.y.push_back(static_cast<double>(sorted[i]));
                      }
                      data.series.push_back(std::move(line));
                      return data;
                  }});
    schema.chart({"months", "month", "heat", unit(""), unit("kWh"), [this] {
                      ChartData data;
                      if (!year()) return data;
                      ChartSeries heating{"heating", Mark::bars, {}, {}};
                      for (size_t m = 0; m < 12; ++m) {
                          heating.x.push_back(static_cast<double>(m) + 0.5);
                          heating.y.push_back(year()->months[m].heating);
                      }
                      data.series.push_back(std::move(heating));
                      return data;
                  }});
    schema.chart({"temperatures", "day", "operative_temperature", unit("d"), unit("°C"), [this] {
                      ChartData data;
                      if (!year()) return data;
                      ChartSeries in{"operative_temperature", Mark::line, {}, {}};
                      ChartSeries out{"outdoor_temperature", Mark::line, {}, {}};
                      for (size_t day = 0; day < 365; ++day) {
                          double inside = 0, outside = 0;
                          for (size_t h = day * 24; h < day * 24 + 24; ++h) {
                              inside += static_cast<double>(year()->operative[h]) / 24;
                              outside += static_cast<double>(year()->outdoors[h]) / 24;
                          }
                          in.x.push_back((static_cast<double>(day) + 0.5) * 86400);
                          in.y.push_back(inside + 273.15);
                          out.x.push_back(in.x.back());
                          out.y.push_back(outside + 273.15);
                      }
                      data.series = {std::move(in), std::move(out)};
                      return data;
                  }});
}

}  // namespace pt
