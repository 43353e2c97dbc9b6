// HouseFrame: where the parts of the house are on the stage, in metres. In the
// cut x grows from the inner face of the south wall to the north, y from the
// lowest floor; a facade is seen from outside with x from its left inner
// corner.
#pragma once

#include <string>
#include <vector>

#include "engine/view/view.h"
#include "sims/passive_house/house.h"

namespace pt::house_view {

enum class Side : uint8_t { cut, south, east, north, west };
inline constexpr std::array<const char*, 5> sideKeys{"cut", "south", "east", "north", "west"};

struct HouseFrame {
    HouseFrame(const House& house, const ViewState& state);

    const House& house;
    Side side;
    Facade facade = Facade::south;  // that is seen, of a facade
    double length;                  // m of the inside along x
    double wall, roof, floor;       // m thick
    double commonWall = 0;          // m thick, 0: no sun space
    double sunspace = 0;            // m deep, 0: none
    double height;                  // m of the facades, all storeys
    double pitch;                   // rad
    double ridge;                   // y of the top of the house
    double ground;                  // y of the garden
    double dome;                    // m, radius of the sun's path
    Vec domeCenter{0, 0};
    Vec low, high;                // what should be in view
    Vec compass;                  // its middle
    double compassRadius = 0.85;  // m

    bool isCut() const { return side == Side::cut; }
    double front() const { return -commonWall - sunspace; }  // inner face of the south wall
    double south() const { return front() - wall; }          // outer faces
    double north() const { return length + wall; }
    double left() const;  // of all that is built
    double storeyFloor(int storey) const { return storey * house.storeyHeight; }
    int storeyOf(double z) const;
    // Height of the ceiling under the roof at x, and of the same `offset` m
    // outwards of it.
    double ceiling(double x, double offset = 0) const;

    // In the cut: where the sun at this height and azimuth is drawn, seen from
    // the dome's middle.
    Vec sunDirection(double elevation, double azimuth) const;
    Vec compassPoint(double azimuth, double radius) const;
};

// Thickness of a construction, m; a layer without mass is drawn as thick as a
// film.
double drawnThickness(const HouseLayer& layer);
double drawnThickness(const HouseConstruction& construction);

// Windows of the cut that lie behind each other: the same facade, height and
// place above the floor.
struct WindowGroup {
    std::vector<int> windows;  // of House::windows
    int shown = 0;             // which of them is drawn
};
std::vector<WindowGroup> groupsOf(const House& house, const ViewState& state);

// Where a window of the east or west facade lies in the cut, seen from inside:
// its low x.
double cutX(const House& house, const HouseWindow& window);

// Part and facade of an item: "wall.south".
std::string wallItem(Facade facade);

}  // namespace pt::house_view
