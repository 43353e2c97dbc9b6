// Floors on the ground: the resistance of the soil, and how much of the year's wave is felt.
#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/passive_house/house_building.h"

namespace pt {
namespace {

constexpr double soil = 2;           // W/(m K), sand or gravel
constexpr double penetration = 3.2;  // m of the year's wave into it
constexpr double inward = 0.17;      // m² K/W above a floor
constexpr double outward = 0.04;     // m² K/W outdoors
constexpr int daysAMonth = 365 / 12;
constexpr double day = 86400;

double resistanceOf(const HouseConstruction& part) {
    double sum = 0;
    for (const BuildingLayer& layer : layersOf(part).layers)
        sum += layer.resistance > 0 ? layer.resistance : layer.thickness / layer.conductivity;
    return sum;
}

// The coldest and the warmest month outdoors.
struct Wave {
    double amplitude = 0;
    int coldest = 0;  // month
};
Wave yearlyWave(const Weather& weather) {
    std::array<double, 12> means{};
    for (size_t month = 0; month < 12; ++month) {
        const size_t hours = size_t{24} * daysAMonth;
        for (size_t h = month * hours; h < (month + 1) * hours; ++h)
            means[month] += weather.hours[h].temperature / static_cast<double>(hours);
    }
    const auto [low, high] = std::minmax_element(means.begin(), means.end());
    return {(*high - *low) / 2, static_cast<int>(low - means.begin())};
}

}  // namespace

GroundContact groundContact(const House& house, const Weather& weather) {
    const double area = house.footprint(), perimeter = 2 * (house.width + house.depth);
    const double ratio = area / (perimeter / 2);
    const double layers = resistanceOf(house.part(Part::floor));
    const double depth = thicknessOf(house.part(Part::wall)) + soil * (inward + layers + outward);
    const double U = depth < ratio ? 2 * soil / (math::pi * ratio + depth) *
                                         math::log(math::pi * ratio / depth + 1)
                                   : soil / (0.457 * ratio + depth);
    const Wave wave = yearlyWave(weather);
    const double edge = 0.37 * perimeter * soil * math::log(penetration / depth + 1);
    GroundContact contact;
    contact.resistance = std::max(1 / U - inward - layers, outward);
    contact.mean = weather.groundMean;
    contact.swing = wave.amplitude * std::min(1.0, edge / (area * U));
    contact.lag = (wave.coldest + 1.5) * daysAMonth * day;  // a month after the coldest one
    return contact;
}

}  // namespace pt
