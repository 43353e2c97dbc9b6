// Small text helpers of the units module.
#pragma once

#include <string>
#include <string_view>

namespace pt::units {

// Without spaces at both ends, the no-break ones included.
std::string_view trim(std::string_view text);

// Every spelling as ASCII operators: spaces of all kinds as ' ', "·" and "×" as '*', "−" as '-',
// "²" and "⁻¹" as "^2" and "^-1". Other characters stay.
std::string plainText(std::string_view text);

}  // namespace pt::units
