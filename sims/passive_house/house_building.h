// The Building that a House with its use becomes, and the way back from its parts. SI units.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/numerics/building.h"
#include "engine/numerics/weather.h"
#include "sims/passive_house/detail.h"
#include "sims/passive_house/house.h"
#include "sims/passive_house/house_use.h"

namespace pt {

struct HouseBuilding {
    Building building;
    // Indices of surfaces. The wall behind a sun space stands in the place of the south wall.
    std::array<int, 4> walls{};  // by Facade
    std::vector<int> roofs;      // one, or the south and the north side of a gable roof
    int floor = -1;
    int inner = -1;  // inner walls and floors between storeys; -1: none
    // The outer south wall, the roof and the floor of the sun space.
    int sunWall = -1, sunRoof = -1, sunFloor = -1;
    int sunspaceZone = -1;
    struct WindowPlace {
        int surface = -1, window = -1;
    };
    std::vector<WindowPlace> windows;  // in the order of House::windows
};

// The house must have passed checkHouse(). The weather gives the soil its yearly wave.
HouseBuilding makeBuilding(const House& house, const HouseUse& use, const Weather& weather);

// Layers as the solver takes them: from the table, or the layer's own numbers.
BuildingConstruction layersOf(const HouseConstruction& construction);

double thicknessOf(const HouseConstruction& construction);  // m

// What lies under a floor on the ground (EN ISO 13370, slab on ground).
struct GroundContact {
    double resistance = 0;       // m² K/W between the layers and the soil's temperature
    double mean = 0, swing = 0;  // K
    double lag = 0;              // s of its coldest moment after 1 January
};
GroundContact groundContact(const House& house, const Weather& weather);

// A step of a U-value worked out by hand (EN ISO 6946).
struct Resistance {
    std::string key;       // "inside", "outside", "ground", or the layer's material
    double thickness = 0;  // m; 0: none
    double conductivity = 0;
    double resistance = 0;  // m² K/W
};
// From outside to inside; their sum is 1/U.
std::vector<Resistance> resistances(const House& house, Part part, const Weather& weather);
double uValueOf(const House& house, Part part, const Weather& weather);  // W/(m² K)

// Of glass, frame and edge together (EN ISO 10077-1); 0 without windows.
double windowU(const HouseWindow& window);
double meanWindowU(const House& house);
// Length of each junction, m, in the order of junctionKeys.
std::array<double, 4> junctionLengths(const House& house);
// ψ, W/(m K), for areas seen from inside, of what it is for outer dimensions.
double insidePsi(const House& house, Junction junction, double psi, const Weather& weather);

}  // namespace pt
