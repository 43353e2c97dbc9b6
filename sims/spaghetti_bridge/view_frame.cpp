#include "sims/spaghetti_bridge/view_frame.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "engine/core/math.h"
#include "engine/view/nice.h"

namespace pt {
namespace {

constexpr double visible_sag = 0.08;  // of the extent: what the deflection at failure is drawn as
constexpr double smallest = 1e-12;
constexpr double settle = 0.25;        // s
constexpr int bends = 12;              // straight pieces of a bent member
constexpr double least_bend = 0.0004;  // of the extent: what is less looks straight
constexpr double buckled_sway = 0.06;  // of the extent: the buckling shape as drawn
constexpr double sway_period = 2.4;    // s

// The largest 1, 2 or 5 times a power of ten that is at most `most`; at least 1.
double niceFactor(double most) {
    if (!(most > 1)) return 1;
    const double above = niceStep(most);
    for (const double candidate : {above, above / 2, above / 2.5, above / 5})
        if (candidate <= most * (1 + 1e-9) && niceStep(candidate) <= candidate * (1 + 1e-9))
            return candidate;
    return 1;
}

// A point of the curve of degree four through five points at equal steps; t from 0 to 1.
Vec through(const BuckledMember& points, double t) {
    Vec sum(0);
    for (size_t i = 0; i < points.size(); ++i) {
        double weight = 1;
        for (size_t j = 0; j < points.size(); ++j)
            if (j != i) weight *= (4 * t - static_cast<double>(j)) / (double(i) - double(j));
        sum += weight * points[i];
    }
    return sum;
}

}  // namespace

BridgeFrame::BridgeFrame(const SpaghettiBridge& model, const BridgeLook& look) {
    for (const BridgeNode& node : model.design().nodes) rest.emplace_back(node.x, node.y);
    if (!rest.empty()) low = high = rest[0];
    for (const Vec& point : rest) {
        low = glm::min(low, point);
        high = glm::max(high, point);
    }
    extent = std::max({high.x - low.x, high.y - low.y, 1e-3});
    shown = rest;
    if (model.stands()) {
        scale(model.statics(), model.load());
        if (!look.bends()) magnify = 1;
        if (look.show != Show::buckling || model.broken()) displace(model);
    }
    for (const BridgeMember& member : model.design().members)
        axes_.push_back(
            {shown[static_cast<size_t>(member.from)], shown[static_cast<size_t>(member.to)]});
    if (!model.stands() || model.falling()) return;
    if (look.show == Show::buckling && !model.broken())
        buckle(model, look.clock);
    else
        bend(model);
}

void BridgeFrame::displace(const SpaghettiBridge& model) {
    for (size_t i = 0; i < rest.size(); ++i)
        shown[i] += magnify * Vec(model.nodes()[i].ux, model.nodes()[i].uy);
}

// To and fro; at rest it shows the shape in full.
void BridgeFrame::buckle(const SpaghettiBridge& model, double clock) {
    const BridgeBuckling& mode = model.bucklingMode();
    if (mode.shape.size() != axes_.size()) return;
    const double sway = buckled_sway * extent * math::cos(2 * math::pi * clock / sway_period);
    const auto& members = model.design().members;
    for (size_t i = 0; i < axes_.size(); ++i) {
        const auto from = static_cast<size_t>(members[i].from),
                   to = static_cast<size_t>(members[i].to);
        const BuckledMember& shape = mode.shape[i];
        shown[from] = rest[from] + sway * shape.front();
        shown[to] = rest[to] + sway * shape.back();
        axes_[i].clear();
        for (int k = 0; k <= bends; ++k) {
            const double t = double{1} * k / bends;
            axes_[i].push_back(glm::mix(rest[from], rest[to], t) + sway * through(shape, t));
        }
    }
}

// Between its ends a member without load of its own is a cubic. Its slopes against the straight
// line between the ends follow from the end moments: L/(6EI) (2 M1 - M2) and L/(6EI) (2 M2 - M1).
void BridgeFrame::bend(const SpaghettiBridge& model) {
    for (size_t i = 0; i < axes_.size(); ++i) {
        const MemberState& now = model.members()[i];
        const double length = model.memberLength(static_cast<int>(i));
        const double stiffness = model.material().E * model.statics().sections()[i].inertia;
        const double slope = magnify * length / (6 * stiffness);
        const double from = slope * (2 * now.momentFrom - now.momentTo),
                     to = slope * (2 * now.momentTo - now.momentFrom);
        if (!(length * std::max(std::fabs(from), std::fabs(to)) / 8 > least_bend * extent))
            continue;
        const Vec start = axes_[i].front(), end = axes_[i].back();
        const Vec side = across(start, end) * length;
        axes_[i].clear();
        for (int k = 0; k <= bends; ++k) {
            const double t = double{1} * k / bends;
            const double off = from * t * (1 - t) * (1 - t) - to * t * t * (1 - t);
            axes_[i].push_back(glm::mix(start, end, t) + side * off);
        }
    }
}

// From what the bridge looks like when it breaks; a bridge that cannot break keeps today's load.
void BridgeFrame::scale(const BridgeStatics& statics, double load) {
    const double breaking = statics.breakingLoad();
    largestLoad_ = std::isfinite(breaking) && breaking > load ? breaking : load;
    capacity_ = niceStep(std::max(largestLoad_, 1.0));
    double shift = 0;
    const BridgeLoad largest = statics.deck().empty()
                                   ? BridgeLoad(largestLoad_)
                                   : statics.cart(largestLoad_, statics.worstPlace());
    for (const NodeState& node : statics.nodes(largest))
        shift = std::max(shift, glm::length(Vec(node.ux, node.uy)));
    for (const MemberState& member : statics.members(largest)) {
        largestAxial_ = std::max(largestAxial_, std::fabs(member.axial));
        largestMoment_ =
            std::max({largestMoment_, std::fabs(member.momentFrom), std::fabs(member.momentTo)});
    }
    if (shift > smallest) magnify = niceFactor(visible_sag * extent / shift);
}

double BridgeFrame::share(double value, double largest) {
    return largest > smallest ? std::min(std::fabs(value) / largest, 1.0) : 0;
}

Vec BridgeFrame::middle(size_t member) const {
    const std::vector<Vec>& points = axes_[member];
    if (points.size() % 2 == 1) return points[points.size() / 2];
    return (points[points.size() / 2 - 1] + points[points.size() / 2]) / 2.0;
}

Vec across(Vec from, Vec to) {
    const double length = glm::distance(from, to);
    return length > 0 ? Vec(from.y - to.y, to.x - from.x) / length : Vec(0, 1);
}

double secondsSinceFailure(const SpaghettiBridge& model) {
    return model.stepsSinceFailure() * bridgeStep;
}

double magnified(const SpaghettiBridge& model) {
    const double left = std::max(0.0, 1 - secondsSinceFailure(model) / settle);
    return left * left;
}

Vec letGo(const SpaghettiBridge& model, const BridgeFrame& frame, int node) {
    const NodeState& state = model.nodes()[static_cast<size_t>(node)];
    return (frame.magnify - 1) * magnified(model) * Vec(state.ux, state.uy);
}

}  // namespace pt
