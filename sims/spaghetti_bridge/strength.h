// Strength that scatters from strand to strand: seeded draws for bundles of them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "sims/spaghetti_bridge/material.h"

namespace pt {

// Strength of a bundle whose strands have strength 1 on average: the brittle strands share the
// force equally until the weakest arrangement gives way, max over k of (n - k) σ_(k) / n with σ
// sorted (Daniels 1945). Each σ is drawn from a Weibull distribution in a stream of the member's
// own name: no other member changes it.
double drawBundle(double weibullModulus, int strands, uint64_t seed, std::string_view member);

// The same of the weaker of its twins in `planes` planes.
double drawPlanes(const BridgeMaterial& material, int strands, uint64_t seed,
                  const std::string& member);

// Thickness of this member's strands / the usual one: the mean of n strands that each scatter.
double drawThickness(const BridgeMaterial& material, int strands, uint64_t seed,
                     const std::string& member);

// What a strand of this length (m, > 0) has on average: the size effect (V0/V)^(1/m).
double meanStrength(const BridgeMaterial& material, double length);

// Drawing is the dear part of an edit: it is done once a member and number of strands.
class StrengthDraws {
public:
    double of(const BridgeMaterial& material, int strands, uint64_t seed,
              const std::string& member);

private:
    std::map<std::pair<std::string, int>, double> drawn_;
    struct Key {
        uint64_t seed = 0;
        double modulus = 0;
        int planes = 0;
        bool operator==(const Key&) const = default;
    } drawnFor_;
};

}  // namespace pt
