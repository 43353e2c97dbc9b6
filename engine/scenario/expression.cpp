#include "engine/scenario/expression.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/assert.h"
#include "engine/scenario/expression_parser.h"
#include "engine/scenario/expression_tree.h"
#include "engine/scenario/expression_work.h"
#include "engine/scenario/report.h"

namespace pt {
namespace {

using Tree = Expression::Tree;
using Type = Expression::Type;

Error wrongType(std::string_view text, const char* key) {
    return {key, "0", {{"text", scenario::quoted(text)}}};
}

// A literal in °C where a number of degrees is wanted.
bool isMisreadDifference(const Tree::Part& part, const Unit& wanted) {
    return part.op == Tree::Op::constant && part.unit.offset != 0 && wanted.offset == 0;
}

int rootOf(const Tree& tree) { return static_cast<int>(tree.parts.size()) - 1; }

}  // namespace

Result<Expression> Expression::read(std::string_view text, const NameTable& names) {
    auto tree = scenario::parseExpression(text, names);
    if (!tree) return tree.error();
    Expression expression;
    expression.root_ = std::move(tree.value());
    return expression;
}

Result<Expression> Expression::readTruth(std::string_view text, const NameTable& names) {
    auto expression = read(text, names);
    if (expression && expression.value().type() != Type::truth)
        return wrongType(text, "expression.wants_truth");
    return expression;
}

Result<Expression> Expression::readNumber(std::string_view text, const NameTable& names) {
    auto expression = read(text, names);
    if (expression && expression.value().type() != Type::number)
        return wrongType(text, "expression.wants_number");
    return expression;
}

Result<Expression> Expression::readNumber(std::string_view text, const NameTable& names,
                                          const Unit& wanted) {
    auto expression = readNumber(text, names);
    if (!expression) return expression;
    const Tree::Part& root = expression.value().root_->root();
    if (root.unit.dimension != wanted.dimension)
        return Error{"expression.wants_dimension",
                     "0",
                     {{"text", scenario::quoted(text)},
                      {"quantity", "@" + quantityKey(root.unit.dimension)},
                      {"expected", "@" + quantityKey(wanted.dimension)}}};
    if (isMisreadDifference(root, wanted))
        return Error{"units.difference",
                     "0",
                     {{"suggestion", writeQuantity(root.unit.fromSi(root.value), Unit{}) + " K"}}};
    return expression;
}

Expression Expression::constant(double si, const Unit& unit) {
    PT_ASSERT(std::isfinite(si));
    auto tree = std::make_shared<Tree>();
    Tree::Part part;
    part.value = si;
    part.unit = unit;
    tree->text = writeQuantity(si, unit);
    tree->parts.push_back(std::move(part));
    Expression expression;
    expression.root_ = std::move(tree);
    return expression;
}

Expression::Type Expression::type() const {
    PT_ASSERT(!empty());
    return root_->root().type;
}

const Unit& Expression::unit() const {
    PT_ASSERT(!empty());
    return root_->root().unit;
}

const std::string& Expression::text() const {
    static const std::string none;
    return root_ ? root_->text : none;
}

std::string Expression::subject() const {
    std::string subject;
    if (!root_) return subject;
    for (const Tree::Part& part : root_->parts) {
        switch (part.op) {
        case Tree::Op::first:
        case Tree::Op::last:
        case Tree::Op::best:
        case Tree::Op::tableMin:
        case Tree::Op::tableMax:
        case Tree::Op::tableMean:
        case Tree::Op::argMax:
        case Tree::Op::argMin: break;
        default: continue;
        }
        if (!subject.empty() && subject != part.second) return "";
        subject = part.second;
    }
    return subject;
}

bool Expression::temporal() const { return root_ && root_->watched > 0; }

std::vector<std::string> Expression::names() const {
    std::vector<std::string> found;
    const auto add = [&](const std::string& name) {
        if (name.empty() || std::find(found.begin(), found.end(), name) != found.end()) return;
        found.push_back(name);
    };
    if (!root_) return found;
    for (const Tree::Part& part : root_->parts) {
        if (part.op == Tree::Op::text) continue;
        add(part.name);
        if (part.op == Tree::Op::argMax || part.op == Tree::Op::argMin) add(part.second);
    }
    return found;
}

Truth Expression::truth(const Values& values, const Watch* watch) const {
    PT_ASSERT(type() == Type::truth);
    return scenario::Work(*root_, values, watch).truth(rootOf(*root_));
}

double Expression::number(const Values& values) const {
    PT_ASSERT(type() == Type::number);
    return scenario::Work(*root_, values, nullptr).number(rootOf(*root_));
}

std::string Expression::option(const Values& values) const {
    PT_ASSERT(type() == Type::option);
    return scenario::Work(*root_, values, nullptr).option(rootOf(*root_));
}

}  // namespace pt
