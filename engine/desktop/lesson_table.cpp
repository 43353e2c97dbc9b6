// Tables of a lesson: the pupil's measurements, noted or typed.
#include <algorithm>
#include <cmath>
#include <imgui_internal.h>
#include <numeric>

#include "engine/desktop/panel_lesson.h"
#include "engine/desktop/panel_lower.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr size_t shownRows = 6;
constexpr double numberWidth = 30, leastColumn = 36, between = 8, tallestHead = 170;
constexpr TextLook headLook{.type = Type::small, .ink = Ink::inkSoft, .flushRight = true};

struct Grid {
    ImVec2 low;
    std::vector<float> edges;  // of the columns, from `low`: one more than there are columns
    bool crowded = false;      // words of headings are wider than their columns

    ImVec2 cell(size_t index, float y) const { return {low.x + edges[index], y}; }
    float width(size_t index) const { return edges[index + 1] - edges[index]; }
};

// "hoogte (cm)": the unit stays whole and may stand on a line of its own.
std::string headOf(const UiColumn& column) {
    return column.unit.empty() ? column.label : column.label + " (" + column.unit + ")";
}

float longestWord(const Look& look, const std::string& text) {
    float longest = 0;
    for (size_t from = 0; from < text.size();) {
        const size_t end = std::min(text.find(' ', from), text.size());
        const std::string_view word = std::string_view(text).substr(from, end - from);
        longest = std::max(longest, textSize(look, word, headLook).x);
        from = end + 1;
    }
    return longest;
}

// As wide as the words and values in it ask, or else as the values ask.
Grid gridOf(const Look& look, const UiNode& node, ImVec2 low, float width) {
    std::vector<float> least, wanted;
    for (size_t i = 0; i < node.columns.size(); ++i) {
        float cells = look.px(leastColumn);
        for (const UiRow& row : node.rows)
            cells = std::max(cells, textSize(look, row.cells[i].text, {}).x + look.px(between + 4));
        least.push_back(cells);
        const float head = longestWord(look, headOf(node.columns[i]));
        wanted.push_back(std::max(cells, head + look.px(between)));
    }
    const float room = width - look.px(numberWidth);
    Grid grid{low, {look.px(numberWidth)}};
    grid.crowded = std::accumulate(wanted.begin(), wanted.end(), 0.f) > room;
    const std::vector<float>& need = grid.crowded ? least : wanted;
    const float spare = room - std::accumulate(need.begin(), need.end(), 0.f);
    for (float wide : need)
        grid.edges.push_back(grid.edges.back() + wide + spare / static_cast<float>(need.size()));
    return grid;
}

// From `foot` up. The letters are laid down at the left, where there is room for them, and then
// turned.
void drawUpright(const Look& look, const Grid& grid, ImVec2 foot, std::string_view text) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const int first = list.VtxBuffer.Size;
    drawText(look, grid.low, text, headLook);
    for (int i = first; i < list.VtxBuffer.Size; ++i) {
        ImVec2& corner = list.VtxBuffer[i].pos;
        corner = {foot.x + corner.y - grid.low.y, foot.y - corner.x + grid.low.x};
    }
}

// Label and unit at the foot of the row of headings: wrapped between words, or upright.
float drawHeads(const Look& look, const UiNode& node, const Grid& grid, float y, float height) {
    float most = 0;
    for (size_t i = 0; i < node.columns.size(); ++i) {
        const std::string whole = headOf(node.columns[i]);
        const float room = grid.crowded ? look.px(tallestHead) : grid.width(i) - look.px(between);
        const std::string text = grid.crowded ? elided(look, whole, room, headLook) : whole;
        const ImVec2 size = textSize(look, text, headLook);
        const float tall =
            grid.crowded ? size.x : drawWrapped(look, {}, room, text, headLook, false);
        most = std::max(most, tall);
        if (height <= 0) continue;
        const ImVec2 at = grid.cell(i, y);
        if (grid.crowded) {
            const float x = std::round(at.x + grid.width(i) - look.px(4) - size.y);
            drawUpright(look, grid, {x, std::round(at.y + height)}, text);
        } else {
            drawWrapped(look, {at.x + look.px(4), at.y + height - tall}, room, text, headLook);
        }
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
        if (press.pressed) desk.beginTyping(id, cell.text);
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
    const float right = grid.cell(node.columns.size(), y).x;
    const std::string id = node.id + "/" + row.id;
    const bool chosen = desk.lesson.row == id;
    ImGui::PushID(row.id.c_str());
    const bool marked = std::find(node.items.begin(), node.items.end(), row.id) != node.items.end();
    if (chosen)
        list.AddRectFilled({grid.low.x, y}, {right, y + height}, look.color(Ink::accent, 0.12),
                           look.px(4));
    const ImVec2 high{grid.cell(0, y).x, y + height};
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
    for (size_t i = 0; i < node.columns.size(); ++i)
        drawCellOf(look, desk, node, row, i, grid.cell(i, y), grid.width(i), height);
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
    const Grid grid = gridOf(look, node, low, width);
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

}  // namespace pt
