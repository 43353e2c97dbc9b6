// How the bridge is looked at: what the person has chosen, in the lab's own terms.
#pragma once

#include <string>
#include <vector>

#include "engine/view/view.h"

namespace pt {

enum class Show : uint8_t {
    forces,
    utilisation,
    deflection,
    buckling,
    moments,
    reactions,
    influence,
    plain
};

struct BridgeLook {
    BridgeLook() = default;
    explicit BridgeLook(const ViewState& state);

    Show show = Show::forces;
    bool numbers = false;  // on every member
    bool ghost = true;     // the unloaded bridge behind the loaded one
    double clock = 0;      // s, for the buckling shape; 0: it stands still
    ViewState state;

    // Chosen, or under the pointer or the keyboard's focus.
    bool marked(const std::string& item) const {
        return state.isSelected(item) || state.hovered == item;
    }
    // Forces, or what they take, are drawn.
    bool showsForces() const {
        return show == Show::forces || show == Show::utilisation || show == Show::moments ||
               show == Show::reactions;
    }
    // The drawing follows the load, magnified.
    bool bends() const {
        return show == Show::forces || show == Show::utilisation || show == Show::deflection;
    }
};

std::vector<ViewOption> bridgeLooks();

}  // namespace pt
