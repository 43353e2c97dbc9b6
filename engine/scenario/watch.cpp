#include "engine/scenario/expression.h"

#include "engine/scenario/expression_tree.h"
#include "engine/scenario/expression_work.h"

namespace pt {

void Watch::observe(const Expression& expression, const Values& values, int64_t step) {
    if (!expression.temporal()) return;
    const Expression::Tree& tree = *expression.root_;
    changes_.resize(static_cast<size_t>(tree.watched));
    const scenario::Work work(tree, values, this);
    // A part stands before what uses it, so one within another is observed first.
    for (const Expression::Tree::Part& part : tree.parts) {
        if (part.watch >= 0)
            note(changes_[static_cast<size_t>(part.watch)], work.truth(part.parts[0]),
                 values.time(), step);
    }
}

void Watch::note(std::vector<Change>& changes, Truth now, double time, int64_t step) {
    if (!changes.empty() && changes.back().now == now) return;
    const bool yes = now == Truth::yes || (!changes.empty() && changes.back().yes);
    const bool no = now == Truth::no || (!changes.empty() && changes.back().no);
    changes.push_back({step, time, now, yes, no});
}

void Watch::rewind(int64_t step) {
    for (auto& changes : changes_) {
        while (!changes.empty() && changes.back().step > step) changes.pop_back();
    }
}

void Watch::clear() { changes_.clear(); }

}  // namespace pt
