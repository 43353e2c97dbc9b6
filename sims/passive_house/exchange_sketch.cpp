#include "sims/passive_house/exchange_sketch.h"

#include <algorithm>

#include <fmt/format.h>

namespace pt {
namespace {

constexpr double gap = 6;       // mm between facades
constexpr double caption = 5;   // mm under a facade
constexpr double frame = 0.25;  // mm

void outline(PaperPage& page, std::vector<Vec> points, double width, double fill = -1,
             Dash dash = Dash::solid) {
    PaperLine line;
    line.points = std::move(points);
    line.closed = true;
    line.width = width;
    line.fill = fill;
    line.dash = dash;
    page.lines.push_back(std::move(line));
}

std::vector<Vec> box(Vec low, Vec size) {
    return {low, {low.x + size.x, low.y}, low + size, {low.x, low.y + size.y}};
}

// The roof above: its slope seen from the front, the gable from the side.
void drawRoof(PaperPage& page, const House& house, Facade facade, Vec eaves, double width,
              double scale) {
    const double rise = house.gableRise() * scale;
    if (rise <= 0) {
        page.line(eaves - Vec(1, 0), eaves + Vec(width + 1, 0), 0.7);
        return;
    }
    const bool front = facade == Facade::south || facade == Facade::north;
    if (front)
        outline(page, box(eaves - Vec(1, 0), {width + 2, rise}), frame, 0.85);
    else
        outline(page, {eaves, eaves + Vec(width, 0), eaves + Vec(width / 2, rise)}, frame, 0.97);
}

void drawFacade(PaperPage& page, const House& house, Facade facade, Vec low, double scale) {
    const Vec size = Vec(house.facadeWidth(facade), house.facadeHeight()) * scale;
    outline(page, box(low, size), 0.4, 0.97);
    drawRoof(page, house, facade, low + Vec(0, size.y), size.x, scale);
    if (facade == Facade::south && house.hasSunspace())
        outline(page, box(low, {size.x, std::min(size.y, house.storeyHeight * scale)}), frame, -1,
                Dash::dashed);
    for (const HouseWindow& window : house.windows) {
        if (window.facade != facade) continue;
        const Vec at = low + Vec(window.x, window.z) * scale;
        const Vec glass = Vec(window.width, window.height) * scale;
        outline(page, box(at, glass), frame, window.sunspace ? -1 : 0.75,
                window.sunspace ? Dash::dashed : Dash::solid);
        if (window.overhang > 0)
            page.line(at + Vec(-1, glass.y + window.overhangGap * scale + 0.4),
                      at + Vec(glass.x + 1, glass.y + window.overhangGap * scale + 0.4), 0.8);
    }
    page.line(low - Vec(2, 0), low + Vec(size.x + 2, 0), 0.5);
}

}  // namespace

double drawFacades(PaperPage& page, const House& house, const Words& words, Vec corner, Vec room) {
    constexpr Facade order[] = {Facade::south, Facade::east, Facade::north, Facade::west};
    double wide = 0;
    for (const Facade facade : order) wide += house.facadeWidth(facade);
    const double high = house.facadeHeight() + house.gableRise();
    const double scale = std::min((room.x - 3 * gap) / wide, (room.y - caption) / high);
    const double ground = corner.y - high * scale;
    double x = corner.x + (room.x - wide * scale - 3 * gap) / 2;
    for (const Facade facade : order) {
        drawFacade(page, house, facade, {x, ground}, scale);
        const double width = house.facadeWidth(facade) * scale;
        page.text({x + width / 2, ground - 4},
                  words(fmt::format("passive_house.year.facade.{}",
                                    facadeKeys[static_cast<size_t>(facade)])),
                  3, Align::center);
        x += width + gap;
    }
    return ground - caption;
}

}  // namespace pt
