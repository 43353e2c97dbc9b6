// The table of measurements: from the stands and from the classroom alike. SI.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/units/unit.h"
#include "sims/material_test/stand.h"

namespace pt {

inline constexpr int maxMeasurements = 500;
inline constexpr double bucketGravity = 9.81;  // m/s²: a force that was weighed in kilograms
inline constexpr const char* testNames[] = {"tension", "bending", "buckling"};
inline constexpr const char* sourceNames[] = {"virtual", "real"};
inline constexpr const char* bondNames[] = {"bonded", "loose"};
inline constexpr const char* brokeNames[] = {"no", "yes"};

// NaN: not measured.
struct Measurement {
    int id = 0;            // > 0, unique
    std::string material;  // key, or "own"
    TestKind test = TestKind::tension;
    bool real = false;
    bool broke = false;  // the force is the one at which it failed
    int strands = 1;
    bool bonded = true;
    double width = std::numeric_limits<double>::quiet_NaN();         // m, of one strand
    double thickness = std::numeric_limits<double>::quiet_NaN();     // m; tubes, rectangles
    double span = std::numeric_limits<double>::quiet_NaN();          // m, between the grips
    double force = std::numeric_limits<double>::quiet_NaN();         // N
    double deflection = std::numeric_limits<double>::quiet_NaN();    // m, as StandPoint
    double strandLength = std::numeric_limits<double>::quiet_NaN();  // m, of a whole strand
    double mass = std::numeric_limits<double>::quiet_NaN();          // kg, of a whole strand
};

// The numbers of a row: key of its column, unit for people, and what is believable.
struct MeasuredNumber {
    const char* key;
    const char* unit;
    double Measurement::*value;
    double low, high, typical;  // SI
};
inline constexpr MeasuredNumber measuredNumbers[] = {
    {"width", "mm", &Measurement::width, 0.2e-3, 0.05, 2e-3},
    {"thickness", "mm", &Measurement::thickness, 0.02e-3, 0.02, 1e-3},
    {"test_length", "cm", &Measurement::span, 5e-3, 2, 0.15},
    {"force", "N", &Measurement::force, 0, 1e4, 10},
    {"deflection", "mm", &Measurement::deflection, 0, 1, 5e-3},
    {"strand_length", "cm", &Measurement::strandLength, 0.01, 3, 0.25},
    {"strand_mass", "g", &Measurement::mass, 1e-5, 1, 1e-3},
};

// A value that nobody can have measured. Errors: measurement.range {column, value, low, high}, or
// measurement.likely_unit {column, value, suggestion} when the number fits another unit; `typed`
// is the value in the unit that was taken, `taken`.
Status checkMeasured(const MeasuredNumber& number, double typed, const Unit& taken);

// What is said with words: sets test, source, bond or broke by the column's key and the option's
// name. false: no such column or option.
bool setWord(Measurement& row, std::string_view column, std::string_view option);
std::string wordOf(const Measurement& row, std::string_view column);

// {"rows": [{...}]}; absent: not measured. Errors: measurement.not_object, measurement.unknown_key
// {key}, measurement.too_many {max}, measurement.bad_option {key, value}, measurement.bad_strands
// {max}, measurement.bad_id, and those of checkMeasured; where is "rows[3].width".
Json writeMeasurements(const std::vector<Measurement>& rows);
Result<std::vector<Measurement>> readMeasurements(const Json& json);

// One more than the largest id.
int nextId(const std::vector<Measurement>& rows);

}  // namespace pt
