// What can be done at the stand besides playing: read the instruments, take the next specimen.
#include "engine/view/editor.h"

#include "sims/material_test/model.h"

namespace pt {
namespace {

class StandEditor : public Editor {
public:
    explicit StandEditor(const MaterialTest& model) : model_(model) {}

    std::vector<Tool> tools() const override { return {}; }

    std::vector<StageAction> actions(const ViewState&) const override {
        return {{"record", model_.canRecord(), "Enter", {}}, {"next", true, "N", {}}};
    }

    std::vector<Command> touch(const Touch& touch, ViewState& looking) override {
        if (touch.hand == Hand::hover) looking.hovered = touch.item;
        if (touch.hand == Hand::up) looking.selected = touch.item;
        return {};
    }

    std::vector<Command> act(std::string_view action, std::string_view, ViewState&) override {
        if (action == "record") return {{"record", Json::object(), 0}};
        if (action == "next") return {{"next_specimen", Json::object(), 0}};
        return {};
    }

    std::vector<Command> nudge(int, int, bool, ViewState&) override { return {}; }
    bool busy() const override { return false; }
    void draw(Scene&, const ViewState&) const override {}

private:
    const MaterialTest& model_;
};

}  // namespace

extern const EditorEntry material_test_editor;
const EditorEntry material_test_editor{
    "material_test", [](const Model& model) -> std::unique_ptr<Editor> {
        return std::make_unique<StandEditor>(static_cast<const MaterialTest&>(model));
    }};

}  // namespace pt
