#include <algorithm>
#include <cmath>

#include "engine/desktop/bars.h"
#include "engine/desktop/widgets.h"
#include "engine/i18n/calendar.h"
#include "engine/run/csv.h"

namespace pt {
namespace {

constexpr double barWidest = 920, roomForOneRow = 640, roomForDates = 780, playWidth = 188,
                 speedWidth = 76;

float boldNeed(const Look& look, std::string_view text) {
    return textSize(look, text, {.type = Type::small, .bold = true}).x + look.px(8);
}

// "1 jaar in 5 s" is wider than "64×".
float speedRoom(const Look& look, const Desk& desk) {
    float least = look.px(speedWidth);
    return desk.work.session().schema().calendar()
               ? std::max(least, boldNeed(look, desk.words("ui.speed.year")))
               : least;
}

// The time line beside the buttons; dates and their speeds take more room.
bool fitsOneRow(const Look& look, const Desk& desk, float width) {
    bool dates = desk.work.session().schema().calendar() != nullptr;
    return width >= look.px(dates ? roomForDates : roomForOneRow);
}

// The buttons of one row, from left to right at x.
struct Row {
    const Look& look;
    Desk& desk;
    float x, middle;

    void icon(std::string_view node, Icon shape, Act act) {
        const UiNode* about = desk.node(node);
        if (!about) return;
        float side = look.px(std::max(look.target, 36.f));
        moveTo({x, middle - side / 2});
        if (iconButton(look, about->id.c_str(), shape, about->label,
                       keyText(shortcut(act), desk.words), about->enabled)) {
            desk.ask(about->id);
        }
        x += side + look.px(4);
    }

    void play(float width) {
        const UiNode* about = desk.node("run.play");
        if (!about) return;
        bool playing = desk.work.session().playing();
        bool again = desk.work.session().finished();
        Icon shape = playing ? Icon::pause : again ? Icon::reset : Icon::play;
        ButtonStyle style{.kind = ButtonKind::primary,
                          .icon = static_cast<int>(shape),
                          .width = width,
                          .enabled = about->enabled};
        moveTo({x, middle - look.px(std::max(look.target, 40.f)) / 2});
        if (button(look, "run.play", about->label, style)) desk.ask("run.play");
        x += width + look.px(8);
    }

    void words(std::string_view text, float width, Ink ink, bool center) {
        TextLook style{.type = Type::small, .ink = ink, .bold = true};
        ImVec2 size = textSize(look, text, style);
        float left = center ? x + (width - size.x) / 2 : x;
        drawText(look, {left, middle - size.y / 2}, text, style);
        x += width;
    }

    void speed() {
        icon("run.slower", Icon::minus, Act::slower);
        const UiNode* about = desk.node("run.speed");
        double slow = desk.prefs.reducedMotion ? 1 : FailureMoment::factor(desk.work.session());
        bool slowed = slow < 0.999 && desk.work.session().playing();
        std::string text =
            slowed ? desk.words("desktop.slow_motion") : (about ? about->valueText : std::string());
        words(text, speedRoom(look, desk), slowed ? Ink::accent : Ink::ink, true);
        icon("run.faster", Icon::plus, Act::faster);
    }
};

// Marks on the timeline where something happened.
void drawMarks(const Look& look, const Session& session, ImVec2 low, float width) {
    double whole = static_cast<double>(session.reached()) * session.dt();
    if (whole <= 0) return;
    float left = low.x + look.px(8), span = width - look.px(16);
    for (const TimedEvent& event : session.recording().events()) {
        float x = left + span * static_cast<float>(std::min(1.0, event.time / whole));
        float y = low.y + look.px(4);
        ImGui::GetWindowDrawList()->AddTriangleFilled({x - look.px(4), y}, {x + look.px(4), y},
                                                      {x, y + look.px(6)}, look.color(Ink::error));
    }
}

// A date needs more room than a few seconds; the widest one, so that nothing jumps.
float clockNeed(const Look& look, const Desk& desk) {
    if (!desk.work.session().schema().calendar()) return 0;
    return boldNeed(look, momentText(secondsOfYear - 97 * secondsOfDay - 60, desk.words));
}

void drawTimeline(Row& row, float width) {
    const Look& look = row.look;
    Desk& desk = row.desk;
    const UiNode* time = desk.node("run.time");
    if (!time) return;
    const UiNode* clock = desk.node("run.clock");
    float clockWidth = std::max(look.px(64), clockNeed(look, desk)), track = width - clockWidth;
    ImVec2 at{row.x, row.middle - look.px(14)};
    moveTo(at);
    double value = time->value;
    SliderMove move = slider(look, "run.time", value, time->min, std::max(time->max, time->step),
                             time->step, track, time->enabled);
    drawMarks(look, desk.work.session(), at, track);
    if (move.changed) desk.ask("run.time", csvNumber(value, CsvStyle::standard));
    row.x += track + look.px(8);
    row.words(clock ? clock->valueText : std::string(), clockWidth - look.px(8), Ink::inkSoft,
              false);
}

}  // namespace

float transportHeight(const Look& look, const Desk& desk, float width) {
    return look.px(fitsOneRow(look, desk, width) ? 84 : 100);
}

void drawTransport(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    float room = high.x - low.x;
    float wide =
        std::min(room - look.px(fitsOneRow(look, desk, room) ? 32 : 16), look.px(barWidest));
    float x = std::round((low.x + high.x - wide) / 2);
    bool oneRow = fitsOneRow(look, desk, room);
    float tall = look.px(oneRow ? 56 : 84), below = look.px(oneRow ? 16 : 8);
    ImVec2 a{x, high.y - below - tall}, b{x + wide, high.y - below};
    drawSheet(look, *ImGui::GetWindowDrawList(), a, b, 12);

    float side = look.px(std::max(look.target, 36.f)) + look.px(4);
    float middle = oneRow ? (a.y + b.y) / 2 : b.y - look.px(27);
    Row row{look, desk, a.x + look.px(12), middle};
    if (!oneRow) {
        Row upper{look, desk, a.x + look.px(12), a.y + look.px(18)};
        drawTimeline(upper, wide - look.px(24));
    }
    float fixed = 3 * side + look.px(8) + 2 * side + speedRoom(look, desk) + look.px(32);
    const UiNode* play = desk.node("run.play");
    float label =
        play ? buttonWidth(look, play->label, {.kind = ButtonKind::primary, .icon = 0}) : 0;
    float playWide = std::min(std::max(look.px(playWidth), label), wide - fixed);
    row.icon("run.rewind", Icon::rewind, Act::rewind);
    row.icon("run.back", Icon::stepBack, Act::stepBack);
    row.x += look.px(4);
    row.play(playWide);
    row.icon("run.step", Icon::step, Act::step);
    row.x += look.px(4);
    float speed = 2 * side + speedRoom(look, desk);
    float end = b.x - look.px(8);
    if (oneRow) drawTimeline(row, end - speed - row.x - look.px(4));
    row.x = end - speed;
    row.speed();
}

}  // namespace pt
