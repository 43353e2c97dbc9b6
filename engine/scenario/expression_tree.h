// An expression as it is kept: its parts in the order in which they are worked out. Internal to
// the scenario module.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/scenario/expression.h"

namespace pt::scenario {

struct ExpressionTree {
    enum class Op : uint8_t {
        // numbers
        constant,
        number,  // a name
        negate,
        add,
        subtract,
        multiply,
        divide,
        abs,
        sqrt,
        min,
        max,
        mean,
        count,
        argMax,
        argMin,
        first,
        last,
        best,
        slope,
        tableMin,
        tableMax,
        tableMean,
        // truths
        truth,  // a name
        notOp,
        andOp,
        orOp,
        equal,
        unequal,
        less,
        lessEqual,
        greater,
        greaterEqual,
        about,
        aboutShare,  // the margin is a share of the second number
        equalOption,
        unequalOption,
        held,
        ever,
        always,
        atEnd,
        // options
        text,
        option  // a name
    };

    struct Part {
        Op op = Op::constant;
        Expression::Type type = Expression::Type::number;
        Unit unit;               // number
        double value = 0;        // constant: SI
        std::string name;        // of a name, an event or a table; the words of a text
        std::string second;      // a column; the `of` of arg_max
        std::string third;       // the other column of slope
        std::vector<int> parts;  // what it works on, all before it
        int watch = -1;          // its place in a Watch
        bool measured = false;   // holds a number that the model gives
        bool lower = false;      // best: the lowest
    };

    std::string text;
    std::vector<Part> parts;  // the last is the whole
    int watched = 0;          // how many parts need a Watch

    const Part& root() const { return parts.back(); }
};

}  // namespace pt::scenario
