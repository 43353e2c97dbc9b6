// Setting up: from a Building to elements, links and shares.
#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "engine/numerics/building_core.h"

namespace pt::building {
namespace {

constexpr double leastArea = 1e-6;  // m²: a wall that is all window keeps this
constexpr double frameEmissivity = 0.9;
constexpr double standardFilms = 0.13 + 0.04;  // m² K/W in a frame's U-value (ISO 10077)
constexpr double leastFrameResistance = 1e-3;  // m² K/W

// Density of air at 20 °C, by the standard atmosphere.
double densityAt(double altitude) {
    const double pressure = 101325 * math::pow(std::max(0.1, 1 - 2.25577e-5 * altitude), 5.2559);
    return pressure / (287.05 * 293.15);
}

std::array<double, 3> normalOf(const BuildingSurface& surface, double sign) {
    const Direction out = planeNormal(surface.azimuth, surface.tilt);
    return {sign * out.east, sign * out.north, sign * out.up};
}

double glassWidth(const BuildingWindow& window) {
    return std::max(0.0, window.width - 2 * window.frameWidth);
}
double glassHeight(const BuildingWindow& window) {
    return std::max(0.0, window.height - 2 * window.frameWidth);
}

Shade shadeOf(const BuildingSurface& surface, const PlaneRectangle& rectangle) {
    Shade shade{rectangle, {}, !surface.overhangs.empty() || !surface.fins.empty()};
    if (shade.shaded)
        shade.left = skyLeft(rectangle, surface.overhangs, surface.fins, surface.tilt);
    return shade;
}

// A wall's middle; a roof stands as high as the tallest wall.
double heightOf(const Building& building, const BuildingSurface& surface) {
    const double upright = 0.8;  // radians from level
    if (surface.tilt > upright && surface.tilt < math::pi - upright) return surface.height / 2;
    double tallest = 2.5;
    for (const BuildingSurface& other : building.surfaces)
        if (other.tilt > upright && other.tilt < math::pi - upright)
            tallest = std::max(tallest, other.height);
    return tallest;
}

// Shares that were given hold; the faces without one divide the rest as computed.
std::vector<double> completed(const std::vector<double>& given, std::vector<double> computed) {
    double taken = 0, open = 0;
    for (size_t i = 0; i < given.size(); ++i)
        (std::isnan(given[i]) ? open : taken) += std::isnan(given[i]) ? computed[i] : given[i];
    const double rest = open > 0 ? std::max(0.0, 1 - taken) / open : 0;
    for (size_t i = 0; i < given.size(); ++i)
        computed[i] = std::isnan(given[i]) ? computed[i] * rest : given[i];
    return computed;
}

double valueAt(const Schedule& schedule, double hourOfDay) {
    // At the end of a step that ends at hourOfDay, 0 < hourOfDay <= 24.
    const int hour = std::clamp(static_cast<int>(std::ceil(hourOfDay - 1e-9)) - 1, 0, 23);
    const double now = schedule.hours[static_cast<size_t>(hour)];
    if (!schedule.ramps) return now;
    const double before = schedule.hours[static_cast<size_t>((hour + 23) % 24)];
    return before + (now - before) * (hourOfDay - hour);
}

}  // namespace

Core::Core(Building building, std::shared_ptr<WeatherCache> weather, double dt)
    : building_(std::move(building)), weather_(std::move(weather)), dt_(dt),
      density_(densityAt(weather_->weather()->site.altitude)) {
    for (const Glazing& glazing : building_.glazings) tables_.emplace_back(glazing);
    makeZones();
    for (size_t s = 0; s < building_.surfaces.size(); ++s) makeSurface(s);
    for (const ThermalBridge& bridge : building_.bridges)
        links_.push_back({Link::Kind::bridge, bridge.zone, -1, bridge.psi * bridge.length, -1, -1});
    for (const AirPath& path : building_.airPaths)
        links_.push_back(
            {Link::Kind::air, path.a, path.b, path.flow * density_ * heatOfAir, -1, -1});
    for (size_t z = 0; z < zones_.size(); ++z) divideLight(z);
    inside_.assign(nodes_.size(), 0.0);
    zoneFlows_.resize(zones_.size());
    surfaceFlows_.resize(building_.surfaces.size());
    windowFlows_.resize(glassOf_.size());
    fine_ = stepper(dt_);
    start(0, 293.15);
}

void Core::makeZones() {
    for (const BuildingZone& zone : building_.zones) {
        Zone made;
        made.capacity = zone.volume * density_ * heatOfAir + zone.extraCapacity;
        zones_.push_back(made);
    }
    equations_.size = 2 * zones_.size();
    equations_.matrix.resize(equations_.size * equations_.size);
    equations_.right.resize(equations_.size);
    equations_.heat.resize(zones_.size() * equations_.size);
    equations_.work.resize(equations_.size * (equations_.size + 1));
    equations_.solution.resize(equations_.size);
}

Element Core::element(Kind kind, size_t index, double area, double emissivity) const {
    const BuildingSurface& surface = building_.surfaces[index];
    const double up = math::cos(surface.tilt);
    Element made;
    made.kind = kind;
    made.surface = static_cast<int>(index);
    made.area = std::max(area, leastArea);
    made.inner.zone = surface.zone;
    made.inner.natural = NaturalFilm(-up);
    made.inner.area = made.area;
    made.inner.fixedFilm = kind == Kind::wall ? surface.insideFilm : surface.windowInsideFilm;
    made.outer.fixedFilm = kind == Kind::wall ? surface.outsideFilm : surface.windowOutsideFilm;
    switch (surface.beyond) {
    case Beyond::outdoors:
    case Beyond::sheltered: made.back = Back::open; break;
    case Beyond::ground: made.back = surface.groundResistance > 0 ? Back::soil : Back::held; break;
    case Beyond::zone: made.back = Back::room; break;
    case Beyond::fixed: made.back = Back::held; break;
    case Beyond::adiabatic: made.back = Back::adiabatic; break;
    }
    if (made.back == Back::room) {
        made.outer.zone = surface.otherZone;
        made.outer.natural = NaturalFilm(up);
        made.outer.area = made.area;
    }
    made.open.natural = NaturalFilm(up);
    made.open.fixedFilm = made.outer.fixedFilm;
    made.open.roughness = kind == Kind::glass ? roughnessOfGlass : roughnessOfWalls;
    const bool sheltered = surface.beyond == Beyond::sheltered;
    const OutsideView view = sheltered ? OutsideView{0, 1} : outsideView(surface.tilt);
    made.open.toSky = made.area * emissivity * view.sky;
    made.open.toAir = made.area * emissivity * view.air;
    if (!sheltered) made.open.wind = windFactorsAt(heightOf(building_, surface));
    return made;
}

void Core::makeSurface(size_t index) {
    const BuildingSurface& surface = building_.surfaces[index];
    double opaque = surface.width * surface.height;
    for (const BuildingWindow& window : surface.windows) opaque -= window.width * window.height;
    Wall wall;
    wall.element = elements_.size();
    wall.grid = makeWallGrid(constructionOf(surface));
    wall.node = nodes_.size();
    wall.nodes = wall.grid.nodes();
    nodes_.resize(nodes_.size() + wall.nodes, 20.0);
    walls_.push_back(std::move(wall));
    elements_.push_back(
        element(Kind::wall, index, opaque, constructionOf(surface).outside.emissivity));
    surfaceShades_.push_back(shadeOf(surface, {0, 0, surface.width, surface.height}));
    firstWindow_.push_back(glassOf_.size());
    for (size_t w = 0; w < surface.windows.size(); ++w) makeWindow(index, w);
}

void Core::makeWindow(size_t index, size_t number) {
    const BuildingSurface& surface = building_.surfaces[index];
    const BuildingWindow& window = surface.windows[number];
    const Glazing& glazing = building_.glazings[static_cast<size_t>(window.glazing)];
    const double width = glassWidth(window), height = glassHeight(window);
    Element pane =
        element(Kind::glass, index, width * height, glazing.panes.front().emissivityFront);
    pane.window = static_cast<int>(number);
    Glass glass;
    glass.element = elements_.size();
    glass.table = static_cast<size_t>(window.glazing);
    glass.chain = GlassChain(glazing, surface.tilt, std::max(height, 0.01));
    glassOf_.push_back(glasses_.size());
    glasses_.push_back(std::move(glass));
    elements_.push_back(pane);

    Element frame =
        element(Kind::frame, index, window.width * window.height - width * height, frameEmissivity);
    frame.window = static_cast<int>(number);
    const double core = std::max(leastFrameResistance, 1 / window.frameU - standardFilms);
    frame.across = frame.area / core;
    frameOf_.push_back(window.frameWidth > 0 ? elements_.size() : none);
    if (window.frameWidth > 0) elements_.push_back(frame);

    windowShades_.push_back(
        shadeOf(surface, {window.x, window.z, window.x + window.width, window.z + window.height}));
    const int other = surface.beyond == Beyond::zone ? surface.otherZone : -1;
    if (window.edgePsi > 0)
        links_.push_back({Link::Kind::edge, surface.zone, other,
                          window.edgePsi * 2 * (width + height), static_cast<int>(index),
                          static_cast<int>(number)});
}

CavityFace Core::cavityFace(const Element& element, bool innerSide) const {
    const BuildingSurface& surface = building_.surfaces[static_cast<size_t>(element.surface)];
    const BuildingConstruction& construction = constructionOf(surface);
    const Finish& finish = innerSide ? construction.inside : construction.outside;
    CavityFace face;
    face.area = element.area;
    face.normal = normalOf(surface, innerSide ? -1 : 1);
    face.emissivity = element.kind == Kind::frame ? frameEmissivity : finish.emissivity;
    face.solarAbsorptance = finish.solarAbsorptance;
    if (element.kind != Kind::glass) return face;
    const size_t glazing =
        static_cast<size_t>(surface.windows[static_cast<size_t>(element.window)].glazing);
    const std::vector<Pane>& panes = building_.glazings[glazing].panes;
    const GlassTable& table = tables_[glazing];
    face.emissivity = innerSide ? panes.back().emissivityBack : panes.front().emissivityFront;
    // What glass lets through is gone from the room, just as what it absorbs.
    face.solarAbsorptance =
        1 - (innerSide ? table.fromInside().reflectance : table.diffuse().reflectance);
    return face;
}

// Long waves, radiant gains and the sun inside.
void Core::divideLight(size_t zone) {
    std::vector<CavityFace> faces;
    std::vector<RoomFace*> owners;
    std::vector<double> glassAreas, givenShares;
    double radiating = 0;
    for (Element& element : elements_)
        for (const bool innerSide : {true, false}) {
            RoomFace& face = innerSide ? element.inner : element.outer;
            if (face.zone != static_cast<int>(zone)) continue;
            const BuildingSurface& of = building_.surfaces[static_cast<size_t>(element.surface)];
            faces.push_back(cavityFace(element, innerSide));
            owners.push_back(&face);
            glassAreas.push_back(innerSide && element.kind == Kind::glass ? element.area : 0);
            givenShares.push_back(innerSide && element.kind == Kind::wall ? of.solarShare
                                                                          : notFixed);
            radiating += faces.back().area * faces.back().emissivity;
        }
    if (!(radiating > 0)) {  // nothing for radiant heat to land on: it warms the air
        building_.zones[zone].gainsRadiant = building_.zones[zone].heatingRadiant = 0;
    }
    const std::vector<double> radiant = radiantFactors(faces);
    const std::vector<double> beam = completed(givenShares, sharesOfBeam(faces));
    const std::vector<double> diffuse = completed(givenShares, sharesFrom(faces, glassAreas));
    for (size_t i = 0; i < faces.size(); ++i) {
        RoomFace& face = *owners[i];
        face.radiantArea = std::isnan(face.fixedFilm) ? face.area * radiant[i] : 0;
        face.gainShare = radiating > 0 ? faces[i].area * faces[i].emissivity / radiating : 0;
        face.beamShare = beam[i];
        face.diffuseShare = diffuse[i];
    }
}

Stepper Core::stepper(double dt) {
    Stepper made;
    made.year = weather_->year(dt);
    for (const Wall& wall : walls_) made.walls.emplace_back(wall.grid, dt);
    for (const BuildingSurface& surface : building_.surfaces)
        made.planes.push_back(
            surface.beyond == Beyond::outdoors
                ? made.year->plane({surface.azimuth, surface.tilt, building_.groundReflectance})
                : nullptr);
    for (const BuildingZone& zone : building_.zones) {
        std::vector<ZoneStep> day;
        for (size_t i = 0; i < made.year->stepsADay(); ++i) {
            const double hour = static_cast<double>(i + 1) * dt / 3600;
            ZoneStep step;
            step.heatTo = valueAt(zone.heatTo, hour) - zeroCelsius;
            step.coolTo = std::max(step.heatTo, valueAt(zone.coolTo, hour) - zeroCelsius);
            step.gains = valueAt(zone.gains, hour);
            step.airing = valueAt(zone.airing.when, hour);
            day.push_back(step);
        }
        made.days.push_back(std::move(day));
    }
    return made;
}

}  // namespace pt::building
