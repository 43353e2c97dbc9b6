// What a script declares: handlers, timers, sequences, measures, goals and checks.
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/scenario/event_names.h"
#include "engine/script/kept.h"
#include "engine/script/names.h"
#include "engine/script/program.h"

namespace pt::script {

namespace {

std::string quoted(std::string_view word, std::string_view name) {
    return std::string(word) + " \"" + std::string(name) + "\"";
}

Error tooMany(std::string_view what, size_t most) {
    return {"script.too_many", "", {{"what", std::string(what)}, {"limit", std::to_string(most)}}};
}

// As ids in the lesson's file.
bool isId(std::string_view text) {
    constexpr size_t longest = 40;
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_';
    };
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), fits) &&
           !(text[0] >= '0' && text[0] <= '9') && !isUnitSymbol(text);
}

Error badId(std::string_view id) { return {"script.bad_id", "", {{"id", std::string(id)}}}; }

}  // namespace

template <class T>
Result<int> Program::add(std::list<T>& to, T made, int function, size_t most,
                         std::string_view what) {
    const auto held = std::count_if(to.begin(), to.end(), [](const T& one) { return !one.gone; });
    if (static_cast<size_t>(held) >= most) return tooMany(what, most);
    made.number = ++numbers_;
    made.function = function;
    made.ofFile = vm_.loading;
    to.push_back(std::move(made));
    return numbers_;
}

Result<int> Program::addHandler(std::string_view event, std::string_view filter, int function) {
    if (host_ != nullptr) {
        const std::string_view lab = host_->session().lab().id;
        const auto known = eventNames(lab);
        if (std::find(known.begin(), known.end(), event) == known.end())
            return unknownEvent(event, lab);
    }
    noteUse(NameUse::Of::event, event);
    Handler made;
    made.event = event;
    made.filter = filter;
    made.name = quoted("on", filter.empty() ? event : filter);
    return add(handlers_, std::move(made), function, mostHandlers, "on");
}

Result<int> Program::addTimer(std::string_view word, double seconds, bool again, int function) {
    if (!(seconds >= 0) || (again && seconds == 0) || std::isinf(seconds))
        return Error{"script.seconds", "", {{"function", std::string(word)}}};
    Timer made;
    made.start = time();
    made.period = seconds;
    made.again = again;
    made.due = made.start + seconds;
    made.name = std::string(word);
    return add(timers_, std::move(made), function, mostTimers, "every, after");
}

Result<int> Program::addCondition(std::string_view text, bool once, int function) {
    noteUse(NameUse::Of::condition, text);
    Condition made;
    if (host_ != nullptr) {
        const auto read = Expression::readTruth(text, ScriptNameTable(*host_, names_));
        if (!read.ok()) {
            Error error = read.error();
            error.where.clear();  // a place in the expression, not in the file
            return error;
        }
        made.expression = read.value();
    }
    made.once = once;
    made.name = quoted("when", text);
    return add(conditions_, std::move(made), function, mostTimers, "when");
}

Result<int> Program::addSequence(int function) {
    Sequence made;
    made.due = time();
    made.name = "spawn";
    return add(sequences_, std::move(made), function, mostSequences, "spawn");
}

Status Program::addMeasure(Measure made) {
    if (!isId(made.id)) return badId(made.id);
    made.due = time();
    made.name = quoted("measure", made.id);
    const auto same = [&](const auto& one) { return one.id == made.id; };
    const auto known = std::find_if(names_.measures.begin(), names_.measures.end(), same);
    if (known == names_.measures.end())
        names_.measures.push_back({made.id, made.unit, made.label});
    else if (known->unit.dimension != made.unit.dimension)
        return Error{"script.measure_unit", "", {{"id", made.id}, {"unit", known->unit.symbol}}};
    // Declared again: the newest counts.
    for (Measure& old : measures_)
        if (old.id == made.id) old.gone = true;
    const int function = made.function;
    const auto added = add(measures_, std::move(made), function, mostMeasures, "measure");
    if (!added.ok()) return added.error();
    return Ok{};
}

Status Program::addJudge(std::vector<Judge>& to, std::string_view id, std::string name,
                         int function) {
    if (!isId(id)) return badId(id);
    Judge made;
    made.id = id;
    made.function = function;
    made.name = std::move(name);
    const auto same = [&](const Judge& one) { return one.id == id; };
    const auto old = std::find_if(to.begin(), to.end(), same);
    if (old != to.end()) {
        forget(vm_, old->function);
        *old = std::move(made);
        return Ok{};
    }
    if (to.size() >= mostGoals) return tooMany(&to == &goals_ ? "goal" : "check", mostGoals);
    to.push_back(std::move(made));
    return Ok{};
}

Status Program::addGoal(std::string_view id, int function) {
    const Status added = addJudge(goals_, id, quoted("goal", id), function);
    auto& known = names_.goals;
    if (added.ok() && std::find(known.begin(), known.end(), id) == known.end())
        known.emplace_back(id);
    return added;
}

Status Program::addCheck(std::string_view id, int function) {
    const Status added = addJudge(checks_, id, quoted("check", id), function);
    auto& known = names_.checks;
    if (added.ok() && std::find(known.begin(), known.end(), id) == known.end())
        known.emplace_back(id);
    return added;
}

void Program::cancel(int number) {
    const auto end = [&](auto& all) {
        for (auto& one : all)
            if (one.number == number) one.gone = true;
    };
    end(handlers_);
    end(timers_);
    end(conditions_);
    end(sequences_);
}

Rng& Program::stream(std::string_view name) {
    const auto found = streams_.find(name);
    if (found != streams_.end()) return found->second;
    // Each run draws numbers of its own, and the same again when it is replayed.
    const Session& session = host_->session();
    const std::string full =
        "script." + std::to_string(session.runs().size()) + "." + std::string(name);
    return streams_.emplace(name, Rng(session.setup().seed, full)).first->second;
}

bool Program::mayShowMessage() {
    if (!stepping_) return true;
    const bool may = lastMessage_ < 0 || time() - lastMessage_ >= 1;
    if (may) lastMessage_ = time();
    return may;
}

}  // namespace pt::script
