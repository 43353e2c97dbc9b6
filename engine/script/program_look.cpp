// Measures, goals and checks: what the lesson asks of its script. Asking changes nothing.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/script/kept.h"
#include "engine/script/program.h"

namespace pt::script {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

Json rowJson(const LessonRow& row) {
    Json json = Json::object();
    for (const auto& [key, value] : row.cells) json.set(key, value);
    for (const auto& [key, text] : row.texts) json.set(key, text);
    return json;
}

}  // namespace

Json rowsOf(const ScriptHost& host, std::string_view table) {
    Json list = Json::list();
    for (const LessonRow& row : host.rows(table)) list.add(rowJson(row));
    return list;
}

Json runsOf(const ScriptHost& host) {
    Json list = Json::list();
    const auto& all = host.observations();
    const size_t skip = all.size() > mostRuns ? all.size() - mostRuns : 0;
    for (size_t i = skip; i < all.size(); ++i) {
        Json values = Json::object();
        for (const auto& [key, value] : all[i].settings) values.set(key, value);
        for (const auto& [key, value] : all[i].outputs) values.set(key, value);
        for (const auto& [key, text] : all[i].texts) values.set(key, text);
        values.set("number", all[i].number);
        list.add(std::move(values));
    }
    return list;
}

Json Program::context() const {
    Json context = Json::object(), rows = Json::object(), answers = Json::object();
    if (host_ != nullptr) {
        for (const LessonStep& step : host_->lesson().steps) {
            for (const LessonItem& item : step.items) {
                if (item.kind() == ItemKind::table)
                    rows.set(item.id, rowsOf(*host_, item.id));
                else
                    answers.set(item.id, host_->answer(item.id));
            }
        }
        context.set("runs", runsOf(*host_));
    }
    context.set("rows", std::move(rows));
    context.set("answers", std::move(answers));
    return context;
}

// Has a budget of its own: how often it is asked must not take anything from the handlers.
bool Program::look(Routine& routine) {
    ++looking_;
    const Status done = callKept(vm_, routine.function, Limits::call);
    --looking_;
    if (!done.ok()) complain(routine, done.error());
    return done.ok();
}

void Program::work(Measure& measure) {
    measure.busy = true;
    measure.value = none;
    vm_.mail.clear();
    if (look(measure)) {
        const Value value = vm_.mail.empty() ? Value() : vm_.mail[0];
        if (const auto* number = std::get_if<double>(&value))
            measure.value = measure.unit.toSi(*number);
        else
            complain(measure, {"script.measure_value", "", {}});
    }
    measure.busy = false;
    measure.known = true;
}

double Program::measure(std::string_view id) {
    const auto found = std::find_if(measures_.begin(), measures_.end(),
                                    [&](const Measure& one) { return one.id == id && !one.gone; });
    if (found == measures_.end()) return none;
    Measure& measure = *found;
    if (measure.busy) {
        complain(measure, {"script.measure_loop", "", {}});
        return none;
    }
    if (measure.every > 0 && measure.known) return measure.value;
    const uint64_t state = host_ == nullptr ? 0 : host_->session().revision() + (changes_ << 32);
    if (measure.known && measure.state == state && !busy_) return measure.value;
    measure.state = state;
    work(measure);
    return measure.value;
}

double Program::goal(std::string_view id) {
    const auto found = std::find_if(goals_.begin(), goals_.end(),
                                    [&](const Judge& one) { return one.id == id && !one.gone; });
    if (found == goals_.end()) return 0;
    vm_.mail.clear();
    if (!look(*found) || vm_.mail.empty()) return 0;
    if (const auto* truth = std::get_if<bool>(&vm_.mail[0])) return *truth ? 1 : 0;
    if (const auto* share = std::get_if<double>(&vm_.mail[0]))
        return std::isnan(*share) ? 0 : std::clamp(*share, 0.0, 1.0);
    return 0;
}

Verdict Program::check(std::string_view id) {
    const auto found = std::find_if(checks_.begin(), checks_.end(),
                                    [&](const Judge& one) { return one.id == id && !one.gone; });
    if (found == checks_.end()) return {};
    vm_.mail = {context()};
    if (!look(*found) || vm_.mail.empty()) return {};
    const std::vector<Value> mail = std::move(vm_.mail);
    Text say;
    if (mail.size() > 1) {
        const auto* text = std::get_if<std::string>(&mail[1]);
        const auto* vars = mail.size() > 2 ? std::get_if<Json>(&mail[2]) : nullptr;
        if (text != nullptr && host_ != nullptr)
            say.nl = say.en = host_->text(*text, vars == nullptr ? Json() : *vars);
    }
    const auto* truth = std::get_if<bool>(&mail[0]);
    const auto* share = std::get_if<double>(&mail[0]);
    if (truth == nullptr && share == nullptr) return {};
    const double score = truth != nullptr ? (*truth ? 1 : 0) : std::clamp(*share, 0.0, 1.0);
    Verdict verdict = score == 1 ? verdictOk(say) : verdictNotYet({}, {}, say);
    verdict.score = score;
    return verdict;
}

}  // namespace pt::script
