// Lesson: the part of a scenario that a pupil walks through, as plain data. The scenario module
// reads it, engine/lesson runs it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/run/setup.h"
#include "engine/scenario/expression.h"
#include "engine/scenario/text.h"
#include "engine/units/unit.h"

namespace pt {

enum class Cycle : uint8_t { none, inquiry, design };
enum class Phase : uint8_t {
    orientation,
    question,
    hypothesis,
    experiment,
    conclusion,
    reflection,
    problem,
    design,
    make,
    use,
    evaluate,
    other
};
// How much of a tool is given: the pupil fills in the rest.
enum class Help : uint8_t { full, some, none };
enum class StageMode : uint8_t { show, hide, frozen };  // `sim:` of a step

// Levels an element is for; empty: all.
using Levels = std::vector<std::string>;

struct LessonLevel {
    std::string id;
    Text title;
    Help help = Help::some;
    std::vector<Setting> start;  // values with which the lab begins at this level
};

// A value with what it may be off, SI.
struct Tolerant {
    Expression value;
    double tolerance = 0;  // absolute, SI; 0 with `share` 0: a default of 1 % (engine/lesson)
    double share = 0;      // of the value
    Unit unit;             // as the author wrote it
};

struct WrongValue {  // a mistake that the author foresaw
    Tolerant value;
    Text say;
};

struct AnswerOption {
    std::string id;  // "1", "2", … in file order: what answers and logs name
    Text text;
    bool right = false;
    Text say;  // feedback on this choice
    Levels levels;
};

struct ShowItem {
    std::string file;  // within the lesson's folder; "" for a text alone
    Text caption, alt;
};
struct NumberItem {
    std::optional<Tolerant> answer;
    std::string reading;  // or: the output that the pupil reads off an instrument
    Unit unit;            // what a bare number is taken in
    int digits = 0;       // significant digits that are asked; 0: any
    std::vector<WrongValue> wrong;
};
struct ChoiceItem {
    std::vector<AnswerOption> options;
    bool many = false;     // several may be chosen
    bool shuffle = false;  // shown in an order from the seed
};
struct OrderItem {
    std::vector<Text> items;  // in the right order; ids "1", "2", …
};
struct MatchItem {
    std::vector<std::pair<Text, Text>> pairs;  // ids "1", "2", … on both sides
};
struct OpenItem {
    int minWords = 0;
    std::vector<Text> mention;  // words of which each should occur
    Text model;                 // a good answer, shown after the pupil's own
    std::vector<Text> rubric;
};
struct PredictItem {
    enum class As : uint8_t { number, direction, choice, sketch };
    std::string of;      // param, output or measure
    As as = As::number;  // direction: increases, decreases, stays_equal
    Unit unit;
    std::vector<AnswerOption> options;  // choice
    std::optional<Expression> compare;  // what really happened; of the same dimension as `of`
    std::string x;                      // sketch: against which param or output
};
struct HypothesisItem {
    std::vector<std::string> changes;  // `if`: params to choose from
    std::vector<std::string> effects;  // `then`: outputs to choose from
    std::vector<std::string> how;      // increases decreases stays_equal doubles halves optimum
    std::optional<Help> help;          // else that of the level
};
struct PlanItem {
    std::string tests;  // a hypothesis; may be ""
    int minValues = 0;
    double spread = 0;  // share of the allowed range, 0 .. 1
    int repeats = 1;
    std::optional<Help> help;
};
struct TableItem {
    enum class Fill : uint8_t { automatic, byHand };
    std::vector<std::string> columns;  // params, choices, outputs, measures
    int minRows = 0;
    Fill fill = Fill::automatic;
};
struct PlotItem {
    enum class Fit : uint8_t { none, line, power, exponential };
    std::string from;  // a table item
    std::string x, y;  // "": the pupil chooses
    Fit fit = Fit::none;
    bool choose = false;  // the pupil chooses the axes; x and y are the right ones
};
struct ConclusionItem {
    std::string tests;         // a hypothesis; may be ""
    std::string evidenceFrom;  // a table item; may be ""
    int evidenceRows = 0;
    std::optional<Help> help;
};
struct TaskItem {
    struct NotYet {
        std::optional<Expression> when;  // nothing: whenever the task is not done
        Text say;
    };
    Expression goal;                       // or
    std::string goalScript;                // a goal that the script declares
    std::optional<Expression> keep;        // must hold all along
    double within = 0;                     // s of model time; 0: no limit
    std::optional<Expression> betterThan;  // iteration: the value to beat, say `first(t, mass)`
    std::vector<NotYet> notYet;
};
struct CvsCheck {
    std::string tests;          // take both from a hypothesis, or
    std::string vary, measure;  // name them
    int pairs = 1;              // controlled comparisons that are asked
    int minValues = 0;
    double spread = 0;
    int repeats = 0;
    std::string from;  // a table item; "": every run counts
};
struct TableCheck {
    std::string table;
    int minRows = 0, distinct = 0;  // distinct values in the first column
    bool resimulate = true;         // hold typed values against the model
};
struct PlanCheck {
    std::string plan;
};
struct SequenceCheck {
    std::vector<std::string> events;  // each after the one before; others may come between
};
struct ScriptCheck {
    std::string check;  // declared by the script
};
struct CheckItem {
    std::variant<CvsCheck, TableCheck, PlanCheck, SequenceCheck, ScriptCheck> what;
    std::vector<TaskItem::NotYet> notYet;
};
struct RubricItem {
    enum class By : uint8_t { self, peer, teacher };
    struct Row {
        Text text;
        std::vector<Text> scale;  // empty: no, partly, yes
    };
    std::vector<Row> rows;
    By by = By::self;
};

enum class ItemKind : uint8_t {
    show,
    number,
    choice,
    order,
    match,
    open,
    predict,
    hypothesis,
    plan,
    table,
    plot,
    conclusion,
    task,
    check,
    rubric
};
std::string_view itemKindName(ItemKind kind);

struct LessonItem {
    std::string id;
    std::string where;  // "file:line:col"
    Text ask;
    Levels levels;
    std::vector<Text> hints;  // from a nudge to nearly the answer
    Text ok;
    Text notYet;                     // when it is not right yet and nothing more special applies
    int points = 0;                  // 0: not counted
    int tries = 0;                   // 0: as many as wanted; after the last the answer is shown
    std::vector<std::string> needs;  // item or step ids, or
    std::optional<Expression> needsExpression;
    // In the order of ItemKind.
    std::variant<ShowItem, NumberItem, ChoiceItem, OrderItem, MatchItem, OpenItem, PredictItem,
                 HypothesisItem, PlanItem, TableItem, PlotItem, ConclusionItem, TaskItem, CheckItem,
                 RubricItem>
        body;
    bool newer = false;  // of a kind that this program does not know yet; body: ShowItem

    ItemKind kind() const { return static_cast<ItemKind>(body.index()); }
};

struct LessonStep {
    std::string id;
    std::string where;
    Phase phase = Phase::other;
    Text title, text;
    Levels levels;
    std::vector<std::string> needs;  // item or step ids, or
    std::optional<Expression> needsExpression;
    std::vector<std::string> unlock;  // params and choices that are locked until this step
    StageMode stage = StageMode::show;
    int minutes = 0;
    std::vector<LessonItem> items;
};

struct Requirement {
    std::string id;
    std::string where;
    bool must = true;  // else a wish
    Expression holds;
    double weight = 1;
    Text text;
};

// Something that the lesson does by itself during an experiment.
struct Disturbance {
    enum class Shape : uint8_t { pulse, step, ramp, sine, noise };
    std::string input;  // a param that Schema::isInput()
    Shape shape = Shape::step;
    double value = 0;   // SI, added to what the param is
    double after = 0;   // s from now
    double last = 0;    // s; 0: for good. ramp: how long it takes
    double period = 0;  // s; sine
};
struct LessonEvent {
    enum class When : uint8_t { at, every, when, on };
    std::string where;
    When kind = When::at;
    double seconds = 0;              // at, every: model time
    std::optional<Expression> when;  // fires each time it becomes true
    std::string on;                  // an event of the lab or the lesson (event_names.h)
    // What it does, in this order.
    std::optional<Text> say;
    std::vector<Setting> set;
    std::optional<Disturbance> disturb;
    std::string hint;  // an item: its next hint
    std::string go;    // `goto`: a step
    bool pause = false;
    Levels levels;
};

// `vary`: each pupil's own value, from the class seed and the pupil's number.
struct Varied {
    std::string key;                   // a param or choice
    std::vector<double> values;        // SI: one of these, or
    std::optional<Range> range;        // SI: a multiple of its step from min
    std::vector<std::string> options;  // a choice
};

struct Script {
    std::string source;
    std::string name;  // "les.lab.yaml" or "script.lua": what messages call it
    int line = 1;      // of the source's first line in that file
};

// Names a script declares while it is loaded; the reader needs them before any lab is open.
struct ScriptNames {
    struct Measure {
        std::string id;
        Unit unit;
        Text label;
    };
    std::vector<Measure> measures;
    std::vector<std::string> goals, checks;
};

struct About {
    std::string author, license, level, source;
    int minutes = 0;
    std::vector<Language> languages;
    std::vector<std::string> keywords;
    std::vector<Text> goals;
};

struct Lesson {
    Cycle cycle = Cycle::none;
    std::vector<LessonLevel> levels;
    std::vector<std::string> recall;  // question ids; items of this lesson or of an earlier one
    std::vector<Requirement> requirements;
    std::vector<LessonEvent> events;
    std::vector<LessonStep> steps;  // empty: free play
    std::map<std::string, Text, std::less<>> texts;
    std::vector<Varied> varied;
    std::optional<Script> script;
    // SI, by output: the smallest difference that its instrument shows.
    std::map<std::string, double, std::less<>> resolutions;

    double resolutionOf(std::string_view output) const;  // SI; 0: the lesson does not say
    const LessonStep* findStep(std::string_view id) const;
    const LessonItem* findItem(std::string_view id) const;
    const Requirement* findRequirement(std::string_view id) const;
    const LessonLevel* findLevel(std::string_view id) const;
    bool empty() const {
        return steps.empty() && requirements.empty() && events.empty() && !script;
    }
};

}  // namespace pt
