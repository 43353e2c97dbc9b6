// Editor: turns what hands and keys do on the stage into Commands. It holds the state of a
// gesture that is not finished (a member that is being drawn); everything else is in the model.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/command.h"
#include "engine/model/model.h"
#include "engine/view/scene.h"
#include "engine/view/view.h"

namespace pt {

// What the pointer does: choose and move, draw a member, set a support.
struct Tool {
    std::string key;   // label "<lab>.tool.<key>", hint "<lab>.tool.<key>.help"
    std::string icon;  // a name that both hosts can draw: select, node, member, support, load
    char shortcut = 0;
    std::string tab = {};  // only with this option of the View's tabs; "": with each
};

// Something that can be done to the selection: "<lab>.action.<key>".
struct StageAction {
    std::string key;
    bool enabled = true;
    std::string shortcut;              // "Delete", "Ctrl+D", "M"; "" for none
    std::vector<std::string> options;  // of a choice (templates); "<lab>.action.<key>.<option>"
};

enum class Hand : uint8_t { hover, down, drag, up, cancel };

struct Touch {
    Hand hand = Hand::hover;
    Vec at{0, 0};       // m
    double reach = 0;   // m: how near counts as on it, for this pointer and zoom
    std::string item;   // Item::id under the pointer, or ""
    bool add = false;   // to the selection (Shift)
    bool free = false;  // no snapping (Alt)
};

struct Editor {
    virtual ~Editor() = default;
    virtual std::vector<Tool> tools() const = 0;
    // In the order to be shown; what makes no sense for the selection is absent.
    virtual std::vector<StageAction> actions(const ViewState& looking) const = 0;

    // Each returns what to post, in order; the host numbers the gesture, so that one drag is one
    // undo. They may change the selection in `looking`.
    virtual std::vector<Command> touch(const Touch& touch, ViewState& looking) = 0;
    virtual std::vector<Command> act(std::string_view action, std::string_view option,
                                     ViewState& looking) = 0;
    // Arrow keys: the selection by one step of the grid; fine: a tenth of it. dx, dy: -1, 0, 1.
    virtual std::vector<Command> nudge(int dx, int dy, bool fine, ViewState& looking) = 0;
    // A gesture is under way: the stage must not pan.
    virtual bool busy() const = 0;
    // Handles, the half-drawn thing, snap guides and their values; after the View.
    virtual void draw(Scene& scene, const ViewState& looking) const = 0;
};

struct EditorEntry {
    std::string_view lab;                                 // LabEntry::id
    std::unique_ptr<Editor> (*make)(const Model& model);  // the model outlives the editor
};

// At most one a lab; generated from sims/CMakeLists.txt: add_lab(<id> EDITOR).
std::span<const EditorEntry> editors();
// nullptr for a lab that is not edited on the stage.
std::unique_ptr<Editor> makeEditor(std::string_view lab, const Model& model);

}  // namespace pt
