#include "engine/numerics/frame_fem.h"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/core/assert.h"
#include "engine/core/math.h"
#include "engine/numerics/frame_buckling.h"
#include "engine/numerics/frame_mesh.h"
#include "engine/numerics/frame_subdivide.h"

namespace pt {
namespace {

using frame::Element;
using frame::Ends;
using frame::Matrix;
using frame::Mesh;
using frame::Vector;

Error memberError(const char* key, size_t member) {
    return {key, "", {{"member", std::to_string(member)}}};
}

// Products of four such numbers stay finite.
bool sane(double value) { return std::fabs(value) <= 1e20; }
bool positive(double value) { return value >= 1e-30 && value <= 1e20; }

Status checkNumbers(const Frame& frame) {
    const auto nodeError = [](size_t node) {
        return Error{"frame.bad_number", "", {{"node", std::to_string(node)}}};
    };
    for (size_t n = 0; n < frame.nodes.size(); ++n)
        if (!sane(frame.nodes[n].x) || !sane(frame.nodes[n].y)) return nodeError(n);
    for (const FrameLoad& load : frame.loads) {
        if (load.node < 0 || static_cast<size_t>(load.node) >= frame.nodes.size())
            return Error{"frame.bad_load", "", {{"node", std::to_string(load.node)}}};
        if (!sane(load.fx) || !sane(load.fy) || !sane(load.m))
            return nodeError(static_cast<size_t>(load.node));
    }
    for (size_t m = 0; m < frame.members.size(); ++m) {
        const FrameMember& member = frame.members[m];
        const bool section =
            positive(member.E) && positive(member.A) && (member.truss || positive(member.I));
        if (!section || !sane(member.qx) || !sane(member.qy))
            return memberError("frame.bad_number", m);
    }
    return Ok{};
}

double extent(const Frame& frame) {
    double low[2] = {frame.nodes[0].x, frame.nodes[0].y}, high[2] = {low[0], low[1]};
    for (const FrameNode& node : frame.nodes) {
        low[0] = std::min(low[0], node.x);
        low[1] = std::min(low[1], node.y);
        high[0] = std::max(high[0], node.x);
        high[1] = std::max(high[1], node.y);
    }
    return std::max(high[0] - low[0], high[1] - low[1]);
}

Status checkMembers(const Frame& frame) {
    const int count = static_cast<int>(frame.nodes.size());
    const double shortest = 1e-9 * extent(frame);
    std::vector<std::pair<std::pair<int, int>, size_t>> ends;
    for (size_t m = 0; m < frame.members.size(); ++m) {
        const auto [from, to] = std::pair(frame.members[m].from, frame.members[m].to);
        if (from < 0 || to < 0 || from >= count || to >= count)
            return memberError("frame.bad_node", m);
        const double dx = frame.nodes[to].x - frame.nodes[from].x;
        const double dy = frame.nodes[to].y - frame.nodes[from].y;
        if (std::sqrt(dx * dx + dy * dy) <= shortest) return memberError("frame.zero_length", m);
        ends.push_back({std::minmax({from, to}), m});
    }
    std::sort(ends.begin(), ends.end());
    for (size_t i = 1; i < ends.size(); ++i)
        if (ends[i].first == ends[i - 1].first)
            return Error{"frame.duplicate",
                         "",
                         {{"member", std::to_string(ends[i].second)},
                          {"other", std::to_string(ends[i - 1].second)}}};
    return Ok{};
}

Status check(const Frame& frame) {
    if (frame.nodes.empty() || frame.members.empty()) return Error{"frame.empty", "", {}};
    if (Status numbers = checkNumbers(frame); !numbers.ok()) return numbers;
    return checkMembers(frame);
}

// What decides the numbering and the sparsity pattern.
std::vector<int> connectivity(const Frame& frame) {
    std::vector<int> all;
    all.reserve(frame.nodes.size() + 3 * frame.members.size());
    for (const FrameNode& node : frame.nodes)
        all.push_back(node.fixX + 2 * node.fixY + 4 * node.fixR);
    for (const FrameMember& m : frame.members) {
        all.push_back(m.from);
        all.push_back(m.to);
        all.push_back(m.truss ? 4 : m.hingeFrom + 2 * m.hingeTo);
    }
    return all;
}

// From the forces on both ends, in local axes.
MemberForces memberForces(const Element& element, const FrameMember& member, const Ends& ends) {
    const double q = element.cos * member.qy - element.sin * member.qx;
    const double L = element.length;
    MemberForces result;
    result.axial = (ends[3] - ends[0]) / 2;
    result.shearFrom = ends[1];
    result.shearTo = ends[4];
    result.momentFrom = ends[2];
    result.momentTo = ends[5];
    result.largestMoment = std::max(std::fabs(ends[2]), std::fabs(ends[5]));
    if (q != 0) {  // the moment is largest where the shear is zero
        const double x = std::clamp(-ends[1] / q, 0.0, L);
        const double moment = ends[2] - ends[1] * x - q * x * x / 2;
        result.largestMoment = std::max(result.largestMoment, std::fabs(moment));
    }
    return result;
}

double largest(const Vector& vector) {
    return vector.size() == 0 ? 0 : vector.cwiseAbs().maxCoeff();
}

}  // namespace

struct FrameSolver::Impl {
    std::vector<int> connected;
    std::optional<Mesh> mesh;
    std::optional<frame::Assembler> assembler;
    Matrix stiffness;  // scaled
    Vector scales;
    Eigen::SimplicialLDLT<Matrix, Eigen::Lower, Eigen::AMDOrdering<int>> factors;
    bool ready = false;

    void prepare(const Frame& frame);
    Status factor();
    Vector weakest();
    Error mechanism(const Vector& shape) const;
    Vector nodalLoads(const Frame& frame) const;
    Result<FrameSolution> solve(const Frame& frame);
    Status checkMoments(const Frame& frame) const;
};

void FrameSolver::Impl::prepare(const Frame& frame) {
    std::vector<int> now = connectivity(frame);
    if (!mesh || now != connected) {
        connected = std::move(now);
        mesh = frame::makeMesh(frame);
        assembler.emplace(*mesh);
        stiffness = assembler->pattern();
        if (mesh->size > 0) factors.analyzePattern(stiffness);
    } else {
        frame::refresh(*mesh, frame);
    }
    assembler->clear(stiffness);
    for (size_t e = 0; e < mesh->elements.size(); ++e)
        assembler->add(stiffness, e, frame::stiffness(mesh->elements[e]));
    scales = frame::scales(*mesh, stiffness);
    frame::scale(stiffness, scales);
}

// The displacement that meets the least resistance, by inverse iteration.
Vector FrameSolver::Impl::weakest() {
    Vector shape(mesh->size);
    for (int i = 0; i < mesh->size; ++i) shape[i] = 1 + 0.37 * ((i * 7) % 11);  // no symmetry
    for (int i = 0; i < 3; ++i) {
        shape = factors.solve(shape).eval();
        shape /= largest(shape);
    }
    return shape;
}

// A mechanism deforms without strain. Its strain energy is then rounding squared, while that of
// even a very slender frame stays far above: the limit lies between.
Status FrameSolver::Impl::factor() {
    constexpr double strainless = 1e-18;
    if (mesh->size == 0) return Ok{};
    factors.setShift(0);
    factors.factorize(stiffness);
    const bool singular = factors.info() != Eigen::Success;
    if (singular) {
        factors.setShift(1e-13);
        factors.factorize(stiffness);
    }
    Vector shape = weakest();
    if (!shape.allFinite()) return Error{"frame.bad_number", "", {}};
    const double size = shape.squaredNorm();
    shape = shape.cwiseProduct(scales);
    double energy = 0;
    for (const Element& element : mesh->elements)
        energy += strainEnergy(element, toLocal(element, endDisplacements(element, shape)));
    if (singular || energy < strainless * size) return mechanism(shape);
    return Ok{};
}

Error FrameSolver::Impl::mechanism(const Vector& shape) const {
    double farthest = 0;
    for (const auto& dofs : mesh->nodeDofs)
        for (int d = 0; d < 2; ++d)
            if (dofs[d] >= 0) farthest = std::max(farthest, std::fabs(shape[dofs[d]]));
    // The first of those that move as far, so that rounding does not choose.
    for (size_t n = 0; n < mesh->nodeDofs.size(); ++n)
        for (int d = 0; d < 2; ++d) {
            const int dof = mesh->nodeDofs[n][d];
            if (dof >= 0 && farthest > 0 && std::fabs(shape[dof]) >= 0.999 * farthest)
                return {"frame.mechanism",
                        "",
                        {{"node", std::to_string(n)}, {"direction", d == 0 ? "x" : "y"}}};
        }
    int turning = 0;
    shape.cwiseAbs().maxCoeff(&turning);
    return {"frame.mechanism",
            "",
            {{"node", std::to_string(mesh->dofNode[turning])}, {"direction", "r"}}};
}

// A moment where nothing can take it up.
Status FrameSolver::Impl::checkMoments(const Frame& frame) const {
    for (const FrameLoad& load : frame.loads) {
        const size_t n = static_cast<size_t>(load.node);
        if (load.m != 0 && mesh->nodeDofs[n][2] < 0 && !frame.nodes[n].fixR)
            return Error{"frame.mechanism", "", {{"node", std::to_string(n)}, {"direction", "r"}}};
    }
    return Ok{};
}

Vector FrameSolver::Impl::nodalLoads(const Frame& frame) const {
    Vector loads = Vector::Zero(mesh->size);
    for (const FrameLoad& load : frame.loads) {
        const auto& dofs = mesh->nodeDofs[load.node];
        const double values[3] = {load.fx, load.fy, load.m};
        for (int d = 0; d < 3; ++d)
            if (dofs[d] >= 0) loads[dofs[d]] += values[d];
    }
    for (const Element& element : mesh->elements) {
        const FrameMember& member = frame.members[element.member];
        if (member.qx == 0 && member.qy == 0) continue;
        const Ends clamps = toGlobal(element, clampForces(element, member));
        for (size_t i = 0; i < 6; ++i)
            if (element.dof[i] >= 0) loads[element.dof[i]] -= clamps[i];
    }
    return loads;
}

Result<FrameSolution> FrameSolver::Impl::solve(const Frame& frame) {
    if (Status held = checkMoments(frame); !held.ok()) return held.error();
    const Vector loads = nodalLoads(frame);
    FrameSolution solution;
    Vector u = loads;
    if (mesh->size > 0) {
        const Vector scaledLoads = loads.cwiseProduct(scales);
        u = factors.solve(scaledLoads);
        const auto full = stiffness.selfadjointView<Eigen::Lower>();
        u += factors.solve((scaledLoads - full * u).eval());  // one refinement
        const Vector rest = (full * u - scaledLoads).cwiseQuotient(scales);
        if (largest(loads) > 0) solution.residual = largest(rest) / largest(loads);
        u = u.cwiseProduct(scales);
        if (!u.allFinite()) return Error{"frame.bad_number", "", {}};
    }

    solution.displacements.resize(frame.nodes.size());
    solution.reactions.assign(frame.nodes.size(), {0, 0, 0});
    for (size_t n = 0; n < frame.nodes.size(); ++n)
        for (int d = 0; d < 3; ++d)
            if (mesh->nodeDofs[n][d] >= 0) solution.displacements[n][d] = u[mesh->nodeDofs[n][d]];
    for (const FrameLoad& load : frame.loads) {
        std::array<double, 3>& reaction = solution.reactions[load.node];
        reaction = {reaction[0] - load.fx, reaction[1] - load.fy, reaction[2] - load.m};
    }
    for (const Element& element : mesh->elements) {
        const FrameMember& member = frame.members[element.member];
        Ends ends = elasticForces(element, toLocal(element, endDisplacements(element, u)));
        const Ends clamps = clampForces(element, member);
        for (size_t i = 0; i < 6; ++i) ends[i] += clamps[i];
        solution.forces.push_back(memberForces(element, member, ends));
        const Ends global = toGlobal(element, ends);
        for (size_t i = 0; i < 6; ++i)
            solution.reactions[i < 3 ? member.from : member.to][i % 3] += global[i];
    }
    for (size_t n = 0; n < frame.nodes.size(); ++n) {
        const FrameNode& node = frame.nodes[n];
        const bool held[3] = {node.fixX, node.fixY, node.fixR};
        for (int d = 0; d < 3; ++d)
            if (!held[d]) solution.reactions[n][d] = 0;
    }
    return solution;
}

FrameSolver::FrameSolver() : impl_(std::make_unique<Impl>()) {}
FrameSolver::~FrameSolver() = default;
FrameSolver::FrameSolver(FrameSolver&&) noexcept = default;
FrameSolver& FrameSolver::operator=(FrameSolver&&) noexcept = default;

Result<FrameSolution> FrameSolver::solve(const Frame& frame) {
    impl_->ready = false;
    if (Status status = check(frame); !status.ok()) return status.error();
    impl_->prepare(frame);
    if (Status status = impl_->factor(); !status.ok()) return status.error();
    impl_->ready = true;
    return impl_->solve(frame);
}

Result<FrameSolution> FrameSolver::solveLoads(const Frame& frame) {
    if (!impl_->ready) return solve(frame);
    PT_ASSERT(impl_->connected == connectivity(frame));
    if (Status status = checkNumbers(frame); !status.ok()) return status.error();
    return impl_->solve(frame);
}

Result<BucklingMode> FrameSolver::buckling(const Frame& frame, int subdivide) {
    PT_ASSERT(subdivide >= 1);
    FrameSolver solver;  // the one of this frame keeps its factorisation
    if (Result<FrameSolution> whole = solver.solve(frame); !whole.ok()) return whole.error();
    const Frame fine = subdivided(frame, subdivide);
    const Result<FrameSolution> statics = solver.solve(fine);
    if (!statics.ok()) return statics.error();
    std::vector<double> axial;
    for (const MemberForces& member : statics.value().forces) axial.push_back(member.axial);
    return frame::lowestMode(fine, frame.nodes.size(), axial);
}

void addSelfWeight(Frame& frame, double gravity) {
    for (FrameMember& member : frame.members) member.qy -= member.rhoA * gravity;
}

double eulerLoad(double E, double I, double length, double K) {
    const double effective = K * length;
    return math::pi * math::pi * E * I / (effective * effective);
}

}  // namespace pt
