// Cross-sections as files, with the numbers they should give: what `labrun solve heat2d` reads.
// docs/labrun.md describes the format: millimetres and degrees Celsius outside, SI units in here.
// A file can come from anyone: sizes are capped and every error names its place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/json.h"
#include "engine/numerics/heat2d.h"

namespace pt {

// One number of a section. `at` is the name of a probe or of one or more boundaries.
struct HeatAnswer {
    std::string quantity;  // temperature, flow, lowest, highest, psi, f_rsi, dew_point, mould_point
    std::string at;
    double value = 0;
    std::string unit;  // "°C", "W/m", "W/(m·K)", ""
};
struct HeatExpectation {
    std::string quantity, at;
    double value = 0;
    double tolerance = 0;  // in the quantity's unit
};

// What makes a section a junction of a house.
struct HeatJunction {
    std::string inside, outside;      // names of boundaries
    std::vector<double> undisturbed;  // U l of the parts by themselves, W/(m K)
    std::optional<double> humidity;   // of the air inside, 0 .. 1
};
struct HeatTime {
    double start = 293.15;           // K everywhere
    double step = 60, until = 3600;  // s
};

struct HeatCase {
    std::string title;
    HeatSection section;
    int cells = 20'000;
    std::optional<HeatJunction> junction;
    std::optional<HeatTime> time;  // without: the steady state
    std::vector<HeatExpectation> expected;
};

// Errors: heat_case.format, heat_case.unknown_name {name}, heat_case.span {key},
// heat_case.humidity, heat_case.too_long {most}; case.missing {key}, case.number {key}, case.text
// {key}, case.list {key}, case.unknown_key {key}, case.too_big {most}; where: "rectangles[3]".
Result<HeatCase> readHeatCase(const Json& json);

struct HeatSolution {
    int columns = 0, rows = 0;
    std::vector<HeatAnswer> answers;

    const HeatAnswer*
    find(const HeatExpectation& asked) const;  // nullptr: not a number of this case
};
// Every probe, boundary and number of the junction. Errors: those of Heat2d, heat_case.probe
// {name}.
Result<HeatSolution> solveHeatCase(const HeatCase& item);

}  // namespace pt
