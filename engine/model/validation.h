// Validation: published results that a lab is held against, run by `labrun validate`. A lab with a
// validation.cpp is in the table; labs know the cases and their numbers, the engine runs and shows.
#pragma once

#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/result.h"

namespace pt {

struct ValidationRange {
    double low = std::numeric_limits<double>::quiet_NaN(), high = low;
    bool known() const { return low <= high; }
    bool holds(double value, double allowance = 0) const {
        return value >= low * (low < 0 ? 1 + allowance : 1 - allowance) &&
               value <= high * (high < 0 ? 1 - allowance : 1 + allowance);
    }
};

// One result. Values are in the unit in which they were published.
struct ValidationNumber {
    std::string quantity;  // label "<lab>.validation_what.<quantity>"
    std::string unit;
    double value = 0;
    ValidationRange range;                                 // of the reference programs, if known
    ValidationRange accepted;                              // limits of the standard, if known
    std::vector<std::pair<std::string, double>> programs;  // what each of them found
    bool required = false;  // whether the lab promises to lie within the range
    double allowance = 0;   // … widened by this share of its ends

    bool inside() const { return range.holds(value); }
    bool acceptable() const { return !accepted.known() || accepted.holds(value); }
    bool kept() const { return !required || range.holds(value, allowance); }
};
struct ValidationCase {
    std::string id;
    std::vector<ValidationNumber> numbers;
};

struct ValidationEntry {
    std::string_view lab, name;  // "bestest"
    std::span<const std::string_view> cases;
    // Works the cases out in this weather (the text of a file) and hands each over as it is done.
    // Errors: those of the weather and the lab; an unknown case is validation.case {name}.
    Status (*run)(std::string_view weather, std::span<const std::string> ids,
                  const std::function<void(const ValidationCase&)>& done);
};

// Every lab's; the table is generated from sims/CMakeLists.txt.
std::span<const ValidationEntry> validations();
const ValidationEntry* findValidation(std::string_view name);  // nullptr: none

}  // namespace pt
