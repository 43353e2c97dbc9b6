#include "sims/passive_house/view_house_facade.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/view_house_garden.h"
#include "sims/passive_house/view_house_layers.h"
#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

constexpr double eaves = 0.35;

bool isGable(const HouseFrame& frame) {
    return frame.pitch > 0 && (frame.facade == Facade::east || frame.facade == Facade::west);
}

// Bricks in half bond, boards, or bare render, by the outermost layer.
void drawCladding(Scene& scene, Vec low, Vec high, Matter matter) {
    if (matter == Matter::wood) {
        for (double x = low.x + 0.16; x < high.x; x += 0.16)
            scene.line({x, low.y}, {x, high.y}, stroked(Ink::ink, 1, 0.22));
        return;
    }
    if (matter != Matter::masonry) return;
    const Style joint = stroked(Ink::sheet, 1, 0.4);
    const double course = std::max(0.15, (high.y - low.y) / 48), brick = 3.2 * course;
    int row = 0;
    for (double y = low.y; y < high.y - 1e-9; y += course, ++row) {
        scene.line({low.x, y}, {high.x, y}, joint);
        for (double x = low.x + (row % 2 ? 0.5 : 1) * brick; x < high.x; x += brick)
            scene.line({x, y}, {x, std::min(y + course, high.y)}, joint);
    }
}

void drawRoofOf(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                int item) {
    const Skin* skin =
        now.roofs.empty()
            ? nullptr
            : &now.roofs[frame.facade == Facade::north && now.roofs.size() > 1 ? 1 : 0];
    Style cover = look.temperatures && skin && std::isfinite(skin->outside)
                      ? heated(skin->outside)
                      : outlined(Ink::inkSoft, Ink::ink, 1);
    cover.stroke = look.marked("roof") ? Ink::accent : Ink::ink;
    cover.width = look.marked("roof") ? 3 : 1.5;
    const double left = -frame.wall, right = frame.length + frame.wall;
    if (isGable(frame)) {
        const double thick = frame.roof / math::cos(frame.pitch), middle = frame.length / 2;
        const double foot = frame.height - (frame.wall + eaves) * math::tan(frame.pitch);
        const double top = frame.height + middle * math::tan(frame.pitch);
        scene.polygon({{left - eaves, foot},
                       {middle, top},
                       {middle, top + thick},
                       {left - eaves, foot + thick}},
                      cover, item);
        scene.polygon({{right + eaves, foot},
                       {middle, top},
                       {middle, top + thick},
                       {right + eaves, foot + thick}},
                      cover, item);
        return;
    }
    const double low = frame.pitch > 0
                           ? frame.height - (frame.wall + eaves) * math::tan(frame.pitch)
                           : frame.height;
    scene.rect({left - eaves, low}, {right + eaves, frame.ridge}, cover, item);
    if (frame.pitch <= 0) return;
    for (double y = low + 0.22; y < frame.ridge; y += 0.22)  // tiles
        scene.line({left - eaves, y}, {right + eaves, y}, stroked(Ink::ink, 1, 0.25));
}

Matter claddingOf(const HouseFrame& frame) {
    const std::vector<HouseLayer>& layers = frame.house.part(Part::wall).layers;
    return layers.empty() ? Matter::plain : matterOf(layers.front().material);
}

void drawWallOf(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                int item) {
    const auto f = static_cast<size_t>(frame.facade);
    const Skin& skin = now.walls[f];
    const Matter matter = claddingOf(frame);
    const bool heat = look.temperatures && std::isfinite(skin.outside);
    Style face = heat ? heated(skin.outside) : matterStyle(matter);
    face.stroke = look.marked(wallItem(frame.facade)) ? Ink::accent : Ink::ink;
    face.width = look.marked(wallItem(frame.facade)) ? 3 : 1.5;
    const Vec low(-frame.wall, std::max(frame.ground, -frame.floor));
    const Vec high(frame.length + frame.wall, frame.height);
    if (isGable(frame)) {
        Style gable = face;
        gable.width = 0;
        const double top = frame.height + frame.length / 2 * math::tan(frame.pitch);
        scene.polygon({{low.x, high.y - frame.wall * math::tan(frame.pitch)},
                       {high.x, high.y - frame.wall * math::tan(frame.pitch)},
                       {frame.length / 2, top}},
                      gable, item);
    }
    scene.rect(low, high, face, item);
    drawCladding(scene, low, high, heat ? Matter::plain : matter);
    if (heat) drawCladding(scene, low, high, matter);
}

// The part of an overhang's shadow that falls on this facade: a parallelogram.
void drawShade(Scene& scene, const HouseFrame& frame, const HouseNow& now,
               const HouseWindow& window) {
    if (window.overhang <= 0 || now.beam < 20) return;
    constexpr double looks[] = {math::pi, math::pi / 2, 0, 1.5 * math::pi};  // by Facade
    const double turned =
        now.sunAzimuth - frame.house.orientation - looks[static_cast<size_t>(frame.facade)];
    const double level = math::cos(now.sunElevation), out = level * math::cos(turned);
    if (out <= 0.02) return;
    // Seen from outside, a sun that stands clockwise of the facade is on the left.
    const double down = window.overhang * math::sin(now.sunElevation) / out;
    const double aside = window.overhang * level * math::sin(turned) / out;
    const double y = window.z + window.height + window.overhangGap;
    const double a = window.x - window.overhangSide,
                 b = window.x + window.width + window.overhangSide;
    const double foot = std::max(y - down, frame.ground);
    const double slip = aside * (y - foot) / std::max(down, 1e-9);
    scene.polygon({{a, y}, {b, y}, {b + slip, foot}, {a + slip, foot}}, filled(Ink::night, 0.35));
}

void drawPane(Scene& scene, const HouseNow& now, const HouseLook& look, const HouseWindow& window,
              const WindowNow& state, int item) {
    const bool marked = look.marked("window." + window.id);
    const FrameType* type = findFrame(window.frame);
    const double rim = std::min(type && type->width > 0 ? type->width : 0.03,
                                0.25 * std::min(window.width, window.height));
    const Vec low(window.x, window.z), high(window.x + window.width, window.z + window.height);
    scene.rect(low, high, outlined(Ink::sheet, marked ? Ink::accent : Ink::ink, marked ? 3 : 1.5),
               item);
    const Vec a = low + Vec(rim), b = high - Vec(rim);
    scene.rect(a, b, outlined(Ink::glass, Ink::ink, 1), item);
    if (now.daylight < 0.35) {  // the lamps are on, until people sleep
        scene.rect(a, b, now.isNight() ? filled(Ink::night, 0.7) : filled(Ink::sun, 0.55), item);
    } else {
        const Vec size = b - a;
        for (const double at : {0.15, 0.32})  // the sky in the glass
            scene.polygon({a + Vec(size.x * at, 0), a + Vec(size.x * (at + 0.08), 0),
                           a + Vec(size.x * (at + 0.38), size.y),
                           a + Vec(size.x * (at + 0.3), size.y)},
                          filled(Ink::snow, 0.4), item);
    }
    if (window.width > 1.3)
        scene.rect({(low.x + high.x - rim) / 2, low.y}, {(low.x + high.x + rim) / 2, high.y},
                   outlined(Ink::sheet, Ink::ink, 1), item);
    if (state.screenDown) scene.rect(a, b, filled(Ink::inkSoft, 0.6), item);
    scene.rect({low.x - 0.08, low.y - 0.07}, {high.x + 0.08, low.y},
               outlined(Ink::concrete, Ink::ink, 1));
    Shape& label = scene.text((low + high) / 2.0, window.id, 13);
    label.plate = true;
    label.halo = Ink::sheet;
    label.priority = 12;
}

void drawOverhang(Scene& scene, const HouseWindow& window, int item) {
    if (window.overhang <= 0) return;
    const double y = window.z + window.height + window.overhangGap;
    scene.rect({window.x - window.overhangSide - 0.03, y},
               {window.x + window.width + window.overhangSide + 0.03, y + 0.1},
               outlined(Ink::concrete, Ink::ink, 1.5), item);
}

}  // namespace

void drawFacade(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                const HouseItems& items) {
    const House& house = frame.house;
    const auto f = static_cast<size_t>(frame.facade);
    drawWallOf(scene, frame, now, look, items.walls[f]);
    drawRoofOf(scene, frame, now, look, items.roof);
    for (size_t i = 0; i < house.windows.size(); ++i)
        if (house.windows[i].facade == frame.facade)
            drawPane(scene, now, look, house.windows[i], now.windows[i], items.windows[i]);
    for (const HouseWindow& window : house.windows)
        if (window.facade == frame.facade) drawShade(scene, frame, now, window);
    for (size_t i = 0; i < house.windows.size(); ++i)
        if (house.windows[i].facade == frame.facade)
            drawOverhang(scene, house.windows[i], items.windows[i]);
    if (!freezes(now)) return;
    scene.rect({-frame.wall - eaves, frame.ridge},
               {frame.length + frame.wall + eaves, frame.ridge + 0.08},
               filled(Ink::snow, isGable(frame) ? 0 : 1));
}

void drawCompass(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                 int item) {
    const double r = frame.compassRadius;
    const bool marked = look.marked("compass");
    Style disc = outlined(Ink::sheet, marked ? Ink::accent : Ink::inkSoft, marked ? 3 : 1);
    disc.fillAlpha = 0.92;
    scene.circle(frame.compass, r, disc, item);
    for (int i = 0; i < 24; ++i) {
        const double azimuth = i * math::pi / 12;
        scene.line(frame.compassPoint(azimuth, r * (i % 6 ? 0.94 : 0.88)),
                   frame.compassPoint(azimuth, r), stroked(Ink::inkSoft, 1, 0.8));
    }
    const char* winds[] = {"n", "e", "s", "w"};
    for (int i = 0; i < 4; ++i) {
        Shape& label = scene.text(frame.compassPoint(i * math::pi / 2, 0.74 * r),
                                  say(scene.words(), std::string("wind.") + winds[i]), 13,
                                  i == 0 ? Ink::ink : Ink::inkSoft);
        label.bold = i == 0;
        label.halo = Ink::sheet;
        label.priority = 40;
    }
    const double front = math::pi + frame.house.orientation;
    const Vec ahead(math::sin(front), math::cos(front)), right(-ahead.y, ahead.x);
    const double size = 0.4 * r / std::max(frame.house.width, frame.house.depth);
    const Vec half(frame.house.width * size, frame.house.depth * size);
    const auto corner = [&](double x, double y) {
        return frame.compass + x * half.x * right + y * half.y * ahead;
    };
    scene.polygon({corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)},
                  outlined(Ink::line, Ink::ink, 1.5), item);
    scene.line(corner(-1, 1), corner(1, 1), stroked(Ink::accent, 4), item);
    scene.polygon({corner(0, 1) + 0.2 * r * ahead, corner(0, 1) + 0.1 * r * right,
                   corner(0, 1) - 0.1 * r * right},
                  filled(Ink::accent), item);
    if (now.sunElevation > 0)
        scene.circle(frame.compassPoint(now.sunAzimuth, r), 0.11 * r,
                     outlined(Ink::sun, Ink::ink, 1));
}

}  // namespace pt::house_view
