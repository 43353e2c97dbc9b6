// The errors of a lesson that is being written, until its file is in order again.
#include <algorithm>

#include "engine/desktop/panel_lesson.h"
#include "engine/desktop/widgets.h"
#include "engine/scenario/scenario.h"

namespace pt {
namespace {

// The line itself, with a mark under the place. A caret in a line of its own would shift in a
// typeface whose letters differ in width.
float drawExcerpt(const Look& look, ImVec2 at, float width, const std::string& excerpt) {
    const size_t end = excerpt.find('\n');
    if (end == std::string::npos) return 0;
    std::string line = excerpt.substr(0, end);
    size_t caret = std::min(excerpt.find('^', end) - end - 1, line.size());
    const size_t blank = std::min(line.find_first_not_of(' '), line.size());
    line.erase(0, blank);
    caret -= std::min(caret, blank);
    // Columns count characters.
    size_t bytes = 0;
    for (size_t i = 0; i < caret && bytes < line.size(); ++i) do
            ++bytes;
        while (bytes < line.size() && (line[bytes] & 0xC0) == 0x80);
    const TextLook text{.type = Type::small};
    const float pad = look.px(6), high = textSize(look, "X", text).y + 2 * pad;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + high}, look.color(Ink::ink, 0.05), look.px(4));
    if (look.contrast())
        list.AddRect(at, {at.x + width, at.y + high}, look.color(Ink::line), look.px(4));
    list.PushClipRect(at, {at.x + width, at.y + high}, true);
    // A long line is shown from shortly before the place on.
    const float place = textSize(look, std::string_view(line).substr(0, bytes), text).x;
    const float shift = std::max(0.f, place - width * 0.6f);
    drawText(look, {at.x + pad - shift, at.y + pad}, line, text);
    const float x = at.x + pad + place - shift, y = at.y + high - look.px(5);
    list.AddTriangleFilled({x - look.px(1), y + look.px(4)}, {x + look.px(7), y + look.px(4)},
                           {x + look.px(3), y - look.px(2)}, look.color(Ink::error));
    list.PopClipRect();
    return high;
}

void drawError(const Look& look, const Desk& desk, const Error& error, bool warning) {
    const float width = ImGui::GetContentRegionAvail().x - look.px(8);
    ImVec2 at = ImGui::GetCursorScreenPos();
    float y = at.y;
    Error bare = error;
    bare.where.clear();
    const Ink ink = warning ? Ink::warning : Ink::error;
    drawIcon(*ImGui::GetWindowDrawList(), warning ? Icon::warning : Icon::error,
             {at.x + look.px(8), y + look.px(9)}, look.px(16), look.color(ink));
    y += drawWrapped(look, {at.x + look.px(24), y}, width - look.px(24), error.where,
                     {.type = Type::small, .ink = Ink::inkSoft, .bold = true}) +
         look.px(2);
    y += drawWrapped(look, {at.x, y}, width, desk.words.sentence(bare), {}) + look.px(4);
    y += drawExcerpt(look, {at.x, y}, width, excerpt(desk.work.broken()->source, error));
    ImGui::Dummy({width, y - at.y + look.px(14)});
}

}  // namespace

void drawBrokenPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    if (!desk.work.broken()) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::sheet));
    list.AddLine({high.x - 0.5f, low.y}, {high.x - 0.5f, high.y}, look.color(Ink::line));
    const float pad = look.px(16), side = look.px(std::max(look.target, 36.f));
    const float width = high.x - low.x - 2 * pad;
    float y = low.y + look.px(10);
    const Args args{{"name", desk.work.broken()->name},
                    {"count", std::to_string(desk.work.broken()->errors.size())}};
    y += drawWrapped(look, {low.x + pad, y}, width - side, desk.words("desktop.broken.title", args),
                     {.type = Type::title, .bold = true});
    moveTo({high.x - side - look.px(8), low.y + look.px(6)});
    ImGui::PushID("broken");
    const bool close = iconButton(look, "close", Icon::close, desk.words("desktop.close"));
    y += look.px(6);
    y += drawWrapped(look, {low.x + pad, y}, width, desk.words("desktop.broken.text"),
                     {.type = Type::small, .ink = Ink::inkSoft});
    y += look.px(12);
    moveTo({low.x + pad, y});
    ImGui::BeginChild("errors", {high.x - low.x - pad, high.y - y}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NavFlattened);
    for (const Error& error : desk.work.broken()->errors) drawError(look, desk, error, false);
    for (const Error& error : desk.work.broken()->warnings) drawError(look, desk, error, true);
    ImGui::EndChild();
    ImGui::PopID();
    if (close) desk.work.dismissBroken();
}

}  // namespace pt
