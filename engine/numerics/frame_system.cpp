#include "engine/numerics/frame_system.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace pt::frame {
namespace {

// What decides the numbering and the sparsity pattern.
std::vector<int> connectivity(const Frame& frame, Joints joints) {
    std::vector<int> all;
    all.reserve(frame.nodes.size() + 3 * frame.members.size());
    for (const FrameNode& node : frame.nodes)
        all.push_back(node.fixX + 2 * node.fixY + 4 * node.fixR);
    for (const FrameMember& m : frame.members) {
        all.push_back(m.from);
        all.push_back(m.to);
        int ends = joined(m, 0) + 2 * joined(m, 1);
        if (joints == Joints::own) ends += 4 * turnsOnNode(m, 0) + 8 * turnsOnNode(m, 1);
        all.push_back(ends);
    }
    return all;
}

Error loose(size_t node, const char* direction) {
    return {"frame.mechanism", "", {{"node", std::to_string(node)}, {"direction", direction}}};
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

bool loaded(const FrameMember& member) { return member.qx != 0 || member.qy != 0; }

bool settled(const Element& element) {
    return std::any_of(element.held.begin(), element.held.end(), [](double d) { return d != 0; });
}

}  // namespace

Vector startVector(int size) {
    Vector start(size);
    for (int i = 0; i < size; ++i) start[i] = 1 + 0.37 * ((i * 7) % 11);
    return start;
}

double largest(const Vector& vector) {
    return vector.size() == 0 ? 0 : vector.cwiseAbs().maxCoeff();
}

bool System::fits(const Frame& frame) const { return connected_ == connectivity(frame, joints_); }

Status System::prepare(const Frame& frame) {
    std::vector<int> now = connectivity(frame, joints_);
    if (!mesh_ || now != connected_) {
        connected_ = std::move(now);
        ++numbering_;
        mesh_ = makeMesh(frame, joints_);
        assembler_.emplace(*mesh_);
        stiffness_ = assembler_->pattern();
        if (mesh_->size > 0) factors_.analyzePattern(stiffness_);
    } else {
        refresh(*mesh_, frame);
    }
    assembler_->clear(stiffness_);
    for (size_t e = 0; e < mesh_->elements.size(); ++e)
        assembler_->add(stiffness_, e, frame::stiffness(mesh_->elements[e]));
    assembler_->addJoints(stiffness_, *mesh_);
    scales_ = frame::scales(*mesh_, stiffness_);
    scale(stiffness_, scales_);
    return factor();
}

// The displacement that meets the least resistance, by inverse iteration.
Vector System::weakest() {
    Vector shape = startVector(mesh_->size);
    for (int i = 0; i < 3; ++i) {
        shape = factors_.solve(shape).eval();
        shape /= largest(shape);
    }
    return shape;
}

// A mechanism deforms without strain. Its strain energy is then rounding squared, while that of
// even a very slender frame stays far above: the limit lies between.
Status System::factor() {
    constexpr double strainless = 1e-18;
    if (mesh_->size == 0) return Ok{};
    factors_.setShift(0);
    factors_.factorize(stiffness_);
    const bool singular = factors_.info() != Eigen::Success;
    if (singular) {
        factors_.setShift(1e-13);
        factors_.factorize(stiffness_);
    }
    Vector shape = weakest();
    if (!shape.allFinite()) return Error{"frame.bad_number", "", {}};
    const double size = shape.squaredNorm();
    shape = shape.cwiseProduct(scales_);
    double energy = 0;
    for (const Element& element : mesh_->elements)
        energy += strainEnergy(element, toLocal(element, freeDisplacements(element, shape)));
    for (const Joint& joint : mesh_->joints) energy += jointEnergy(joint, shape);
    if (singular || energy < strainless * size) return mechanism(shape);
    return Ok{};
}

Error System::mechanism(const Vector& shape) const {
    double farthest = 0;
    for (const auto& dofs : mesh_->nodeDofs)
        for (int d = 0; d < 2; ++d)
            if (dofs[d] >= 0) farthest = std::max(farthest, std::fabs(shape[dofs[d]]));
    // The first of those that move as far, so that rounding does not choose.
    for (size_t n = 0; n < mesh_->nodeDofs.size(); ++n)
        for (int d = 0; d < 2; ++d) {
            const int dof = mesh_->nodeDofs[n][d];
            if (dof >= 0 && farthest > 0 && std::fabs(shape[dof]) >= 0.999 * farthest)
                return loose(n, d == 0 ? "x" : "y");
        }
    int turning = 0;
    shape.cwiseAbs().maxCoeff(&turning);
    return loose(static_cast<size_t>(mesh_->dofNode[turning]), "r");
}

Status System::checkMoments(const Frame& frame) const {
    for (const FrameLoad& load : frame.loads) {
        const size_t n = static_cast<size_t>(load.node);
        if (load.m != 0 && mesh_->nodeDofs[n][2] < 0 && !frame.nodes[n].fixR) return loose(n, "r");
    }
    return Ok{};
}

Vector System::loads(const Frame& frame, const std::vector<Axial>* axial) const {
    Vector loads = Vector::Zero(mesh_->size);
    for (const FrameLoad& load : frame.loads) {
        const auto& dofs = mesh_->nodeDofs[load.node];
        const double values[3] = {load.fx, load.fy, load.m};
        for (int d = 0; d < 3; ++d)
            if (dofs[d] >= 0) loads[dofs[d]] += values[d];
    }
    for (const Joint& joint : mesh_->joints) loads[joint.own] += joint.stiffness * joint.held;
    const Vector none = Vector::Zero(mesh_->size);
    for (size_t e = 0; e < mesh_->elements.size(); ++e) {
        const Element& element = mesh_->elements[e];
        if (!loaded(frame.members[element.member]) && !settled(element)) continue;
        const Ends held = endForces(frame, e, none, axial ? &(*axial)[e] : nullptr);
        const Ends clamps = toGlobal(element, held);
        for (size_t i = 0; i < 6; ++i)
            if (element.dof[i] >= 0) loads[element.dof[i]] -= clamps[i];
    }
    return loads;
}

Vector System::solve(const Factors& factors, const Matrix& matrix, const Vector& loads) const {
    const Vector scaled = loads.cwiseProduct(scales_);
    Vector u = factors.solve(scaled);
    u += factors.solve((scaled - matrix.selfadjointView<Eigen::Lower>() * u).eval());
    return u.cwiseProduct(scales_);
}

Ends System::endForces(const Frame& frame, size_t e, const Vector& u, const Axial* axial) const {
    const Element& element = mesh_->elements[e];
    const Ends local = toLocal(element, endDisplacements(element, u));
    Ends ends = elasticForces(element, local);
    const Ends clamps = clampForces(element, frame.members[element.member]);
    for (size_t i = 0; i < 6; ++i) ends[i] += clamps[i];
    if (!axial) return ends;
    const Ends second = geometricForces(element, *axial, local);
    for (size_t i = 0; i < 6; ++i) ends[i] += second[i];
    return ends;
}

FrameSolution System::solution(const Frame& frame, const Vector& u,
                               const std::vector<Axial>* axial) const {
    FrameSolution solution;
    solution.displacements.resize(frame.nodes.size());
    solution.reactions.assign(frame.nodes.size(), {0, 0, 0});
    for (const FrameLoad& load : frame.loads) {
        std::array<double, 3>& reaction = solution.reactions[load.node];
        reaction = {reaction[0] - load.fx, reaction[1] - load.fy, reaction[2] - load.m};
    }
    for (size_t e = 0; e < mesh_->elements.size(); ++e) {
        const Element& element = mesh_->elements[e];
        const FrameMember& member = frame.members[element.member];
        const Ends ends = endForces(frame, e, u, axial ? &(*axial)[e] : nullptr);
        solution.forces.push_back(memberForces(element, member, ends));
        const Ends global = toGlobal(element, ends);
        for (size_t i = 0; i < 6; ++i)
            solution.reactions[i < 3 ? member.from : member.to][i % 3] += global[i];
    }
    for (size_t n = 0; n < frame.nodes.size(); ++n) {
        const FrameNode& node = frame.nodes[n];
        const bool held[3] = {node.fixX, node.fixY, node.fixR};
        const double moves[3] = {node.moveX, node.moveY, node.turn};
        for (size_t d = 0; d < 3; ++d) {
            const int dof = mesh_->nodeDofs[n][d];
            if (!held[d]) solution.reactions[n][d] = 0;
            solution.displacements[n][d] = held[d] ? moves[d] : dof >= 0 ? u[dof] : 0;
        }
    }
    return solution;
}

}  // namespace pt::frame
