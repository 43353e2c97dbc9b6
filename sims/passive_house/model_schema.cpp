// Everything of the lab that has a name: settings and documents.
#include "sims/passive_house/model.h"
#include "sims/passive_house/use_fields.h"
#include "sims/passive_house/weather_file.h"

namespace pt {

void PassiveHouse::describe(Schema& schema) {
    describeSettings(schema);
    describeDesign(schema);
    describeEdits(schema);
    describeDetailEdits(schema);
    describeVariants(schema);
    describeOutputs(schema);
    describeFigures(schema);
    describeTables(schema);
    describeCharts(schema);
    describeYear(schema);
}

void PassiveHouse::describeSettings(Schema& schema) {
    schema.section("weather");
    schema.choice("weather", weatherChoice_, weatherKeys);
    schema.param("start_day", startDay_, unit(""), {1, 365, 1}, Effect::resets);
    schema.param("start_hour", startHour_, unit(""), {0, 23, 1}, Effect::resets);
    schema.param("outdoor_shift", outdoorShift_, unit("K"), {-25, 25, 1});
    schema.inputs({"weather", "start_day", "start_hour", "outdoor_shift"});
    describeUse(schema, use_);
    schema.section("detail");
    schema.param("detail_outdoor", detailOutdoors_, unit("°C"), {233.15, 303.15, 1},
                 Effect::resets);
}

void PassiveHouse::describeDesign(Schema& schema) {
    const auto text = [](const char* key) { return Argument{key, true, {}, {}}; };
    const auto number = [](const char* key, const char* in) {
        return Argument{key, false, unit(in), {}};
    };
    const ArgSpec fields{number("width", "m"),
                         number("depth", "m"),
                         number("storey_height", "m"),
                         number("storeys", ""),
                         number("roof_pitch", "°"),
                         number("orientation", "°"),
                         number("sunspace", "m"),
                         number("balcony", "m"),
                         text("under"),
                         number("under_temperature", "°C"),
                         text("material"),
                         number("thickness", "cm"),
                         number("conductivity", "W/(m K)"),
                         number("density", "kg/m3"),
                         number("heat_capacity", "J/(kg K)"),
                         number("resistance", "m2 K/W"),
                         text("id"),
                         text("facade"),
                         text("screen"),
                         number("x", "m"),
                         number("z", "m"),
                         number("height", "m"),
                         text("glazing"),
                         text("frame"),
                         number("overhang", "m"),
                         number("overhang_gap", "m"),
                         number("overhang_side", "m"),
                         number("fins", "m"),
                         number("fins_gap", "m"),
                         number("fins_below", "m"),
                         number("fins_above", "m"),
                         number("psi", "W/(m K)"),
                         text("variant"),
                         number("inside_film", "W/(m2 K)"),
                         number("outside_film", "W/(m2 K)"),
                         number("window_inside_film", "W/(m2 K)"),
                         number("window_outside_film", "W/(m2 K)")};
    schema.document(
        "house", [this] { return saveHouse(house_); },
        [this](const Json& json) -> Status { return take(loadHouse(json)); }, fields);
    schema.document(
        "detail", [this] { return saveDetail(detail_); },
        [this](const Json& json) -> Status {
            Result<Detail> read = loadDetail(json);
            if (!read.ok()) return read.error();
            detail_ = std::move(read.value());
            return Ok{};
        });
    schema.document(
        "variants", [this] { return saveVariants(variants_); },
        [this](const Json& json) -> Status {
            Result<std::vector<HouseVariant>> read = loadVariants(json);
            if (!read.ok()) return read.error();
            variants_ = std::move(read.value());
            return Ok{};
        });
    schema.notebook("variants");
    schema.document(
        "weather_file", [this] { return importedText_; },
        [this](const Json& json) -> Status {
            Result<std::shared_ptr<const Weather>> read = loadWeather(json);
            if (!read.ok()) return read.error();
            imported_ = std::move(read.value());
            importedText_ = imported_ ? json : Json::object();
            return Ok{};
        });
}

}  // namespace pt
