#include "sims/material_test/view_stand.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numeric>

#include "engine/core/math.h"

namespace pt {
namespace {

constexpr double overhang = 0.12;  // of the span, beyond each support
constexpr int bends = 40;          // pieces of a curve
constexpr double fallAcceleration = 9.81;

// Sag of a beam on two supports at `along` (0 .. 1) of its span.
double sagAt(double along, double sag) {
    const double x = along <= 0.5 ? along : 1 - along;
    return sag * (3 * x - 4 * x * x * x);
}

std::vector<Vec> bentBeam(const StandFrame& frame) {
    std::vector<Vec> line;
    const double half = frame.span / 2, slope = 3 * frame.deflection / frame.span;
    const double reach = overhang * frame.span;
    line.emplace_back(-half - reach, reach * slope);
    for (int i = 0; i <= bends; ++i) {
        const double along = static_cast<double>(i) / bends;
        line.emplace_back(-half + frame.span * along, -sagAt(along, frame.deflection));
    }
    line.emplace_back(half + reach, reach * slope);
    return line;
}

std::vector<Vec> bowedColumn(const StandFrame& frame) {
    std::vector<Vec> line;
    for (const CurvePoint& point : elasticaCurve(frame.deflection / frame.span, bends))
        line.emplace_back(frame.span * point.aside, frame.span * point.along);
    return line;
}

std::vector<Vec> heldLine(const StandFrame& frame) {
    if (frame.test == TestKind::bending) return bentBeam(frame);
    if (frame.test == TestKind::buckling) return bowedColumn(frame);
    return {{0, frame.span}, {0, -frame.deflection}};
}

Vec middleOf(const std::vector<Vec>& line) {
    return std::accumulate(line.begin(), line.end(), Vec(0, 0)) / static_cast<double>(line.size());
}

double lengthOf(const std::vector<Vec>& line) {
    double length = 0;
    for (size_t i = 1; i < line.size(); ++i) length += glm::distance(line[i - 1], line[i]);
    return length;
}

// A loose piece is straight again; it falls, turns and comes to lie flat on the table.
std::vector<Vec> fallen(const std::vector<Vec>& line, const StandFrame& frame, double drift) {
    const Vec middle = middleOf(line), chord = line.back() - line.front();
    const double drop = fallAcceleration * frame.since * frame.since / 2;
    const double ground = frame.floor + frame.thickness / 2;
    const double depth = std::max(middle.y - ground, 1e-6), share = std::min(1.0, drop / depth);
    const double angle = math::atan2(chord.y, chord.x) * (1 - share);
    const Vec moved(middle.x + drift * share, middle.y - std::min(drop, depth));
    const Vec half = Vec(math::cos(angle), math::sin(angle)) * (lengthOf(line) / 2);
    return {moved - half, moved + half};
}

std::vector<std::vector<Vec>> halves(const std::vector<Vec>& line) {
    const auto middle = line.begin() + static_cast<long>(line.size() / 2);
    return {{line.begin(), middle + 1}, {middle, line.end()}};
}

}  // namespace

StandFrame::StandFrame(const MaterialTest& shown)
    : model(shown), test(shown.test()), span(shown.span()), size(shown.span()),
      thickness(shown.piece().section.width), deflection(shown.point().deflection),
      since(shown.stepsSinceEnd() * standStep), over(shown.outcome() != Outcome::none) {
    if (test == TestKind::tension) {
        floor = -0.75 * size;
        low = {-0.62 * size, floor - 0.06 * size};
        high = {0.62 * size, 1.2 * size};
        hook = {0, -deflection - 0.06 * size};
    } else if (test == TestKind::bending) {
        floor = -0.95 * size;
        low = {-0.8 * size, floor - 0.06 * size};
        high = {0.8 * size, 0.25 * size};
        hook = {0, -deflection - thickness / 2};
    } else {
        floor = -0.22 * size;
        low = {-0.75 * size, floor - 0.06 * size};
        high = {0.75 * size, 1.3 * size};
        hook = bowedColumn(*this).back();
    }
    if (over && test != TestKind::buckling) {
        const double resting = floor + 0.34 * size;  // the bucket stands on the table
        hook.y = std::max(resting, hook.y - fallAcceleration * since * since / 2);
    }
}

std::vector<std::vector<Vec>> specimenLines(const StandFrame& frame) {
    const std::vector<Vec> line = heldLine(frame);
    const Outcome outcome = frame.model.outcome();
    if (outcome == Outcome::slipped) return {fallen(line, frame, 0)};
    if (outcome != Outcome::broken && outcome != Outcome::crushed) return {line};
    if (frame.test == TestKind::tension) {
        const Vec half(0, frame.span / 2);
        const double drop = frame.hook.y + frame.deflection + 0.06 * frame.size;
        return {{line[0], half}, {half + Vec(0, drop), line[1] + Vec(0, drop)}};
    }
    auto parts = halves(line);
    const bool column = frame.test == TestKind::buckling;
    const double aside = 0.5 * frame.size;  // of a column the pieces fly to both sides
    const double start = middleOf(parts[0]).x;
    parts[0] = fallen(parts[0], frame, column ? -aside - start : -0.05 * frame.size);
    parts[1] = fallen(parts[1], frame, column ? aside - start : 0.05 * frame.size);
    return parts;
}

StandItems addStandItems(Scene& scene, const StandFrame& frame) {
    const Words& words = scene.words();
    const MaterialTest& model = frame.model;
    const auto add = [&scene, &words](const char* id, const char* key,
                                      std::vector<std::string> lines, Vec center) {
        Item item;
        item.id = id;
        item.name = words(std::string("material_test.view.") + key);
        item.lines = std::move(lines);
        item.center = center;
        return scene.item(std::move(item));
    };
    const auto line = [&words](const char* key, double si, const char* symbol) {
        return words(std::string("material_test.") + key) + ": " + words.quantity(si, unit(symbol));
    };
    StandItems items;
    items.specimen = add("specimen", "specimen",
                         {line("reading_width", model.readWidth(), "mm"),
                          line("reading_length", model.readLength(), "cm"),
                          line("reading_mass", model.readMass(), "g")},
                         {0, frame.test == TestKind::bending ? 0 : frame.span / 2});
    items.scale = add("scale", frame.test == TestKind::tension ? "hanging_scale" : "kitchen_scale",
                      {line("reading_force", model.readForce(), "N")}, frame.hook);
    items.gauge = add("gauge", model.withCalliper() ? "calliper" : "ruler",
                      {line("reading_deflection", model.readDeflection(), "mm")}, frame.hook);
    return items;
}

}  // namespace pt
