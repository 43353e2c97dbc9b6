#include "sims/spaghetti_bridge/view_items.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sims/spaghetti_bridge/view_cart.h"
#include "sims/spaghetti_bridge/view_style.h"

namespace pt {
namespace {

constexpr double no_force = 1e-9;  // N
constexpr double no_shift = 5e-7;  // m

// Before a test a fact says at which load it holds.
std::string loaded(const Words& words, const SpaghettiBridge& model, std::string fact) {
    if (!model.onTrial()) return fact;
    return say(words, "at_trial",
               {{"fact", fact}, {"load", words.quantity(model.shownLoad(), unit("N"))}});
}

// The facts of one member, from the force to how much of its strength that takes.
class MemberCard {
public:
    MemberCard(const Words& words, const SpaghettiBridge& model, int member)
        : words_(words), model_(model), member_(member) {}

    std::vector<std::string> lines() {
        if (model_.stands()) now_ = model_.shownMembers()[static_cast<size_t>(member_)];
        if (model_.stands() && !model_.lost(member_)) addForce();
        addSize();
        for (const Failure& failure : model_.failures())
            if (failure.member == member_) add("broke", {{"mode", modeWord(words_, failure.mode)}});
        if (!model_.stands() || model_.lost(member_) || now_.mode == FailureMode::none)
            return std::move(lines_);
        if (now_.mode == FailureMode::bending)
            addBending();
        else if (now_.mode != FailureMode::joint)
            addStress();
        if (now_.mode == FailureMode::buckling) addBuckling();
        addShare();
        return std::move(lines_);
    }

private:
    void add(std::string_view key, const Args& args) { lines_.push_back(say(words_, key, args)); }
    std::string quantity(double si, const char* symbol) const {
        return words_.quantity(si, unit(symbol));
    }
    const Section& section() const {
        return model_.statics().sections()[static_cast<size_t>(member_)];
    }

    void addForce() {
        const char* key = now_.axial > no_force    ? "pulled"
                          : now_.axial < -no_force ? "pushed"
                                                   : "idle";
        lines_.push_back(
            loaded(words_, model_, say(words_, key, {{"force", quantity(now_.axial, "N")}})));
    }

    void addSize() {
        const int strands = model_.strands(member_);
        add(strands == 1 ? "strand" : "strands",
            {{"length", quantity(model_.memberLength(member_), "cm")},
             {"count", std::to_string(strands)}});
    }

    void addStress() {
        add("stress", {{"force", quantity(std::fabs(now_.axial), "N")},
                       {"area", quantity(section().area, "mm2")},
                       {"stress", quantity(std::fabs(now_.axial) / section().area, "MPa")}});
    }

    void addBending() {
        const double pull = std::fabs(now_.axial) / section().area;
        const double bend =
            std::max(std::fabs(now_.momentFrom), std::fabs(now_.momentTo)) / section().modulus;
        add("bent", {});
        add("bent_numbers", {{"axial", quantity(pull, "MPa")},
                             {"bending", quantity(bend, "MPa")},
                             {"stress", quantity(pull + bend, "MPa")}});
    }

    void addBuckling() {
        const double length = model_.memberLength(member_), E = model_.material().E;
        const double K = model_.statics().wholeBuckling().length;
        add("euler", {});
        add("euler_numbers", {{"E", quantity(E, "GPa")},
                              {"I", quantity(section().inertia, "mm4")},
                              {"K", words_.number(K, 2)},
                              {"length", quantity(length, "cm")},
                              {"load", quantity(eulerLoad(E, section().inertia, length, K), "N")}});
    }

    void addShare() {
        add(fmt::format("used.{}", failureModes[static_cast<size_t>(now_.mode)]),
            {{"percent", percent(words_, now_.utilisation)}});
    }

    const Words& words_;
    const SpaghettiBridge& model_;
    int member_;
    MemberState now_;
    std::vector<std::string> lines_;
};

void addSupport(std::vector<std::string>& lines, const Words& words, const NodeState& now) {
    const bool up = now.reactionY >= 0;
    lines.push_back(say(words, up ? "reaction" : "reaction_down",
                        {{"force", words.quantity(std::fabs(now.reactionY), unit("N"))}}));
    if (std::fabs(now.reactionX) > no_force)
        lines.push_back(say(words, now.reactionX > 0 ? "reaction_right" : "reaction_left",
                            {{"force", words.quantity(std::fabs(now.reactionX), unit("N"))}}));
}

void addShift(std::vector<std::string>& lines, const Words& words, const NodeState& now) {
    lines.push_back(say(words, now.uy <= 0 ? "sinks" : "rises",
                        {{"distance", words.quantity(std::fabs(now.uy), unit("mm"))}}));
    if (std::fabs(now.ux) > no_shift)
        lines.push_back(say(words, now.ux > 0 ? "shifts_right" : "shifts_left",
                            {{"distance", words.quantity(std::fabs(now.ux), unit("mm"))}}));
}

std::vector<std::string> nodeLines(const Words& words, const SpaghettiBridge& model, size_t index) {
    std::vector<std::string> lines;
    const Support support = model.design().nodes[index].support;
    if (support != Support::none)
        lines.push_back(say(words, support == Support::pin ? "pin" : "roller"));
    if (std::count(model.design().loads.begin(), model.design().loads.end(),
                   static_cast<int>(index)))
        lines.push_back(say(words, "load_node"));
    if (!model.stands()) return lines;
    const size_t first = lines.size();
    const NodeState& now = model.shownNodes()[index];
    if (support != Support::none) addSupport(lines, words, now);
    if (support != Support::pin) addShift(lines, words, now);
    lines[first] = loaded(words, model, std::move(lines[first]));
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

BridgeItems addItems(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    BridgeItems items;
    const Words& words = scene.words();
    const Bridge& bridge = model.design();
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        const std::string& id = bridge.members[i].id;
        items.members.push_back(
            addItem(scene, "member." + id, say(words, "member", {{"member", id}}),
                    MemberCard(words, model, static_cast<int>(i)).lines(), frame.middle(i)));
    }
    for (size_t i = 0; i < bridge.nodes.size(); ++i) {
        const std::string& id = bridge.nodes[i].id;
        items.nodes.push_back(addItem(scene, "node." + id, say(words, "node", {{"node", id}}),
                                      nodeLines(words, model, i), frame.shown[i]));
    }
    // What is in the bucket; a block or a cart weighs what it weighs, and presses as it moves.
    const bool bucket = model.loading() == Loading::bucket;
    const double mass = (bucket ? model.load() : model.weight()) / gravity;
    const std::vector<std::string> lines{
        words.quantity(mass, unit("kg")),
        say(words, "presses", {{"force", words.quantity(model.load(), unit("N"))}})};
    if (model.cart()) {
        items.load =
            addItem(scene, "cart", say(words, "cart"), lines, shownCart(model, frame).center);
    } else if (!bridge.loads.empty()) {
        items.load = addItem(scene, "bucket", say(words, bucket ? "bucket" : "weight"), lines,
                             model.bucket().center);
    }
    return items;
}

}  // namespace pt
