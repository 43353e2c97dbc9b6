// One step up to the zones' equations: films, sun, conduction, exchange of air.
#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "engine/numerics/building_core.h"

namespace pt::building {
namespace {

constexpr double hour = 3600, year = 365 * 86400.0;  // s
constexpr double frameAbsorptance = 0.6;
// Opened windows close again when it is this much cooler than where they opened.
constexpr double airingBand = 1;  // K
// Sun that goes from zone to zone through glass in between is followed this many times.
constexpr int mostPasses = 6;

double groundTemperature(const BuildingSurface& surface, double time) {
    if (surface.beyond == Beyond::fixed) return surface.fixedTemperature - zeroCelsius;
    const double phase = 2 * math::pi * (time - surface.groundLag) / year;
    return surface.groundTemperature - surface.groundSwing * math::cos(phase) - zeroCelsius;
}

}  // namespace

Status Core::advance(Stepper& stepper) {
    const double dt = stepper.year->dt();
    const size_t step = stepper.year->stepAt(time_);
    const size_t stepOfDay = step % stepper.year->stepsADay();
    outside_ = stepper.year->at(step).warmedBy(warmer_);
    for (Zone& zone : zones_) zone.before = zone.air;
    if (std::fmod(time_ + 1e-6, hour) < dt) updateGaps();
    updateFilms();
    letSunIn(stepper, step);
    divideSun();
    conduct(stepper);
    conductGlass();
    exchangeAir(stepper.days, stepOfDay);
    assemble(dt, stepOfDay, stepper);
    if (!solveZones(stepOfDay, stepper))
        return Error{"building.diverged", "", {{"zone", building_.zones[firstLost()].name}}};
    settle(stepper);
    report(dt, stepOfDay, stepper);
    time_ += dt;
    return Ok{};
}

void Core::updateGaps() {
    for (Glass& glass : glasses_) {
        const Element& element = elements_[glass.element];
        glass.chain.update(element.outer.temperature, element.inner.temperature, glass.fromSun);
    }
}

void Core::updateFilms() {
    for (Element& element : elements_) {
        updateRoomFilm(element.inner);
        switch (element.back) {
        case Back::open: updateOpenFilm(element); break;
        case Back::room: updateRoomFilm(element.outer); break;
        case Back::soil: {
            const BuildingSurface& surface =
                building_.surfaces[static_cast<size_t>(element.surface)];
            element.backConductance = element.area / surface.groundResistance;
            element.backSource = element.backConductance * groundTemperature(surface, time_);
            break;
        }
        case Back::held:
            element.knownOuter =
                groundTemperature(building_.surfaces[static_cast<size_t>(element.surface)], time_);
            break;
        case Back::adiabatic: break;
        }
    }
}

void Core::updateOpenFilm(Element& element) {
    const OpenFace& face = element.open;
    if (!std::isnan(face.fixedFilm)) {
        element.backConductance = element.area * face.fixedFilm;
        element.backSource = element.backConductance * outside_.air;
        return;
    }
    const double now = element.outer.temperature;
    const double convection = outsideFilm(face.natural.at(now - outside_.air),
                                          forcedFilm(outside_.wind, face.wind), face.roughness);
    const double toSky = face.toSky * radiantFilm(now, outside_.sky);
    const double toAir = element.area * convection + face.toAir * radiantFilm(now, outside_.air);
    element.backConductance = toSky + toAir;
    element.backSource = toSky * outside_.sky + toAir * outside_.air;
}

void Core::updateRoomFilm(RoomFace& face) {
    const Zone& zone = zones_[static_cast<size_t>(face.zone)];
    if (!std::isnan(face.fixedFilm)) {
        face.toAir = face.area * face.fixedFilm;
        face.toRadiant = 0;
        return;
    }
    face.toAir = face.area * face.natural.at(face.temperature - zone.air);
    face.toRadiant = face.radiantArea * radiantFilm(face.temperature, zone.radiant);
}

void Core::letSunIn(Stepper& stepper, size_t step) {
    for (Zone& zone : zones_) zone.beam = zone.diffuse = 0;
    for (size_t s = 0; s < building_.surfaces.size(); ++s) {
        if (!stepper.planes[s]) continue;
        const PlaneSun& sun = stepper.planes[s]->at(step, *stepper.year);
        for (size_t w = 0; w < building_.surfaces[s].windows.size(); ++w) sunOnWindow(s, w, sun);
        sunOnSurface(s, sun);
    }
}

void Core::sunOnSurface(size_t index, const PlaneSun& sun) {
    const BuildingSurface& surface = building_.surfaces[index];
    Element& element = elements_[walls_[index].element];
    SurfaceFlows& flows = surfaceFlows_[index];
    flows.beamLit = 1;
    SkyLeft left;
    if (const Shade& shade = surfaceShades_[index]; shade.shaded && !sun.dark()) {
        // Of the whole face less its windows.
        const double whole = surface.width * surface.height;
        double lit = whole * sunlitShare(shade.rectangle, surface.overhangs, surface.fins,
                                         {sun.right, sun.up, sun.out});
        double sky = whole * shade.left.sky, ground = whole * shade.left.ground;
        for (size_t w = 0; w < surface.windows.size(); ++w) {
            const double area = surface.windows[w].width * surface.windows[w].height;
            const size_t window = firstWindow_[index] + w;
            lit -= area * windowFlows_[window].beamLit;
            sky -= area * windowShades_[window].left.sky;
            ground -= area * windowShades_[window].left.ground;
        }
        flows.beamLit = std::clamp(lit / element.area, 0.0, 1.0);
        left.sky = std::clamp(sky / element.area, 0.0, 1.0);
        left.ground = std::clamp(ground / element.area, 0.0, 1.0);
    }
    flows.sunOutside = sun.beam * flows.beamLit + sun.sky * left.sky + sun.ground * left.ground;
    element.outerSun =
        flows.sunOutside * constructionOf(surface).outside.solarAbsorptance * element.area;
    flows.sunAbsorbed = element.outerSun;
}

void Core::sunOnWindow(size_t surfaceIndex, size_t number, const PlaneSun& sun) {
    const BuildingSurface& surface = building_.surfaces[surfaceIndex];
    const BuildingWindow& window = surface.windows[number];
    const size_t index = firstWindow_[surfaceIndex] + number;
    WindowFlows& flows = windowFlows_[index];
    Glass& glass = glasses_[glassOf_[index]];
    flows.beamLit = 1;
    flows.sunOutside = flows.solar = 0;
    flows.screenDown = false;
    glass.fromSun.fill(0);
    if (frameOf_[index] != none) elements_[frameOf_[index]].outerSun = 0;
    if (sun.dark()) return;

    const Shade& shade = windowShades_[index];
    if (shade.shaded)
        flows.beamLit = sunlitShare(shade.rectangle, surface.overhangs, surface.fins,
                                    {sun.right, sun.up, sun.out});
    double beam = sun.beam * flows.beamLit;
    double diffuse = sun.sky * shade.left.sky + sun.ground * shade.left.ground;
    flows.sunOutside = (beam + diffuse) * window.width * window.height;
    flows.screenDown = window.screen < 1 && beam + diffuse > window.screenFrom;
    if (flows.screenDown) {
        beam *= window.screen;
        diffuse *= window.screen;
    }
    const GlassTable& table = tables_[glass.table];
    const GlazingOptics ofBeam = table.beam(sun.out);
    const GlazingOptics& ofDiffuse = table.diffuse();
    for (size_t i = 0; i < glass.fromSun.size(); ++i)
        glass.fromSun[i] = beam * ofBeam.absorbed[i] + diffuse * ofDiffuse.absorbed[i];
    const double area = elements_[glass.element].area;
    Zone& zone = zones_[static_cast<size_t>(surface.zone)];
    zone.beam += beam * ofBeam.transmittance * area;
    zone.diffuse += diffuse * ofDiffuse.transmittance * area;
    flows.solar = (beam * ofBeam.transmittance + diffuse * ofDiffuse.transmittance) * area;
    if (frameOf_[index] != none) {
        Element& frame = elements_[frameOf_[index]];
        frame.outerSun = (beam + diffuse) * frameAbsorptance * frame.area;
    }
}

// What came into each zone lands on its faces; glass lets part of it on, outdoors or into the next
// zone, where it lands in turn.
void Core::divideSun() {
    for (Element& element : elements_) element.inner.sun = element.outer.sun = 0;
    for (int pass = 0; pass < mostPasses; ++pass) {
        for (Element& element : elements_)
            for (RoomFace* face : {&element.inner, &element.outer}) {
                if (face->zone < 0) continue;
                const Zone& zone = zones_[static_cast<size_t>(face->zone)];
                face->source = face->beamShare * zone.beam + face->diffuseShare * zone.diffuse;
                face->sun += face->source;
            }
        for (Zone& zone : zones_) zone.beam = zone.diffuse = 0;
        bool more = false;
        for (Glass& glass : glasses_) more = letSunOn(glass, pass + 1 == mostPasses) || more;
        if (!more) break;
    }
}

bool Core::letSunOn(Glass& glass, bool last) {
    Element& element = elements_[glass.element];
    bool more = false;
    for (const bool innerSide : {true, false}) {
        RoomFace& face = innerSide ? element.inner : element.outer;
        if (face.zone < 0 || face.source <= 0) continue;
        const GlassTable& table = tables_[glass.table];
        const GlazingOptics& optics = innerSide ? table.fromInside() : table.diffuse();
        const double absorbed = 1 - optics.reflectance;
        const double on = absorbed > 0 ? face.source / absorbed : 0;
        for (size_t i = 0; i < glass.fromSun.size(); ++i)
            glass.fromSun[i] += on * optics.absorbed[i] / element.area;
        const int next = innerSide ? element.outer.zone : element.inner.zone;
        const double through = on * optics.transmittance;
        if (next < 0) continue;  // outdoors
        if (last) {
            glass.fromSun[0] += through / element.area;
        } else {
            zones_[static_cast<size_t>(next)].diffuse += through;
            more = more || through > 0;
        }
        if (!innerSide)
            windowFlows_[firstWindow_[static_cast<size_t>(element.surface)] +
                         static_cast<size_t>(element.window)]
                .solar += through;
    }
    return more;
}

void Core::conduct(const Stepper& stepper) {
    for (size_t s = 0; s < walls_.size(); ++s) {
        const Wall& wall = walls_[s];
        Element& element = elements_[wall.element];
        const WallStep& step = stepper.walls[s];
        const WallStep::Base base = step.base({nodes_.data() + wall.node, wall.nodes},
                                              {inside_.data() + wall.node, wall.nodes});
        element.across = step.across() * element.area;
        element.outerOwn = step.outer() * element.area;
        element.innerOwn = step.inner() * element.area;
        element.outerBase = base.outer * element.area;
        element.innerBase = base.inner * element.area;
    }
}

void Core::conductGlass() {
    for (const Glass& glass : glasses_) {
        Element& element = elements_[glass.element];
        element.across = element.area * glass.chain.conductance();
        element.outerBase = element.innerBase = 0;
        for (size_t i = 0; i < building_.glazings[glass.table].panes.size(); ++i) {
            const double heat = glass.fromSun[i] * element.area;
            const double inward = heat * glass.chain.inward(i);
            element.innerBase += inward;
            element.outerBase += heat - inward;
        }
    }
}

// Air from outdoors by leaks, fans and opened windows; it depends on the air as it was.
void Core::exchangeAir(const std::vector<std::vector<ZoneStep>>& days, size_t stepOfDay) {
    const double perFlow = density_ * heatOfAir;
    for (size_t z = 0; z < zones_.size(); ++z) {
        const BuildingZone& given = building_.zones[z];
        Zone& zone = zones_[z];
        zone.infiltration = given.infiltration * given.volume / hour * perFlow;

        const Ventilation& fans = given.ventilation;
        const double bypassAbove = fans.bypassAbove - zeroCelsius;  // NaN stays NaN
        const bool bypass = zone.air > bypassAbove && zone.air > outside_.air;
        const double supply = fans.flow * perFlow;
        const double intake = std::fmax(outside_.air, fans.defrostBelow - zeroCelsius);
        zone.ventilation = supply * (bypass ? 1 : 1 - fans.recovery);
        zone.ventilationSource = zone.ventilation * intake + fans.fanPower / 2;
        zone.fan = fans.fanPower + supply * (intake - outside_.air);

        const Airing& airing = given.airing;
        if (!std::isnan(airing.above)) {
            const double above = airing.above - zeroCelsius - (zone.airing ? airingBand : 0);
            zone.airing = zone.air > above && zone.air > outside_.air;
        } else {
            zone.airing = true;
        }
        zone.aired = zone.airing ? airing.flow * days[z][stepOfDay].airing * perFlow : 0;
    }
}

}  // namespace pt::building
