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

Json Watch::save() const {
    Json parts = Json::list();
    for (const std::vector<Change>& changes : changes_) {
        Json part = Json::list();
        for (const Change& change : changes)
            part.add(Json::List{static_cast<double>(change.step), change.time,
                                static_cast<double>(change.now), change.yes, change.no});
        parts.add(std::move(part));
    }
    return parts;
}

void Watch::restore(const Json& json) {
    changes_.clear();
    for (const Json& part : json.items()) {
        std::vector<Change>& changes = changes_.emplace_back();
        for (const Json& each : part.items()) {
            const double step = each[0].number(-1), now = each[2].number(-1);
            if (!(step >= 0 && step < 1e15) || !(now == 0 || now == 1 || now == 2)) continue;
            changes.push_back({static_cast<int64_t>(step), each[1].number(),
                               static_cast<Truth>(static_cast<int>(now)), each[3].boolean(),
                               each[4].boolean()});
        }
    }
}

}  // namespace pt
