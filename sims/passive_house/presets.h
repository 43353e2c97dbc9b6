// Presets: how walls, roofs and floors of four ages are built, and whole houses of them.
#pragma once

#include <array>
#include <string_view>

#include "sims/passive_house/house.h"

namespace pt {

// Uninsulated cavity walls before 1970, five centimetres in the 1990s, what the Flemish energy
// rules (EPB) ask of a new house, and a passive house.
enum class Preset : uint8_t { old_house, nineties, epb, passive };
inline constexpr std::array<const char*, 4> presetKeys{"old_house", "nineties", "epb", "passive"};

HouseConstruction presetPart(Part part, Preset preset);
// Every part, the glazing and frames, and how the parts meet; shape and place of windows stay.
void usePreset(House& house, Preset preset);

}  // namespace pt
