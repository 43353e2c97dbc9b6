// The tools of a lesson: a hypothesis as a sentence, a curve to draw, pictures, tables to fill and
// plots of their rows.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <imgui_internal.h>

#include "engine/desktop/panel_data.h"
#include "engine/desktop/panel_lesson.h"
#include "engine/desktop/panel_lower.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/widgets.h"
#include "engine/ui/lesson_plot.h"

namespace pt {
namespace {

constexpr double plotHeight = 190, sketchHeight = 150, highestPicture = 220;
constexpr size_t shownRows = 6;

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
    if (found != desk.lesson.pictures.end() && found->second.texture) {
        const LessonPicture& picture = found->second;
        const auto wide = static_cast<float>(picture.width),
                   tall = static_cast<float>(picture.height);
        const float scale =
            std::min({width / wide, look.px(highestPicture) / tall, look.scale * 2});
        const ImVec2 size{wide * scale, tall * scale};
        const float x = std::round(at.x + (width - size.x) / 2);
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
    ImGui::Dummy({width, drawWrapped(look, at, width, node.help, soft)});
}

// -- table

namespace {

struct Grid {
    ImVec2 low;
    float number, column;  // widths
    size_t columns;

    ImVec2 cell(size_t index, float y) const {
        return {low.x + number + column * static_cast<float>(index), y};
    }
};

// Label and unit, wrapped, at the foot of the row of headings.
float drawHeads(const Look& look, const UiNode& node, const Grid& grid, float y, float height) {
    const TextLook head{.type = Type::small, .ink = Ink::inkSoft, .flushRight = true};
    float most = 0;
    for (size_t i = 0; i < grid.columns; ++i) {
        const UiColumn& column = node.columns[i];
        const std::string text =
            column.unit.empty() ? column.label : column.label + " " + column.unit;
        const float room = grid.column - look.px(8);
        const float tall = drawWrapped(look, {}, room, text, head, false);
        most = std::max(most, tall);
        if (height <= 0) continue;
        const ImVec2 at = grid.cell(i, y);
        drawWrapped(look, {at.x + look.px(4), at.y + height - tall}, room, text, head);
    }
    return most;
}

void drawTypedCell(const Look& look, Desk& desk, const std::string& id, const UiCell& cell,
                   float width) {
    TypedEntry& typed = desk.typed;
    const bool entered =
        textField(look, "##cell", typed.text, sizeof typed.text, width, typed.begins, true);
    const bool left = !typed.begins && ImGui::IsItemDeactivated();
    typed.begins = false;
    if (!entered && !left) return;
    if (cell.text != typed.text && !ImGui::IsKeyPressed(ImGuiKey_Escape))
        desk.ask(id, typed.text, ++desk.gesture);
    typed.node.clear();
}

void drawCellOf(const Look& look, Desk& desk, const UiNode& node, const UiRow& row, size_t index,
                ImVec2 at, float width, float height) {
    const UiColumn& column = node.columns[index];
    const UiCell& cell = row.cells[index];
    const std::string id = node.id + "/" + row.id + "/" + column.key;
    if (desk.typed.node == id && !desk.lesson.measuring) {
        moveTo(at);
        drawTypedCell(look, desk, id, cell, width);
        return;
    }
    if (column.editable) {
        const ImVec2 low{at.x + look.px(2), at.y + look.px(2)},
            high{at.x + width - look.px(2), at.y + height - look.px(2)};
        const Press press = pressable(column.key.c_str(), low, high);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (press.hovered) list.AddRectFilled(low, high, look.color(Ink::ink, 0.06), look.px(4));
        list.AddRect(low, high, look.color(Ink::line), look.px(4));
        if (press.focused) drawFocus(look, low, high, 4);
        if (press.pressed) {
            desk.typed = {};
            desk.typed.node = id;
            desk.typed.begins = true;
            std::strncpy(desk.typed.text, cell.text.c_str(), sizeof desk.typed.text - 1);
        }
    }
    const TextLook style;
    const ImVec2 size = textSize(look, cell.text, style);
    const float wide = std::min(size.x, width - look.px(8));
    drawElided(look, {at.x + width - look.px(4) - wide, at.y + (height - size.y) / 2},
               width - look.px(8), cell.text, style);
}

void drawMeasurement(const Look& look, Desk& desk, const UiNode& node, const UiRow& row,
                     const Grid& grid, float y, float height) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float right = grid.cell(grid.columns, y).x;
    const std::string id = node.id + "/" + row.id;
    const bool chosen = desk.lesson.row == id;
    ImGui::PushID(row.id.c_str());
    const bool marked = std::find(node.items.begin(), node.items.end(), row.id) != node.items.end();
    if (chosen)
        list.AddRectFilled({grid.low.x, y}, {right, y + height}, look.color(Ink::accent, 0.12),
                           look.px(4));
    const ImVec2 high{grid.low.x + grid.number, y + height};
    const Press press = pressable("row", {grid.low.x, y}, high);
    if (press.hovered)
        list.AddRectFilled({grid.low.x, y}, high, look.color(Ink::ink, 0.06), look.px(4));
    if (press.focused) drawFocus(look, {grid.low.x, y}, high, 4);
    if (press.pressed) desk.lesson.row = chosen ? "" : id;
    const TextLook soft{
        .type = Type::small, .ink = marked ? Ink::warning : Ink::inkSoft, .bold = marked};
    const ImVec2 size = textSize(look, row.id, soft);
    drawText(look, {grid.low.x + look.px(4), y + (height - size.y) / 2},
             marked ? row.id + " !" : row.id, soft);
    for (size_t i = 0; i < grid.columns; ++i)
        drawCellOf(look, desk, node, row, i, grid.cell(i, y), grid.column, height);
    list.AddLine({grid.low.x, y + height}, {right, y + height}, look.color(Ink::line));
    ImGui::PopID();
}

// Note what is measured now; take away the row that is chosen; see them all.
void drawTableButtons(const Look& look, Desk& desk, const UiNode& node, float width) {
    const UiNode* add = findNode(node, node.id + "/add");
    const UiNode* remove = findNode(node, node.id + "/remove");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float x = at.x;
    if (add) {
        const ButtonStyle style{.icon = static_cast<int>(Icon::plus), .enabled = add->enabled};
        if (button(look, "add", add->label, style)) desk.ask(add->id, "", ++desk.gesture);
        x += buttonWidth(look, add->label, style) + look.px(6);
    }
    const std::string prefix = node.id + "/";
    const bool chosen = desk.lesson.row.starts_with(prefix);
    if (remove && chosen) {
        moveTo({x, at.y});
        if (iconButton(look, "remove", Icon::trash, remove->label)) {
            desk.ask(desk.lesson.row + "/remove", "", ++desk.gesture);
            desk.lesson.row.clear();
        }
        x += look.px(std::max(look.target, 36.f)) + look.px(6);
    }
    const TextLook soft{.type = Type::small, .ink = Ink::inkSoft};
    const bool more = node.rows.size() > shownRows;
    const float side = more ? look.px(std::max(look.target, 36.f)) + look.px(4) : 0;
    const float count = textSize(look, node.valueText, soft).x;
    if (x + count + side <= at.x + width)
        drawText(look,
                 {at.x + width - side - count,
                  at.y + (look.px(look.target) - textSize(look, "X", soft).y) / 2},
                 node.valueText, soft);
    if (more) {
        moveTo({at.x + width - side + look.px(4), at.y});
        if (iconButton(look, "all", Icon::expand, desk.words("desktop.lesson.all_rows")))
            openDrawer(desk, node.id);
    }
    moveTo(at);
    ImGui::Dummy({width, look.px(std::max(look.target, 36.f))});
}

}  // namespace

// The latest measurements; all of them lie in the panel under the stage.
void drawLessonTable(const Look& look, Desk& desk, const UiNode& node) {
    const float width = ImGui::GetContentRegionAvail().x, row = look.px(look.target);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const size_t columns = std::max<size_t>(node.columns.size(), 1);
    const float number = look.px(30);
    const Grid grid{low, number, (width - number) / static_cast<float>(columns),
                    node.columns.size()};
    const float heads = drawHeads(look, node, grid, low.y, 0);
    drawHeads(look, node, grid, low.y, heads);
    float y = low.y + heads + look.px(4);
    ImGui::GetWindowDrawList()->AddLine({low.x, y}, {low.x + width, y}, look.color(Ink::line));
    const size_t from = node.rows.size() - std::min(node.rows.size(), shownRows);
    for (size_t i = from; i < node.rows.size(); ++i, y += row)
        drawMeasurement(look, desk, node, node.rows[i], grid, y, row);
    moveTo(low);
    ImGui::Dummy({width, y - low.y + look.px(8)});
    drawTableButtons(look, desk, node, width);
    for (const UiRow& each : node.rows)
        for (const UiColumn& column : node.columns)
            if (desk.typed.problemNode == node.id + "/" + each.id + "/" + column.key) {
                UiNode cell;
                cell.id = desk.typed.problemNode;
                drawProblem(look, desk, cell);
            }
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
