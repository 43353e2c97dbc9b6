#include "engine/numerics/building_core.h"

#include <cmath>

namespace pt::building {
namespace {

constexpr double hour = 3600, day = 86400;

// Everything of a readout, in one order.
template <class Flows, class Visit>
void visitZone(Flows& f, const Visit& visit) {
    for (auto* value :
         {&f.heating, &f.cooling, &f.gains, &f.solar, &f.windows, &f.opaque, &f.bridges,
          &f.infiltration, &f.ventilation, &f.airing, &f.otherZones, &f.stored})
        visit(*value);
}
template <class Flows, class Visit>
void visitSurface(Flows& f, const Visit& visit) {
    for (auto* value : {&f.inward, &f.outward, &f.sunOutside, &f.sunAbsorbed, &f.beamLit,
                        &f.insideTemperature, &f.outsideTemperature})
        visit(*value);
}
template <class Flows, class Visit>
void visitWindow(Flows& f, const Visit& visit) {
    for (auto* value : {&f.sunOutside, &f.solar, &f.conduction, &f.beamLit, &f.insideTemperature})
        visit(*value);
}

}  // namespace

std::span<const double> Core::nodes(size_t surface) const {
    return {nodes_.data() + walls_[surface].node, walls_[surface].nodes};
}

void Core::start(double time, double temperature) {
    const double celsius = temperature - zeroCelsius;
    warmer_ = 0;
    time_ = std::floor(time / dt_ + 1e-6) * dt_;
    for (double& node : nodes_) node = celsius;
    for (Element& element : elements_)
        element.inner.temperature = element.outer.temperature = celsius;
    for (Zone& zone : zones_) {
        zone.air = zone.before = zone.radiant = celsius;
        zone.airing = false;
        zone.mode = Mode::floating;
        zone.power = zone.fan = 0;
    }
    for (Glass& glass : glasses_) glass.fromSun.fill(0);
    updateGaps();
    outside_ = fine_.year->at(fine_.year->stepAt(time_));
    for (ZoneFlows& flows : zoneFlows_) flows = {};
    for (SurfaceFlows& flows : surfaceFlows_) {
        flows = {};
        flows.insideTemperature = flows.outsideTemperature = temperature;
    }
    for (WindowFlows& flows : windowFlows_) {
        flows = {};
        flows.insideTemperature = temperature;
    }
}

void Core::warmUp(double time, int days) {
    start(time, 293.15);
    if (days <= 0) return;
    if (!hourly_.year) hourly_ = stepper(hour);
    const double end = time_;
    time_ = std::floor(end / hour) * hour - days * day;
    while (time_ < end - dt_ / 2)
        if (const bool whole = time_ + hour <= end + 1e-6; !advance(whole ? hourly_ : fine_).ok())
            break;
    time_ = end;
}

std::vector<double> Core::state() const {
    std::vector<double> all{time_};
    const auto put = [&](const double& value) { all.push_back(value); };
    all.insert(all.end(), nodes_.begin(), nodes_.end());
    for (const Element& element : elements_) {
        put(element.inner.temperature);
        put(element.outer.temperature);
    }
    for (const Glass& glass : glasses_) {
        all.insert(all.end(), glass.chain.gaps().begin(), glass.chain.gaps().end());
        all.insert(all.end(), glass.fromSun.begin(), glass.fromSun.end());
    }
    for (const Zone& zone : zones_) {
        put(zone.air);
        put(zone.radiant);
        put(zone.airing ? 1 : 0);
        put(static_cast<double>(zone.mode));
        put(zone.fan);
    }
    for (const ZoneFlows& flows : zoneFlows_) visitZone(flows, put);
    for (const SurfaceFlows& flows : surfaceFlows_) visitSurface(flows, put);
    for (const WindowFlows& flows : windowFlows_) {
        visitWindow(flows, put);
        put(flows.screenDown ? 1 : 0);
    }
    if (warmer_ != 0) put(warmer_);  // states of the weather as it is stay as they always were
    return all;
}

Status Core::restore(std::span<const double> state) {
    const size_t usual = this->state().size() - (warmer_ != 0 ? 1 : 0);
    if (state.size() != usual && state.size() != usual + 1) return Error{"building.state", "", {}};
    for (const double value : state)
        if (!std::isfinite(value)) return Error{"building.state", "", {}};
    size_t next = 0;
    const auto take = [&](double& value) { value = state[next++]; };
    take(time_);
    for (double& node : nodes_) take(node);
    for (Element& element : elements_) {
        take(element.inner.temperature);
        take(element.outer.temperature);
    }
    for (Glass& glass : glasses_) {
        for (double& gap : glass.chain.gaps()) take(gap);
        for (double& pane : glass.fromSun) take(pane);
        glass.chain.rebuild();
    }
    for (Zone& zone : zones_) {
        take(zone.air);
        take(zone.radiant);
        zone.airing = state[next++] > 0.5;
        zone.mode = static_cast<Mode>(static_cast<int>(std::fmin(4, std::fmax(0, state[next++]))));
        take(zone.fan);
    }
    for (ZoneFlows& flows : zoneFlows_) visitZone(flows, take);
    for (SurfaceFlows& flows : surfaceFlows_) visitSurface(flows, take);
    for (WindowFlows& flows : windowFlows_) {
        visitWindow(flows, take);
        flows.screenDown = state[next++] > 0.5;
    }
    warmer_ = state.size() > usual ? state.back() : 0;
    // The weather of the step before, for the readouts.
    outside_ = fine_.year->at(fine_.year->stepAt(time_ - dt_)).warmedBy(warmer_);
    return Ok{};
}

}  // namespace pt::building
