// Layout of a Sankey diagram: what comes in on the left, goes through the house in the middle and
// leaves on the right. Pure geometry, in points of the board.
#pragma once

#include <string>
#include <vector>

#include "sims/passive_house/view_year_board.h"

namespace pt {

struct Flow {
    std::string key;    // a BalancePart, or "other" for those too small to name
    double energy = 0;  // J, > 0
    size_t part = 0;    // index into balanceParts(); of "other": of its largest
};
struct FlowBand {
    Flow flow;
    double low = 0, high = 0;            // on its own side
    double innerLow = 0, innerHigh = 0;  // at the house
    double label = 0;                    // middle of its words
};
struct FlowSide {
    std::vector<FlowBand> bands;  // the largest on top
    double total = 0;             // J
    double houseLow = 0, houseHigh = 0;
};

// One side of the diagram from `low` to `high`, at `scale` points a joule. Bands keep their order,
// words at least `labelHeight` apart; flows whose words would not fit become one "other".
FlowSide layOutFlows(std::vector<Flow> flows, double low, double high, double scale,
                     double labelHeight);
// The scale at which both sides fit with gaps between the bands; 0 when nothing flows.
double flowScale(const std::vector<Flow>& in, const std::vector<Flow>& out, double height);

}  // namespace pt
