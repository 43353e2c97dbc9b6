#include "engine/numerics/building_film.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "engine/core/bits.h"
#include "engine/core/math.h"

namespace pt {
namespace {

// The cube root within 1e-9 of itself, four times as fast as the exact one: films take most of a
// step's time and are known to some per cent. The exponent over three, then two steps of Halley.
double quickCubeRoot(double x) {
    if (!(x > 1e-30)) return 0;
    double root = bitCast<double>(bitCast<uint64_t>(x) / 3 + 0x2A9F7893782DA1CEull);
    for (int i = 0; i < 2; ++i) {
        const double cube = root * root * root;
        root *= (cube + 2 * x) / (2 * cube + x);
    }
    return root;
}

}  // namespace

NaturalFilm::NaturalFilm(double up) : up_(up) {
    const double lying = std::fabs(up);
    rising_ = 9.482 / (7.238 - lying);
    still_ = 1.810 / (1.382 + lying);
}

double NaturalFilm::at(double faceMinusAir) const {
    const double factor = up_ * faceMinusAir >= 0 ? rising_ : still_;
    return std::max(0.1, factor * quickCubeRoot(std::fabs(faceMinusAir)));
}

WindPowers windPowers(double wind) {
    if (!(wind > 0)) return {};
    return {math::pow(wind, 0.89), math::pow(wind, 0.617)};
}

WindPowers windFactorsAt(double height) {
    const WindPowers share = windPowers(math::pow(std::max(height, 0.5) / 10, 0.14));
    return {0.5 * 3.26 * share.windward, 0.5 * 3.55 * share.leeward};
}

double outsideFilm(double natural, double forced, double roughness) {
    const double smooth = std::sqrt(natural * natural + forced * forced);
    return natural + roughness * (smooth - natural);
}

OutsideView outsideView(double tilt) {
    const double sky = (1 + math::cos(tilt)) / 2;
    const double share = sky * std::sqrt(sky);
    return {share, 1 - share};
}

}  // namespace pt
