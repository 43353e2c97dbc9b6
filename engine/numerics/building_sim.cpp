#include "engine/numerics/building_sim.h"

#include <cmath>
#include <fmt/format.h>

#include "engine/numerics/building_core.h"

namespace pt {

using building::Core;
using building::Zone;

struct BuildingSim::Parts {
    Core core;
};

namespace {

size_t at(int index) { return static_cast<size_t>(index); }

}  // namespace

Result<BuildingSim> BuildingSim::make(Building building, std::shared_ptr<const Weather> weather,
                                      double dt) {
    return make(std::move(building), std::make_shared<WeatherCache>(std::move(weather)), dt);
}

Result<BuildingSim> BuildingSim::make(Building building, std::shared_ptr<WeatherCache> weather,
                                      double dt) {
    if (Status ok = checkBuilding(building); !ok) return ok.error();
    constexpr double hour = 3600;
    if (!(dt >= 1 && dt <= hour) || std::fabs(hour / dt - std::round(hour / dt)) > 1e-9)
        return Error{"building.step", "", {{"dt", fmt::format("{}", dt)}}};
    if (!weather || !weather->weather() || weather->weather()->hours.size() != hoursAYear)
        return Error{"building.weather", "", {}};
    return BuildingSim(
        std::make_unique<Parts>(Parts{Core(std::move(building), std::move(weather), dt)}));
}

BuildingSim::BuildingSim(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
BuildingSim::BuildingSim(BuildingSim&&) noexcept = default;
BuildingSim& BuildingSim::operator=(BuildingSim&&) noexcept = default;
BuildingSim::~BuildingSim() = default;

void BuildingSim::start(double time, double temperature) { parts_->core.start(time, temperature); }
void BuildingSim::warmUp(double time, int days) { parts_->core.warmUp(time, days); }
Status BuildingSim::step(double warmer) { return parts_->core.step(warmer); }
double BuildingSim::time() const { return parts_->core.time(); }

std::vector<double> BuildingSim::state() const { return parts_->core.state(); }
Status BuildingSim::restore(std::span<const double> state) { return parts_->core.restore(state); }

const Building& BuildingSim::building() const { return parts_->core.building(); }
const Outdoors& BuildingSim::outdoors() const { return parts_->core.outside().out; }

double BuildingSim::airTemperature(int zone) const {
    return parts_->core.zones()[at(zone)].air + zeroCelsius;
}
double BuildingSim::operativeTemperature(int zone) const {
    const Zone& of = parts_->core.zones()[at(zone)];
    return (of.air + of.radiant) / 2 + zeroCelsius;
}
const ZoneFlows& BuildingSim::zone(int zone) const { return parts_->core.zoneFlows(at(zone)); }
const SurfaceFlows& BuildingSim::surface(int surface) const {
    return parts_->core.surfaceFlows(at(surface));
}
const WindowFlows& BuildingSim::window(int surface, int window) const {
    return parts_->core.windowFlows(at(surface), at(window));
}

std::vector<double> BuildingSim::layerTemperatures(int surface) const {
    std::vector<double> temperatures;
    const std::span<const double> nodes = parts_->core.nodes(at(surface));
    for (const int border : parts_->core.grid(at(surface)).border)
        temperatures.push_back(nodes[at(border)] + zeroCelsius);
    return temperatures;
}

BuildingSim::Profile BuildingSim::profile(int surface) const {
    Profile profile;
    profile.depth = parts_->core.grid(at(surface)).depth;
    for (const double node : parts_->core.nodes(at(surface)))
        profile.temperature.push_back(node + zeroCelsius);
    return profile;
}

double BuildingSim::fanPower(int zone) const { return parts_->core.zones()[at(zone)].fan; }

}  // namespace pt
