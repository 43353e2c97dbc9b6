// What a script costs: a handler that reads and reckons, a measure that is asked for, a step with a
// full set of timers, and loading.
#include <benchmark/benchmark.h>

#include "tests/script/fake_host.h"

namespace pt {
namespace {

void handlerOfAnEvent(benchmark::State& state) {
    FakeHost host;
    host.start("on('answer', function(e)\n"
               "  local x = get('force', 'kN') + e.tries\n"
               "  if x > 1e9 then say('far') end\n"
               "end)");
    const Json facts = Json::object({{"tries", 2}});
    for (auto _ : state) host.script().happened("answer", "guess", facts);
}
BENCHMARK(handlerOfAnEvent);

void measureOfALab(benchmark::State& state) {
    FakeHost host;
    host.start("measure('ratio', {unit = '1', value = function()\n"
               "  return get('force', 'N') / (get('mass', 'kg') * 9.81)\n"
               "end})");
    for (auto _ : state) {
        host.script().happened("hint", "", {});  // so that it is worked out again
        benchmark::DoNotOptimize(host.script().measure("ratio"));
    }
}
BENCHMARK(measureOfALab);

void stepWithTenTimers(benchmark::State& state) {
    FakeHost host;
    host.start("local n = 0\nfor i = 1, 10 do every(0.25, function() n = n + i end) end");
    for (auto _ : state) host.run(1);
}
BENCHMARK(stepWithTenTimers);

void hundredThousandInstructions(benchmark::State& state) {
    FakeHost host;
    host.start("on('answer', function() local x = 0 for i = 1, 24000 do x = x * 0.5 + i end end)");
    for (auto _ : state) host.script().happened("answer", "guess", {});
}
BENCHMARK(hundredThousandInstructions)->Unit(benchmark::kMillisecond);

void loading(benchmark::State& state) {
    std::string source;
    for (int i = 0; i < 30; ++i)
        source += "on('answer', function() log('handler', " + std::to_string(i) + ") end)\n";
    for (auto _ : state) {
        FakeHost host;
        host.start(source);
    }
}
BENCHMARK(loading)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pt
