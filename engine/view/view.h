// View: draws one lab's stage. It reads the model and changes nothing.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "engine/model/model.h"
#include "engine/view/scene.h"

namespace pt {

// What the person looking has chosen; not part of the physics.
struct ViewState {
    std::string selected;  // Item::id, or ""
    std::string hovered;
};

struct View {
    virtual ~View() = default;
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
