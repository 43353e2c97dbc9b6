#include "engine/units/unit.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/core/assert.h"
#include "engine/units/number.h"
#include "engine/units/symbols.h"

namespace pt {
namespace {

constexpr std::string_view narrowSpace = "\u202F";  // no-break
constexpr std::string_view minus = "\u2212";
constexpr int smallestPlain = -4;  // 0,000123
constexpr int largestPlain = 5;    // 999 999, or more when that many digits are asked for

// value = 0.d1d2d3… * 10^(exponent + 1), rounded to the wanted digits.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

Decimal round(double magnitude, int significant) {
    const std::string text = fmt::format("{:.{}e}", magnitude, significant - 1);
    const size_t e = text.find('e');
    Decimal decimal;
    for (char c : text.substr(0, e)) {
        if (c != '.') decimal.digits += c;
    }
    decimal.exponent = std::stoi(text.substr(e + 1));
    return decimal;
}

std::string grouped(const std::string& whole) {
    if (whole.size() < 5) return whole;
    std::string out;
    for (size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) out += narrowSpace;
        out += whole[i];
    }
    return out;
}

std::string plainForm(const Decimal& decimal, char mark) {
    const int wholeDigits = decimal.exponent + 1;
    const int count = static_cast<int>(decimal.digits.size());
    if (wholeDigits <= 0)
        return std::string("0") + mark + std::string(-wholeDigits, '0') + decimal.digits;
    if (wholeDigits >= count)
        return grouped(decimal.digits + std::string(wholeDigits - count, '0'));
    return grouped(decimal.digits.substr(0, wholeDigits)) + mark +
           decimal.digits.substr(wholeDigits);
}

std::string powerForm(const Decimal& decimal, char mark) {
    std::string out = decimal.digits.substr(0, 1);
    if (decimal.digits.size() > 1) out += mark + decimal.digits.substr(1);
    return out + "·10" + units::superscript(decimal.exponent);
}

// The number of `digits` digits nearest to value, as a file spells and reads it.
std::string shortened(double value, int digits) {
    const std::string rounded = fmt::format("{:.{}g}", value, digits);
    const auto number = units::readNumber(rounded, units::Reader::file);
    return number ? fmt::format("{}", number.value().value) : rounded;
}

bool readsBack(std::string_view text, const Unit& unit, double si) {
    const auto number = units::readNumber(text, units::Reader::file);
    return number && unit.toSi(number.value().value) == si;
}

}  // namespace

std::string formatNumber(double value, const NumberStyle& style) {
    if (std::isnan(value)) return "–";
    const std::string sign(value < 0 ? minus : "");
    if (std::isinf(value)) return sign + "∞";
    if (value == 0) return "0";
    const int significant = std::clamp(style.significant, 1, 17);
    const Decimal decimal = round(std::fabs(value), significant);
    const char mark = style.decimalComma ? ',' : '.';
    const bool plain = decimal.exponent >= smallestPlain &&
                       decimal.exponent <= std::max(largestPlain, significant - 1);
    return sign + (plain ? plainForm(decimal, mark) : powerForm(decimal, mark));
}

std::string formatQuantity(double si, const Unit& unit, const NumberStyle& style) {
    const std::string number = formatNumber(unit.fromSi(si), style);
    if (unit.symbol.empty()) return number;
    if (unit.symbol == "°") return number + unit.symbol;
    return number + std::string(narrowSpace) + unit.symbol;
}

std::string writeQuantity(double si, const Unit& unit) {
    PT_ASSERT(std::isfinite(si));
    const double value = unit.fromSi(si);
    for (int digits = 1; digits <= 17; ++digits) {
        const std::string text = shortened(value, digits);
        if (readsBack(text, unit, si)) return unit.symbol.empty() ? text : text + " " + unit.symbol;
    }
    // No double in this unit gives these bits; the SI unit always does.
    const std::string symbol = units::siSymbol(unit.dimension);
    return symbol.empty() ? fmt::format("{}", si) : fmt::format("{} {}", si, symbol);
}

}  // namespace pt
