// Any bytes as an expression of a lesson, and as a text with values and marks in it.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/i18n/words.h"
#include "engine/scenario/text.h"
#include "tests/scenario/expression_fixtures.h"

namespace {

// A broken promise of the interface is a crash for the fuzzer.
void require(bool holds) {
    if (!holds) std::abort();
}

pt::FakeValues someValues(int64_t step) {
    pt::FakeValues values;
    const double x = static_cast<double>(step);
    values.numbers = {{"height", 0.08 * x}, {"mass", step == 2 ? NAN : 0.1},
                      {"max_load", 1e308},  {"sag", 0.001 * x},
                      {"strands", 3},       {"T_inside", 293}};
    values.options = {{"type", "pratt"}};
    values.truths = {{"sterk", pt::Truth::yes}};
    values.counts = {{"run_end", step}};
    values.columns = {{"height", {1, 2, NAN}}, {"max_load", {3, INFINITY, 4}}, {"mass", {}}};
    values.now = x;
    values.over = step == 3;
    return values;
}

void require(double number) { require(std::isnan(number) || std::isfinite(number)); }

void work(const pt::Expression& expression) {
    using Type = pt::Expression::Type;
    pt::Watch watch;
    for (int64_t step = 0; step < 4; ++step) {
        const pt::FakeValues values = someValues(step);
        watch.observe(expression, values, step);
        if (expression.type() == Type::truth) (void)expression.truth(values, &watch);
        if (expression.type() == Type::number) require(expression.number(values));
        if (expression.type() == Type::option) (void)expression.option(values);
    }
    watch.rewind(1);
    if (expression.type() == Type::truth) (void)expression.truth(someValues(1), &watch);
}

void readAsExpression(std::string_view text, const pt::Words& words) {
    static const pt::FakeNames names;
    const auto read = pt::Expression::read(text, names);
    if (!read) {
        require(words.has(read.error().key));
        require(std::stoul(read.error().where) <= text.size());
        (void)words.sentence(read.error());
        return;
    }
    require(read.value().text() == text);
    require(read.value().names().size() <= 200);
    work(read.value());
    (void)pt::Expression::readNumber(text, names, pt::unit("K"));
}

void readAsText(std::string_view text) {
    const auto insertions = pt::insertionsOf(text);
    size_t count = 0;
    const std::string out = pt::filled(text, [&](const pt::Insertion& insertion) {
        require(insertion.begin < insertion.end && insertion.end <= text.size());
        ++count;
        return std::string();
    });
    require(out.size() <= text.size());
    if (insertions) require(insertions.value().size() == count);
    size_t bytes = 0;
    for (const pt::TextBlock& block : pt::formatted(text)) {
        for (const pt::TextSpan& span : block.spans) {
            bytes += span.text.size();
            require(span.url.empty() || span.url.rfind("https://", 0) == 0);
        }
    }
    require(bytes <= text.size());
    (void)pt::plain(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const pt::Words words = pt::Words::builtin(pt::Language::nl);
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readAsExpression(bytes, words);
    readAsText(bytes);
    return 0;
}
