#include "engine/view/paper.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "engine/view/xml.h"

namespace pt {
namespace {

bool inside(Vec point, Vec low, Vec high) {
    return point.x >= low.x && point.x <= high.x && point.y >= low.y && point.y <= high.y;
}

// The part of a straight line inside a window (Liang and Barsky 1984); false: none.
bool clip(Vec& from, Vec& to, Vec low, Vec high) {
    const Vec along = to - from;
    const double moves[] = {-along.x, along.x, -along.y, along.y};
    const double room[] = {from.x - low.x, high.x - from.x, from.y - low.y, high.y - from.y};
    double enter = 0, leave = 1;
    for (int side = 0; side < 4; ++side) {
        if (moves[side] == 0 && room[side] < 0) return false;
        if (moves[side] < 0) enter = std::max(enter, room[side] / moves[side]);
        if (moves[side] > 0) leave = std::min(leave, room[side] / moves[side]);
    }
    if (enter >= leave) return false;
    const Vec start = from;
    from = start + along * enter;
    to = start + along * leave;
    return true;
}

std::string grayOf(std::string_view attribute, double gray) {
    const int level = static_cast<int>(std::clamp(gray, 0.0, 1.0) * 255 + 0.5);
    return fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", attribute, level, level, level);
}

std::string fillOf(double fill) {
    return fill < 0 ? std::string(" fill=\"none\"") : grayOf("fill", fill);
}

std::string dashesOf(const PaperLine& line) {
    if (line.dash == Dash::solid) return "";
    return line.dash == Dash::dashed ? " stroke-dasharray=\"3 2\""
                                     : " stroke-dasharray=\"0.5 1.5\"";
}

}  // namespace

void PaperPage::line(Vec from, Vec to, double width, Dash dash) {
    PaperLine line;
    line.points = {from, to};
    line.width = width;
    line.dash = dash;
    lines.push_back(std::move(line));
}

void PaperPage::text(Vec at, std::string words, double height, Align align, bool bold) {
    PaperText item;
    item.at = at;
    item.text = std::move(words);
    item.size = height;
    item.align = align;
    item.bold = bold;
    texts.push_back(std::move(item));
}

void paste(PaperPage& page, const PaperPage& drawing, Vec low, Vec high, Vec place) {
    const Vec shift = place - low;
    for (const PaperLine& line : drawing.lines) {
        const size_t count = line.points.size();
        const size_t pieces = line.closed ? count : count - 1;
        for (size_t i = 0; i < pieces; ++i) {
            Vec from = line.points[i], to = line.points[(i + 1) % count];
            if (clip(from, to, low, high))
                page.line(from + shift, to + shift, line.width, line.dash);
        }
    }
    for (PaperCircle circle : drawing.circles) {
        if (!inside(circle.center, low, high)) continue;
        circle.center += shift;
        page.circles.push_back(circle);
    }
    for (PaperText text : drawing.texts) {
        if (!inside(text.at, low, high)) continue;
        text.at += shift;
        page.texts.push_back(std::move(text));
    }
}

std::string svg(const PaperPage& page, std::string_view title) {
    const double height = page.size.y;
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}mm\" height=\"{1}mm\" "
        "viewBox=\"0 0 {0} {1}\" role=\"img\" font-family=\"Helvetica, Arial, sans-serif\">\n"
        "<title>{2}</title>\n<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n",
        xmlNumber(page.size.x), xmlNumber(height), xmlEscaped(title));
    for (const PaperLine& line : page.lines) {
        std::string points;
        for (const Vec& point : line.points)
            points += fmt::format("{}{},{}", points.empty() ? "" : " ", xmlNumber(point.x),
                                  xmlNumber(height - point.y));
        out += fmt::format("<{} points=\"{}\" stroke-width=\"{}\"{}{}{}/>\n",
                           line.closed ? "polygon" : "polyline", points, xmlNumber(line.width),
                           grayOf("stroke", line.gray), fillOf(line.closed ? line.fill : -1),
                           dashesOf(line));
    }
    for (const PaperCircle& circle : page.circles)
        out += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" stroke-width=\"{}\"{}{}/>\n",
                           xmlNumber(circle.center.x), xmlNumber(height - circle.center.y),
                           xmlNumber(circle.radius), xmlNumber(circle.width), grayOf("stroke", 0),
                           fillOf(circle.fill));
    for (const PaperText& text : page.texts) {
        constexpr std::string_view anchors[] = {"start", "middle", "end"};
        const std::string x = xmlNumber(text.at.x), y = xmlNumber(height - text.at.y);
        constexpr double degrees = 57.29577951308232;
        const std::string turn = text.angle == 0
                                     ? ""
                                     : fmt::format(" transform=\"rotate({} {} {})\"",
                                                   xmlNumber(-text.angle * degrees), x, y);
        out += fmt::format(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\"{}{}>{}</text>\n", x, y,
            xmlNumber(text.size), anchors[static_cast<size_t>(text.align)],
            text.bold ? " font-weight=\"bold\"" : "", turn, xmlEscaped(text.text));
    }
    return out + "</svg>\n";
}

}  // namespace pt
