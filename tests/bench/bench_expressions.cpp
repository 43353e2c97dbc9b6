// What the expressions of a large lesson cost at each step of its lab: requirements, events, goals
// and what must hold, looked up in a real lab.
#include <benchmark/benchmark.h>
#include <memory>
#include <string>
#include <vector>

#include "engine/run/session.h"
#include "engine/scenario/expression.h"

namespace pt {
namespace {

// The names and values of a session, as they are.
struct LabNames : NameTable {
    explicit LabNames(const Schema& of) : schema(of) {}
    NameInfo find(std::string_view name) const override {
        NameInfo info;
        const Param* param = schema.findParam(name);
        const Output* output = schema.findOutput(name);
        if (!param && !(output && output->number)) return info;
        info.kind = NameInfo::Kind::number;
        info.unit = param ? param->unit : output->unit;
        return info;
    }
    NameInfo column(std::string_view, std::string_view) const override { return {}; }
    std::vector<std::string> names() const override { return schema.keys(); }
    const Schema& schema;
};
struct LabValues : Values {
    explicit LabValues(const Session& of) : session(of) {}
    double number(std::string_view name) const override {
        if (const Output* output = session.schema().findOutput(name)) return output->number();
        return *session.schema().findParam(name)->value;
    }
    std::string option(std::string_view) const override { return ""; }
    Truth truth(std::string_view) const override { return Truth::unknown; }
    int64_t count(std::string_view) const override { return 0; }
    std::vector<double> column(std::string_view, std::string_view) const override { return {}; }
    std::vector<double> runs(std::string_view) const override { return {}; }
    double time() const override { return session.time(); }
    bool ended() const override { return false; }
    const Session& session;
};

// As many as a lesson of 256 KiB can well hold next to its texts.
constexpr int count = 100;
const char* const lines[] = {
    "breaking_load >= 40 N and mass <= 120 g",
    "held(sag < 5 mm, 10 s) and not ever(load > 60 N)",
    "load / (mass * 9.81 m/s2) > 3 or height > 12 cm",
    "always(sag < 8 mm) and about(load, 40 N, 5 %)",
};

void expressionsPerStep(benchmark::State& state) {
    Setup setup;
    setup.lab = "spaghetti_bridge";
    auto opened = Session::open(setup);
    if (!opened) return state.SkipWithError("the lab does not open");
    const Session& session = *opened.value();
    const LabNames names(session.schema());
    const LabValues values(session);
    std::vector<Expression> expressions;
    std::vector<Watch> watches(count);
    for (int i = 0; i < count; ++i) {
        auto read = Expression::readTruth(lines[i % 4], names);
        if (!read) return state.SkipWithError(read.error().key.c_str());
        expressions.push_back(read.value());
    }
    int64_t step = 0;
    for (auto _ : state) {
        ++step;
        for (size_t i = 0; i < expressions.size(); ++i) {
            watches[i].observe(expressions[i], values, step);
            benchmark::DoNotOptimize(expressions[i].truth(values, &watches[i]));
        }
    }
    state.counters["expressions"] = count;
}
BENCHMARK(expressionsPerStep)->Unit(benchmark::kMicrosecond);

void readExpression(benchmark::State& state) {
    auto opened = Session::open([] {
        Setup setup;
        setup.lab = "spaghetti_bridge";
        return setup;
    }());
    if (!opened) return state.SkipWithError("the lab does not open");
    const LabNames names(opened.value()->schema());
    const char* line = lines[state.range(0)];
    for (auto _ : state) benchmark::DoNotOptimize(Expression::readTruth(line, names).ok());
}
BENCHMARK(readExpression)->DenseRange(0, 3)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace pt
