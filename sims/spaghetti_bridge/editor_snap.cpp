#include "sims/spaghetti_bridge/editor_snap.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "engine/core/math.h"
#include "engine/view/nice.h"
#include "sims/spaghetti_bridge/design_check.h"

namespace pt {
namespace {

constexpr double coarsest = 0.01, finest = 0.001;  // m
constexpr double turn = math::pi / 12;             // 15°
// Shares of the reach within which each wins.
constexpr double both_pull = 0.6, single_pull = 0.3, member_pull = 0.6;

double distanceTo(Vec at, Vec from, Vec to, double& share) {
    const Vec along = to - from;
    const double length2 = glm::dot(along, along);
    share = length2 > 0 ? std::clamp(glm::dot(at - from, along) / length2, 0.0, 1.0) : 0;
    return glm::distance(at, from + share * along);
}

Vec direction(double angle) { return {math::cos(angle), math::sin(angle)}; }

double roundAngle(Vec along) {
    return turn * std::floor(math::atan2(along.y, along.x) / turn + 0.5);
}

double toStep(double value, double step) { return step * std::floor(value / step + 0.5); }

// The member whose length is nearest to this one, or -1.
int nearestLength(const BridgeTarget& target, double length, int self, double& found) {
    int best = -1;
    double nearest = std::numeric_limits<double>::infinity();
    const auto& members = target.bridge().members;
    for (size_t i = 0; i < members.size(); ++i) {
        if (members[i].from == self || members[i].to == self) continue;
        const double its = glm::distance(target.rest(members[i].from), target.rest(members[i].to));
        if (its < shortestMember || std::fabs(its - length) >= nearest) continue;
        nearest = std::fabs(its - length);
        best = static_cast<int>(i);
        found = its;
    }
    return best;
}

struct Candidate {
    Snap snap;
    double distance = std::numeric_limits<double>::infinity();
    void offer(const Snap& other, Vec at) {
        const double away = glm::distance(other.at, at);
        if (away >= distance) return;
        snap = other;
        distance = away;
    }
};

// Angle and length together, and each alone, as seen from one anchor.
void offerFrom(const BridgeTarget& target, const SnapWish& wish, Vec anchor, Candidate& together,
               Candidate& alone) {
    const Vec along = wish.at - anchor;
    const double length = glm::length(along);
    if (length < 2 * wish.reach) return;
    const Vec ray = direction(roundAngle(along));
    Snap angled;
    angled.ray = anchor;
    angled.onRay = true;
    angled.at = anchor + toStep(glm::dot(along, ray), snapStep(wish.reach)) * ray;
    if (std::fabs(along.x * ray.y - along.y * ray.x) < single_pull * wish.reach)
        alone.offer(angled, wish.at);

    double equal = 0;
    const int like = nearestLength(target, length, wish.self, equal);
    if (like < 0) return;
    Snap same;
    same.like = target.bridge().members[static_cast<size_t>(like)].id;
    same.at = anchor + equal * along / length;
    if (std::fabs(equal - length) < single_pull * wish.reach) alone.offer(same, wish.at);
    Snap both = angled;
    both.like = same.like;
    both.at = anchor + equal * ray;
    together.offer(both, wish.at);
}

}  // namespace

BridgeTarget::BridgeTarget(const SpaghettiBridge& model) : bridge_(model.design()) {
    const BridgeFrame frame(model);
    shown_ = model.broken() ? frame.rest : frame.shown;
    room_.assign(shown_.size(), std::numeric_limits<double>::infinity());
    for (const BridgeMember& member : bridge_.members) {
        const double third = glm::distance(rest(member.from), rest(member.to)) / 3;
        if (third < shortestMember) continue;
        for (const int end : {member.from, member.to}) {
            double& room = room_[static_cast<size_t>(end)];
            room = std::min(room, third);
        }
    }
}

Vec BridgeTarget::rest(int node) const {
    const BridgeNode& its = bridge_.nodes[static_cast<size_t>(node)];
    return {its.x, its.y};
}

int BridgeTarget::nodeAt(Vec at, double reach) const {
    int best = -1;
    double nearest = reach;
    for (size_t i = 0; i < shown_.size(); ++i) {
        const double away = glm::distance(at, shown_[i]);
        if (away > nearest || away > std::max(room_[i], reach / 4)) continue;
        nearest = away;
        best = static_cast<int>(i);
    }
    return best;
}

int BridgeTarget::memberAt(Vec at, double reach) const {
    int best = -1;
    double nearest = reach;
    for (size_t i = 0; i < bridge_.members.size(); ++i) {
        double share = 0;
        const BridgeMember& member = bridge_.members[i];
        const double away = distanceTo(at, shown(member.from), shown(member.to), share);
        if (away > nearest) continue;
        nearest = away;
        best = static_cast<int>(i);
    }
    return best;
}

std::string BridgeTarget::itemAt(Vec at, double reach, const std::string& picked) const {
    const int node = nodeAt(at, reach);
    if (node >= 0) return "node." + bridge_.nodes[static_cast<size_t>(node)].id;
    if (!picked.empty()) return picked;
    const int member = memberAt(at, reach);
    return member < 0 ? "" : "member." + bridge_.members[static_cast<size_t>(member)].id;
}

double snapStep(double reach) {
    if (!(reach > 0)) return coarsest;
    return std::clamp(niceStep(reach), finest, std::max(coarsest, niceStep(reach / 4)));
}

Vec toGrid(Vec at, double step) { return {toStep(at.x, step), toStep(at.y, step)}; }

Snap snap(const BridgeTarget& target, const SnapWish& wish) {
    Snap result;
    result.at = wish.at;
    const int node = wish.nodes ? target.nodeAt(wish.at, wish.reach) : -1;
    if (node >= 0 && node != wish.self) {
        result.at = target.rest(node);
        result.node = target.bridge().nodes[static_cast<size_t>(node)].id;
        return result;
    }
    const int member = wish.members ? target.memberAt(wish.at, member_pull * wish.reach) : -1;
    if (member >= 0) {
        const BridgeMember& its = target.bridge().members[static_cast<size_t>(member)];
        (void)distanceTo(wish.at, target.shown(its.from), target.shown(its.to), result.share);
        const double length = glm::distance(target.rest(its.from), target.rest(its.to));
        if (length * std::fabs(result.share - 0.5) < wish.reach / 2) result.share = 0.5;
        if (length * std::min(result.share, 1 - result.share) >= shortestMember) {
            const Vec from = target.rest(its.from);
            result.at = from + result.share * (target.rest(its.to) - from);
            result.member = its.id;
            return result;
        }
    }
    if (wish.free) return result;

    Candidate together, alone;
    for (const Vec& anchor : wish.anchors) offerFrom(target, wish, anchor, together, alone);
    result.at = toGrid(wish.at, snapStep(wish.reach));
    const double toResult = glm::distance(result.at, wish.at);
    const bool both = together.distance < both_pull * wish.reach;
    if (both && together.distance < 2 * toResult) return together.snap;
    return alone.distance < toResult ? alone.snap : result;
}

}  // namespace pt
