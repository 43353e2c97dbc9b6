#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/desktop/panel_ui.h"
#include "engine/desktop/widgets.h"
#include "engine/ui/lab_words.h"

namespace pt {
namespace {

// The number that a document keeps for the thing called `name`: the first object in it with that
// id and that key; nullptr when it says nothing about it.
const Json* findIn(const Json& value, std::string_view name, std::string_view key) {
    if (value.isObject() && value["id"].text() == name && value[key].isNumber()) {
        return &value[key];
    }
    for (const Json& item : value.items()) {
        if (const Json* found = findIn(item, name, key)) return found;
    }
    for (const auto& [childKey, child] : value.entries()) {
        if (const Json* found = findIn(child, name, key)) return found;
    }
    return nullptr;
}

// The setting of one item: its own in a document, else the lab's param of that name; none when the
// number is no setting (where to split, say).
std::optional<double> currentValue(const Schema& schema, std::string_view name,
                                   const Argument& number) {
    for (const Document& document : schema.documents()) {
        Json saved = document.save();
        if (const Json* found = findIn(saved, name, number.key)) return found->number();
    }
    const Param* param = schema.findParam(number.key);
    return param ? std::optional(*param->value) : std::nullopt;
}

struct ItemCommand {
    const LabCommand* command = nullptr;
    const Argument* number = nullptr;
};

// A command about things of this kind: one text argument of that name and one number.
ItemCommand commandFor(const LabCommand& command, std::string_view kind) {
    ItemCommand found;
    if (command.arguments.size() != 2) return found;
    const Argument &first = command.arguments[0], &second = command.arguments[1];
    if (first.isText && first.key == kind && !second.isText) found = {&command, &second};
    return found;
}

void drawCommand(const Look& look, Desk& desk, const ItemCommand& item, const std::string& kind,
                 const std::string& name) {
    const Session& session = desk.work.session();
    const Argument& number = *item.number;
    std::optional<double> current = currentValue(session.schema(), name, number);
    if (!current) return;
    double now = number.unit.fromSi(*current);
    double step = number.range.step > 0 ? number.range.step / number.unit.factor : 1;
    bool bounded = number.range.max > number.range.min;
    double low = number.unit.fromSi(number.range.min), high = number.unit.fromSi(number.range.max);
    std::string value =
        desk.words.quantity(number.unit.toSi(now), number.unit,
                            now == std::floor(now) && now < 100 ? 1 + (now >= 10) : 3);
    int way = stepper(
        look, item.command->name.c_str(), labelOf(session.lab().id, item.command->name, desk.words),
        value, !bounded || now - step >= low - step / 2, !bounded || now + step <= high + step / 2);
    gap(look, 4);
    if (way == 0) return;
    Command command{item.command->name, Json::object(), ++desk.gesture};
    command.args.set(kind, name);
    command.args.set(number.key, number.unit.toSi(now + way * step));
    desk.asked.commands.push_back(std::move(command));
}

// What is selected, and a way to let it go.
void drawName(const Look& look, Desk& desk, const std::string& name) {
    ImVec2 at = ImGui::GetCursorScreenPos();
    float side = look.px(std::max(24.f, look.target - 8));
    float right = at.x + ImGui::GetContentRegionAvail().x;
    drawElided(look, at, right - at.x - side, name, {.type = Type::title, .bold = true});
    ImVec2 low{right - side, at.y - look.px(2)}, high{right, low.y + side};
    Press press = pressable("let go", low, high);
    drawIcon(*ImGui::GetWindowDrawList(), Icon::close, {right - side / 2, low.y + side / 2},
             look.px(16), look.color(press.hovered ? Ink::ink : Ink::inkSoft));
    if (press.focused) drawFocus(look, low, high);
    if (press.hovered || press.focused) tooltip(look, desk.words("desktop.close"));
    if (press.pressed) desk.asked.highlight = Highlight{};
    gap(look, 30);
}

// The formula, the numbers put in, the result.
void drawLines(const Look& look, const Item& item) {
    float width = ImGui::GetContentRegionAvail().x;
    for (const std::string& line : item.lines) {
        float height = drawWrapped(look, ImGui::GetCursorScreenPos(), width, line, {});
        gap(look, height / look.scale + 2);
    }
    if (!item.lines.empty()) gap(look, 6);
}

}  // namespace

void drawSelectedItem(const Look& look, Desk& desk) {
    size_t several = desk.looking().selection.size();
    if (several > 1) {
        drawName(look, desk,
                 desk.words("desktop.selected", Args{{"count", std::to_string(several)}}));
        divider(look);
        return;
    }
    const Item& item = desk.selected;
    if (item.id.empty()) return;
    drawName(look, desk, item.name);
    drawLines(look, item);
    size_t dot = item.id.find('.');
    if (dot != item.id.npos) {
        std::string kind = item.id.substr(0, dot), name = item.id.substr(dot + 1);
        for (const LabCommand& command : desk.work.session().schema().commands()) {
            ItemCommand about = commandFor(command, kind);
            if (!about.command) continue;
            drawCommand(look, desk, about, kind, name);
        }
    }
    divider(look);
}

}  // namespace pt
