// Small buildings and weathers for tests of the thermal core.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/math.h"
#include "engine/numerics/building_film.h"
#include "engine/numerics/building_sim.h"
#include "engine/numerics/building_sun.h"
#include "engine/numerics/building_wall.h"

namespace pt {

// The same hour all year, without sun, under a sky as warm as the air.
inline std::shared_ptr<Weather> stillWeather(double celsius, double wind = 3) {
    auto weather = std::make_shared<Weather>();
    weather->site = {"still", 0.89, 0.076, 3600, 0};
    WeatherHour hour;
    hour.temperature = celsius + zeroCelsius;
    hour.dewPoint = hour.temperature - 5;
    hour.wind = wind;
    hour.infrared = stefanBoltzmann * std::pow(hour.temperature, 4);
    weather->hours.assign(hoursAYear, hour);
    return weather;
}

inline BuildingLayer layer(double thickness, double conductivity, double density = 0,
                           double heatCapacity = 0) {
    return {thickness, conductivity, density, heatCapacity, 0};
}
inline BuildingLayer resistance(double value) {
    BuildingLayer made;
    made.resistance = value;
    return made;
}
inline BuildingConstruction construction(std::vector<BuildingLayer> layers) {
    BuildingConstruction made;
    made.layers = std::move(layers);
    return made;
}
inline BuildingConstruction insulatedBrick(double insulation = 0.12) {
    return construction({layer(0.09, 0.9, 1800, 1000), layer(insulation, 0.03, 30, 1400),
                         layer(0.14, 0.3, 850, 1000)});
}
inline BuildingConstruction oldBrick() { return construction({layer(0.2, 0.6, 1600, 850)}); }

inline Glazing doubleGlazing() {
    Pane pane;
    Gap gap;
    return {{pane, pane}, {gap}};
}

inline BuildingSurface surface(std::string name, double width, double height, double azimuth,
                               double tilt, int made = 0) {
    BuildingSurface surface;
    surface.name = std::move(name);
    surface.width = width;
    surface.height = height;
    surface.azimuth = azimuth;
    surface.tilt = tilt;
    surface.construction = made;
    return surface;
}

inline BuildingWindow window(std::string name, double x, double z, double width, double height) {
    BuildingWindow window;
    window.name = std::move(name);
    window.x = x;
    window.z = z;
    window.width = width;
    window.height = height;
    return window;
}

// A free-standing box of 8 × 6 × 2.7 m of one construction, without windows.
inline Building box(BuildingConstruction made = insulatedBrick()) {
    using math::pi;
    Building building;
    building.constructions = {std::move(made)};
    building.glazings = {doubleGlazing()};
    BuildingZone zone;
    zone.name = "house";
    zone.volume = 129.6;
    building.zones = {zone};
    building.surfaces = {
        surface("south", 8, 2.7, pi, pi / 2), surface("east", 6, 2.7, pi / 2, pi / 2),
        surface("north", 8, 2.7, 0, pi / 2),  surface("west", 6, 2.7, 1.5 * pi, pi / 2),
        surface("roof", 8, 6, pi, 0),         surface("floor", 8, 6, pi, pi)};
    building.surfaces.back().beyond = Beyond::sheltered;
    return building;
}

inline void fixFilms(Building& building, double inside = 8, double outside = 25) {
    for (BuildingSurface& surface : building.surfaces) {
        surface.insideFilm = surface.windowInsideFilm = inside;
        surface.outsideFilm = surface.windowOutsideFilm = outside;
    }
}

inline void holdAt(BuildingZone& zone, double celsius) {
    zone.heatTo = Schedule::constant(celsius + zeroCelsius);
}

inline BuildingSim made(Building building, std::shared_ptr<const Weather> weather,
                        double dt = 600) {
    Result<BuildingSim> sim = BuildingSim::make(std::move(building), std::move(weather), dt);
    EXPECT_TRUE(sim.ok()) << (sim.ok() ? "" : sim.error().key + " " + sim.error().where);
    return std::move(sim.value());
}

inline void run(BuildingSim& sim, int steps) {
    for (int i = 0; i < steps; ++i) ASSERT_TRUE(sim.step().ok());
}

// What a zone's flows miss of what it stored, of all that went in and out of it.
inline double imbalance(const ZoneFlows& f, double throughput) {
    const double sum = f.heating + f.cooling + f.gains + f.solar + f.windows + f.opaque +
                       f.bridges + f.infiltration + f.ventilation + f.airing + f.otherZones;
    return std::fabs(sum - f.stored) / (throughput + 1);  // 1 W: rounding where nothing flows
}
inline double throughput(const BuildingSim& sim, int zone) {
    const ZoneFlows& f = sim.zone(zone);
    double all = 0;
    for (const double flow : {f.heating, f.cooling, f.gains, f.solar, f.windows, f.bridges,
                              f.infiltration, f.ventilation, f.airing, f.otherZones, f.stored})
        all += std::fabs(flow);
    for (size_t s = 0; s < sim.building().surfaces.size(); ++s)
        all += std::fabs(sim.surface(static_cast<int>(s)).inward);
    return all;
}

// J per m² in the layers of a surface, above 0 K.
inline double heldIn(const BuildingSim& sim, int surface) {
    const BuildingSurface& of = sim.building().surfaces[static_cast<size_t>(surface)];
    const WallGrid grid =
        makeWallGrid(sim.building().constructions[static_cast<size_t>(of.construction)]);
    const BuildingSim::Profile profile = sim.profile(surface);
    double held = 0;
    for (size_t i = 0; i < grid.nodes(); ++i) held += grid.capacity[i] * profile.temperature[i];
    return held;
}

}  // namespace pt
