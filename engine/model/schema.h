// Schema: each number of a lab, named exactly once. From it the engine derives sliders,
// readouts, plots, save keys, CSV columns, command-line and scenario keys, and translations.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/units/unit.h"

namespace pt {

struct Range {
    double min = 0;
    double max = 0;
    double step = 0;  // 0: continuous
};

// live: may change during a run; resets: the run starts over.
enum class Effect : uint8_t { live, resets };
// Of a figure: which way is good.
enum class Better : uint8_t { neither, lower, higher };

// A scalar field on a rectangular grid, row-major from the lower left; the model owns the values.
struct FieldView {
    int columns = 0;
    int rows = 0;
    double x = 0, y = 0, width = 0, height = 0;  // metres
    std::span<const double> values;              // SI, columns * rows
};

struct Param {
    std::string key;
    double* value;  // SI; owned by the model
    Unit unit;
    Range range;  // SI
    Effect effect;
    double start;  // the value at describe()
};
struct Choice {
    std::string key;
    int* value;  // index into options
    std::vector<std::string> options;
    Effect effect;
    int start;
};
struct State {
    std::string key;
    Unit unit;
    double* number = nullptr;             // one of these two
    std::vector<double>* list = nullptr;  // any length
};
struct Output {
    std::string key;
    Unit unit;
    std::function<double()> number;  // NaN: no value yet; empty for a text output
    // An option of `options`, or free text such as a member id.
    std::function<std::string()> text = {};
    std::vector<std::string> options =
        {};               // translated as "<lab>.<key>.<option>"; empty: free text
    bool figure = false;  // of the design instead of the moment: never recorded in a run's course
    Better better = Better::neither;                     // of a figure
    bool recorded() const { return number && !figure; }  // has a column in a Recording
};
struct Field {
    std::string key;
    Unit unit;
    std::function<FieldView()> view;
};
struct Argument {
    std::string key;
    bool isText = false;
    Unit unit = {};         // numbers
    Range range = {};       // numbers; min < max checked when both are set
    bool optional = false;  // may be left out
};
using ArgSpec = std::vector<Argument>;
struct LabCommand {
    std::string name;
    ArgSpec arguments;
    std::function<Status(const Json&)> run;
    Effect effect;
};
// A list of like things: the members of a design, the measurements of a class. Its rows follow from
// the model; cells change through the lab's own commands.
struct TableColumn {
    std::string key;  // heading "<lab>.<table>.<key>", or else "<lab>.<key>"
    bool isText = false;
    Unit unit;
    std::vector<std::string> options = {};  // texts translated as "<lab>.<key>.<option>"
    bool editable = false;
    Range range = {};       // editable numbers; min < max checked when both are set
    std::string edit = {};  // the command for this column's cells; "": the table's
};
struct TableRow {
    std::string id;           // unique in the table; names the row in commands
    std::string item;         // Item::id on the stage that it is about, or ""
    std::vector<Json> cells;  // a column each: SI number, text, or null for none
};
struct Table {
    std::string key;
    std::vector<TableColumn> columns;
    std::function<std::vector<TableRow>()> rows;
    // Names of lab commands, "" for none. Editing a cell posts {<rowKey>: row id, <column>: value}
    // to `edit`; adding posts {} to `add`; removing {<rowKey>: row id} to `remove`; pasted or
    // imported text goes to `paste` as {text}.
    std::string rowKey, edit, add, remove, paste;
};
// A figure that is not the recording: a histogram, an influence line, a fit.
enum class Mark : uint8_t { line, points, bars };
struct ChartSeries {
    std::string key;  // label "<lab>.<chart>.<key>", or else "<lab>.<key>"
    Mark mark = Mark::line;
    std::vector<double> x, y;  // SI, equal length; bars: left edges (equal widths) and heights
};
struct ChartLine {  // a marked value on the x axis: "your prediction"
    std::string key;
    double x = 0;
};
struct ChartData {
    std::vector<ChartSeries> series;
    std::vector<ChartLine> lines;
};
struct Chart {
    std::string key;
    std::string xKey, yKey;  // labels "<lab>.<key>"
    Unit x, y;
    std::function<ChartData()> data;
};
// One requirement of a rule set, live: "<lab>.check.<key>" is its sentence, args as for events.
struct CheckRow {
    std::string key;
    Json args;
    bool met = false;
    bool known = true;                    // false: only the test will tell
    std::vector<std::string> items = {};  // Item::ids on the stage that are in the way
    // A number against its limit, SI, shown as a bar; NaN: none. `better` tells which side is good.
    double value = std::numeric_limits<double>::quiet_NaN();
    double limit = std::numeric_limits<double>::quiet_NaN();
    Unit unit = {};
    Better better = Better::lower;
};
// Work on the present design that takes longer than a frame. It changes nothing that a snapshot
// holds; the Session drops it when the design changes.
struct Job {
    virtual ~Job() = default;
    virtual bool advance() = 0;           // a slice of about a millisecond; false when done
    virtual double progress() const = 0;  // 0 .. 1
};
struct JobEntry {
    std::string key;  // labels "<lab>.<key>" (a verb), "<lab>.<key>.help"
    ArgSpec arguments;
    // Its result is kept by the model until the design changes or the job is started again.
    std::function<Result<std::unique_ptr<Job>>(const Json&)> start;
};

// Work that each change of the design asks for again: the Session starts it by itself and does it
// in slices; outputs that need it are NaN until it is done. nullptr: nothing to do.
using Background = std::function<std::unique_ptr<Job>()>;

using SaveFn = std::function<Json()>;
using LoadFn =
    std::function<Status(const Json&)>;  // Error::where: path in the value, "members[3].to"
struct Document {
    std::string key;
    SaveFn save;
    LoadFn load;  // all or nothing: on an error the model is as it was
    // The names within the value, wherever they stand: which are texts, and the unit of the
    // numbers, so that a scenario may write "12 cm". The value itself is SI.
    ArgSpec fields;
    bool design = true;  // kept with each tested run; false for a notebook
};

class Schema {
public:
    // Keys: [a-zA-Z][a-zA-Z0-9_]*, unique over all kinds, no unit symbol, at most 40 characters.
    void param(std::string_view key, double& value, Unit unit, Range range,
               Effect effect = Effect::live);
    void choice(std::string_view key, int& value, std::span<const char* const> options,
                Effect effect = Effect::resets);
    void state(std::string_view key, double& value, Unit unit);
    void state(std::string_view key, std::vector<double>& values, Unit unit);
    void output(std::string_view key, Unit unit, std::function<double()> number);
    void text(std::string_view key, std::function<std::string()> text,
              std::span<const char* const> options = {});
    // An output that belongs to the design, such as the energy of a year: not recorded over time,
    // kept with a tested run, and shown as "before → after" when an edit changed it.
    void figure(std::string_view key, Unit unit, std::function<double()> number,
                Better better = Better::neither);
    void field(std::string_view key, Unit unit, std::function<FieldView()> view);
    void background(Background start);  // at most once
    // Model time is a moment of the year: s since 1 January 0 o'clock, shown as date and hour.
    void calendar(std::function<double()> moment);  // at most once
    void command(std::string_view name, ArgSpec arguments, std::function<Status(const Json&)> run,
                 Effect effect = Effect::resets);
    void document(std::string_view key, SaveFn save, LoadFn load, ArgSpec fields = {});
    // A document that goes on through all designs, such as the measurements of a class: going back
    // to a tested run leaves it as it is.
    void notebook(std::string_view document);
    void table(Table table);
    void chart(Chart chart);
    void checks(std::function<std::vector<CheckRow>()> rows);  // at most once
    void job(std::string_view key, ArgSpec arguments,
             std::function<Result<std::unique_ptr<Job>>(const Json&)> start);

    // Params and choices that the events and scripts of a lesson may set; one with Effect::resets
    // starts the run over, so a disturbance needs a live param.
    void inputs(std::vector<std::string> keys);

    // Outputs that a class can measure on the real thing and put beside a run.
    void measurable(std::vector<std::string> outputs);

    // What follows is shown under a heading "<lab>.section.<key>", until the next section.
    void section(std::string_view key);
    // Params and choices that only matter with these options of a choice: hidden otherwise.
    void when(std::string_view choice, std::vector<std::string> options,
              std::vector<std::string> keys);

    const std::vector<Param>& params() const { return params_; }
    const std::vector<Choice>& choices() const { return choices_; }
    const std::vector<State>& states() const { return states_; }
    const std::vector<Output>& outputs() const { return outputs_; }
    const std::vector<Field>& fields() const { return fields_; }
    const std::vector<LabCommand>& commands() const { return commands_; }
    const std::vector<Document>& documents() const { return documents_; }
    const std::vector<Table>& tables() const { return tables_; }
    const std::vector<Chart>& charts() const { return charts_; }
    const std::vector<JobEntry>& jobs() const { return jobs_; }
    std::vector<CheckRow> checkRows() const;
    const Background& background() const { return background_; }
    const std::function<double()>& calendar() const { return calendar_; }
    const std::vector<std::string>& measurable() const { return measurable_; }
    const std::vector<std::string>& inputs() const { return inputs_; }
    bool isInput(std::string_view key) const;
    // The section that a param or choice stands in, or "".
    std::string_view sectionOf(std::string_view key) const;
    // Whether a param or choice matters with the choices as they are.
    bool matters(std::string_view key) const;

    // nullptr when there is no such key.
    const Param* findParam(std::string_view key) const;
    const Choice* findChoice(std::string_view key) const;
    const Output* findOutput(std::string_view key) const;
    const LabCommand* findCommand(std::string_view name) const;
    const Document* findDocument(std::string_view key) const;
    const Table* findTable(std::string_view key) const;
    const Chart* findChart(std::string_view key) const;
    const JobEntry* findJob(std::string_view key) const;

    // Every key in declaration order, for "did you mean" and for tests of the string tables.
    std::vector<std::string> keys() const;

private:
    void claim(std::string_view key);

    std::vector<Param> params_;
    std::vector<Choice> choices_;
    std::vector<State> states_;
    std::vector<Output> outputs_;
    std::vector<Field> fields_;
    std::vector<LabCommand> commands_;
    std::vector<Document> documents_;
    std::vector<Table> tables_;
    std::vector<Chart> charts_;
    std::vector<JobEntry> jobs_;
    std::function<std::vector<CheckRow>()> checks_;
    Background background_;
    std::function<double()> calendar_;
    struct Condition {
        std::string choice;
        std::vector<std::string> options, keys;
    };
    std::vector<Condition> conditions_;
    std::vector<std::string> measurable_, inputs_;
    std::vector<std::pair<std::string, std::string>> sections_;  // key of a setting, section
    std::string section_;
    std::vector<std::string> claimed_;
};

// The candidate nearest in spelling (edit distance at most a third of its length), or "".
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace pt
