#include "sims/spaghetti_bridge/deck.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pt {
namespace {

constexpr double steepest = 0.25;
constexpr double climb = 4;     // a way up counts as so much detour
constexpr double equal = 1e-6;  // m, of lengths and heights

struct Step {
    int from, to;  // from left to right
};

std::vector<Step> levelSteps(const Bridge& bridge) {
    std::vector<Step> steps;
    for (const BridgeMember& member : bridge.members) {
        const BridgeNode &a = bridge.nodes[member.from], &b = bridge.nodes[member.to];
        const double dx = b.x - a.x, dy = b.y - a.y;
        if (std::fabs(dx) < equal || std::fabs(dy) > steepest * std::fabs(dx)) continue;
        steps.push_back(dx > 0 ? Step{member.from, member.to} : Step{member.to, member.from});
    }
    std::sort(steps.begin(), steps.end(), [&](const Step& a, const Step& b) {
        return bridge.nodes[a.from].x < bridge.nodes[b.from].x;
    });
    return steps;
}

// The best way that ends in a node, all steps going to the right.
struct Way {
    double reach = 0;   // m along x
    double detour = 0;  // m up and down
    double start = 0;   // y of its first node
    int previous = -1;
};

bool better(const Way& a, const Way& b) {
    if (std::fabs(a.reach - b.reach) > equal) return a.reach > b.reach;
    if (std::fabs(a.detour - b.detour) > equal) return a.detour < b.detour;
    return a.start < b.start - equal;
}

}  // namespace

std::vector<int> deckPath(const Bridge& bridge) {
    std::vector<Way> ways(bridge.nodes.size());
    for (size_t n = 0; n < ways.size(); ++n) ways[n].start = bridge.nodes[n].y;
    for (const Step& step : levelSteps(bridge)) {
        const BridgeNode &a = bridge.nodes[step.from], &b = bridge.nodes[step.to];
        Way way = ways[step.from];
        way.reach += b.x - a.x;
        way.detour += climb * std::fabs(b.y - a.y);
        way.previous = step.from;
        if (better(way, ways[step.to])) ways[step.to] = way;
    }
    const auto best = std::max_element(ways.begin(), ways.end(),
                                       [](const Way& a, const Way& b) { return better(b, a); });
    std::vector<int> deck;
    if (best == ways.end() || best->previous < 0) return deck;
    for (int node = static_cast<int>(best - ways.begin()); node >= 0; node = ways[node].previous)
        deck.push_back(node);
    std::reverse(deck.begin(), deck.end());
    return deck;
}

std::vector<std::pair<size_t, double>> deckShares(const std::vector<double>& places, double x) {
    for (size_t i = 0; i + 1 < places.size(); ++i) {
        if (x < places[i] || x > places[i + 1]) continue;
        const double share = (x - places[i]) / (places[i + 1] - places[i]);
        return {{i, 1 - share}, {i + 1, share}};
    }
    return {};
}

}  // namespace pt
