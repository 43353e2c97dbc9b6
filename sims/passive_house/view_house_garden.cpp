#include "sims/passive_house/view_house_garden.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

constexpr double far = 60;          // m: beyond every edge of the stage
constexpr double sunRadius = 0.42;  // m

// Shares that look scattered and are the same at every look.
double scatter(int i, double step) { return std::fmod((i + 1) * step, 1.0); }

double risen(double value, double from, double to) {
    return unitShare((value - from) / (to - from));
}

void drawStars(Scene& scene, const HouseFrame& frame, double night) {
    constexpr int count = 44;
    const Vec size = frame.high - frame.low;
    for (int i = 0; i < count; ++i) {
        const Vec at = frame.low + Vec(size.x * scatter(i, 0.754877666), 0);
        const double y = frame.high.y - 0.62 * size.y * scatter(i, 0.569840291);
        scene.circle({at.x, y}, 0.014 + 0.018 * scatter(i, 0.3819660), filled(Ink::snow, night));
    }
}

// From its rise in the evening over the south to the morning, as the full moon
// goes.
void drawMoon(Scene& scene, const HouseFrame& frame, const HouseNow& now, double night) {
    const double share = std::fmod(now.hour + 6, 24) / 12;
    if (share > 1) return;
    const Vec size = frame.high - frame.low;
    const Vec at(frame.low.x + size.x * (0.12 + 0.6 * share),
                 frame.high.y - size.y * (0.3 - 0.2 * math::sin(math::pi * share)));
    scene.circle(at, 0.36, filled(Ink::snow, 0.95 * night));
    for (const Vec spot : {Vec(-0.12, 0.1), Vec(0.14, -0.05), Vec(-0.04, -0.17)})
        scene.circle(at + spot, 0.06, filled(Ink::inkSoft, 0.25 * night));
}

void drawCloud(Scene& scene, Vec at, double size, Ink ink, double alpha) {
    struct Puff {
        double x, y, r;
    };
    constexpr Puff puffs[] = {{-0.9, 0, 0.42},
                              {-0.35, 0.22, 0.58},
                              {0.3, 0.26, 0.52},
                              {0.85, 0.02, 0.4},
                              {0.1, -0.05, 0.5}};
    for (const Puff& puff : puffs)
        scene.circle(at + size * Vec(puff.x, puff.y), size * puff.r, filled(ink, alpha));
}

void drawClouds(Scene& scene, const HouseFrame& frame, const HouseNow& now, double clock) {
    const int count = static_cast<int>(now.clouds * 7 + 0.4);
    const double width = frame.high.x - frame.low.x, height = frame.high.y - frame.low.y;
    const Ink ink = now.daylight > 0.3 ? Ink::snow : Ink::inkSoft;
    for (int i = 0; i < count; ++i) {
        const double along =
            std::fmod(scatter(i, 0.618034) + 0.0006 * now.wind * clock + i * 0.07, 1.0);
        const Vec at(frame.low.x + 1.2 * width * along - 0.1 * width,
                     frame.high.y - height * (0.06 + 0.2 * scatter(i, 0.4142136)));
        drawCloud(scene, at, 0.55 + 0.4 * scatter(i, 0.7320508), ink,
                  0.35 + 0.3 * now.clouds * now.daylight);
    }
}

// Leaves that a tree has, 0 .. 1, and how far they have turned, by the day in
// the north.
struct Foliage {
    double leaves, turned, blossom;
};
Foliage foliageOf(const HouseNow& now) {
    const double day = now.seasonDay;
    return {std::min(risen(day, 88, 128), 1 - risen(day, 292, 326)), risen(day, 262, 298),
            std::min(risen(day, 92, 105), 1 - risen(day, 118, 130))};
}

void drawBranches(Scene& scene, Vec foot, double height) {
    const Style bark = stroked(Ink::wood, 2);
    scene.bar(foot, foot + Vec(0, 0.5 * height), 0.055 * height, filled(Ink::wood));
    struct Branch {
        double from, dx, dy;
    };
    constexpr Branch branches[] = {{0.38, -0.2, 0.24}, {0.46, 0.22, 0.28}, {0.5, -0.1, 0.42},
                                   {0.5, 0.07, 0.46},  {0.5, -0.27, 0.31}, {0.5, 0.28, 0.36}};
    for (const Branch& branch : branches) {
        const Vec from = foot + Vec(0, branch.from * height);
        const Vec to = from + height * Vec(branch.dx, branch.dy);
        scene.line(from, to, bark);
        const Vec middle = from + 0.6 * (to - from);
        scene.line(middle, middle + height * Vec(branch.dx < 0 ? -0.1 : 0.1, 0.06), bark);
        scene.line(middle, middle + height * Vec(branch.dx < 0 ? 0.04 : -0.04, 0.11), bark);
    }
}

void drawBroadleaf(Scene& scene, Vec foot, double height, const Foliage& foliage, bool snow) {
    drawBranches(scene, foot, height);
    struct Tuft {
        double x, y, r;
    };
    constexpr Tuft tufts[] = {{-0.26, 0.6, 0.17}, {0.26, 0.64, 0.18}, {0, 0.62, 0.22},
                              {-0.15, 0.8, 0.18}, {0.15, 0.83, 0.18}, {0, 0.93, 0.15}};
    int i = 0;
    for (const Tuft& tuft : tufts) {
        const Vec at = foot + height * Vec(tuft.x, tuft.y);
        const double radius = height * tuft.r * (0.35 + 0.65 * foliage.leaves);
        if (foliage.leaves > 0.02) {
            scene.circle(at, radius, filled(Ink::leaf, 0.85 * std::min(1.0, foliage.leaves + 0.3)));
            if (foliage.turned > 0)
                scene.circle(at, radius,
                             filled(i % 2 ? Ink::sun : Ink::brick, 0.75 * foliage.turned));
        }
        for (int k = 0; k < 4 && foliage.blossom > 0; ++k)
            scene.circle(at + radius * Vec(scatter(4 * i + k, 0.7548) * 1.6 - 0.8,
                                           scatter(4 * i + k, 0.5698) * 1.6 - 0.8),
                         0.05, filled(Ink::snow, foliage.blossom));
        if (snow && foliage.leaves < 0.3)
            scene.circle(at + Vec(0, 0.02 * height), 0.05 * height, filled(Ink::snow, 0.9));
        ++i;
    }
}

void drawConifer(Scene& scene, Vec foot, double height, bool snow) {
    scene.bar(foot, foot + Vec(0, 0.2 * height), 0.06 * height, filled(Ink::wood));
    for (int i = 0; i < 4; ++i) {
        const double y = height * (0.14 + 0.2 * i), half = height * (0.27 - 0.05 * i);
        const Vec middle = foot + Vec(0, y), top = middle + Vec(0, 0.32 * height);
        scene.polygon({middle - Vec(half, 0), middle + Vec(half, 0), top}, filled(Ink::leaf));
        scene.polygon({middle, middle + Vec(half, 0), top}, filled(Ink::ink, 0.12));
        if (snow)
            scene.polyline({middle - Vec(half, 0), top, middle + Vec(half, 0)},
                           stroked(Ink::snow, 3, 0.9));
    }
}

}  // namespace

bool freezes(const HouseNow& now) { return now.outdoors < 273.15; }

void drawSky(Scene& scene, const HouseFrame& frame, const HouseNow& now, double clock) {
    const Vec low(frame.low.x - far, frame.ground), high(frame.high.x + far, frame.high.y + far);
    scene.rect(low, high, filled(Ink::sky));
    const double height = frame.high.y - frame.ground;
    for (int i = 0; i < 6; ++i)  // paler towards the horizon
        scene.rect(low, {high.x, frame.ground + height * (0.62 - 0.1 * i)},
                   filled(Ink::snow, 0.07 * now.daylight));
    scene.rect(low, high, filled(Ink::inkSoft, 0.22 * now.clouds * now.daylight));
    const double night = 1 - now.daylight;
    scene.rect(low, high, filled(Ink::night, 0.96 * night));
    const double dusk = unitShare(1 - std::fabs(now.sunElevation - 0.02) / 0.17);
    for (int i = 0; i < 5; ++i)
        scene.rect(low, {high.x, frame.ground + height * 0.09 * (i + 1)},
                   filled(Ink::sun, 0.09 * dusk * (1 - 0.7 * now.clouds)));
    if (night > 0.3) {
        drawStars(scene, frame, night * (1 - now.clouds));
        drawMoon(scene, frame, now, night * (1 - 0.6 * now.clouds));
    }
    drawClouds(scene, frame, now, clock);
}

void drawSunPath(Scene& scene, const HouseFrame& frame, const HouseNow& now, int item) {
    const auto place = [&](const SunAt& sun) {
        return frame.domeCenter + frame.dome * frame.sunDirection(sun.elevation, sun.azimuth);
    };
    const auto path = [&](const std::vector<SunAt>& day, const Style& style) {
        std::vector<Vec> points;
        for (const SunAt& sun : day) points.push_back(place(sun));
        if (points.size() > 1) scene.polyline(std::move(points), style);
    };
    Style solstice = stroked(Ink::inkSoft, 1, 0.55);
    solstice.dash = Dash::dotted;
    path(now.midwinter, solstice);
    path(now.midsummer, solstice);
    path(now.today, stroked(Ink::sun, 2));
    for (const SunAt& sun : now.today) {
        if (std::fabs(sun.hour - std::floor(sun.hour)) > 1e-6) continue;
        scene.circle(place(sun), 0.06, outlined(Ink::sun, Ink::inkSoft, 1));
        const bool behind = place(sun).x > frame.south() - 0.4;  // the house
        if (behind || std::fabs(sun.hour - now.hour) < 0.75) continue;
        const bool morning = sun.hour <= 12;
        Shape& label = scene.text(
            place(sun),
            say(scene.words(), "hour", {{"hour", std::to_string(static_cast<int>(sun.hour))}}), 13,
            Ink::inkSoft);
        label.offset = morning ? Vec(-15, 6) : Vec(15, -8);
        label.priority = static_cast<int>(sun.hour) % 3 == 0 ? 6 : 3;
    }
    if (now.sunElevation <= -0.01) return;
    const Vec at = place({now.hour, now.sunElevation, now.sunAzimuth});
    const double bright = 1 - 0.6 * now.clouds;
    for (const double glow : {2.2, 1.6})
        scene.circle(at, glow * sunRadius, filled(Ink::sun, 0.14 * bright));
    for (int i = 0; i < 12 && now.clouds < 0.8; ++i) {
        const double angle = i * math::pi / 6;
        const Vec way(math::cos(angle), math::sin(angle));
        scene.line(at + 1.2 * sunRadius * way, at + 1.6 * sunRadius * way, stroked(Ink::sun, 2.5));
    }
    scene.circle(at, sunRadius, outlined(Ink::sun, Ink::spaghettiEdge, 1.5), item);
}

void drawSoil(Scene& scene, const HouseFrame& frame, const HouseNow& now) {
    const double low = frame.low.x - far, high = frame.high.x + far, ground = frame.ground;
    scene.rect({low, ground - far}, {high, ground}, filled(Ink::paper));
    scene.rect({low, ground - far}, {high, ground}, filled(Ink::wood, 0.28));
    scene.rect({low, ground - far}, {high, ground}, filled(Ink::ground, 0.5));
    const double depth = ground - frame.low.y + 1;
    for (int i = 0; i < 70; ++i) {
        const Vec at(frame.low.x - 2 + (frame.high.x - frame.low.x + 4) * scatter(i, 0.754877666),
                     ground - 0.22 - depth * scatter(i, 0.569840291));
        scene.circle(at, 0.02 + 0.035 * scatter(i, 0.381966), filled(Ink::ink, 0.16));
    }
    const double grass = 0.12;
    scene.rect({low, ground - grass}, {high, ground}, filled(freezes(now) ? Ink::snow : Ink::leaf));
    for (double x = frame.low.x - 3; x < frame.high.x + 3 && !freezes(now); x += 0.31) {
        const double lean = 0.05 * (scatter(static_cast<int>(x * 10 + 900), 0.618) - 0.5);
        scene.line({x, ground}, {x + lean, ground + 0.07}, stroked(Ink::leaf, 1.5));
        scene.line({x + 0.05, ground}, {x + 0.09 + lean, ground + 0.05}, stroked(Ink::leaf, 1.5));
    }
    const Style edge = stroked(Ink::ink, 1, 0.5);
    scene.line({low, ground}, {high, ground}, edge);
}

void drawTrees(Scene& scene, const HouseFrame& frame, const HouseNow& now) {
    const Foliage foliage = foliageOf(now);
    const bool snow = freezes(now);
    drawBroadleaf(scene, {frame.left() - 4.9, frame.ground}, 4.3, foliage, snow);
    drawConifer(scene, {frame.north() + 2.3, frame.ground}, 3.6, snow);
    for (const double x : {frame.north() + 1.2, frame.left() - 2.9}) {  // a hedge
        const double radius = 0.32;
        for (const double dx : {-0.3, 0.0, 0.3})
            scene.circle({x + dx, frame.ground + 0.24}, radius * (dx == 0 ? 1.1 : 0.85),
                         filled(snow ? Ink::snow : Ink::leaf, 0.9));
    }
    if (now.daylight < 1)  // night falls over the garden too
        scene.rect({frame.low.x - far, frame.ground - 0.12}, {frame.high.x + far, frame.ground + 5},
                   filled(Ink::night, 0.35 * (1 - now.daylight)));
}

}  // namespace pt::house_view
