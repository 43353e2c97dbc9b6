// What can be done to the selected rectangles, and how the editor's gestures are seen.
#include <algorithm>
#include <cmath>

#include "sims/passive_house/detail_edit.h"
#include "sims/passive_house/editor_detail.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

// Alike materials beside each other; what is not named here follows at the end.
std::vector<std::string> groupedMaterials() {
    std::vector<std::string> keys{"eps",
                                  "eps_graphite",
                                  "xps",
                                  "pur",
                                  "pir",
                                  "phenolic_foam",
                                  "cellular_glass",
                                  "aerogel",
                                  "vacuum_panel",
                                  "glass_wool",
                                  "rock_wool",
                                  "cellulose",
                                  "wood_fibre",
                                  "straw",
                                  "facing_brick",
                                  "brick",
                                  "hollow_brick",
                                  "sand_lime_brick",
                                  "inner_masonry",
                                  "aerated_concrete",
                                  "reinforced_concrete",
                                  "concrete",
                                  "concrete_heavy",
                                  "screed",
                                  "light_screed",
                                  "gypsum_plaster",
                                  "gypsum_board",
                                  "plasterboard",
                                  "render",
                                  "clay_plaster",
                                  "tile",
                                  "slate",
                                  "softwood",
                                  "softwood_finish",
                                  "hardwood",
                                  "osb",
                                  "plywood",
                                  "aluminium",
                                  "steel",
                                  "stainless_steel"};
    for (const BuildingMaterial& each : buildingMaterials())
        if (std::find(keys.begin(), keys.end(), each.key) == keys.end()) keys.push_back(each.key);
    return keys;
}

// "wall_floor_plain": each junction in its two ways, and a straight wall.
std::vector<std::string> templates() {
    std::vector<std::string> all;
    for (const char* junction : junctionKeys)
        for (const char* variant : {"_plain", "_insulated"})
            all.push_back(junction + std::string(variant));
    all.push_back("wall_floor_straight");
    return all;
}

Command useCommand(std::string_view option) {
    const size_t end = option.rfind('_');
    return {"detail_use",
            Json::object()
                .set("junction", option.substr(0, end))
                .set("variant", end == option.npos ? "" : option.substr(end + 1)),
            0};
}

std::string namesOf(const Detail& detail, const ViewState& looking) {
    std::string names;
    for (const std::string& item : looking.selection)
        if (const std::string id = rectangleOfItem(item); detail.find(id))
            names += (names.empty() ? "" : ",") + id;
    return names;
}

// The thinner way, on the side of the room or upwards, as far as the sheet goes.
std::vector<Command> thicker(const DetailRectangle& rectangle, double by) {
    DetailBox box = boxOf(rectangle);
    const bool upright = box.y1 - box.y0 >= box.x1 - box.x0;
    double& side = upright ? box.x1 : box.y1;
    const double other = upright ? box.x0 : box.y0;
    side = std::max(side + by, other + thinnestRectangle);
    return {{"detail_move",
             Json::object()
                 .set("rectangle", rectangle.id)
                 .set("x0", box.x0)
                 .set("y0", box.y0)
                 .set("x1", box.x1)
                 .set("y1", box.y1),
             0}};
}

Style accentLine(double width, Dash dash = Dash::solid) {
    Style style;
    style.stroke = Ink::accent;
    style.width = width;
    style.dash = dash;
    return style;
}

}  // namespace

std::vector<StageAction> DetailEditor::actions(const ViewState& looking) const {
    std::vector<StageAction> all{{"detail_template", true, "", templates()}};
    const std::string names = namesOf(detail(), looking);
    if (!names.empty() || looking.tool == "detail_draw")
        all.push_back({"detail_material", true, "", groupedMaterials()});
    if (names.empty()) return all;
    if (names.find(',') == std::string::npos) {
        all.push_back({"detail_thicker", true, "+", {}});
        all.push_back({"detail_thinner", true, "-", {}});
        all.push_back({"detail_up", detail().rectangles.back().id != names, "PageUp", {}});
        all.push_back({"detail_down", detail().rectangles.front().id != names, "PageDown", {}});
    }
    all.push_back({"detail_delete", true, "Delete", {}});
    return all;
}

std::vector<Command> DetailEditor::act(std::string_view action, std::string_view option,
                                       ViewState& looking) {
    const std::string names = namesOf(detail(), looking);
    if (action == "detail_template") {
        looking.options.erase(std::string(spotOption));
        looking.selection.clear();
        looking.selected.clear();
        return {useCommand(option)};
    }
    if (action == "detail_material") {
        material_ = option;
        if (names.empty()) return {};
        return {
            {"detail_material", Json::object().set("rectangle", names).set("material", option), 0}};
    }
    if (names.empty()) return {};
    if (action == "detail_delete") {
        looking.selection.clear();
        looking.selected.clear();
        return {{"detail_remove", Json::object().set("rectangle", names), 0}};
    }
    const DetailRectangle* one = detail().find(names);
    if (!one) return {};
    constexpr double step = 0.01;  // m
    if (action == "detail_thicker") return thicker(*one, step);
    if (action == "detail_thinner") return thicker(*one, -step);
    return {
        {"detail_order",
         Json::object().set("rectangle", names).set("to", action == "detail_up" ? "up" : "down"),
         0}};
}

// Small squares on the sides and corners that can be held.
void DetailEditor::drawHandles(Scene& scene, const ViewState& looking) const {
    const DetailRectangle* one = detail().find(rectangleOfItem(looking.selected));
    if (!one || looking.tool == "detail_spot") return;
    const DetailBox box = clipped(boxOf(*one), detail().look);
    if (box.x1 <= box.x0 || box.y1 <= box.y0) return;
    Style style = accentLine(1.5);
    style.fill = Ink::sheet;
    style.fillAlpha = 1;
    const double half = 0.22 * reach_;
    for (const double across : {0.0, 0.5, 1.0})
        for (const double up : {0.0, 0.5, 1.0}) {
            if (across == 0.5 && up == 0.5) continue;
            const Vec at(box.x0 + across * (box.x1 - box.x0), box.y0 + up * (box.y1 - box.y0));
            const bool beyond = (across == 0 && one->x0 <= detail().sheet.x0) ||
                                (across == 1 && one->x1 >= detail().sheet.x1) ||
                                (up == 0 && one->y0 <= detail().sheet.y0) ||
                                (up == 1 && one->y1 >= detail().sheet.y1);
            const Vec size(half, half);
            if (!beyond) scene.rect(at - size, at + size, style);
        }
}

// Its size, and what the change does to ψ, beside the pointer.
void DetailEditor::drawValues(Scene& scene, const DetailBox& box) const {
    const Words& words = scene.words();
    std::vector<std::string> lines{words.quantity(box.x1 - box.x0, unit("cm"), 3) + " × " +
                                   words.quantity(box.y1 - box.y0, unit("cm"), 3)};
    const auto& now = model_.detailResult();
    constexpr double noticed = 5e-4;  // W/(m K)
    if (before_ && now && std::fabs(now->psi - before_->psi) >= noticed)
        lines.push_back(detailWord(words, "psi_change",
                                   {{"before", thousandths(words, before_->psi)},
                                    {"after", thousandths(words, now->psi)}}));
    // The whole section decides: a hole in the wall makes its U worse, and ψ better.
    if (before_ && now && std::fabs(now->coupling - before_->coupling) >= noticed)
        lines.push_back(detailWord(words, now->coupling < before_->coupling ? "better" : "worse"));
    constexpr double lineHeight = 20;  // points
    double up = 24 + lineHeight * static_cast<double>(lines.size() - 1);
    for (const std::string& line : lines) {
        Shape& shape = scene.text(at_, line, 15);
        shape.bold = &line == &lines.front();
        shape.plate = true;
        shape.align = Align::left;
        shape.offset = {18, up};
        shape.priority = 100;
        up -= lineHeight;
    }
}

void DetailEditor::draw(Scene& scene, const ViewState& looking) const {
    drawHandles(scene, looking);
    if (doing_ == Doing::shaping) {
        const DetailRectangle* now = detail().find(pressed_);
        scene.rect({origin_.x0, origin_.y0}, {origin_.x1, origin_.y1}, accentLine(1, Dash::dashed));
        if (now) drawValues(scene, boxOf(*now));
    }
    if (doing_ == Doing::drawing && drawn_) {
        Style style = accentLine(2, Dash::dashed);
        style.fill = Ink::accent;
        style.fillAlpha = 0.12;
        scene.rect({drawn_->x0, drawn_->y0}, {drawn_->x1, drawn_->y1}, style);
        drawValues(scene, *drawn_);
    }
}

}  // namespace pt
