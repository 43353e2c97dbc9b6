// Rule sets of real contests as live requirements. Sources and figures: model.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/schema.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {

enum class RuleSet : uint8_t { free, classroom, reccs, okanagan, delft, hopkins };

// Metres and kilograms; what a contest does not ask for is empty.
struct Rules {
    std::optional<double> span;                   // between the outer supports
    bool spanAtLeast = false;                     // else exactly, within 1 %
    std::optional<double> length, width, height;  // at most
    std::optional<double> below;                  // at most, under the supports
    std::optional<double> mass;                   // at most, the loading plate included
    double plate = 0;                             // kg, of the plate that the contest hangs up
    bool looseBundles = false;                    // strands glued only at their joints
    bool vehicle = false;                         // a block of 50 x 50 x 100 mm must pass
    std::optional<double> deckAt;                 // the deck within this of the supports' height
    std::optional<double> load;                   // N that it must bear
};
const Rules& rulesOf(RuleSet set);

// A requirement each, with value and limit where there are. forecast: N that half of such bridges
// bear, 0: it does not stand.
std::vector<CheckRow> checkRules(RuleSet set, const BridgeInput& input,
                                 const BridgeStatics& statics, double forecast);

}  // namespace pt
