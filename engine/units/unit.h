// Units of measurement: SI inside, the author's unit for display.
//
//   unit = part (("/" | "*" | "·") part)*      part = factors side by side: "m2 K", "m²K"
//   factor = symbol [exponent] | "(" unit ")" | "1"      exponent = m2, m^2, m², s-1
//
// Side by side binds tighter than "/": W/m²K is W/(m²·K), and kWh/m2/a is kWh/(m²·a). A "*" after
// a "/" is refused, because people read it both ways. A year is 365 days. The decibel is left
// out: it is a logarithm, so no factor leads to SI.
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
    double inverse = 1;  // 1 / factor; exact for cm, km/h and the like, where the factor is not

    // The side that is exact converts, so that 7 cm is 0.07 and not 0.07000000000000001.
    double toSi(double value) const {
        return (factor < 1 ? value / inverse : value * factor) + offset;
    }
    double fromSi(double si) const {
        return factor < 1 ? (si - offset) * inverse : (si - offset) / factor;
    }
};

// "N", "W/(m2 K)", "kWh/m2/a", "" (pure number). Errors: units.unknown {unit},
// units.unknown_near {unit, suggestion}, units.ambiguous {unit, suggestion}, units.syntax {unit},
// units.celsius {unit} (°C inside a compound unit).
Result<Unit> parseUnit(std::string_view text);

// For literals in the program: an unknown unit is a bug and stops it.
Unit unit(std::string_view text);

// Whether `name` alone is a unit: such a name may not be a parameter's key.
bool isUnitSymbol(std::string_view name);

// What a dimension is called, as a string-table key: "quantity.mass"; "quantity.other" if unnamed.
std::string quantityKey(const Dimension& dimension);

struct Quantity {
    double si = 0;
    Unit unit;
    std::optional<double> tolerance;  // SI, from "+- 5 %" or "± 0.2 N"; a percentage is of the
                                      // number as written, but percent points after a "%"
};

// File text: decimal point, "1.8 mm", "0.48 N +- 5 %", "3" with a pure number as unit. Finite.
// Errors: those of parseUnit, units.number {text}, units.comma {suggestion}, and for a tolerance
// those of parseInput.
Result<Quantity> parseQuantity(std::string_view text);

// A person's input: comma or point, digits in groups of three, "1,2·10⁻⁷"; a bare number takes
// `assumed`, a unit must fit its dimension. Errors: as above, units.dimension {text, quantity,
// expected, example} and units.difference {suggestion} for °C where a difference is meant.
Result<double> parseInput(std::string_view text, const Unit& assumed);

// A person's input taken apart, for who looks at how it was typed.
struct Typed {
    double number = 0;         // finite
    std::optional<Unit> unit;  // nothing for a bare number
    // Significant digits: "0,480" has 3; "1200" has at least 2 and at most 4.
    int fewestDigits = 0, mostDigits = 0;
};
// Errors: those of parseInput for text that is no quantity.
Result<Typed> parseTyped(std::string_view text);

// File text as a quantity of the wanted unit's dimension, in SI; the same errors as parseInput.
// A bare number is a pure number here.
Result<double> parseAs(std::string_view text, const Unit& wanted);

struct NumberStyle {
    bool decimalComma = true;
    int significant = 3;  // digits, 1..17; trailing zeros are kept: "8,00"
};

// "1250", "12 500", "0,0450", "1,20·10⁻⁷", "−3,00"; "–" for NaN. Groups of three from 10 000 up,
// with a narrow no-break space, so a comma or point is always the decimal one.
std::string formatNumber(double value, const NumberStyle& style);
// The number in unit's scale, a narrow no-break space, the symbol: "38,5 N".
std::string formatQuantity(double si, const Unit& unit, const NumberStyle& style);

// A quantity for a file: shortest text that parses back to the same SI bits, "1.8 mm". Finite
// numbers only.
std::string writeQuantity(double si, const Unit& unit);

}  // namespace pt
