#include "engine/numerics/frame_fem.h"

#include <utility>

#include "engine/core/assert.h"
#include "engine/core/math.h"
#include "engine/numerics/frame_buckling.h"
#include "engine/numerics/frame_check.h"
#include "engine/numerics/frame_second_order.h"
#include "engine/numerics/frame_subdivide.h"
#include "engine/numerics/frame_system.h"

namespace pt {
namespace {

using frame::System;
using frame::Vector;

Result<FrameSolution> statics(const System& system, const Frame& frame) {
    if (Status held = system.checkMoments(frame); !held.ok()) return held.error();
    const Vector loads = system.loads(frame);
    Vector u = loads;
    double residual = 0;
    if (u.size() > 0) {
        u = system.solve(system.factors(), system.stiffness(), loads);
        if (!u.allFinite()) return Error{"frame.bad_number", "", {}};
        const Vector scaled = u.cwiseQuotient(system.scales());
        const Vector carried = system.stiffness().selfadjointView<Eigen::Lower>() * scaled;
        const Vector rest = carried.cwiseQuotient(system.scales()) - loads;
        if (frame::largest(loads) > 0) residual = frame::largest(rest) / frame::largest(loads);
    }
    FrameSolution solution = system.solution(frame, u);
    solution.residual = residual;
    return solution;
}

}  // namespace

struct FrameSolver::Impl {
    System whole;
    bool ready = false;
    System fine{frame::Joints::own};  // divided, for buckling
    frame::SecondOrder secondOrder;

    Status prepare(const Frame& frame) {
        ready = false;
        if (Status status = frame::check(frame); !status.ok()) return status;
        if (Status status = whole.prepare(frame); !status.ok()) return status;
        ready = true;
        return Ok{};
    }
};

FrameSolver::FrameSolver() : impl_(std::make_unique<Impl>()) {}
FrameSolver::~FrameSolver() = default;
FrameSolver::FrameSolver(FrameSolver&&) noexcept = default;
FrameSolver& FrameSolver::operator=(FrameSolver&&) noexcept = default;

Result<FrameSolution> FrameSolver::solve(const Frame& frame) {
    if (Status status = impl_->prepare(frame); !status.ok()) return status.error();
    return statics(impl_->whole, frame);
}

Result<FrameSolution> FrameSolver::solveLoads(const Frame& frame) {
    if (!impl_->ready) return solve(frame);
    PT_ASSERT(impl_->whole.fits(frame));
    if (Status status = frame::checkNumbers(frame); !status.ok()) return status.error();
    return statics(impl_->whole, frame);
}

Result<SecondOrderSolution> FrameSolver::secondOrder(const Frame& frame) {
    if (Status status = impl_->prepare(frame); !status.ok()) return status.error();
    return impl_->secondOrder.solve(impl_->whole, frame);
}

Result<BucklingMode> FrameSolver::buckling(const Frame& frame, int subdivide) {
    const std::vector<int> parts(frame.members.size(), subdivide);
    const Result<std::vector<BucklingMode>> modes = buckling(frame, parts, 1);
    if (!modes.ok()) return modes.error();
    return modes.value().front();
}

Result<std::vector<BucklingMode>> FrameSolver::buckling(const Frame& frame,
                                                        const std::vector<int>& parts, int count) {
    if (Status status = frame::check(frame); !status.ok()) return status.error();
    const Frame fine = subdivided(frame, parts);
    if (Status status = impl_->fine.prepare(fine); !status.ok()) {
        // A mechanism is told by a node of the frame itself.
        if (Status whole = impl_->prepare(frame); !whole.ok()) return whole.error();
        return status.error();
    }
    if (Status held = impl_->fine.checkMoments(fine); !held.ok()) return held.error();
    return frame::lowestModes(impl_->fine, fine, frame.nodes.size(), count);
}

void addSelfWeight(Frame& frame, double gravity) {
    for (FrameMember& member : frame.members) member.qy -= member.rhoA * gravity;
}

double eulerLoad(double E, double I, double length, double K) {
    const double effective = K * length;
    return math::pi * math::pi * E * I / (effective * effective);
}

}  // namespace pt
