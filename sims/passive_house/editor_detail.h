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

    const Detail& detail() const { return model_.detail(); }
    void press(const Touch& touch, ViewState& looking);
    Commands drag(const Touch& touch, ViewState& looking);
    Commands lift(const Touch& touch, ViewState& looking);
    Commands cancel(ViewState& looking);
    Commands shape(const Touch& touch);
    Commands liftDrawn(ViewState& looking);
    void forget();
    // A side's place: on the border of another part, else a whole number of 5 mm.
    double snapped(double at, bool upright, bool free) const;
    // The whole moves so that one of two opposite sides comes to such a place.
    double shifted(double low, double high, double by, bool upright, bool free) const;
    Vec spot(const ViewState& looking) const;
    void drawHandles(Scene& scene, const ViewState& looking) const;
    void drawValues(Scene& scene, const DetailBox& box) const;

    const PassiveHouse& model_;
    Doing doing_ = Doing::nothing;
    double reach_ = 0.01;                 // m, of the last touch
    Vec down_{0, 0}, at_{0, 0};           // where the pointer went down, and is
    bool add_ = false;                    // to the selection
    std::string pressed_;                 // id of the rectangle
    int sides_ = 0;                       // which of its sides move
    DetailBox origin_;                    // of the pressed rectangle at the start
    std::optional<DetailBox> drawn_;      // that is being drawn
    std::string spotBefore_;              // ViewState::options at the start
    std::optional<DetailResult> before_;  // at the start
    std::string material_ = "eps";        // of what is drawn next
};

// "R3" of "rect.R3", or "".
std::string rectangleOfItem(const std::string& item);

}  // namespace pt
