#include "sims/spaghetti_bridge/view_problems.h"

#include <algorithm>

#include "sims/spaghetti_bridge/view_style.h"

namespace pt {
namespace {

constexpr size_t most_notes = 2;
constexpr double halo_casing = 7;                        // points
constexpr double halo_radius = 0.025, sign_size = 0.03;  // of the extent

Ink inkOf(const BridgeProblem& problem) { return problem.blocking ? Ink::error : Ink::warning; }

// Of "member.S7" the member S7, or -1.
int memberOf(const Bridge& bridge, std::string_view item) {
    constexpr std::string_view prefix = "member.";
    return item.starts_with(prefix) ? bridge.findMember(item.substr(prefix.size())) : -1;
}
int nodeOf(const Bridge& bridge, std::string_view item) {
    constexpr std::string_view prefix = "node.";
    return item.starts_with(prefix) ? bridge.findNode(item.substr(prefix.size())) : -1;
}

// A triangle with an exclamation mark, its foot at `at`.
void drawSign(Scene& scene, Vec at, double size, Ink ink) {
    Style style = lineStyle(Ink::paper, 1.5);
    style.fill = ink;
    style.fillAlpha = 1;
    scene.polygon({at + Vec(-size, 0), at + Vec(size, 0), at + Vec(0, 1.8 * size)}, style);
    Style mark = lineStyle(Ink::paper, 2);
    scene.line(at + Vec(0, 1.25 * size), at + Vec(0, 0.6 * size), mark);
    scene.line(at + Vec(0, 0.4 * size), at + Vec(0, 0.2 * size), mark);
}

// "bridge.loose_node" is in a word "problem.loose_node".
std::string wordOf(const Words& words, const Error& error) {
    const size_t point = error.key.rfind('.');
    const std::string key = "problem." + error.key.substr(point + 1);
    return words.has("spaghetti_bridge.view." + key) ? say(words, key) : "";
}

}  // namespace

void drawProblemHalos(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    for (const BridgeProblem& problem : model.problems())
        for (const std::string& item : problem.items) {
            const Style halo = fillStyle(inkOf(problem), 0.3);
            const int member = memberOf(model.design(), item), node = nodeOf(model.design(), item);
            if (member >= 0) {
                Shape& around = scene.polyline(frame.axis(static_cast<size_t>(member)), halo);
                around.bodyWidth = model.memberWidth(member);
                around.casing = halo_casing;
            }
            if (node >= 0)
                scene.circle(frame.shown[static_cast<size_t>(node)], halo_radius * frame.extent,
                             halo);
        }
}

void drawProblemSigns(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    const double size = sign_size * frame.extent;
    size_t notes = 0;
    for (const BridgeProblem& problem : model.problems()) {
        if (notes++ < most_notes) {
            Note note;
            note.text = scene.words().sentence(problem.error);
            note.warns = true;
            note.strong = problem.blocking;
            scene.note(std::move(note));
        }
        const std::string word = wordOf(scene.words(), problem.error);
        for (const std::string& item : problem.items) {
            const int member = memberOf(model.design(), item), node = nodeOf(model.design(), item);
            if (member < 0 && node < 0) continue;
            const Vec at = member >= 0 ? frame.middle(static_cast<size_t>(member))
                                       : frame.shown[static_cast<size_t>(node)];
            const Vec foot = at + Vec(0, 0.6 * halo_radius * frame.extent);
            drawSign(scene, foot, size, inkOf(problem));
            Shape& label = scene.text(foot + Vec(0, 1.8 * size), word, 13, inkOf(problem));
            label.bold = true;
            label.offset = {0, 10};
            label.priority = problem.blocking ? 90 : 80;
        }
    }
}

}  // namespace pt
