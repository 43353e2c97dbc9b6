// How the bridge as a whole buckles when its joints are stiff: a member cannot bow without turning
// its joints, and its neighbours hold it back or push it over.
#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <map>
#include <vector>

#include "engine/numerics/frame_fem.h"

namespace pt {

// Above this a pinned member (K = 1) stands for the whole: the eigenvalue would not be live.
inline constexpr size_t largestBuckled = 200;  // members

struct CriticalLoad {
    double load = 0;    // N hung; infinity: it never buckles
    double length = 1;  // K: N_cr = π² E I / (K L)² in every member
};

// The frame under its own loads, and unit loads that grow till the whole buckles (lowest factor of
// the linearised eigenvalue problem, four elements a member). The member that uses most of its
// pinned Euler load then is said to govern; K = sqrt(its Euler load / its force), for all members
// alike, so that the governing one reaches its limit exactly at the critical load. K = 0.5, both
// ends clamped, when nothing buckles. own, unit: the forces of the two load cases; euler: of each
// member with K = 1.
CriticalLoad criticalLoad(FrameSolver& solver, const Frame& structure,
                          const std::vector<FrameLoad>& ownLoads,
                          const std::vector<FrameLoad>& unitLoads, const FrameSolution& own,
                          const FrameSolution& unit, const std::vector<double>& euler);

// Critical loads found before, under every number that they follow from, so that what it answers
// does not depend on what was asked before: tests of one design with other strengths share theirs.
class CriticalLoads {
public:
    CriticalLoad of(FrameSolver& solver, const Frame& structure,
                    const std::vector<FrameLoad>& ownLoads, const std::vector<FrameLoad>& unitLoads,
                    const FrameSolution& own, const FrameSolution& unit,
                    const std::vector<double>& euler);
    size_t size() const { return known_.size(); }

private:
    std::map<std::vector<double>, CriticalLoad> known_;
};

// Where a member's points go: at 0, 1/4, 1/2, 3/4 and 1 of its length.
using BuckledMember = std::array<glm::dvec2, 5>;

struct BridgeBuckling {
    double load = 0;    // N hung from the bridge (or of the cart) at which it buckles
    int member = -1;    // that uses most of its own Euler load then; -1: nothing is pushed
    double length = 1;  // K
    std::vector<BuckledMember> shape;  // one a member; the largest displacement is 1
};

}  // namespace pt
