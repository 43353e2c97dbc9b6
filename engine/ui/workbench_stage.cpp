// Pointer and keys on the stage.
#include <algorithm>

#include "engine/ui/workbench.h"

namespace pt {
namespace {

std::string lower(std::string_view text) {
    std::string made(text);
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return made;
}

std::string itemUnder(const Scene& scene, const Camera& camera, Vec at, double reach) {
    const int index = pick(scene, camera, at, reach);
    return index < 0 ? "" : scene.items()[static_cast<size_t>(index)].id;
}

bool same(const ViewState& a, const ViewState& b) {
    return a.selected == b.selected && a.hovered == b.hovered && a.selection == b.selection &&
           a.options == b.options && a.tool == b.tool;
}

void selectOnly(ViewState& looking, const std::string& item) {
    looking.selected = item;
    looking.selection.clear();
    if (!item.empty()) looking.selection.push_back(item);
}

// One more, or one less when it was selected already.
void toggleSelected(ViewState& looking, const std::string& item) {
    std::vector<std::string>& chosen = looking.selection;
    const auto found = std::find(chosen.begin(), chosen.end(), item);
    if (found == chosen.end())
        chosen.push_back(item);
    else
        chosen.erase(found);
    looking.selected = chosen.empty() ? "" : chosen.back();
}

struct Arrow {
    std::string_view key;
    int dx, dy;
};
constexpr Arrow arrows[] = {{"Left", -1, 0}, {"Right", 1, 0}, {"Up", 0, 1}, {"Down", 0, -1}};

}  // namespace

bool Workbench::busy() const { return editor_ && editor_->busy(); }

bool Workbench::settle(const Scene& scene) {
    const auto gone = [&scene](const std::string& id) {
        const auto named = [&id](const Item& item) { return item.id == id; };
        return std::none_of(scene.items().begin(), scene.items().end(), named);
    };
    const ViewState before = looking_;
    std::vector<std::string>& chosen = looking_.selection;
    chosen.erase(std::remove_if(chosen.begin(), chosen.end(), gone), chosen.end());
    if (!looking_.hovered.empty() && gone(looking_.hovered)) looking_.hovered.clear();
    if (!looking_.selected.empty() && gone(looking_.selected))
        looking_.selected = chosen.empty() ? "" : chosen.back();
    const bool changed = !same(before, looking_);
    revision_ += changed ? 1 : 0;
    return changed;
}

Status Workbench::touch(Hand hand, Vec at, double reach, const Scene& scene, const Camera& camera,
                        bool add, bool free) {
    Touch touch{hand, camera.toWorld(at), reach / camera.scale, {}, add, free};
    if (hand != Hand::cancel) touch.item = itemUnder(scene, camera, at, reach);
    const ViewState before = looking_;
    if (hand == Hand::hover) looking_.hovered = touch.item;
    Status done = Ok{};
    if (editor_) {
        done = touchEditor(touch);
    } else if (hand == Hand::down) {
        pressed_ = at;
    } else if (hand != Hand::hover) {
        const Vec moved = pressed_ ? at - *pressed_ : Vec(0);
        const bool stayed = pressed_ && moved.x * moved.x + moved.y * moved.y <= reach * reach;
        if (hand == Hand::up && stayed) click(touch);
        if (hand != Hand::drag) pressed_.reset();
    }
    if (!same(before, looking_) || busy()) ++revision_;
    return done;
}

void Workbench::click(const Touch& touch) {
    if (!touch.add) selectOnly(looking_, touch.item);
    if (touch.add && !touch.item.empty()) toggleSelected(looking_, touch.item);
}

Status Workbench::touchEditor(const Touch& touch) {
    const bool wasBusy = editor_->busy();
    if (touch.hand == Hand::down && !wasBusy) --gesture_;
    if (touch.hand != Hand::hover) nudging_ = false;
    const std::vector<Command> commands = editor_->touch(touch, looking_);
    if (wasBusy && !editor_->busy()) ++revision_;
    return post(commands, gesture_);
}

// A gesture that was begun makes no sense any more after something else was done: what was
// dragged goes back.
void Workbench::dropGesture() {
    nudging_ = false;
    pressed_.reset();
    if (!busy()) return;
    Touch cancel;
    cancel.hand = Hand::cancel;
    const std::vector<Command> back = editor_->touch(cancel, looking_);
    ++revision_;
    // A refusal means that what was dragged is gone.
    (void)post(back, gesture_);
}

Result<bool> Workbench::key(std::string_view key, bool fine) {
    for (const Arrow& arrow : arrows) {
        if (arrow.key != key) continue;
        if (!editor_ || looking_.selected.empty()) return false;
        const Status done = nudge(arrow.dx, arrow.dy, fine);
        return done.ok() ? Result<bool>(true) : Result<bool>(done.error());
    }
    if (key == "Escape") return escape();
    if (key.size() == 1 && openTab(key[0])) return true;
    if (!editor_) return false;
    for (const Tool& tool : tools()) {
        if (tool.shortcut == 0 || lower(key) != lower(std::string(1, tool.shortcut))) continue;
        dropGesture();
        return chooseTool(tool.key);
    }
    for (const StageAction& action : editor_->actions(looking_)) {
        const bool meant = !action.shortcut.empty() && lower(action.shortcut) == lower(key);
        if (!meant || !action.enabled || !action.options.empty()) continue;
        const Status done = act("stage.action." + action.key, "");
        return done.ok() ? Result<bool>(true) : Result<bool>(done.error());
    }
    return false;
}

Status Workbench::nudge(int dx, int dy, bool fine) {
    if (!nudging_) {
        dropGesture();
        --gesture_;
        nudging_ = true;
    }
    ++revision_;
    return post(editor_->nudge(dx, dy, fine, looking_), gesture_);
}

// One thing at a time: the unfinished gesture, the selection, the tool.
bool Workbench::escape() {
    if (busy()) {
        dropGesture();
        return true;
    }
    if (!looking_.selected.empty() || !looking_.selection.empty()) {
        selectOnly(looking_, "");
        ++revision_;
        return true;
    }
    const std::vector<Tool> all = tools();
    if (all.empty()) return false;
    const std::string first = all.front().key;
    if (looking_.tool.empty() || looking_.tool == first) return false;
    return chooseTool(first);
}

}  // namespace pt
