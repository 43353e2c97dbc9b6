// Works an expression out. Internal to the scenario module.
#pragma once

#include <string>

#include "engine/scenario/expression_tree.h"

namespace pt::scenario {

// Parts of the tree by their place; `watch` may be nullptr.
class Work {
public:
    Work(const Expression::Tree& tree, const Values& values, const Watch* watch)
        : tree_(tree), values_(values), watch_(watch) {}

    double number(int part) const;  // NaN: unknown; never infinite
    Truth truth(int part) const;
    std::string option(int part) const;  // "": unknown

private:
    using Part = Expression::Tree::Part;

    const Part& at(int part) const { return tree_.parts[static_cast<size_t>(part)]; }
    double operand(const Part& part, size_t i) const { return number(part.parts[i]); }
    double arithmetic(const Part& part) const;
    double overArguments(const Part& part) const;
    double overRuns(const Part& part) const;
    double overTable(const Part& part) const;
    Truth compared(const Part& part) const;
    Truth about(const Part& part) const;
    Truth watched(const Part& part) const;

    const Expression::Tree& tree_;
    const Values& values_;
    const Watch* watch_;
};

}  // namespace pt::scenario
