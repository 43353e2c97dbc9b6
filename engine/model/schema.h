// Schema: each number of a lab, named exactly once. From it the engine derives sliders,
// readouts, plots, save keys, CSV columns, command-line and scenario keys, and translations.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
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
    std::function<double()> number;     // NaN: no value yet; empty for a text output
    std::function<std::string()> text;  // an option of `options`, or free text such as a member id
    std::vector<std::string> options;   // translated as "<lab>.<key>.<option>"; empty: free text
};
struct Field {
    std::string key;
    Unit unit;
    std::function<FieldView()> view;
};
struct Argument {
    std::string key;
    bool isText = false;
    Unit unit;    // numbers
    Range range;  // numbers; min < max checked when both are set
};
using ArgSpec = std::vector<Argument>;
struct LabCommand {
    std::string name;
    ArgSpec arguments;
    std::function<Status(const Json&)> run;
    Effect effect;
};
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
    void field(std::string_view key, Unit unit, std::function<FieldView()> view);
    void command(std::string_view name, ArgSpec arguments, std::function<Status(const Json&)> run,
                 Effect effect = Effect::resets);
    void document(std::string_view key, SaveFn save, LoadFn load, ArgSpec fields = {});

    const std::vector<Param>& params() const { return params_; }
    const std::vector<Choice>& choices() const { return choices_; }
    const std::vector<State>& states() const { return states_; }
    const std::vector<Output>& outputs() const { return outputs_; }
    const std::vector<Field>& fields() const { return fields_; }
    const std::vector<LabCommand>& commands() const { return commands_; }
    const std::vector<Document>& documents() const { return documents_; }

    // nullptr when there is no such key.
    const Param* findParam(std::string_view key) const;
    const Choice* findChoice(std::string_view key) const;
    const Output* findOutput(std::string_view key) const;
    const LabCommand* findCommand(std::string_view name) const;
    const Document* findDocument(std::string_view key) const;

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
    std::vector<std::string> claimed_;
};

// The candidate nearest in spelling (edit distance at most a third of its length), or "".
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace pt
