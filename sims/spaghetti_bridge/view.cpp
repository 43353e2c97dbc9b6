#include "sims/spaghetti_bridge/view_collapse.h"
#include "sims/spaghetti_bridge/view_items.h"
#include "sims/spaghetti_bridge/view_load.h"

namespace pt {
namespace {

constexpr double slow_steps = 180;  // after the failure, shown slowly

void addLegend(Scene& scene, const char* key, double axial) {
    scene.note({Role::legend, scene.words()(key), forceStyle(axial), true, false});
}

std::string failureSentence(const Words& words, const SpaghettiBridge& model) {
    const auto failed = static_cast<size_t>(model.failedMember());
    return words("spaghetti_bridge.view.broken",
                 Args{{"member", model.design().members[failed].id},
                      {"mode", modeWord(words, model.failureMode())},
                      {"load", words.quantity(model.breakingLoad(), unit("N"))}});
}

void addNotes(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    if (!model.stands()) return;
    const Words& words = scene.words();
    Note note;
    note.strong = model.broken();
    note.text = model.broken() ? failureSentence(words, model)
                               : words("spaghetti_bridge.view.magnified",
                                       Args{{"factor", words.number(frame.magnify, 1)}});
    scene.note(note);
    if (model.broken()) return;
    addLegend(scene, "spaghetti_bridge.view.tension", 1);
    addLegend(scene, "spaghetti_bridge.view.compression", -1);
}

void setBounds(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    const double side = 0.16 * frame.extent, above = 0.15 * frame.extent;
    scene.bounds({frame.low.x - side, model.ground().floor - 0.03 * frame.extent},
                 {frame.high.x + side, frame.high.y + above});
}

class BridgeView : public View {
public:
    explicit BridgeView(const SpaghettiBridge& model) : model_(model) {}

    void draw(Scene& scene, const ViewState& state) const override {
        const BridgeFrame frame(model_);
        const BridgeItems items = addItems(scene, model_, frame);
        scene.grid(true);
        setBounds(scene, model_, frame);
        drawGround(scene, model_, frame);
        drawBucket(scene, model_, frame, items, state);
        drawSupports(scene, model_, frame);
        if (model_.broken()) {
            scene.slowMotion(model_.stepsSinceFailure() < slow_steps);
            drawCollapse(scene, model_, frame, items, state);
        } else {
            drawDimensions(scene, frame);
            if (model_.stands()) drawGhost(scene, model_, frame);
            drawMembers(scene, model_, frame, items, state);
            drawJoints(scene, model_, frame, items, state);
            drawForces(scene, model_, frame);
        }
        addNotes(scene, model_, frame);
    }

private:
    const SpaghettiBridge& model_;
};

}  // namespace

extern const ViewEntry spaghetti_bridge_view;
const ViewEntry spaghetti_bridge_view{
    "spaghetti_bridge", [](const Model& model) -> std::unique_ptr<View> {
        return std::make_unique<BridgeView>(static_cast<const SpaghettiBridge&>(model));
    }};

}  // namespace pt
