// LabUi: the interface of a lab as data. Dear ImGui shows it on the desktop, HTML in the browser;
// the ids are control ids, test selectors and accessible names' keys in both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/i18n/words.h"
#include "engine/run/session.h"
#include "engine/scenario/text.h"

namespace pt {

enum class UiRole : uint8_t {
    group,
    slider,
    choice,
    button,
    toggle,
    readout,
    message,
    field,        // a text to type or paste
    requirement,  // selected: "yes", "no" or "unknown"
    progress,     // value 0 .. 1
    table,
    chart,
    // Of a lesson.
    prose,     // formatted text: `blocks`; label is the same without marks
    options,   // long answers, one below the other; with `many` several may be chosen
    order,     // options to put in order, as they stand now
    area,      // a text of more than one line
    sketch,    // a curve to draw: `curve` in the ranges of the two columns
    sentence,  // prose and choices that follow each other as one sentence
    picture,   // the file `selected` of the lesson; label says what it shows, help is its caption
    plot       // points in `rows` and a fitted `curve`, over the columns x and y
};

struct UiOption {
    std::string id;
    std::string label;
    bool operator==(const UiOption&) const = default;
};

struct UiColumn {
    std::string key, label, unit;
    bool isText = false, editable = false;
    double min = 0, max = 0;             // editable numbers, in `unit`; min < max when both are set
    std::vector<UiOption> options = {};  // editable texts that are chosen from a list
    bool operator==(const UiColumn&) const = default;
};
struct UiCell {
    std::string text;             // translated, in the column's unit, without it
    std::optional<double> value;  // in that unit; none: a text, or no value
    std::string selected;         // text: as the model knows it
    bool operator==(const UiCell&) const = default;
};
struct UiRow {
    std::string id, item;  // as TableRow
    std::vector<UiCell> cells;
    bool operator==(const UiRow&) const = default;
};

struct UiPoint {
    double x = 0, y = 0;  // in the columns' units
    bool operator==(const UiPoint&) const = default;
};

struct UiNode {
    std::string id;  // "param.height", "run.play", "output.load"
    UiRole role = UiRole::group;
    std::string label;                             // translated; of a message: its sentence
    std::string help;                              // translated, one sentence; may be empty
    std::string unit;                              // symbol, as shown
    double min = 0, max = 0, step = 0, value = 0;  // in `unit`, not SI; step 0: continuous
    std::string valueText;                         // translated value with its unit, as read aloud
    std::vector<UiOption> options;
    // choice: option id; toggle: "on" / "off"; text readout: its raw text; options: ids with a
    // space between; a lesson's item or step: its state
    std::string selected;
    bool enabled = true;   // a readout that is not enabled has no value yet
    bool primary = false;  // the one main action of the screen
    bool live = false;     // announce changes (a result, an error)
    bool error = false;    // message: something is wrong
    bool busy = false;     // readout: its value is being found
    // Readout of a figure that the last edit changed: its value before, without unit; "better",
    // "worse" or "" where neither is good; and that in words.
    std::string before, trend, trendText;
    // Requirement with a limit: what it has beside what is asked, and how much of the limit it
    // takes, 1 at the limit; negative without.
    std::string detail;
    double share = -1;
    std::string icon;      // of a tool: a name both renderers draw; requirement: "must" or "wish"
    std::string shortcut;  // "Ctrl+D"
    // requirement: what is in the way on the stage; options, order, table: what a verdict is about
    std::vector<std::string> items;
    std::vector<TextBlock> blocks;  // prose
    std::vector<UiPoint> curve;     // sketch, plot
    bool many = false;              // options
    std::vector<UiColumn> columns;  // table; of a chart its x and y axis
    std::vector<UiRow> rows;
    std::vector<UiNode> children;
    bool operator==(const UiNode&) const = default;
};

// The tree: a group "lab" with groups in this order, empty ones left out but "run", "params",
// "outputs" and "messages". Built afresh when Session::revision changes.
//   "run"       buttons run.play (one button for play, pause and, after the end, once more; its
//               label tells which), run.rewind (to the start), run.back and run.step (one step),
//               run.slower, run.faster, edit.undo, edit.redo, edit.reset; slider run.time (s, up
//               to the farthest step reached); readouts run.clock and run.speed
//   "params"    slider or choice "param.<key>" for each setting, in the Schema's order; those of a
//               section stand in a group "section.<key>". A locked one is there but disabled; one
//               that is hidden, or does not matter with the choices as they are, is absent
//   "outputs"   readout "output.<key>"; before them readout "param.<key>" for a locked setting
//               that the scenario shows
//   "checks"    requirement "check.<key>" for each row of Schema::checkRows()
//   "jobs"      for each job a group "job.<key>": field job.<key>.<argument> for each argument,
//               button job.<key>.start (value: lines "argument=61 N"; what is absent is taken from
//               what was measured beside the run that the design was tested as), or while it runs
//               progress job.<key>.progress and button job.<key>.cancel
//   "tables"    table "table.<key>", with its rows only when it is open. Acts on cells have ids
//               "table.<key>/<row>/<column>"; what else can be done stands in its children: button
//               "table.<key>/add", button "table.<key>/remove" (act on "table.<key>/<row>/remove"),
//               field "table.<key>/paste" (value: text)
//   "charts"    chart "chart.<key>": only label and axes; the host paints Chart::data()
//   "designs"   for each tested run a group "run.<n>" (selected: "run.<parent>" or "") with button
//               run.<n>.recall; when it is open also a readout run.<n>.output.<key> for each
//               output, a field run.<n>.real.<key> for each that can be measured (text as typed;
//               "" takes it away) and a field run.<n>.note
//   "messages"  message.trouble (error), message.event.<n> (the last three up to this step; n
//               counts from 0 over the run), message.result when the run is over
// A Workbench adds, before the messages, when the lab has them:
//   "tools"     choice stage.tool, the icons and shortcuts in its children tool.<key>
//   "actions"   buttons and choices stage.action.<key> for the selection
//   "tabs"      choice look.<key>: which stage is shown, as a row of tabs above it
//   "looks"     choices and toggles look.<key>
//   "exports"   buttons export.<key> and "handovers" buttons handover.<key>, both of them for the
//               host to carry out
// With a lesson a Workbench adds, before "run":
//   "lesson"    selected: how its step wants the stage, "show", "hide" or "frozen". Children:
//     lesson.step       choice of the steps (act: to that step), in its children a button
//                       step.<id>, selected "now", "done", "open" or "locked", help: what it waits
//                       for
//     lesson.progress   progress over the items that can be done
//     lesson.level      choice, with levels; lesson.pupil: field for a pupil's number, where the
//                       lesson gives each their own values; lesson.teacher: toggle
//     lesson.text       prose of the step
//     item.<id>         group for each item of the step: icon is its kind, selected "none", "ok",
//                       "notYet" or "open", valueText that in words, detail what it is called in
//                       lists ("vraag 2"). Its children, as far as it has them:
//       item.<id>.ask        prose, valueText the number of a question
//       item.<id>.value      picture, field, options, order, area or sketch
//       item.<id>.pair.<n>   choice: what goes with the n-th; item.<id>.row.<n>: rubric
//       item.<id>.sentence   sentence with choices item.<id>.if, .how and .then
//       item.<id>.vary, .measure (choices), .keep (options), .values (field), .repeats (slider)
//       item.<id>.x, .y, .fit (choices) and item.<id>.plot (plot)
//       item.<id>.table      table as above, with "/add", "/remove" and cells
//       item.<id>.claim, .rows (options), .text (area), .reason (field)
//       requirement.<id>     requirement, of a task
//       item.<id>.check      button: what do you think of it; absent once it is done
//       item.<id>.hint.<n>   prose, the hints that are shown, valueText "Hint 1"; item.<id>.hint:
//                            button for the next
//       item.<id>.feedback   message, valueText the verdict in a word; item.<id>.answer: message,
//       the right answer, for teachers
//                            and after the last try; item.<id>.reveal: button, for teachers
//     lesson.requirements  group of the requirements, when no task of the step shows them
//     lesson.expects    message: what is left to do here
//     lesson.back, lesson.next   buttons to the step before and after
//     lesson.said.<n>   message of the lesson itself; lesson.console.<n>: for its author
//     lesson.summary    group of messages "this is what you did", when it is open
// `open` names the tables ("table.<key>"), "lesson.summary" and runs ("run.<n>") that are shown in
// full: a table of a large design is not worth building for a closed panel.
UiNode buildUi(const Session& session, const Words& words, std::span<const std::string> open = {});

// What a person did to a node: a button was pressed (value ""), a slider or its text field
// changed (text as typed, or a plain number in the node's unit), an option was chosen. The same
// call for both renderers. A number goes to the nearest step of its range; one outside the range
// is refused. Errors: ui.unknown_control {id}, ui.range {min, max}, ui.option {value, options},
// ui.too_long {limit}, ui.likely {typed, suggestion} for a measured number without a unit that is
// far from what was predicted unless it is in another unit, and those of the Session and of
// parseInput.
Status act(Session& session, std::string_view id, std::string_view value, int gesture = 0);

// The node with this id in the tree, or nullptr.
const UiNode* findNode(const UiNode& tree, std::string_view id);

// The rows of a table in the order of a column: numbers by value, texts so that S2 comes before
// S10; rows without a value last, equal ones as they were.
std::vector<size_t> sortedRows(const UiNode& table, size_t column, bool descending);

// The tree as JSON for the browser: id, role (by name), label and enabled always; value for
// sliders, progress and number readouts; min, max, step for sliders; every other key only when it
// is set. A row is {id, item, cells: [{text, value, selected}]}.
Json toJson(const UiNode& node);

}  // namespace pt
