#include <algorithm>
#include <cmath>

#include "engine/lesson/check_kinds.h"
#include "engine/lesson/digits.h"
#include "engine/lesson/number_slips.h"

namespace pt::checks {
namespace {

constexpr double usualShare = 0.01;  // of a right answer that the author gave no tolerance
constexpr double edge = 1 + 1e-9;    // a number on the edge of the tolerance is within it

// A share is of the number as written, so of 20 and not of 293.15 for 20 °C.
double toleranceOf(double si, double absolute, double share, const Unit& unit) {
    if (absolute == 0 && share == 0) share = usualShare;
    return std::max(absolute, share * std::fabs(unit.fromSi(si)) * unit.factor);
}

// Half a unit of the last of that many digits: what rounding may take off.
double roundingOf(double si, int digits, const Unit& unit) {
    return digits > 0 ? 0.5 * lastDigit(unit.fromSi(si), digits) * unit.factor : 0;
}

bool within(double si, double target, double tolerance) {
    return std::fabs(si - target) <= tolerance * edge;
}

// The pupil read another instrument, or this one at another time.
std::optional<Verdict> misread(const std::string& output, double si, double tolerance,
                               const CheckContext& context) {
    const Schema& schema = context.session.schema();
    const Output* wanted = schema.findOutput(output);
    for (const Output& other : schema.outputs()) {
        if (!wanted || !other.number || other.key == output ||
            other.unit.dimension != wanted->unit.dimension)
            continue;
        if (within(si, context.values.number(other.key), tolerance))
            return verdictNotYet("read_other", {{"read", label(context, other.key)},
                                                {"wanted", label(context, output)}});
    }
    for (const Observation& before : context.observations) {
        const auto found = before.outputs.find(output);
        if (found != before.outputs.end() && within(si, found->second, tolerance))
            return verdictNotYet("read_before", {{"wanted", label(context, output)}});
    }
    return std::nullopt;
}

}  // namespace

Verdict unreadable(const Error& error, const Unit& unit) {
    const std::string symbol = unit.symbol;
    const Arg example{"example", amount(unit.toSi(12.5), unit)};
    if (error.key == "units.dimension") return verdictNotYet("quantity", error.args);
    if (error.key == "units.difference") return verdictNotYet("difference", error.args);
    if (error.key == "units.unknown_near") return verdictNotYet("unit_near", error.args);
    if (error.key == "units.ambiguous") return verdictNotYet("unit_near", error.args);
    if (error.key == "units.number") return verdictNotYet("no_number", {example});
    return verdictNotYet("unit_unknown", {example});
}

Verdict judgeNumber(const LessonItem& item, const Json& answer, const CheckContext& context) {
    const NumberItem& number = std::get<NumberItem>(item.body);
    const std::string& text = answer.text();
    const auto typed = parseTyped(text);
    if (!typed) return unreadable(typed.error(), number.unit);
    const auto si = parseInput(text, number.unit);
    if (!si) return unreadable(si.error(), number.unit);

    const bool reading = !number.answer;
    Expected expected;
    expected.unit = number.unit;
    expected.si = reading ? context.values.number(number.reading)
                          : number.answer->value.number(context.values);
    if (std::isnan(expected.si)) return verdictNotYet("measure_first");
    const double allowed = reading ? toleranceOf(expected.si, 0, 0, number.unit)
                                   : toleranceOf(expected.si, number.answer->tolerance,
                                                 number.answer->share, number.answer->unit);
    expected.tolerance = std::max({allowed, context.lesson.resolutionOf(number.reading),
                                   roundingOf(expected.si, number.digits, number.unit)});

    if (within(si.value(), expected.si, expected.tolerance)) {
        const Typed& t = typed.value();
        const bool digits = t.fewestDigits <= number.digits && number.digits <= t.mostDigits;
        if (number.digits == 0 || digits || si.value() == 0) return verdictOk(item.ok);
        return verdictNotYet(t.mostDigits > number.digits ? "digits_many" : "digits_few",
                             {{"asked", count(static_cast<size_t>(number.digits))},
                              {"given", count(static_cast<size_t>(t.mostDigits))}});
    }
    for (const WrongValue& wrong : number.wrong) {
        const double mistake = wrong.value.value.number(context.values);
        if (within(
                si.value(), mistake,
                toleranceOf(mistake, wrong.value.tolerance, wrong.value.share, wrong.value.unit)))
            return verdictNotYet("", {}, wrong.say);
    }
    if (reading) {
        if (auto verdict = misread(number.reading, si.value(), expected.tolerance, context))
            return *verdict;
    }
    Slip slip = slipOf(typed.value(), expected);
    return slip.general ? notYet(item, slip.reason, slip.args)
                        : verdictNotYet(slip.reason, slip.args);
}

}  // namespace pt::checks
