#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/desktop/bars.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double widest = 640, noteRoom = 260;  // points
constexpr double roomForLarge = 700;            // height of the stage

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

// Where the words of a banner come, for a width.
struct BannerPlan {
    TextLook main, small{.type = Type::small, .ink = Ink::inkSoft};
    float side = 0, left = 0, right = 0, room = 0;
    float first = 0, second = 0, row = 0, height = 0;  // row: sentence and buttons
};

BannerPlan planBanner(const Look& look, const Desk& desk, const Banner& banner, float width) {
    BannerPlan plan;
    plan.main = {.type = banner.large ? Type::title : Type::body, .bold = true};
    plan.side = look.px(std::max(look.target, 36.f));
    plan.left = look.px(44);
    plan.right = banner.closes ? plan.side + look.px(4) : look.px(8);
    if (banner.replay) plan.right += buttonWidth(look, desk.words("desktop.replay")) + look.px(8);
    plan.room = width - plan.left - plan.right - look.px(8);
    plan.first = drawWrapped(look, {}, plan.room, banner.sentence, plan.main, false);
    plan.row = std::max(plan.first + look.px(20), plan.side + look.px(12));
    plan.height = plan.row;
    if (!banner.detail.empty()) {
        float wide = width - plan.left - look.px(16);
        plan.second = drawWrapped(look, {}, wide, banner.detail, plan.small, false);
        plan.height += plan.second + look.px(6);
    }
    return plan;
}

Answer drawBanner(const Look& look, const Desk& desk, const Banner& banner, ImVec2 low, float width,
                  const BannerPlan& plan) {
    const float height = plan.height, side = plan.side;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 high{low.x + width, low.y + height};
    drawSheet(look, list, low, high);
    list.AddRectFilled(low, {low.x + look.px(4), high.y}, look.color(banner.ink),
                       look.px(cornerSize), ImDrawFlags_RoundCornersLeft);
    float middle = low.y + plan.row / 2, left = low.x + plan.left;
    drawIcon(list, banner.icon, {low.x + look.px(25), middle}, look.px(20), look.color(banner.ink));
    drawWrapped(look, {left, middle - plan.first / 2}, plan.room, banner.sentence, plan.main);
    if (plan.second > 0) {
        drawWrapped(look, {left, low.y + plan.row - look.px(4)}, width - plan.left - look.px(16),
                    banner.detail, plan.small);
    }

    Answer answer = Answer::none;
    ImGui::PushID(banner.sentence.c_str());
    float x = high.x - plan.right + look.px(4);
    if (banner.replay) {
        moveTo({x, middle - look.px(look.target) / 2});
        if (button(look, "replay", desk.words("desktop.replay"))) answer = Answer::replay;
    }
    if (banner.closes) {
        moveTo({high.x - side - look.px(6), middle - side / 2});
        if (iconButton(look, "close", Icon::close, desk.words("desktop.close"))) {
            answer = Answer::close;
        }
    }
    ImGui::PopID();
    return answer;
}

// Why it broke, in the lab's words. The other events say what the drawing or the result says.
std::string reasonOf(const Desk& desk) {
    const auto& events = desk.work.session().recording().events();
    for (size_t i = events.size(); i-- > 0;) {
        if (!events[i].event.key.starts_with("explained")) continue;
        const UiNode* node = desk.node("message.event." + std::to_string(i));
        return node ? node->label : "";
    }
    return "";
}

// The result, and why.
bool resultBanner(const Desk& desk, Banner& banner) {
    const UiNode* result = desk.node("message.result");
    if (!result || desk.resultDismissed) return false;
    bool broke = failureTime(desk.work.session()).has_value();
    banner = {Icon::info, Ink::accent, result->label, reasonOf(desk), false, broke, true};
    return true;
}

// Whether a remark on the drawing says this already.
bool drawingSays(const Desk& desk, std::string_view sentence) {
    if (!desk.stage.scene) return false;
    const std::vector<Note>& notes = desk.stage.scene->notes();
    return std::any_of(notes.begin(), notes.end(),
                       [&](const Note& note) { return note.text == sentence; });
}

}  // namespace

void drawMessages(const Look& look, Desk& desk, ImVec2 top, float width, bool low) {
    // Beside the remarks of the stage, or over them where there is no room.
    bool beside = width >= look.px(noteRoom + 440);
    float wide = std::min(width - look.px(beside ? noteRoom : 32), look.px(widest));
    ImVec2 at{top.x + width - look.px(16) - wide, top.y};
    if (!desk.notice.sentence.empty()) {
        Banner banner{desk.notice.error ? Icon::error : Icon::check,
                      desk.notice.error ? Ink::error : Ink::ok,
                      desk.notice.sentence,
                      desk.notice.detail,
                      false,
                      false,
                      true};
        BannerPlan plan = planBanner(look, desk, banner, wide);
        if (drawBanner(look, desk, banner, at, wide, plan) == Answer::close) desk.notice = {};
        at.y += plan.height + look.px(8);
    }
    Banner banner;
    if (!resultBanner(desk, banner)) return;
    banner.large = beside && desk.stage.camera.size.y >= roomForLarge;
    if (low) banner.detail.clear();  // what broke stays in sight
    BannerPlan plan = planBanner(look, desk, banner, wide);
    Answer answer = drawBanner(look, desk, banner, at, wide, plan);
    if (answer == Answer::close) desk.resultDismissed = true;
    if (answer == Answer::replay) desk.ask(Act::replay);
}

void drawTrouble(const Look& look, Desk& desk, ImVec2 bottom, float width) {
    const UiNode* trouble = desk.node("message.trouble");
    if (!trouble || drawingSays(desk, trouble->label)) return;
    Banner banner{Icon::warning, Ink::error, trouble->label, "", false, false, false};
    float wide = std::min(width - look.px(32), look.px(widest));
    float x = std::round(bottom.x + (width - wide) / 2);
    BannerPlan plan = planBanner(look, desk, banner, wide);
    drawBanner(look, desk, banner, {x, bottom.y - plan.height}, wide, plan);
}

}  // namespace pt
