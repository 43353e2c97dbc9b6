// The pieces of a BuildingSim: elements (a wall's layers, a glass, a frame) between two faces, and
// zones. Temperatures in °C, W, W/K.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/numerics/building_film.h"
#include "engine/numerics/building_glass.h"
#include "engine/numerics/building_sim.h"
#include "engine/numerics/building_sun.h"
#include "engine/numerics/building_wall.h"
#include "engine/numerics/shading.h"

namespace pt::building {

// A face of an element that looks into a zone.
struct RoomFace {
    int zone = -1;  // -1: this face looks elsewhere
    NaturalFilm natural;
    double fixedFilm = notFixed;
    double area = 0;         // m²
    double radiantArea = 0;  // m², times its factor in the star of long waves
    double gainShare = 0, beamShare = 0, diffuseShare = 0;  // of the zone's

    double temperature = 20;
    double toAir = 0, toRadiant = 0;
    double source = 0;  // that lands on the face: sun and radiant gains
    double sun = 0;     // the part of the sun that the element takes
};

// A face that looks outdoors.
struct OpenFace {
    NaturalFilm natural;
    WindPowers wind;  // factors; 0: no wind
    double roughness = roughnessOfWalls;
    double toSky = 0, toAir = 0;  // m², emissivity in it
    double fixedFilm = notFixed;
};

enum class Back : uint8_t { open, room, soil, held, adiabatic };
enum class Kind : uint8_t { wall, glass, frame };

// across·(To − Ti) + outerOwn·To − outerBase goes into the outer face, across·(Ti − To) +
// innerOwn·Ti − innerBase into the inner one.
struct Element {
    Kind kind = Kind::wall;
    Back back = Back::open;
    int surface = 0, window = -1;
    double area = 0;
    double across = 0, outerOwn = 0, innerOwn = 0;
    double outerBase = 0, innerBase = 0;
    RoomFace inner, outer;  // outer.temperature holds whatever lies behind
    OpenFace open;
    double backConductance = 0, backSource = 0;  // beyond the outer face, without the sun
    double outerSun = 0;                         // that the outer face takes
    // The faces' response to a watt on either.
    double rOuter = 0, rAcross = 0, rInner = 0;
    double known = 0, knownOuter = 0;  // °C of the faces if all rooms were at 0
};

struct Wall {
    size_t element = 0, node = 0, nodes = 0;  // its run of nodes among those of all walls
    WallGrid grid;
};

struct Glass {
    size_t element = 0;
    size_t table = 0;
    GlassChain chain;
    PaneHeat fromSun{};  // W/m², outside and inside sun together
};

// What shades one rectangle.
struct Shade {
    PlaneRectangle rectangle;
    SkyLeft left;
    bool shaded = false;
};

// Air-to-air conductance: thermal bridges and edges of glass (b = -1: outdoors), paths of air.
struct Link {
    enum class Kind : uint8_t { bridge, edge, air } kind = Kind::bridge;
    int a = 0, b = -1;
    double conductance = 0;
    int surface = -1, window = -1;
};

// Schedules of a zone by step of the day, °C and W.
struct ZoneStep {
    double heatTo = 0, coolTo = 0, gains = 0, airing = 0;
};

enum class Mode : uint8_t { floating, heating, mostHeating, cooling, mostCooling };

struct Zone {
    double capacity = 0;  // J/K
    double air = 20, radiant = 20;
    bool airing = false;
    Mode mode = Mode::floating;
    // Of this step.
    double before = 20;
    double infiltration = 0, ventilation = 0, ventilationSource = 0, aired = 0, fan = 0;
    double beam = 0, diffuse = 0;  // W of sun that came in and is still to land
    double power = 0;              // of heating (> 0) or cooling
};

}  // namespace pt::building
