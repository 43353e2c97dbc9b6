// Plane frames of straight Euler-Bernoulli members: linear and second-order statics, linearised
// buckling.
// Any consistent units. x right, y up, rotation counter-clockwise; N > 0 is tension; reactions
// act on the structure. Source: the direct stiffness method, e.g. McGuire, Gallagher and Ziemian,
// Matrix Structural Analysis, 2nd ed., ch. 4, 5 and 9.
#pragma once

#include <array>
#include <limits>
#include <memory>
#include <vector>

#include "engine/core/result.h"

namespace pt {

struct FrameNode {
    double x = 0, y = 0;
    bool fixX = false, fixY = false, fixR = false;
    double moveX = 0, moveY = 0, turn = 0;  // settlement: only where that direction is fixed
};

constexpr double rigidJoint = std::numeric_limits<double>::infinity();

struct FrameMember {
    int from = 0, to = 0;  // node indices
    double E = 0, A = 0, I = 0;
    bool truss = false;                       // both ends hinged: axial force only, I is not used
    bool hingeFrom = false, hingeTo = false;  // frame: moment released at that end
    double qx = 0, qy = 0;                    // global force per unit member length
    // Moment per radian between the end of a frame member and its node: 0 is a hinge.
    double springFrom = rigidJoint, springTo = rigidJoint;
    double rhoA = 0;  // mass per unit length, for natural frequencies and self weight
};

struct FrameLoad {
    int node = 0;
    double fx = 0, fy = 0, m = 0;
};

struct Frame {
    std::vector<FrameNode> nodes;
    std::vector<FrameMember> members;
    std::vector<FrameLoad> loads;
};

// Adds the members' own weight to their loads; gravity as an acceleration along -y.
void addSelfWeight(Frame& frame, double gravity);

// In member axes (x along from->to, y 90° counter-clockwise of it): what the nodes exert on the
// ends of the member.
struct MemberForces {
    double axial = 0;                   // N, mean over the member, tension > 0
    double shearFrom = 0, shearTo = 0;  // V
    double momentFrom = 0, momentTo = 0;
    double largestMoment = 0;  // largest |M| along the member, between the ends included
};

struct FrameSolution {
    std::vector<std::array<double, 3>> displacements;  // ux, uy, rz a node
    std::vector<std::array<double, 3>> reactions;      // fx, fy, m a node; 0 where free
    std::vector<MemberForces> forces;
    double residual = 0;  // max |K u - f| / max |f|
};

// Equilibrium on the sideways displaced members: (K + Kg(N)) u = f, small rotations.
struct SecondOrderSolution {
    FrameSolution state;
    bool converged = false;  // the axial forces N have settled
    int iterations = 0;
    double residual = 0;  // max |(K + Kg(N)) u - f| / max |f|, N being those of u
};

struct BucklingMode {
    double factor = 0;  // smallest positive multiplier of all loads; infinity: none found
    std::vector<std::array<double, 3>> shape;  // largest translation 1
    bool converged = false;
    int iterations = 0;
    double residual = 0;
};

// Keeps the sparsity pattern and the symbolic factorisation while nodes and connectivity stay.
class FrameSolver {
public:
    FrameSolver();
    ~FrameSolver();
    FrameSolver(FrameSolver&&) noexcept;
    FrameSolver& operator=(FrameSolver&&) noexcept;

    // Errors: frame.empty, frame.bad_number {member|node}, frame.bad_load {node}: no such node,
    // frame.bad_spring {member}, frame.zero_length {member}, frame.duplicate {member, other},
    // frame.bad_node {member}, frame.mechanism {node, direction: "x"|"y"|"r"}: the node that can
    // move freely. Indices as text, from 0.
    Result<FrameSolution> solve(const Frame& frame);
    // For several load cases of the same frame: replaces the loads only.
    Result<FrameSolution> solveLoads(const Frame& frame);
    // P-delta. Also: frame.beyond_critical: the loads are above the buckling load. Divide the
    // members first (frame_subdivide.h) for the bending of each between its ends.
    Result<SecondOrderSolution> secondOrder(const Frame& frame);
    // Lowest positive factor; members are divided in `subdivide` elements first.
    Result<BucklingMode> buckling(const Frame& frame, int subdivide = 4);
    // The lowest positive factors, at least one and at most `count`; member m in parts[m] elements.
    Result<std::vector<BucklingMode>> buckling(const Frame& frame, const std::vector<int>& parts,
                                               int count);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Euler: π² E I / (K L)².
double eulerLoad(double E, double I, double length, double K);

}  // namespace pt
