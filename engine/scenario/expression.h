// Expressions of a lesson: "max_load >= 40 N and held(sag < 5 mm, 10 s)". No loops, no assignment;
// always ends. The dimension of every part is checked when it is read.
//
//   or  and  not      = != < <= > >=      + - * /      numbers with units      names      "texts"
//   abs min max mean sqrt   about(x, y, 5 %)
//   held(e, 10 s) ever(e) always(e) at_end(e)      in the present run
//   count(event)   arg_max(out[, of]) arg_min(out[, of])  over the runs
//   first last best min max mean (table, column)   slope(table, x, y)
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/units/unit.h"

namespace pt {

// What a name stands for, so that an expression can be checked before it is ever worked out.
struct NameInfo {
    enum class Kind : uint8_t { number, option, truth, table, event, unknown };
    Kind kind = Kind::unknown;
    Unit unit;                         // number
    bool measured = false;             // number: comes from the model, so "=" makes no sense
    bool lowerIsBetter = false;        // number: of best()
    std::vector<std::string> options;  // option: what it may be compared with; empty: anything
};
struct NameTable {
    virtual ~NameTable() = default;
    virtual NameInfo find(std::string_view name) const = 0;
    // A column of a table item.
    virtual NameInfo column(std::string_view table, std::string_view name) const = 0;
    virtual std::vector<std::string> names() const = 0;  // for "did you mean"
    // What arg_max(out) looks for when it does not say so: the `of` of a prediction.
    virtual std::string subject() const { return ""; }
};

enum class Truth : uint8_t { no, yes, unknown };
inline Truth truthOf(bool yes) { return yes ? Truth::yes : Truth::no; }

// What the names are worth now. SI; NaN: not known (yet).
struct Values {
    virtual ~Values() = default;
    virtual double number(std::string_view name) const = 0;
    virtual std::string option(std::string_view name) const = 0;
    virtual Truth truth(std::string_view name) const = 0;
    virtual int64_t count(std::string_view event) const = 0;
    // Columns of a table item, one number a row; NaN where a cell is empty.
    virtual std::vector<double> column(std::string_view table, std::string_view name) const = 0;
    // The same over every run that counts: a param or output, one number a run.
    virtual std::vector<double> runs(std::string_view name) const = 0;
    virtual double time() const = 0;  // s of the present run
    virtual bool ended() const = 0;   // whether the present run is over
};

class Expression;
namespace scenario {
class Work;
struct ExpressionTree;
}  // namespace scenario

// When the temporal parts of one expression held in the present run. One for each place where an
// expression is used; it follows rewinding.
class Watch {
public:
    // After every step of the run, and at its start.
    void observe(const Expression& expression, const Values& values, int64_t step);
    void rewind(int64_t step);  // forgets what came after
    void clear();               // a new run

    // For a save file; what is no such list leaves the watch empty.
    Json save() const;
    void restore(const Json& json);

private:
    friend class scenario::Work;
    struct Change {
        int64_t step;
        double time;  // s of the run
        Truth now;
        bool yes, no;  // whether it has been so at some moment up to here
    };
    void note(std::vector<Change>& changes, Truth now, double time, int64_t step);

    std::vector<std::vector<Change>> changes_;  // of each temporal part, in the expression's order
};

class Expression {
public:
    enum class Type : uint8_t { truth, number, option };

    Expression() = default;  // empty
    // Limits: 1 KiB, 200 parts, depth 20. Errors (where: byte offset in `text`): expression.<what>
    // of assets/strings/expression.nl.txt, such as expression.unknown_name[_near] {text, known or
    // suggestion} and expression.dimension {left, left_text, right, right_text}; those of parseUnit
    // and units.number, units.comma, units.difference.
    static Result<Expression> read(std::string_view text, const NameTable& names);
    // The same, and its type and, for a number, its dimension must be as wanted.
    // Errors: expression.wants_truth {text}, expression.wants_number {text},
    // expression.wants_dimension {text, quantity, expected}.
    static Result<Expression> readTruth(std::string_view text, const NameTable& names);
    static Result<Expression> readNumber(std::string_view text, const NameTable& names);
    static Result<Expression> readNumber(std::string_view text, const NameTable& names,
                                         const Unit& wanted);
    static Expression constant(double si, const Unit& unit);

    bool empty() const { return !root_; }
    Type type() const;
    const Unit& unit() const;         // of a number: made of what the author wrote; for display
    const std::string& text() const;  // as the author wrote it
    bool temporal() const;            // needs a Watch
    // Of params, outputs, items, events and tables in it, each once.
    std::vector<std::string> names() const;

    // Of values from a table or from the runs, what they are of: `mass` of 2 * best(t, mass); ""
    // when there are none, or of more than one thing.
    std::string subject() const;

    // Of an expression of that type. Without a Watch the temporal functions are unknown. Numbers
    // that differ by a part in 10⁹ are equal; what is divided by zero or beyond a double is
    // unknown.
    Truth truth(const Values& values, const Watch* watch = nullptr) const;
    double number(const Values& values) const;       // SI, NaN: unknown
    std::string option(const Values& values) const;  // "": unknown

    using Tree = scenario::ExpressionTree;

private:
    friend class Watch;  // reads the tree
    std::shared_ptr<const Tree> root_;
};

}  // namespace pt
