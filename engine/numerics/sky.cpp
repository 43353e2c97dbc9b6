#include "engine/numerics/sky.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

constexpr double degree = math::pi / 180;
constexpr double stefanBoltzmann = 5.670374419e-8;

constexpr std::array<double, 7> clearnessBorders{1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2};
constexpr double coefficients[8][6] = {
    {-0.008, 0.588, -0.062, -0.060, 0.072, -0.022}, {0.130, 0.683, -0.151, -0.019, 0.066, -0.029},
    {0.330, 0.487, -0.221, 0.055, -0.064, -0.026},  {0.568, 0.187, -0.295, 0.109, -0.152, -0.014},
    {0.873, -0.392, -0.362, 0.226, -0.462, 0.001},  {1.132, -1.237, -0.412, 0.288, -0.823, 0.056},
    {1.060, -1.600, -0.359, 0.264, -1.127, 0.131},  {0.678, -0.327, -0.250, 0.156, -1.377, 0.251}};

}  // namespace

double relativeAirMass(double elevation) {
    const double above = std::max(elevation / degree, -1.0);
    return 1 /
           (math::sin(std::max(elevation, 0.0)) + 0.50572 * math::pow(above + 6.07995, -1.6364));
}

SkyBrightness perezBrightness(double diffuse, double beam, double extraterrestrial,
                              double elevation) {
    if (diffuse <= 0 || extraterrestrial <= 0) return {};
    const double zenith = math::pi / 2 - elevation;
    const double kappa = 1.041 * zenith * zenith * zenith;
    const double clearness = ((diffuse + beam) / diffuse + kappa) / (1 + kappa);
    const double brightness = diffuse * relativeAirMass(elevation) / extraterrestrial;
    const auto bin = std::upper_bound(clearnessBorders.begin(), clearnessBorders.end(), clearness);
    const double* f = coefficients[bin - clearnessBorders.begin()];
    return {std::max(0.0, f[0] + f[1] * brightness + f[2] * zenith),
            f[3] + f[4] * brightness + f[5] * zenith};
}

double erbsDiffuseShare(double clearness) {
    const double k = clearness;
    if (k <= 0.22) return 1 - 0.09 * std::max(k, 0.0);
    if (k > 0.80) return 0.165;
    return 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)));
}

double skyInfrared(double temperature, double dewPoint, double cloud) {
    const double tenths = 10 * std::clamp(cloud, 0.0, 1.0);
    const double clear = 0.787 + 0.764 * math::log(std::max(dewPoint, 200.0) / 273);
    const double clouds = 1 + tenths * (0.0224 + tenths * (-0.0035 + tenths * 0.00028));
    const double square = temperature * temperature;
    return std::clamp(clear * clouds, 0.3, 1.0) * stefanBoltzmann * square * square;
}

}  // namespace pt
