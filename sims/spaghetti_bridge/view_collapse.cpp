#include "sims/spaghetti_bridge/view_collapse.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/view_items.h"

namespace pt {
namespace {

constexpr double step_seconds = 1.0 / 240;
constexpr double settle = 0.25;     // s in which the magnified shape becomes the true one
constexpr double word_shown = 1.2;  // s that the mode stands beside the break
constexpr double dust_shown = 0.7;  // s
constexpr int crumbs = 9;

double secondsSinceFailure(const SpaghettiBridge& model) {
    return model.stepsSinceFailure() * step_seconds;
}

// Pieces start from the true shape; the picture lets go of the magnified one smoothly.
Vec letGo(const SpaghettiBridge& model, const BridgeFrame& frame, const BridgePiece& piece) {
    const double left = 1 - std::min(secondsSinceFailure(model) / settle, 1.0);
    if (left <= 0) return Vec(0);
    const BridgeMember& member = model.design().members[static_cast<size_t>(piece.member)];
    const auto shift = [&](int node) {
        const NodeState& state = model.nodes()[static_cast<size_t>(node)];
        return Vec(state.ux, state.uy);
    };
    return (frame.magnify - 1) * left * left * (shift(member.from) + shift(member.to)) / 2.0;
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

void drawPiece(Scene& scene, const SpaghettiBridge& model, const BridgePiece& piece, Vec shift,
               int item, bool marked) {
    const Vec along(math::cos(piece.angle), math::sin(piece.angle));
    const Vec center = piece.center + shift;
    const Vec from = center - along * (piece.length / 2), to = center + along * (piece.length / 2);
    const bool failed = piece.member == model.failedMember();
    Style style = spaghettiStyle();
    if (failed || marked) {
        style.stroke = failed ? Ink::error : Ink::accent;
        style.width = 2;
    }
    drawBundle(scene, from, to, piece.width, model.strands(piece.member), style, item);
    if (piece.cutFrom) drawSplinters(scene, from, -along, piece.width, style.stroke);
    if (piece.cutTo) drawSplinters(scene, to, along, piece.width, style.stroke);
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
                     speed = 0.5 + 0.35 * (i * 7 % crumbs) / crumbs;
        const Vec fly(math::cos(angle) * speed, math::sin(angle) * speed - gravity / 2 * seconds);
        scene.circle(from + fly * seconds, size * (0.6 + 0.4 * (i * 5 % crumbs) / crumbs), style);
    }
}

}  // namespace

void drawCollapse(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                  const BridgeItems& items, const ViewState& state) {
    const auto& members = model.design().members;
    for (const BridgePiece& piece : model.pieces()) {
        const auto member = static_cast<size_t>(piece.member);
        const std::string id = "member." + members[member].id;
        drawPiece(scene, model, piece, letGo(model, frame, piece), items.members[member],
                  id == state.selected || id == state.hovered);
    }
    const BridgeMember& failed = members[static_cast<size_t>(model.failedMember())];
    const double seconds = secondsSinceFailure(model);
    const Vec where = frame.middle(failed);
    drawDust(scene, where, 0.6 * model.memberWidth(model.failedMember()), seconds);
    if (seconds > word_shown) return;
    Shape& word = scene.text(where, modeWord(scene.words(), model.failureMode()), 24, Ink::error);
    word.bold = true;
    word.offset = {0, 28};
    word.priority = 100;
}

}  // namespace pt
