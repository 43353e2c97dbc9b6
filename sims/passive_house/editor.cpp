// Which of the three editors hands and keys belong to: that of the stage which is shown.
#include "engine/view/editor.h"

#include "sims/passive_house/editor_detail.h"
#include "sims/passive_house/editor_house.h"
#include "sims/passive_house/editor_year.h"

namespace pt {
namespace {

class PassiveHouseEditor : public Editor {
public:
    explicit PassiveHouseEditor(const PassiveHouse& model)
        : house_(model), detail_(model), year_(model) {}

    std::vector<Tool> tools() const override {
        std::vector<Tool> all = detail_.tools();
        for (Tool& tool : all) tool.tab = "detail";
        return all;
    }
    std::vector<StageAction> actions(const ViewState& looking) const override {
        return of(looking).actions(looking);
    }
    std::vector<Command> touch(const Touch& touch, ViewState& looking) override {
        return of(looking).touch(touch, looking);
    }
    std::vector<Command> act(std::string_view action, std::string_view option,
                             ViewState& looking) override {
        return of(looking).act(action, option, looking);
    }
    std::vector<Command> nudge(int dx, int dy, bool fine, ViewState& looking) override {
        return of(looking).nudge(dx, dy, fine, looking);
    }
    bool busy() const override { return house_.busy() || detail_.busy() || year_.busy(); }
    void draw(Scene& scene, const ViewState& looking) const override {
        of(looking).draw(scene, looking);
    }

private:
    const Editor& of(const ViewState& looking) const {
        const std::string stage = looking.option("stage", "house");
        if (stage == "detail") return detail_;
        if (stage == "year") return year_;
        return house_;
    }
    Editor& of(const ViewState& looking) {
        return const_cast<Editor&>(static_cast<const PassiveHouseEditor*>(this)->of(looking));
    }

    HouseEditor house_;
    DetailEditor detail_;
    YearEditor year_;
};

}  // namespace

extern const EditorEntry passive_house_editor;
const EditorEntry passive_house_editor{
    "passive_house", [](const Model& model) -> std::unique_ptr<Editor> {
        return std::make_unique<PassiveHouseEditor>(static_cast<const PassiveHouse&>(model));
    }};

}  // namespace pt
