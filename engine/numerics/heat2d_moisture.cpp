// What a junction means for the house: its extra loss, and whether its coldest corner stays dry.
#include <algorithm>

#include "engine/core/math.h"
#include "engine/numerics/heat2d.h"

namespace pt {
namespace {

constexpr double freezing = 273.15;  // K
constexpr double mouldHumidity = 0.8;

// Magnus over water with the coefficients of ISO 13788: 610.5 Pa, 17.269 and 237.3 °C.
constexpr double slope = 17.269, offset = 237.3;

// ln(p / 610.5 Pa) of saturated air.
double logSaturation(double temperature) {
    const double celsius = temperature - freezing;
    return slope * celsius / (offset + celsius);
}
double temperatureOf(double logPressure) {
    return freezing + offset * logPressure / (slope - logPressure);
}
// Magnus holds from about -45 to 60 °C; outside it the ends stand for the rest.
double inRange(double temperature) { return std::clamp(temperature, 223.15, 373.15); }

}  // namespace

double psiValue(double flow, double difference, std::span<const double> uTimesLength) {
    double psi = difference == 0 ? 0 : flow / difference;
    for (const double loss : uTimesLength) psi -= loss;
    return psi;
}

double surfaceFactor(double face, double inside, double outside) {
    return inside == outside ? 1 : (face - outside) / (inside - outside);
}

double dewPointOf(double temperature, double humidity) {
    const double wet = std::clamp(humidity, 1e-3, 1.0);
    return temperatureOf(logSaturation(inRange(temperature)) + math::log(wet));
}

double mouldPointOf(double temperature, double humidity) {
    const double wet = std::clamp(humidity / mouldHumidity, 1e-3, 1 / mouldHumidity);
    return temperatureOf(logSaturation(inRange(temperature)) + math::log(wet));
}

}  // namespace pt
