// Program: the script of one lesson while it runs: what it declared, when that happens, and what
// the words of the lesson do. Internal to the script module.
#pragma once

#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/rng.h"
#include "engine/lesson/script_host.h"
#include "engine/script/call.h"
#include "engine/script/uses.h"
#include "engine/script/vm.h"

namespace pt::script {

// docs/lua.md names these.
inline constexpr size_t mostHandlers = 64;
inline constexpr size_t mostTimers = 32;
inline constexpr size_t mostSequences = 16;
inline constexpr size_t mostMeasures = 32;
inline constexpr size_t mostGoals = 32;  // and as many checks
inline constexpr int mostOverruns = 3;
inline constexpr int mostActs = 32;         // of one moment
inline constexpr int mostLines = 200;       // of the console, a moment
inline constexpr size_t mostWaiting = 64;   // events that a moment brings about
inline constexpr size_t mostMemory = 4096;  // bytes of `memory`
inline constexpr size_t mostRuns = 200;     // that runs() gives

// A function of the script that is called again and again.
struct Routine {
    int number = 0;       // what cancel() takes
    int function = 0;     // kept in the Vm
    std::string name;     // for messages: on "task_start"
    bool ofFile = false;  // declared while the file was loaded, so it outlives a run
    bool gone = false;
    int overruns = 0;
    std::string complaint;  // what was told last, so that it is told once
};
struct Handler : Routine {
    std::string event, filter;
};
struct Timer : Routine {
    double start = 0, period = 0;  // s
    bool again = false;
    double due = 0;
};
struct Condition : Routine {
    Expression expression;
    Watch watch;
    bool once = false, held = false;
};
struct Sequence : Routine {
    int thread = 0;  // kept in the Vm; 0: not begun
    double due = 0;
};
struct Measure : Routine {
    std::string id;
    Unit unit;
    Text label;
    double every = 0;  // s; 0: worked out whenever it is asked
    double due = 0;
    double value = 0;
    uint64_t state = 0;  // that `value` belongs to
    bool known = false, busy = false;
};
struct Judge : Routine {  // a goal or a check
    std::string id;
};

class Program final : public LessonScript {
public:
    // Without a host nothing of a lesson can be reached: to learn what a script declares.
    Program(const Script& script, ScriptHost* host);

    // Runs the file.
    Status load();
    // Calls everything that was declared once, so that what is declared inside shows too. Returns
    // words that do not exist; any other failure may come from having no lab.
    std::vector<Error> rehearse();

    // What load() and rehearse() used of a lab and a lesson, when there is no host.
    const std::vector<NameUse>& uses() const { return uses_; }

    const ScriptNames& names() const override { return names_; }
    void setNames(ScriptNames names) { names_ = std::move(names); }
    void happened(std::string_view event, std::string_view filter, const Json& facts) override;
    void stepped() override;
    void rewound() override;
    double measure(std::string_view id) override;
    double goal(std::string_view id) override;
    Verdict check(std::string_view id) override;
    Json save() const override { return memory_; }
    void restore(const Json& json) override;
    void moveTo(ScriptHost& host) override;
    std::vector<Error> takeErrors() override { return std::exchange(errors_, {}); }

    // Before a function runs. Error: script.while_loading, script.only_looks, script.too_many_acts.
    Status admit(const Function& function);
    // Without a lesson: gives what stands for no value. False when the function may run.
    bool dry(const Function& function, Call& call);

    // For the words of the lesson.
    ScriptHost& host() { return *host_; }
    double time() const;
    bool stepping() const { return stepping_; }
    Rng& stream(std::string_view name);
    Result<int> addHandler(std::string_view event, std::string_view filter, int function);
    Result<int> addTimer(std::string_view word, double seconds, bool again, int function);
    Result<int> addCondition(std::string_view text, bool once, int function);
    Result<int> addSequence(int function);
    Status addMeasure(Measure measure);
    Status addGoal(std::string_view id, int function);
    Status addCheck(std::string_view id, int function);
    void cancel(int number);
    bool mayShowLine() { return lines_++ < mostLines; }
    bool mayShowMessage();
    Json& memory() { return memory_; }
    // What pairs() shows of a table of ours: only `memory` has anything to show.
    const Json::Object& shownEntries(const void* table) const {
        return table == memoryTable_ ? memory_.entries() : Json().entries();
    }
    void setMemoryTable(const void* table) { memoryTable_ = table; }

private:
    struct Happening {
        std::string event, filter;
        Json facts;
    };
    // Something happens: what it leads to shares one budget.
    class Moment;

    template <class T>
    Result<int> add(std::list<T>& to, T made, int function, size_t most, std::string_view what);
    Status addJudge(std::vector<Judge>& to, std::string_view id, std::string name, int function);
    int64_t budget() const;
    // False when it failed; what it returned is in the mail.
    bool run(Routine& routine);
    void runSequence(Sequence& sequence);
    void used(int64_t instructions);
    void noteUse(NameUse::Of of, std::string_view text);
    void complain(Routine& routine, Error error);
    void report(Error error);

    void deliver(const Happening& happening);
    void beginRun();
    void fireTimers();
    void sampleMeasures();
    void fireConditions();
    void continueSequences();
    void sweep();
    bool look(Routine& routine);
    void work(Measure& measure);
    Json context() const;

    Script script_;
    ScriptHost* host_;
    Vm vm_;
    ScriptNames names_;
    std::list<Handler> handlers_;
    std::list<Timer> timers_;
    std::list<Condition> conditions_;
    std::list<Sequence> sequences_;
    std::list<Measure> measures_;
    std::vector<Judge> goals_, checks_;
    std::map<std::string, Rng, std::less<>> streams_;
    Json memory_ = Json::object();
    const void* memoryTable_ = nullptr;
    std::vector<Error> errors_;
    std::vector<NameUse> uses_;
    std::deque<Happening> waiting_;

    int numbers_ = 0;  // given to routines
    bool busy_ = false;
    bool stepping_ = false;
    int looking_ = 0;
    int64_t momentLeft_ = 0;
    int64_t secondLeft_ = 0;
    double second_ = -1;      // that secondLeft_ is of
    double lastMessage_ = 0;  // model time of the last message while stepping
    int acts_ = 0, lines_ = 0;
    int happened_ = 0;      // in this moment
    uint64_t changes_ = 0;  // of the script's own state
};

// An error of loading as programs show it.
Error withPlace(Error error, const Script& script);

// Functions behind the table `memory`.
Status readMemory(Call& call);
Status writeMemory(Call& call);

}  // namespace pt::script
