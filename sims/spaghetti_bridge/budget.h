// What a design costs in matter and money: mass by part, strands to buy, price.
#pragma once

#include <vector>

#include "sims/spaghetti_bridge/cutting.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {

struct BridgeBudget {
    double strandMass = 0;   // kg, members of both planes
    double glueMass = 0;     // kg, a drop at each node of each plane and at each end of a bar
    double bracingMass = 0;  // kg, strands between the planes
    double mass() const { return strandMass + glueMass + bracingMass; }
    double strandLength = 0;  // m of single strand in the bridge
    int strands = 0;          // to buy, from the cutting list (cutting.h), waste included
    int packets = 0;
    double cost = 0;  // euro: whole packets, and the glue
    int joints = 0;   // drops of glue
};

struct Prices {
    double strandLength = 0.25;  // m, as bought
    double packetMass = 0.5;     // kg
    double packet = 0;           // euro
    double gluePerKg = 0;        // euro
};

// Each member once a plane and strand, then the bars between the planes, by the names of their
// nodes. lengths: m, of the members.
std::vector<CutPiece> piecesOf(const BridgeInput& input, const std::vector<double>& lengths);

// statics: measured. cuts: of its pieces.
BridgeBudget budgetOf(const BridgeInput& input, const BridgeStatics& statics,
                      const CuttingPlan& cuts, const Prices& prices);

}  // namespace pt
