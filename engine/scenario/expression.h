// Expressions of a lesson: "max_load >= 40 N and held(sag < 5 mm, 10 s)". No loops, no assignment;
// always ends. The dimension of every part is checked when it is read.
//
//   or  and  not      = != < <= > >=      + - * /      numbers with units      names      "texts"
//   abs min max mean sqrt   about(x, y, 5 %)
//   held(e, 10 s) ever(e) always(e) at_end(e)      in the present run
//   count(event)   arg_max(out[, of]) arg_min(out[, of])  over the runs
//   first(table, column) last(table, column) best(table, column) slope(table, x, y)
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/units/unit.h"

namespace pt {

// What a name stands for, so that an expression can be checked before it is ever worked out.
struct NameInfo {
    enum class Kind : uint8_t { number, option, truth, table, event, unknown };
    Kind kind = Kind::unknown;
    Unit unit;                         // number
    bool measured = false;             // number: comes from the model, so "=" makes no sense
    std::vector<std::string> options;  // option: what it may be compared with
    std::string label;                 // what kind of thing it is in a message; a string-table key
};
struct NameTable {
    virtual ~NameTable() = default;
    virtual NameInfo find(std::string_view name) const = 0;
    // A column of a table item.
    virtual NameInfo column(std::string_view table, std::string_view name) const = 0;
    virtual std::vector<std::string> names() const = 0;  // for "did you mean"
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

// How often the temporal parts of one expression held in the present run. One for each place
// where an expression is used; it follows rewinding.
class Watch {
public:
    // After every step of the run, and at its start.
    void observe(const Expression& expression, const Values& values, int64_t step);
    void rewind(int64_t step);  // forgets what came after
    void clear();               // a new run

private:
    friend class Expression;
    struct Change {
        int64_t step;
        double time;
        bool holds;
    };
    std::vector<std::vector<Change>> changes_;  // of each temporal part, in the expression's order
};

class Expression {
public:
    enum class Type : uint8_t { truth, number, option };

    Expression() = default;  // empty
    // Limits: 1 KiB, 200 parts, depth 20. Errors (where: byte offset in `text`):
    // expression.syntax…, expression.unknown_name[_near] {text, suggestion, known},
    // expression.dimension {left, right, …}, expression.equal_measured {name},
    // expression.too_long, expression.too_deep, those of parseUnit.
    static Result<Expression> read(std::string_view text, const NameTable& names);
    // The same, and its type and, for a number, its dimension must be as wanted.
    // Errors: expression.wants_truth, expression.wants_number {…}, expression.wants_dimension {…}.
    static Result<Expression> readTruth(std::string_view text, const NameTable& names);
    static Result<Expression> readNumber(std::string_view text, const NameTable& names);
    static Result<Expression> readNumber(std::string_view text, const NameTable& names,
                                         const Unit& wanted);
    static Expression constant(double si, const Unit& unit);

    bool empty() const { return !root_; }
    Type type() const;
    const Unit& unit() const;         // of a number: of its first quantity or name; for display
    const std::string& text() const;  // as the author wrote it
    bool temporal() const;            // needs a Watch
    std::vector<std::string> names() const;  // that occur in it, each once

    // Without a Watch the temporal functions are unknown.
    Truth truth(const Values& values, const Watch* watch = nullptr) const;
    double number(const Values& values, const Watch* watch = nullptr) const;  // SI, NaN: unknown
    std::string option(const Values& values) const;

    struct Tree;

private:
    friend class Watch;
    std::shared_ptr<const Tree> root_;
};

}  // namespace pt
