#include "engine/scenario/expression_work.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace pt::scenario {
namespace {

using Op = Expression::Tree::Op;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
// Numbers that differ less, as a share, are equal: a slider's 0.1 + 0.2 is 0.3. For times in s:
// steps do not add up to whole seconds exactly.
constexpr double slack = 1e-9;

double finiteOrUnknown(double value) { return std::isfinite(value) ? value : unknown; }

Truth inverse(Truth truth) {
    if (truth == Truth::unknown) return truth;
    return truth == Truth::yes ? Truth::no : Truth::yes;
}

std::vector<double> known(std::vector<double> values) {
    values.erase(std::remove_if(values.begin(), values.end(),
                                [](double value) { return !std::isfinite(value); }),
                 values.end());
    return values;
}

double lowest(const std::vector<double>& values) {
    return values.empty() ? unknown : *std::min_element(values.begin(), values.end());
}
double highest(const std::vector<double>& values) {
    return values.empty() ? unknown : *std::max_element(values.begin(), values.end());
}
double mean(const std::vector<double>& values) {
    double sum = 0;
    for (double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

// Of the straight line nearest to the points by least squares.
double slopeOf(const std::vector<double>& x, const std::vector<double>& y) {
    std::vector<double> xs, ys;
    for (size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i])) continue;
        xs.push_back(x[i]);
        ys.push_back(y[i]);
    }
    if (xs.size() < 2) return unknown;
    const double middleX = mean(xs), middleY = mean(ys);
    double xx = 0, xy = 0;
    for (size_t i = 0; i < xs.size(); ++i) {
        xx += (xs[i] - middleX) * (xs[i] - middleX);
        xy += (xs[i] - middleX) * (ys[i] - middleY);
    }
    return xy / xx;
}

bool near(double a, double b) {
    return std::fabs(a - b) <= slack * std::max(std::fabs(a), std::fabs(b));
}

}  // namespace

double Work::number(int index) const {
    const Part& part = at(index);
    switch (part.op) {
    case Op::constant: return part.value;
    case Op::number: return finiteOrUnknown(values_.number(part.name));
    case Op::count: return static_cast<double>(values_.count(part.name));
    case Op::argMax:
    case Op::argMin: return finiteOrUnknown(overRuns(part));
    case Op::min:
    case Op::max:
    case Op::mean: return finiteOrUnknown(overArguments(part));
    case Op::first:
    case Op::last:
    case Op::best:
    case Op::slope:
    case Op::tableMin:
    case Op::tableMax:
    case Op::tableMean: return finiteOrUnknown(overTable(part));
    default: return finiteOrUnknown(arithmetic(part));
    }
}

double Work::arithmetic(const Part& part) const {
    const double a = operand(part, 0);
    switch (part.op) {
    case Op::negate: return -a;
    case Op::abs: return std::fabs(a);
    case Op::sqrt: return std::sqrt(a);
    case Op::add: return a + operand(part, 1);
    case Op::subtract: return a - operand(part, 1);
    case Op::multiply: return a * operand(part, 1);
    case Op::divide: return a / operand(part, 1);
    default: return unknown;
    }
}

double Work::overArguments(const Part& part) const {
    std::vector<double> values;
    for (int argument : part.parts) {
        values.push_back(number(argument));
        if (std::isnan(values.back())) return unknown;
    }
    if (part.op == Op::min) return lowest(values);
    return part.op == Op::max ? highest(values) : mean(values);
}

// Of equals, the first run.
double Work::overRuns(const Part& part) const {
    const std::vector<double> values = values_.runs(part.name);
    const std::vector<double> of = values_.runs(part.second);
    size_t found = values.size();
    for (size_t i = 0; i < std::min(values.size(), of.size()); ++i) {
        if (!std::isfinite(values[i]) || !std::isfinite(of[i])) continue;
        const bool better =
            found == values.size() ||
            (part.op == Op::argMax ? values[i] > values[found] : values[i] < values[found]);
        if (better) found = i;
    }
    return found == values.size() ? unknown : of[found];
}

double Work::overTable(const Part& part) const {
    if (part.op == Op::slope)
        return slopeOf(values_.column(part.name, part.second),
                       values_.column(part.name, part.third));
    const std::vector<double> cells = known(values_.column(part.name, part.second));
    if (cells.empty()) return unknown;
    switch (part.op) {
    case Op::first: return cells.front();
    case Op::last: return cells.back();
    case Op::best: return part.lower ? lowest(cells) : highest(cells);
    case Op::tableMin: return lowest(cells);
    case Op::tableMax: return highest(cells);
    default: return mean(cells);
    }
}

Truth Work::truth(int index) const {
    const Part& part = at(index);
    switch (part.op) {
    case Op::truth: return values_.truth(part.name);
    case Op::notOp: return inverse(truth(part.parts[0]));
    case Op::andOp:
    case Op::orOp: {
        // One side can decide alone; without it, an unknown side leaves it open.
        const Truth deciding = part.op == Op::orOp ? Truth::yes : Truth::no;
        const Truth left = truth(part.parts[0]);
        if (left == deciding) return left;
        const Truth right = truth(part.parts[1]);
        if (right == deciding) return right;
        return left == Truth::unknown ? left : right;
    }
    case Op::about:
    case Op::aboutShare: return about(part);
    case Op::equalOption:
    case Op::unequalOption: {
        const std::string left = option(part.parts[0]), right = option(part.parts[1]);
        if (left.empty() || right.empty()) return Truth::unknown;
        return truthOf((left == right) == (part.op == Op::equalOption));
    }
    case Op::atEnd: return values_.ended() ? truth(part.parts[0]) : Truth::unknown;
    case Op::held:
    case Op::ever:
    case Op::always: return watched(part);
    default: return compared(part);
    }
}

Truth Work::compared(const Part& part) const {
    const double a = operand(part, 0), b = operand(part, 1);
    if (std::isnan(a) || std::isnan(b)) return Truth::unknown;
    const bool equal = near(a, b);
    switch (part.op) {
    case Op::equal: return truthOf(equal);
    case Op::unequal: return truthOf(!equal);
    case Op::less: return truthOf(a < b && !equal);
    case Op::lessEqual: return truthOf(a < b || equal);
    case Op::greater: return truthOf(a > b && !equal);
    default: return truthOf(a > b || equal);
    }
}

Truth Work::about(const Part& part) const {
    const double value = operand(part, 0), target = operand(part, 1);
    double margin = operand(part, 2);
    if (part.op == Op::aboutShare) margin *= std::fabs(target);
    const double off = std::fabs(value - target);
    if (std::isnan(off) || std::isnan(margin)) return Truth::unknown;
    return truthOf(off < margin || std::fabs(off - margin) <= slack * std::fabs(target));
}

Truth Work::watched(const Part& part) const {
    const size_t place = static_cast<size_t>(part.watch);
    if (!watch_ || place >= watch_->changes_.size() || watch_->changes_[place].empty())
        return Truth::unknown;
    const auto& latest = watch_->changes_[place].back();
    if (part.op == Op::ever)
        return latest.yes ? Truth::yes : latest.no ? Truth::no : Truth::unknown;
    if (part.op == Op::always)
        return latest.no ? Truth::no : latest.yes ? Truth::yes : Truth::unknown;
    if (latest.now != Truth::yes) return latest.now;
    const double wanted = operand(part, 1);
    if (std::isnan(wanted)) return Truth::unknown;
    return truthOf(values_.time() - latest.time >= wanted - slack);
}

std::string Work::option(int index) const {
    const Part& part = at(index);
    return part.op == Op::text ? part.name : values_.option(part.name);
}

}  // namespace pt::scenario
