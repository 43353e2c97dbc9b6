// What the pointer does on the stage.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <set>

#include "sims/spaghetti_bridge/edit.h"
#include "sims/spaghetti_bridge/editor_bridge.h"

namespace pt {
namespace {

constexpr double slop = 0.5;  // of the reach: less is a click, not a drag

std::string toolOf(const ViewState& looking) {
    return looking.tool.empty() ? "select" : looking.tool;
}

void toggle(ViewState& looking, const std::string& item) {
    std::vector<std::string> items = looking.selection;
    const auto at = std::find(items.begin(), items.end(), item);
    if (at == items.end())
        items.push_back(item);
    else
        items.erase(at);
    choose(looking, std::move(items));
}

// Straight neighbours of a node: the other ends of its members.
std::vector<Vec> anchorsOf(const BridgeTarget& target, int node) {
    std::vector<Vec> anchors;
    for (const BridgeMember& member : target.bridge().members) {
        if (member.from == node && member.to != node) anchors.push_back(target.rest(member.to));
        if (member.to == node && member.from != node) anchors.push_back(target.rest(member.from));
    }
    return anchors;
}

Command moveCommand(const std::string& id, Vec to) {
    return {"node_move", Json::object().set("id", id).set("x", to.x).set("y", to.y), 0};
}

}  // namespace

std::string nodeOfItem(const std::string& item) {
    return item.rfind("node.", 0) == 0 ? item.substr(5) : "";
}

std::string memberOfItem(const std::string& item) {
    return item.rfind("member.", 0) == 0 ? item.substr(7) : "";
}

void choose(ViewState& looking, std::vector<std::string> items) {
    looking.selected = items.empty() ? "" : items.back();
    looking.selection = std::move(items);
}

std::vector<Tool> BridgeEditor::tools() const {
    return {{"select", "select", '1'}, {"band", "band", '2'},       {"node", "node", '3'},
            {"member", "member", '4'}, {"support", "support", '5'}, {"load", "load", '6'}};
}

bool BridgeEditor::busy() const { return doing_ != Doing::nothing || start_.has_value(); }

void BridgeEditor::forget() {
    doing_ = Doing::nothing;
    pressed_.clear();
    origins_.clear();
    start_.reset();
    waits_ = false;
    snap_ = {};
}

bool BridgeEditor::isThere(const std::string& item) const {
    const std::string node = nodeOfItem(item), member = memberOfItem(item);
    if (!node.empty()) return bridge().findNode(node) >= 0;
    return member.empty() || bridge().findMember(member) >= 0;
}

std::vector<Command> BridgeEditor::touch(const Touch& touch, ViewState& looking) {
    if (touch.hand == Hand::cancel) return cancel();
    if (touch.reach > 0) reach_ = touch.reach;
    at_ = touch.at;
    hovers_ = true;
    // Undo may have taken away what was begun with.
    if (start_ && !start_->node.empty() && bridge().findNode(start_->node) < 0) forget();
    switch (touch.hand) {
    case Hand::hover: aim(touch, toolOf(looking)); return {};
    case Hand::down: press(touch, looking); return {};
    case Hand::drag: return drag(touch, looking);
    case Hand::up: return lift(touch, looking);
    case Hand::cancel: break;
    }
    return {};
}

// Where a node or the end of a member would come.
void BridgeEditor::aim(const Touch& touch, const std::string& tool) {
    SnapWish wish;
    wish.at = touch.at;
    wish.reach = reach_;
    wish.free = touch.free;
    wish.members = true;
    if (start_) wish.anchors.push_back(start_->at);
    const bool draws = start_ || tool == "node" || tool == "member";
    snap_ = draws ? snap(BridgeTarget(model_), wish) : Snap{};
}

void BridgeEditor::press(const Touch& touch, ViewState& looking) {
    const std::string tool = toolOf(looking);
    down_ = touch.at;
    add_ = touch.add;
    if (start_) {  // the second click of a member
        doing_ = Doing::drawing;
        return aim(touch, tool);
    }
    pressed_ = BridgeTarget(model_).itemAt(touch.at, reach_, touch.item);
    if (tool == "node" || tool == "member") {
        aim(touch, tool);
        doing_ = tool == "node" ? Doing::placing : Doing::drawing;
        if (tool == "member") start_ = snap_;
    } else if (tool == "support" || tool == "load") {
        doing_ = Doing::pointing;
    } else if (tool == "band" || (pressed_.empty() && touch.add)) {
        doing_ = Doing::banding;
    } else if (!pressed_.empty()) {
        doing_ = Doing::pressing;
        if (!add_ && !looking.isSelected(pressed_)) choose(looking, {pressed_});
    }
}

std::vector<Command> BridgeEditor::drag(const Touch& touch, ViewState& looking) {
    if (doing_ == Doing::placing || doing_ == Doing::drawing) aim(touch, toolOf(looking));
    if (doing_ == Doing::pressing && glm::distance(touch.at, down_) > slop * reach_)
        startMoving(looking);
    return doing_ == Doing::moving ? move(touch) : Commands{};
}

void BridgeEditor::startMoving(ViewState& looking) {
    const bool part = !nodeOfItem(pressed_).empty() || !memberOfItem(pressed_).empty();
    if (!part || !isThere(pressed_) || model_.broken()) return;
    if (!looking.isSelected(pressed_)) toggle(looking, pressed_);
    std::set<int> moving;
    for (const std::string& node : chosenNodes(bridge(), looking))
        moving.insert(bridge().findNode(node));
    for (const std::string& id : chosenMembers(bridge(), looking)) {
        const BridgeMember& member = bridge().members[bridge().findMember(id)];
        moving.insert({member.from, member.to});
    }
    for (const int index : moving) {
        const BridgeNode& node = bridge().nodes[index];
        origins_[node.id] = {node.x, node.y};
    }
    doing_ = Doing::moving;
}

std::vector<Command> BridgeEditor::move(const Touch& touch) {
    for (const auto& [id, origin] : origins_)
        if (bridge().findNode(id) < 0) {
            forget();
            return {};
        }
    return origins_.size() == 1 ? moveOne(touch) : moveMany(touch);
}

std::vector<Command> BridgeEditor::moveOne(const Touch& touch) {
    const auto& [id, origin] = *origins_.begin();
    const BridgeTarget target(model_);
    SnapWish wish;
    wish.self = bridge().findNode(id);
    wish.at = origin + (touch.at - down_);
    wish.reach = reach_;
    wish.free = touch.free;
    wish.nodes = !touch.free;
    wish.anchors = anchorsOf(target, wish.self);
    snap_ = snap(target, wish);
    // Over another node it waits: letting go joins the two.
    if (!snap_.node.empty() || snap_.at == target.rest(wish.self)) return {};
    return {moveCommand(id, snap_.at)};
}

// All by the same way, which brings the pressed node, or else the first, onto the grid.
std::vector<Command> BridgeEditor::moveMany(const Touch& touch) {
    auto lead = origins_.find(nodeOfItem(pressed_));
    if (lead == origins_.end()) lead = origins_.begin();
    snap_ = {};
    snap_.at = lead->second + (touch.at - down_);
    if (!touch.free) snap_.at = toGrid(snap_.at, snapStep(reach_));
    const BridgeNode& now = bridge().nodes[bridge().findNode(lead->first)];
    const Vec by = snap_.at - Vec(now.x, now.y);
    if (glm::length(by) < 1e-9) return {};
    Names ids;
    for (const auto& [id, origin] : origins_) ids.push_back(id);
    return {{"nodes_move",
             Json::object().set("ids", joinNames(ids)).set("dx", by.x).set("dy", by.y), 0}};
}

std::vector<Command> BridgeEditor::cancel() {
    Commands back;
    if (doing_ == Doing::moving)
        for (const auto& [id, origin] : origins_)
            if (bridge().findNode(id) >= 0) back.push_back(moveCommand(id, origin));
    forget();
    hovers_ = false;
    return back;
}

std::vector<Command> BridgeEditor::lift(const Touch& touch, ViewState& looking) {
    const Doing did = doing_;
    if (did == Doing::drawing) return liftMember(touch, looking);
    const Commands last = did == Doing::moving ? move(touch) : Commands{};
    Commands commands = last;
    switch (doing_) {
    case Doing::moving: {
        const Commands joined = liftMoved(looking);
        commands.insert(commands.end(), joined.begin(), joined.end());
        break;
    }
    case Doing::pressing:
    case Doing::nothing: commands = click(looking); break;
    case Doing::banding: liftBand(looking); break;
    case Doing::placing:
        aim(touch, "node");
        commands = liftNode(looking);
        break;
    case Doing::pointing: commands = liftPointed(touch, toolOf(looking), looking); break;
    case Doing::drawing: break;
    }
    forget();
    return commands;
}

std::vector<Command> BridgeEditor::click(ViewState& looking) {
    if (add_ && !pressed_.empty())
        toggle(looking, pressed_);
    else if (!add_)
        choose(looking, pressed_.empty() ? Items{} : Items{pressed_});
    return {};
}

std::vector<Command> BridgeEditor::liftMoved(ViewState& looking) {
    if (origins_.size() != 1 || snap_.node.empty()) return {};
    const std::string dropped = origins_.begin()->first;
    choose(looking, {"node." + snap_.node});
    return {{"nodes_join", Json::object().set("a", snap_.node).set("b", dropped), 0}};
}

// What lies wholly inside; a click without a frame chooses what is under it.
void BridgeEditor::liftBand(ViewState& looking) {
    if (glm::distance(at_, down_) <= slop * reach_) {
        (void)click(looking);
        return;
    }
    const BridgeTarget target(model_);
    const Vec low = glm::min(down_, at_), high = glm::max(down_, at_);
    const auto inside = [&](int node) {
        const Vec at = target.shown(node);
        return at.x >= low.x && at.x <= high.x && at.y >= low.y && at.y <= high.y;
    };
    Items items = add_ ? looking.selection : Items{};
    const auto take = [&items](std::string item) {
        if (std::find(items.begin(), items.end(), item) == items.end())
            items.push_back(std::move(item));
    };
    for (const BridgeMember& member : bridge().members)
        if (inside(member.from) && inside(member.to)) take("member." + member.id);
    for (size_t i = 0; i < bridge().nodes.size(); ++i)
        if (inside(static_cast<int>(i))) take("node." + bridge().nodes[i].id);
    choose(looking, std::move(items));
}

std::vector<Command> BridgeEditor::liftNode(ViewState& looking) {
    Commands commands;
    Bridge work = bridge();
    choose(looking, {"node." + nodeFor(snap_, work, commands)});
    return commands;
}

// A drag ends the member; a click at its start waits for a second one.
std::vector<Command> BridgeEditor::liftMember(const Touch& touch, ViewState& looking) {
    aim(touch, "member");
    doing_ = Doing::nothing;
    const bool clicked = glm::distance(touch.at, down_) <= slop * reach_ &&
                         glm::distance(snap_.at, start_->at) <= slop * reach_;
    if (clicked && !waits_) {
        waits_ = true;
        return {};
    }
    const Snap from = *start_, to = snap_;
    forget();
    const bool same =
        from.node.empty() ? glm::distance(from.at, to.at) <= slop * reach_ : from.node == to.node;
    if (same) return {};
    Commands commands;
    Bridge work = bridge();
    const std::string a = nodeFor(from, work, commands), b = nodeFor(to, work, commands);
    const Result<Bridge> joined = addMember(work, a, b);
    if (!joined.ok()) {
        choose(looking, {"node." + b});
        return commands;
    }
    commands.push_back({"member_add", Json::object().set("from", a).set("to", b), 0});
    choose(looking, {"member." + joined.value().members.back().id});
    return commands;
}

std::vector<Command> BridgeEditor::liftPointed(const Touch& touch, const std::string& tool,
                                               ViewState& looking) {
    const int index = BridgeTarget(model_).nodeAt(touch.at, reach_);
    if (index < 0) return {};
    const BridgeNode& node = bridge().nodes[index];
    choose(looking, {"node." + node.id});
    if (tool == "load") {
        const auto& loads = bridge().loads;
        const bool hangs = std::find(loads.begin(), loads.end(), index) != loads.end();
        return {
            {"load_point", Json::object().set("node", node.id).set("on", hangs ? "off" : "on"), 0}};
    }
    constexpr const char* next[] = {"pin", "roller", "none"};  // by Support
    return {{"support",
             Json::object().set("node", node.id).set("kind", next[static_cast<int>(node.support)]),
             0}};
}

std::string BridgeEditor::nodeFor(const Snap& snap, Bridge& work, Commands& commands) {
    if (!snap.node.empty()) return snap.node;
    const std::string name = freeNodeName(work);
    if (!snap.member.empty()) {
        Result<Bridge> parted = splitMember(work, snap.member, snap.share);
        if (parted.ok()) {
            commands.push_back({"member_split",
                                Json::object().set("member", snap.member).set("at", snap.share),
                                0});
            work = std::move(parted.value());
            return name;
        }
    }
    commands.push_back(
        {"node_add", Json::object().set("id", name).set("x", snap.at.x).set("y", snap.at.y), 0});
    Result<Bridge> added = addNode(work, name, snap.at.x, snap.at.y);
    if (added.ok()) work = std::move(added.value());
    return name;
}

extern const EditorEntry spaghetti_bridge_editor;
const EditorEntry spaghetti_bridge_editor{
    "spaghetti_bridge", [](const Model& model) -> std::unique_ptr<Editor> {
        return std::make_unique<BridgeEditor>(static_cast<const SpaghettiBridge&>(model));
    }};

}  // namespace pt
