// The pieces of a step: its text, its items, and the controls of questions.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

#include "engine/desktop/panel_lesson.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/prose.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr size_t longestField = 1024;  // bytes
constexpr double besides = 0.42;       // share of the width for a label beside its list

struct StateSign {
    Icon icon;
    Ink ink;
};

StateSign signOf(std::string_view state) {
    if (state == "ok") return {Icon::check, Ink::ok};
    if (state == "open") return {Icon::info, Ink::accent};
    return {Icon::warning, Ink::warning};
}

bool holdsWord(std::string_view list, std::string_view word) {
    for (size_t at = 0; at <= list.size();) {
        const size_t end = std::min(list.find(' ', at), list.size());
        if (list.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

// What was found of an answer, beside a bar in its colour, with a sign and a word.
void drawFeedback(const Look& look, Desk& desk, const UiNode& node) {
    const bool verdict = node.selected != "answer", words = !node.label.empty();
    const StateSign sign = verdict ? signOf(node.selected) : StateSign{Icon::eye, Ink::inkSoft};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, left = look.px(36), pad = look.px(8);
    const TextLook word{.type = Type::small, .ink = sign.ink, .bold = true}, text;
    const float room = width - left - pad;
    float height = 2 * pad + (verdict ? look.px(20) : 0);
    if (words)
        height += node.blocks.empty() ? drawWrapped(look, {}, room, node.label, text, false)
                                      : drawProse(look, {}, room, node.blocks, text, false);
    const ImVec2 high{at.x + width, at.y + height};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, high, look.color(sign.ink, look.contrast() ? 0 : 0.08),
                       look.px(cornerSize));
    list.AddRectFilled(at, {at.x + look.px(4), high.y}, look.color(sign.ink), look.px(cornerSize),
                       ImDrawFlags_RoundCornersLeft);
    if (look.contrast()) list.AddRect(at, high, look.color(Ink::line), look.px(cornerSize));
    drawIcon(list, sign.icon, {at.x + look.px(20), at.y + pad + look.px(9)}, look.px(16),
             look.color(sign.ink));
    float y = at.y + pad;
    if (verdict) {
        drawText(look, {at.x + left, y}, node.valueText, word);
        y += look.px(20);
    }
    if (words && node.blocks.empty()) {
        drawWrapped(look, {at.x + left, y}, room, node.label, text);
    } else if (words) {
        drawProse(look, {at.x + left, y}, room, node.blocks, text, true, &desk.asked.link);
    }
    ImGui::Dummy({width, height});
}

// Text under one another; questions and hints have their number before them.
void drawText(const Look& look, Desk& desk, std::span<const TextBlock> blocks,
              const TextLook& style, std::string_view before = {}) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    float x = 0;
    if (!before.empty()) {
        const TextLook word{
            .type = style.bold ? style.type : Type::small, .ink = Ink::accent, .bold = true};
        pt::drawText(look, {at.x, at.y + (style.bold ? 0 : look.px(1))}, before, word);
        x = textSize(look, before, word).x + look.px(8);
    }
    const float height =
        drawProse(look, {at.x + x, at.y}, width - x, blocks, style, true, &desk.asked.link);
    ImGui::Dummy({width, height});
}

void drawNote(const Look& look, std::string_view text) {
    if (text.empty()) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height =
        drawWrapped(look, at, width, text, {.type = Type::small, .ink = Ink::inkSoft});
    ImGui::Dummy({width, height});
}

// Under an item: what do you think of it, and the next hint.
void drawItemButtons(const Look& look, Desk& desk, const UiNode& item) {
    const UiNode* check = findNode(item, item.id + ".check");
    const UiNode* hint = findNode(item, item.id + ".hint");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    float x = at.x, y = at.y;
    const auto place = [&](const UiNode& node, const ButtonStyle& style) {
        const float wide = std::min(buttonWidth(look, node.label, style), width);
        if (x > at.x && x + wide > at.x + width) {
            x = at.x;
            y += look.px(look.target + 6);
        }
        moveTo({x, y});
        if (button(look, node.id.c_str(), node.label, style)) desk.ask(node.id);
        if (ImGui::IsItemHovered()) tooltip(look, node.help);
        x += wide + look.px(8);
    };
    if (check) place(*check, {.icon = static_cast<int>(Icon::check), .enabled = check->enabled});
    if (hint) place(*hint, {.kind = ButtonKind::quiet, .icon = static_cast<int>(Icon::help)});
    if (!check && !hint) return;
    moveTo(at);
    ImGui::Dummy({width, y - at.y + look.px(look.target)});
    if (check && !check->help.empty()) gap(look, 4);
    if (check) drawNote(look, check->help);
}

void drawItem(const Look& look, Desk& desk, const UiNode& item, size_t from, size_t to) {
    bool first = true;
    for (size_t i = from; i < to; ++i) {
        const UiNode& node = item.children[i];
        if (node.role == UiRole::button) continue;
        if (!first) gap(look, 8);
        first = false;
        ImGui::PushID(node.id.c_str());
        drawLessonNode(look, desk, item, node);
        ImGui::PopID();
    }
    if (to < item.children.size()) return;
    if (!first) gap(look, 8);
    drawItemButtons(look, desk, item);
}

}  // namespace

void drawLessonPart(const Look& look, Desk& desk, const LessonPart& part) {
    const UiNode& piece = *part.node;
    ImGui::PushID(piece.id.c_str());
    if (piece.role == UiRole::prose) {
        drawText(look, desk, std::span(piece.blocks).subspan(part.from, part.to - part.from), {});
    } else if (piece.id == "lesson.requirements") {
        drawNode(look, desk, piece);
    } else {
        drawItem(look, desk, piece, part.from, part.to);
    }
    ImGui::PopID();
}

void drawLessonNode(const Look& look, Desk& desk, const UiNode& item, const UiNode& node) {
    const bool done = item.selected == "ok";
    switch (node.role) {
    case UiRole::prose: {
        const bool ask = node.id == item.id + ".ask";
        drawNote(look, node.help);
        drawText(look, desk, node.blocks, {.bold = ask}, node.valueText);
        break;
    }
    case UiRole::message: drawFeedback(look, desk, node); break;
    case UiRole::options: drawAnswers(look, desk, node, done); break;
    case UiRole::order: drawOrder(look, desk, node); break;
    case UiRole::area: drawArea(look, desk, node); break;
    case UiRole::field: drawLessonField(look, desk, item, node); break;
    case UiRole::choice: drawLessonChoice(look, desk, node); break;
    case UiRole::sentence: drawSentence(look, desk, node); break;
    case UiRole::sketch: drawSketch(look, desk, node); break;
    case UiRole::picture: drawLessonPicture(look, desk, node); break;
    case UiRole::table: drawLessonTable(look, desk, node); break;
    case UiRole::plot: drawLessonPlot(look, desk, node); break;
    default: drawNode(look, desk, node); break;
    }
}

namespace {

struct Answer {
    bool chosen = false, many = false, marked = false, done = false;
};

// A ring or a square that fills when it is chosen, then the words.
bool drawAnswer(const Look& look, const UiOption& option, const Answer& answer, float width,
                bool enabled) {
    const float left = look.px(34), pad = look.px(6);
    const float room = width - left - look.px(answer.chosen ? 28 : 8);
    const float text = drawWrapped(look, {}, room, option.label, {}, false);
    const float height = std::max(text + 2 * pad, look.px(look.target));
    const ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + width, low.y + height};
    const Press press = pressableHere(option.id.c_str(), {width, height}, enabled);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (answer.chosen)
        list.AddRectFilled(low, high, look.color(Ink::accent, 0.1), look.px(cornerSize));
    if (press.hovered && enabled)
        list.AddRectFilled(low, high, look.color(Ink::ink, 0.05), look.px(cornerSize));
    const ImVec2 center{low.x + look.px(17), (low.y + high.y) / 2};
    const ImU32 color = look.color(answer.chosen ? Ink::accent : Ink::inkSoft);
    const float half = look.px(9);
    if (answer.many) {
        list.AddRect({center.x - half, center.y - half}, {center.x + half, center.y + half}, color,
                     look.px(3), 0, look.px(2));
        if (answer.chosen) drawIcon(list, Icon::check, center, look.px(14), color);
    } else {
        list.AddCircle(center, half, color, 32, look.px(2));
        if (answer.chosen) list.AddCircleFilled(center, look.px(4.5), color, 24);
    }
    drawWrapped(look, {low.x + left, low.y + (height - text) / 2}, room, option.label,
                {.alpha = enabled ? 1 : 0.6});
    if (answer.chosen && (answer.done || answer.marked)) {
        const StateSign sign = signOf(answer.done ? "ok" : "notYet");
        drawIcon(list, sign.icon, {high.x - look.px(16), center.y}, look.px(16),
                 look.color(sign.ink));
    }
    if (press.focused) drawFocus(look, low, high);
    return press.pressed;
}

// Short ones stand two beside each other.
int columnsOf(const Look& look, const UiNode& node, float width) {
    if (node.options.size() < 5) return 1;
    const float room = width / 2 - look.px(46);
    const bool fit =
        std::all_of(node.options.begin(), node.options.end(), [&](const UiOption& option) {
            return textSize(look, option.label, {}).x <= room;
        });
    return fit ? 2 : 1;
}

std::string toggled(const UiNode& node, const std::string& id) {
    std::string list;
    for (const UiOption& option : node.options) {
        if (holdsWord(node.selected, option.id) == (option.id == id)) continue;
        list += (list.empty() ? "" : " ") + option.id;
    }
    return list;
}

}  // namespace

void drawAnswers(const Look& look, Desk& desk, const UiNode& node, bool done) {
    if (!node.id.ends_with(".value")) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        ImGui::Dummy({width, drawWrapped(look, at, width, node.label, {.bold = true})});
        gap(look, 2);
    }
    drawNote(look, node.help);
    if (!node.help.empty()) gap(look, 4);
    const float width = ImGui::GetContentRegionAvail().x;
    const int columns = columnsOf(look, node, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wide = std::floor(width / static_cast<float>(columns));
    float y = at.y;
    for (size_t i = 0; i < node.options.size(); ++i) {
        const UiOption& option = node.options[i];
        const int column = static_cast<int>(i) % columns;
        moveTo({at.x + wide * static_cast<float>(column), y});
        const bool marked =
            std::find(node.items.begin(), node.items.end(), option.id) != node.items.end();
        const Answer answer{holdsWord(node.selected, option.id), node.many, marked, done};
        if (drawAnswer(look, option, answer, wide, node.enabled))
            desk.ask(node.id, node.many ? toggled(node, option.id) : option.id, ++desk.gesture);
        if (column + 1 == columns || i + 1 == node.options.size())
            y = ImGui::GetItemRectMax().y + look.px(2);
    }
    moveTo(at);
    ImGui::Dummy({width, y - at.y});
}

namespace {

std::string listOf(std::span<const UiOption> options) {
    std::string ids;
    for (const UiOption& option : options) ids += (ids.empty() ? "" : " ") + option.id;
    return ids;
}

}  // namespace

// Lines that are dragged up and down, or pushed by their arrows.
void drawOrder(const Look& look, Desk& desk, const UiNode& node) {
    drawNote(look, node.help);
    if (!node.help.empty()) gap(look, 4);
    const float width = ImGui::GetContentRegionAvail().x,
                side = look.px(std::max(look.target, 36.f));
    std::vector<UiOption> order = node.options;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto swap = [&](size_t a, size_t b) {
        std::swap(order[a], order[b]);
        desk.ask(node.id, listOf(order), ++desk.gesture);
    };
    for (size_t i = 0; i < node.options.size(); ++i) {
        const UiOption& option = node.options[i];
        ImGui::PushID(option.id.c_str());
        const ImVec2 low = ImGui::GetCursorScreenPos();
        const float room = width - look.px(34) - 2 * side;
        const float text = drawWrapped(look, {}, room, option.label, {}, false);
        const float height = std::max(text + look.px(12), side);
        const ImVec2 high{low.x + width - 2 * side, low.y + height};
        const Press press = pressable("line", low, high, node.enabled);
        if (ImGui::IsItemActivated()) desk.lesson.dragged = node.id + "/" + option.id;
        const bool dragged = press.held && desk.lesson.dragged == node.id + "/" + option.id;
        if (dragged) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
        const float pointer = ImGui::GetIO().MousePos.y;
        if (dragged && pointer < low.y && i > 0) swap(i, i - 1);
        if (dragged && pointer > high.y && i + 1 < node.options.size()) swap(i, i + 1);
        list.AddRectFilled(low, {low.x + width, high.y},
                           look.color(dragged ? Ink::accent : Ink::ink, dragged ? 0.14 : 0.05),
                           look.px(cornerSize));
        if (look.contrast())
            list.AddRect(low, {low.x + width, high.y}, look.color(Ink::line), look.px(cornerSize));
        pt::drawText(look, {low.x + look.px(10), low.y + (height - text) / 2},
                     std::to_string(i + 1), {.ink = Ink::inkSoft, .bold = true});
        drawWrapped(look, {low.x + look.px(30), low.y + (height - text) / 2}, room, option.label,
                    {});
        if (press.focused) drawFocus(look, low, high);
        const float y = low.y + (height - side) / 2;
        moveTo({high.x, y});
        if (iconButton(look, "up", Icon::up, desk.words("desktop.lesson.up"), {}, i > 0))
            swap(i, i - 1);
        moveTo({high.x + side, y});
        if (iconButton(look, "down", Icon::down, desk.words("desktop.lesson.down"), {},
                       i + 1 < node.options.size()))
            swap(i, i + 1);
        ImGui::PopID();
        moveTo(low);
        ImGui::Dummy({width, height + look.px(4)});
    }
}

// Enter fills it in and, where there is something to check, checks it.
void drawLessonField(const Look& look, Desk& desk, const UiNode& item, const UiNode& node) {
    const ImVec2 label = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const TextLook soft{.type = Type::small, .ink = Ink::inkSoft};
    if (!node.id.ends_with(".value") || item.icon == "predict")
        ImGui::Dummy({width, drawWrapped(look, label, width, node.label, soft) + look.px(2)});
    // Who types the unit needs no second one.
    const bool bare = node.valueText.find_last_of("0123456789") + 1 == node.valueText.size();
    if (!node.enabled) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string unit = node.unit.empty() ? "" : "\u202f" + node.unit;
        const std::string text = node.valueText + (bare ? unit : "");
        ImGui::Dummy({width, drawWrapped(look, at, width, text, {.bold = true})});
        return;
    }
    char buffer[longestField] = {};
    const bool refused = desk.typed.problemNode == node.id;
    const std::string shown = refused ? std::string(desk.typed.text) : node.valueText;
    std::strncpy(buffer, shown.c_str(), sizeof buffer - 1);
    const float unit =
        node.unit.empty() || !bare ? 0 : textSize(look, node.unit, {}).x + look.px(12);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool entered =
        textField(look, "##field", buffer, sizeof buffer, width - unit, false, true);
    if (ImGui::IsItemDeactivatedAfterEdit() && shown != buffer)
        desk.ask(node.id, buffer, ++desk.gesture);
    if (entered && item.icon == "number" && buffer[0] != 0 && findNode(item, item.id + ".check"))
        desk.ask(item.id + ".check");
    if (unit > 0) {
        const ImVec2 size = textSize(look, node.unit, {});
        pt::drawText(look, {at.x + width - size.x, at.y + (look.px(look.target) - size.y) / 2},
                     node.unit, {});
    }
    if (!node.help.empty()) gap(look, 4);
    drawNote(look, node.help);
    drawProblem(look, desk, node);
}

// A label, and beside it or below it one of a few words.
void drawLessonChoice(const Look& look, Desk& desk, const UiNode& node) {
    std::vector<std::string> labels;
    int selected = -1;
    for (const UiOption& option : node.options) {
        if (option.id == node.selected) selected = static_cast<int>(labels.size());
        labels.push_back(option.label);
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float beside = width * static_cast<float>(besides);
    const bool row = textSize(look, node.label, {}).x <= beside - look.px(8);
    float x = at.x, y = at.y, room = width;
    if (row) {
        pt::drawText(look, {at.x, at.y + (look.px(look.target) - textSize(look, "X", {}).y) / 2},
                     node.label, {});
        x += beside;
        room -= beside;
    } else {
        y += drawWrapped(look, at, width, node.label, {}) + look.px(4);
    }
    moveTo({x, y});
    int chosen = -1;
    if (segmentedWidth(look, labels) <= room) {
        chosen = segmented(look, "options", labels, selected, room, node.enabled);
    } else if (selected < 0) {
        chosen = menuButton(look, "options", desk.words("desktop.lesson.choose"), labels, room,
                            node.enabled);
    } else {
        chosen = dropDown(look, "options", labels, selected, room, node.enabled);
    }
    if (chosen >= 0)
        desk.ask(node.id, node.options[static_cast<size_t>(chosen)].id, ++desk.gesture);
    if (!node.items.empty()) {
        const StateSign sign = signOf("notYet");
        drawIcon(*ImGui::GetWindowDrawList(), sign.icon,
                 {x - look.px(12), y + look.px(look.target) / 2}, look.px(14),
                 look.color(sign.ink));
    }
    moveTo(at);
    ImGui::Dummy({width, y - at.y + look.px(std::max(look.target, 32.f))});
}

}  // namespace pt
