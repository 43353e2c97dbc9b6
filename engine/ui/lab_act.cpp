#include "engine/ui/lab_act.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/ui/lab_ui.h"
#include "engine/ui/lab_words.h"
#include "engine/ui/rates.h"

namespace pt {
namespace {

// After the end the same button starts the run again.
Status playOrPause(Session& session) {
    if (session.playing()) {
        session.pause();
        return Ok{};
    }
    if (session.finished()) {
        if (Status reset = session.post({.name = "reset", .args = Json::object()}); !reset) {
            return reset;
        }
    }
    session.play();
    return Ok{};
}

Status goTo(Session& session, int64_t step) {
    session.pause();
    return session.rewindTo(std::clamp<int64_t>(step, 0, session.reached()));
}

Status oneStep(Session& session) {
    session.pause();
    return session.finished() ? Status(Ok{}) : session.stepOnce();
}

// The next of those that people can say.
Status calendarSpeed(Session& session, bool faster) {
    const double now = session.rate();
    double next = now;
    for (const CalendarSpeed& speed : calendarSpeeds) {
        if (faster && speed.rate > now) {
            next = speed.rate;
            break;
        }
        if (!faster && speed.rate < now) next = speed.rate;
    }
    session.rate(next);
    return Ok{};
}

Status speed(Session& session, double factor) {
    if (session.schema().calendar()) return calendarSpeed(session, factor > 1);
    session.rate(std::clamp(session.rate() * factor, slowestRate, fastestRate));
    return Ok{};
}

Status edit(Session& session, std::string name) {
    return session.post({.name = std::move(name), .args = Json::object()});
}

struct Button {
    std::string_view id;
    Status (*press)(Session&);
};

constexpr Button buttons[] = {
    {"run.play", playOrPause},
    {"run.rewind", [](Session& s) { return goTo(s, 0); }},
    {"run.back", [](Session& s) { return goTo(s, s.step() - 1); }},
    {"run.step", oneStep},
    {"run.slower", [](Session& s) { return speed(s, 0.5); }},
    {"run.faster", [](Session& s) { return speed(s, 2); }},
    {"edit.undo", [](Session& s) { return edit(s, "undo"); }},
    {"edit.redo", [](Session& s) { return edit(s, "redo"); }},
    {"edit.reset", [](Session& s) { return edit(s, "reset"); }},
};

Status scrub(Session& session, std::string_view text) {
    const Result<double> time = parseInput(text, unit("s"));
    if (!time) return time.error();
    const double step = std::round(time.value() / session.dt());
    const auto last = static_cast<double>(session.reached());
    return goTo(session, static_cast<int64_t>(std::clamp(step, 0.0, last)));
}

// Rounding of the unit's factor may put "20 cm" a last bit beyond 0.2 m.
std::optional<double> within(double si, const Range& range) {
    const double slack = 1e-9 * std::max(std::fabs(range.min), std::fabs(range.max));
    if (!(si >= range.min - slack && si <= range.max + slack)) return std::nullopt;
    return std::clamp(si, range.min, range.max);
}

// To the nearest step, counted in the unit that people see, so that 8 steps of 0.5 cm are 4 cm.
double snapped(double si, const Range& range, const Unit& unit) {
    if (range.step <= 0) return si;
    const double step = displayStep(range.step, unit);
    const double low = displayValue(range.min, unit);
    const double count = std::round((unit.fromSi(si) - low) / step);
    return std::min(unit.toSi(displayValue(low + count * step, Unit{})), range.max);
}

Status setParam(Session& session, const Param& param, std::string_view text, int gesture) {
    const Range range = session.range(param);
    const Result<double> si = typedNumber(text, param.unit, range);
    if (!si) return si.error();
    return session.post(setCommand(param.key, snapped(si.value(), range, param.unit), gesture));
}

// What follows the prefix, or nothing when the id does not begin with it.
std::optional<std::string_view> after(std::string_view prefix, std::string_view id) {
    if (id.substr(0, prefix.size()) != prefix) return std::nullopt;
    return id.substr(prefix.size());
}

}  // namespace

Error unknownControl(std::string_view id) {
    return {"ui.unknown_control", "", {{"id", std::string(id)}}};
}

Result<double> typedNumber(std::string_view text, const Unit& unit, const Range& range) {
    const Result<double> si = parseInput(text, unit);
    if (!si || !(range.min < range.max)) return si;
    const std::optional<double> value = within(si.value(), range);
    if (value) return *value;
    return Error{"ui.range",
                 "",
                 {{"min", "#" + writeQuantity(range.min, unit)},
                  {"max", "#" + writeQuantity(range.max, unit)}}};
}

Status act(Session& session, std::string_view id, std::string_view value, int gesture) {
    for (const Button& button : buttons) {
        if (button.id == id) return button.press(session);
    }
    if (id == "run.time") return scrub(session, value);
    if (const auto key = after("param.", id)) {
        const Param* param = session.schema().findParam(*key);
        if (param) return setParam(session, *param, value, gesture);
        if (session.schema().findChoice(*key)) {
            Command choose = chooseCommand(*key, value);
            choose.gesture = gesture;
            return session.post(choose);
        }
    }
    if (const auto rest = after("table.", id))
        return actOnTable(session, id, *rest, value, gesture);
    if (const auto rest = after("job.", id)) return actOnJob(session, id, *rest, value);
    if (const auto rest = after("run.", id)) return actOnRun(session, id, *rest, value, gesture);
    return unknownControl(id);
}

}  // namespace pt
