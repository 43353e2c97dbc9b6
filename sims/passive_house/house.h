// House: the design that pupils draw and change, as a document. The model turns it into a Building
// (house_building.h). SI units; angles in radians.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/numerics/building.h"

namespace pt {

// Facades by where they look when the front looks south; `orientation` turns the whole house.
enum class Facade : uint8_t { south, east, north, west };
inline constexpr std::array<const char*, 4> facadeKeys{"south", "east", "north", "west"};

struct HouseLayer {
    std::string material;  // a key of assets/materials/building.json, or "own"
    double thickness = 0;  // m
    double conductivity = 0, density = 0, heatCapacity = 0;  // of "own"
    double resistance = 0;  // m² K/W, of "own": a layer without mass
    bool operator==(const HouseLayer&) const = default;
};
struct HouseConstruction {
    std::vector<HouseLayer> layers;  // from outside to inside
    double emissivityOut = 0.9, emissivityIn = 0.9;
    double absorptanceOut = 0.6, absorptanceIn = 0.6;
    // W/(m² K), convection and long waves together; notFixed: computed.
    double insideFilm = notFixed, outsideFilm = notFixed;
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
    bool screen = false;                  // an outside blind that comes down in strong sun
    bool operator==(const HouseWindow&) const = default;
};

enum class Under : uint8_t { ground, raised, fixed };  // what lies under the lowest floor
inline constexpr std::array<const char*, 3> underKeys{"ground", "raised", "fixed"};

// How the parts meet, in the order of junctionKeys (detail.h): W/(m K) of extra loss for areas seen
// from inside, and where that comes from: a usual value, or the detail that was drawn.
struct HouseJunction {
    double psi = 0;
    std::string variant = "none";  // "usual", of detailVariants(), or "none": no extra loss
    bool operator==(const HouseJunction&) const = default;
};

struct House {
    double width = 10, depth = 8;  // m inside, along the south facade and from south to north
    double storeyHeight = 2.6;     // m inside
    int storeys = 2;               // 1 .. 3
    double roofPitch = 0;          // 0: flat; else a gable roof with its ridge east–west
    double orientation = 0;        // clockwise turn of the front away from south
    double sunspaceDepth = 0;      // m before the south facade; 0: none
    double balcony = 0;            // m of floor slab that goes on through the wall
    Under under = Under::ground;
    double underTemperature = 283.15;        // K, of `fixed`
    std::array<HouseConstruction, 4> parts;  // by Part
    // Of the sun space: its walls, roof and floor; none: as those of the house.
    std::optional<std::array<HouseConstruction, 3>> sunspaceParts;
    std::vector<HouseWindow> windows;
    std::array<HouseJunction, 4> junctions;
    // W/(m² K) on both sides of all windows; notFixed: computed.
    double windowInsideFilm = notFixed, windowOutsideFilm = notFixed;
    // Shares of the sun that comes in for floor, roof, and the walls in the order of facadeKeys;
    // none: computed.
    std::optional<std::array<double, 6>> solarShares;

    double volume() const;                    // m³ of air in the house itself
    double floorArea() const;                 // m², inside, all storeys (A_TFA)
    double footprint() const;                 // m², inside
    double facadeWidth(Facade facade) const;  // m
    double facadeHeight() const;              // m, all storeys
    double gableRise() const;                 // m from the eaves to the ridge; 0: flat
    const HouseConstruction& part(Part part) const { return parts[static_cast<size_t>(part)]; }
    HouseConstruction& part(Part part) { return parts[static_cast<size_t>(part)]; }
    int findWindow(std::string_view id) const;  // -1: none
    bool hasSunspace() const { return sunspaceDepth > 0; }
};

inline constexpr size_t mostWindows = 60, mostLayers = 12;
inline constexpr double leastSize = 2, mostSize = 40;    // m, width and depth
inline constexpr double thickestLayer = 5;               // m
inline constexpr double leastWindow = 0.1;               // m
inline constexpr double steepestRoof = 1.0471975511966;  // 60°

// The house that a new page opens with: an ordinary one of the 1990s.
House defaultHouse();

// What makes it impossible to compute: house.* with the place as Error::where: sizes, unknown
// materials, layers that do not conduct, windows outside their facade or over each other.
Status checkHouse(const House& house);

// As the document "house" of the Schema holds it. loadHouse is all or nothing; Error::where is the
// path in the value. Errors: house.* (shape of the value), those of checkHouse.
Json saveHouse(const House& house);
Result<House> loadHouse(const Json& value);

}  // namespace pt
