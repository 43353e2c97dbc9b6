#include "sims/spaghetti_bridge/view_frame.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "engine/view/nice.h"

namespace pt {
namespace {

constexpr double visible_sag = 0.08;  // of the extent: what the deflection at failure is drawn as
constexpr double smallest = 1e-12;
constexpr double settle = 0.25;  // s

// The largest 1, 2 or 5 times a power of ten that is at most `most`; at least 1.
double niceFactor(double most) {
    if (!(most > 1)) return 1;
    const double above = niceStep(most);
    for (const double candidate : {above, above / 2, above / 2.5, above / 5})
        if (candidate <= most * (1 + 1e-9) && niceStep(candidate) <= candidate * (1 + 1e-9))
            return candidate;
    return 1;
}

}  // namespace

BridgeFrame::BridgeFrame(const SpaghettiBridge& model) {
    for (const BridgeNode& node : model.design().nodes) rest.emplace_back(node.x, node.y);
    if (!rest.empty()) low = high = rest[0];
    for (const Vec& point : rest) {
        low = glm::min(low, point);
        high = glm::max(high, point);
    }
    extent = std::max({high.x - low.x, high.y - low.y, 1e-3});
    shown = rest;
    if (!model.stands()) return;

    scale(model.statics(), model.load());
    for (size_t i = 0; i < rest.size(); ++i)
        shown[i] += magnify * Vec(model.nodes()[i].ux, model.nodes()[i].uy);
}

// From what the bridge looks like when it breaks; a bridge that cannot break keeps today's load.
void BridgeFrame::scale(const BridgeStatics& statics, double load) {
    const double breaking = statics.breakingLoad();
    largestLoad_ = std::isfinite(breaking) && breaking > load ? breaking : load;
    capacity_ = niceStep(std::max(largestLoad_, 1.0));
    double shift = 0;
    for (const NodeState& node : statics.nodes(largestLoad_))
        shift = std::max(shift, glm::length(Vec(node.ux, node.uy)));
    for (const MemberState& member : statics.members(largestLoad_))
        largestAxial_ = std::max(largestAxial_, std::fabs(member.axial));
    if (shift > smallest) magnify = niceFactor(visible_sag * extent / shift);
}

double BridgeFrame::share(double value, double largest) {
    return largest > smallest ? std::min(std::fabs(value) / largest, 1.0) : 0;
}

Vec BridgeFrame::middle(const BridgeMember& member) const {
    return (shown[static_cast<size_t>(member.from)] + shown[static_cast<size_t>(member.to)]) / 2.0;
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
