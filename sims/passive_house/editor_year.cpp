#include "sims/passive_house/editor_year.h"

#include <algorithm>

#include "sims/passive_house/view_year_layout.h"

namespace pt {
namespace {

void choose(ViewState& looking, const std::string& item) {
    looking.selected = item;
    looking.selection.clear();
    if (!item.empty()) looking.selection.push_back(item);
}

Command jumpTo(int hour) {
    return {"jump", Json::object().set("day", hour / 24 + 1).set("hour", hour % 24), 0};
}

// The hour, day or month under the pointer, or what the View has there.
std::string itemAt(const YearPanel& panel, const Touch& touch, const ViewState& looking) {
    const Vec at = boardPoint(touch.at);
    if (panel.show == YearShow::map) {
        const BoardBox field = mapField(panel.box);
        return field.holds(at) ? hourItem(hourAt(field, at)) : touch.item;
    }
    if (panel.show == YearShow::months) {
        const BoardBox field = monthsField(panel.box);
        return field.holds(at) ? monthItem(monthAt(field, at)) : touch.item;
    }
    const BoardBox field = linesField(panel.box);
    if (panel.show != YearShow::lines || !field.holds(at)) return touch.item;
    const Span span = linesSpan(looking);
    const Axes axes{field, static_cast<double>(span.from), static_cast<double>(span.to), 0, 1};
    const int hour = std::clamp(static_cast<int>(axes.xAt(at)), span.from, span.to - 1);
    return span.hours() > 24 * 7 ? dayItem(hour / 24) : hourItem(hour);
}

std::string itemUnder(const Touch& touch, const ViewState& looking) {
    const Vec at = boardPoint(touch.at);
    for (const YearPanel& panel : yearPanels(looking))
        if (panel.box.holds(at)) return itemAt(panel, touch, looking);
    return touch.item;
}

bool onMap(const Touch& touch, const ViewState& looking) {
    const Vec at = boardPoint(touch.at);
    for (const YearPanel& panel : yearPanels(looking))
        if (panel.show == YearShow::map && mapField(panel.box).holds(at)) return true;
    return false;
}

// The hour of the map nearest to a pointer that may have left it.
int hourNear(const Touch& touch, const ViewState& looking) {
    for (const YearPanel& panel : yearPanels(looking))
        if (panel.show == YearShow::map) return hourAt(mapField(panel.box), boardPoint(touch.at));
    return 0;
}

int wrapped(int value, int count) { return ((value % count) + count) % count; }

}  // namespace

std::vector<StageAction> YearEditor::actions(const ViewState& looking) const {
    const bool chosen = momentOf(looking.selected).kind != YearMoment::Kind::none;
    std::vector<StageAction> actions;
    if (chosen) actions.push_back({"year_jump", true, "Enter", {}});
    if (showOf(looking) == YearShow::lines && linesSpan(looking).hours() < hoursAYear)
        actions.push_back({"year_whole", true, "Home", {}});
    actions.push_back({"year_keep", model_.variants().size() < mostVariants, "", {}});
    return actions;
}

std::vector<Command> YearEditor::touch(const Touch& touch, ViewState& looking) {
    switch (touch.hand) {
    case Hand::hover: looking.hovered = itemUnder(touch, looking); return {};
    case Hand::cancel:
        scrubbing_ = false;
        pressed_.clear();
        return {};
    case Hand::down:
        scrubbing_ = onMap(touch, looking);
        pressed_ = itemUnder(touch, looking);
        gone_ = -1;
        break;
    case Hand::drag:
        if (!scrubbing_) return {};
        break;
    case Hand::up: break;
    }
    if (!scrubbing_) {
        if (touch.hand != Hand::up || itemUnder(touch, looking) != pressed_) return {};
        choose(looking, pressed_ == looking.selected ? "" : pressed_);
        return {};
    }
    const int hour = hourNear(touch, looking);
    scrubbing_ = touch.hand != Hand::up;
    looking.hovered = hourItem(hour);
    if (!scrubbing_) choose(looking, hourItem(hour));
    // Where time stands already nothing starts over.
    if (hour == gone_ || (gone_ < 0 && hour == hourOf(model_.moment()))) return {};
    gone_ = hour;
    return {jumpTo(hour)};
}

std::vector<Command> YearEditor::act(std::string_view action, std::string_view,
                                     ViewState& looking) {
    if (action == "year_whole") choose(looking, "");
    if (action == "year_keep") return {{"variant_keep", Json::object(), 0}};
    const YearMoment chosen = momentOf(looking.selected);
    if (action != "year_jump" || chosen.kind == YearMoment::Kind::none) return {};
    return {jumpTo(chosen.hour)};
}

std::vector<Command> YearEditor::nudge(int dx, int dy, bool fine, ViewState& looking) {
    const YearMoment chosen = momentOf(looking.selected);
    switch (chosen.kind) {
    case YearMoment::Kind::none: break;
    case YearMoment::Kind::hour: {
        const int step = fine ? dx + dy : 24 * dx + dy;
        choose(looking, hourItem(wrapped(chosen.hour + step, hoursAYear)));
        break;
    }
    case YearMoment::Kind::day:
        choose(looking, dayItem(wrapped(chosen.day() + dx - 7 * dy, daysAYear)));
        break;
    case YearMoment::Kind::month:
        choose(looking, monthItem(wrapped(monthOfDay(chosen.day()) + dx, 12)));
        break;
    }
    return {};
}

}  // namespace pt
