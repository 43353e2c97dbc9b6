#include "engine/scenario/expression_builder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/model/schema.h"
#include "engine/scenario/check.h"
#include "engine/scenario/expression_parser.h"
#include "engine/scenario/expression_units.h"
#include "engine/scenario/report.h"

namespace pt::scenario {

// ---------------------------------------------------------------------------- errors

int Builder::fail(size_t at, std::string key, Args args) {
    return fail(Error{std::move(key), std::to_string(at), std::move(args)});
}

int Builder::fail(Error error) {
    if (!error_) error_ = std::move(error);
    return nothing;
}

int Builder::failUnknown(std::string_view word, size_t at, std::string key,
                         const std::vector<std::string>& known) {
    Args args{{"text", scenario::quoted(word)}};
    const std::string near = nearest(word, known);
    if (near.empty()) {
        args.push_back({"known", someOf(known)});
    } else {
        key += "_near";
        args.push_back({"suggestion", near});
    }
    return fail(at, std::move(key), std::move(args));
}

int Builder::failDimensions(int left, int right, std::string key) {
    return fail(span(left).begin, std::move(key),
                {{"left", quantityOf(left)},
                 {"left_text", quote(left)},
                 {"right", quantityOf(right)},
                 {"right_text", quote(right)}});
}

std::string Builder::quote(Span span) const { return scenario::quoted(written(span)); }
std::string Builder::quantityOf(int part) const {
    return "@" + quantityKey(at(part).unit.dimension);
}

// ---------------------------------------------------------------------------- what is wanted

bool Builder::wantTruth(int part) {
    if (failed() || at(part).type == Type::truth) return !failed();
    fail(span(part).begin, "expression.not_truth", {{"text", quote(part)}});
    return false;
}

bool Builder::wantNumber(int part) {
    if (failed() || at(part).type == Type::number) return !failed();
    fail(span(part).begin, "expression.not_number", {{"text", quote(part)}});
    return false;
}

bool Builder::wantSame(int left, int right) {
    if (!wantNumber(left) || !wantNumber(right)) return false;
    if (at(left).unit.dimension != at(right).unit.dimension) {
        failDimensions(left, right);
        return false;
    }
    return isTemperature(left) == isTemperature(right) ||
           (wantDifference(left) && wantDifference(right));
}

bool Builder::wantTime(int part) {
    static const Unit second = unit("s");
    if (!wantNumber(part)) return false;
    if (at(part).unit.dimension == second.dimension) return true;
    fail(span(part).begin, "expression.wants_time",
         {{"text", quote(part)}, {"quantity", quantityOf(part)}});
    return false;
}

// A point on the scale of °C, not a number of degrees.
bool Builder::isTemperature(int part) const { return at(part).unit.offset != 0; }

// "20 °C" where 20 K is meant. A name in °C may be meant as it is.
bool Builder::wantDifference(int part) {
    if (failed() || at(part).op != Op::constant || !isTemperature(part)) return !failed();
    std::string number(written(span(part)));
    number.resize(number.find_last_of("0123456789.") + 1);
    fail(span(part).begin, "units.difference", {{"suggestion", number + " K"}});
    return false;
}

bool Builder::wantFactor(int part) {
    if (!wantNumber(part)) return false;
    if (at(part).op == Op::constant && isTemperature(part))
        fail(span(part).begin, "units.celsius", {{"unit", quote(part)}});
    return !failed();
}

// ---------------------------------------------------------------------------- parts

int Builder::add(Part part, Span span) {
    if (tree_.parts.size() == maxExpressionParts)
        return fail(span.begin, "expression.too_many",
                    {{"max", std::to_string(maxExpressionParts)}});
    for (int of : part.parts) part.measured = part.measured || at(of).measured;
    tree_.parts.push_back(std::move(part));
    spans_.push_back(span);
    return static_cast<int>(tree_.parts.size()) - 1;
}

int Builder::truth(Op op, std::vector<int> parts, Span span) {
    Part part;
    part.op = op;
    part.type = Type::truth;
    part.parts = std::move(parts);
    return add(std::move(part), span);
}

int Builder::number(Op op, Unit unit, std::vector<int> parts, Span span) {
    Part part;
    part.op = op;
    part.unit = std::move(unit);
    part.parts = std::move(parts);
    return add(std::move(part), span);
}

int Builder::constant(double value, const Unit& unit, Span span) {
    Part part;
    part.op = Op::constant;
    part.unit = unit;
    part.value = unit.toSi(value);
    if (!std::isfinite(part.value))
        return fail(span.begin, "expression.too_big", {{"text", quote(span)}});
    return add(std::move(part), span);
}

int Builder::compared(int left, Op op, int right, size_t sign) {
    const bool equality = op == Op::equal || op == Op::unequal;
    const Type l = at(left).type, r = at(right).type;
    if (l == Type::truth || r == Type::truth)
        return fail(sign, "expression.truth_compared",
                    {{"text", quote(l == Type::truth ? left : right)}});
    if (l != r)
        return fail(sign, "expression.mixed", {{"left", quote(left)}, {"right", quote(right)}});
    if (l == Type::option) return comparedOptions(left, op, right, sign);
    if (!wantSame(left, right)) return nothing;
    if (equality && (at(left).measured || at(right).measured))
        return fail(sign, "expression.equal_measured",
                    {{"name", quote(at(left).measured ? left : right)},
                     {"suggestion", "about(" + quote(left) + ", " + quote(right) + ", 5 %)"}});
    return truth(op, {left, right}, over(left, right));
}

int Builder::comparedOptions(int left, Op op, int right, size_t sign) {
    if (op != Op::equal && op != Op::unequal)
        return fail(sign, "expression.option_order", {{"text", quote(left)}});
    if (!isOneOf(left, right) || !isOneOf(right, left)) return nothing;
    return truth(op == Op::equal ? Op::equalOption : Op::unequalOption, {left, right},
                 over(left, right));
}

// A text that is compared with a choice must be one of its options.
bool Builder::isOneOf(int word, int name) {
    if (at(word).op != Op::text || at(name).op != Op::option) return true;
    const auto options = names_.find(at(name).name).options;
    if (options.empty()) return true;
    if (std::find(options.begin(), options.end(), at(word).name) != options.end()) return true;
    failUnknown(at(word).name, span(word).begin, "expression.unknown_option", options);
    return false;
}

int Builder::sum(int left, bool minus, int right) {
    if (!wantNumber(left) || !wantNumber(right)) return nothing;
    if (at(left).unit.dimension != at(right).unit.dimension)
        return failDimensions(left, right, "expression.dimension_sum");
    // Two temperatures apart are a difference; a temperature and a difference are a temperature.
    const bool apart = minus && isTemperature(left) && isTemperature(right);
    if (!apart && !wantDifference(right)) return nothing;
    Unit unit = apart ? difference(at(left).unit) : at(left).unit;
    if (!minus && isTemperature(right) && !isTemperature(left)) unit = at(right).unit;
    return number(minus ? Op::subtract : Op::add, std::move(unit), {left, right},
                  over(left, right));
}

int Builder::scaled(int left, bool divide, int right) {
    if (!wantFactor(left) || !wantFactor(right)) return nothing;
    auto unit =
        divide ? quotient(at(left).unit, at(right).unit) : product(at(left).unit, at(right).unit);
    if (!unit) return fail(span(left).begin, "expression.power");
    return number(divide ? Op::divide : Op::multiply, std::move(*unit), {left, right},
                  over(left, right));
}

int Builder::negative(int part, size_t sign) {
    if (!wantNumber(part)) return nothing;
    Unit unit = difference(at(part).unit);
    return number(Op::negate, std::move(unit), {part}, {sign, span(part).end});
}

int Builder::root(int part, Span span) {
    if (!wantNumber(part)) return nothing;
    auto unit = rootOf(at(part).unit);
    if (!unit)
        return fail(this->span(part).begin, "expression.root",
                    {{"text", quote(part)}, {"quantity", quantityOf(part)}});
    return number(Op::sqrt, std::move(*unit), {part}, span);
}

int Builder::about(int value, int target, int margin, Span span) {
    if (!wantSame(value, target) || !wantNumber(margin)) return nothing;
    // "5 %" is a share, but percent points of a number that is in percent itself.
    const Unit& of = at(value).unit;
    const bool pure = at(margin).unit.dimension == Dimension{};
    const bool share = pure && (of.dimension != Dimension{} ||
                                (at(margin).unit.symbol == "%" && of.symbol != "%"));
    if (!share && at(margin).unit.dimension != of.dimension) return failDimensions(value, margin);
    if (!share && !wantDifference(margin)) return nothing;
    return truth(share ? Op::aboutShare : Op::about, {value, target, margin}, span);
}

int Builder::watched(Op op, std::vector<int> parts, Span span) {
    Part part;
    part.op = op;
    part.type = Type::truth;
    part.parts = std::move(parts);
    part.watch = tree_.watched++;
    return add(std::move(part), span);
}

Expression::Tree Builder::take() {
    tree_.text = text_;
    return std::move(tree_);
}

}  // namespace pt::scenario
