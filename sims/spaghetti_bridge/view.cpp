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

std::string failureSentence(const Words& words, const SpaghettiBridge& model) {
    const auto failed = static_cast<size_t>(model.failedMember());
    return say(words, "broken",
               {{"member", model.design().members[failed].id},
                {"mode", modeWord(words, model.failureMode())},
                {"load", words.quantity(model.breakingLoad(), unit("N"))}});
}

std::string memberName(const Words& words, const SpaghettiBridge& model, int member) {
    return say(words, "member",
               {{"member", model.design().members[static_cast<size_t>(member)].id}});
}

void noteBuckling(Scene& scene, const SpaghettiBridge& model) {
    const BridgeBuckling& mode = model.bucklingMode();
    const Words& words = scene.words();
    if (mode.member < 0 || !std::isfinite(mode.load))
        return addNote(scene, say(words, "buckles_never"));
    addNote(scene, say(words, "buckles", {{"load", words.quantity(mode.load, unit("N"))}}), true);
    const std::string name = memberName(words, model, mode.member);
    if (model.load() > 0)
        addNote(scene, say(words, "buckles_factor",
                           {{"factor", words.number(mode.load / model.load(), 2)}}));
    addNote(scene, say(words, "buckles_member",
                       {{"member", name}, {"length", words.number(mode.length, 2)}}));
}

// What the supports carry together is what hangs there and the bridge itself.
void noteReactions(Scene& scene, const SpaghettiBridge& model) {
    double sum = 0;
    for (const NodeState& node : model.nodes()) sum += node.reactionY;
    const Words& words = scene.words();
    addNote(scene, say(words, "balance",
                       {{"sum", words.quantity(sum, unit("N"))},
                        {"load", words.quantity(model.load(), unit("N"))},
                        {"weight", words.quantity(sum - model.load(), unit("N"))}}));
}

void noteInfluence(Scene& scene, const SpaghettiBridge& model) {
    const int member = model.influence().member;
    if (member < 0) return;
    addNote(scene, say(scene.words(), "influence",
                       {{"member", memberName(scene.words(), model, member)}}));
    addSwatch(scene, "tension", fillStyle(Ink::tension, 0.3));
    addSwatch(scene, "compression", fillStyle(Ink::compression, 0.3));
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
              const BridgeLook& look) {
    if (model.broken()) return addNote(scene, failureSentence(scene.words(), model), true);
    if (look.bends()) noteMagnification(scene, frame);
    switch (look.show) {
    case Show::forces:
        addSwatch(scene, "tension", forceStyle(1));
        addSwatch(scene, "compression", forceStyle(-1));
        if (look.numbers) addNote(scene, say(scene.words(), "in_newtons"));
        break;
    case Show::utilisation: noteUtilisation(scene); break;
    case Show::buckling: noteBuckling(scene, model); break;
    case Show::moments:
        addNote(scene, say(scene.words(), model.rigidJoints() ? "moments" : "no_moments"));
        break;
    case Show::reactions: noteReactions(scene, model); break;
    case Show::influence: noteInfluence(scene, model); break;
    case Show::deflection:
    case Show::plain: break;
    }
}

void setBounds(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
               const BridgeLook& look) {
    const double side = 0.16 * frame.extent;
    const double above =
        (look.show == Show::influence ? 0.13 + influence_height : 0.15) * frame.extent;
    scene.bounds({frame.low.x - side, model.ground().floor - 0.03 * frame.extent},
                 {frame.high.x + side, frame.high.y + above});
}

class BridgeView : public View {
public:
    explicit BridgeView(const SpaghettiBridge& model) : model_(model) {}

    std::vector<ViewOption> options() const override { return bridgeLooks(); }

    void draw(Scene& scene, const ViewState& state) const override {
        const BridgeLook look(state);
        const BridgeFrame frame(model_, look);
        const BridgeItems items = addItems(scene, model_, frame);
        scene.grid(true);
        setBounds(scene, model_, frame, look);
        drawGround(scene, model_, frame);
        if (!model_.broken()) drawFarPlane(scene, model_, frame);
        drawLoad(scene, model_, frame, items, look);
        drawSupports(scene, model_, frame);
        if (model_.broken()) {
            scene.slowMotion(model_.stepsSinceFailure() < slow_steps);
            drawCollapse(scene, model_, frame, items, look);
        } else {
            drawBridge(scene, frame, items, look);
        }
        if (model_.stands()) addNotes(scene, model_, frame, look);
    }

private:
    void drawBridge(Scene& scene, const BridgeFrame& frame, const BridgeItems& items,
                    const BridgeLook& look) const {
        if (look.show != Show::influence) drawDimensions(scene, frame);
        const bool needed = look.show == Show::deflection || look.show == Show::buckling;
        if (model_.stands() && (look.ghost || needed)) drawGhost(scene, model_, frame);
        drawProblemHalos(scene, model_, frame);
        drawMembers(scene, model_, frame, items, look);
        if (model_.stands() && look.show == Show::moments) drawMoments(scene, model_, frame, look);
        drawJoints(scene, model_, frame, items, look);
        drawProblemSigns(scene, model_, frame);
        if (!model_.stands()) return;
        drawArrows(scene, model_, frame, look);
        if (look.show == Show::influence) drawInfluence(scene, model_, frame);
        if (look.show == Show::deflection) drawSag(scene, model_, frame);
        const BridgeBuckling* mode = look.show == Show::buckling ? &model_.bucklingMode() : nullptr;
        scene.animated(mode && mode->member >= 0 && std::isfinite(mode->load));
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
