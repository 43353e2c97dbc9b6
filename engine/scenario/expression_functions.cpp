#include "engine/scenario/expression_functions.h"

namespace pt::scenario {
namespace {

using Op = Expression::Tree::Op;
using Shape = Function::Shape;

constexpr Function table[] = {
    {"abs", Shape::one, Op::abs, Op::abs, "abs(x - 3)"},
    {"min", Shape::numbers, Op::min, Op::tableMin, "min(a, b)"},
    {"max", Shape::numbers, Op::max, Op::tableMax, "max(a, b)"},
    {"mean", Shape::numbers, Op::mean, Op::tableMean, "mean(a, b)"},
    {"sqrt", Shape::one, Op::sqrt, Op::sqrt, "sqrt(x)"},
    {"about", Shape::about, Op::about, Op::about, "about(x, 12 cm, 5 %)"},
    {"held", Shape::held, Op::held, Op::held, "held(x < 5 mm, 10 s)"},
    {"ever", Shape::truth, Op::ever, Op::ever, "ever(x > 5 mm)"},
    {"always", Shape::truth, Op::always, Op::always, "always(x < 5 mm)"},
    {"at_end", Shape::truth, Op::atEnd, Op::atEnd, "at_end(x < 5 mm)"},
    {"count", Shape::event, Op::count, Op::count, "count(run_end)"},
    {"arg_max", Shape::runs, Op::argMax, Op::argMax, "arg_max(max_load, height)"},
    {"arg_min", Shape::runs, Op::argMin, Op::argMin, "arg_min(sag, height)"},
    {"first", Shape::column, Op::first, Op::first, "first(tabel, mass)"},
    {"last", Shape::column, Op::last, Op::last, "last(tabel, mass)"},
    {"best", Shape::column, Op::best, Op::best, "best(tabel, mass)"},
    {"slope", Shape::twoColumns, Op::slope, Op::slope, "slope(tabel, height, max_load)"},
};

}  // namespace

const Function* findFunction(std::string_view name) {
    for (const Function& function : table) {
        if (function.name == name) return &function;
    }
    return nullptr;
}

std::vector<std::string> functionNames() {
    std::vector<std::string> names;
    for (const Function& function : table) names.emplace_back(function.name);
    return names;
}

}  // namespace pt::scenario
