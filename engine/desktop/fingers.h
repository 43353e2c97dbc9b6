// Fingers: two fingers on a touch screen move and zoom the paper. One finger is the mouse's work.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/desktop/desk.h"

namespace pt {

class Fingers {
public:
    // Positions in pixels of the window.
    void down(int64_t id, Vec at);
    void up(int64_t id);
    // What the movement of a finger does when exactly two lie on the screen.
    std::optional<StageLook::Pinch> move(int64_t id, Vec at);
    // More than one: the hand pans and zooms, it does not draw.
    bool several() const { return fingers_.size() > 1; }
    bool none() const { return fingers_.empty(); }

private:
    std::vector<std::pair<int64_t, Vec>> fingers_;
};

// Two movements as one.
StageLook::Pinch joined(const StageLook::Pinch& first, const StageLook::Pinch& then);

}  // namespace pt
