// What the lab names: the two boxes, the experiment, readings, fits, the logger and the chart.
#include <cmath>

#include "sims/cardboard_house/model.h"

namespace pt {
namespace {

std::string keyOf(const char* name, int box) {
    return std::string(name) + (box == 0 ? "_a" : "_b");
}

ChartSeries series(std::string key, Mark mark, const std::vector<ReadPoint>& points) {
    ChartSeries all{std::move(key), mark, {}, {}};
    for (const ReadPoint& point : points) {
        all.x.push_back(point.time);
        all.y.push_back(point.temperature);
    }
    return all;
}

// No more points than a chart can show apart.
std::vector<ReadPoint> thinned(const std::vector<ReadPoint>& points) {
    constexpr size_t most = 600;
    const size_t every = points.size() / most + 1;
    std::vector<ReadPoint> kept;
    for (size_t i = 0; i < points.size(); i += every) kept.push_back(points[i]);
    return kept;
}

}  // namespace

void CardboardHouse::describe(Schema& schema) {
    describeExperiment(schema);
    describeBox(schema, 0);
    describeBox(schema, 1);
    schema.state("run_time", time_, unit("s"));
    for (int box = 0; box < 2; ++box) {
        const auto i = static_cast<size_t>(box);
        schema.state(keyOf("cell_temperatures", box), cells_[i], unit("K"));
        schema.state(keyOf("probe", box), probes_[i], unit("K"));
        schema.state(keyOf("curve", box), curves_[i], unit("K"));
    }
    describeOutputs(schema);
    describeFits(schema);
    describeLogger(schema);
    describeCharts(schema);
}

void CardboardHouse::describeExperiment(Schema& schema) {
    const auto resets = Effect::resets;
    schema.section("experiment");
    schema.param("lamp_power", lampPower_, unit("W"), {0, 100, 1}, resets);
    schema.param("lamp_time", lampTime_, unit("min"), {0, 14'400, 60}, resets);
    schema.param("duration", duration_, unit("min"), {600, 28'800, 300}, resets);
    schema.param("room_temperature", room_, unit("°C"), {273.15, 308.15, 0.5}, resets);
    schema.param("room_drift", drift_, unit("K/h"), {-4 / 3600.0, 4 / 3600.0, 0.1 / 3600}, resets);
    schema.choice("thermometer", thermometer_, thermometerKeys, resets);
    schema.param("cardboard_thickness", cardboard_, unit("mm"), {0.001, 0.012, 0.0005}, resets);
    schema.inputs({"lamp_power", "lamp_time", "room_temperature", "room_drift"});
}

void CardboardHouse::describeBox(Schema& schema, int box) {
    const auto i = static_cast<size_t>(box);
    const auto resets = Effect::resets;
    BoxDesign& d = designs_[i];
    const auto key = [box](const char* name) { return keyOf(name, box); };
    schema.section(key("box"));
    schema.param(key("width"), d.width, unit("cm"), {0.1, 0.8, 0.01}, resets);
    schema.param(key("depth"), d.depth, unit("cm"), {0.1, 0.8, 0.01}, resets);
    schema.param(key("height"), d.height, unit("cm"), {0.1, 0.8, 0.01}, resets);
    schema.choice(key("insulation"), choices_[i].insulation, insulationKeys);
    schema.param(key("thickness"), d.thickness, unit("cm"), {0.005, 0.15, 0.005}, resets);
    schema.when(key("insulation"), {"foam", "wool", "paper"}, {key("thickness")});
    schema.choice(key("foil"), choices_[i].foil, foilKeys);
    schema.choice(key("hole"), choices_[i].hole, holeKeys);
    schema.param(key("hole_width"), d.holeWidth, unit("cm"), {0.01, 0.6, 0.005}, resets);
    schema.param(key("hole_height"), d.holeHeight, unit("cm"), {0.01, 0.6, 0.005}, resets);
    schema.when(key("hole"), {"open", "film", "cardboard"},
                {key("hole_width"), key("hole_height")});
    schema.param(key("gaps"), d.gaps, unit("cm2"), {0, 50e-4, 0.5e-4}, resets);
}

void CardboardHouse::describeOutputs(Schema& schema) {
    for (int box = 0; box < 2; ++box)
        schema.output(keyOf("temperature", box), unit("°C"), [this, box] { return reading(box); });
    schema.output("room", unit("°C"), [this] { return room(); });
    schema.output("lamp", unit("W"), [this] { return lampOn() && !finished() ? lampPower_ : 0; });
    for (int box = 0; box < 2; ++box) {
        schema.output(keyOf("wall_flow", box), unit("W"),
                      [this, box] { return heat(box).flows().walls; });
        schema.output(keyOf("hole_flow", box), unit("W"),
                      [this, box] { return heat(box).flows().hole + heat(box).flows().light; });
        schema.output(keyOf("gap_flow", box), unit("W"),
                      [this, box] { return heat(box).flows().gaps; });
    }
}

void CardboardHouse::describeFits(Schema& schema) {
    const auto both = [&schema](const char* name, const char* symbol, auto value) {
        for (int box = 0; box < 2; ++box)
            schema.figure(keyOf(name, box), unit(symbol), [box, value] { return value(box); });
    };
    both("model_ua", "W/K", [this](int box) { return findings(box).model.ua.value; });
    both("model_capacity", "J/K", [this](int box) { return findings(box).model.capacity.value; });
    both("model_tau", "min", [this](int box) { return findings(box).model.timeConstant.value; });
    both("measured_ua", "W/K", [this](int box) { return findings(box).measured.ua.value; });
    both("measured_ua_error", "W/K", [this](int box) { return findings(box).measured.ua.error; });
    both("measured_capacity", "J/K",
         [this](int box) { return findings(box).measured.capacity.value; });
    both("measured_capacity_error", "J/K",
         [this](int box) { return findings(box).measured.capacity.error; });
    both("measured_tau", "min",
         [this](int box) { return findings(box).measured.timeConstant.value; });
    both("measured_tau_error", "min",
         [this](int box) { return findings(box).measured.timeConstant.error; });
    both("apart", "K", [this](int box) { return findings(box).apart; });
    for (int box = 0; box < 2; ++box)
        schema.text(
            keyOf("verdict", box),
            [this, box] { return std::string(verdicts[findings(box).verdict]); }, verdicts);
}

void CardboardHouse::describeLogger(Schema& schema) {
    schema.text("readings_counted", [this] { return std::to_string(readings_.size()); });
    schema.document(
        "logger_data", [this] { return writeReadings(readings_); },
        [this](const Json& json) -> Status {
            Result<std::vector<Reading>> loaded = loadReadings(json);
            if (!loaded.ok()) return loaded.error();
            readings_ = std::move(loaded.value());
            ++revision_;
            return Ok{};
        });
    schema.notebook("logger_data");
    const Argument text{"text", true, {}, {}, false};
    schema.command(
        "logger_import", {text},
        [this](const Json& args) -> Status {
            Result<std::vector<Reading>> read = readLogger(args["text"].text());
            if (!read.ok()) return read.error();
            readings_ = std::move(read.value());
            ++revision_;
            return Ok{};
        },
        Effect::live);
    schema.command(
        "logger_clear", {},
        [this](const Json&) -> Status {
            readings_.clear();
            ++revision_;
            return Ok{};
        },
        Effect::live);

    Table table;
    table.key = "readings";
    for (const char* key : {"reading_time", "reading_a", "reading_b", "reading_room"}) {
        TableColumn column;
        column.key = key;
        column.unit = unit(table.columns.empty() ? "min" : "°C");
        table.columns.push_back(column);
    }
    table.rows = [this] {
        std::vector<TableRow> rows;
        const auto cell = [](double si) { return std::isfinite(si) ? Json(si) : Json(); };
        for (const Reading& reading : readings_)
            rows.push_back(
                {std::to_string(rows.size() + 1),
                 "",
                 {cell(reading.time), cell(reading.a), cell(reading.b), cell(reading.room)}});
        return rows;
    };
    table.paste = "logger_import";
    schema.table(std::move(table));
}

void CardboardHouse::describeCharts(Schema& schema) {
    schema.chart({"curves", "chart_time", "chart_temperature", unit("min"), unit("°C"), [this] {
                      ChartData data;
                      for (int box = 0; box < 2; ++box) {
                          const std::vector<ReadPoint> measured = thinned(measuredCurve(box));
                          data.series.push_back(
                              series(keyOf("model_curve", box), Mark::line, modelCurve(box)));
                          if (measured.empty()) continue;
                          data.series.push_back(
                              series(keyOf("measured_curve", box), Mark::points, measured));
                          ChartSeries fitted =
                              series(keyOf("fitted_curve", box), Mark::line, measured);
                          fitted.y = fittedCurve(findings(box).measured, measured, lamp());
                          if (!fitted.y.empty()) data.series.push_back(std::move(fitted));
                      }
                      data.lines.push_back({"lamp_off", lampTime_});
                      return data;
                  }});
}

}  // namespace pt
