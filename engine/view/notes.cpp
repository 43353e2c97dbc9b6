#include "engine/view/notes.h"

#include <algorithm>

#include <glm/common.hpp>

namespace pt {
namespace {

constexpr double margin = 16, text_size = 13, strong_size = 15, row_height = 20;
constexpr double swatch_width = 24, swatch_height = 10, swatch_gap = 8, entry_gap = 20;
constexpr double ramp_width = 96, ramp_gap = 6;
constexpr int ramp_steps = 48;
constexpr double sign_width = 22;
constexpr double plate = 5;

double textSize(const Note& note) { return note.strong ? strong_size : text_size; }

double textWidth(const Note& note, std::string_view text, const Brush& brush) {
    return brush.textWidth(text, textSize(note), note.strong);
}

double entryWidth(const Note& note, const Brush& brush) {
    double width = textWidth(note, note.text, brush);
    if (note.role == Role::scale) {
        width += 2 * swatch_gap + ramp_width + 2 * ramp_gap + textWidth(note, note.low, brush) +
                 textWidth(note, note.high, brush);
        if (!note.middle.empty()) width += 2 * ramp_gap + textWidth(note, note.middle, brush);
    } else if (note.hasSwatch) {
        width += swatch_width + swatch_gap;
    }
    return width;
}

// Broken at spaces; a word that is too long by itself stays whole.
std::vector<std::string> wrapped(const Note& note, double room, const Brush& brush) {
    std::vector<std::string> lines(1);
    std::string_view rest = note.text;
    while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        std::string longer = lines.back();
        if (!longer.empty()) longer += ' ';
        longer += word;
        if (lines.back().empty() || textWidth(note, longer, brush) <= room)
            lines.back() = std::move(longer);
        else
            lines.emplace_back(word);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

// The sample is a shape like any other, in a scene whose metres are points.
void paintSwatch(const Scene& scene, const Camera& camera, const Style& style, Vec low,
                 Brush& brush) {
    Scene sample(scene.words(), scene.theme());
    Camera points = camera;
    points.scale = 1;
    points.center = {camera.size.x / 2, -camera.size.y / 2};
    const Vec from(low.x, -low.y - swatch_height / 2);
    const Vec to = from + Vec(swatch_width, 0);
    if (style.fillAlpha > 0 || style.hatch)
        sample.bar(from, to, swatch_height, style);
    else
        sample.line(from, to, style);
    paint(sample, points, brush);
}

class NotePainter {
public:
    NotePainter(const Scene& scene, const Camera& camera, Brush& brush)
        : scene_(scene), camera_(camera), brush_(brush) {}

    void paint(const PlacedNote& placed) {
        const Note& note = *placed.note;
        Vec at = placed.low;
        // Lines of the drawing do not strike it out.
        fillRounded(brush_, placed.low - Vec(plate, 0), placed.high + Vec(plate, 0), plate,
                    withAlpha(scene_.theme()[Ink::paper], 0.85));
        if (note.warns) paintSign(at);
        if (note.warns) at.x += sign_width;
        if (note.role == Role::scale) return paintScale(note, at);
        if (note.hasSwatch) {
            paintSwatch(scene_, camera_, note.swatch, at + Vec(0, (row_height - swatch_height) / 2),
                        brush_);
            at.x += swatch_width + swatch_gap;
        }
        for (const std::string& line : placed.lines) {
            text(note, line, at);
            at.y += row_height;
        }
    }

private:
    void text(const Note& note, std::string_view text, Vec at) {
        Lettering style;
        style.size = textSize(note);
        style.bold = note.strong;
        style.color = scene_.theme()[note.strong ? Ink::ink : Ink::inkSoft];
        style.halo = withAlpha(scene_.theme()[Ink::paper], 0.9);
        brush_.text(at + Vec(0, row_height / 2 + style.size * 0.36), text, style);
    }

    // What, the number at the low end, the colours, the number at the high end; one for the middle
    // stands between two halves.
    void paintScale(const Note& note, Vec at) {
        const auto word = [&](const std::string& words, double gap) {
            text(note, words, at);
            at.x += textWidth(note, words, brush_) + gap;
        };
        word(note.text, 2 * swatch_gap);
        word(note.low, ramp_gap);
        if (note.middle.empty()) {
            at.x = paintRamp(note.palette, at, 0, ramp_steps);
        } else {
            at.x = paintRamp(note.palette, at, 0, ramp_steps / 2) + ramp_gap;
            word(note.middle, ramp_gap);
            at.x = paintRamp(note.palette, at, ramp_steps / 2, ramp_steps);
        }
        at.x += ramp_gap;
        word(note.high, 0);
    }

    // Some of the steps of a ramp; returns where it ends.
    double paintRamp(Palette palette, Vec at, int from, int until) {
        constexpr double step = ramp_width / ramp_steps;
        const Vec low = at + Vec(0, (row_height - swatch_height) / 2);
        const Vec high = low + Vec((until - from) * step, swatch_height);
        for (int i = from; i < until; ++i) {
            const double left = low.x + (i - from) * step, right = left + step;
            brush_.fill({{left, low.y}, {right, low.y}, {right, high.y}, {left, high.y}},
                        paletteColor(palette, (i + 0.5) / ramp_steps));
        }
        brush_.stroke({low, {high.x, low.y}, high, {low.x, high.y}}, true, 1,
                      scene_.theme()[Ink::inkSoft]);
        return high.x;
    }

    // A triangle with an exclamation mark.
    void paintSign(Vec at) {
        const Vec top = at + Vec(8, 2);
        const Color color = scene_.theme()[Ink::warning], on = scene_.theme()[Ink::paper];
        brush_.fill({top, top + Vec(8.5, 15.5), top + Vec(-8.5, 15.5)}, color);
        brush_.stroke({top + Vec(0, 5), top + Vec(0, 10.5)}, false, 2, on);
        brush_.stroke({top + Vec(0, 12), top + Vec(0, 14)}, false, 2, on);
    }

    const Scene& scene_;
    const Camera& camera_;
    Brush& brush_;
};

// Rows of legend entries that fit the width.
std::vector<std::vector<const Note*>> legendRows(const Scene& scene, double width,
                                                 const Brush& brush) {
    std::vector<std::vector<const Note*>> rows;
    double x = 0;
    for (const Note& note : scene.notes()) {
        if (note.role == Role::note) continue;
        const double entry = entryWidth(note, brush);
        if (rows.empty() || x + entry > width) {
            rows.emplace_back();
            x = 0;
        }
        rows.back().push_back(&note);
        x += entry + entry_gap;
    }
    return rows;
}

}  // namespace

std::vector<PlacedNote> placeNotes(const Scene& scene, const Camera& camera, const Brush& brush) {
    std::vector<PlacedNote> placed;
    const double room = camera.size.x - 2 * margin;
    Vec at(margin, camera.top + margin);
    for (const Note& note : scene.notes()) {
        if (note.role != Role::note) continue;
        const double sign = note.warns ? sign_width : 0;
        std::vector<std::string> lines = wrapped(note, room - sign, brush);
        double width = 0;
        for (const std::string& line : lines)
            width = std::max(width, sign + textWidth(note, line, brush));
        const Vec size(width, row_height * static_cast<double>(lines.size()));
        placed.push_back({&note, std::move(lines), at, at + size});
        at.y += size.y;
    }
    const auto rows = legendRows(scene, room, brush);
    at.y = camera.size.y - camera.bottom - margin - row_height * static_cast<double>(rows.size());
    for (const auto& row : rows) {
        at.x = margin;
        for (const Note* note : row) {
            const Vec size(entryWidth(*note, brush), row_height);
            placed.push_back({note, {note->text}, at, at + size});
            at.x += size.x + entry_gap;
        }
        at.y += row_height;
    }
    return placed;
}

void paintNotes(const Scene& scene, const Camera& camera, Brush& brush) {
    NotePainter painter(scene, camera, brush);
    for (const PlacedNote& note : placeNotes(scene, camera, brush)) painter.paint(note);
}

}  // namespace pt
