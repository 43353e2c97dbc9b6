// What is seen of a gesture: handles, the half-drawn thing, guides and their values.
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/editor_bridge.h"

namespace pt {
namespace {

constexpr double handle_share = 0.6;  // of the reach: the radius of a handle's ring

Style lineStyle(double width, Dash dash = Dash::solid) {
    Style style;
    style.stroke = Ink::accent;
    style.width = width;
    style.dash = dash;
    return style;
}

std::string say(const Scene& scene, const char* key, const Args& args) {
    return scene.words()(std::string("spaghetti_bridge.editor.") + key, args);
}

std::string centimetres(const Scene& scene, double metres) {
    return scene.words().quantity(metres, unit("cm"));
}

// Length and steepness: "12,4 cm · 45°".
std::string lineValue(const Scene& scene, Vec from, Vec to) {
    const Vec along = to - from;
    const double steep = math::atan2(std::fabs(along.y), std::fabs(along.x));
    return say(scene, "line",
               {{"length", centimetres(scene, glm::length(along))},
                {"angle", scene.words().quantity(steep, unit("°"), 2)}});
}

}  // namespace

// Beside the pointer, where neither the thing nor a finger covers it.
void BridgeEditor::drawValues(Scene& scene, Vec at, const std::vector<std::string>& lines) const {
    constexpr double lineHeight = 19;  // points
    double up = 22 + lineHeight * static_cast<double>(lines.size());
    for (const std::string& line : lines) {
        Shape& shape = scene.text(at, line, 15);
        shape.bold = &line == &lines.front();
        shape.align = Align::left;
        shape.offset = {18, up -= lineHeight};
        shape.priority = 100;
    }
}

void BridgeEditor::drawBand(Scene& scene) const {
    Style style = lineStyle(1.5, Dash::dashed);
    style.fill = Ink::accent;
    style.fillAlpha = 0.08;
    scene.rect(glm::min(down_, at_), glm::max(down_, at_), style);
}

void BridgeEditor::drawSnap(Scene& scene, const Snap& snap) const {
    if (snap.onRay && glm::distance(snap.ray, snap.at) > 0) {
        const Vec along = (snap.at - snap.ray) / glm::distance(snap.ray, snap.at);
        scene.line(snap.ray, snap.at + along * 2.0 * reach_, lineStyle(1, Dash::dotted));
    }
    if (!snap.like.empty()) {
        const int index = bridge().findMember(snap.like);
        if (index < 0) return;
        const BridgeTarget target(model_);
        const BridgeMember& member = bridge().members[index];
        scene.line(target.shown(member.from), target.shown(member.to), lineStyle(3, Dash::dashed));
    }
    const bool lands = !snap.node.empty() || !snap.member.empty();
    scene.circle(snap.at, handle_share * reach_ * (lands ? 1 : 0.5), lineStyle(lands ? 3 : 2));
}

// A node that would be placed, or a member with its length and angle.
void BridgeEditor::drawHalf(Scene& scene, const ViewState& looking) const {
    Snap end = snap_;
    if (!hovers_ && start_) {  // by keyboard: to the node that Enter would take
        const int node = bridge().findNode(connectTarget(looking));
        if (node < 0) {
            scene.circle(start_->at, handle_share * reach_, lineStyle(3));
            return;
        }
        end.at = {bridge().nodes[node].x, bridge().nodes[node].y};
    }
    std::vector<std::string> lines;
    if (start_ && glm::distance(start_->at, end.at) > 0) {
        scene.circle(start_->at, handle_share * reach_, lineStyle(3));
        scene.line(start_->at, end.at, lineStyle(3, Dash::dashed));
        lines.push_back(lineValue(scene, start_->at, end.at));
    }
    drawSnap(scene, end);
    if (!end.node.empty()) lines.push_back(say(scene, "onto_node", {{"node", end.node}}));
    if (!end.member.empty()) lines.push_back(say(scene, "onto_member", {{"member", end.member}}));
    if (!end.like.empty()) lines.push_back(say(scene, "equal", {{"member", end.like}}));
    drawValues(scene, end.at, lines);
}

void BridgeEditor::drawMoved(Scene& scene) const {
    auto lead = origins_.find(nodeOfItem(pressed_));
    if (lead == origins_.end()) lead = origins_.begin();
    Style ghost = lineStyle(1.5, Dash::dashed);
    scene.circle(lead->second, handle_share * reach_ / 2, ghost);
    scene.line(lead->second, snap_.at, lineStyle(1, Dash::dotted));
    drawSnap(scene, snap_);
    const Vec by = snap_.at - lead->second;
    std::vector<std::string> lines{
        say(scene, "shift", {{"dx", centimetres(scene, by.x)}, {"dy", centimetres(scene, by.y)}})};
    if (snap_.onRay) lines.push_back(lineValue(scene, snap_.ray, snap_.at));
    if (!snap_.like.empty()) lines.push_back(say(scene, "equal", {{"member", snap_.like}}));
    if (!snap_.node.empty()) lines = {say(scene, "merge", {{"node", snap_.node}})};
    drawValues(scene, snap_.at, lines);
}

void BridgeEditor::draw(Scene& scene, const ViewState& looking) const {
    const BridgeTarget target(model_);
    const bool selects = looking.tool.empty() || looking.tool == "select";
    if (selects && !model_.broken())
        for (const std::string& id : chosenNodes(bridge(), looking))
            scene.circle(target.shown(bridge().findNode(id)), handle_share * reach_, lineStyle(2));
    const bool aims = looking.tool == "node" || looking.tool == "member";
    if (doing_ == Doing::banding)
        drawBand(scene);
    else if (doing_ == Doing::moving)
        drawMoved(scene);
    else if (start_ || (hovers_ && aims))
        drawHalf(scene, looking);
    const bool points = looking.tool == "support" || looking.tool == "load";
    const int under = points && hovers_ ? target.nodeAt(at_, reach_) : -1;
    if (under >= 0) scene.circle(target.shown(under), handle_share * reach_, lineStyle(3));
}

}  // namespace pt
