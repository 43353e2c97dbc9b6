// Hands and keys on the stage "Jaar": point at an hour, a day or a month; click or drag on the
// calendar map to go there; arrow keys walk, Enter goes.
#pragma once

#include <string>
#include <vector>

#include "engine/view/editor.h"
#include "sims/passive_house/model.h"

namespace pt {

class YearEditor : public Editor {
public:
    explicit YearEditor(const PassiveHouse& model) : model_(model) {}

    std::vector<Tool> tools() const override { return {}; }
    std::vector<StageAction> actions(const ViewState& looking) const override;
    std::vector<Command> touch(const Touch& touch, ViewState& looking) override;
    std::vector<Command> act(std::string_view action, std::string_view option,
                             ViewState& looking) override;
    // Left and right: a day or a month; up and down: an hour of the day, or a week. Fine: an hour.
    std::vector<Command> nudge(int dx, int dy, bool fine, ViewState& looking) override;
    bool busy() const override { return scrubbing_; }
    void draw(Scene&, const ViewState&) const override {}

private:
    const PassiveHouse& model_;
    bool scrubbing_ = false;  // a drag on the calendar map
    std::string pressed_;     // what lay under the pointer when it went down
    int gone_ = -1;           // the hour that this drag went to last
};

}  // namespace pt
