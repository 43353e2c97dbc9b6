// What the person looking has chosen for the stage of the house, and the items
// on it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/view/view.h"
#include "sims/passive_house/view_house_frame.h"
#include "sims/passive_house/view_house_now.h"

namespace pt::house_view {

struct HouseLook {
    explicit HouseLook(const ViewState& looking)
        : state(looking),
          temperatures(looking.option("house_colours", "temperatures") == "temperatures"),
          flows(looking.option("house_flows", "on") == "on"),
          numbers(looking.option("house_watts", "on") == "on") {}

    const ViewState& state;
    bool temperatures, flows, numbers;
    bool marked(const std::string& item) const {
        return state.isSelected(item) || state.hovered == item;
    }
};

// The terms of the heat balance that have an arrow.
enum class Flow : uint8_t {
    walls,
    roof,
    floor,
    windows,
    bridges,
    infiltration,
    ventilation,
    airing,
    sunspace,
    sun,
    gains,
    heating,
    cooling,
    count
};
inline constexpr size_t flowCount = static_cast<size_t>(Flow::count);
const char* flowKey(Flow flow);
double wattsOf(const HouseNow& now,
               Flow flow);  // positive into the house; NaN: not known

// Indices into Scene::items; -1: not there.
struct HouseItems {
    std::array<int, 4> walls{-1, -1, -1, -1};
    std::vector<int> windows, persons;
    std::array<int, flowCount> flows{};
    int roof = -1, floor = -1, common = -1, sunspace = -1, ventilation = -1, heater = -1, sun = -1;
    int air = -1, pv = -1, compass = -1;
};
HouseItems addHouseItems(Scene& scene, const PassiveHouse& model, const HouseFrame& frame,
                         const HouseNow& now, const HouseLook& look);

// The part that this item is; false: none.
bool partOfItem(const std::string& item, Part& part);

}  // namespace pt::house_view
