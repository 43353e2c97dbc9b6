#include <algorithm>

#include "engine/desktop/panel_lower.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr float mostSqueezed = 1.2f;  // columns ask this times the room: scroll sideways
constexpr size_t mostColumns = 40;

std::string headText(const UiColumn& column) {
    return column.unit.empty() ? column.label : column.label + " (" + column.unit + ")";
}

std::string cellId(const UiNode& table, const UiRow& row, const UiColumn& column) {
    return table.id + "/" + row.id + "/" + column.key;
}

// Whether the first column holds the names of what lies on the stage.
bool namesItems(const UiNode& table) {
    return !table.columns[0].editable &&
           std::any_of(table.rows.begin(), table.rows.end(),
                       [](const UiRow& row) { return !row.item.empty(); });
}

// A column's share of the room: what its heading asks, or its words where they ask more.
float columnWeight(const Look& look, const UiNode& table, size_t index) {
    const UiColumn& column = table.columns[index];
    float widest = textSize(look, headText(column), {.type = Type::small, .bold = true}).x;
    size_t looked = column.isText ? std::min(table.rows.size(), mostColumns) : 0;
    for (size_t i = 0; i < looked; ++i) {
        widest = std::max(widest, textSize(look, table.rows[i].cells[index].text, {}).x);
    }
    if (column.editable && !column.options.empty()) widest += look.px(24);  // the arrow
    return std::clamp(widest + look.px(24), look.px(64), look.px(240));
}

// A heading sorts by its column: up, down, then as the model has it.
void drawHead(const Look& look, Desk& desk, const UiNode& table, size_t index, bool named) {
    TableSort& sort = desk.drawer.sorts[table.id];
    bool sorted = sort.column == static_cast<int>(index);
    std::string text = headText(table.columns[index]);
    TextLook style{.type = Type::small, .ink = sorted ? Ink::ink : Ink::inkSoft, .bold = sorted};
    float width = ImGui::GetContentRegionAvail().x,
          height = look.px(std::max(look.target - 6, 26.f));
    ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(index));
    Press press = pressableHere("head", {width, height});
    ImGui::PopID();
    if (press.hovered) tooltip(look, desk.words("desktop.table.sort"));
    if (press.focused) drawFocus(look, low, {low.x + width, low.y + height}, 2);
    float arrow = sorted ? look.px(16) : 0;
    float y = low.y + (height - textSize(look, "X", style).y) / 2;
    // Over its values: numbers stand at the right, a name leaves room for its tick.
    float pad = look.px(named ? 18 : 6), room = width - arrow - pad;
    float wide = std::min(textSize(look, text, style).x, room);
    float x = table.columns[index].isText ? low.x + pad : low.x + room - wide;
    drawElided(look, {x, y}, room, text, style);
    if (sorted) {
        drawIcon(*ImGui::GetWindowDrawList(), sort.down ? Icon::down : Icon::up,
                 {low.x + width - look.px(8), low.y + height / 2}, look.px(12),
                 look.color(Ink::ink));
    }
    if (!press.pressed) return;
    if (!sorted) {
        sort = {static_cast<int>(index), false};
    } else if (!sort.down) {
        sort.down = true;
    } else {
        sort = {};
    }
}

void drawEditing(const Look& look, Desk& desk, const std::string& id, const std::string& before) {
    TypedEntry& typed = desk.typed;
    float width = ImGui::GetContentRegionAvail().x;
    bool entered =
        textField(look, "##cell", typed.text, sizeof typed.text, width, typed.begins, true);
    bool left = !typed.begins && ImGui::IsItemDeactivated();
    typed.begins = false;
    if (!entered && !left) return;
    if (before != typed.text && !ImGui::IsKeyPressed(ImGuiKey_Escape)) {
        desk.ask(id, typed.text, ++desk.gesture);
    }
    typed.node.clear();
}

void drawOptions(const Look& look, Desk& desk, const UiColumn& column, const UiCell& cell,
                 const std::string& id) {
    std::vector<std::string> labels;
    int selected = 0;
    for (const UiOption& option : column.options) {
        if (option.id == cell.selected) selected = static_cast<int>(labels.size());
        labels.push_back(option.label);
    }
    int chosen = dropDown(look, "option", labels, selected, ImGui::GetContentRegionAvail().x);
    if (chosen >= 0) {
        desk.ask(id, column.options[static_cast<size_t>(chosen)].id, ++desk.gesture);
    }
}

// A value that can be typed over has a frame.
void drawValue(const Look& look, Desk& desk, const UiColumn& column, const UiCell& cell,
               const std::string& id) {
    float width = ImGui::GetContentRegionAvail().x, height = look.px(look.target - 6);
    ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + width, low.y + height};
    if (column.editable) {
        Press press = pressableHere("cell", {width, height});
        ImGui::GetWindowDrawList()->AddRect(
            low, high, look.color(Ink::line, press.hovered ? 1 : 0.7), look.px(4));
        if (press.hovered) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
            tooltip(look, desk.words("desktop.value.hint"));
        }
        if (press.focused) drawFocus(look, low, high, 4);
        if (press.pressed) desk.beginTyping(id, cell.text);
    } else {
        ImGui::Dummy({width, height});
    }
    std::string text = cell.text.empty() ? "–" : cell.text;
    ImVec2 size = textSize(look, text, {});
    float pad = look.px(6), left = low.x + pad;
    float x = column.isText ? left : std::max(left, high.x - size.x - pad);
    drawElided(look, {x, low.y + (height - size.y) / 2}, high.x - x, text, {});
}

void drawCell(const Look& look, Desk& desk, const UiNode& table, const UiRow& row, size_t index) {
    const UiColumn& column = table.columns[index];
    const UiCell& cell = row.cells[index];
    std::string id = cellId(table, row, column);
    ImGui::PushID(id.c_str());
    if (column.editable && !column.options.empty()) {
        drawOptions(look, desk, column, cell, id);
    } else if (desk.typed.node == id) {
        drawEditing(look, desk, id, cell.text);
    } else {
        drawValue(look, desk, column, cell, id);
    }
    ImGui::PopID();
}

void choose(Desk& desk, const std::string& item) {
    Highlight items = desk.looking().selection;
    if (!ImGui::GetIO().KeyShift && !ImGui::GetIO().KeyCtrl) items.clear();
    items.erase(std::remove(items.begin(), items.end(), item), items.end());
    items.push_back(item);
    desk.asked.highlight = items;
}

// The name of something on the stage: chooses it there.
void drawName(const Look& look, Desk& desk, const UiRow& row, bool selected) {
    float width = ImGui::GetContentRegionAvail().x, height = look.px(look.target - 6);
    ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + width, low.y + height};
    Press press = pressableHere("row", {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered) {
        list.AddRectFilled(low, high, look.color(Ink::ink, 0.06), look.px(4));
        desk.looking().hovered = row.item;
    }
    if (press.focused) drawFocus(look, low, high, 4);
    if (selected) {
        drawIcon(list, Icon::check, {low.x + look.px(8), low.y + height / 2}, look.px(12),
                 look.color(Ink::accent));
    }
    float y = low.y + (height - textSize(look, "X", {}).y) / 2;
    drawElided(look, {low.x + look.px(18), y}, width - look.px(18), row.cells[0].text,
               {.bold = true});
    if (press.pressed) choose(desk, row.item);
}

void drawRow(const Look& look, Desk& desk, const UiNode& table, const UiRow& row, bool removable) {
    bool selected = !row.item.empty() && desk.looking().isSelected(row.item);
    bool named = !row.item.empty() && namesItems(table);
    ImGui::TableNextRow();
    if (selected) {
        ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, look.color(Ink::accent, 0.14));
    }
    ImGui::PushID(row.id.c_str());
    for (size_t i = 0; i < table.columns.size() && i < mostColumns; ++i) {
        ImGui::TableNextColumn();
        if (i == 0 && named) {
            drawName(look, desk, row, selected);
        } else {
            drawCell(look, desk, table, row, i);
        }
    }
    if (removable) {
        ImGui::TableNextColumn();
        if (iconButton(look, "remove", Icon::trash, desk.words("desktop.table.remove"))) {
            desk.ask(table.id + "/" + row.id + "/remove", "", ++desk.gesture);
        }
    }
    ImGui::PopID();
}

const UiNode* childOf(const UiNode& table, std::string_view act) {
    return findNode(table, table.id + "/" + std::string(act));
}

// Add a row, paste a table. Returns the height that it took.
float drawTableActs(const Look& look, Desk& desk, const UiNode& table, ImVec2 low) {
    const UiNode *add = childOf(table, "add"), *paste = childOf(table, "paste");
    if (!add && !paste) return 0;
    float x = low.x;
    if (add) {
        ButtonStyle style{.icon = static_cast<int>(Icon::plus), .enabled = add->enabled};
        moveTo({x, low.y});
        if (button(look, "add", add->label, style)) desk.ask(add->id, "", ++desk.gesture);
        x += buttonWidth(look, add->label, style) + look.px(8);
    }
    if (paste) {
        ButtonStyle style{.icon = static_cast<int>(Icon::paste)};
        moveTo({x, low.y});
        if (button(look, "paste", paste->label, style)) desk.ask(Act::paste);
        x += buttonWidth(look, paste->label, style) + look.px(12);
        TextLook soft{.type = Type::small, .ink = Ink::inkSoft};
        drawText(look, {x, low.y + (look.px(look.target) - textSize(look, "X", soft).y) / 2},
                 keyText(shortcut(Act::paste), desk.words), soft);
    }
    return look.px(look.target + 8);
}

}  // namespace

void drawTablePanel(const Look& look, Desk& desk, const UiNode& table, ImVec2 low, ImVec2 high) {
    high.x -= drawJobBeside(look, desk, table, low, high);
    low.y += drawTableActs(look, desk, table, low);
    if (table.rows.empty()) {
        std::string own = std::string(desk.work.session().lab().id) + "." +
                          table.id.substr(table.id.find('.') + 1) + ".empty";
        drawNothing(look, desk.words(desk.words.has(own) ? own : "desktop.table.empty"), low, high);
        return;
    }
    bool removable = childOf(table, "remove") != nullptr;
    size_t columns = std::min(table.columns.size(), mostColumns);
    TableSort sort = desk.drawer.sorts[table.id];
    std::vector<size_t> order(table.rows.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (sort.column >= 0 && static_cast<size_t>(sort.column) < table.columns.size()) {
        order = sortedRows(table, static_cast<size_t>(sort.column), sort.down);
    }
    moveTo(low);
    float asked = 0, room = high.x - low.x;
    for (size_t i = 0; i < columns; ++i) asked += columnWeight(look, table, i);
    bool squeezed = asked > room * mostSqueezed;
    ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                            ImGuiTableFlags_NoSavedSettings |
                            (squeezed ? ImGuiTableFlags_ScrollX | ImGuiTableFlags_SizingFixedFit
                                      : ImGuiTableFlags_SizingStretchProp);
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {look.px(6), look.px(1)});
    if (ImGui::BeginTable(table.id.c_str(), static_cast<int>(columns) + removable, flags,
                          {high.x - low.x, high.y - low.y})) {
        for (size_t i = 0; i < columns; ++i) {
            ImGui::TableSetupColumn(table.columns[i].key.c_str(),
                                    squeezed ? ImGuiTableColumnFlags_WidthFixed
                                             : ImGuiTableColumnFlags_WidthStretch,
                                    columnWeight(look, table, i));
        }
        if (removable) {
            ImGui::TableSetupColumn("remove", ImGuiTableColumnFlags_WidthFixed,
                                    look.px(std::max(look.target, 36.f)));
        }
        ImGui::TableSetupScrollFreeze(1, 1);
        ImGui::TableNextRow();
        for (size_t i = 0; i < columns; ++i) {
            ImGui::TableNextColumn();
            drawHead(look, desk, table, i, i == 0 && namesItems(table));
        }
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(order.size()));
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                drawRow(look, desk, table, table.rows[order[static_cast<size_t>(i)]], removable);
            }
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

}  // namespace pt
