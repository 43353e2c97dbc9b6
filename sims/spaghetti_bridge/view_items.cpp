#include "sims/spaghetti_bridge/view_items.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace pt {
namespace {

constexpr double no_force = 1e-9;  // N

std::string say(const Scene& scene, std::string_view key, const Args& args = {}) {
    return scene.words()(fmt::format("spaghetti_bridge.view.{}", key), args);
}

std::string forceLine(const Scene& scene, double axial) {
    const char* key = axial > no_force ? "pulled" : axial < -no_force ? "pushed" : "idle";
    return say(scene, key, {{"force", scene.words().quantity(axial, unit("N"))}});
}

std::vector<std::string> memberLines(const Scene& scene, const SpaghettiBridge& model, int index) {
    const Words& words = scene.words();
    const int strands = model.strands(index);
    std::vector<std::string> lines;
    const bool stands = model.stands();
    const MemberState now = stands ? model.members()[static_cast<size_t>(index)] : MemberState{};
    if (stands) lines.push_back(forceLine(scene, now.axial));
    lines.push_back(
        say(scene, "length", {{"length", words.quantity(model.memberLength(index), unit("cm"))}}));
    lines.push_back(
        say(scene, strands == 1 ? "strand" : "strands", {{"count", std::to_string(strands)}}));
    if (index == model.failedMember())
        lines.push_back(say(scene, "broke", {{"mode", modeWord(words, model.failureMode())}}));
    else if (now.mode != FailureMode::none)
        lines.push_back(say(scene,
                            fmt::format("used.{}", failureModes[static_cast<size_t>(now.mode)]),
                            {{"percent", percent(words, now.utilisation)}}));
    return lines;
}

std::vector<std::string> nodeLines(const Scene& scene, const SpaghettiBridge& model, size_t index) {
    const Words& words = scene.words();
    std::vector<std::string> lines;
    const Support support = model.design().nodes[index].support;
    if (support != Support::none)
        lines.push_back(say(scene, support == Support::pin ? "pin" : "roller"));
    if (std::count(model.design().loads.begin(), model.design().loads.end(),
                   static_cast<int>(index)))
        lines.push_back(say(scene, "load_node"));
    if (!model.stands()) return lines;
    const NodeState& now = model.nodes()[index];
    if (support != Support::none)
        lines.push_back(
            say(scene, "reaction", {{"force", words.quantity(now.reactionY, unit("N"))}}));
    else
        lines.push_back(say(scene, "sinks", {{"distance", words.quantity(-now.uy, unit("mm"))}}));
    return lines;
}

int addItem(Scene& scene, std::string id, std::string name, std::vector<std::string> lines,
            Vec center) {
    Item item;
    item.id = std::move(id);
    item.name = std::move(name);
    item.lines = std::move(lines);
    item.center = center;
    return scene.item(std::move(item));
}

}  // namespace

std::string modeWord(const Words& words, FailureMode mode) {
    return words(
        fmt::format("spaghetti_bridge.failure_mode.{}", failureModes[static_cast<size_t>(mode)]));
}

BridgeItems addItems(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    BridgeItems items;
    const Bridge& bridge = model.design();
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        const std::string& id = bridge.members[i].id;
        items.members.push_back(addItem(
            scene, "member." + id, say(scene, "member", {{"member", id}}),
            memberLines(scene, model, static_cast<int>(i)), frame.middle(bridge.members[i])));
    }
    for (size_t i = 0; i < bridge.nodes.size(); ++i) {
        const std::string& id = bridge.nodes[i].id;
        items.nodes.push_back(addItem(scene, "node." + id, say(scene, "node", {{"node", id}}),
                                      nodeLines(scene, model, i), frame.shown[i]));
    }
    const Words& words = scene.words();
    items.bucket = addItem(scene, "bucket", say(scene, "bucket"),
                           {words.quantity(model.load(), unit("N")),
                            words.quantity(model.load() / gravity, unit("kg"))},
                           model.bucket().center);
    return items;
}

}  // namespace pt
