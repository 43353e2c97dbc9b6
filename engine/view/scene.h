// Scene: one frame of the stage as a list of shapes. World units are metres, y up; widths and
// text sizes are points (1/96 inch), so they keep their size when the camera zooms.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/i18n/words.h"
#include "engine/model/command.h"
#include "engine/view/theme.h"

namespace pt {

using Vec = glm::dvec2;

enum class Dash : uint8_t { solid, dashed, dotted };

struct Style {
    Ink stroke = Ink::ink;
    double width = 1;  // points; 0: no stroke
    Ink fill = Ink::paper;
    double fillAlpha = 0;  // 0: no fill
    double strokeAlpha = 1;
    Dash dash = Dash::solid;
    bool hatch = false;     // diagonal strokes inside the outline: the second signal
    double magnitude = -1;  // 0..1: filled with paletteColor() of it instead of `fill`
    Palette palette = Palette::magnitude;
};

// Numbers on a grid as colours: a temperature field, a calendar map.
struct Raster {
    int columns = 0, rows = 0;
    std::vector<float> values;  // 0..1, columns * rows from the lower left; NaN: nothing there
    Palette palette = Palette::magnitude;
    bool smooth = false;  // colours run from cell middle to cell middle instead of even cells
    // Borders of the cells as shares of the width and height, 0 .. 1; empty: even ones.
    std::vector<float> xs = {}, ys = {};
};

enum class ShapeKind : uint8_t { line, polyline, polygon, circle, text, arrow, raster };
enum class Align : uint8_t { left, center, right };

// A plain record; which members count depends on `kind`.
struct Shape {
    ShapeKind kind = ShapeKind::line;
    Style style;
    std::vector<Vec> points;  // metres. circle: centre; text: anchor; arrow: tail, head;
                              // polygon: convex
    double radius = 0;        // circle: metres
    double size = 13;         // text: points. arrow: head length in points
    double bodyWidth = 0;     // line, polyline: metres; when > 0 it is a filled bar with an outline
    double casing = 0;        // points that a bar is wider on each side, at any zoom
    std::string text;
    Align align = Align::center;
    Vec offset{0, 0};  // points, y up: moves a text or arrow on the screen
    int priority = 0;  // text: of two that overlap the lower one is hidden
    bool bold = false;
    Ink halo = Ink::paper;  // text: what it stands on
    bool plate = false;     // text: covers what is behind it, for numbers on top of lines
    int item = -1;          // index into Scene::items, or -1
    // raster: points are its lower left and upper right corner.
    std::shared_ptr<const Raster> raster = {};
};

// Something on the stage that can be pointed at, focused with the keyboard, and read aloud.
struct Item {
    std::string id;                  // "member.S7"
    std::string name;                // translated: "Staaf 7"
    std::vector<std::string> lines;  // translated facts for the hover card: "N = −12,4 N (druk)"
    Vec center{0, 0};
};

enum class Role : uint8_t { legend, note, scale };
// Text at a corner of the stage, outside the world: legend, scale of the deflection.
struct Note {
    Role role = Role::note;
    std::string text;
    Style swatch;  // legend: how the sample looks
    bool hasSwatch = false;
    bool strong = false;  // note: what must not be missed
    bool warns = false;   // note: a warning sign goes before it
    // scale: what the ends and, unless empty, the middle of its palette stand for.
    std::string low = {}, middle = {}, high = {};
    Palette palette = Palette::magnitude;  // scale
};

class Scene {
public:
    Scene(const Words& words, const Theme& theme) : words_(&words), theme_(&theme) {}
    const Words& words() const { return *words_; }
    const Theme& theme() const { return *theme_; }

    void line(Vec from, Vec to, const Style& style, int item = -1);
    // A filled bar, `bodyWidth` metres wide. Returns the shape for further settings.
    Shape& bar(Vec from, Vec to, double bodyWidth, const Style& style, int item = -1);
    // Returns the shape for further settings: a bodyWidth makes it a bent bar.
    Shape& polyline(std::vector<Vec> points, const Style& style, int item = -1);
    void polygon(std::vector<Vec> points, const Style& style, int item = -1);
    void rect(Vec low, Vec high, const Style& style, int item = -1);
    void circle(Vec center, double radius, const Style& style, int item = -1);
    Shape& arrow(Vec tail, Vec head, const Style& style, int item = -1);
    // A label with a halo. Returns the shape for further settings.
    Shape& text(Vec anchor, std::string text, double size = 13, Ink ink = Ink::ink);
    void raster(Vec low, Vec high, Raster raster, int item = -1);
    int item(Item item);
    void note(Note note) { notes_.push_back(std::move(note)); }
    // The world rectangle that should be in view: the camera fits it.
    void bounds(Vec low, Vec high);
    // A square grid behind everything, with lines at 1, 2 or 5 times a power of ten metres.
    void grid(bool on) { grid_ = on; }
    bool grid() const { return grid_; }
    // Something quick is happening that the player should show slowly.
    void slowMotion(bool on) { slowMotion_ = on; }
    bool slowMotion() const { return slowMotion_; }
    // The picture moves with ViewState::clock although the model stands still.
    void animated(bool on) { animated_ = on; }
    bool animated() const { return animated_; }

    const std::vector<Shape>& shapes() const { return shapes_; }
    const std::vector<Item>& items() const { return items_; }
    const std::vector<Note>& notes() const { return notes_; }
    Vec low() const { return low_; }
    Vec high() const { return high_; }

private:
    const Words* words_;
    const Theme* theme_;
    std::vector<Shape> shapes_;
    std::vector<Item> items_;
    std::vector<Note> notes_;
    Vec low_{-1, -1}, high_{1, 1};
    bool grid_ = false;
    bool slowMotion_ = false;
    bool animated_ = false;
};

}  // namespace pt
