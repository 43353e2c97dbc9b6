// The zones' equations of one step, and where the heat went.
#include <algorithm>
#include <cmath>

#include "engine/numerics/building_core.h"

namespace pt::building {
namespace {

size_t airOf(int zone) { return 2 * static_cast<size_t>(zone); }

// Gaussian elimination with row exchange of n equations, their right sides in the last column.
bool eliminate(std::vector<double>& rows, size_t n, std::vector<double>& solution) {
    const size_t width = n + 1;
    for (size_t i = 0; i < n; ++i) {
        size_t pivot = i;
        for (size_t r = i + 1; r < n; ++r)
            if (std::fabs(rows[r * width + i]) > std::fabs(rows[pivot * width + i])) pivot = r;
        if (!(std::fabs(rows[pivot * width + i]) > 0)) return false;
        if (pivot != i)
            for (size_t c = i; c < width; ++c)
                std::swap(rows[pivot * width + c], rows[i * width + c]);
        const double inverse = 1 / rows[i * width + i];
        for (size_t r = i + 1; r < n; ++r) {
            const double factor = rows[r * width + i] * inverse;
            if (factor == 0) continue;
            for (size_t c = i + 1; c < width; ++c)
                rows[r * width + c] -= factor * rows[i * width + c];
        }
    }
    for (size_t i = n; i-- > 0;) {
        double sum = rows[i * width + n];
        for (size_t c = i + 1; c < n; ++c) sum -= rows[i * width + c] * solution[c];
        solution[i] = sum / rows[i * width + i];
    }
    return true;
}

// Given what this mode came out at: the mode that fits better.
Mode nextMode(Mode mode, double air, double power, const BuildingZone& zone, const ZoneStep& step) {
    constexpr double slack = 1e-9;  // K, W
    switch (mode) {
    case Mode::floating:
        if (air < step.heatTo - slack && zone.mostHeating > 0) return Mode::heating;
        if (air > step.coolTo + slack && zone.mostCooling > 0) return Mode::cooling;
        return mode;
    case Mode::heating:
        if (power < -slack) return Mode::floating;
        return power > zone.mostHeating ? Mode::mostHeating : mode;
    case Mode::mostHeating: return air > step.heatTo + slack ? Mode::heating : mode;
    case Mode::cooling:
        if (power > slack) return Mode::floating;
        return -power > zone.mostCooling ? Mode::mostCooling : mode;
    case Mode::mostCooling: return air < step.coolTo - slack ? Mode::cooling : mode;
    }
    return mode;
}

bool heats(Mode mode) { return mode == Mode::heating || mode == Mode::mostHeating; }
bool holds(Mode mode) { return mode == Mode::heating || mode == Mode::cooling; }

}  // namespace

void Core::respond(Element& e) const {
    const double inner = e.innerOwn + e.inner.toAir + e.inner.toRadiant;
    const double toInner = e.innerBase + e.inner.source;
    if (e.back == Back::held) {
        e.rOuter = e.rAcross = 0;
        e.rInner = 1 / (inner + e.across);
        e.known = e.rInner * (toInner + e.across * e.knownOuter);
        return;
    }
    const bool room = e.back == Back::room, shut = e.back == Back::adiabatic;
    const double beyond = room ? e.outer.toAir + e.outer.toRadiant : shut ? 0 : e.backConductance;
    const double toOuter = e.outerBase + (room   ? e.outer.source
                                          : shut ? 0
                                                 : e.backSource + e.outerSun);
    const double outer = e.outerOwn + beyond, share = e.across / (outer + e.across);
    e.rInner = 1 / (inner + outer * share);
    e.rAcross = e.rInner * share;
    e.rOuter = (1 + e.across * e.rAcross) / (outer + e.across);
    e.known = e.rInner * toInner + e.rAcross * toOuter;
    e.knownOuter = e.rAcross * toInner + e.rOuter * toOuter;
}

void Core::assemble(double dt, size_t stepOfDay, const Stepper& stepper) {
    ZoneEquations& eq = equations_;
    std::fill(eq.matrix.begin(), eq.matrix.end(), 0.0);
    std::fill(eq.right.begin(), eq.right.end(), 0.0);
    std::fill(eq.heat.begin(), eq.heat.end(), 0.0);
    for (size_t z = 0; z < zones_.size(); ++z) {
        const Zone& zone = zones_[z];
        const BuildingZone& given = building_.zones[z];
        const double storage = zone.capacity / dt, open = zone.infiltration + zone.aired;
        eq.matrix[2 * z * eq.size + 2 * z] = storage + open + zone.ventilation;
        eq.right[2 * z] = storage * zone.before + open * outside_.air + zone.ventilationSource +
                          stepper.days[z][stepOfDay].gains * (1 - given.gainsRadiant);
        eq.heat[z * eq.size + 2 * z] = 1 - given.heatingRadiant;
    }
    for (const Link& link : links_) {
        const size_t a = airOf(link.a);
        eq.matrix[a * eq.size + a] += link.conductance;
        if (link.b < 0) {
            eq.right[a] += link.conductance * outside_.air;
            continue;
        }
        const size_t b = airOf(link.b);
        eq.matrix[b * eq.size + b] += link.conductance;
        eq.matrix[a * eq.size + b] -= link.conductance;
        eq.matrix[b * eq.size + a] -= link.conductance;
    }
    for (Element& element : elements_) {
        for (RoomFace* face : {&element.inner, &element.outer}) {
            if (face->zone < 0) continue;
            const size_t z = static_cast<size_t>(face->zone);
            face->source = (element.kind == Kind::glass ? 0 : face->sun) +
                           face->gainShare * stepper.days[z][stepOfDay].gains *
                               building_.zones[z].gainsRadiant;
        }
        respond(element);
        addElement(element);
    }
    // A zone whose faces have fixed films alone has no star: its mean radiant is the air's.
    for (size_t z = 0; z < zones_.size(); ++z) {
        const size_t radiant = 2 * z + 1;
        if (eq.matrix[radiant * eq.size + radiant] > 0) continue;
        eq.matrix[radiant * eq.size + radiant] = 1;
        eq.matrix[radiant * eq.size + 2 * z] = -1;
    }
}

void Core::addElement(const Element& e) {
    ZoneEquations& eq = equations_;
    const auto couple = [&](const RoomFace& to, double known, const RoomFace& from,
                            double response) {
        const size_t row = airOf(to.zone), column = airOf(from.zone);
        double* air = &eq.matrix[row * eq.size + column];
        double* radiant = air + eq.size;
        air[0] -= to.toAir * response * from.toAir;
        air[1] -= to.toAir * response * from.toRadiant;
        radiant[0] -= to.toRadiant * response * from.toAir;
        radiant[1] -= to.toRadiant * response * from.toRadiant;
        const size_t z = static_cast<size_t>(from.zone);
        const double heat = response * from.gainShare * building_.zones[z].heatingRadiant;
        eq.heat[z * eq.size + row] += to.toAir * heat;
        eq.heat[z * eq.size + row + 1] += to.toRadiant * heat;
        if (&to != &from) return;
        air[0] += to.toAir;
        radiant[1] += to.toRadiant;
        eq.right[row] += to.toAir * known;
        eq.right[row + 1] += to.toRadiant * known;
    };
    couple(e.inner, e.known, e.inner, e.rInner);
    if (e.back != Back::room) return;
    couple(e.outer, e.knownOuter, e.outer, e.rOuter);
    couple(e.inner, 0, e.outer, e.rAcross);
    couple(e.outer, 0, e.inner, e.rAcross);
}

// The mode of each zone is what it was, until another fits better.
bool Core::solveZones(size_t stepOfDay, const Stepper& stepper) {
    const size_t most = 4 * zones_.size() + 8;
    for (size_t round = 0; round < most; ++round) {
        if (!solveFor(stepper.days, stepOfDay)) return false;
        bool settled = true;
        for (size_t z = 0; z < zones_.size(); ++z) {
            Zone& zone = zones_[z];
            const Mode next = nextMode(zone.mode, zone.air, zone.power, building_.zones[z],
                                       stepper.days[z][stepOfDay]);
            settled = settled && next == zone.mode;
            // The last round's answer stands with the modes it was made for.
            if (round + 1 < most) zone.mode = next;
        }
        if (settled) break;
    }
    return true;
}

bool Core::solveFor(const std::vector<std::vector<ZoneStep>>& days, size_t stepOfDay) {
    ZoneEquations& eq = equations_;
    const size_t width = eq.size + 1;
    for (size_t row = 0; row < eq.size; ++row) {
        std::copy_n(eq.matrix.begin() + static_cast<std::ptrdiff_t>(row * eq.size), eq.size,
                    eq.work.begin() + static_cast<std::ptrdiff_t>(row * width));
        eq.work[row * width + eq.size] = eq.right[row];
    }
    for (size_t z = 0; z < zones_.size(); ++z) {
        Zone& zone = zones_[z];
        if (zone.mode == Mode::floating) continue;
        const ZoneStep& step = days[z][stepOfDay];
        const double target = heats(zone.mode) ? step.heatTo : step.coolTo;
        zone.power =
            heats(zone.mode) ? building_.zones[z].mostHeating : -building_.zones[z].mostCooling;
        for (size_t row = 0; row < eq.size; ++row) {
            const double share =
                heats(zone.mode) ? eq.heat[z * eq.size + row] : (row == 2 * z ? 1.0 : 0.0);
            double* equation = &eq.work[row * width];
            if (holds(zone.mode)) {
                equation[eq.size] -= equation[2 * z] * target;
                equation[2 * z] = -share;
            } else {
                equation[eq.size] += share * zone.power;
            }
        }
    }
    if (!eliminate(eq.work, eq.size, eq.solution)) return false;
    for (size_t z = 0; z < zones_.size(); ++z) {
        Zone& zone = zones_[z];
        const double first = eq.solution[2 * z];
        zone.radiant = eq.solution[2 * z + 1];
        if (!std::isfinite(first) || !std::isfinite(zone.radiant)) return false;
        if (zone.mode == Mode::floating) zone.power = 0;
        if (holds(zone.mode)) {
            zone.power = first;
            zone.air = heats(zone.mode) ? days[z][stepOfDay].heatTo : days[z][stepOfDay].coolTo;
        } else {
            zone.air = first;
        }
    }
    return true;
}

// The first zone whose numbers are no longer finite.
size_t Core::firstLost() const {
    for (size_t z = 0; z < zones_.size(); ++z)
        if (!std::isfinite(equations_.solution[2 * z] + equations_.solution[2 * z + 1])) return z;
    return 0;
}

// The faces and layers at the end of the step.
void Core::settle(const Stepper& stepper) {
    const auto into = [&](RoomFace& face) {
        if (face.zone < 0) return 0.0;
        const Zone& zone = zones_[static_cast<size_t>(face.zone)];
        const double radiant = building_.zones[static_cast<size_t>(face.zone)].heatingRadiant;
        const double heat = heats(zone.mode) ? face.gainShare * radiant * zone.power : 0;
        face.source += heat;
        return face.toAir * zone.air + face.toRadiant * zone.radiant + heat;
    };
    for (Element& e : elements_) {
        const double inner = into(e.inner), outer = into(e.outer);
        e.inner.temperature = e.known + e.rInner * inner + e.rAcross * outer;
        e.outer.temperature = e.knownOuter + e.rAcross * inner + e.rOuter * outer;
    }
    for (size_t s = 0; s < walls_.size(); ++s) {
        const Wall& wall = walls_[s];
        const Element& e = elements_[wall.element];
        stepper.walls[s].finish({inside_.data() + wall.node, wall.nodes}, e.outer.temperature,
                                e.inner.temperature, {nodes_.data() + wall.node, wall.nodes});
    }
}

void Core::report(double dt, size_t stepOfDay, const Stepper& stepper) {
    for (size_t z = 0; z < zones_.size(); ++z) {
        const Zone& zone = zones_[z];
        ZoneFlows flows;
        flows.heating = heats(zone.mode) ? zone.power : 0;
        flows.cooling = heats(zone.mode) ? 0 : zone.power;
        flows.gains = stepper.days[z][stepOfDay].gains;
        flows.infiltration = zone.infiltration * (outside_.air - zone.air);
        flows.airing = zone.aired * (outside_.air - zone.air);
        flows.ventilation = zone.ventilationSource - zone.ventilation * zone.air;
        flows.stored = zone.capacity / dt * (zone.air - zone.before);
        zoneFlows_[z] = flows;
    }
    for (WindowFlows& window : windowFlows_) window.conduction = 0;
    reportFaces();
    for (const Link& link : links_) {
        ZoneFlows& a = zoneFlows_[static_cast<size_t>(link.a)];
        const double beyond = link.b < 0 ? outside_.air : zones_[static_cast<size_t>(link.b)].air;
        const double flow = link.conductance * (beyond - zones_[static_cast<size_t>(link.a)].air);
        const auto book = [&](ZoneFlows& zone, double heat) {
            switch (link.kind) {
            case Link::Kind::bridge: zone.bridges += heat; break;
            case Link::Kind::edge: zone.windows += heat; break;
            case Link::Kind::air: zone.otherZones += heat; break;
            }
        };
        book(a, flow);
        if (link.b >= 0) book(zoneFlows_[static_cast<size_t>(link.b)], -flow);
        if (link.kind == Link::Kind::edge)
            windowFlows_[firstWindow_[static_cast<size_t>(link.surface)] +
                         static_cast<size_t>(link.window)]
                .conduction += flow;
    }
}

void Core::reportFaces() {
    for (const Element& e : elements_) {
        for (const RoomFace* face : {&e.inner, &e.outer}) {
            if (face->zone < 0) continue;
            const Zone& zone = zones_[static_cast<size_t>(face->zone)];
            ZoneFlows& flows = zoneFlows_[static_cast<size_t>(face->zone)];
            const double heat = face->toAir * (face->temperature - zone.air) +
                                face->toRadiant * (face->temperature - zone.radiant) - face->source;
            (e.kind == Kind::wall ? flows.opaque : flows.windows) += heat;
            if (e.kind != Kind::glass) flows.solar += face->sun;
            if (face != &e.inner) continue;
            if (e.kind == Kind::wall)
                surfaceFlows_[static_cast<size_t>(e.surface)].inward = heat;
            else
                windowFlows_[firstWindow_[static_cast<size_t>(e.surface)] +
                             static_cast<size_t>(e.window)]
                    .conduction += heat;
        }
        if (e.kind == Kind::wall) {
            SurfaceFlows& flows = surfaceFlows_[static_cast<size_t>(e.surface)];
            if (e.back != Back::adiabatic)
                flows.outward = e.outerBase - e.outerOwn * e.outer.temperature +
                                e.across * (e.inner.temperature - e.outer.temperature);
            flows.insideTemperature = e.inner.temperature + zeroCelsius;
            flows.outsideTemperature = e.outer.temperature + zeroCelsius;
        } else if (e.kind == Kind::glass) {
            windowFlows_[firstWindow_[static_cast<size_t>(e.surface)] +
                         static_cast<size_t>(e.window)]
                .insideTemperature = e.inner.temperature + zeroCelsius;
        }
    }
}

}  // namespace pt::building
