#include "sims/material_test/view_stand.h"

#include "engine/units/unit.h"

namespace pt {
namespace {

constexpr double slowSeconds = 0.4;  // after the break

std::string say(const Words& words, std::string_view key, const Args& args = {}) {
    return words("material_test.view." + std::string(key), args);
}

void addNotes(Scene& scene, const MaterialTest& model) {
    const Words& words = scene.words();
    Note piece;
    piece.text = say(words, "piece",
                     {{"number", std::to_string(model.number())},
                      {"material", words("material_test.material." + model.material())}});
    scene.note(piece);
    if (!model.ready() || model.outcome() == Outcome::none) return;
    Note end;
    end.strong = true;
    const std::string outcome = outcomes[static_cast<size_t>(model.outcome())];
    end.text = words("material_test.event." + outcome,
                     Args{{"reading_force", words.quantity(model.readForce(), unit("N"))}});
    scene.note(end);
}

// The length between the grips, with a tick at both ends.
void drawSpan(Scene& scene, const StandFrame& frame) {
    const bool beam = frame.test == TestKind::bending;
    const double s = frame.size, tick = 0.02 * s;
    const Vec from = beam ? Vec(-frame.span / 2, 0.13 * s) : Vec(-0.28 * s, 0);
    const Vec to = beam ? Vec(frame.span / 2, 0.13 * s) : Vec(-0.28 * s, frame.span);
    const Vec side = beam ? Vec(0, tick) : Vec(tick, 0);
    Style style;
    style.stroke = Ink::inkSoft;
    scene.line(from, to, style);
    for (const Vec end : {from, to}) scene.line(end - side, end + side, style);
    Shape& text = scene.text((from + to) / 2.0, scene.words().quantity(frame.span, unit("cm")), 13,
                             Ink::inkSoft);
    text.plate = true;
}

class MaterialTestView : public View {
public:
    explicit MaterialTestView(const MaterialTest& model) : model_(model) {}

    void draw(Scene& scene, const ViewState& state) const override {
        const StandFrame frame(model_);
        const StandItems items = addStandItems(scene, frame);
        scene.grid(true);
        scene.bounds(frame.low, frame.high);
        scene.slowMotion(frame.over && frame.since < slowSeconds);
        drawStand(scene, frame, items);
        drawSpan(scene, frame);
        if (model_.ready()) {
            const bool inFront = frame.test == TestKind::bending;  // its mark lies behind the beam
            if (!frame.over && !inFront) drawGauge(scene, frame, items);
            drawSpecimen(scene, frame, items, state);
            if (!frame.over && inFront) drawGauge(scene, frame, items);
            drawBucket(scene, frame, items);
        }
        addNotes(scene, model_);
    }

private:
    const MaterialTest& model_;
};

}  // namespace

extern const ViewEntry material_test_view;
const ViewEntry material_test_view{
    "material_test", [](const Model& model) -> std::unique_ptr<View> {
        return std::make_unique<MaterialTestView>(static_cast<const MaterialTest&>(model));
    }};

}  // namespace pt
