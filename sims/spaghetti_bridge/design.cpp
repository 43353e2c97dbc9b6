#include "sims/spaghetti_bridge/design.h"

#include <algorithm>

#include "engine/core/assert.h"

namespace pt {
namespace {

std::string numbered(char letter, size_t index) { return letter + std::to_string(index + 1); }

// Collects nodes and members by position; the web is set per panel from left to right.
struct Builder {
    Bridge bridge;

    int node(double x, double y) {
        bridge.nodes.push_back({numbered('K', bridge.nodes.size()), x, y, Support::none});
        return static_cast<int>(bridge.nodes.size()) - 1;
    }
    void member(int from, int to) {
        bridge.members.push_back({numbered('S', bridge.members.size()), from, to, 0});
    }
};

void addWarren(Builder& builder, double span, double height, int panels) {
    const double width = span / panels;
    const int first = panels + 1;
    for (int i = 0; i < panels; ++i) builder.node((i + 0.5) * width, height);
    for (int i = 0; i + 1 < panels; ++i) builder.member(first + i, first + i + 1);
    for (int i = 0; i < panels; ++i) {
        builder.member(i, first + i);
        builder.member(first + i, i + 1);
    }
}

// Height over the support of a parabola with its top, 1, at midspan.
double parabola(double share) { return 4 * share * (1 - share); }

// Posts over the inner bottom nodes, as high as height(i), and one diagonal a panel; in a middle
// panel (odd numbers) the diagonal is that of the left half. Returns the top node over bottom
// node 1.
template <class Height>
int addPosts(Builder& builder, double span, int panels, bool pratt, Height height) {
    const double width = span / panels;
    const int first = static_cast<int>(builder.bridge.nodes.size());
    const auto top = [&](int i) { return first + i - 1; };  // over bottom node i, 1 .. panels - 1
    for (int i = 1; i < panels; ++i) builder.node(i * width, height(i));
    for (int i = 1; i + 1 < panels; ++i) builder.member(top(i), top(i + 1));
    for (int i = 0; i < panels; ++i) {
        const bool left = 2 * i < panels;
        const bool falls = i > 0 && (i + 1 == panels || left == pratt);
        if (falls)
            builder.member(top(i), i + 1);
        else
            builder.member(i, top(i + 1));
        if (i + 1 < panels) builder.member(i + 1, top(i + 1));
    }
    return first;
}

// A node halfway up the outer post of each inner panel; from it two diagonals to the inner post.
void addK(Builder& builder, double span, double height, int panels) {
    const int first = panels + 1;
    const auto top = [&](int i) { return first + i - 1; };
    for (int i = 1; i < panels; ++i) builder.node(span * i / panels, height);
    for (int i = 1; i + 1 < panels; ++i) builder.member(top(i), top(i + 1));
    std::vector<int> halfway(static_cast<size_t>(panels), -1);  // by post
    for (int i = 1; i + 1 < panels; ++i) {
        const int post = 2 * i < panels ? i : i + 1;
        halfway[static_cast<size_t>(post)] = builder.node(span * post / panels, height / 2);
    }
    builder.member(0, top(1));
    for (int i = 1; i < panels; ++i) {
        const int middle = halfway[static_cast<size_t>(i)];
        if (middle < 0) {
            builder.member(i, top(i));
        } else {
            builder.member(i, middle);
            builder.member(middle, top(i));
        }
        if (i + 1 == panels) break;
        const bool left = 2 * i < panels;
        const int from = halfway[static_cast<size_t>(left ? i : i + 1)], to = left ? i + 1 : i;
        builder.member(from, to);
        builder.member(from, top(to));
    }
    builder.member(top(panels - 1), panels);
}

void addBowstring(Builder& builder, double span, double height, int panels) {
    const double highest = parabola(static_cast<double>(panels / 2) / panels);
    addPosts(builder, span, panels, true,
             [&](int i) { return height * (parabola(static_cast<double>(i) / panels) / highest); });
}

void addArch(Builder& builder, double span, double height, int panels) {
    constexpr double rise = 0.75;
    const double highest = parabola(static_cast<double>(panels / 2) / panels);
    const int first = panels + 1;
    for (int i = 0; i <= panels; ++i) {
        builder.bridge.nodes[static_cast<size_t>(i)].y =
            rise * height * (parabola(static_cast<double>(i) / panels) / highest);
        builder.node(span * i / panels, height);
    }
    for (int i = 0; i < panels; ++i) builder.member(first + i, first + i + 1);
    for (int i = 0; i <= panels; ++i) {
        builder.member(i, first + i);
        if (i == panels) break;
        if (2 * i < panels)
            builder.member(first + i, i + 1);
        else
            builder.member(i, first + i + 1);
    }
}

void addSuspension(Builder& builder, double span, double height, int panels) {
    constexpr double deck = 0.2, lowest = 0.4, anchor = 0.25;
    const int deckTop = addPosts(builder, span, panels, true, [&](int) { return deck * height; });
    const int leftTower = builder.node(0, height);
    std::vector<int> cable{leftTower};
    for (int i = 1; i < panels; ++i) {
        const double sag = parabola(static_cast<double>(i) / panels);
        cable.push_back(builder.node(span * i / panels, height * (1 - (1 - lowest) * sag)));
    }
    cable.push_back(builder.node(span, height));
    const int left = builder.node(-anchor * span, 0), right = builder.node((1 + anchor) * span, 0);
    builder.member(0, cable.front());
    builder.member(panels, cable.back());
    builder.member(left, cable.front());
    for (size_t i = 0; i + 1 < cable.size(); ++i) builder.member(cable[i], cable[i + 1]);
    builder.member(cable.back(), right);
    for (int i = 1; i < panels; ++i) builder.member(deckTop + i - 1, cable[static_cast<size_t>(i)]);
    for (const int end : {left, right})
        builder.bridge.nodes[static_cast<size_t>(end)].support = Support::pin;
}

void addWeb(Builder& builder, BridgeType type, double span, double height, int panels) {
    const auto level = [height](int) { return height; };
    switch (type) {
    case BridgeType::warren: return addWarren(builder, span, height, panels);
    case BridgeType::pratt: addPosts(builder, span, panels, true, level); return;
    case BridgeType::howe: addPosts(builder, span, panels, false, level); return;
    case BridgeType::k: return addK(builder, span, height, panels);
    case BridgeType::bowstring: return addBowstring(builder, span, height, panels);
    case BridgeType::arch: return addArch(builder, span, height, panels);
    case BridgeType::suspension: return addSuspension(builder, span, height, panels);
    case BridgeType::free: break;
    }
}

}  // namespace

int Bridge::findNode(std::string_view id) const {
    for (size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].id == id) return static_cast<int>(i);
    return -1;
}

int Bridge::findMember(std::string_view id) const {
    for (size_t i = 0; i < members.size(); ++i)
        if (members[i].id == id) return static_cast<int>(i);
    return -1;
}

Bridge makeBridge(BridgeType type, double span, double height, int panels) {
    PT_ASSERT(type != BridgeType::free && span > 0 && height > 0 && panels >= 2);
    Builder builder;
    for (int i = 0; i <= panels; ++i) builder.node(span * i / panels, 0);
    for (int i = 0; i < panels; ++i) builder.member(i, i + 1);
    addWeb(builder, type, span, height, panels);
    const bool thrust = type == BridgeType::arch;
    builder.bridge.nodes[0].support = Support::pin;
    builder.bridge.nodes[panels].support = thrust ? Support::pin : Support::roller;
    builder.bridge.loads = {panels / 2};
    return builder.bridge;
}

}  // namespace pt
