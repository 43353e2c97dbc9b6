#include "sims/spaghetti_bridge/view_collapse.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/view_style.h"

namespace pt {
namespace {

constexpr double word_shown = 1.2;  // s that the mode stands beside the break
constexpr double dust_shown = 0.7;  // s
constexpr int crumbs = 9;

// Where along its member a piece begins and ends, 0..1.
std::pair<double, double> partOf(const SpaghettiBridge& model, const BridgePiece& piece) {
    const double share = piece.length / model.memberLength(piece.member);
    return {piece.cutFrom ? 1 - share : 0, piece.cutTo ? share : 1};
}

// Splinters: short teeth across a fresh break.
void drawSplinters(Scene& scene, Vec end, Vec outward, double width, Ink ink) {
    const Vec side(-outward.y, outward.x);
    Style style;
    style.stroke = ink;
    style.width = 1.5;
    for (const double at : {-0.4, 0.0, 0.4}) {
        const double tooth = width * (at == 0 ? 0.9 : 0.5);
        scene.line(end + side * (at * width), end + side * (at * width * 0.6) + outward * tooth,
                   style);
    }
}

// The glue stays on an end that held.
void drawEnd(Scene& scene, Vec end, Vec outward, double width, bool cut, bool rigid, Ink ink) {
    if (cut)
        drawSplinters(scene, end, outward, width, ink);
    else
        scene.circle(end, 0.85 * width, glueStyle(rigid));
}

void drawPiece(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
               const BridgePiece& piece, int item, bool marked) {
    const BridgeMember& member = model.design().members[static_cast<size_t>(piece.member)];
    const Vec along(math::cos(piece.angle), math::sin(piece.angle));
    const Vec left = letGo(model, frame, member.from), right = letGo(model, frame, member.to);
    const auto [start, end] = partOf(model, piece);
    const Vec half = along * (piece.length / 2);
    const Vec from = piece.center - half + glm::mix(left, right, start);
    const Vec to = piece.center + half + glm::mix(left, right, end);
    const bool failed = piece.member == model.failedMember();
    Style style = spaghettiStyle();
    if (failed || marked) {
        style.stroke = failed ? Ink::error : Ink::accent;
        style.width = 2;
    }
    const double axial = model.members()[static_cast<size_t>(piece.member)].axial;
    drawForce(scene, frame, {from, to}, piece.width, axial, magnified(model));
    drawBundle(scene, {from, to}, piece.width, model.strands(piece.member), style, item);
    const bool rigid = model.rigidJoints();
    drawEnd(scene, from, -along, piece.width, piece.cutFrom, rigid, style.stroke);
    drawEnd(scene, to, along, piece.width, piece.cutTo, rigid, style.stroke);
}

// Crumbs thrown from the break, the same ones every time.
void drawDust(Scene& scene, Vec from, double size, double seconds) {
    if (seconds >= dust_shown) return;
    Style style;
    style.width = 0;
    style.fill = Ink::spaghettiEdge;
    style.fillAlpha = 0.7 * (1 - seconds / dust_shown);
    for (int i = 0; i < crumbs; ++i) {
        const double angle = math::pi * (i + 0.5) / crumbs,
                     speed = 0.15 + 0.3 * (i * 7 % crumbs) / crumbs;
        const Vec fly(math::cos(angle) * speed, math::sin(angle) * speed - gravity / 2 * seconds);
        scene.circle(from + fly * seconds, size * (0.6 + 0.4 * (i * 5 % crumbs) / crumbs), style);
    }
}

}  // namespace

void drawCollapse(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                  const BridgeItems& items, const BridgeLook& look) {
    const auto& members = model.design().members;
    for (const BridgePiece& piece : model.pieces()) {
        const auto member = static_cast<size_t>(piece.member);
        drawPiece(scene, model, frame, piece, items.members[member],
                  look.marked("member." + members[member].id));
    }
    const auto failed = static_cast<size_t>(model.failedMember());
    const double seconds = secondsSinceFailure(model);
    const Vec where = frame.middle(failed);
    drawDust(scene, where, 0.6 * model.memberWidth(model.failedMember()), seconds);
    if (seconds > word_shown) return;
    Shape& word = scene.text(where, modeWord(scene.words(), model.failureMode()), 24, Ink::error);
    word.bold = true;
    placeBeside(word, frame.axis(failed), 20);
    word.priority = 100;
}

}  // namespace pt
