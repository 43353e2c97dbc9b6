// Dragging a box to size, its lining to thickness and its hole to height.
#include "engine/view/editor.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <glm/geometric.hpp>

#include "engine/units/unit.h"
#include "sims/cardboard_house/view_box.h"

namespace pt {
namespace {

enum class Grip { width, height, lining, hole };

// What can be taken hold of: where it is, and the setting it stands for.
struct Handle {
    int box = 0;
    Grip grip = Grip::width;
    Vec at{0, 0};
    bool sideways = false;
};

std::string keyOf(const Handle& handle) {
    constexpr const char* names[] = {"width", "height", "thickness", "hole_height"};
    return std::string(names[static_cast<size_t>(handle.grip)]) + (handle.box == 0 ? "_a" : "_b");
}

class BoxEditor : public Editor {
public:
    explicit BoxEditor(const CardboardHouse& model) : model_(model) {
        // Ranges and steps are named once, in the Schema of a model like this one.
        CardboardHouse like;
        Schema schema;
        like.describe(schema);
        for (const Param& param : schema.params()) ranges_.push_back({param.key, param.range});
    }

    std::vector<Tool> tools() const override { return {}; }

    std::vector<StageAction> actions(const ViewState&) const override {
        return {{"same", model_.design(0) != model_.design(1), "", {}},
                {"clear", !model_.readings().empty(), "", {}}};
    }

    std::vector<Command> touch(const Touch& touch, ViewState& looking) override {
        if (touch.hand == Hand::hover) {
            looking.hovered = touch.item;
            near_ = nearestHandle(touch);
        }
        if (touch.hand == Hand::down) {
            held_ = nearestHandle(touch);
            if (!touch.item.empty()) looking.selected = touch.item;
            looking.selection.assign(looking.selected.empty() ? 0 : 1, looking.selected);
        }
        if (touch.hand == Hand::drag && held_) {
            const double value = valueAt(*held_, touch.at, touch.free);
            if (value != valueOf(*held_)) return {setCommand(keyOf(*held_), value)};
        }
        if (touch.hand == Hand::up || touch.hand == Hand::cancel) held_.reset();
        return {};
    }

    std::vector<Command> act(std::string_view action, std::string_view, ViewState&) override {
        if (action == "clear") return {{"logger_clear", Json::object(), 0}};
        if (action == "same") return likeA();
        return {};
    }

    // Arrows make the chosen box wider or higher.
    std::vector<Command> nudge(int dx, int dy, bool fine, ViewState& looking) override {
        if (looking.selected != "box.a" && looking.selected != "box.b") return {};
        const int box = looking.selected == "box.a" ? 0 : 1;
        const Handle handle{box, dx != 0 ? Grip::width : Grip::height, {}, dx != 0};
        const double step = (fine ? 0.1 : 1) * rangeOf(handle).step;
        return {setCommand(keyOf(handle), held(handle, valueOf(handle) + (dx + dy) * step))};
    }

    bool busy() const override { return held_.has_value(); }

    void draw(Scene& scene, const ViewState&) const override {
        for (const Handle& handle : handles()) {
            const bool chosen = same(handle, held_) || (!held_ && same(handle, near_));
            Style knob;
            knob.stroke = chosen ? Ink::accent : Ink::inkSoft;
            knob.width = chosen ? 2.5 : 1.5;
            knob.fill = chosen ? Ink::accent : Ink::sheet;
            knob.fillAlpha = 1;
            scene.circle(handle.at, chosen ? 0.010 : 0.007, knob);
            if (!chosen) continue;
            Shape& text = scene.text(handle.at,
                                     scene.words()("cardboard_house." + keyOf(handle)) + " " +
                                         scene.words().quantity(valueOf(handle), unit("cm")),
                                     13);
            text.plate = true;
            text.bold = true;
            text.priority = 5;
            text.offset = {0, 18};
        }
    }

private:
    // Box B with everything that box A has, so that one thing can differ again.
    std::vector<Command> likeA() const {
        const BoxDesign& a = model_.design(0);
        return {chooseCommand("insulation_b", insulationKeys[static_cast<size_t>(a.insulation)]),
                chooseCommand("foil_b", foilKeys[static_cast<size_t>(a.foil)]),
                chooseCommand("hole_b", holeKeys[static_cast<size_t>(a.hole)]),
                setCommand("width_b", a.width),
                setCommand("depth_b", a.depth),
                setCommand("height_b", a.height),
                setCommand("thickness_b", a.thickness),
                setCommand("hole_width_b", a.holeWidth),
                setCommand("hole_height_b", a.holeHeight),
                setCommand("gaps_b", a.gaps)};
    }

    static bool same(const Handle& a, const std::optional<Handle>& b) {
        return b && a.box == b->box && a.grip == b->grip;
    }

    std::vector<Handle> handles() const {
        std::vector<Handle> all;
        for (const int box : {0, 1}) {
            const BoxFrame frame(model_, box);
            const double x = (frame.low.x + frame.high.x) / 2;
            const double y = frame.low.y + 0.75 * (frame.high.y - frame.low.y);
            all.push_back({box, Grip::width, {frame.holeX, frame.high.y - 0.02}, true});
            all.push_back({box, Grip::height, {x, frame.high.y}, false});
            if (frame.lining > 0) {
                const double inner = frame.side < 0 ? frame.inHigh.x : frame.inLow.x;
                all.push_back({box, Grip::lining, {inner, y}, true});
            }
            if (frame.holeHigh > frame.holeLow)
                all.push_back({box, Grip::hole, {frame.holeX, frame.holeHigh}, false});
        }
        return all;
    }

    std::optional<Handle> nearestHandle(const Touch& touch) const {
        std::optional<Handle> best;
        double least = touch.reach;
        for (const Handle& handle : handles())
            if (const double far = glm::distance(handle.at, touch.at); far <= least)
                least = far, best = handle;
        return best;
    }

    double valueOf(const Handle& handle) const {
        const BoxDesign& design = model_.design(handle.box);
        switch (handle.grip) {
        case Grip::width: return design.width;
        case Grip::height: return design.height;
        case Grip::lining: return design.thickness;
        case Grip::hole: break;
        }
        return design.holeHeight;
    }

    Range rangeOf(const Handle& handle) const {
        for (const auto& [key, range] : ranges_)
            if (key == keyOf(handle)) return range;
        return {};
    }

    double held(const Handle& handle, double value) const {
        const Range range = rangeOf(handle);
        return std::clamp(value, range.min, range.max);
    }

    double valueAt(const Handle& handle, Vec at, bool free) const {
        const BoxFrame frame(model_, handle.box);
        const double inner = frame.side < 0 ? frame.high.x : frame.low.x;
        double value = 0;
        switch (handle.grip) {
        case Grip::width: value = frame.side * (at.x - inner); break;
        case Grip::height: value = at.y - frame.low.y; break;
        case Grip::lining:
            value = frame.side * (at.x - inner) - model_.design(handle.box).cardboard;
            break;
        case Grip::hole: value = 2 * (at.y - (frame.inLow.y + frame.inHigh.y) / 2); break;
        }
        const double step = rangeOf(handle).step;
        if (!free && step > 0) value = step * std::floor(value / step + 0.5);
        return held(handle, value);
    }

    const CardboardHouse& model_;
    std::vector<std::pair<std::string, Range>> ranges_;
    std::optional<Handle> held_, near_;
};

}  // namespace

extern const EditorEntry cardboard_house_editor;
const EditorEntry cardboard_house_editor{
    "cardboard_house", [](const Model& model) -> std::unique_ptr<Editor> {
        return std::make_unique<BoxEditor>(static_cast<const CardboardHouse&>(model));
    }};

}  // namespace pt
