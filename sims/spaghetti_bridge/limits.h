// When a member fails: each way as a straight line in the forces on it.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/numerics/frame_fem.h"
#include "sims/spaghetti_bridge/material.h"

namespace pt {

enum class FailureMode : uint8_t { none, tension, buckling, bending, crushing, joint };
// By FailureMode, as in the string tables.
inline constexpr const char* failureModes[] = {"",        "tension",  "buckling",
                                               "bending", "crushing", "joint"};

// What decides how much a member can take.
struct MemberStrength {
    Section section;
    double tension = 0;   // Pa, drawn
    double critical = 0;  // N, at which it buckles
};

enum class End : uint8_t { none, from, to };

// One way: this share of the strength is used, 1 fails.
struct Limit {
    int member = 0;
    FailureMode mode = FailureMode::none;  // where the axial part is the larger one
    End end = End::none;                   // whose moment counts
    double axial = 0;                      // N that gives 1 alone; < 0: compression does
    double moment = 0;                     // N m that gives 1 alone, with its sign

    double axialPart(const MemberForces& forces) const { return forces.axial / axial; }
    double bendingPart(const MemberForces& forces) const;
};
// Bending gives its name to what it has the larger part in; a joint lets go as a joint.
FailureMode namedMode(const Limit& limit, double axialPart, double bendingPart);

// Buckling: N / -critical. The pulled edge: N/(A σ_t) + M/(W σ_t), with σ_t drawn; the pushed edge
// the same with the crushing strength; M = 0 in pinned joints. Glued ends: |N| / S + 2 |M| / (S w):
// the glue of strength S reaches over the width w of the member.
void addLimits(std::vector<Limit>& limits, int member, const MemberStrength& strength,
               const BridgeMaterial& material);

}  // namespace pt
