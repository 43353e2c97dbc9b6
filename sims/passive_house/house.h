// House: the design that pupils draw and change, as a document. The model turns it into a Building
// (house_building.h). SI units; angles in radians.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"

namespace pt {

// Facades by where they look when the front looks south; `orientation` turns the whole house.
enum class Facade : uint8_t { south, east, north, west };
inline constexpr std::array<const char*, 4> facadeKeys{"south", "east", "north", "west"};

struct HouseLayer {
    std::string material;  // a key of assets/materials/building.json, or "own"
    double thickness = 0;  // m
    double conductivity = 0, density = 0, heatCapacity = 0;  // of "own"
    double resistance = 0;  // m² K/W, of "own": a layer without mass
};
struct HouseConstruction {
    std::vector<HouseLayer> layers;  // from outside to inside
    double emissivityOut = 0.9, emissivityIn = 0.9;
    double absorptanceOut = 0.6, absorptanceIn = 0.6;
};
// What each is used for is fixed: outer walls, roof, lowest floor, wall to the sun space.
enum class Part : uint8_t { wall, roof, floor, common };
inline constexpr std::array<const char*, 4> partKeys{"wall", "roof", "floor", "common"};

struct HouseWindow {
    std::string id;  // "V1"
    Facade facade = Facade::south;
    bool sunspace = false;  // in the outer wall of the sun space instead of the house
    double x = 0, z = 0, width = 0,
           height = 0;        // m; x from the facade's left corner seen from outside
    std::string glazing;      // a key of assets/materials/glazing.json
    std::string frame;        // a key of its frames, or "none"
    double overhang = 0;      // m deep, over the width of the window plus overhangSide on each side
    double overhangGap = 0;   // m between the window's upper edge and the overhang
    double overhangSide = 0;  // m
    double fins = 0;          // m deep, on both sides of the window
    double finsGap = 0;       // m between window and fin
    double finsBelow = 0, finsAbove = 0;  // m that the fins go on below and above the window
};

enum class Under : uint8_t { ground, raised, fixed };  // what lies under the lowest floor
inline constexpr std::array<const char*, 3> underKeys{"ground", "raised", "fixed"};

struct House {
    double width = 10, depth = 8;  // m inside, along the south facade and from south to north
    double storeyHeight = 2.6;     // m inside
    int storeys = 2;               // 1 .. 3
    double roofPitch = 0;          // 0: flat; else a gable roof with its ridge east–west
    double orientation = 0;        // clockwise turn of the front away from south
    double sunspaceDepth = 0;      // m before the south facade; 0: none
    Under under = Under::ground;
    double underTemperature = 283.15;        // K, of `fixed`
    std::array<HouseConstruction, 4> parts;  // by Part
    std::vector<HouseWindow> windows;

    double volume() const;                    // m³ of air in the house itself
    double floorArea() const;                 // m², inside, all storeys (A_TFA)
    double facadeWidth(Facade facade) const;  // m
    double facadeHeight() const;              // m, all storeys
};

// As the document "house" of the Schema holds it. loadHouse is all or nothing; Error::where is the
// path in the value. Errors: house.* (sizes, unknown materials, windows outside or over each
// other).
Json saveHouse(const House& house);
Result<House> loadHouse(const Json& value);

}  // namespace pt
