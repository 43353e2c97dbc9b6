// What can be done to the selection, and the keys.
#include <algorithm>
#include <glm/geometric.hpp>
#include <map>

#include "sims/spaghetti_bridge/edit.h"
#include "sims/spaghetti_bridge/editor_bridge.h"

namespace pt {
namespace {

using Commands = std::vector<Command>;
using Items = std::vector<std::string>;

constexpr int growSteps = 4, copySteps = 2;  // of the grid

bool loaded(const Bridge& bridge, const std::string& node) {
    const int index = bridge.findNode(node);
    return std::find(bridge.loads.begin(), bridge.loads.end(), index) != bridge.loads.end();
}

Items itemsOf(const Items& nodes, const Items& members) {
    Items items;
    for (const std::string& node : nodes) items.push_back("node." + node);
    for (const std::string& member : members) items.push_back("member." + member);
    return items;
}

Items everything(const Bridge& bridge) {
    Items items;
    for (const BridgeMember& member : bridge.members) items.push_back("member." + member.id);
    for (const BridgeNode& node : bridge.nodes) items.push_back("node." + node.id);
    return items;
}

// What `after` has and `before` has not.
Items added(const Bridge& before, const Bridge& after) {
    Items items;
    for (const BridgeMember& member : after.members)
        if (before.findMember(member.id) < 0) items.push_back("member." + member.id);
    for (const BridgeNode& node : after.nodes)
        if (before.findNode(node.id) < 0) items.push_back("node." + node.id);
    return items;
}

}  // namespace

std::vector<std::string> chosenNodes(const Bridge& bridge, const ViewState& looking) {
    Items nodes;
    for (const std::string& item : looking.selection)
        if (bridge.findNode(nodeOfItem(item)) >= 0) nodes.push_back(nodeOfItem(item));
    return nodes;
}

std::vector<std::string> chosenMembers(const Bridge& bridge, const ViewState& looking) {
    Items members;
    for (const std::string& item : looking.selection)
        if (bridge.findMember(memberOfItem(item)) >= 0) members.push_back(memberOfItem(item));
    return members;
}

// The node in focus, or else the selected one, when it is not the start.
std::string BridgeEditor::connectTarget(const ViewState& looking) const {
    for (const std::string* item : {&looking.hovered, &looking.selected}) {
        const std::string node = nodeOfItem(*item);
        if (!node.empty() && node != start_->node && bridge().findNode(node) >= 0) return node;
    }
    return "";
}

std::vector<StageAction> BridgeEditor::actions(const ViewState& looking) const {
    const Items nodes = chosenNodes(bridge(), looking), members = chosenMembers(bridge(), looking);
    std::vector<StageAction> list;
    if (start_) {
        list.push_back({"connect", !connectTarget(looking).empty(), "Enter", {}});
        list.push_back({"stop", true, "", {}});
        return list;
    }
    if (nodes.size() == 1 && members.empty()) {
        list.push_back({"member", true, "M", {}});
        list.push_back({"grow", true, "N", {}});
    }
    if (nodes.size() == 2) {
        const bool apart = addMember(bridge(), nodes[0], nodes[1]).ok();
        list.push_back({"link", apart, "M", {}});
    }
    if (!members.empty()) {
        const auto count = [this](const std::string& id) {
            return model_.strands(bridge().findMember(id));
        };
        const auto any = [&](auto test) {
            return std::any_of(members.begin(), members.end(), test);
        };
        list.push_back(
            {"strands_less", any([&](const std::string& id) { return count(id) > 1; }), "-", {}});
        list.push_back({"strands_more",
                        any([&](const std::string& id) { return count(id) < maxStrands; }),
                        "+",
                        {}});
        list.push_back({"bond", true, "", {"as_bridge", "bonded", "loose"}});
    }
    if (!nodes.empty()) {
        list.push_back({"support", true, "", {"none", "pin", "roller"}});
        const bool hangs = std::all_of(nodes.begin(), nodes.end(), [this](const std::string& id) {
            return loaded(bridge(), id);
        });
        list.push_back({hangs ? "unload" : "load", true, "L", {}});
    }
    if (!members.empty()) list.push_back({"split", true, "K", {}});
    if (nodes.size() >= 2) list.push_back({"join", true, "J", {}});
    if (!nodes.empty() || !members.empty()) {
        list.push_back({"mirror", true, "", {"middle", "selection"}});
        list.push_back({"copy", true, "Ctrl+D", {}});
        list.push_back({"delete", true, "Delete", {}});
        return list;
    }
    list.push_back({"place", true, "N", {}});
    list.push_back({"all", !bridge().nodes.empty(), "Ctrl+A", {}});
    list.push_back({"template", true, "", {std::begin(bridgeTypes), std::end(bridgeTypes) - 1}});
    return list;
}

std::vector<Command> BridgeEditor::act(std::string_view action, std::string_view option,
                                       ViewState& looking) {
    const Items nodes = chosenNodes(bridge(), looking), members = chosenMembers(bridge(), looking);
    const Items items = itemsOf(nodes, members);
    const Json named = Json::object().set("items", joinNames(items));
    if (start_ && action == "connect") {
        const Snap from = *start_;
        Snap to;
        to.node = connectTarget(looking);
        forget();
        return to.node.empty() ? Commands{} : connect(from, to, looking);
    }
    forget();
    if (action == "stop") return {};
    if (action == "all") choose(looking, everything(bridge()));
    if (action == "place") return grow(looking);
    if (action == "template")
        return {{"template", Json::object().set("type", std::string(option)), 0}};
    if (items.empty()) return {};
    if (action == "member") {
        Snap start;
        start.node = nodes.empty() ? "" : nodes.front();
        if (start.node.empty()) return {};
        const BridgeNode& node = bridge().nodes[bridge().findNode(start.node)];
        start.at = {node.x, node.y};
        start_ = start;
        hovers_ = false;
        waits_ = true;
    }
    if (action == "link" && nodes.size() == 2) {
        Snap from, to;
        from.node = nodes[0];
        to.node = nodes[1];
        return connect(from, to, looking);
    }
    if (action == "grow") return grow(looking);
    if (action == "strands_less") return strands(members, -1);
    if (action == "strands_more") return strands(members, 1);
    if (action == "bond")
        return {{"member_bond",
                 Json::object().set("member", joinNames(members)).set("bond", std::string(option)),
                 0}};
    if (action == "support")
        return {{"support",
                 Json::object().set("node", joinNames(nodes)).set("kind", std::string(option)), 0}};
    if (action == "load" || action == "unload")
        return {{"load_point",
                 Json::object()
                     .set("node", joinNames(nodes))
                     .set("on", action == "load" ? "on" : "off"),
                 0}};
    if (action == "split") return split(members, looking);
    if (action == "join") return join(nodes, looking);
    if (action == "mirror")
        return again("mirror", Json(named).set("axis", std::string(option)),
                     mirror(bridge(), items, option), looking);
    if (action == "copy") {
        const double by = copySteps * snapStep(reach_);
        return again("copy", Json(named).set("dx", by).set("dy", by), copy(bridge(), items, by, by),
                     looking);
    }
    if (action == "delete") {
        choose(looking, {});
        return {{"remove", named, 0}};
    }
    return {};
}

// A command that makes more of the selection; what it made is chosen.
std::vector<Command> BridgeEditor::again(const char* name, Json args, const Result<Bridge>& made,
                                         ViewState& looking) const {
    if (made.ok()) choose(looking, added(bridge(), made.value()));
    return {{name, std::move(args), 0}};
}

std::vector<Command> BridgeEditor::connect(const Snap& from, const Snap& to, ViewState& looking) {
    Commands commands;
    Bridge work = bridge();
    const std::string a = nodeFor(from, work, commands), b = nodeFor(to, work, commands);
    const Result<Bridge> joined = addMember(work, a, b);
    // Two nodes that are joined already need no other member; the lab says so of the rest.
    commands.push_back({"member_add", Json::object().set("from", a).set("to", b), 0});
    choose(looking, {joined.ok() ? "member." + joined.value().members.back().id : "node." + b});
    return commands;
}

// A new node up to the right, joined to the selected one, ready for the arrow keys.
std::vector<Command> BridgeEditor::grow(ViewState& looking) {
    const Items nodes = chosenNodes(bridge(), looking);
    const double by = growSteps * snapStep(reach_);
    Vec at(0, 0);
    if (!nodes.empty()) {
        const BridgeNode& node = bridge().nodes[bridge().findNode(nodes.front())];
        at = {node.x + by, node.y + by};
    }
    const BridgeTarget target(model_);
    const auto taken = [&target](Vec place) {
        for (size_t i = 0; i < target.bridge().nodes.size(); ++i)
            if (glm::distance(place, target.rest(static_cast<int>(i))) < 1e-3) return true;
        return false;
    };
    while (taken(at)) at.x += by;
    Snap to;
    to.at = at;
    Commands commands;
    Bridge work = bridge();
    const std::string made = nodeFor(to, work, commands);
    if (!nodes.empty())
        commands.push_back(
            {"member_add", Json::object().set("from", nodes.front()).set("to", made), 0});
    choose(looking, {"node." + made});
    return commands;
}

std::vector<Command> BridgeEditor::split(const Items& members, ViewState& looking) const {
    Commands commands;
    Bridge work = bridge();
    for (const std::string& member : members) {
        commands.push_back(
            {"member_split", Json::object().set("member", member).set("at", 0.5), 0});
        Result<Bridge> parted = splitMember(work, member, 0.5);
        if (parted.ok()) work = std::move(parted.value());
    }
    Items made;
    for (const std::string& item : added(bridge(), work))
        if (!nodeOfItem(item).empty()) made.push_back(item);
    choose(looking, std::move(made));
    return commands;
}

std::vector<Command> BridgeEditor::join(const Items& nodes, ViewState& looking) const {
    Commands commands;
    for (size_t i = 1; i < nodes.size(); ++i)
        commands.push_back({"nodes_join", Json::object().set("a", nodes[0]).set("b", nodes[i]), 0});
    choose(looking, {"node." + nodes[0]});
    return commands;
}

// One more or fewer for each; members with equal numbers in one command.
std::vector<Command> BridgeEditor::strands(const Items& members, int change) const {
    std::map<int, Items> byCount;
    for (const std::string& member : members)
        byCount[model_.strands(bridge().findMember(member))].push_back(member);
    Commands commands;
    for (const auto& [count, equal] : byCount) {
        const int wanted = count + change;
        if (wanted < 1 || wanted > maxStrands) continue;
        commands.push_back({"member_strands",
                            Json::object().set("member", joinNames(equal)).set("strands", wanted),
                            0});
    }
    return commands;
}

std::vector<Command> BridgeEditor::nudge(int dx, int dy, bool fine, ViewState& looking) {
    Items nodes = chosenNodes(bridge(), looking);
    const auto take = [&](int index) {
        const std::string& id = bridge().nodes[index].id;
        if (std::find(nodes.begin(), nodes.end(), id) == nodes.end()) nodes.push_back(id);
    };
    for (const std::string& id : chosenMembers(bridge(), looking)) {
        const BridgeMember& member = bridge().members[bridge().findMember(id)];
        take(member.from);
        take(member.to);
    }
    if (nodes.empty() || (dx == 0 && dy == 0)) return {};
    const double step = snapStep(reach_) * (fine ? 0.1 : 1);
    return {{"nodes_move",
             Json::object().set("ids", joinNames(nodes)).set("dx", dx * step).set("dy", dy * step),
             0}};
}

}  // namespace pt
