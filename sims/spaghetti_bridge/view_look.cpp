#include "sims/spaghetti_bridge/view_look.h"

#include <algorithm>
#include <iterator>

namespace pt {
namespace {

// By Show.
constexpr const char* shows[] = {"forces",  "utilisation", "deflection", "buckling",
                                 "moments", "reactions",   "influence",  "plain"};

}  // namespace

BridgeLook::BridgeLook(const ViewState& looking)
    : numbers(looking.option("numbers", "off") == "on"),
      ghost(looking.option("ghost", "on") == "on"), clock(looking.clock), state(looking) {
    const auto found = std::find(std::begin(shows), std::end(shows), looking.option("show", ""));
    if (found != std::end(shows)) show = static_cast<Show>(found - std::begin(shows));
}

std::vector<ViewOption> bridgeLooks() {
    return {{"show", {std::begin(shows), std::end(shows)}, shows[0]},
            {"numbers", {}, "off"},
            {"ghost", {}, "on"}};
}

}  // namespace pt
