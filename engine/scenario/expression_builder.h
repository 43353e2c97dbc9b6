// Puts an expression together part by part and checks their types and dimensions. Internal to the
// scenario module.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/expression_tree.h"

namespace pt::scenario {

// The place of a part in the tree; `nothing` once an error is set. The first error stands.
inline constexpr int nothing = -1;

class Builder {
public:
    using Tree = Expression::Tree;
    using Op = Tree::Op;
    using Part = Tree::Part;
    using Type = Expression::Type;

    struct Span {  // bytes of the expression
        size_t begin = 0, end = 0;
    };

    Builder(std::string_view text, const NameTable& names) : text_(text), names_(names) {}

    // ---- errors
    bool failed() const { return error_.has_value(); }
    const Error& error() const { return *error_; }
    int fail(size_t at, std::string key, Args args = {});
    int fail(Error error);  // that has its place
    // key + "_near" when one of the known words is near in spelling.
    int failUnknown(std::string_view word, size_t at, std::string key,
                    const std::vector<std::string>& known);

    // ---- what the parts are
    const Part& at(int part) const { return tree_.parts[static_cast<size_t>(part)]; }
    const Span& span(int part) const { return spans_[static_cast<size_t>(part)]; }
    Span over(int left, int right) const { return {span(left).begin, span(right).end}; }
    void widen(int part, Span span) { spans_[static_cast<size_t>(part)] = span; }
    std::string_view written(Span span) const {
        return text_.substr(span.begin, span.end - span.begin);
    }
    std::string quote(Span span) const;
    std::string quote(int part) const { return quote(span(part)); }

    // Whether the part is so; an error is set when it is not.
    bool wantTruth(int part);
    bool wantNumber(int part);
    bool wantSame(int left, int right);  // two numbers of one dimension
    bool wantTime(int part);

    // ---- parts
    int constant(double value, const Unit& unit, Span span);
    int add(Part part, Span span);
    int truth(Op op, std::vector<int> parts, Span span);
    int number(Op op, Unit unit, std::vector<int> parts, Span span);
    int compared(int left, Op op, int right, size_t sign);
    int sum(int left, bool minus, int right);
    int scaled(int left, bool divide, int right);
    int negative(int part, size_t sign);
    int root(int part, Span span);
    int about(int value, int target, int margin, Span span);
    int watched(Op op, std::vector<int> parts, Span span);  // over the present run

    Tree take();

private:
    std::string quantityOf(int part) const;
    int failDimensions(int left, int right, std::string key = "expression.dimension");
    bool isTemperature(int part) const;
    bool wantDifference(int part);
    bool wantFactor(int part);
    int comparedOptions(int left, Op op, int right, size_t sign);
    bool isOneOf(int word, int name);

    std::string_view text_;
    const NameTable& names_;
    Tree tree_;
    std::vector<Span> spans_;  // of each part
    std::optional<Error> error_;
};

}  // namespace pt::scenario
