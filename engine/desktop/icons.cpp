#include "engine/desktop/icons.h"

#include <cmath>
#include <cstdlib>
#include <utility>

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
    case Icon::select: return "m 13 6 l 13 37 l 21 30 l 26 42 l 31 40 l 26 28 l 36 27 z";
    case Icon::band:
        return "m 7 15 l 7 7 l 15 7 s m 21 7 l 27 7 s m 33 7 l 41 7 l 41 15 s m 41 21 l 41 27 s m "
               "41 "
               "33 l 41 41 l 33 41 s m 27 41 l 21 41 s m 15 41 l 7 41 l 7 33 s m 7 27 l 7 21 s";
    case Icon::node:
        return "o 24 24 10 m 24 4 l 24 10 s m 24 38 l 24 44 s m 4 24 l 10 24 s m 38 24 l "
               "44 24 s";
    case Icon::member: return "m 14 34 l 34 14 s o 10 38 5 o 38 10 5";
    case Icon::support: return "m 24 10 l 38 34 l 10 34 z m 5 41 l 43 41 s";
    case Icon::load: return "m 24 5 l 24 36 s m 14 27 l 24 38 l 34 27 s m 10 43 l 38 43 s";
    case Icon::eye:
        return "m 4 24 l 11 16 l 19 12 l 29 12 l 37 16 l 44 24 l 37 32 l 29 36 l 19 36 l 11 32 z d "
               "24 "
               "24 5";
    case Icon::more: return "d 11 24 3 d 24 24 3 d 37 24 3";
    case Icon::compare: return "m 6 10 l 20 10 l 20 38 l 6 38 z m 28 10 l 42 10 l 42 38 l 28 38 z";
    case Icon::branch:
        return "o 13 10 5 o 13 38 5 o 36 17 5 m 13 15 l 13 33 s m 36 22 l 36 26 l 13 30 s";
    case Icon::back: return "m 42 24 l 8 24 s m 20 12 l 8 24 l 20 36 s";
    case Icon::unknown: return "o 24 24 17 m 17 24 l 31 24 s";
    case Icon::paste:
        return "m 10 10 l 38 10 l 38 42 l 10 42 z m 18 6 l 30 6 l 30 14 l 18 14 z m 17 24 l 31 24 "
               "s m "
               "17 32 l 27 32 s";
    case Icon::trash:
        return "m 12 14 l 15 42 l 33 42 l 36 14 s m 7 14 l 41 14 s m 19 13 l 19 7 l 29 7 l 29 13 s";
    case Icon::left: return "m 30 12 l 18 24 l 30 36 s";
    case Icon::right: return "m 18 12 l 30 24 l 18 36 s";
    case Icon::lock:
        return "m 11 22 l 37 22 l 37 41 l 11 41 z m 15 22 l 15 17 a 24 17 9 -180 0 l 33 22 s";
    case Icon::speak:
        return "m 7 18 l 14 18 l 24 9 l 24 39 l 14 30 l 7 30 z a 24 24 9 -45 45 s a 24 24 17 -45 "
               "45 s";
    case Icon::stop: return "m 12 12 l 36 12 l 36 36 l 12 36 f";
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

Icon iconNamed(std::string_view name) {
    constexpr std::pair<std::string_view, Icon> named[] = {
        {"select", Icon::select}, {"band", Icon::band},       {"node", Icon::node},
        {"member", Icon::member}, {"support", Icon::support}, {"load", Icon::load},
    };
    for (const auto& [key, icon] : named) {
        if (key == name) return icon;
    }
    return Icon::unknown;
}

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
