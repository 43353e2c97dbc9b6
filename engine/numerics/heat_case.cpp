#include "engine/numerics/heat_case.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace pt {
namespace {

constexpr size_t mostParts = 2000, longestName = 200;
constexpr double mostSteps = 100'000, mostWork = 1e9;  // cells times steps
constexpr double zero = 273.15, millimetre = 1e-3;

using Names = std::set<std::string, std::less<>>;

std::string shortened(std::string text) {
    if (text.size() > longestName) text.resize(longestName);
    return text;
}

// Reads one case; the first error stays and ends the reading.
class Reader {
public:
    explicit Reader(const Json& json) : json_(json) {}

    Result<HeatCase> read() {
        if (!json_.isObject()) return Error{"heat_case.format", "", {}};
        known(json_, {"title", "cells", "materials", "rectangles", "boundaries", "probes",
                      "junction", "time", "expected"});
        case_.title = text(json_, "title");
        case_.cells = whole(json_, "cells", case_.cells, 1, mostHeatCells);
        each("materials", [this](const Json& json) { readMaterial(json); });
        each("rectangles", [this](const Json& json) { readRectangle(json); });
        each("boundaries", [this](const Json& json) { readBoundary(json); });
        each("probes", [this](const Json& json) { readProbe(json); });
        if (json_.has("junction")) readJunction(json_["junction"]);
        if (json_.has("time")) readTime(json_["time"]);
        each("expected", [this](const Json& json) { readExpected(json); });
        if (error_) return *error_;
        return std::move(case_);
    }

private:
    void stop(const char* key, Args args = {}) {
        if (!error_) error_ = Error{key, place_, std::move(args)};
    }

    double number(const Json& object, std::string_view key, std::optional<double> fallback = {}) {
        const Json& value = object[key];
        if (value.kind() == Json::Kind::null) {
            if (!fallback) stop("case.missing", {{"key", std::string(key)}});
            return fallback.value_or(0);
        }
        if (!value.isNumber()) stop("case.number", {{"key", std::string(key)}});
        return value.number();
    }

    int whole(const Json& object, std::string_view key, int fallback, int low, int high) {
        const double value = number(object, key, fallback);
        if (!(value >= low && value <= high) || value != std::floor(value)) {
            stop("case.number", {{"key", std::string(key)}});
            return fallback;
        }
        return static_cast<int>(value);
    }

    std::string text(const Json& object, std::string_view key) {
        const Json& value = object[key];
        if (value.kind() != Json::Kind::null && !value.isText())
            stop("case.text", {{"key", std::string(key)}});
        return shortened(value.text());
    }

    std::string name(const Json& object, std::string_view key) {
        if (!object.has(key)) stop("case.missing", {{"key", std::string(key)}});
        return text(object, key);
    }

    // From and to, in metres; one number is a place.
    std::array<double, 2> span(const Json& object, std::string_view key) {
        const Json& value = object[key];
        if (value.isNumber()) return {value.number() * millimetre, value.number() * millimetre};
        if (value.kind() == Json::Kind::null) stop("case.missing", {{"key", std::string(key)}});
        if (value.items().size() != 2 || !value[0].isNumber() || !value[1].isNumber())
            stop("heat_case.span", {{"key", std::string(key)}});
        return {value[0].number() * millimetre, value[1].number() * millimetre};
    }

    void known(const Json& object, const Names& names) {
        if (!object.isObject()) return stop("heat_case.format");
        for (const auto& [key, value] : object.entries())
            if (!names.count(key) && key != "note" && key != "source")
                stop("case.unknown_key", {{"key", shortened(key)}});
    }

    template <class Read>
    void each(std::string_view key, Read read) {
        const Json& list = json_[key];
        if (list.kind() != Json::Kind::null && !list.isList())
            stop("case.list", {{"key", std::string(key)}});
        if (list.items().size() > mostParts)
            stop("case.too_big", {{"most", std::to_string(mostParts)}});
        for (size_t i = 0; i < list.items().size() && !error_; ++i) {
            place_ = std::string(key) + '[' + std::to_string(i) + ']';
            read(list[i]);
        }
        place_.clear();
    }

    void readMaterial(const Json& json) {
        known(json, {"name", "lambda", "rho", "c"});
        HeatMaterial material;
        material.name = name(json, "name");
        material.conductivity = number(json, "lambda");
        material.density = number(json, "rho", material.density);
        material.heatCapacity = number(json, "c", material.heatCapacity);
        materials_.emplace(material.name, static_cast<int>(case_.section.materials.size()));
        case_.section.materials.push_back(std::move(material));
    }

    void readRectangle(const Json& json) {
        known(json, {"material", "x", "y"});
        const std::string material = name(json, "material");
        const auto at = materials_.find(material);
        if (at == materials_.end()) return stop("heat_case.unknown_name", {{"name", material}});
        const auto x = span(json, "x"), y = span(json, "y");
        case_.section.rectangles.push_back({x[0], y[0], x[1], y[1], at->second});
    }

    void readBoundary(const Json& json) {
        known(json, {"name", "x", "y", "temperature", "resistance", "flux"});
        HeatBoundary edge;
        edge.name = name(json, "name");
        const auto x = span(json, "x"), y = span(json, "y");
        edge.x0 = x[0], edge.x1 = x[1], edge.y0 = y[0], edge.y1 = y[1];
        edge.flux = number(json, "flux", 0);
        // A flux alone, without air.
        const bool closed = json.has("flux") && !json.has("temperature");
        edge.temperature = closed ? zero : zero + number(json, "temperature");
        edge.resistance =
            closed ? std::numeric_limits<double>::infinity() : number(json, "resistance", 0);
        boundaries_.insert(edge.name);
        case_.section.boundaries.push_back(std::move(edge));
    }

    void readProbe(const Json& json) {
        known(json, {"name", "x", "y"});
        case_.section.probes.push_back(
            {name(json, "name"), number(json, "x") * millimetre, number(json, "y") * millimetre});
    }

    std::string boundary(const Json& json, std::string_view key) {
        std::string found = name(json, key);
        if (!boundaries_.count(found)) stop("heat_case.unknown_name", {{"name", found}});
        return found;
    }

    void readJunction(const Json& json) {
        place_ = "junction";
        known(json, {"inside", "outside", "undisturbed", "humidity"});
        HeatJunction junction;
        junction.inside = boundary(json, "inside");
        junction.outside = boundary(json, "outside");
        const Json& parts = json["undisturbed"];
        if (parts.kind() != Json::Kind::null && !parts.isList())
            stop("case.list", {{"key", "undisturbed"}});
        for (const Json& part : parts.items()) {
            if (!part.isNumber()) stop("case.number", {{"key", "undisturbed"}});
            junction.undisturbed.push_back(part.number());
        }
        if (json.has("humidity")) {
            const double percent = number(json, "humidity");
            if (!(percent > 0 && percent <= 100)) stop("heat_case.humidity");
            junction.humidity = percent / 100;
        }
        case_.junction = std::move(junction);
        place_.clear();
    }

    void readTime(const Json& json) {
        place_ = "time";
        known(json, {"start", "step", "until"});
        const HeatTime time{zero + number(json, "start"), number(json, "step"),
                            number(json, "until")};
        const double steps = time.until / time.step;
        if (!(time.start >= 0 && time.start <= 1e5)) stop("case.number", {{"key", "start"}});
        if (!(time.step > 0)) stop("case.number", {{"key", "step"}});
        if (!(time.until >= time.step)) stop("case.number", {{"key", "until"}});
        if (!(steps <= std::min(mostSteps, mostWork / case_.cells)))
            stop("heat_case.too_long",
                 {{"most",
                   std::to_string(static_cast<int>(std::min(mostSteps, mostWork / case_.cells)))}});
        case_.time = time;
        place_.clear();
    }

    void readExpected(const Json& json) {
        known(json, {"quantity", "at", "value", "tolerance"});
        const HeatExpectation asked{name(json, "quantity"), text(json, "at"), number(json, "value"),
                                    number(json, "tolerance")};
        if (!(asked.tolerance >= 0)) stop("case.number", {{"key", "tolerance"}});
        case_.expected.push_back(asked);
    }

    const Json& json_;
    HeatCase case_;
    std::string place_;
    std::optional<Error> error_;
    std::map<std::string, int, std::less<>> materials_;
    Names boundaries_;
};

// Of all boundaries of a name.
struct Edge {
    double flow = 0, air = 0;
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();
};

Edge edgeOf(const Heat2d& heat, std::string_view name) {
    Edge all;
    for (size_t i = 0; i < heat.section().boundaries.size(); ++i) {
        const auto boundary = static_cast<int>(i);
        if (heat.section().boundaries[i].name != name) continue;
        all.flow += heat.flow(boundary);
        all.lowest = std::min(all.lowest, heat.lowest(boundary));
        all.highest = std::max(all.highest, heat.highest(boundary));
        all.air = heat.section().boundaries[i].temperature;
    }
    return all;
}

void answerEdges(const Heat2d& heat, std::vector<HeatAnswer>& answers) {
    Names done;
    for (const HeatBoundary& boundary : heat.section().boundaries) {
        if (!done.insert(boundary.name).second) continue;
        const Edge edge = edgeOf(heat, boundary.name);
        answers.push_back({"flow", boundary.name, edge.flow, "W/m"});
        // A boundary that later ones cover has no face.
        if (!std::isfinite(edge.lowest)) continue;
        answers.push_back({"lowest", boundary.name, edge.lowest - zero, "°C"});
        answers.push_back({"highest", boundary.name, edge.highest - zero, "°C"});
    }
}

void answerJunction(const Heat2d& heat, const HeatJunction& junction,
                    std::vector<HeatAnswer>& answers) {
    const Edge inside = edgeOf(heat, junction.inside), outside = edgeOf(heat, junction.outside);
    answers.push_back({"psi", "",
                       psiValue(inside.flow, inside.air - outside.air, junction.undisturbed),
                       "W/(m·K)"});
    if (std::isfinite(inside.lowest))
        answers.push_back({"f_rsi", "", surfaceFactor(inside.lowest, inside.air, outside.air), ""});
    if (!junction.humidity) return;
    answers.push_back({"dew_point", "", dewPointOf(inside.air, *junction.humidity) - zero, "°C"});
    answers.push_back(
        {"mould_point", "", mouldPointOf(inside.air, *junction.humidity) - zero, "°C"});
}

Status run(Heat2d& heat, const HeatTime& time) {
    heat.start(time.start);
    const int steps = static_cast<int>(std::ceil(time.until / time.step * (1 - 1e-12)));
    for (int i = 0; i < steps; ++i)
        if (const Status good = heat.step(time.until / steps); !good) return good.error();
    return Ok{};
}

}  // namespace

Result<HeatCase> readHeatCase(const Json& json) { return Reader(json).read(); }

const HeatAnswer* HeatSolution::find(const HeatExpectation& asked) const {
    for (const HeatAnswer& answer : answers)
        if (answer.quantity == asked.quantity && answer.at == asked.at) return &answer;
    return nullptr;
}

Result<HeatSolution> solveHeatCase(const HeatCase& item) {
    Result<Heat2d> made = Heat2d::make(item.section, item.cells);
    if (!made) return made.error();
    Heat2d& heat = made.value();
    const Status solved = item.time ? run(heat, *item.time) : heat.solveSteady();
    if (!solved) return solved.error();
    HeatSolution solution{heat.columns(), heat.rows(), {}};
    for (const HeatProbe& probe : item.section.probes) {
        const double kelvin = heat.at(probe.x, probe.y);
        if (!std::isfinite(kelvin)) return Error{"heat_case.probe", "", {{"name", probe.name}}};
        solution.answers.push_back({"temperature", probe.name, kelvin - zero, "°C"});
    }
    answerEdges(heat, solution.answers);
    if (item.junction) answerJunction(heat, *item.junction, solution.answers);
    return solution;
}

}  // namespace pt
