// Hands and keys on the stage "Huis": windows, layers, roof and walls are dragged, the house is
// turned on the compass, and what is chosen gets another glazing, frame or construction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/view/editor.h"
#include "sims/passive_house/editor_house_grips.h"
#include "sims/passive_house/model.h"

namespace pt {

class HouseEditor : public Editor {
public:
    explicit HouseEditor(const PassiveHouse& model) : model_(model) {}

    std::vector<Tool> tools() const override { return {}; }
    std::vector<StageAction> actions(const ViewState& looking) const override;
    std::vector<Command> touch(const Touch& touch, ViewState& looking) override;
    std::vector<Command> act(std::string_view action, std::string_view option,
                             ViewState& looking) override;
    std::vector<Command> nudge(int dx, int dy, bool fine, ViewState& looking) override;
    bool busy() const override { return held_.has_value(); }
    void draw(Scene& scene, const ViewState& looking) const override;

private:
    using Commands = std::vector<Command>;

    void press(const Touch& touch, const ViewState& looking);
    Commands drag(const Touch& touch, const ViewState& looking);
    Commands lift(const Touch& touch, ViewState& looking);
    Commands partAction(std::string_view action, std::string_view option, Part part) const;
    Commands houseAction(std::string_view action, std::string_view option) const;

    const PassiveHouse& model_;
    std::optional<house_view::Grip> held_;
    bool moved_ = false;  // the gesture went far enough to be a drag
    bool hovers_ = false;
    double reach_ = 0.2;  // m, of the last touch
    Vec down_{0, 0}, at_{0, 0};
    std::string pressed_;  // the item under the pointer when it went down
};

}  // namespace pt
