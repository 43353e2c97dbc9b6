// Brittle failure of a plane frame, one member after the other: what breaks is gone, the load
// stays, and the rest is solved again by linear statics until it holds or cannot stand.
#pragma once

#include <limits>
#include <vector>

#include "engine/numerics/frame_fem.h"

namespace pt {

// The largest axial forces a member can take, > 0; infinity: never breaks so. The smaller of
// `compression` (crushing) and `critical` (buckling) decides under pressure.
struct BrittleStrength {
    double tension = std::numeric_limits<double>::infinity();
    double compression = std::numeric_limits<double>::infinity();
    double critical = std::numeric_limits<double>::infinity();
};

enum class BrittleMode { tension, compression, buckling };

struct BrittleFailure {
    size_t member = 0;
    BrittleMode mode = BrittleMode::tension;
    double force = 0;  // axial force it broke at, tension > 0
};

// One failure and what it does to the rest. Forces are axial, tension > 0, under the load of the
// first failure; 0 for a member that is gone.
struct BrittleStage {
    std::vector<BrittleFailure> failed;  // at once, in member order
    std::vector<double> before, after;   // `after` is all 0 when the rest cannot stand
    // Load factor at which the rest, loaded anew, would break next; 0: it cannot stand,
    // infinity: nothing of it can break.
    double capacity = 0;
};

struct BrittleCascade {
    double firstFailure = std::numeric_limits<double>::infinity();  // load factor; infinity: none
    std::vector<BrittleStage> stages;
    bool collapse = false;   // equilibrium was lost
    std::vector<bool> left;  // a member: still unbroken
};

// One strength a member. The members with the largest utilisation (ties to 1e-9) break together.
// A bar that is left hanging from one end, and a node without members, take no part any more
// unless something loads them. Errors: those of FrameSolver::solve, and
// frame.bad_strength {member}: not above 0.
Result<BrittleCascade> brittleCascade(const Frame& frame,
                                      const std::vector<BrittleStrength>& strengths);

}  // namespace pt
