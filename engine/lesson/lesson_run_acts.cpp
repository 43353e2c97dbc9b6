// What a person does in a lesson: the deeds of the command "lesson".
#include <algorithm>
#include <cmath>

#include "engine/lesson/answer.h"
#include "engine/lesson/lesson_run.h"
#include "engine/lesson/lesson_values.h"
#include "engine/lesson/vary.h"

namespace pt {
namespace {

Error unknownName(const char* what, const Json& name) {
    return {std::string("lesson.unknown_") + what, "", {{"name", name.text()}}};
}

bool isNull(const Json& json) { return json.kind() == Json::Kind::null; }

// Answers that nobody has to check to be done with them.
bool isOpenKind(ItemKind kind) {
    return kind == ItemKind::open || kind == ItemKind::predict || kind == ItemKind::rubric;
}
// The same answer gets the same verdict: asking twice is one try.
bool isPlainQuestion(ItemKind kind) {
    return kind == ItemKind::number || kind == ItemKind::choice || kind == ItemKind::order ||
           kind == ItemKind::match || kind == ItemKind::open;
}
// These look at the lab or at rows.
bool needsNoAnswer(ItemKind kind) {
    return kind == ItemKind::task || kind == ItemKind::check || kind == ItemKind::table;
}

}  // namespace

Status LessonRun::act(const Json& args) { return session_.post({"lesson", args, 0}); }

Status LessonRun::lesson(const Json& args) {
    static const std::map<std::string, Deed, std::less<>> deeds{
        {"go", &LessonRun::go},
        {"answer", &LessonRun::answerItem},
        {"check", &LessonRun::check},
        {"hint", &LessonRun::showHint},
        {"row", &LessonRun::noteRow},
        {"cell", &LessonRun::typeCell},
        {"unrow", &LessonRun::removeRow},
        {"level", &LessonRun::chooseLevel},
        {"pupil", &LessonRun::givePupil},
        {"reveal", &LessonRun::reveal},
        {"read", &LessonRun::read},
        {"teacher", &LessonRun::setTeacher},
        {"resume", &LessonRun::resumeScript},
    };
    const Acting acting(*this);
    const auto deed = deeds.find(args["do"].text());
    if (deed == deeds.end()) return Error{"lesson.unknown_do", "", {{"do", args["do"].text()}}};
    const bool known = figuresKnown_;
    Status done = (this->*deed->second)(args);
    if (!done.ok()) knowFigures(known);  // a replay will not know of it
    return done;
}

Result<const LessonItem*> LessonRun::itemIn(const Json& args) const {
    const LessonItem* item = lesson().findItem(args["item"].text());
    if (!item) return unknownName("item", args["item"]);
    return item;
}

Status LessonRun::go(const Json& args) {
    const LessonStep* step = lesson().findStep(args["step"].text());
    if (!step || !isHere(step->levels)) return unknownName("step", args["step"]);
    finishFigures();
    const std::vector<std::string> missing = missingFor(*step);
    if (!missing.empty()) {
        std::vector<std::string> names;
        for (const std::string& id : missing) {
            const LessonItem* item = lesson().findItem(id);
            const LessonStep* before = lesson().findStep(id);
            const Text text = item ? item->ask : before ? before->title : Text{};
            names.push_back(
                text.empty() ? id
                             : textArg(plain(text.in(Language::nl)), plain(text.in(Language::en))));
        }
        return Error{"lesson.locked_step", step->id, {{"needs", listArg(names)}}};
    }
    enter(*step);
    return Ok{};
}

Status LessonRun::answerItem(const Json& args) {
    const Result<const LessonItem*> found = itemIn(args);
    if (!found.ok()) return found.error();
    const LessonItem& item = *found.value();
    const Json& value = args["value"];
    if (Status good = checkShape(item, value); !good.ok()) return good;
    if (this->item(item.id).committed) return Error{"lesson.committed", item.id, {}};
    if (item.tries > 0 && this->item(item.id).tries >= item.tries)
        return Error{"lesson.no_tries", item.id, {}};
    if (this->item(item.id).answer == value) return Ok{};
    ItemState& state = state_.items[item.id];
    state.answer = value;
    state.verdict = {};
    const LessonStep* step = stepOf(item);
    const auto entered = step ? state_.visited.find(step->id) : state_.visited.end();
    if (item.kind() == ItemKind::predict)
        state.late = state_.observed > (entered == state_.visited.end() ? 0 : entered->second);
    if (item.kind() == ItemKind::hypothesis && !isNull(value)) state_.hypothesis = item.id;
    record("answer", item.id, value);
    if (isOpenKind(item.kind()) && !isNull(value)) judgeNow(item);
    return Ok{};
}

Status LessonRun::check(const Json& args) {
    const Result<const LessonItem*> found = itemIn(args);
    if (!found.ok()) return found.error();
    const LessonItem& item = *found.value();
    if (!canBeDone(item) && item.kind() != ItemKind::plot && item.kind() != ItemKind::table)
        return Error{"lesson.nothing_to_check", item.id, {}};
    const ItemState before = this->item(item.id);
    if (isNull(before.answer) && !needsNoAnswer(item.kind()))
        return Error{"lesson.not_answered", item.id, {}};
    const bool again = before.verdict.state != Verdict::State::none && before.tries > 0;
    if (again && isPlainQuestion(item.kind())) return Ok{};
    if (item.tries > 0 && before.tries >= item.tries) return Error{"lesson.no_tries", item.id, {}};
    finishFigures();
    ++state_.items[item.id].tries;
    judgeNow(item);
    ItemState& state = state_.items[item.id];
    if (!state.done && item.tries > 0 && state.tries >= item.tries) state.revealed = true;
    const bool ok = state.verdict.state == Verdict::State::ok;
    Json facts = Json::object().set("ok", ok).set("tries", state.tries);
    if (!state.verdict.reason.empty()) facts.set("reason", state.verdict.reason);
    record("check", item.id, facts);
    happen("answer", item.id, facts);
    return Ok{};
}

void LessonRun::judgeNow(const LessonItem& item) {
    values_->forget();
    Verdict verdict = judge(item, this->item(item.id).answer, context(item));
    const bool over = verdict.state == Verdict::State::ok || verdict.state == Verdict::State::open;
    const bool predicted =
        item.kind() == ItemKind::predict && this->item(item.id).answer.has("value");
    state_.items[item.id].verdict = std::move(verdict);
    if (over || predicted) finishItem(item);
    ++revision_;
}

void LessonRun::finishItem(const LessonItem& item) {
    ItemState& state = state_.items[item.id];
    if (state.done) return;
    state.done = true;
    record("done", item.id);
    if (item.kind() == ItemKind::task) happen("task_done", item.id);
}

CheckContext LessonRun::context(const LessonItem& item) const {
    CheckContext context{lesson(), session_, *values_, state_.observations};
    context.level = state_.level;
    context.answer = [this](std::string_view id) -> const Json& { return answer(id); };
    context.rows = [this](std::string_view id) { return std::span(rows(id)); };
    context.events = state_.events;
    context.goalWatch = watch("goal", item.id);
    context.keepWatch = watch("keep", item.id);
    context.keepBroken = course_.broken.count(item.id) > 0;
    const auto from = course_.taskFrom.find(item.id);
    context.taskTime = session_.time() - (from == course_.taskFrom.end() ? 0 : from->second);
    context.predictionLate = this->item(item.id).late;
    if (script_) {
        context.scriptGoal = [this](std::string_view id) { return script_->goal(id); };
        context.scriptCheck = [this](std::string_view id) { return script_->check(id); };
    }
    context.resimulate = [this](const std::map<std::string, double>& settings,
                                std::string_view output) { return resimulate(settings, output); };
    return context;
}

Status LessonRun::showHint(const Json& args) {
    const Result<const LessonItem*> found = itemIn(args);
    if (!found.ok()) return found.error();
    const LessonItem& item = *found.value();
    const int shown = this->item(item.id).hints;
    if (shown >= static_cast<int>(item.hints.size())) return Error{"lesson.no_hints", item.id, {}};
    state_.items[item.id].hints = shown + 1;
    record("hint", item.id, shown + 1);
    happen("hint", item.id);
    return Ok{};
}

// The values with which it begins come with the level.
Status LessonRun::chooseLevel(const Json& args) {
    const LessonLevel* level = lesson().findLevel(args["level"].text());
    if (!level) return unknownName("level", args["level"]);
    if (level->id == state_.level) return Ok{};
    state_.level = level->id;
    record("level", level->id);
    happen("level", level->id);
    applySettings(level->start);
    applyPupil();
    const std::vector<const LessonStep*> here = steps();
    const LessonStep* now = step();
    if (here.empty() || std::find(here.begin(), here.end(), now) != here.end()) {
        if (now) beginTasks(*now);
        return Ok{};
    }
    // The nearest step before the one that this level does not have.
    const LessonStep* to = here.front();
    for (const LessonStep* each : here)
        if (each < now) to = each;
    enter(*to);
    return Ok{};
}

Status LessonRun::givePupil(const Json& args) {
    const double number = args["number"].number(-1);
    if (!(number >= 0 && number <= mostPupils) || number != std::floor(number))
        return Error{"lesson.pupil_number", "", {{"most", std::to_string(mostPupils)}}};
    state_.pupil = static_cast<int>(number);
    record("pupil", "", number);
    applyPupil();
    return Ok{};
}

Status LessonRun::reveal(const Json& args) {
    const Result<const LessonItem*> found = itemIn(args);
    if (!found.ok()) return found.error();
    const ItemState& before = item(found.value()->id);
    if (!teacher() && !before.done && !before.revealed)
        return Error{"lesson.teacher_only", found.value()->id, {}};
    state_.items[found.value()->id].revealed = true;
    record("reveal", found.value()->id);
    return Ok{};
}

Status LessonRun::read(const Json& args) {
    const std::string& output = args["output"].text();
    if (!session_.schema().findOutput(output)) return unknownName("output", args["output"]);
    state_.read.insert(output);
    record("read", output);
    return Ok{};
}

Status LessonRun::setTeacher(const Json& args) {
    state_.teacher = args["on"].boolean();
    record("teacher", "", state_.teacher);
    if (freezes()) session_.pause();
    return Ok{};
}

// A prediction counts when it was made before the outcome was there to see.
void LessonRun::commitPredictions() {
    for (auto& [id, state] : state_.items) {
        const LessonItem* item = lesson().findItem(id);
        if (!item || item->kind() != ItemKind::predict || isNull(state.answer)) continue;
        if (!state.committed) ++revision_;
        state.committed = true;
    }
}

void LessonRun::judgePredictions() {
    for (const LessonStep& step : lesson().steps)
        for (const LessonItem& item : step.items)
            if (item.kind() == ItemKind::predict && this->item(item.id).committed) judgeNow(item);
}

}  // namespace pt
