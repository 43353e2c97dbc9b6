#include "engine/numerics/weibull.h"

#include <cmath>

#include "engine/core/assert.h"
#include "engine/core/math.h"

namespace pt {

// Stirling's series above 16, where its next term is below 1e-19; smaller arguments are brought
// there by Γ(x + 1) = x Γ(x).
double logGamma(double x) {
    PT_ASSERT(x > 0);
    double product = 1;
    double y = x;
    for (; y < 16; y += 1) product *= y;
    const double r = 1 / y, s = r * r;
    const double series =
        r * (1.0 / 12 -
             s * (1.0 / 360 -
                  s * (1.0 / 1260 -
                       s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360 - s / 156))))));
    return (y - 0.5) * math::log(y) - y + 0.5 * math::log(2 * math::pi) + series -
           math::log(product);
}

double gammaFunction(double x) { return math::exp(logGamma(x)); }

double betaFunction(double a, double b) {
    return math::exp(logGamma(a) + logGamma(b) - logGamma(a + b));
}

Weibull Weibull::ofMean(double mean, double modulus) {
    return {mean / gammaFunction(1 + 1 / modulus), modulus};
}

double Weibull::mean() const { return scale * gammaFunction(1 + 1 / modulus); }

double Weibull::variation() const {
    const double first = gammaFunction(1 + 1 / modulus);
    const double second = gammaFunction(1 + 2 / modulus);
    return std::sqrt(second / (first * first) - 1);
}

double Weibull::fractile(double probability) const {
    PT_ASSERT(probability >= 0 && probability < 1);
    if (probability == 0) return 0;
    return scale * math::pow(-math::log(1 - probability), 1 / modulus);
}

double Weibull::failureProbability(double strength) const {
    if (strength <= 0) return 0;
    return 1 - math::exp(-math::pow(strength / scale, modulus));
}

double sizeEffect(double modulus, double times) { return math::pow(times, -1 / modulus); }

double bendingVolume(double modulus) {
    return betaFunction((modulus + 1) / 2, 1.5) / (math::pi * (modulus + 1));
}

double bendingRatio(double modulus) { return sizeEffect(modulus, bendingVolume(modulus)); }

double bundleStrength(double modulus) { return math::pow(modulus * math::exp(1), -1 / modulus); }

}  // namespace pt
