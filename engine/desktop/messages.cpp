#include <algorithm>
#include <vector>

#include "engine/desktop/bars.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double widest = 600, noteRoom = 260;  // points

struct Banner {
    Icon icon = Icon::info;
    Ink ink = Ink::accent;
    std::string sentence;
    std::string detail;
    bool large = false;
    bool replay = false;  // offers to see the moment again
    bool closes = false;
};

enum class Answer : uint8_t { none, close, replay };

Answer drawBanner(const Look& look, const Desk& desk, const Banner& banner, ImVec2 low, float width,
                  float& height) {
    TextLook main{.type = banner.large ? Type::title : Type::body, .bold = true};
    TextLook small{.type = Type::small, .ink = Ink::inkSoft};
    std::string again = desk.words("desktop.replay");
    float side = look.px(std::max(look.target, 36.f)), pad = look.px(12);
    float left = look.px(44), right = banner.closes ? side + look.px(4) : look.px(8);
    if (banner.replay) right += buttonWidth(look, again) + look.px(8);
    float room = width - left - right - look.px(8);
    float first = drawWrapped(look, {}, room, banner.sentence, main, false);
    float second =
        banner.detail.empty() ? 0 : drawWrapped(look, {}, room, banner.detail, small, false);
    height = std::max(first + second + 2 * pad, side + look.px(12));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 high{low.x + width, low.y + height};
    drawSheet(look, list, low, high);
    list.AddRectFilled(low, {low.x + look.px(4), high.y}, look.color(banner.ink),
                       look.px(cornerSize), ImDrawFlags_RoundCornersLeft);
    float y = low.y + (height - first - second) / 2;
    drawIcon(list, banner.icon, {low.x + look.px(25), (low.y + high.y) / 2}, look.px(20),
             look.color(banner.ink));
    drawWrapped(look, {low.x + left, y}, room, banner.sentence, main);
    if (second > 0) drawWrapped(look, {low.x + left, y + first}, room, banner.detail, small);

    Answer answer = Answer::none;
    ImGui::PushID(banner.sentence.c_str());
    float x = high.x - right + look.px(4);
    if (banner.replay) {
        moveTo({x, (low.y + high.y - look.px(look.target)) / 2});
        if (button(look, "replay", again)) answer = Answer::replay;
        x += buttonWidth(look, again) + look.px(8);
    }
    if (banner.closes) {
        moveTo({high.x - side - look.px(6), (low.y + high.y - side) / 2});
        if (iconButton(look, "close", Icon::close, desk.words("desktop.close"))) {
            answer = Answer::close;
        }
    }
    ImGui::PopID();
    return answer;
}

// The lab's own messages: what makes a run impossible, else the result, else what just happened.
bool labBanner(const Desk& desk, Banner& banner) {
    const UiNode* messages = desk.node("messages");
    if (!messages || messages->children.empty()) return false;
    if (const UiNode* trouble = desk.node("message.trouble")) {
        banner = {Icon::warning, Ink::error, trouble->label, "", false, false, false};
        return true;
    }
    const UiNode* result = desk.node("message.result");
    if (!result || desk.resultDismissed) return false;
    bool broke = failureTime(desk.work.session()).has_value();
    banner = {Icon::info, Ink::accent, result->label, "", true, broke, true};
    for (const UiNode& node : messages->children) {
        if (!broke || &node == result) continue;
        banner.detail += (banner.detail.empty() ? "" : "\n") + node.label;
    }
    return true;
}

}  // namespace

void drawMessages(const Look& look, Desk& desk, ImVec2 top, float width, bool low) {
    // Beside the remarks of the stage, or over them where there is no room.
    bool beside = width >= look.px(noteRoom + 440);
    float wide = std::min(width - look.px(beside ? noteRoom : 32), look.px(widest));
    ImVec2 at{top.x + width - look.px(16) - wide, top.y};
    float height = 0;
    if (!desk.notice.sentence.empty()) {
        Banner banner{desk.notice.error ? Icon::error : Icon::check,
                      desk.notice.error ? Ink::error : Ink::ok,
                      desk.notice.sentence,
                      desk.notice.detail,
                      false,
                      false,
                      true};
        if (drawBanner(look, desk, banner, at, wide, height) == Answer::close) desk.notice = {};
        at.y += height + look.px(8);
    }
    Banner banner;
    if (!labBanner(desk, banner)) return;
    banner.large = banner.large && beside && !low;
    Answer answer = drawBanner(look, desk, banner, at, wide, height);
    if (answer == Answer::close) desk.resultDismissed = true;
    if (answer == Answer::replay) desk.ask(Act::replay);
}

}  // namespace pt
