// Paints and words that the drawings of the house share.
#pragma once

#include <string>
#include <string_view>

#include "engine/view/scene.h"

namespace pt::house_view {

Style stroked(Ink ink, double width, double alpha = 1);
Style filled(Ink ink, double alpha = 1);
Style outlined(Ink fill, Ink stroke, double width = 1);

// Colours of temperatures: what the ends of the palette stand for, K.
inline constexpr double coldest = 278.15, warmest = 308.15;
Style heated(double temperature);  // filled by the palette

// The text "passive_house.house.<key>".
std::string say(const Words& words, std::string_view key, const Args& args = {});
std::string celsius(const Words& words,
                    double kelvin);                           // "20,4 °C": a decimal always
std::string watts(const Words& words, double watt);           // "−312 W", "1,25 kW"
std::string kilowattHours(const Words& words, double joule);  // "1240 kWh"
std::string centimetres(const Words& words, double metres);   // "29,5 cm"
std::string plain(const Words& words, double value,
                  int most);  // at most so many decimals

double unitShare(double value);  // clamped to 0 .. 1; NaN: 0

}  // namespace pt::house_view
