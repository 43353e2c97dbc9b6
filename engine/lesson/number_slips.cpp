#include "engine/lesson/number_slips.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/math.h"
#include "engine/units/likely.h"

namespace pt::checks {
namespace {

constexpr double nearShare = 0.05;  // this near the right answer, rounding is the likely reason
constexpr double nearTolerances = 5;
constexpr int largestPower = 9;

// The units that pupils mix up, of each dimension; the nearest relatives first.
constexpr const char* unitTable[][7] = {
    {"m", "cm", "mm", "km", "dm", "µm", "nm"},
    {"kg", "g", "mg", "t"},
    {"s", "min", "h", "ms", "d", "a"},
    {"N", "kN", "mN", "MN"},
    {"Pa", "kPa", "MPa", "GPa", "bar", "hPa"},
    {"J", "kJ", "kWh", "MJ", "Wh", "MWh", "GJ"},
    {"W", "kW", "MW", "mW"},
    {"m/s", "km/h", "cm/s", "mm/s", "m/min"},
    {"m2", "cm2", "mm2", "dm2", "km2"},
    {"m3", "L", "cm3", "mL", "dm3", "mm3"},
    {"kg/m3", "g/cm3", "g/L"},
    {"K", "°C"},
    {"rad", "°"},
    {"", "%"},
    {"J/m2", "kWh/m2", "MJ/m2", "Wh/m2"},
    {"W/m2", "kWh/m2/a", "kW/m2"},
    {"1/s", "1/min", "1/h"},
    {"m3/s", "m3/h", "L/s", "L/min"},
    {"N/m", "N/mm", "N/cm", "kN/m"},
    {"J/(kg K)", "kJ/(kg K)", "J/(g K)"},
};

std::vector<Unit> relatives(const Dimension& dimension) {
    std::vector<Unit> units;
    for (const auto& row : unitTable) {
        if (unit(row[0]).dimension != dimension) continue;
        for (const char* symbol : row)
            if (symbol) units.push_back(unit(symbol));
    }
    // Also the kilogram whose weight a force is.
    for (const Unit& each : everydayUnits(dimension)) units.push_back(each);
    return units;
}

class Search {
public:
    Search(const Typed& typed, const Expected& expected)
        : typed_(typed), expected_(expected), used_(typed.unit.value_or(expected.unit)),
          value_(expected.unit.fromSi(used_.toSi(typed.number))),
          right_(expected.unit.fromSi(expected.si)),
          slack_(expected.tolerance / expected.unit.factor) {}

    Slip find() const {
        if (auto slip = otherUnit()) return *slip;
        if (fits(-value_) && value_ != 0) return {"sign", {}};
        if (auto slip = powerOfTen()) return *slip;
        if (value_ != 0 && fits(1 / value_)) return {"inverse", {}};
        if (fits(value_ / 2)) return {"double", {}};
        if (fits(value_ * 2)) return {"half", {}};
        const double off = std::fabs(value_ - right_);
        if (off <= std::max(nearTolerances * slack_, nearShare * std::fabs(right_)))
            return {"close", {}};
        return {value_ > right_ ? "too_high" : "too_low", {}, true};
    }

private:
    bool fits(double value) const { return right_ != 0 && std::fabs(value - right_) <= slack_; }

    // The digits are right, but in another unit than the one it was typed or asked in.
    std::optional<Slip> otherUnit() const {
        for (const Unit& other : relatives(expected_.unit.dimension)) {
            if (!fits(expected_.unit.fromSi(other.toSi(typed_.number)))) continue;
            const Args args{{"unit", other.symbol}, {"wanted", expected_.unit.symbol}};
            const bool weight = parseUnit(other.symbol).value().dimension != other.dimension;
            if (weight) return Slip{"weight", args};
            if (other.symbol.empty()) return Slip{"fraction", args};
            return Slip{typed_.unit ? "other_unit" : "not_converted", args};
        }
        return std::nullopt;
    }

    std::optional<Slip> powerOfTen() const {
        for (int power = 1; power <= largestPower; ++power) {
            const double factor = math::pow(10, power);
            const bool high = fits(value_ / factor);
            if (!high && !fits(value_ * factor)) continue;
            const char* reason = power % 3 == 0 ? (high ? "thousand_high" : "thousand_low")
                                                : (high ? "comma_high" : "comma_low");
            return Slip{reason, {{"factor", std::to_string(std::llround(factor))}}};
        }
        return std::nullopt;
    }

    const Typed& typed_;
    const Expected& expected_;
    Unit used_;
    // In the unit that is asked.
    double value_, right_, slack_;
};

}  // namespace

Slip slipOf(const Typed& typed, const Expected& expected) { return Search(typed, expected).find(); }

}  // namespace pt::checks
