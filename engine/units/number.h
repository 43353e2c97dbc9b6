// Reading one decimal number. Internal to the units module.
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/core/result.h"

namespace pt::units {

struct Number {
    double value = 0;
    size_t length = 0;  // bytes read
};

// file: decimal point alone, "-1.8e3". person: comma or point, digits in groups of three, and
// "*10^-7" as the formatter writes it. `text` is plainText() without leading spaces.
enum class Reader { file, person };

// Errors: units.number {text}, units.comma {suggestion}. Never infinite or NaN.
Result<Number> readNumber(std::string_view text, Reader reader);

}  // namespace pt::units
