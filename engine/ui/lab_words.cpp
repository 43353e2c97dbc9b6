#include "engine/ui/lab_words.h"

#include <algorithm>
#include <cmath>
#include <fast_float/fast_float.h>
#include <fmt/format.h>

namespace pt {
namespace {

constexpr int longest = 6;  // digits of a setting

double rounded(double value, int significant) {
    const std::string text = fmt::format("{:.{}g}", value, significant);
    double back = value;
    fast_float::from_chars(text.data(), text.data() + text.size(), back);
    return back;
}

bool close(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::fabs(b); }

int decimalsOf(double step) {
    int decimals = 0;
    for (double scaled = step; decimals < longest && !close(std::round(scaled), scaled);
         scaled *= 10) {
        ++decimals;
    }
    return decimals;
}

// Digits before the decimal sign, less the zeros that follow it: 12.5 has 2, 0.5 none, 0.05 -1.
int integerDigits(double value) {
    int digits = 1;
    double rest = std::fabs(value);
    for (; rest >= 10 && digits < 17; rest /= 10) ++digits;
    for (; rest > 0 && rest < 1 && digits > -17; rest *= 10) --digits;
    return digits;
}

int settingDigits(double value, double step) {
    int digits = 1;
    while (digits < longest && !close(rounded(value, digits), value)) ++digits;
    const int decimals = step > 0 ? decimalsOf(step) : 0;
    return std::max(digits, std::min(integerDigits(value) + decimals, 17));
}

std::string argumentText(std::string_view lab, const Schema& schema, std::string_view key,
                         const Json& value, const Words& words) {
    if (value.isNumber()) {
        if (const Output* output = schema.findOutput(key); output && output->number) {
            return words.quantity(value.number(), output->unit);
        }
        if (const Param* param = schema.findParam(key)) {
            return settingText(value.number(), param->unit, param->range.step, words);
        }
        return words.number(value.number());
    }
    for (const Output& output : schema.outputs()) {
        const auto& options = output.options;
        if (std::find(options.begin(), options.end(), value.text()) != options.end()) {
            return optionLabel(lab, output.key, value.text(), words);
        }
    }
    return value.text();
}

Args argumentTexts(std::string_view lab, const Schema& schema, const Json& values,
                   const Words& words) {
    Args args;
    for (const auto& [key, value] : values.entries())
        args.push_back({key, argumentText(lab, schema, key, value, words)});
    return args;
}

}  // namespace

std::string labelOf(std::string_view lab, std::string_view key, const Words& words) {
    return words(fmt::format("{}.{}", lab, key));
}

std::string optionLabel(std::string_view lab, std::string_view key, std::string_view option,
                        const Words& words) {
    return words(fmt::format("{}.{}.{}", lab, key, option));
}

double displayValue(double si, const Unit& unit) { return rounded(unit.fromSi(si), 12); }

double displayStep(double si, const Unit& unit) { return rounded(si / unit.factor, 12); }

std::string settingText(double si, const Unit& unit, double step, const Words& words) {
    const int digits = settingDigits(displayValue(si, unit), displayStep(step, unit));
    return words.quantity(si, unit, digits);
}

std::string settingNumber(double si, const Unit& unit, double step, const Words& words) {
    const double value = displayValue(si, unit);
    return words.number(value, settingDigits(value, displayStep(step, unit)));
}

bool hasValue(const Output& output) {
    return output.number ? std::isfinite(output.number()) : !output.text().empty();
}

std::optional<double> calendarStart(const Session& session) {
    const std::function<double()>& moment = session.schema().calendar();
    if (!moment) return std::nullopt;
    return moment() - session.time();
}

std::string valueText(double si, const Unit& unit, const Words& words) {
    const bool count = unit.symbol.empty() && std::floor(si) == si && std::fabs(si) < 1e6;
    return count ? settingText(si, unit, 1, words) : words.quantity(si, unit);
}

std::string valueNumber(double si, const Unit& unit, const Words& words) {
    return unit.symbol.empty() ? valueText(si, unit, words) : words.number(unit.fromSi(si));
}

std::string outputText(std::string_view lab, const Output& output, const Words& words) {
    if (!hasValue(output)) return "–";
    if (output.number) return valueText(output.number(), output.unit, words);
    return textValue(lab, output, output.text(), words);
}

std::string textValue(std::string_view lab, const Output& output, const std::string& text,
                      const Words& words) {
    const auto& options = output.options;
    const bool known = std::find(options.begin(), options.end(), text) != options.end();
    return known ? optionLabel(lab, output.key, text, words) : text;
}

std::string eventSentence(std::string_view lab, const Schema& schema, const Event& event,
                          const Words& words) {
    return words(fmt::format("{}.event.{}", lab, event.key),
                 argumentTexts(lab, schema, event.args, words));
}

std::string checkSentence(std::string_view lab, const Schema& schema, const CheckRow& row,
                          const Words& words) {
    return words(fmt::format("{}.check.{}", lab, row.key),
                 argumentTexts(lab, schema, row.args, words));
}

std::string partLabel(std::string_view lab, std::string_view whole, std::string_view key,
                      const Words& words) {
    const std::string own = fmt::format("{}.{}.{}", lab, whole, key);
    return words.has(own) ? words(own) : labelOf(lab, key, words);
}

Json measuredBefore(const Session& session, const Argument& argument) {
    if (session.branch() == 0) return {};
    const RunRecord& run = session.runs()[static_cast<size_t>(session.branch()) - 1];
    const Json& value = run.real[argument.key];
    return argument.isText == value.isText() ? value : Json();
}

}  // namespace pt
