// What can be taken hold of on the stage "Huis": edges of windows, layers, the ridge, the eaves,
// the back wall, the compass. A grip turns a way of the pointer into commands.
#pragma once

#include <string>
#include <vector>

#include "engine/view/editor.h"
#include "sims/passive_house/model.h"
#include "sims/passive_house/view_house_frame.h"

namespace pt::house_view {

enum class Hold : uint8_t {
    window,
    left,
    right,
    top,
    bottom,
    overhang,
    layer,
    ridge,
    eaves,
    length,
    sunspace,
    turn
};

struct Grip {
    Hold hold = Hold::window;
    Vec at{0, 0};
    Vec along{1, 0};  // the way that makes it more, unit vector
    // Of a window: every one that the cut shows as this one.
    std::vector<HouseWindow> windows = {};
    Part part = Part::wall;
    int layer = 0;     // from outside
    double value = 0;  // SI, when it was taken: thickness, depth, angle, length
};

// Those of the selection, and those of the house itself.
std::vector<Grip> gripsOf(const House& house, const HouseFrame& frame, const ViewState& looking);
// After the pointer went by `way` m; `to` is where it is. free: no snapping.
std::vector<Command> commandsOf(const Grip& grip, const HouseFrame& frame, Vec way, Vec to,
                                bool free);
// What brings back the state in which it was taken.
std::vector<Command> backOf(const Grip& grip, const HouseFrame& frame);
// Its present value in words, beside the pointer.
std::string valueOf(const Grip& grip, const House& house, const HouseFrame& frame,
                    const Words& words);

// The layer that insulates most; -1: none.
int mainLayer(const HouseConstruction& construction);
const HouseWindow* windowOfItem(const House& house, const std::string& item);  // nullptr: none
// "wall.2", counted from outside and from 1, as the commands name a layer.
std::string layerName(Part part, int layer);

}  // namespace pt::house_view
