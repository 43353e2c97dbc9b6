// What a large lesson costs at each step of the lab: its conditions, requirements, tasks and
// temporal parts. The lab is the sledge of the tests, whose own step is next to nothing.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "engine/lesson/lesson_run.h"
#include "tests/run/fake_lab.h"

namespace pt {
namespace {

std::string largeLesson() {
    std::string text = "lab: 1\nid: ride\ntitle: {nl: Rit, en: Ride}\nsim: sledge\nrequirements:\n";
    for (int i = 0; i < 20; ++i)
        text +=
            fmt::format("  - {{id: eis{0}, must: \"held(place > {0} m, 1 s) and pace < 9 m/s\", "
                        "nl: Eis, en: Demand}}\n",
                        i);
    text += "events:\n";
    for (int i = 0; i < 60; ++i)
        text += fmt::format("  - {{when: \"ever(abs(place - {0} m) < 1 cm) and push > 20 N\", say: "
                            "{{nl: Kijk., en: Look.}}}}\n",
                            i);
    text += "steps:\n  - step: doen\n    do:\n";
    for (int i = 0; i < 30; ++i)
        text +=
            fmt::format("      - {{task: taak{0}, ask: {{nl: Ga., en: Go.}}, goal: \"place > 90 m "
                        "and always(pace < {0} m/s)\", keep: \"max(pace, 0 m/s) < 40 m/s\"}}\n",
                        i + 1);
    return text;
}

// {0}: the lab alone; {1}: with the lesson. The difference is what the lesson costs.
void stepWithLesson(benchmark::State& state) {
    ReadOptions options;
    options.labs = fake::table;
    ScenarioRead read = readScenario(largeLesson(), "ride.lab.yaml", options);
    if (!read.ok()) return state.SkipWithError(read.errors[0].key.c_str());
    const auto scenario = std::make_shared<const Scenario>(std::move(read.scenario));
    auto opened = Session::open(scenario->setup, fake::table);
    std::unique_ptr<LessonRun> run;
    if (state.range(0) == 1) run = std::make_unique<LessonRun>(scenario, *opened.value());
    for (auto _ : state) {
        if (opened.value()->stepOnce().ok()) continue;
        state.PauseTiming();
        const Status again = opened.value()->post({"reset", Json::object(), 0});
        if (!again.ok()) return state.SkipWithError(again.error().key.c_str());
        state.ResumeTiming();
    }
}
BENCHMARK(stepWithLesson)->Arg(0)->Arg(1);

}  // namespace
}  // namespace pt
