// Hands and keys on the stage "Detail": rectangles are moved by the middle and resized by their
// edges and corners, drawn, given another material; the spot meter is moved.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/view/editor.h"
#include "sims/passive_house/model.h"

namespace pt {

class DetailEditor : public Editor {
public:
    explicit DetailEditor(const PassiveHouse& model) : model_(model) {}

    std::vector<Tool> tools() const override;
    std::vector<StageAction> actions(const ViewState& looking) const override;
    std::vector<Command> touch(const Touch& touch, ViewState& looking) override;
    std::vector<Command> act(std::string_view action, std::string_view option,
                             ViewState& looking) override;
    std::vector<Command> nudge(int dx, int dy, bool fine, ViewState& looking) override;
    bool busy() const override { return doing_ != Doing::nothing; }
    void draw(Scene& scene, const ViewState& looking) const override;

private:
    enum class Doing : uint8_t { nothing, pressing, shaping, drawing, spotting };
    using Commands = std::vector<Command>;

    void press(const Touch& touch, ViewState& looking);
    Commands drag(const Touch& touch, ViewState& looking);
    Commands lift(const Touch& touch, ViewState& looking);
    Commands cancel();
    Commands shape(const Touch& touch);
    Commands liftDrawn(ViewState& looking);
    void forget();
    Vec snapped(const Touch& touch, int sides) const;

    const PassiveHouse& model_;
    Doing doing_ = Doing::nothing;
    double reach_ = 0.01;              // m, of the last touch
    Vec down_{0, 0}, at_{0, 0};        // where the pointer went down, and is
    std::string pressed_;              // id of the rectangle
    int sides_ = 0;                    // which of its sides move: bits of Side; all: the whole
    DetailBox origin_;                 // of the pressed rectangle at the start
    DetailBox drawn_;                  // that is being drawn
    std::optional<double> psiBefore_;  // W/(m K) at the start of the gesture
};

}  // namespace pt
