#include "engine/desktop/panel_lesson.h"

#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

#include "engine/desktop/panel_ui.h"
#include "engine/desktop/prose.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double pad = 16, pieceGap = 16, partGap = 8, footHeight = 100;
constexpr double answerRoom = 56;  // kept free under an item for what will be said of it

struct Panel {
    ImVec2 low, high;
    float inner;  // width
};

const UiNode* childOf(const UiNode& node, std::string_view id) {
    for (const UiNode& child : node.children)
        if (child.id == id) return &child;
    return nullptr;
}

// -- head

Icon stepIcon(const UiNode& step) { return step.selected == "done" ? Icon::check : Icon::lock; }

// One step as a square with its number, a tick or a lock.
bool stepButton(const Look& look, const UiNode& step, size_t index, float side) {
    ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + side, low.y + look.px(look.target)};
    Press press = pressableHere(step.id.c_str(), {side, high.y - low.y}, step.enabled);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool now = step.selected == "now";
    const float middle = (low.x + high.x) / 2, y = (low.y + high.y) / 2, disc = look.px(13);
    if (press.hovered && step.enabled)
        list.AddRectFilled(low, high, look.color(Ink::ink, 0.06), look.px(cornerSize));
    if (now) {
        list.AddCircleFilled({middle, y}, disc, look.color(Ink::accent), 32);
    } else {
        list.AddCircle({middle, y}, disc, look.color(Ink::line), 32, look.px(1.5));
    }
    if (now || step.selected == "open") {
        TextLook style{.type = Type::small, .ink = now ? Ink::onAccent : Ink::ink, .bold = now};
        const std::string number = std::to_string(index + 1);
        const ImVec2 size = textSize(look, number, style);
        drawText(look, {std::round(middle - size.x / 2), std::round(y - size.y / 2)}, number,
                 style);
    } else {
        const bool done = step.selected == "done";
        drawIcon(list, stepIcon(step), {middle, y}, look.px(14),
                 look.color(done ? Ink::ok : Ink::inkSoft));
    }
    if (press.focused) drawFocus(look, low, high);
    if (press.hovered || press.focused)
        tooltip(look, step.help.empty() ? step.label + " – " + step.valueText
                                        : step.label + ". " + step.help);
    return press.pressed && !now;
}

// A row of squares, or a list that opens where there are too many.
void drawSteps(const Look& look, Desk& desk, const UiNode& steps, float width) {
    const auto count = static_cast<float>(steps.children.size());
    const float side = std::floor(std::min(look.px(48), width / std::max(count, 1.f)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (side >= look.px(std::min(look.target, 36.f))) {
        for (size_t i = 0; i < steps.children.size(); ++i) {
            moveTo({at.x + side * static_cast<float>(i), at.y});
            if (stepButton(look, steps.children[i], i, side))
                desk.ask(steps.id, steps.options[i].id);
        }
    } else {
        std::vector<std::string> labels;
        int now = 0;
        for (const UiNode& step : steps.children) {
            if (step.selected == "now") now = static_cast<int>(labels.size());
            labels.push_back(std::to_string(labels.size() + 1) + "  " + step.label +
                             (step.selected == "now" ? "" : " – " + step.valueText));
        }
        const int chosen = dropDown(look, "steps", labels, now, width);
        if (chosen >= 0) desk.ask(steps.id, steps.options[static_cast<size_t>(chosen)].id);
    }
    moveTo({at.x, at.y + look.px(look.target)});
}

// "Stap 2 van 5", tools at the right, the steps, and what this one is called.
float drawHead(const Look& look, Desk& desk, const UiNode& lesson, const Panel& panel) {
    const UiNode *steps = childOf(lesson, "lesson.step"),
                 *progress = childOf(lesson, "lesson.progress");
    if (!steps || !progress) return 0;
    const float side = look.px(std::max(look.target, 36.f)), left = panel.low.x + look.px(pad);
    float x = panel.high.x - look.px(8) - side, y = panel.low.y + look.px(6);
    moveTo({x, y});
    if (iconButton(look, "menu", Icon::more, desk.words("desktop.lesson.menu")))
        desk.lesson.menu = true;
    drawLessonMenu(look, desk, {x + side, y + side});
    if (desk.speaks) {
        x -= side + look.px(2);
        moveTo({x, y});
        const Shortcut& row = shortcut(Act::speak);
        if (iconButton(look, "speak", Icon::speak, desk.words(row.label), keyText(row, desk.words)))
            desk.ask(Act::speak);
    }
    TextLook soft{.type = Type::small, .ink = Ink::inkSoft};
    std::string place = progress->label;
    const UiNode* teacher = childOf(lesson, "lesson.teacher");  // who sees all the answers
    if (teacher && teacher->selected == "on") place += " · " + teacher->label;
    drawElided(look, {left, y + (side - textSize(look, "X", soft).y) / 2}, x - left, place, soft);
    y += side;
    moveTo({left - look.px(6), y});
    drawSteps(look, desk, *steps, panel.inner + look.px(12));
    y += look.px(look.target + 6);
    const TextLook title{.type = Type::title, .bold = true};
    y += drawWrapped(look, {left, y}, panel.inner, steps->valueText, title);
    return y + look.px(8) - panel.low.y;
}

// -- pages

// Height of a piece in this width, laid out where nobody sees it.
float measured(const Look& look, Desk& desk, const LessonPart& part, float width) {
    Look quiet = look;
    quiet.transcript = nullptr;
    ImGui::PushID("measure");
    ImGui::SetCursorScreenPos(ImGui::GetWindowPos());
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);  // no stop of the Tab key that nobody sees
    ImGui::BeginChild(part.key().c_str(), {width, 1}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoInputs |
                          ImGuiWindowFlags_NoNav);
    const float top = ImGui::GetCursorScreenPos().y;
    desk.lesson.measuring = true;
    drawLessonPart(quiet, desk, part);
    desk.lesson.measuring = false;
    const float height = ImGui::GetCursorScreenPos().y - top;
    for (ImDrawVert& corner : ImGui::GetWindowDrawList()->VtxBuffer) corner.col = 0;
    ImGui::EndChild();
    ImGui::PopItemFlag();
    ImGui::PopID();
    return height;
}

bool expectsAnswer(const UiNode& piece) {
    return piece.selected == "none" &&
           std::any_of(piece.children.begin(), piece.children.end(),
                       [&](const UiNode& node) { return node.id == piece.id + ".check"; });
}

using Page = std::vector<LessonPart>;

// What is higher than a page goes on on the next one.
void split(const Look& look, Desk& desk, const LessonPart& whole, float width, float height,
           std::vector<Page>& pages) {
    LessonPart part{whole.node, 0, 0};
    float used = 0;
    for (size_t i = 0; i < whole.to; ++i) {
        const float need = measured(look, desk, {whole.node, i, i + 1}, width) + look.px(partGap);
        if (used > 0 && used + need > height) {
            pages.push_back({part});
            part.from = i;
            used = 0;
        }
        used += need;
        part.to = i + 1;
    }
    pages.push_back({part});
}

// Which pieces share a page: as many as fit one after another.
std::vector<Page> pagesOf(const Look& look, Desk& desk, const UiNode& lesson, float width,
                          float height) {
    std::vector<Page> pages;
    float left = 0;
    for (const UiNode* node : lessonPieces(lesson)) {
        const LessonPart whole = LessonPart::whole(*node);
        float need = measured(look, desk, whole, width);
        if (need > height && whole.to > 1) {
            split(look, desk, whole, width, height, pages);
            left = 0;
            continue;
        }
        if (expectsAnswer(*node)) need = std::min(need + look.px(answerRoom), height);
        if (pages.empty() || need > left) {
            pages.emplace_back();
            left = height;
        }
        pages.back().push_back(whole);
        left -= need + look.px(pieceGap);
    }
    return pages;
}

// The page with the part that was shown, or else with the beginning of what it is part of.
int openPage(const Desk& desk, const std::vector<Page>& pages) {
    const std::string& open = desk.lesson.piece;
    const std::string_view id = std::string_view(open).substr(0, open.find('/'));
    int found = -1;
    for (size_t i = 0; i < pages.size(); ++i) {
        for (const LessonPart& part : pages[i]) {
            if (part.key() == open) return static_cast<int>(i);
            if (found < 0 && part.node->id == id) found = static_cast<int>(i);
        }
    }
    return std::max(found, 0);
}

// -- foot

// What is left to do, and the ways to the pages and steps beside this one.
void drawFoot(const Look& look, Desk& desk, const UiNode& lesson, const Panel& panel, float top) {
    const UiNode *back = childOf(lesson, "lesson.back"), *next = childOf(lesson, "lesson.next"),
                 *expects = childOf(lesson, "lesson.expects");
    if (!back || !expects) return;
    const LessonLook& now = desk.lesson;
    ImGui::GetWindowDrawList()->AddLine({panel.low.x, top}, {panel.high.x, top},
                                        look.color(Ink::line));
    const float left = panel.low.x + look.px(pad), right = panel.high.x - look.px(pad);
    const bool done = expects->selected == "done", last = now.page + 1 >= now.pages;
    const TextLook soft{.type = Type::small, .ink = done ? Ink::ok : Ink::inkSoft, .bold = done};
    const std::string& sentence = next && !next->help.empty() && done ? next->help : expects->label;
    const float height = drawWrapped(look, {}, panel.inner, sentence, soft, false);
    const float row = look.px(std::max(look.target, 40.f));
    const float y = panel.high.y - look.px(12) - row, low = y + (row - look.px(look.target)) / 2;
    drawWrapped(look, {left, top + std::max(0.f, (y - top - height) / 2)}, panel.inner, sentence,
                soft);
    moveTo({left - look.px(8), low});
    const ButtonStyle quiet{.kind = ButtonKind::quiet, .enabled = now.page > 0 || back->enabled};
    if (button(look, "back", back->label, quiet)) turnLessonPage(desk, -1);
    if (now.pages > 1) {
        const std::string place = std::to_string(now.page + 1) + "/" + std::to_string(now.pages);
        const TextLook count{.ink = Ink::inkSoft};
        const ImVec2 size = textSize(look, place, count);
        drawText(look, {std::round((left + right - size.x) / 2), y + (row - size.y) / 2}, place,
                 count);
    }
    if (last && !next) return;
    const std::string on = last ? next->label : desk.words("desktop.lesson.on");
    const bool primary = last && next->primary;
    const ButtonStyle way{.kind = primary ? ButtonKind::primary : ButtonKind::normal,
                          .enabled = !last || next->enabled};
    moveTo({right - buttonWidth(look, on, way), primary ? y : low});
    if (button(look, "next", on, way)) turnLessonPage(desk, 1);
    if (last && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        tooltip(look, next->help);
}

// Someone of the lesson speaks: an event, the script.
float drawSaid(const Look& look, Desk& desk, const UiNode& lesson, ImVec2 at, float width) {
    float y = at.y;
    for (const UiNode& node : lesson.children) {
        if (!node.id.starts_with("lesson.said.") && !node.id.starts_with("lesson.console."))
            continue;
        moveTo({at.x, y});
        ImGui::BeginChild(node.id.c_str(), {width, 0}, ImGuiChildFlags_AutoResizeY);
        drawNode(look, desk, node);
        y += ImGui::GetWindowSize().y + look.px(6);
        ImGui::EndChild();
    }
    return y - at.y;
}

}  // namespace

LessonPart LessonPart::whole(const UiNode& node) {
    const bool text = node.role == UiRole::prose;
    return {&node, 0, text ? node.blocks.size() : node.children.size()};
}

std::string LessonPart::key() const {
    return from == 0 ? node->id : node->id + "/" + std::to_string(from);
}

const UiNode* lessonOf(const Desk& desk) {
    const UiNode* lesson = desk.node("lesson");
    return lesson && !lesson->children.empty() ? lesson : nullptr;
}

std::vector<const UiNode*> lessonPieces(const UiNode& lesson) {
    std::vector<const UiNode*> pieces;
    for (const UiNode& node : lesson.children) {
        const bool item = node.id.starts_with("item.") || node.id == "lesson.text" ||
                          node.id == "lesson.requirements";
        if (item) pieces.push_back(&node);
    }
    return pieces;
}

void drawLessonPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    const UiNode* lesson = lessonOf(desk);
    if (!lesson) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::sheet));
    list.AddLine({high.x - 0.5f, low.y}, {high.x - 0.5f, high.y}, look.color(Ink::line));
    const Panel panel{low, high, high.x - low.x - look.px(2 * pad)};
    ImGui::PushID("lesson");
    float y = low.y + drawHead(look, desk, *lesson, panel);
    y += drawSaid(look, desk, *lesson, {low.x + look.px(pad), y}, panel.inner);
    const float foot = high.y - look.px(footHeight), left = low.x + look.px(pad);

    // Rings of what has the focus need some room around it.
    const float room = look.px(6);
    const auto pages = pagesOf(look, desk, *lesson, panel.inner, foot - y - 2 * room);
    LessonLook& now = desk.lesson;
    now.pages = static_cast<int>(pages.size());
    now.page = openPage(desk, pages);
    const int turned = now.page + now.turn;
    if (now.turn != 0 && turned >= 0 && turned < now.pages) {
        now.page = turned;
        now.piece = pages[static_cast<size_t>(turned)].front().key();
    }
    now.turn = 0;
    moveTo({left - room, y - room});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {room, room});
    ImGui::BeginChild("page", {panel.inner + 2 * room, foot - y + room},
                      ImGuiChildFlags_AlwaysUseWindowPadding, ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    if (now.shown != now.piece + std::to_string(now.page)) ImGui::SetScrollY(0);
    now.shown = now.piece + std::to_string(now.page);
    bool first = true;
    for (const LessonPart& part : pages.empty() ? Page{} : pages[static_cast<size_t>(now.page)]) {
        if (!first) gap(look, pieceGap);
        first = false;
        drawLessonPart(look, desk, part);
    }
    now.scrolls = ImGui::GetScrollMaxY() > 0;
    ImGui::EndChild();
    drawFoot(look, desk, *lesson, panel, foot);
    ImGui::PopID();
}

void turnLessonPage(Desk& desk, int way) {
    const LessonLook& now = desk.lesson;
    const bool inside = way < 0 ? now.page > 0 : now.page + 1 < now.pages;
    if (inside) {
        desk.lesson.turn = way;
        return;
    }
    const UiNode* node = desk.node(way < 0 ? "lesson.back" : "lesson.next");
    if (node && node->enabled) desk.ask(node->id);
}

std::string lessonAloud(const Desk& desk) {
    const UiNode* lesson = lessonOf(desk);
    if (!lesson) return "";
    std::string text;
    const auto say = [&text](const std::string& sentence) {
        if (!sentence.empty()) text += sentence + "\n";
    };
    const UiNode* steps = childOf(*lesson, "lesson.step");
    if (steps) say(steps->valueText + ".");
    for (const UiNode* piece : lessonPieces(*lesson)) {
        if (piece->role == UiRole::prose) say(piece->label);
        for (const UiNode& node : piece->children) {
            const bool words = node.role == UiRole::prose || node.role == UiRole::message ||
                               node.role == UiRole::picture || node.role == UiRole::requirement;
            if (words) say(node.label);
            if (node.role == UiRole::options || node.role == UiRole::order)
                for (const UiOption& option : node.options) say(option.label + ".");
        }
    }
    return text;
}

}  // namespace pt
