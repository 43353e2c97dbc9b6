#include "engine/desktop/icons.h"

#include <cmath>
#include <cstdlib>

namespace pt {
namespace {

// One icon on a grid of 48 by 48. m x y: start; l x y: line; s: stroke what was drawn; z: close
// and stroke; f: fill; o x y r: ring; d x y r: disc; a x y r from to: arc in degrees, clockwise
// from the right, joined to the line.
const char* path(Icon icon) {
    switch (icon) {
    case Icon::play: return "m 15 9 l 39 24 l 15 39 f";
    case Icon::pause: return "m 13 10 l 20 10 l 20 38 l 13 38 f m 28 10 l 35 10 l 35 38 l 28 38 f";
    case Icon::step: return "m 12 10 l 31 24 l 12 38 f m 34 10 l 38 10 l 38 38 l 34 38 f";
    case Icon::stepBack: return "m 36 10 l 17 24 l 36 38 f m 10 10 l 14 10 l 14 38 l 10 38 f";
    case Icon::rewind:
        return "m 40 12 l 26 24 l 40 36 f m 27 12 l 13 24 l 27 36 f m 8 12 l 11 12 l 11 36 l 8 36 "
               "f";
    case Icon::reset: return "a 24 25 14 -60 230 s m 30 4 l 31 14 l 21 16 s";
    case Icon::undo: return "m 10 17 l 28 17 a 28 27 10 -90 90 l 18 37 s m 18 8 l 9 17 l 18 26 s";
    case Icon::redo:
        return "m 38 17 l 20 17 a 20 27 10 -90 -270 l 30 37 s m 30 8 l 39 17 l 30 26 s";
    case Icon::open:
    case Icon::folder: return "m 6 38 l 6 11 l 18 11 l 22 16 l 42 16 l 42 38 z";
    case Icon::save:
        return "m 8 8 l 33 8 l 40 15 l 40 40 l 8 40 z m 15 40 l 15 27 l 33 27 l 33 40 s m 15 8 l "
               "15 16 l 28 16 l 28 8 s";
    case Icon::exporting:
        return "m 24 30 l 24 6 s m 14 15 l 24 6 l 34 15 s m 8 26 l 8 40 l 40 40 l 40 26 s";
    case Icon::view: return "o 24 24 17 a 24 24 17 90 270 f";
    case Icon::help: return "o 24 24 18 a 24 19 6 -180 60 l 24 28 s d 24 35 2";
    case Icon::close: return "m 12 12 l 36 36 s m 36 12 l 12 36 s";
    case Icon::down: return "m 12 18 l 24 30 l 36 18 s";
    case Icon::up: return "m 12 30 l 24 18 l 36 30 s";
    case Icon::check: return "m 9 25 l 19 35 l 39 13 s";
    case Icon::info: return "o 24 24 18 d 24 15 2 m 24 22 l 24 35 s";
    case Icon::warning: return "m 24 6 l 44 41 l 4 41 z m 24 19 l 24 29 s d 24 35 2";
    case Icon::error:
        return "m 16 6 l 32 6 l 42 16 l 42 32 l 32 42 l 16 42 l 6 32 l 6 16 z m 24 "
               "14 l 24 26 s d 24 33 2";
    case Icon::expand:
        return "m 28 8 l 40 8 l 40 20 s m 40 8 l 27 21 s m 20 40 l 8 40 l 8 28 s m 8 40 l 21 27 s";
    case Icon::plus: return "m 24 10 l 24 38 s m 10 24 l 38 24 s";
    case Icon::minus: return "m 10 24 l 38 24 s";
    case Icon::file: return "m 12 6 l 28 6 l 37 15 l 37 42 l 12 42 z m 28 6 l 28 15 l 37 15 s";
    case Icon::bridge: return "m 3 35 l 13 13 l 35 13 l 45 35 z m 13 13 l 24 35 l 35 13 s";
    }
    return "";
}

struct Pen {
    ImDrawList& list;
    ImVec2 low;
    float unit;
    ImU32 color;
    const char* at;

    float number() {
        char* end = nullptr;
        long value = std::strtol(at, &end, 10);
        at = end;
        return static_cast<float>(value);
    }
    ImVec2 point() {
        float x = number(), y = number();
        return {low.x + x * unit, low.y + y * unit};
    }
    void stroke(bool closed) {
        list.PathStroke(color, closed ? ImDrawFlags_Closed : ImDrawFlags_None, 3.5f * unit);
    }
    void circle(bool filled) {
        ImVec2 center = point();
        float r = number() * unit;
        if (filled) {
            list.AddCircleFilled(center, r + 0.5f * unit, color);
        } else {
            list.AddCircle(center, r, color, 0, 3.5f * unit);
        }
    }
    void arc() {
        constexpr float degree = 3.14159265f / 180;
        ImVec2 center = point();
        float r = number() * unit, from = number() * degree, to = number() * degree;
        list.PathArcTo(center, r, from, to, 20);
    }
};

}  // namespace

void drawIcon(ImDrawList& list, Icon icon, ImVec2 center, float size, ImU32 color) {
    Pen pen{list, {center.x - size / 2, center.y - size / 2}, size / 48, color, path(icon)};
    while (*pen.at) {
        char verb = *pen.at++;
        switch (verb) {
        case 'm':
            list.PathClear();
            list.PathLineTo(pen.point());
            break;
        case 'l': list.PathLineTo(pen.point()); break;
        case 's': pen.stroke(false); break;
        case 'z': pen.stroke(true); break;
        case 'f': list.PathFillConvex(color); break;
        case 'o': pen.circle(false); break;
        case 'd': pen.circle(true); break;
        case 'a': pen.arc(); break;
        default: break;  // the spaces between
        }
    }
}

}  // namespace pt
