// Edits of a house as pure functions: the house that it becomes, or why it cannot. What comes out
// has passed checkHouse(). Arguments are those of the lab's commands, SI; what is left out stays.
#pragma once

#include <string_view>

#include "engine/core/json.h"
#include "sims/passive_house/house.h"

namespace pt {

// {width, depth, height, storeys, roof_pitch, orientation, sunspace, balcony, under}: windows move
// and shrink along with their facade; a sun space takes the south windows into its outer wall.
Result<House> setHouse(const House& house, const Json& args);

// {window, facade, x, z, width, height, glazing, frame, overhang, overhang_gap, overhang_side,
// fins, fins_gap, screen}: held within the facade. Errors: house.unknown_window, those of
// checkHouse.
Result<House> setWindow(const House& house, const Json& args);
// The same without the window; where it lies is found when no place is given. Errors:
// house.no_place {facade}, house.many_windows.
Result<House> addWindow(const House& house, const Json& args);
Result<House> removeWindow(const House& house, std::string_view window);

// {part, layer, material, thickness, conductivity, density, heat_capacity}: `layer` counts from
// outside and from 1, "wall.2" names the part along. Errors: house.unknown_part,
// house.unknown_layer {layer}.
Result<House> setLayer(const House& house, const Json& args);
// Puts a layer before that one; without `layer` innermost.
Result<House> addLayer(const House& house, const Json& args);
Result<House> removeLayer(const House& house, const Json& args);

// {part, preset}: one of partKeys or "all". Error house.unknown_preset {preset}.
Result<House> useConstruction(const House& house, std::string_view part, std::string_view preset);

}  // namespace pt
