#include "sims/spaghetti_bridge/budget.h"

#include <cmath>

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/bracing.h"

namespace pt {

std::vector<CutPiece> piecesOf(const BridgeInput& input, const std::vector<double>& lengths) {
    std::vector<CutPiece> pieces;
    for (size_t i = 0; i < lengths.size(); ++i)
        pieces.push_back(
            {input.bridge.members[i].id, lengths[i], input.strands[i] * input.material.planes});
    for (const BracingBar& bar : bracingBars(input.bridge, input.material)) {
        const std::string &from = input.bridge.nodes[bar.from].id,
                          &to = input.bridge.nodes[bar.to].id;
        pieces.push_back({from == to ? from : from + "–" + to, bar.length, 1});
    }
    return pieces;
}

BridgeBudget budgetOf(const BridgeInput& input, const BridgeStatics& statics,
                      const CuttingPlan& cuts, const Prices& prices) {
    const BridgeMaterial& material = input.material;
    BridgeBudget budget;
    double glue = material.glueMass * static_cast<double>(input.bridge.nodes.size());
    budget.joints = static_cast<int>(input.bridge.nodes.size()) * material.planes;
    for (size_t i = 0; i < statics.lengths().size(); ++i) {
        budget.strandMass +=
            material.planes * statics.sections()[i].area * statics.lengths()[i] * material.density;
        budget.strandLength += material.planes * input.strands[i] * statics.lengths()[i];
    }
    glue *= material.planes;
    for (const BracingBar& bar : bracingBars(input.bridge, material)) {
        budget.bracingMass += barMass(bar, material) - 2 * material.glueMass;
        glue += 2 * material.glueMass;
        budget.strandLength += bar.length;
        budget.joints += 2;
    }
    budget.glueMass = glue;
    budget.strands = cuts.total;
    const double strandMass =
        section(material.outline()).area * prices.strandLength * material.density;
    budget.packets =
        static_cast<int>(std::ceil(cuts.total * strandMass / prices.packetMass - 1e-9));
    budget.cost = budget.packets * prices.packet + glue * prices.gluePerKg;
    return budget;
}

}  // namespace pt
