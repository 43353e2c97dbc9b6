#include "engine/view/notes.h"

#include <algorithm>

#include <glm/common.hpp>

namespace pt {
namespace {

constexpr double margin = 16, text_size = 13, strong_size = 15, row_height = 20;
constexpr double swatch_width = 24, swatch_height = 10, swatch_gap = 8, entry_gap = 20;

double entryWidth(const Note& note, const Brush& brush) {
    const double swatch = note.hasSwatch ? swatch_width + swatch_gap : 0;
    return swatch + brush.textWidth(note.text, text_size, false);
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

void paintEntry(const Scene& scene, const Camera& camera, const Note& note, Vec at, Brush& brush) {
    if (note.hasSwatch) {
        paintSwatch(scene, camera, note.swatch, at + Vec(0, (row_height - swatch_height) / 2),
                    brush);
        at.x += swatch_width + swatch_gap;
    }
    Lettering style;
    style.size = note.strong ? strong_size : text_size;
    style.bold = note.strong;
    style.color = scene.theme()[note.strong ? Ink::ink : Ink::inkSoft];
    style.halo = withAlpha(scene.theme()[Ink::paper], 0.9);
    brush.text(at + Vec(0, row_height / 2 + style.size * 0.36), note.text, style);
}

// Rows of legend entries that fit the width.
std::vector<std::vector<const Note*>> legendRows(const Scene& scene, double width,
                                                 const Brush& brush) {
    std::vector<std::vector<const Note*>> rows;
    double x = 0;
    for (const Note& note : scene.notes()) {
        if (note.role != Role::legend) continue;
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

void paintNotes(const Scene& scene, const Camera& camera, Brush& brush) {
    Vec at(margin, camera.top + margin);
    for (const Note& note : scene.notes()) {
        if (note.role != Role::note) continue;
        paintEntry(scene, camera, note, at, brush);
        at.y += row_height;
    }
    const auto rows = legendRows(scene, camera.size.x - 2 * margin, brush);
    at.y = camera.size.y - camera.bottom - margin - row_height * static_cast<double>(rows.size());
    for (const auto& row : rows) {
        at.x = margin;
        for (const Note* note : row) {
            paintEntry(scene, camera, *note, at, brush);
            at.x += entryWidth(*note, brush) + entry_gap;
        }
        at.y += row_height;
    }
}

void paintCard(const Scene& scene, int item, const Camera& camera, Brush& brush) {
    if (item < 0 || item >= static_cast<int>(scene.items().size())) return;
    constexpr double padding = 12, gap = 20, title_size = 15, radius = 6;
    const Item& about = scene.items()[static_cast<size_t>(item)];
    const Theme& theme = scene.theme();
    double width = brush.textWidth(about.name, title_size, true);
    for (const std::string& line : about.lines)
        width = std::max(width, brush.textWidth(line, text_size, false));
    const Vec size(width + 2 * padding,
                   2 * padding + row_height * static_cast<double>(about.lines.size() + 1));

    // Away from the middle of what there is, so that the card covers little of it.
    double middle = 0;
    for (const Item& other : scene.items())
        middle += other.center.y / static_cast<double>(scene.items().size());
    const Vec at = camera.toScreen(about.center);
    const bool below = about.center.y < middle;
    Vec low(at.x + gap, below ? at.y + gap : at.y - gap - size.y);
    if (low.x + size.x > camera.size.x - margin) low.x = at.x - gap - size.x;
    low = glm::max(glm::min(low, camera.size - size - Vec(margin / 2)), Vec(margin / 2));

    for (int ring = 6; ring > 0; --ring)
        fillRounded(brush, low - Vec(ring - 1, ring - 3), low + size + Vec(ring - 1, ring + 1),
                    radius + ring, withAlpha(theme[Ink::shadow], 0.03));
    fillRounded(brush, low, low + size, radius, theme[Ink::sheet]);
    brush.stroke(roundedRect(low, low + size, radius), true, 1, theme[Ink::line]);

    Lettering style;
    style.size = title_size;
    style.bold = true;
    style.color = theme[Ink::ink];
    Vec baseline = low + Vec(padding, padding + row_height / 2 + title_size * 0.3);
    brush.text(baseline, about.name, style);
    style.size = text_size;
    style.bold = false;
    for (const std::string& line : about.lines) {
        baseline.y += row_height;
        brush.text(baseline, line, style);
    }
}

}  // namespace pt
