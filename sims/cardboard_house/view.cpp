#include "engine/view/view.h"

#include "engine/units/unit.h"
#include "sims/cardboard_house/view_box.h"

namespace pt {
namespace {

std::string say(const Words& words, const std::string& key, const Args& args = {}) {
    return words("cardboard_house.view." + key, args);
}

void drawTable(Scene& scene, const StageFrame& stage) {
    Style wood;
    wood.fill = Ink::wood;
    wood.fillAlpha = 0.45;
    wood.width = 0;
    scene.rect({stage.low.x - 1, stage.low.y - 1}, {stage.high.x + 1, 0}, wood);
    Style edge;
    edge.stroke = Ink::inkSoft;
    edge.width = 1.5;
    scene.line({stage.low.x - 1, 0}, {stage.high.x + 1, 0}, edge);
}

// The room's own thermometer, between the boxes.
void drawRoom(Scene& scene, const CardboardHouse& model) {
    const Words& words = scene.words();
    Shape& text = scene.text({0, 0.03}, words.quantity(model.room(), unit("°C")), 15);
    text.plate = true;
    scene.text({0, 0.06}, say(words, "room"), 13, Ink::inkSoft);
}

void addNotes(Scene& scene, const CardboardHouse& model, bool coloured) {
    const Words& words = scene.words();
    const auto note = [&scene](std::string text, bool strong) {
        Note line;
        line.text = std::move(text);
        line.strong = strong;
        scene.note(line);
    };
    if (!model.ready()) {
        Note warning;
        warning.text = say(words, "impossible");
        warning.strong = warning.warns = true;
        scene.note(warning);
    } else if (model.finished()) {
        note(say(words, "done"), true);
    } else if (model.lampOn() && model.lampPower() > 0) {
        note(say(words, "lamp_on", {{"power", words.quantity(model.lampPower(), unit("W"))}}),
             true);
    } else {
        note(say(words, "cooling"), true);
    }
    if (!coloured) return;
    Note scale;
    scale.role = Role::scale;
    scale.text = say(words, "scale");
    scale.low = words.quantity(model.room() - warmest, unit("°C"));
    scale.middle = words.quantity(model.room(), unit("°C"));
    scale.high = words.quantity(model.room() + warmest, unit("°C"));
    scale.palette = Palette::temperature;
    scene.note(scale);
}

class CardboardHouseView : public View {
public:
    explicit CardboardHouseView(const CardboardHouse& model) : model_(model) {}

    std::vector<ViewOption> options() const override {
        return {{"colours", {"temperature", "material"}, "temperature"}};
    }

    void draw(Scene& scene, const ViewState& state) const override {
        const StageFrame stage = stageFrame(model_);
        scene.bounds(stage.low, stage.high);
        drawTable(scene, stage);
        for (const int box : {0, 1}) drawBox(scene, model_, BoxFrame(model_, box), state);
        drawRoom(scene, model_);
        const bool coloured = state.option("colours", "temperature") == "temperature";
        addNotes(scene, model_, coloured && model_.ready());
    }

private:
    const CardboardHouse& model_;
};

}  // namespace

extern const ViewEntry cardboard_house_view;
const ViewEntry cardboard_house_view{
    "cardboard_house", [](const Model& model) -> std::unique_ptr<View> {
        return std::make_unique<CardboardHouseView>(static_cast<const CardboardHouse&>(model));
    }};

}  // namespace pt
