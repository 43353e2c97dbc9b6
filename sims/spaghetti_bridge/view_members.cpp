#include "sims/spaghetti_bridge/view_members.h"

#include <algorithm>
#include <cmath>

#include "sims/spaghetti_bridge/bracing.h"
#include "sims/spaghetti_bridge/view_style.h"

namespace pt {
namespace {

constexpr double thinnest_casing = 1, thickest_casing = 6;  // points
constexpr double shade_casing = 2.5;                        // points
constexpr double strained = 0.7, near_failure = 0.9;        // utilisation
constexpr double least_share = 0.005;                       // smaller forces are not drawn
constexpr double bar_casing = 3;                            // points, of a mark around a member

double casingFor(const BridgeFrame& frame, double axial) {
    return thinnest_casing + (thickest_casing - thinnest_casing) * frame.axialShare(axial);
}

Shape& body(Scene& scene, const std::vector<Vec>& axis, double width, const Style& style,
            int item = -1) {
    Shape& shape = scene.polyline(axis, style, item);
    shape.bodyWidth = width;
    return shape;
}

bool showsStrength(Show show) {
    return show == Show::forces || show == Show::utilisation || show == Show::deflection;
}

// How a member is set off from the others: a border around it and a text beside it.
struct Emphasis {
    Ink strain = Ink::warning;
    double strainBorder = 0;  // points; the nearer to failure, the heavier
    bool marked = false;
    std::string label;
};

void addPart(std::string& label, const std::string& part) {
    label += (label.empty() ? "" : " · ") + part;
}

Emphasis emphasisOf(const Words& words, const MemberState& now, const std::string& item,
                    const BridgeLook& look) {
    Emphasis emphasis;
    emphasis.marked = look.marked(item);
    const bool selected = look.state.isSelected(item), numbered = look.numbers || selected;
    if (numbered && look.show == Show::forces)
        emphasis.label = selected ? words.quantity(now.axial, unit("N")) : words.number(now.axial);
    const bool tense = showsStrength(look.show) && now.utilisation >= strained;
    if (tense || (numbered && look.show == Show::utilisation))
        addPart(emphasis.label, percent(words, now.utilisation));
    if (!tense) return emphasis;
    const bool near = now.utilisation >= near_failure;
    emphasis.strain = near ? Ink::error : Ink::warning;
    emphasis.strainBorder = near ? 3 : 2;
    return emphasis;
}

void drawBorders(Scene& scene, const std::vector<Vec>& axis, double width, double casing,
                 const Emphasis& emphasis) {
    const double border = casing + emphasis.strainBorder;
    if (emphasis.marked)
        body(scene, axis, width, fillStyle(Ink::accent)).casing = border + bar_casing;
    if (emphasis.strainBorder > 0)
        body(scene, axis, width, fillStyle(emphasis.strain)).casing = border;
    if (emphasis.marked || emphasis.strainBorder > 0)
        body(scene, axis, width, fillStyle(Ink::paper)).casing = casing;
}

// What the member's quantity looks like around it.
void drawQuantity(Scene& scene, const BridgeFrame& frame, const std::vector<Vec>& axis,
                  double width, const MemberState& now, Show show) {
    if (show == Show::forces) drawForce(scene, frame, axis, width, now.axial, 1);
    if (show != Show::utilisation) return;
    Style style = lineStyle(Ink::ink, 1, 0.5);
    style.fillAlpha = 1;
    style.magnitude = std::clamp(now.utilisation, 0.0, 1.0);
    body(scene, axis, width, style).casing = shade_casing;
}

Ink labelInk(const MemberState& now, const Emphasis& emphasis, Show show) {
    if (emphasis.strainBorder > 0) return emphasis.strain;
    if (show != Show::forces || now.axial == 0) return Ink::ink;
    return now.axial > 0 ? Ink::tension : Ink::compression;
}

void drawMemberLabel(Scene& scene, const BridgeFrame& frame, size_t index, const MemberState& now,
                     const Emphasis& emphasis, Show show) {
    if (emphasis.label.empty()) return;
    Shape& label =
        scene.text(frame.middle(index), emphasis.label, 13, labelInk(now, emphasis, show));
    label.bold = emphasis.marked || emphasis.strainBorder > 0;
    label.plate = !label.bold;
    if (label.bold) placeBeside(label, frame.axis(index), 16);
    label.priority =
        emphasis.marked ? 70 : 20 + static_cast<int>(30 * std::min(now.utilisation, 1.0));
}

}  // namespace

void drawForce(Scene& scene, const BridgeFrame& frame, const std::vector<Vec>& axis, double width,
               double axial, double alpha) {
    if (frame.axialShare(axial) < least_share || alpha <= 0) return;
    Style style = forceStyle(axial);
    style.fillAlpha *= alpha;
    style.strokeAlpha = alpha;
    body(scene, axis, width, style).casing = casingFor(frame, axial);
}

void placeBeside(Shape& label, const std::vector<Vec>& axis, double distance) {
    Vec side = across(axis.front(), axis.back());
    if (side.y < 0) side = -side;
    label.offset = side * distance;
    // Above a level member a text is half its height further away.
    if (std::fabs(side.x) <= 0.4)
        label.offset.y += 4;
    else
        label.align = side.x > 0 ? Align::left : Align::right;
}

void drawGhost(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    Style style = lineStyle(Ink::inkSoft, 1, 0.5);
    style.dash = Dash::dashed;
    for (const BridgeMember& member : model.design().members)
        scene.line(frame.rest[static_cast<size_t>(member.from)],
                   frame.rest[static_cast<size_t>(member.to)], style);
}

// As seen from slightly aside and above: depth is drawn at half its length, upwards to the right.
void drawFarPlane(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    if (model.planes() < 2) return;
    const double depth = std::min(model.material().width / 2, 0.14 * frame.extent);
    const Vec aside = depth * Vec(0.8, 0.6);
    Style pale = lineStyle(Ink::spaghettiEdge, 1, 0.35);
    pale.fill = Ink::spaghetti;
    pale.fillAlpha = 0.35;
    const auto& members = model.design().members;
    for (size_t i = 0; i < members.size(); ++i) {
        if (model.lost(static_cast<int>(i))) continue;
        std::vector<Vec> axis = frame.axis(i);
        for (Vec& point : axis) point += aside;
        body(scene, axis, model.memberWidth(static_cast<int>(i)), pale);
    }
    for (const BracingBar& bar : bracingBars(model.design(), model.material()))
        body(scene,
             {frame.shown[static_cast<size_t>(bar.from)],
              frame.shown[static_cast<size_t>(bar.to)] + aside},
             model.material().strandDiameter, pale);
}

void drawBundle(Scene& scene, const std::vector<Vec>& axis, double width, int strands,
                const Style& style, int item) {
    body(scene, axis, width, style, item);
    // A bundle of n strands shows about √n of them side by side.
    const int rows = std::max(1, static_cast<int>(std::ceil(std::sqrt(strands))));
    for (int row = 1; row < rows; ++row) {
        std::vector<Vec> strand = axis;
        for (size_t i = 0; i < axis.size(); ++i) {
            const Vec side =
                across(axis[i == 0 ? 0 : i - 1], axis[std::min(i + 1, axis.size() - 1)]);
            strand[i] += side * (width * (static_cast<double>(row) / rows - 0.5));
        }
        scene.polyline(std::move(strand), lineStyle(style.stroke, 1, 0.4));
    }
}

void drawMembers(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                 const BridgeItems& items, const BridgeLook& look) {
    const auto& members = model.design().members;
    // All forces first, so that no casing covers a neighbour's spaghetti.
    for (size_t i = 0; i < members.size(); ++i) {
        if (model.lost(static_cast<int>(i))) continue;
        const double width = model.memberWidth(static_cast<int>(i));
        const MemberState now = model.stands() && look.showsForces() ? model.shownMembers()[i]
                                : model.stands()                     ? model.members()[i]
                                                                     : MemberState{};
        const Emphasis emphasis = emphasisOf(scene.words(), now, "member." + members[i].id, look);
        drawBorders(scene, frame.axis(i), width, casingFor(frame, now.axial), emphasis);
        drawQuantity(scene, frame, frame.axis(i), width, now, look.show);
        if (model.stands()) drawMemberLabel(scene, frame, i, now, emphasis, look.show);
    }
    for (size_t i = 0; i < members.size(); ++i) {
        const int index = static_cast<int>(i);
        if (model.lost(index)) continue;
        Style style = spaghettiStyle();
        if (look.show == Show::utilisation) {
            style.magnitude = std::clamp(model.shownMembers()[i].utilisation, 0.0, 1.0);
            style.stroke = Ink::ink;
        }
        drawBundle(scene, frame.axis(i), model.memberWidth(index), model.strands(index), style,
                   items.members[i]);
    }
}

void drawJoints(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeItems& items, const BridgeLook& look) {
    std::vector<double> widest(frame.shown.size(), 0);
    const auto& members = model.design().members;
    for (size_t i = 0; i < members.size(); ++i)
        for (const int node : {members[i].from, members[i].to}) {
            double& width = widest[static_cast<size_t>(node)];
            width = std::max(width, model.memberWidth(static_cast<int>(i)));
        }
    for (size_t i = 0; i < frame.shown.size(); ++i) {
        Style style = glueStyle(model.rigidJoints());
        if (look.marked("node." + model.design().nodes[i].id)) {
            style.stroke = Ink::accent;
            style.width = 3;
        }
        scene.circle(frame.shown[i], 0.85 * widest[i], style, items.nodes[i]);
    }
}

}  // namespace pt
