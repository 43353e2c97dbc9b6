// Strength that scatters: the two-parameter Weibull distribution of brittle material,
// P(failure at s) = 1 - exp(-(V/V0) (s/s0)^m). Source: W. Weibull, A statistical theory of the
// strength of materials, 1939; Daniels, Proc. R. Soc. A 183, 1945, for bundles.
#pragma once

namespace pt {

// ln Γ(x) and B(a, b) for x, a, b > 0; relative error below 1e-13 (of Γ itself).
double logGamma(double x);
double gammaFunction(double x);
double betaFunction(double a, double b);

// Strength of the reference volume V0: scale s0 > 0 (63.2 % fails below it), modulus m > 0.
struct Weibull {
    double scale = 1, modulus = 10;

    static Weibull ofMean(double mean, double modulus);
    double mean() const;
    double variation() const;                          // standard deviation / mean
    double fractile(double probability) const;         // strength below which this part fails, 0..1
    double failureProbability(double strength) const;  // 0 below 0
};

// How many times stronger `times` the volume is, on average.
double sizeEffect(double modulus, double times);
// Effective volume / volume of a round rod in three-point bending, whose surface at mid-span has
// the largest stress: B((m+1)/2, 3/2) / (π (m+1)).
double bendingVolume(double modulus);
// Mean strength in three-point bending / in tension, the same round rod.
double bendingRatio(double modulus);
// Strength per strand of a large bundle that shares the load equally / s0: (m e)^(-1/m).
double bundleStrength(double modulus);

}  // namespace pt
