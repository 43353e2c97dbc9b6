#include "engine/view/svg.h"

#include <fmt/format.h>

#include "engine/view/utf8.h"
#include "engine/view/xml.h"

namespace pt {
namespace {

std::string coordinates(const std::vector<Vec>& points) {
    std::string out;
    for (const Vec& point : points)
        out += (out.empty() ? "" : " ") + xmlNumber(point.x) + "," + xmlNumber(point.y);
    return out;
}

std::string paintOf(std::string_view attribute, Color color) {
    std::string out =
        fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", attribute, color.r, color.g, color.b);
    if (color.a < 255)
        out += fmt::format(" {}-opacity=\"{}\"", attribute, xmlNumber(color.a / 255.0));
    return out;
}

// Typical advance widths of a humanist sans, in ems: a drawing is laid out without its font.
double advance(char32_t c) {
    if (c == U'\u2009' || c == U'\u202f') return 0.2;
    if (c >= U'0' && c <= U'9') return 0.61;
    constexpr std::u32string_view narrow = U" .,:;'|!()[]ijlftrI", wide = U"mwMW%@—";
    if (narrow.find(c) != std::u32string_view::npos) return 0.32;
    if (wide.find(c) != std::u32string_view::npos) return 0.88;
    return c >= U'A' && c <= U'Z' ? 0.68 : 0.58;
}

class SvgBrush : public Brush {
public:
    void fill(const std::vector<Vec>& convex, Color color) override {
        body_ += "<polygon points=\"" + coordinates(convex) + '"' + paintOf("fill", color) + "/>\n";
    }

    void stroke(const std::vector<Vec>& points, bool closed, double width, Color color) override {
        body_ += fmt::format("<{} points=\"{}\" fill=\"none\" stroke-width=\"{}\"{}/>\n",
                             closed ? "polygon" : "polyline", coordinates(points), xmlNumber(width),
                             paintOf("stroke", color));
    }

    void text(Vec baseline, std::string_view text, const Lettering& style) override {
        constexpr std::string_view anchors[] = {"start", "middle", "end"};
        body_ +=
            fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\"{}{}",
                        xmlNumber(baseline.x), xmlNumber(baseline.y), xmlNumber(style.size),
                        anchors[static_cast<size_t>(style.align)],
                        style.bold ? " font-weight=\"600\"" : "", paintOf("fill", style.color));
        if (style.halo.a > 0)
            body_ += " stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"" +
                     paintOf("stroke", style.halo);
        body_ += '>' + xmlEscaped(text) + "</text>\n";
    }

    double textWidth(std::string_view text, double size, bool bold) const override {
        double ems = 0;
        for (size_t i = 0; i < text.size();) ems += advance(nextCodePoint(text, i));
        return ems * size * (bold ? 1.05 : 1);
    }

    std::string document(Vec size, Color background, std::string_view title,
                         std::string_view description) const {
        return fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
            "viewBox=\"0 0 {0} {1}\" role=\"img\" font-family=\"Inter, 'Open Sans', 'Noto Sans', "
            "system-ui, sans-serif\" style=\"font-variant-numeric: tabular-nums\">\n"
            "<title>{2}</title>\n<desc>{3}</desc>\n<rect width=\"{0}\" height=\"{1}\"{4}/>\n{5}"
            "</svg>\n",
            xmlNumber(size.x), xmlNumber(size.y), xmlEscaped(title), xmlEscaped(description),
            paintOf("fill", background), body_);
    }

private:
    std::string body_;
};

// What a screen reader says about the drawing: each thing on the stage with its facts.
std::string describe(const Scene& scene) {
    std::string out;
    for (const Note& note : scene.notes())
        if (note.role == Role::note) out += note.text + "\n";
    for (const Item& item : scene.items()) {
        out += item.name;
        for (size_t i = 0; i < item.lines.size(); ++i)
            out += (i == 0 ? ": " : "; ") + item.lines[i];
        out += '\n';
    }
    return out;
}

}  // namespace

std::string svg(const Scene& scene, const Camera& camera, std::string_view title) {
    SvgBrush brush;
    paint(scene, camera, brush);
    return brush.document(camera.size, scene.theme()[Ink::paper], title, describe(scene));
}

std::string svg(const Plot& plot, Vec size, const Words& words, const Theme& theme,
                std::string_view title) {
    SvgBrush brush;
    constexpr double margin = 16;
    paint(plot, Vec(margin), size - Vec(2 * margin), words, theme, brush);
    return brush.document(size, theme[Ink::sheet], title, "");
}

}  // namespace pt
