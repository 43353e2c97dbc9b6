// What a person does in a lesson, as commands of its LessonRun.
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "engine/ui/lab_act.h"
#include "engine/ui/lesson_nodes.h"

namespace pt {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const size_t start = std::min(text.find_first_not_of(blank), text.size());
    return text.substr(start, text.find_last_not_of(blank) + 1 - start);
}

Json listOf(std::string_view text, char separator) {
    Json list = Json::list();
    while (!text.empty()) {
        const size_t end = std::min(text.find(separator), text.size());
        if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty())
            list.add(Json(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return list;
}

// Whole numbers; NaN-free, since every part must be one.
Json numbersOf(std::string_view text, char separator) {
    Json list = Json::list();
    const Json parts = listOf(text, separator);
    for (const Json& part : parts.items()) {
        const Result<double> number = parseInput(part.text(), Unit{});
        if (number.ok()) list.add(number.value());
    }
    return list;
}

int wholeNumber(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// An object with one key more, replaced, or, with a null value, one less.
Json with(const Json& object, std::string_view key, Json value) {
    Json made = Json::object();
    for (const auto& [name, old] : object.entries())
        if (name != key) made.set(name, old);
    if (!(value == Json())) made.set(key, std::move(value));
    return made;
}

// Each role but "keep" is played by one key, and each key plays one role.
Json withRole(const Json& roles, std::string_view role, std::string_view key) {
    Json made = Json::object();
    for (const auto& [name, old] : roles.entries())
        if (name != key && old.text() != role) made.set(name, old);
    if (!key.empty()) made.set(key, role);
    return made;
}

Json withKept(const Json& roles, std::string_view keys) {
    Json made = Json::object();
    for (const auto& [name, old] : roles.entries())
        if (old.text() != "keep") made.set(name, old);
    const Json kept = listOf(keys, ' ');
    for (const Json& key : kept.items())
        if (!made.has(key.text())) made.set(key.text(), "keep");
    return made;
}

class ItemAct {
public:
    ItemAct(LessonRun& run, const LessonItem& item, std::string_view value)
        : run_(run), item_(item), value_(trimmed(value)), now_(run.item(item.id).answer) {}

    // Nothing when the part is not one of this item.
    std::optional<Status> perform(std::string_view part) {
        for (const char* deed : {"check", "hint", "reveal"})
            if (part == deed) return run_.act(deedOf(deed, "item"));
        if (item_.kind() == ItemKind::table) return table(part);
        const std::optional<Json> answer = answerWith(part);
        if (!answer) return std::nullopt;
        return run_.act(deedOf("answer", "item").set("value", *answer));
    }

private:
    Json deedOf(const char* deed, std::string_view key) const {
        return Json::object().set("do", deed).set(key, item_.id);
    }

    Json textOrNothing() const { return value_.empty() ? Json() : Json(value_); }

    std::optional<Json> answerWith(std::string_view part) const {
        switch (item_.kind()) {
        case ItemKind::number:
        case ItemKind::open:
            if (part == "value") return textOrNothing();
            break;
        case ItemKind::choice:
            if (part != "value") break;
            return std::get<ChoiceItem>(item_.body).many ? listOf(value_, ' ') : Json(value_);
        case ItemKind::order:
            if (part == "value") return listOf(value_, ' ');
            break;
        case ItemKind::match: return numbered(part, "pair.", Json(value_));
        case ItemKind::rubric:
            return numbered(part, "row.", Json(static_cast<double>(wholeNumber(value_))));
        case ItemKind::predict: return predicted(part);
        case ItemKind::hypothesis: return oneOf(part, {"if", "how", "then"});
        case ItemKind::plot: return oneOf(part, {"x", "y", "fit"});
        case ItemKind::plan: return planned(part);
        case ItemKind::conclusion: return concluded(part);
        default: break;
        }
        return std::nullopt;
    }

    std::optional<Json> oneOf(std::string_view part,
                              std::initializer_list<std::string_view> keys) const {
        for (std::string_view key : keys)
            if (part == key) return with(now_, key, textOrNothing());
        return std::nullopt;
    }
    std::optional<Json> numbered(std::string_view part, std::string_view prefix, Json value) const {
        if (part.substr(0, prefix.size()) != prefix) return std::nullopt;
        return with(now_, part.substr(prefix.size()), value_.empty() ? Json() : std::move(value));
    }
    std::optional<Json> predicted(std::string_view part) const {
        if (part == "reason") return with(now_, part, textOrNothing());
        if (part != "value") return std::nullopt;
        const bool sketch = std::get<PredictItem>(item_.body).as == PredictItem::As::sketch;
        return with(now_, part, sketch ? numbersOf(value_, ' ') : textOrNothing());
    }
    std::optional<Json> planned(std::string_view part) const {
        if (part == "vary" || part == "measure")
            return with(now_, "roles", withRole(now_["roles"], part, value_));
        if (part == "keep") return with(now_, "roles", withKept(now_["roles"], value_));
        if (part == "values") return with(now_, part, listOf(value_, ';'));
        if (part == "repeats")
            return with(now_, part, Json(static_cast<double>(wholeNumber(value_))));
        return std::nullopt;
    }
    std::optional<Json> concluded(std::string_view part) const {
        if (part == "rows") return with(now_, part, numbersOf(value_, ' '));
        return oneOf(part, {"claim", "text"});
    }

    // "table/add", "table/3/remove", "table/3/mass".
    std::optional<Status> table(std::string_view part) {
        constexpr std::string_view prefix = "table/";
        if (part.substr(0, prefix.size()) != prefix) return std::nullopt;
        part.remove_prefix(prefix.size());
        if (part == "add") return run_.act(deedOf("row", "table"));
        const size_t slash = part.find('/');
        if (slash == std::string_view::npos) return std::nullopt;
        const int row = wholeNumber(part.substr(0, slash));
        const std::string_view column = part.substr(slash + 1);
        if (column == "remove") return run_.act(deedOf("unrow", "table").set("row", row));
        return run_.act(
            deedOf("cell", "table").set("row", row).set("column", column).set("value", value_));
    }

    LessonRun& run_;
    const LessonItem& item_;
    std::string_view value_;
    const Json& now_;
};

// The step so many places from the present one.
Status goBy(LessonRun& run, int places, std::string_view id) {
    const std::vector<const LessonStep*> steps = run.steps();
    const auto now = std::find(steps.begin(), steps.end(), run.step());
    const auto to = (now - steps.begin()) + places;
    if (now == steps.end() || to < 0 || to >= static_cast<std::ptrdiff_t>(steps.size()))
        return unknownControl(id);
    return run.act(Json::object().set("do", "go").set("step", steps[static_cast<size_t>(to)]->id));
}

}  // namespace

Status actOnLesson(LessonRun& run, std::string_view id, std::string_view value) {
    if (id == "lesson.back") return goBy(run, -1, id);
    if (id == "lesson.next") return goBy(run, 1, id);
    if (id == "lesson.step") return run.act(Json::object().set("do", "go").set("step", value));
    if (id == "lesson.level") return run.act(Json::object().set("do", "level").set("level", value));
    if (id == "lesson.pupil")
        return run.act(Json::object().set("do", "pupil").set("number", wholeNumber(value)));
    if (id == "lesson.teacher")
        return run.act(Json::object().set("do", "teacher").set("on", value == "on"));
    constexpr std::string_view prefix = "item.";
    if (id.substr(0, prefix.size()) != prefix) return unknownControl(id);
    const std::string_view rest = id.substr(prefix.size());
    const size_t point = rest.find('.');
    const LessonItem* item = run.lesson().findItem(rest.substr(0, point));
    if (!item || point == std::string_view::npos) return unknownControl(id);
    const std::optional<Status> done = ItemAct(run, *item, value).perform(rest.substr(point + 1));
    return done ? *done : Status(unknownControl(id));
}

}  // namespace pt
