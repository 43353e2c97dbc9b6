#include "sims/spaghetti_bridge/strength.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "engine/numerics/weibull.h"

namespace pt {

double drawBundle(double weibullModulus, int strands, uint64_t seed, std::string_view member) {
    const double scale = Weibull::ofMean(1, weibullModulus).scale;
    Rng random(seed, "strength " + std::string(member));
    std::vector<double> drawn;
    for (int i = 0; i < strands; ++i) drawn.push_back(random.weibull(weibullModulus, scale));
    std::sort(drawn.begin(), drawn.end());
    double best = 0;
    for (int k = 0; k < strands; ++k) best = std::max(best, drawn[k] * (strands - k) / strands);
    return best;
}

double drawPlanes(const BridgeMaterial& material, int strands, uint64_t seed,
                  const std::string& member) {
    const double first = drawBundle(material.weibullModulus, strands, seed, member);
    if (material.planes < 2) return first;
    // No name of a member holds a comma.
    return std::min(first, drawBundle(material.weibullModulus, strands, seed, member + ",2"));
}

double drawThickness(const BridgeMaterial& material, int strands, uint64_t seed,
                     const std::string& member) {
    if (material.diameterScatter == 0) return 1;
    Rng random(seed, "thickness " + member);
    const double spread = material.diameterScatter / std::sqrt(static_cast<double>(strands));
    return std::clamp(1 + spread * random.normal(), 0.5, 1.5);
}

double meanStrength(const BridgeMaterial& material, double length) {
    return material.tensileStrength *
           math::pow(material.strengthLength / length, 1 / material.weibullModulus);
}

double StrengthDraws::of(const BridgeMaterial& material, int strands, uint64_t seed,
                         const std::string& member) {
    const Key key{seed, material.weibullModulus, material.planes};
    if (drawnFor_ != key) {
        drawn_.clear();
        drawnFor_ = key;
    }
    const auto [entry, isNew] = drawn_.try_emplace({member, strands}, 0);
    if (isNew) entry->second = drawPlanes(material, strands, seed, member);
    return entry->second;
}

}  // namespace pt
