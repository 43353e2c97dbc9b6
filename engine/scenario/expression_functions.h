// The functions of expressions as one table. Internal to the scenario module.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/expression_tree.h"

namespace pt::scenario {

struct Function {
    // What stands between the brackets.
    enum class Shape : uint8_t {
        one,      // a number
        numbers,  // one or more numbers, or a table and a column
        about,    // two numbers and a margin
        truth,    // a condition
        held,     // a condition and a time
        event,    // an event
        runs,     // an output over the runs, and what it is looked for
        column,   // a table and a column
        twoColumns
    };
    std::string_view name;
    Shape shape;
    Expression::Tree::Op op;
    Expression::Tree::Op overTable;  // numbers: of a column
    std::string_view example;        // how it is written
};

const Function* findFunction(std::string_view name);  // nullptr when there is none
std::vector<std::string> functionNames();

}  // namespace pt::scenario
