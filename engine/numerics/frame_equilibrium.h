// Balance of a frame under large displacements, and Newton's method for it. Internal to numerics.
#pragma once

#include <Eigen/SparseCholesky>
#include <vector>

#include "engine/numerics/frame_corotated.h"

namespace pt::frame {

// Displacements of the mesh, and the share of the loads that grow.
struct Place {
    Vector u;
    double factor = 0;
};

// The one equation that balance leaves open: along · u + factor λ = value.
struct Condition {
    Vector along;
    double factor = 0;
    double value = 0;
};

struct Newton {
    bool converged = false;
    int iterations = 0;
};

class Equilibrium {
public:
    // The loads of the frame and its settlements grow from 0, while `kept` stay.
    Equilibrium(const Frame& frame, const std::vector<FrameLoad>& kept);
    // The other way round, to begin with: only the kept loads grow; then they stay again.
    void growKept(bool only);

    // From `place` to balance. On success the stiffness at the new place is factored. Balance of
    // an element bent by more than a quarter turn is none: it needs more elements.
    Newton solve(Place& place, const Condition& condition, int mostIterations);
    // Of the place solved last: du/dλ of the path there, ...
    Vector slope() const;
    // ... in how many directions its stiffness is negative, ...
    int unstable() const;
    // ... the largest force out of balance, as a part of the largest at a member's end.
    double residual() const;
    const std::vector<Corotated>& elements() const { return states_; }

    const Mesh& mesh() const { return mesh_; }
    // Does anything grow that could move the frame?
    bool loaded() const;
    // Global axes, settlements included.
    Ends ends(size_t element, const Place& place) const;

private:
    void evaluate(const Place& place);
    bool factor();
    bool overbent() const;

    Mesh mesh_;
    Assembler assembler_;
    Matrix stiffness_;
    Eigen::SimplicialLDLT<Matrix, Eigen::Lower, Eigen::AMDOrdering<int>> factors_;
    std::vector<Corotated> states_;
    Vector keptLoads_, frameLoads_;
    bool onlyKept_ = false;
    Vector growing_;  // what balance misses for a unit of λ: loads, less the settlements' forces
    Vector missing_;  // loads less member forces
    double largestForce_ = 0, rounding_ = 0, stiffest_ = 0;
};

}  // namespace pt::frame
