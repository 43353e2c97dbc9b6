#include "sims/passive_house/view_house_machines.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "engine/core/math.h"
#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

constexpr double dotSpacing = 0.42;  // m between the dots of an air stream

Style machine(const HouseLook& look, const char* item) {
    return look.marked(item) ? outlined(Ink::sheet, Ink::accent, 3)
                             : outlined(Ink::sheet, Ink::ink, 1.5);
}

// Ribs that glow when it heats.
void drawRadiator(Scene& scene, Vec low, double glow, const Style& style, int item) {
    constexpr int ribs = 7;
    scene.rect(low, low + Vec(0.75, 0.6), style, item);
    scene.rect(low, low + Vec(0.75, 0.6), filled(Ink::compression, 0.75 * glow), item);
    for (int i = 1; i < ribs; ++i)
        scene.line(low + Vec(0.75 * i / ribs, 0.05), low + Vec(0.75 * i / ribs, 0.55),
                   stroked(Ink::ink, 1, 0.6));
    for (int i = 0; i < 3 && glow > 0; ++i) {
        const Vec foot = low + Vec(0.15 + 0.22 * i, 0.68);
        scene.polyline(
            {foot, foot + Vec(0.05, 0.08), foot + Vec(-0.03, 0.16), foot + Vec(0.03, 0.25)},
            stroked(Ink::compression, 2, 0.4 + 0.6 * glow));
    }
}

void drawFan(Scene& scene, Vec center, double radius, double clock, double speed) {
    scene.circle(center, radius, outlined(Ink::sheet, Ink::ink, 1));
    for (int i = 0; i < 3; ++i) {
        const double angle = 2 * math::pi / 3 * i + speed * clock;
        const Vec way(math::cos(angle), math::sin(angle)), side(-way.y, way.x);
        scene.polygon({center, center + radius * (0.85 * way + 0.22 * side),
                       center + radius * (0.85 * way - 0.22 * side)},
                      filled(Ink::inkSoft));
    }
}

// A box in the garden, or pipes down into the soil.
void drawHeatPump(Scene& scene, const HouseFrame& frame, bool ground, const HouseNow& now,
                  const HouseLook& look, int item) {
    const Style box = machine(look, "heater");
    const double x = frame.north() + 0.3;
    if (!ground) {
        const Vec low(x, frame.ground + 0.08);
        scene.rect(low, low + Vec(0.85, 0.75), box, item);
        drawFan(scene, low + Vec(0.36, 0.38), 0.28, look.state.clock,
                now.flows.heating > 1 ? 6 : 0);
        scene.line({low.x, low.y + 0.2}, {frame.length - 0.4, low.y + 0.2},
                   stroked(Ink::compression, 2));
        return;
    }
    const double deep = frame.low.y + 0.1, top = frame.ground - 0.3;
    for (const double dx : {0.0, 0.28}) {
        const double a = x + dx * 2 + 0.1;
        scene.polyline({{frame.length - 0.3, top + 0.55},
                        {frame.length - 0.3, top},
                        {a, top},
                        {a, deep},
                        {a + 0.16, deep},
                        {a + 0.16, top - 0.1}},
                       stroked(dx == 0 ? Ink::tension : Ink::series3, 2), item);
    }
    scene.rect({frame.length - 0.5, 0.05}, {frame.length - 0.08, 0.95}, box, item);
}

// Dots along a duct, coloured by the temperature of the air in it.
void drawStream(Scene& scene, const std::vector<Vec>& duct, double kelvin, double clock,
                double speed) {
    Style pipe = stroked(Ink::inkSoft, 1, 0.7);
    scene.polyline(duct, pipe).bodyWidth = 0.13;
    double phase = std::fmod(speed * clock, dotSpacing);
    Style dot = heated(kelvin);
    dot.stroke = Ink::ink;
    dot.strokeAlpha = 0.5;
    dot.width = 1;
    for (size_t i = 0; i + 1 < duct.size(); ++i) {
        const Vec from = duct[i], to = duct[i + 1];
        const double length = glm::distance(from, to);
        if (length <= 0) continue;
        for (; phase < length; phase += dotSpacing)
            scene.circle(from + (phase / length) * (to - from), 0.05, dot);
        phase -= length;
    }
    const Vec end = duct.back(), before = duct[duct.size() - 2];
    const double length = glm::distance(before, end);
    if (length <= 0) return;
    const Vec along = (end - before) / length;
    scene.arrow(end, end + 0.28 * along, stroked(Ink::inkSoft, 2)).size = 9;
}

// The square in which fresh and used air pass each other.
void drawExchanger(Scene& scene, Vec center, double cold, double warm, const Style& style,
                   int item) {
    const double w = 0.42, h = 0.27, r = 0.2;
    scene.rect(center - Vec(w, h), center + Vec(w, h), style, item);
    const Vec left(-r, 0), up(0, r);
    scene.polygon({center + left, center + up, center - left}, heated(cold), item);
    scene.polygon({center + left, center - up, center - left}, heated(warm), item);
    scene.polygon({center + left, center + up, center - left, center - up}, stroked(Ink::ink, 1.5),
                  item);
    scene.line(center + (left + up) / 2.0, center - (left + up) / 2.0, stroked(Ink::ink, 1));
    scene.line(center + (left - up) / 2.0, center - (left - up) / 2.0, stroked(Ink::ink, 1));
}

void drawBalanced(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                  const HouseItems& items) {
    const double d = frame.house.depth, y = frame.height - 0.45, clock = look.state.clock;
    const Vec unit(d - 0.85, y);
    const double outside = now.outdoors, inside = now.air;
    const double gained =
        now.airFlow > 0 && now.flows.ventilation != 0 && inside != outside
            ? std::clamp(1 + now.flows.ventilation / (1206 * now.airFlow * (inside - outside)), 0.0,
                         1.0)
            : now.recovery;
    const double supply = outside + gained * (inside - outside);
    const double exhaust = inside - gained * (inside - outside);
    const double speed = std::clamp(8 * now.airFlow, 0.1, 1.2), end = frame.north() + 0.4;
    drawStream(scene, {{end, y + 0.14}, {unit.x + 0.42, y + 0.14}}, outside, clock, speed);
    drawStream(scene, {{unit.x + 0.42, y - 0.14}, {end, y - 0.14}}, exhaust, clock, speed);
    drawStream(scene, {{unit.x - 0.42, y + 0.14}, {0.2 * d, y + 0.14}, {0.2 * d, y - 0.1}}, supply,
               clock, speed);
    drawStream(scene, {{0.55 * d, y - 0.14}, {unit.x - 0.7, y - 0.14}}, inside, clock, speed);
    if (frame.house.storeys > 1) {
        const double x = unit.x - 0.28;
        drawStream(scene, {{x, y - 0.27}, {x, 1.75}, {x - 0.5, 1.75}}, supply, clock, speed);
    }
    drawExchanger(scene, unit, outside, inside, machine(look, "ventilation"), items.ventilation);
}

void drawExhaust(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                 const HouseItems& items) {
    const double x = 0.78 * frame.house.depth, clock = look.state.clock;
    const double top = frame.ceiling(x, frame.roof) + 0.5;
    const double speed = std::clamp(8 * now.airFlow, 0.1, 1.2);
    drawStream(scene, {{x, frame.height - 0.5}, {x, top}}, now.air, clock, speed);
    const Vec unit(x, frame.height - 0.55);
    scene.rect(unit - Vec(0.3, 0.25), unit + Vec(0.3, 0.25), machine(look, "ventilation"),
               items.ventilation);
    drawFan(scene, unit, 0.2, clock, 5);
}

}  // namespace

void drawHeating(Scene& scene, const HouseFrame& frame, const HouseUse& use, const HouseNow& now,
                 const HouseLook& look, const HouseItems& items) {
    const Heating kind = use.heatingKind();
    if (kind == Heating::none) return;
    const double glow = now.computed ? unitShare(now.flows.heating / 3000) : 0;
    const Vec low(frame.length - 1.35, 0.12);
    const double lit = glow > 0 ? 0.35 + 0.65 * glow : 0;
    if (kind == Heating::heatPumpAir || kind == Heating::heatPumpGround) {
        drawHeatPump(scene, frame, kind == Heating::heatPumpGround, now, look, items.heater);
        scene.line({0.4, 0.04}, {frame.length - 0.4, 0.04},  // pipes in the floor
                   stroked(Ink::compression, 3, 0.3 + 0.7 * lit), items.heater);
        return;
    }
    drawRadiator(scene, low, lit, machine(look, "heater"), items.heater);
    if (kind != Heating::gasBoiler) return;
    const Vec boiler(frame.length - 0.5, 0.95);
    scene.rect(boiler, boiler + Vec(0.4, 0.62), machine(look, "heater"), items.heater);
    const Vec flame = boiler + Vec(0.2, 0.16);
    scene.polygon({flame + Vec(-0.09, 0), flame + Vec(0.09, 0), flame + Vec(0.06, 0.14),
                   flame + Vec(0, 0.26), flame + Vec(-0.07, 0.12)},
                  filled(glow > 0 ? Ink::compression : Ink::line), items.heater);
    scene.line(boiler + Vec(0.2, 0), {boiler.x + 0.2, 0.3}, stroked(Ink::inkSoft, 2));
    scene.line({boiler.x + 0.2, 0.3}, {low.x + 0.75, 0.3}, stroked(Ink::inkSoft, 2));
}

void drawVentilation(Scene& scene, const HouseFrame& frame, const HouseUse& use,
                     const HouseNow& now, const HouseLook& look, const HouseItems& items) {
    const VentilationKind kind = use.ventilationKind();
    if (kind == VentilationKind::none || frame.house.depth < 3.5) return;
    scene.animated(true);
    if (kind == VentilationKind::balanced)
        drawBalanced(scene, frame, now, look, items);
    else
        drawExhaust(scene, frame, now, look, items);
}

}  // namespace pt::house_view
