// Which of the three stages is shown: the house, a detail of it, or its year.
#include "engine/view/view.h"

#include "sims/passive_house/view_detail.h"
#include "sims/passive_house/view_house.h"
#include "sims/passive_house/view_year.h"

namespace pt {
namespace {

class PassiveHouseView : public View {
public:
    explicit PassiveHouseView(const PassiveHouse& model) : model_(model) {}

    std::vector<ViewOption> options() const override {
        std::vector<ViewOption> all{{"stage", {"house", "detail", "year"}, "house", true}};
        const auto add = [&all](const char* tab, std::vector<ViewOption> looks) {
            for (ViewOption& look : looks) {
                look.tab = tab;
                all.push_back(std::move(look));
            }
        };
        add("house", houseLooks());
        add("detail", detailOptions());
        add("year", yearOptions());
        return all;
    }

    void draw(Scene& scene, const ViewState& state) const override {
        const std::string stage = state.option("stage", "house");
        if (stage == "detail")
            drawDetail(scene, model_, state);
        else if (stage == "year")
            drawYear(scene, model_, state);
        else
            drawHouse(scene, model_, state);
    }

private:
    const PassiveHouse& model_;
};

}  // namespace

extern const ViewEntry passive_house_view;
const ViewEntry passive_house_view{
    "passive_house", [](const Model& model) -> std::unique_ptr<View> {
        return std::make_unique<PassiveHouseView>(static_cast<const PassiveHouse&>(model));
    }};

}  // namespace pt
