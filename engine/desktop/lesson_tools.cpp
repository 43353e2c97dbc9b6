// The tools of a lesson: a hypothesis as a sentence, a curve to draw, pictures and plots.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <imgui_internal.h>

#include "engine/desktop/panel_data.h"
#include "engine/desktop/panel_lesson.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/widgets.h"
#include "engine/ui/lesson_plot.h"

namespace pt {
namespace {

constexpr double plotHeight = 200, sketchHeight = 150, highestPicture = 220;

// -- sentence

struct Flow {
    ImVec2 low;
    float width, row;
    float x = 0, y = 0;

    // Where something this wide comes.
    ImVec2 place(float wide) {
        if (x > 0 && x + wide > width) {
            x = 0;
            y += row;
        }
        const ImVec2 at{low.x + x, low.y + y};
        x += wide;
        return at;
    }
};

void drawBlank(const Look& look, Desk& desk, const UiNode& node, Flow& flow) {
    std::vector<std::string> labels;
    int selected = -1;
    float widest = textSize(look, node.label, {}).x;
    for (const UiOption& option : node.options) {
        if (option.id == node.selected) selected = static_cast<int>(labels.size());
        labels.push_back(option.label);
        widest = std::max(widest, textSize(look, option.label, {}).x);
    }
    const std::string& shown = selected < 0 ? node.label : node.valueText;
    const float need = selected < 0 ? textSize(look, shown, {}).x : widest;
    const float wide = std::min(need + look.px(44), flow.width);
    moveTo(flow.place(wide));
    const int chosen = selected < 0 ? menuButton(look, node.id.c_str(), node.label, labels, wide)
                                    : dropDown(look, node.id.c_str(), labels, selected, wide);
    flow.x += look.px(8);
    if (chosen >= 0)
        desk.ask(node.id, node.options[static_cast<size_t>(chosen)].id, ++desk.gesture);
}

}  // namespace

void drawSentence(const Look& look, Desk& desk, const UiNode& node) {
    const ImVec2 low = ImGui::GetCursorScreenPos();
    Flow flow{low, ImGui::GetContentRegionAvail().x, look.px(look.target + 8)};
    const float space = look.px(8);
    for (const UiNode& part : node.children) {
        if (part.role == UiRole::choice) {
            drawBlank(look, desk, part, flow);
            continue;
        }
        for (size_t from = 0; from < part.label.size();) {
            const size_t end = std::min(part.label.find(' ', from), part.label.size());
            const std::string_view word = std::string_view(part.label).substr(from, end - from);
            const ImVec2 size = textSize(look, word, {});
            const ImVec2 at = flow.place(size.x);
            drawText(look, {at.x, at.y + (look.px(look.target) - size.y) / 2}, word, {});
            flow.x += space;
            from = end + 1;
        }
    }
    moveTo(low);
    ImGui::Dummy({flow.width, flow.y + flow.row});
}

// -- sketch

namespace {

std::string sketchText(const std::vector<double>& heights) {
    std::string text;
    for (double height : heights) text += fmt::format("{}{:.3g}", text.empty() ? "" : " ", height);
    return text;
}

// Up and down while a point has the focus.
double keyedBy(ImGuiID id) {
    double way = 0;
    for (auto [key, sign] : {std::pair{ImGuiKey_UpArrow, 1.0}, {ImGuiKey_DownArrow, -1.0}}) {
        ImGui::SetKeyOwner(key, id);
        if (ImGui::IsKeyPressed(key, id, ImGuiInputFlags_Repeat)) way += sign;
    }
    return way;
}

}  // namespace

void drawSketch(const Look& look, Desk& desk, const UiNode& node) {
    if (node.columns.size() < 2 || node.curve.size() < 2) return;
    const float width = ImGui::GetContentRegionAvail().x;
    const TextLook soft{.type = Type::small, .ink = Ink::inkSoft};
    const ImVec2 top = ImGui::GetCursorScreenPos();
    ImGui::Dummy({width, drawWrapped(look, top, width, node.help, soft) + look.px(4)});
    const auto title = [](const UiColumn& column) {
        return column.unit.empty() ? column.label : column.label + " (" + column.unit + ")";
    };
    drawText(look, ImGui::GetCursorScreenPos(), title(node.columns[1]), soft);
    gap(look, 20);
    const ImVec2 low = ImGui::GetCursorScreenPos(),
                 high{low.x + width, low.y + look.px(sketchHeight)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::paper), look.px(4));
    list.AddRect(low, high, look.color(Ink::line), look.px(4));
    std::vector<double> heights;
    for (const UiPoint& point : node.curve) heights.push_back(point.y);
    if (desk.lesson.dragged == node.id && desk.lesson.sketch.size() == heights.size())
        heights = desk.lesson.sketch;
    const float edge = look.px(14), half = look.px(std::max(look.target, 32.f)) / 2;
    const auto last = static_cast<float>(heights.size() - 1);
    const auto place = [&](size_t i) {
        const float part = static_cast<float>(i) / last;
        const auto up = static_cast<float>(std::clamp(heights[i], 0.0, 1.0));
        return ImVec2{low.x + edge + part * (width - 2 * edge),
                      high.y - edge - up * (high.y - low.y - 2 * edge)};
    };
    for (size_t i = 0; i < heights.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const ImVec2 at = place(i);
        const ImGuiID id = ImGui::GetID("point");
        const Press press =
            pressable("point", {at.x - half, low.y}, {at.x + half, high.y}, node.enabled);
        bool done = ImGui::IsItemDeactivated() && desk.lesson.dragged == node.id;
        if (press.held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
            const float up =
                (high.y - edge - ImGui::GetIO().MousePos.y) / (high.y - low.y - 2 * edge);
            heights[i] = std::clamp<double>(up, 0, 1);
            desk.lesson.dragged = node.id;
            desk.lesson.sketch = heights;
        }
        if (press.focused && node.enabled) {
            const double way = keyedBy(id);
            heights[i] = std::clamp(heights[i] + 0.05 * way, 0.0, 1.0);
            done = done || std::fabs(way) > 0;
            drawFocus(look, {at.x - look.px(8), at.y - look.px(8)},
                      {at.x + look.px(8), at.y + look.px(8)}, 8);
        }
        ImGui::PopID();
        if (!done) continue;
        desk.lesson.dragged.clear();
        desk.ask(node.id, sketchText(heights), ++desk.gesture);
    }
    const bool drawn = node.selected == "drawn" || desk.lesson.dragged == node.id;
    const ImU32 color = look.color(drawn ? Ink::accent : Ink::inkSoft);
    for (size_t i = 0; i < heights.size(); ++i) {
        if (i > 0) list.AddLine(place(i - 1), place(i), color, look.px(2));
        list.AddCircleFilled(place(i), look.px(node.enabled ? 6 : 4), color, 24);
    }
    moveTo({low.x, high.y + look.px(4)});
    const std::string along = title(node.columns[0]);
    drawText(look, {high.x - textSize(look, along, soft).x, high.y + look.px(4)}, along, soft);
    gap(look, 20);
}

void drawLessonPicture(const Look& look, Desk& desk, const UiNode& node) {
    const auto found = desk.lesson.pictures.find(node.selected);
    const float width = ImGui::GetContentRegionAvail().x;
    const TextLook soft{.type = Type::small, .ink = Ink::inkSoft};
    ImVec2 at = ImGui::GetCursorScreenPos();
    float left = 0;  // of the picture
    if (found != desk.lesson.pictures.end() && found->second.texture) {
        const LessonPicture& picture = found->second;
        const auto wide = static_cast<float>(picture.width),
                   tall = static_cast<float>(picture.height);
        const float scale =
            std::min({width / wide, look.px(highestPicture) / tall, look.scale * 2});
        const ImVec2 size{wide * scale, tall * scale};
        left = std::round((width - size.x) / 2);
        const float x = at.x + left;
        ImGui::GetWindowDrawList()->AddImageRounded(picture.texture, {x, at.y},
                                                    {x + size.x, at.y + size.y}, {0, 0}, {1, 1},
                                                    IM_COL32_WHITE, look.px(cornerSize));
        ImGui::Dummy({width, size.y + look.px(6)});
        if (ImGui::IsItemHovered()) tooltip(look, node.label);
    } else {  // its words stand in for it
        const float pad = look.px(12);
        const float text = drawWrapped(look, {}, width - 2 * pad, node.label, soft, false);
        ImGui::GetWindowDrawList()->AddRect(at, {at.x + width, at.y + text + 2 * pad},
                                            look.color(Ink::line), look.px(cornerSize));
        drawWrapped(look, {at.x + pad, at.y + pad}, width - 2 * pad, node.label, soft);
        ImGui::Dummy({width, text + 2 * pad + look.px(6)});
    }
    if (node.help.empty()) return;
    at = ImGui::GetCursorScreenPos();
    ImGui::Dummy(
        {width, drawWrapped(look, {at.x + left, at.y}, width - 2 * left, node.help, soft)});
}

void drawLessonPlot(const Look& look, Desk& desk, const UiNode& node) {
    if (node.columns.size() < 2) return;
    const LessonPlot data(node);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    paintPlot(look, desk.words, data.plot(), low, {low.x + width, low.y + look.px(plotHeight)});
    ImGui::Dummy({width, look.px(plotHeight)});
}

}  // namespace pt
