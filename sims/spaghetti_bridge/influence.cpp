#include "sims/spaghetti_bridge/influence.h"

namespace pt {

Influence influenceOf(BridgeInput input, int member) {
    Influence line;
    if (!input.wheelbase) input.wheelbase = 0;
    BridgeStatics statics;
    if (member < 0 || !statics.build(input).ok()) return line;
    line.member = member;
    for (const int node : statics.deck())
        line.x.push_back(input.bridge.nodes[static_cast<size_t>(node)].x);
    line.force = statics.influence(member);
    return line;
}

}  // namespace pt
