// Units of measurement: SI inside, the author's unit for display.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/result.h"

namespace pt {

// Exponents of m kg s K A mol cd rad euro.
struct Dimension {
    std::array<int8_t, 9> exponents{};
    bool operator==(const Dimension&) const = default;
};

struct Unit {
    Dimension dimension;
    double factor = 1;   // si = value * factor + offset
    double offset = 0;   // not 0 for °C alone
    std::string symbol;  // canonical spelling for display, e.g. "kWh/(m²·a)"; "" for a pure number

    double toSi(double value) const { return value * factor + offset; }
    double fromSi(double si) const { return (si - offset) / factor; }
};

// "N", "W/(m2 K)", "kWh/m2/a", "" (pure number). Errors: units.unknown {unit, suggestion},
// units.ambiguous {unit, suggestion}, units.syntax {unit}.
Result<Unit> parseUnit(std::string_view text);

// For literals in the program: an unknown unit is a bug and stops it.
Unit unit(std::string_view text);

// What a dimension is called, as a string-table key: "quantity.mass"; "quantity.other" if unnamed.
std::string quantityKey(const Dimension& dimension);

struct Quantity {
    double si = 0;
    Unit unit;
    std::optional<double> tolerance;  // SI, from "+- 5 %" or "± 0.2 N"
};

// File text: decimal point, "1.8 mm", "0.48 N +- 5 %", "3" with a pure number as unit.
// Errors: those of parseUnit, units.number {text}, units.comma {text, suggestion}.
Result<Quantity> parseQuantity(std::string_view text);

// A person's input: comma or point; a bare number takes `assumed`, a unit must fit its dimension
// (units.dimension {unit, quantity, expected, example}).
Result<double> parseInput(std::string_view text, const Unit& assumed);

// text as a quantity of the wanted unit's dimension, in SI; the same errors as parseInput.
Result<double> parseAs(std::string_view text, const Unit& wanted);

struct NumberStyle {
    bool decimalComma = true;
    int significant = 3;  // digits, 1..17; trailing zeros are kept: "8,00"
};

// "1 250", "0,0450", "1,2·10⁻⁷": never an ambiguous comma; thin-space thousands from 10 000 up.
std::string formatNumber(double value, const NumberStyle& style);
// The number in unit's scale, a narrow no-break space, the symbol: "38,5 N".
std::string formatQuantity(double si, const Unit& unit, const NumberStyle& style);

// A quantity for a file: shortest text that parses back to the same SI bits, "1.8 mm".
std::string writeQuantity(double si, const Unit& unit);

}  // namespace pt
