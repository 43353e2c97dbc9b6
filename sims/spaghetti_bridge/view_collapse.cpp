#include "sims/spaghetti_bridge/view_collapse.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

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
    const bool failed = model.lost(piece.member);
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

// The latest break: dust, and for a moment its mode as a word.
void drawMoment(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    if (model.failures().empty()) return;
    const Failure& latest = model.failures().back();
    const auto& axis = frame.axis(static_cast<size_t>(latest.member));
    const Vec where = glm::mix(axis.front(), axis.back(), latest.at);
    const double seconds = secondsSinceFailure(model);
    drawDust(scene, where, 0.6 * model.memberWidth(latest.member), seconds);
    if (seconds > word_shown) return;
    Shape& word = scene.text(where, modeWord(scene.words(), latest.mode), 24, Ink::error);
    word.bold = true;
    placeBeside(word, axis, 20);
    word.priority = 100;
}

}  // namespace

// Two stubs with splinters, and what they broke by.
void drawBroken(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeItems& items, const BridgeLook& look) {
    constexpr double gap = 1.2;  // widths, on either side of the break
    const bool latestShows = secondsSinceFailure(model) <= word_shown;
    for (const Failure& failure : model.failures()) {
        const auto member = static_cast<size_t>(failure.member);
        const Vec from = frame.axis(member).front(), to = frame.axis(member).back();
        const Vec along = (to - from) / glm::distance(from, to);
        const double width = model.memberWidth(failure.member);
        const Vec at = glm::mix(from, to, std::clamp(failure.at, 0.1, 0.9));
        const bool marked = look.marked("member." + model.design().members[member].id);
        Style style = spaghettiStyle();
        style.stroke = marked ? Ink::accent : Ink::error;
        style.width = 2;
        const int strands = model.strands(failure.member);
        const Vec left = at - along * (gap * width), right = at + along * (gap * width);
        drawBundle(scene, {from, left}, width, strands, style, items.members[member]);
        drawBundle(scene, {right, to}, width, strands, style, items.members[member]);
        drawSplinters(scene, left, along, width, Ink::error);
        drawSplinters(scene, right, -along, width, Ink::error);
        if (latestShows && &failure == &model.failures().back()) continue;
        Shape& word = scene.text(at, modeWord(scene.words(), failure.mode), 13, Ink::error);
        word.bold = true;
        placeBeside(word, {from, to}, 16);
        word.priority = 75;
    }
    drawMoment(scene, model, frame);
}

void drawCollapse(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                  const BridgeItems& items, const BridgeLook& look) {
    const auto& members = model.design().members;
    for (const BridgePiece& piece : model.pieces()) {
        const auto member = static_cast<size_t>(piece.member);
        drawPiece(scene, model, frame, piece, items.members[member],
                  look.marked("member." + members[member].id));
    }
    drawMoment(scene, model, frame);
}

}  // namespace pt
