// The unit symbols that the parser knows. Internal to the units module.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/units/unit.h"

namespace pt::units {

// One symbol with its prefix: si = value * numerator / denominator + offset. The fraction keeps
// decimal prefixes exact.
struct Symbol {
    std::string name;  // canonical: "h" for "uur", "µm" for "um"
    Dimension dimension;
    double numerator = 1;
    double denominator = 1;
    double offset = 0;
};

std::optional<Symbol> findSymbol(std::string_view name);

// A known symbol that was probably meant by an unknown one ("KG", "meter"), or "".
std::string suggestSymbol(std::string_view unknown);

// The coherent SI unit of a dimension, as text that parseUnit reads: "m·kg·s⁻²".
std::string siSymbol(const Dimension& dimension);

// "²", "⁻¹"; "" for 1.
std::string superscript(int exponent);

}  // namespace pt::units
