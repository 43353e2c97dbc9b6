// Paper: drawings to scale in millimetres, as PDF (pages) and SVG (one sheet), for rulers,
// scissors and glue. Origin at the lower left, y up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/view/scene.h"

namespace pt {

inline constexpr Vec a4Upright{210, 297}, a4Lying{297, 210};  // mm

struct PaperLine {
    std::vector<Vec> points;  // mm
    bool closed = false;
    double width = 0.25;  // mm
    Dash dash = Dash::solid;
    double gray = 0;   // 0 black .. 1 white
    double fill = -1;  // gray of the inside of a closed line; negative: none
};
struct PaperCircle {
    Vec center{0, 0};
    double radius = 1;  // mm
    double width = 0.25, fill = -1;
};
struct PaperText {
    Vec at{0, 0};  // baseline
    std::string text;
    double size = 3.5;  // mm, height of the letters' body
    Align align = Align::left;
    bool bold = false;
    double angle = 0;  // rad, counter-clockwise
};

struct PaperPage {
    Vec size = a4Upright;  // mm
    std::vector<PaperLine> lines;
    std::vector<PaperCircle> circles;
    std::vector<PaperText> texts;

    void line(Vec from, Vec to, double width = 0.25, Dash dash = Dash::solid);
    void text(Vec at, std::string words, double height = 3.5, Align align = Align::left,
              bool bold = false);
};

// A part of a large drawing, cut at the window's edges: the window's lower left comes to `place`
// on the page. Texts and circles are kept when their middle lies inside.
void paste(PaperPage& page, const PaperPage& drawing, Vec low, Vec high, Vec place);

// Letters beyond Windows-1252 become the nearest plain one or '?'. Error paper.failed {detail}.
Result<std::string> pdf(const std::vector<PaperPage>& pages, std::string_view title);
// Real size: width and height in mm. The same input gives the same bytes.
std::string svg(const PaperPage& page, std::string_view title);

}  // namespace pt
