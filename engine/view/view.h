// View: draws one lab's stage. It reads the model and changes nothing.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/model.h"
#include "engine/view/scene.h"

namespace pt {

// What the person looking has chosen; not part of the physics.
struct ViewState {
    std::string selected;  // Item::id, or ""; the newest of the selection
    std::string hovered;
    std::vector<std::string> selection = {};          // Item::ids, in the order they were chosen
    std::map<std::string, std::string> options = {};  // ViewOption::key -> option, "on" or "off"
    std::string tool = {};                            // Tool::key of the Editor; "": the first one
    double width = 0, height = 0;                     // points of the stage; 0: not known
    double clock = 0;  // wall seconds for pictures that move while time stands still; 0 when calm

    // What was chosen, or the fallback: ViewOption::start.
    std::string option(std::string_view key, std::string_view fallback) const;
    bool isSelected(std::string_view item) const;
};

// A way of looking: which quantity is coloured, whether numbers stand beside it.
struct ViewOption {
    std::string key;                   // label "<lab>.look.<key>"
    std::vector<std::string> options;  // labels "<lab>.look.<key>.<option>"; empty: a toggle
    std::string start;                 // the option at first; "on" or "off" for a toggle
    bool tabs = false;                 // which stage is shown: a row of tabs above it
    std::string tab = {};              // only with this option of the tabs; "": with each
};

struct View {
    virtual ~View() = default;
    virtual std::vector<ViewOption> options() const { return {}; }
    virtual void draw(Scene& scene, const ViewState& state) const = 0;
};

struct ViewEntry {
    std::string_view lab;                               // LabEntry::id
    std::unique_ptr<View> (*make)(const Model& model);  // the model outlives the view
};

// One view a lab; generated from sims/CMakeLists.txt.
std::span<const ViewEntry> views();
// nullptr for a lab without a view.
std::unique_ptr<View> makeView(std::string_view lab, const Model& model);

}  // namespace pt
