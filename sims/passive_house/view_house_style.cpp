#include "sims/passive_house/view_house_style.h"

#include <algorithm>
#include <cmath>

#include "engine/units/unit.h"

namespace pt::house_view {
namespace {

constexpr double kilowattHour = 3.6e6;  // J

// Digits that a number needs for so many decimals, at least one.
int digitsFor(double value, int decimals) {
    int whole = 1;
    const double size = std::fabs(value);
    for (double rest = size; rest >= 10 && whole < 12; rest /= 10) ++whole;
    for (double rest = size; rest > 0 && rest < 1 - 1e-9 && whole > -12; rest *= 10) --whole;
    return std::clamp(whole + decimals, 1, 15);
}

}  // namespace

Style stroked(Ink ink, double width, double alpha) {
    Style style;
    style.stroke = ink;
    style.width = width;
    style.strokeAlpha = alpha;
    return style;
}

Style filled(Ink ink, double alpha) {
    Style style;
    style.width = 0;
    style.fill = ink;
    style.fillAlpha = alpha;
    return style;
}

Style outlined(Ink fill, Ink stroke, double width) {
    Style style = stroked(stroke, width);
    style.fill = fill;
    style.fillAlpha = 1;
    return style;
}

double unitShare(double value) { return value > 0 ? std::min(value, 1.0) : 0; }

Style heated(double temperature) {
    Style style = filled(Ink::paper);
    style.palette = Palette::temperature;
    style.magnitude = unitShare((temperature - coldest) / (warmest - coldest));
    return style;
}

std::string say(const Words& words, std::string_view key, const Args& args) {
    return words("passive_house.house." + std::string(key), args);
}

std::string plain(const Words& words, double value, int most) {
    double scale = 1;
    for (int i = 0; i < most; ++i) scale *= 10;
    const double rounded = std::floor(value * scale + 0.5) / scale;
    int decimals = 0;
    for (double unit = 1; decimals < most; ++decimals, unit *= 10)
        if (std::fabs(rounded * unit - std::floor(rounded * unit + 0.5)) < 1e-6) break;
    return words.number(rounded, digitsFor(rounded, decimals));
}

std::string celsius(const Words& words, double kelvin) {
    const double value = kelvin - 273.15;
    return words.number(value, digitsFor(value, 1)) + "\u202f°C";
}

std::string watts(const Words& words, double watt) {
    if (std::fabs(watt) >= 9995) return words.quantity(watt, unit("kW"));
    const double whole = std::floor(watt + 0.5);
    return words.quantity(whole == 0 ? 0.0 : whole, unit("W"), digitsFor(whole, 0));
}

std::string kilowattHours(const Words& words, double joule) {
    const double whole = std::floor(joule / kilowattHour + 0.5);
    return words.quantity((whole == 0 ? 0.0 : whole) * kilowattHour, unit("kWh"),
                          digitsFor(whole, 0));
}

std::string centimetres(const Words& words, double metres) {
    return plain(words, metres * 100, 1) + "\u202fcm";
}

}  // namespace pt::house_view
