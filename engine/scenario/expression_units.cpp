#include "engine/scenario/expression_units.h"

#include <string>

#include "engine/units/symbols.h"

namespace pt::scenario {
namespace {

constexpr int maxPower = 40;  // as in parseUnit()

bool isPure(const Unit& unit) { return unit.dimension == Dimension{}; }

Unit siUnit(const Dimension& dimension) {
    Unit unit;
    unit.dimension = dimension;
    unit.symbol = units::siSymbol(dimension);
    return unit;
}

std::optional<Unit> combined(const Unit& a, const Unit& b, bool divide) {
    Dimension sum;
    for (size_t i = 0; i < sum.exponents.size(); ++i) {
        const int power = divide ? a.dimension.exponents[i] - b.dimension.exponents[i]
                                 : a.dimension.exponents[i] + b.dimension.exponents[i];
        if (power < -maxPower || power > maxPower) return std::nullopt;
        sum.exponents[i] = static_cast<int8_t>(power);
    }
    if (sum == Dimension{}) return Unit{};
    if (isPure(b)) return a;
    if (isPure(a) && !divide) return b;
    const std::string over = isPure(a) ? "1" : "(" + a.symbol + ")";
    const auto together = parseUnit(over + (divide ? "/(" : "*(") + b.symbol + ")");
    return together && together.value().dimension == sum ? together.value() : siUnit(sum);
}

}  // namespace

std::optional<Unit> product(const Unit& a, const Unit& b) { return combined(a, b, false); }
std::optional<Unit> quotient(const Unit& a, const Unit& b) { return combined(a, b, true); }

std::optional<Unit> rootOf(const Unit& unit) {
    Dimension half;
    for (size_t i = 0; i < half.exponents.size(); ++i) {
        if (unit.dimension.exponents[i] % 2 != 0) return std::nullopt;
        half.exponents[i] = static_cast<int8_t>(unit.dimension.exponents[i] / 2);
    }
    return siUnit(half);
}

Unit difference(const Unit& unit) { return unit.offset == 0 ? unit : siUnit(unit.dimension); }

}  // namespace pt::scenario
