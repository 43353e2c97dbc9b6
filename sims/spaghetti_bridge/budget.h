// What a design costs in matter and money: mass by part, strands to buy, price.
#pragma once

#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {

struct BridgeBudget {
    double strandMass = 0;   // kg, members of both planes
    double glueMass = 0;     // kg, joints and bonded bundles
    double bracingMass = 0;  // kg, strands between the planes
    double mass() const { return strandMass + glueMass + bracingMass; }
    double strandLength = 0;  // m of single strand in the bridge
    int strands = 0;          // to buy, from the cutting list (cutting.h), waste included
    int packets = 0;
    double cost = 0;  // euro
    int joints = 0;
};

}  // namespace pt
