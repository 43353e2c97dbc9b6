// Plane frames and trusses with large displacements and rotations but small strains: equilibrium
// under dead loads, and the whole load path through limit points and snap-back.
// Every element carries a frame of its own along its chord; in that frame a beam is the linear
// Euler-Bernoulli one and a truss member has engineering strain. Source: Crisfield, Non-linear
// Finite Element Analysis of Solids and Structures, vol. 1 (1991), ch. 7 and 9.
// The error of beams falls as the square of the element length; divide members accordingly.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "engine/numerics/frame_fem.h"

namespace pt {

struct LargeOptions {
    int subdivide = 8;       // elements a frame member, >= 1; truss members are one element
    std::vector<int> parts;  // the same for each member apart; empty: `subdivide` for all
    // Loads that stay as they are while those of the frame grow, e.g. weight.
    std::vector<FrameLoad> kept;
    int steps = 10;  // solveLarge: load steps to begin with, >= 1; halved where Newton fails
};

// One state of equilibrium under `factor` times the loads of the frame, for the nodes and members
// as they were given. Rotations count full turns. Shears stand square on the turned chord; the
// axial force of a member in several elements is their mean.
struct PathPoint {
    double factor = 0;
    FrameSolution state;  // residual: largest force out of balance / largest force at a member end
    double energy = 0;    // strain energy, springs included
    int unstable = 0;     // directions in which it would run away; 0: stable
    int iterations = 0;
};

struct LargeSolution {
    PathPoint point;  // at factor 1; without convergence the last equilibrium before it
    bool converged = false;
    bool snapped = false;  // factor 1 lies beyond a limit point: under it the frame snaps through
    int iterations = 0;    // of all steps
};

// A displacement to meet on the path; direction 0 ux, 1 uy, 2 rz.
struct PathTarget {
    int node = 0, direction = 1;
    double value = 0;
};

struct LoadPathOptions : LargeOptions {
    int limits = 1;  // ends after so many limit points, once all targets are met; 0: never
    double maxFactor = std::numeric_limits<double>::infinity();  // ends exactly there
    std::vector<PathTarget> targets;
    // Ends where this becomes 0 or less, found to 1e-9 of the path, e.g. 1 - largest utilisation.
    std::function<double(const PathPoint&)> margin;
    double firstStep = 0;  // displacement of the first step as a part of the frame's size; 0: 1e-3
    int maxPoints = 500;   // 2 .. 100 000; it also bounds the iterations, to 40 a point
};

enum class PathEnd {
    limits,  // the asked limit points and targets
    factor,  // maxFactor
    margin,  // the caller's margin is used up
    points,  // maxPoints
    lost,    // no equilibrium found ahead, even in the smallest step
};

struct LoadPath {
    std::vector<PathPoint> points;  // from factor 0 on, in the order of the path
    std::vector<PathPoint> limits;  // where the factor is stationary, to 1e-10 of the path
    std::vector<std::optional<PathPoint>> met;  // a target: the first meeting
    PathEnd end = PathEnd::points;
    int iterations = 0;
};

// Settlements grow with the loads. Errors: those of FrameSolver::solve;
// frame.bad_option {option}: a number outside its range; for a path also
// frame.no_load: nothing grows, and frame.bad_target {node}.
// solveLarge takes the state that stands: where load steps fail or end in an unstable one, the
// first state under the whole load along the path.
Result<LargeSolution> solveLarge(const Frame& frame, const LargeOptions& options = {});
Result<LoadPath> followLoad(const Frame& frame, const LoadPathOptions& options = {});

}  // namespace pt
