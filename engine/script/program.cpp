#include "engine/script/program.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/script/kept.h"

namespace pt::script {

namespace {

constexpr size_t mostErrors = 20;  // that wait to be taken
constexpr int mostRehearsals = 200;
constexpr int mostPauses = 100;  // of one sequence in a rehearsal

bool isOverrun(const Error& error) {
    return error.key == "script.work" || error.key == "script.memory";
}

}  // namespace

class Program::Moment {
public:
    explicit Moment(Program& program) : program_(program) {
        program_.busy_ = true;
        program_.momentLeft_ = Limits::moment;
        program_.acts_ = program_.lines_ = program_.happened_ = 0;
    }
    ~Moment() {
        program_.sweep();
        program_.busy_ = false;
    }
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;

    // What follows from all that came before.
    void finish() {
        do {
            while (!program_.waiting_.empty()) {
                const Happening next = std::move(program_.waiting_.front());
                program_.waiting_.pop_front();
                program_.deliver(next);
            }
            program_.fireConditions();
            program_.continueSequences();
        } while (!program_.waiting_.empty());
    }

private:
    Program& program_;
};

Program::Program(const Script& script, ScriptHost* host)
    : script_(script), host_(host), vm_(script.name, script.line) {
    vm_.program = this;
}

Status Program::load() {
    Status loaded = vm_.compile(script_.source);
    if (loaded.ok()) loaded = openLibrary(vm_);
    vm_.loading = true;
    if (loaded.ok()) loaded = vm_.call(0, 0, Limits::load);
    vm_.loading = false;
    return loaded;
}

std::vector<Error> Program::rehearse() {
    const Moment moment(*this);
    int left = mostRehearsals;
    const auto once = [&](Routine& routine) {
        momentLeft_ = Limits::moment;
        if (--left >= 0) run(routine);
    };
    for (Handler& handler : handlers_) {
        vm_.mail = {Json::object()};
        once(handler);
    }
    for (Timer& timer : timers_) once(timer);
    for (Condition& condition : conditions_) once(condition);
    for (Sequence& sequence : sequences_) {
        for (int i = 0; i < mostPauses && !sequence.gone && --left >= 0; ++i) {
            momentLeft_ = Limits::moment;
            runSequence(sequence);
        }
    }
    for (Measure& measure : measures_) once(measure);
    for (Judge& judge : goals_) once(judge);
    for (Judge& judge : checks_) {
        vm_.mail = {Json::object()};
        once(judge);
    }
    std::vector<Error> errors;
    for (Error& error : takeErrors()) {
        if (error.key == "script.unknown_word" || error.key == "script.unknown_word_near" ||
            error.key == "script.global" || error.key == "script.read_only")
            errors.push_back(std::move(error));
    }
    return errors;
}

// Words that the script puts together itself are not known before it runs.
void Program::noteUse(NameUse::Of of, std::string_view text) {
    constexpr size_t mostUses = 500;
    const auto written = [&](char quote) {
        return script_.source.find(quote + std::string(text) + quote) != std::string::npos;
    };
    if (host_ != nullptr || uses_.size() >= mostUses || !(written('"') || written('\''))) return;
    NameUse use{of, std::string(text), vm_.place(Vm::lineOf(vm_.state()))};
    if (std::find(uses_.begin(), uses_.end(), use) == uses_.end()) uses_.push_back(std::move(use));
}

double Program::time() const { return host_ == nullptr ? 0 : host_->session().time(); }

// -- what happens

void Program::happened(std::string_view event, std::string_view filter, const Json& facts) {
    Happening happening{std::string(event), std::string(filter), facts};
    if (busy_) {
        if (++happened_ > static_cast<int>(mostWaiting)) {
            report({"script.too_many_events",
                    "",
                    {{"limit", std::to_string(mostWaiting)}, {"in", ""}}});
            return;
        }
        waiting_.push_back(std::move(happening));
        return;
    }
    Moment moment(*this);
    deliver(happening);
    moment.finish();
}

void Program::deliver(const Happening& happening) {
    if (happening.event == "new_run" || happening.event == "reset") beginRun();
    const int last = numbers_;  // handlers made meanwhile wait for the next time
    for (Handler& handler : handlers_) {
        if (handler.gone || handler.number > last || handler.event != happening.event) continue;
        if (!handler.filter.empty() && handler.filter != happening.filter) continue;
        Json facts = happening.facts.isObject() ? happening.facts : Json::object();
        facts.set("event", happening.event);
        facts.set("name", happening.filter);
        vm_.mail = {std::move(facts)};
        run(handler);
    }
}

// What was begun during a run ends with it; what the file declared begins again.
void Program::beginRun() {
    const double now = time();
    for (Timer& timer : timers_) {
        if (!timer.ofFile) timer.gone = true;
        timer.start = now;
        timer.due = now + timer.period;
    }
    for (Sequence& sequence : sequences_) {
        if (!sequence.ofFile) sequence.gone = true;
        forget(vm_, std::exchange(sequence.thread, 0));
        sequence.due = now;
    }
    for (Condition& condition : conditions_) {
        condition.watch.clear();
        condition.held = false;
    }
    for (Measure& measure : measures_) measure.due = now;
    streams_.clear();
    second_ = -1;
    lastMessage_ = -1;
}

void Program::stepped() {
    if (busy_) return;
    Moment moment(*this);
    stepping_ = true;
    const double second = std::floor(time());
    if (second != second_) {
        second_ = second;
        secondLeft_ = Limits::second;
    }
    const int64_t step = host_->session().step();
    for (Condition& condition : conditions_)
        condition.watch.observe(condition.expression, host_->values(), step);
    fireTimers();
    sampleMeasures();
    moment.finish();
    stepping_ = false;
}

void Program::rewound() {
    const double now = time();
    for (Condition& condition : conditions_) condition.watch.rewind(host_->session().step());
    for (Timer& timer : timers_) {
        if (!timer.again || timer.due <= now + timer.period) continue;
        const double periods = std::max(0.0, std::floor((now - timer.start) / timer.period));
        timer.due = timer.start + (periods + 1) * timer.period;
    }
    for (Measure& measure : measures_) measure.due = std::min(measure.due, now);
    second_ = -1;
    lastMessage_ = std::min(lastMessage_, now);
    ++changes_;
}

void Program::fireTimers() {
    // A time that is reached but for rounding counts as reached.
    const double now = time() + host_->session().dt() * 1e-6;
    const int last = numbers_;
    for (Timer& timer : timers_) {
        if (timer.gone || timer.number > last || timer.due > now) continue;
        if (timer.again) {
            const double periods = std::floor((now - timer.start) / timer.period);
            timer.due = timer.start + (periods + 1) * timer.period;
        } else if (timer.ofFile) {
            timer.due = HUGE_VAL;  // until the next run
        } else {
            timer.gone = true;
        }
        run(timer);
    }
}

void Program::fireConditions() {
    if (host_ == nullptr) return;
    const int last = numbers_;
    for (Condition& condition : conditions_) {
        if (condition.gone || condition.number > last) continue;
        const bool holds =
            condition.expression.truth(host_->values(), &condition.watch) == Truth::yes;
        const bool fires = holds && !condition.held;
        condition.held = holds;
        if (!fires) continue;
        if (condition.once) condition.gone = true;
        run(condition);
    }
}

void Program::continueSequences() {
    const double now = time() + (host_ == nullptr ? 0 : host_->session().dt() * 1e-6);
    for (Sequence& sequence : sequences_)
        if (!sequence.gone && sequence.due <= now) runSequence(sequence);
}

void Program::sampleMeasures() {
    const double now = time() + host_->session().dt() * 1e-6;
    for (Measure& measure : measures_) {
        if (measure.gone || measure.every == 0 || measure.due > now) continue;
        measure.due = (std::floor(now / measure.every) + 1) * measure.every;
        work(measure);
    }
}

Error withPlace(Error error, const Script& script) {
    if (error.where.empty()) error.where = script.name + ":" + std::to_string(script.line);
    error.args.push_back({"in", ""});
    return error;
}

// -- running

int64_t Program::budget() const {
    const int64_t left = stepping_ ? std::min(momentLeft_, secondLeft_) : momentLeft_;
    return std::min(Limits::call, left);
}

void Program::used(int64_t instructions) {
    momentLeft_ -= instructions;
    if (stepping_) secondLeft_ -= instructions;
    ++changes_;
}

bool Program::run(Routine& routine) {
    if (budget() <= 0) {
        complain(routine, {"script.no_time", "", {}});
        return false;
    }
    const Status done = callKept(vm_, routine.function, budget());
    used(vm_.spent());
    if (!done.ok()) complain(routine, done.error());
    return done.ok();
}

void Program::runSequence(Sequence& sequence) {
    if (budget() <= 0) {
        complain(sequence, {"script.no_time", "", {}});
        return;
    }
    if (sequence.thread == 0) {
        const auto made = makeThread(vm_, sequence.function);
        if (!made.ok()) {
            sequence.gone = true;
            return complain(sequence, made.error());
        }
        sequence.thread = made.value();
    }
    const auto pause = vm_.resume(threadOf(vm_, sequence.thread), budget());
    used(vm_.spent());
    if (pause.ok() && pause.value().waits) {
        sequence.due = time() + pause.value().seconds;
        return;
    }
    forget(vm_, std::exchange(sequence.thread, 0));
    sequence.due = HUGE_VAL;
    if (!sequence.ofFile) sequence.gone = true;
    if (!pause.ok()) complain(sequence, pause.error());
}

void Program::complain(Routine& routine, Error error) {
    if (error.where.empty()) error.where = vm_.place(script_.line);
    error.args.push_back({"in", " (in: " + routine.name + ")"});
    const bool overrun = isOverrun(error);
    const std::string said = error.key + error.where;
    if (said != std::exchange(routine.complaint, said) || overrun) report(error);
    if (!overrun || ++routine.overruns < mostOverruns) return;
    routine.gone = true;
    report({"script.off",
            error.where,
            {{"what", routine.name}, {"times", std::to_string(mostOverruns)}, {"in", ""}}});
}

void Program::report(Error error) {
    if (error.where.empty()) error.where = vm_.place(script_.line);
    if (errors_.size() < mostErrors) errors_.push_back(std::move(error));
}

void Program::sweep() {
    const auto clean = [&](auto& all) {
        for (auto it = all.begin(); it != all.end();) {
            if (it->gone) {
                forget(vm_, it->function);
                it = all.erase(it);
            } else {
                ++it;
            }
        }
    };
    clean(handlers_);
    clean(timers_);
    clean(conditions_);
    for (Sequence& sequence : sequences_)
        if (sequence.gone) forget(vm_, std::exchange(sequence.thread, 0));
    clean(sequences_);
    clean(measures_);
}

}  // namespace pt::script
