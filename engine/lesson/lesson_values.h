// LessonValues: what the names in a lesson's expressions and texts are worth now.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/lesson_state.h"
#include "engine/run/session.h"
#include "engine/scenario/expression.h"
#include "engine/scenario/lesson.h"

namespace pt {

class LessonValues final : public Values {
public:
    // All of it must outlive this. `measure` works out a measure of the script; `watch` gives what
    // was seen of a requirement's temporal parts, or nullptr.
    LessonValues(const Session& session, const Lesson& lesson, const LessonState& state,
                 std::function<double(std::string_view)> measure,
                 std::function<const Watch*(std::string_view requirement)> watch);

    // The names must outlive this too.
    void addMeasures(const ScriptNames& names);

    // Figures count as unknown: what the lesson does by itself may not depend on how far the
    // background work happens to be.
    void withoutFigures(bool without) { withoutFigures_ = without; }
    // Something besides the session changed: what was worked out before is worked out again.
    void forget() { ++generation_; }

    double number(std::string_view name) const override;
    std::string option(std::string_view name) const override;
    Truth truth(std::string_view name) const override;
    int64_t count(std::string_view event) const override;
    std::vector<double> column(std::string_view table, std::string_view name) const override;
    std::vector<double> runs(std::string_view name) const override;
    double time() const override { return session_.time(); }
    bool ended() const override { return session_.finished(); }

    // What a name stands for, for texts and conditions that are read while the lesson runs.
    NameInfo find(std::string_view name) const;
    // A param, choice, output or measure: its unit; a pure number for a text.
    Unit unitOf(std::string_view name) const;
    bool isText(std::string_view name) const;  // a choice or a text output
    // Settings, outputs and measures as they are now, into an observation.
    void observe(Observation& observation) const;

private:
    struct Slot {
        const Param* param = nullptr;  // one of these
        const Choice* choice = nullptr;
        const Output* output = nullptr;
        std::optional<ScriptNames::Measure> measure;
        const NumberItem* number = nullptr;
        const Requirement* requirement = nullptr;
        const LessonItem* item = nullptr;  // with `number`, or alone
        mutable double value = 0;          // of an output or measure, as of `known`
        mutable uint64_t known = ~uint64_t{0};
    };
    const Slot* slot(std::string_view name) const;
    double cached(const Slot& slot) const;
    double answered(const Slot& slot) const;
    Truth met(const Requirement& requirement) const;
    Truth allMet() const;

    const Session& session_;
    const Lesson& lesson_;
    const LessonState& state_;
    std::function<double(std::string_view)> measure_;
    std::function<const Watch*(std::string_view)> watch_;
    std::map<std::string, Slot, std::less<>> slots_;
    bool withoutFigures_ = false;
    uint64_t generation_ = 0;
    mutable int depth_ = 0;  // of requirements that name requirements
};

// The names of a lesson that runs, for Expression::read.
struct RunNames final : NameTable {
    RunNames(const LessonValues& from, const Lesson& of) : values(from), lesson(of) {}
    NameInfo find(std::string_view name) const override;
    NameInfo column(std::string_view table, std::string_view name) const override;
    std::vector<std::string> names() const override { return {}; }

    const LessonValues& values;
    const Lesson& lesson;
};

}  // namespace pt
