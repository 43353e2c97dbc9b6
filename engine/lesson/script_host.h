// What a lesson's script is to the lesson, and the lesson to its script. engine/script implements
// LessonScript; the lesson runs without one.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/lesson/observation.h"
#include "engine/lesson/verdict.h"
#include "engine/run/session.h"
#include "engine/scenario/lesson.h"

namespace pt {

// What a script can reach; LessonRun implements it. Numbers are SI here.
struct ScriptHost {
    virtual ~ScriptHost() = default;
    virtual const Session& session() const = 0;
    virtual const Lesson& lesson() const = 0;
    virtual const Values& values() const = 0;
    virtual Language language() const = 0;
    virtual std::string_view level() const = 0;
    virtual Status set(std::string_view key, const Json& value) = 0;  // inputs of the Schema only
    virtual Status call(std::string_view command, const Json& args) = 0;
    virtual Status disturb(const Disturbance& disturbance) = 0;
    virtual void run() = 0;
    virtual void pause() = 0;
    virtual void reset() = 0;
    virtual void say(std::string_view text) = 0;  // shown to the pupil
    virtual void hint(std::string_view item) = 0;
    virtual void mark(std::string_view item, double score) = 0;
    virtual const std::vector<Observation>& observations() const = 0;
    virtual const std::vector<LessonRow>& rows(std::string_view table) const = 0;
    virtual const Json& answer(std::string_view item) const = 0;
    virtual void log(std::string_view line) = 0;  // author's console
    // A text of `texts`, or the words themselves, with $(…) filled in.
    virtual std::string text(std::string_view idOrText, const Json& vars) const = 0;
};

struct LessonScript {
    virtual ~LessonScript() = default;
    virtual const ScriptNames& names() const = 0;
    // "start", "run_start", "change", "answer", … with its facts; `filter` is what on() may name.
    // "new_run" is no event of the author's: what the script began during a run ends with it.
    virtual void happened(std::string_view event, std::string_view filter, const Json& facts) = 0;
    virtual void stepped() = 0;  // timers, sequences, conditions
    virtual void rewound() = 0;
    virtual double measure(std::string_view id) = 0;  // NaN: no value
    virtual double goal(std::string_view id) = 0;     // 0 .. 1
    virtual Verdict check(std::string_view id) = 0;
    virtual Json save() const = 0;  // `memory`
    // Takes it up in a script that has just begun, in the middle of a lesson.
    virtual void restore(const Json& json) = 0;
    // Goes on for another host that is exactly where the one before was.
    virtual void moveTo(ScriptHost& host) = 0;
    // What went wrong since the last call; where = "file:line". The lesson goes on.
    virtual std::vector<Error> takeErrors() = 0;
};

}  // namespace pt
