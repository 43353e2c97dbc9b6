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

// Posts over the inner bottom nodes and one diagonal a panel; in a middle panel (odd numbers)
// the diagonal is that of the left half.
void addPosts(Builder& builder, double span, double height, int panels, bool pratt) {
    const double width = span / panels;
    const auto top = [&](int i) { return panels + i; };  // over bottom node i, 1 .. panels - 1
    for (int i = 1; i < panels; ++i) builder.node(i * width, height);
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
    if (type == BridgeType::warren)
        addWarren(builder, span, height, panels);
    else
        addPosts(builder, span, height, panels, type == BridgeType::pratt);
    builder.bridge.nodes[0].support = Support::pin;
    builder.bridge.nodes[panels].support = Support::roller;
    builder.bridge.loads = {panels / 2};
    return builder.bridge;
}

}  // namespace pt
