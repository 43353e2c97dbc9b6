// What BuildingSim holds and does in a step. building_make.cpp sets it up, building_step.cpp
// advances it, building_balance.cpp solves the zones and says where the heat went.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/numerics/building_cavity.h"
#include "engine/numerics/building_parts.h"

namespace pt::building {

inline constexpr double heatOfAir = 1006;  // J/(kg K)
inline constexpr size_t none = static_cast<size_t>(-1);

// What depends on the length of the step.
struct Stepper {
    std::shared_ptr<OutsideYear> year;
    std::vector<WallStep> walls;
    std::vector<std::shared_ptr<SunOnPlane>> planes;  // by surface; nullptr: no sun comes there
    std::vector<std::vector<ZoneStep>> days;          // by zone, by step of the day
};

// The equations of the zones: air and mean radiant temperature of each, two unknowns a zone.
struct ZoneEquations {
    size_t size = 0;
    std::vector<double> matrix, right;
    std::vector<double> heat;  // by zone: what a watt of its heating adds to each equation
    std::vector<double> work, solution;
};

class Core {
public:
    Core(Building building, std::shared_ptr<WeatherCache> weather, double dt);

    void start(double time, double temperature);
    void warmUp(double time, int days);
    Status step(double warmer) {
        warmer_ = warmer;
        return advance(fine_);
    }
    std::vector<double> state() const;
    Status restore(std::span<const double> state);

    const Building& building() const { return building_; }
    double time() const { return time_; }
    const OutsideStep& outside() const { return outside_; }
    const std::vector<Zone>& zones() const { return zones_; }
    const ZoneFlows& zoneFlows(size_t zone) const { return zoneFlows_[zone]; }
    const SurfaceFlows& surfaceFlows(size_t surface) const { return surfaceFlows_[surface]; }
    const WindowFlows& windowFlows(size_t surface, size_t window) const {
        return windowFlows_[firstWindow_[surface] + window];
    }
    const WallGrid& grid(size_t surface) const { return walls_[surface].grid; }
    std::span<const double> nodes(size_t surface) const;  // °C

private:
    // building_make.cpp
    void makeZones();
    void makeSurface(size_t surface);
    void makeWindow(size_t surface, size_t window);
    Element element(Kind kind, size_t surface, double area, double emissivity) const;
    const BuildingConstruction& constructionOf(const BuildingSurface& surface) const {
        return building_.constructions[static_cast<size_t>(surface.construction)];
    }
    CavityFace cavityFace(const Element& element, bool innerSide) const;
    void divideLight(size_t zone);
    Stepper stepper(double dt);

    // building_step.cpp
    Status advance(Stepper& stepper);
    void updateFilms();
    void updateOpenFilm(Element& element);
    void updateRoomFilm(RoomFace& face);
    void updateGaps();
    void letSunIn(Stepper& stepper, size_t step);
    void sunOnSurface(size_t surface, const PlaneSun& sun);
    void sunOnWindow(size_t surface, size_t window, const PlaneSun& sun);
    void divideSun();
    bool letSunOn(Glass& glass, bool last);
    void conduct(const Stepper& stepper);
    void conductGlass();
    void exchangeAir(const std::vector<std::vector<ZoneStep>>& days, size_t stepOfDay);

    // building_balance.cpp
    void respond(Element& element) const;
    void assemble(double dt, size_t stepOfDay, const Stepper& stepper);
    void addElement(const Element& element);
    bool solveZones(size_t stepOfDay, const Stepper& stepper);
    size_t firstLost() const;
    bool solveFor(const std::vector<std::vector<ZoneStep>>& days, size_t stepOfDay);
    void settle(const Stepper& stepper);
    void report(double dt, size_t stepOfDay, const Stepper& stepper);
    void reportFaces();

    Building building_;
    std::shared_ptr<WeatherCache> weather_;
    double dt_ = 0, density_ = 1.2;  // kg/m³ of air at 20 °C at this height
    double time_ = 0;

    std::vector<GlassTable> tables_;  // by glazing
    std::vector<Element> elements_;
    std::vector<Wall> walls_;  // by surface
    std::vector<Glass> glasses_;
    std::vector<Shade> surfaceShades_, windowShades_;
    std::vector<size_t> firstWindow_;        // by surface, in what is numbered by window
    std::vector<size_t> glassOf_, frameOf_;  // by window: in glasses_, in elements_
    std::vector<Link> links_;
    std::vector<Zone> zones_;
    std::vector<double> nodes_, inside_;  // of all walls
    ZoneEquations equations_;
    Stepper fine_, hourly_;

    double warmer_ = 0;  // K above the weather, in the last step
    OutsideStep outside_;
    std::vector<ZoneFlows> zoneFlows_;
    std::vector<SurfaceFlows> surfaceFlows_;
    std::vector<WindowFlows> windowFlows_;
};

}  // namespace pt::building
