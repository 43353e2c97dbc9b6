#include "sims/passive_house/editor_house.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "engine/core/math.h"
#include "sims/passive_house/view_house_look.h"
#include "sims/passive_house/view_house_style.h"

namespace pt {

using namespace house_view;

namespace {

constexpr double slop = 0.5;  // of the reach: less is a click, not a drag

void choose(ViewState& looking, const std::string& item) {
    looking.selected = item;
    looking.selection = item.empty() ? std::vector<std::string>{} : std::vector<std::string>{item};
}

// The grip within reach; of two alike near the one that was added first, the selection's.
const Grip* gripAt(const std::vector<Grip>& grips, Vec at, double reach) {
    const Grip* best = nullptr;
    double nearest = reach;
    for (const Grip& grip : grips) {
        const double distance = glm::distance(grip.at, at);
        if (distance >= nearest) continue;
        nearest = distance;
        best = &grip;
    }
    return best;
}

bool isMiddle(const Grip& grip) { return grip.hold == Hold::window; }

}  // namespace

std::vector<Command> HouseEditor::touch(const Touch& touch, ViewState& looking) {
    if (touch.reach > 0) reach_ = touch.reach;
    at_ = touch.at;
    switch (touch.hand) {
    case Hand::hover:
        hovers_ = true;
        looking.hovered = touch.item;
        return {};
    case Hand::down: press(touch, looking); return {};
    case Hand::drag: return drag(touch, looking);
    case Hand::up: return lift(touch, looking);
    case Hand::cancel: break;
    }
    Commands back;
    if (held_ && moved_) back = backOf(*held_, HouseFrame(model_.house(), looking));
    held_.reset();
    moved_ = hovers_ = false;
    return back;
}

// A window may be taken anywhere, also when it was not chosen before.
void HouseEditor::press(const Touch& touch, const ViewState& looking) {
    down_ = touch.at;
    pressed_ = touch.item;
    moved_ = false;
    held_.reset();
    ViewState would = looking;
    if (windowOfItem(model_.house(), touch.item)) choose(would, touch.item);
    const HouseFrame frame(model_.house(), would);
    const std::vector<Grip> grips = gripsOf(model_.house(), frame, would);
    if (const Grip* grip = gripAt(grips, touch.at, reach_)) held_ = *grip;
    if (held_ || !windowOfItem(model_.house(), touch.item)) return;
    const auto middle = std::find_if(grips.begin(), grips.end(), isMiddle);
    if (middle != grips.end()) held_ = *middle;
}

std::vector<Command> HouseEditor::drag(const Touch& touch, const ViewState& looking) {
    if (!held_) return {};
    if (!moved_ && glm::distance(touch.at, down_) <= slop * reach_) return {};
    moved_ = true;
    return commandsOf(*held_, HouseFrame(model_.house(), looking), touch.at - down_, touch.at,
                      touch.free);
}

std::vector<Command> HouseEditor::lift(const Touch& touch, ViewState& looking) {
    Commands last;
    if (held_ && moved_)
        last = drag(touch, looking);
    else
        choose(looking, pressed_);
    if (held_ && moved_ && !held_->windows.empty())
        choose(looking, "window." + held_->windows.front().id);
    held_.reset();
    moved_ = false;
    return last;
}

// The chosen window by 5 cm, the insulation of the chosen part by 1 cm, the compass by 5°.
std::vector<Command> HouseEditor::nudge(int dx, int dy, bool fine, ViewState& looking) {
    const House& house = model_.house();
    const HouseFrame frame(house, looking);
    const std::vector<Grip> grips = gripsOf(house, frame, looking);
    const double step = fine ? 0.01 : 0.05;
    if (windowOfItem(house, looking.selected)) {
        const auto middle = std::find_if(grips.begin(), grips.end(), isMiddle);
        if (middle == grips.end()) return {};
        return commandsOf(*middle, frame, {dx * step, dy * step}, middle->at, true);
    }
    Part part = Part::wall;
    if (partOfItem(looking.selected, part)) {
        const int layer = mainLayer(house.part(part));
        if (layer < 0) return {};
        const HouseLayer& now = house.part(part).layers[static_cast<size_t>(layer)];
        const double by = (fine ? 0.001 : 0.01) * (dx + dy);
        return {{"layer_set",
                 Json::object()
                     .set("layer", layerName(part, layer))
                     .set("thickness", std::clamp(now.thickness + by, 0.001, 1.5)),
                 0}};
    }
    if (looking.selected != "compass") return {};
    const double turn = house.orientation + (fine ? 1 : 5) * (dx + dy) * math::pi / 180;
    return {
        {"house_set", Json::object().set("orientation", std::remainder(turn, 2 * math::pi)), 0}};
}

void HouseEditor::draw(Scene& scene, const ViewState& looking) const {
    const House& house = model_.house();
    const HouseFrame frame(house, looking);
    const std::vector<Grip> grips = gripsOf(house, frame, looking);
    const double radius = 0.32 * reach_;
    for (const Grip& grip : grips) {
        const bool chosen = !grip.windows.empty() || grip.hold == Hold::layer;
        const bool near = hovers_ && glm::distance(grip.at, at_) < 4 * reach_;
        if ((!chosen && !near) || (held_ && moved_)) continue;
        const Style ring = outlined(Ink::sheet, Ink::accent, 2);
        const Vec across(-grip.along.y, grip.along.x);
        if (grip.hold == Hold::layer) {
            scene.line(grip.at - radius * across, grip.at + radius * across,
                       stroked(Ink::accent, 4));
            continue;
        }
        scene.circle(grip.at, radius, ring);
    }
    if (!held_ || !moved_) return;
    scene.circle(at_, radius, outlined(Ink::accent, Ink::sheet, 2));
    Shape& text = scene.text(at_, valueOf(*held_, house, frame, scene.words()), 15);
    text.bold = text.plate = true;
    text.halo = Ink::sheet;
    text.align = Align::left;
    text.offset = {18, 18};
    text.priority = 100;
}

}  // namespace pt
