// What a field of heat costs by its number of cells: making and factoring it, and one step in time,
// the factor being kept. The time a cell grows with the logarithm of their number.
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <utility>

#include "engine/numerics/heat2d.h"
#include "engine/numerics/phase_change.h"

namespace pt {
namespace {

// A wall with a concrete slab through its insulation; without hollows, so that every cell counts.
HeatSection junction() {
    HeatSection section;
    section.materials = {{"brick", 0.6, 1500, 850, 0.9},
                         {"foam", 0.035, 30, 1450, 0.9},
                         {"concrete", 2, 2400, 1000, 0.9}};
    section.rectangles = {{0, 0, 2, 1.5, 1}, {0.1, 0, 2, 1.5, 0}, {0, 0.6, 2, 0.8, 2}};
    section.boundaries = {{"outside", 0, 0, 0, 1.5, 268.15, 0.04, 0},
                          {"inside", 2, 0, 2, 1.5, 293.15, 0.13, 0}};
    return section;
}

Heat2d made(int cells) {
    Result<Heat2d> heat = Heat2d::make(junction(), cells);
    if (!heat.ok()) std::abort();
    return std::move(heat.value());
}

void heatSteady(benchmark::State& state) {
    for (auto _ : state) {
        Heat2d heat = made(static_cast<int>(state.range(0)));
        if (!heat.solveSteady().ok()) state.SkipWithError("no steady state");
        benchmark::DoNotOptimize(heat.flow(0));
    }
}
BENCHMARK(heatSteady)
    ->Arg(4000)
    ->Arg(8000)
    ->Arg(16'000)
    ->Arg(30'000)
    ->Unit(benchmark::kMillisecond);

void heatStep(benchmark::State& state) {
    Heat2d heat = made(static_cast<int>(state.range(0)));
    heat.start(283.15);
    for (auto _ : state)
        if (!heat.step(60).ok()) state.SkipWithError("no step");
    state.counters["steps_a_second"] =
        benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(heatStep)->Arg(4000)->Arg(8000)->Arg(16'000)->Arg(30'000)->Unit(benchmark::kMicrosecond);

// A slab of paraffin that melts from one side.
void meltStep(benchmark::State& state) {
    const PhaseMaterial paraffin{800, 0.2, 0.2, 2000, 2000, 179'000, 300.15, 0};
    PhaseEdge warm, cold;
    warm.temperature = 320.15;
    cold.resistance = 0.1;
    Result<PhaseChange> change =
        PhaseChange::make(phaseSlab(paraffin, 0.05, static_cast<int>(state.range(0)), warm, cold));
    if (!change.ok()) std::abort();
    for (auto _ : state)
        if (!change.value().step(10).ok()) state.SkipWithError("no step");
}
BENCHMARK(meltStep)->Arg(50)->Arg(100)->Arg(200)->Arg(400)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace pt
