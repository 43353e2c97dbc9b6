// The card with the facts of one item, where it hides least of the drawing.
#include <algorithm>
#include <array>
#include <limits>

#include <glm/common.hpp>

#include "engine/view/labels.h"
#include "engine/view/notes.h"
#include "engine/view/paint.h"

namespace pt {
namespace {

constexpr double padding = 12, gap = 20, margin = 8, radius = 6, row_height = 20;
constexpr double title_size = 15, text_size = 13;

double overlap(const LabelBox& a, const LabelBox& b) {
    const Vec common = glm::min(a.high, b.high) - glm::max(a.low, b.low);
    return common.x > 0 && common.y > 0 ? common.x * common.y : 0;
}

// What a card should not hide: labels and notes as they are, and points along each item's shapes.
struct Hidden {
    std::vector<LabelBox> texts;
    std::vector<Vec> points;

    Hidden(const Scene& scene, const Camera& camera, const Brush& brush) {
        for (const PlacedLabel& label : placeLabels(scene, camera, brush))
            texts.push_back(label.box);
        for (const PlacedNote& note : placeNotes(scene, camera, brush))
            texts.push_back({note.low, note.high, 0});
        for (const Shape& shape : scene.shapes()) {
            if (shape.item < 0) continue;
            const Vec from = camera.toScreen(shape.points.front());
            const Vec to = camera.toScreen(shape.points.back());
            for (const double share : {0.1, 0.3, 0.5, 0.7, 0.9})
                points.push_back(glm::mix(from, to, share));
        }
    }

    double cost(const LabelBox& card) const {
        constexpr double point_cost = 60;  // square points
        double sum = 0;
        for (const LabelBox& text : texts) sum += overlap(card, text);
        for (const Vec& point : points)
            if (point.x > card.low.x && point.x < card.high.x && point.y > card.low.y &&
                point.y < card.high.y)
                sum += point_cost;
        return sum;
    }
};

// Beside the item, or above or below it; the earlier of equally good places.
LabelBox place(Vec at, Vec size, const Hidden& hidden, const Camera& camera) {
    const Vec low(margin, camera.top + margin);
    const Vec high = camera.size - Vec(margin, camera.bottom + margin) - size;
    const Vec middle = at - size / 2.0;
    const std::array candidates = {at + Vec(gap, -gap - size.y),
                                   at + Vec(gap, gap),
                                   at + Vec(-gap - size.x, -gap - size.y),
                                   at + Vec(-gap - size.x, gap),
                                   Vec(middle.x, at.y - gap - size.y),
                                   Vec(middle.x, at.y + gap),
                                   Vec(at.x + gap, middle.y),
                                   Vec(at.x - gap - size.x, middle.y)};
    LabelBox best{{0, 0}, {0, 0}, 0};
    double least = std::numeric_limits<double>::infinity();
    for (const Vec& candidate : candidates) {
        const Vec corner = glm::max(glm::min(candidate, high), low);
        const LabelBox box{corner, corner + size, 0};
        const Vec moved = glm::abs(corner - candidate);
        const LabelBox self{at - Vec(gap / 2), at + Vec(gap / 2), 0};
        const double cost = hidden.cost(box) + 4 * (moved.x + moved.y) + 20 * overlap(box, self);
        if (cost >= least) continue;
        least = cost;
        best = box;
    }
    return best;
}

void paintSheet(const LabelBox& card, const Theme& theme, Brush& brush) {
    for (int ring = 6; ring > 0; --ring)
        fillRounded(brush, card.low - Vec(ring - 1, ring - 3), card.high + Vec(ring - 1, ring + 1),
                    radius + ring, withAlpha(theme[Ink::shadow], 0.03));
    fillRounded(brush, card.low, card.high, radius, theme[Ink::sheet]);
    brush.stroke(roundedRect(card.low, card.high, radius), true, 1, theme[Ink::line]);
}

}  // namespace

void paintCard(const Scene& scene, int item, const Camera& camera, Brush& brush) {
    if (item < 0 || item >= static_cast<int>(scene.items().size())) return;
    const Item& about = scene.items()[static_cast<size_t>(item)];
    double width = brush.textWidth(about.name, title_size, true);
    for (const std::string& line : about.lines)
        width = std::max(width, brush.textWidth(line, text_size, false));
    const Vec size(width + 2 * padding,
                   2 * padding + row_height * static_cast<double>(about.lines.size() + 1));
    const LabelBox card =
        place(camera.toScreen(about.center), size, Hidden(scene, camera, brush), camera);
    paintSheet(card, scene.theme(), brush);

    Lettering style;
    style.size = title_size;
    style.bold = true;
    style.color = scene.theme()[Ink::ink];
    Vec baseline = card.low + Vec(padding, padding + row_height / 2 + title_size * 0.3);
    brush.text(baseline, about.name, style);
    style.size = text_size;
    style.bold = false;
    for (const std::string& line : about.lines) {
        baseline.y += row_height;
        brush.text(baseline, line, style);
    }
}

}  // namespace pt
