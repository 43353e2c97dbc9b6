#include "sims/spaghetti_bridge/rules.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sims/spaghetti_bridge/deck.h"

namespace pt {
namespace {

constexpr double blockWidth = 0.05, blockHeight = 0.05;  // m; it is 0.1 m long
constexpr double spanMargin = 0.01;
constexpr double rounding = 1e-6;  // m, kg

// What the loading plate is made of is not in the rules that we could read: plywood, and 60 g for
// the eye bolt of RECCS, are assumptions.
constexpr double plywood = 600;  // kg/m³
constexpr double reccsPlate = 0.1 * 0.05 * 0.01 * plywood + 0.06;
constexpr double hopkinsPlate = 0.007 * 0.05 * 0.1 * plywood;

Rules classRules() {
    Rules rules;
    rules.span = 0.6;
    rules.height = 0.3;
    rules.below = 0.1;
    rules.mass = 0.25;
    rules.load = 20;
    return rules;
}
Rules reccsRules() {
    Rules rules;
    rules.span = 1;
    rules.length = 1.3;
    rules.width = 0.13;
    rules.height = 0.6;
    rules.below = 0.1;
    rules.mass = 1;
    rules.plate = reccsPlate;
    rules.looseBundles = true;
    rules.vehicle = true;
    rules.deckAt = 0.05;
    return rules;
}
Rules okanaganRules() {
    Rules rules;
    rules.span = 1;
    rules.spanAtLeast = true;
    rules.mass = 1;
    rules.looseBundles = true;
    return rules;
}
Rules delftRules() {
    Rules rules;
    rules.span = 1;
    return rules;
}
Rules hopkinsRules() {
    Rules rules;
    rules.span = 0.5;
    rules.height = 0.25;
    rules.mass = 0.25;
    rules.plate = hopkinsPlate;
    rules.vehicle = true;
    return rules;
}

// What the checks look at.
struct Extent {
    double left = 0, right = 0, low = 0, high = 0;  // of all nodes
    double supportLeft = 0, supportRight = 0, supportY = 0;
    bool supported = false;
};

Extent extentOf(const Bridge& bridge) {
    Extent extent;
    bool first = true;
    for (const BridgeNode& node : bridge.nodes) {
        extent.left = first ? node.x : std::min(extent.left, node.x);
        extent.right = first ? node.x : std::max(extent.right, node.x);
        extent.low = first ? node.y : std::min(extent.low, node.y);
        extent.high = first ? node.y : std::max(extent.high, node.y);
        first = false;
        if (node.support == Support::none) continue;
        const bool one = !extent.supported;
        extent.supportLeft = one ? node.x : std::min(extent.supportLeft, node.x);
        extent.supportRight = one ? node.x : std::max(extent.supportRight, node.x);
        extent.supportY = one ? node.y : std::min(extent.supportY, node.y);
        extent.supported = true;
    }
    return extent;
}

// As Words takes a quantity.
std::string written(double si, const char* symbol) {
    return fmt::format("#{:.4g} {}", unit(symbol).fromSi(si), symbol);
}

CheckRow atMost(const char* key, double value, double limit, const char* symbol = "cm") {
    const Json args =
        Json::object().set("value", written(value, symbol)).set("limit", written(limit, symbol));
    return {key, args, value <= limit + rounding, true, {}};
}

class Checker {
public:
    Checker(const Rules& rules, const BridgeInput& input, const BridgeStatics& statics)
        : rules_(rules), input_(input), statics_(statics), extent_(extentOf(input.bridge)) {}

    std::vector<CheckRow> rows(double forecast) {
        measures();
        if (rules_.mass)
            rows_.push_back(atMost("mass", statics_.mass() + rules_.plate, *rules_.mass, "g"));
        if (rules_.looseBundles) glueRule();
        if (rules_.vehicle) vehicle();
        if (rules_.deckAt) deckHeight();
        if (rules_.load) bearing(forecast);
        return std::move(rows_);
    }

private:
    void measures() {
        if (rules_.span) {
            const double span = extent_.supportRight - extent_.supportLeft;
            const double margin = spanMargin * *rules_.span;
            CheckRow row = atMost(rules_.spanAtLeast ? "span_least" : "span", span, *rules_.span);
            row.met = span >= *rules_.span - (rules_.spanAtLeast ? rounding : margin) &&
                      (rules_.spanAtLeast || span <= *rules_.span + margin);
            rows_.push_back(row);
        }
        if (rules_.length)
            rows_.push_back(atMost("total_length", extent_.right - extent_.left, *rules_.length));
        if (rules_.width) {
            double outer = input_.material.planes > 1 ? input_.material.width : 0;
            double thick = 0;
            for (const Section& section : statics_.sections())
                thick = std::max(thick, section.width);
            rows_.push_back(atMost("total_width", outer + thick, *rules_.width));
        }
        if (rules_.height)
            rows_.push_back(atMost("total_height", extent_.high - extent_.low, *rules_.height));
        if (rules_.below) {
            CheckRow row =
                atMost("below", std::max(0.0, extent_.supportY - extent_.low), *rules_.below);
            for (const BridgeNode& node : input_.bridge.nodes)
                if (!row.met && node.y < extent_.supportY - *rules_.below - rounding)
                    row.items.push_back("node." + node.id);
            rows_.push_back(row);
        }
    }

    // Bundles that are glued along their length are what these contests forbid.
    void glueRule() {
        CheckRow row{"loose_bundles", Json::object(), true, true, {}};
        for (size_t i = 0; i < input_.bridge.members.size(); ++i) {
            const BridgeMember& member = input_.bridge.members[i];
            const bool bonded = member.bond == Bond::asBridge ? input_.material.bonded
                                                              : member.bond == Bond::bonded;
            if (bonded && input_.strands[i] > 1) row.items.push_back("member." + member.id);
        }
        row.met = row.items.empty();
        rows_.push_back(row);
    }

    // Between two planes wide enough, and under nothing of the cross-bracing: bars above the deck
    // must leave it room.
    void vehicle() {
        const std::vector<int> deck = deckPath(input_.bridge);
        CheckRow row{"vehicle",
                     Json::object().set("limit", written(blockWidth, "cm")),
                     !deck.empty(),
                     true,
                     {}};
        const bool narrow =
            input_.material.planes < 2 || input_.material.width < blockWidth - rounding;
        row.met = row.met && !narrow;
        if (input_.material.bracing != Bracing::none)
            for (const BridgeNode& node : input_.bridge.nodes) {
                const double above = node.y - deckY(deck, node.x);
                if (above < 1e-3 || above >= blockHeight - rounding) continue;
                row.items.push_back("node." + node.id);
                row.met = false;
            }
        rows_.push_back(row);
    }

    double deckY(const std::vector<int>& deck, double x) const {
        std::vector<double> places;
        for (const int node : deck) places.push_back(input_.bridge.nodes[node].x);
        double y = 1e9;  // beyond the deck nothing is in the way
        const auto shares = deckShares(places, x);
        if (!shares.empty()) y = 0;
        for (const auto& [k, share] : shares) y += share * input_.bridge.nodes[deck[k]].y;
        return y;
    }

    void deckHeight() {
        CheckRow row{"deck_height",
                     Json::object().set("limit", written(*rules_.deckAt, "cm")),
                     false,
                     true,
                     {}};
        const std::vector<int> deck = deckPath(input_.bridge);
        if (!deck.empty()) {
            const auto& nodes = input_.bridge.nodes;
            row.met = nodes[deck.front()].x <= extent_.supportLeft + rounding &&
                      nodes[deck.back()].x >= extent_.supportRight - rounding;
            for (const int node : deck)
                if (std::fabs(nodes[node].y - extent_.supportY) > *rules_.deckAt + rounding)
                    row.items.push_back("node." + nodes[node].id);
            row.met = row.met && row.items.empty();
        }
        rows_.push_back(row);
    }

    // What the test will show; the forecast tells which way it leans.
    void bearing(double forecast) {
        CheckRow row = atMost("bears", forecast, *rules_.load, "N");
        row.met = forecast >= *rules_.load;
        row.known = false;
        rows_.push_back(row);
    }

    const Rules& rules_;
    const BridgeInput& input_;
    const BridgeStatics& statics_;
    Extent extent_;
    std::vector<CheckRow> rows_;
};

}  // namespace

const Rules& rulesOf(RuleSet set) {
    static const Rules all[] = {Rules(),         classRules(), reccsRules(),
                                okanaganRules(), delftRules(), hopkinsRules()};
    return all[static_cast<size_t>(set)];
}

std::vector<CheckRow> checkRules(RuleSet set, const BridgeInput& input,
                                 const BridgeStatics& statics, double forecast) {
    return Checker(rulesOf(set), input, statics).rows(forecast);
}

}  // namespace pt
