#include <algorithm>
#include <cmath>

#include "sims/spaghetti_bridge/view_collapse.h"
#include "sims/spaghetti_bridge/view_forces.h"
#include "sims/spaghetti_bridge/view_ground.h"
#include "sims/spaghetti_bridge/view_items.h"
#include "sims/spaghetti_bridge/view_load.h"
#include "sims/spaghetti_bridge/view_problems.h"
#include "sims/spaghetti_bridge/view_style.h"

namespace pt {
namespace {

constexpr double slow_steps = 180;  // after the failure, shown slowly

void addNote(Scene& scene, std::string text, bool strong = false) {
    Note note;
    note.text = std::move(text);
    note.strong = strong;
    scene.note(std::move(note));
}

void addSwatch(Scene& scene, const char* key, const Style& style) {
    Note note;
    note.role = Role::legend;
    note.text = say(scene.words(), key);
    note.swatch = style;
    note.hasSwatch = true;
    scene.note(std::move(note));
}

const std::string& idOf(const SpaghettiBridge& model, int member) {
    return model.design().members[static_cast<size_t>(member)].id;
}

// The first in full, those that followed in a row.
void noteFailures(Scene& scene, const SpaghettiBridge& model) {
    constexpr size_t most = 4;
    const Words& words = scene.words();
    const auto& failures = model.failures();
    if (failures.empty()) return;
    const auto named = [&](std::string_view key, const Failure& failure) {
        return say(words, key,
                   {{"member", idOf(model, failure.member)},
                    {"mode", modeWord(words, failure.mode)},
                    {"load", words.quantity(failure.load, unit("N"))}});
    };
    addNote(scene, named("broken", failures.front()), true);
    std::string next;
    for (size_t i = 1; i < std::min(failures.size(), most); ++i)
        next += (i > 1 ? ", " : "") + named("broken_next", failures[i]);
    if (failures.size() > most)
        next +=
            " " + say(words, "broken_more", {{"count", std::to_string(failures.size() - most)}});
    if (!next.empty()) addNote(scene, say(words, "broken_then", {{"members", next}}));
}

void noteBuckling(Scene& scene, const SpaghettiBridge& model) {
    const BridgeBuckling& mode = model.bucklingMode();
    const Words& words = scene.words();
    if (mode.member < 0 || !std::isfinite(mode.load))
        return addNote(scene, say(words, "buckles_never"));
    std::string text = say(words, "buckles", {{"load", words.quantity(mode.load, unit("N"))}});
    if (model.load() > 0)
        text += ", " + say(words, "buckles_factor",
                           {{"factor", words.number(mode.load / model.load(), 2)}});
    addNote(scene, std::move(text), true);
    addNote(scene,
            say(words, "buckles_member",
                {{"member", idOf(model, mode.member)}, {"length", words.number(mode.length, 2)}}));
}

// What the supports carry together is what hangs there and the bridge itself.
void noteReactions(Scene& scene, const SpaghettiBridge& model) {
    double sum = 0;
    for (const NodeState& node : model.shownNodes()) sum += node.reactionY * model.planes();
    const Words& words = scene.words();
    addNote(scene, say(words, "balance",
                       {{"sum", words.quantity(sum, unit("N"))},
                        {"load", words.quantity(model.shownLoad(), unit("N"))},
                        {"weight", words.quantity(sum - model.shownLoad(), unit("N"))}}));
}

void noteInfluence(Scene& scene, const SpaghettiBridge& model, const Influence& line) {
    if (line.x.size() < 2) return addNote(scene, say(scene.words(), "no_influence"));
    const int member = line.member;
    addNote(scene, say(scene.words(), "influence", {{"member", idOf(model, member)}}));
    addSwatch(scene, "tension", fillStyle(Ink::tension, 0.3));
    addSwatch(scene, "compression", fillStyle(Ink::compression, 0.3));
}

// Before a test: at which load the forces are shown.
void noteTrial(Scene& scene, const SpaghettiBridge& model) {
    const char* key = model.loading() == Loading::cart ? "trial_cart" : "trial";
    addNote(
        scene,
        say(scene.words(), key, {{"load", scene.words().quantity(model.shownLoad(), unit("N"))}}),
        true);
}

void noteUtilisation(Scene& scene) {
    Note note;
    note.role = Role::scale;
    note.text = say(scene.words(), "used_scale");
    note.low = percent(scene.words(), 0);
    note.high = percent(scene.words(), 1);
    scene.note(std::move(note));
}

void noteMagnification(Scene& scene, const BridgeFrame& frame) {
    addNote(scene,
            say(scene.words(), "magnified", {{"factor", scene.words().number(frame.magnify, 1)}}));
}

void addNotes(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
              const BridgeLook& look, const Influence& line) {
    noteFailures(scene, model);
    if (model.falling()) return;
    if (model.survived()) addNote(scene, say(scene.words(), "survived"), true);
    if (look.showsForces() && model.onTrial()) noteTrial(scene, model);
    if (look.bends()) noteMagnification(scene, frame);
    switch (look.show) {
    case Show::forces:
        addSwatch(scene, "tension", forceStyle(1));
        addSwatch(scene, "compression", forceStyle(-1));
        if (look.numbers) addNote(scene, say(scene.words(), "in_newtons"));
        break;
    case Show::utilisation: noteUtilisation(scene); break;
    case Show::buckling:
        if (!model.broken()) noteBuckling(scene, model);
        break;
    case Show::moments:
        addNote(scene, say(scene.words(), model.rigidJoints() ? "moments" : "no_moments"));
        break;
    case Show::reactions: noteReactions(scene, model); break;
    case Show::influence:
        if (!model.broken()) noteInfluence(scene, model, line);
        break;
    case Show::deflection:
    case Show::plain: break;
    }
}

void setBounds(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
               const BridgeLook& look) {
    const double side = 0.16 * frame.extent;
    // Room for the notes, and for what moves or is drawn above the bridge.
    const double above = (look.show == Show::influence  ? 0.2 + influence_height
                          : look.show == Show::buckling ? 0.26
                                                        : 0.15) *
                         frame.extent;
    scene.bounds({frame.low.x - side, model.ground().floor - 0.03 * frame.extent},
                 {frame.high.x + side, frame.high.y + above});
}

class BridgeView : public View {
public:
    explicit BridgeView(const SpaghettiBridge& model) : model_(model) {}

    std::vector<ViewOption> options() const override { return bridgeLooks(); }

    void draw(Scene& scene, const ViewState& state) const override {
        BridgeLook look(state);
        Influence line;
        if (look.show == Show::influence && model_.stands() && !model_.broken()) {
            line = shownInfluence(model_, look);
            if (line.member >= 0)
                look.state.selection.push_back("member." + idOf(model_, line.member));
        }
        const BridgeFrame frame(model_, look);
        const BridgeItems items = addItems(scene, model_, frame);
        scene.grid(true);
        setBounds(scene, model_, frame, look);
        drawGround(scene, model_, frame);
        if (!model_.falling()) drawFarPlane(scene, model_, frame);
        drawLoad(scene, model_, frame, items, look);
        drawSupports(scene, model_, frame);
        scene.slowMotion(model_.broken() && model_.stepsSinceFailure() < slow_steps);
        if (model_.falling()) {
            drawCollapse(scene, model_, frame, items, look);
        } else {
            drawBridge(scene, frame, items, look);
        }
        drawInfluence(scene, model_, frame, line);
        if (model_.stands()) addNotes(scene, model_, frame, look, line);
    }

private:
    std::string itemOf(int member) const {
        return member < 0 ? ""
                          : "member." + model_.design().members[static_cast<size_t>(member)].id;
    }

    void drawBridge(Scene& scene, const BridgeFrame& frame, const BridgeItems& items,
                    const BridgeLook& look) const {
        if (look.show != Show::influence && look.show != Show::buckling)
            drawDimensions(scene, frame);
        const bool needed = look.show == Show::deflection || look.show == Show::buckling;
        if (model_.stands() && (look.ghost || needed)) drawGhost(scene, model_, frame);
        drawProblemHalos(scene, model_, frame);
        drawMembers(scene, model_, frame, items, look);
        if (model_.stands() && look.show == Show::moments) drawMoments(scene, model_, frame, look);
        drawJoints(scene, model_, frame, items, look);
        drawBroken(scene, model_, frame, items, look);
        drawProblemSigns(scene, model_, frame);
        if (!model_.stands()) return;
        drawArrows(scene, model_, frame, look);
        if (look.show == Show::deflection) drawSag(scene, model_, frame);
        if (look.show != Show::buckling || model_.broken()) return;
        const BridgeBuckling& mode = model_.bucklingMode();
        scene.animated(mode.member >= 0 && std::isfinite(mode.load));
    }

    const SpaghettiBridge& model_;
};

}  // namespace

extern const ViewEntry spaghetti_bridge_view;
const ViewEntry spaghetti_bridge_view{
    "spaghetti_bridge", [](const Model& model) -> std::unique_ptr<View> {
        return std::make_unique<BridgeView>(static_cast<const SpaghettiBridge&>(model));
    }};

}  // namespace pt
