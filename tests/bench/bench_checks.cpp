// What comparing fairly and holding a hypothesis against its measurements cost, up to the thousand
// measurements that a lesson keeps, with as many settings as the largest lab has.
#include <benchmark/benchmark.h>

#include "engine/lesson/cvs.h"
#include "engine/lesson/hypothesis.h"

namespace pt {
namespace {

constexpr int settings = 45;

std::string keyOf(int i) { return "setting_with_a_name_" + std::to_string(i); }

// The worst for the rules: nearly every measurement is in a group of its own, and when nothing was
// varied fairly they go on to look for a setting that was.
std::vector<Observation> measurements(int count, bool varied) {
    std::vector<Observation> list;
    for (int i = 0; i < count; ++i) {
        Observation o;
        o.number = o.run = i + 1;
        o.finished = true;
        for (int key = 0; key < settings; ++key) {
            o.settings[keyOf(key)] = (i * (key + 3)) % 41;
            o.changeable.push_back(keyOf(key));
        }
        if (!varied) o.settings[keyOf(0)] = 7;
        o.outputs["outcome"] = i;
        o.recorded = {"outcome"};
        list.push_back(std::move(o));
    }
    return list;
}

void fairComparison(benchmark::State& state, bool varied) {
    const auto list = measurements(static_cast<int>(state.range(0)), varied);
    std::vector<const Observation*> all;
    for (const Observation& o : list) all.push_back(&o);
    std::vector<SettingScale> scales;
    for (int key = 0; key < settings; ++key) scales.push_back({keyOf(key), 1, 40, false});
    const CvsQuestion question{keyOf(0), "outcome", false, 2};
    for (auto _ : state) benchmark::DoNotOptimize(controlOfVariables(all, scales, question));
}
void varied(benchmark::State& state) { fairComparison(state, true); }
void notVaried(benchmark::State& state) { fairComparison(state, false); }
BENCHMARK(varied)->Arg(30)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(notVaried)->Arg(30)->Arg(1000)->Unit(benchmark::kMillisecond);

void support(benchmark::State& state) {
    std::vector<DataPoint> points;
    for (int64_t i = 0; i < state.range(0); ++i)
        points.push_back({static_cast<double>(i), static_cast<double>((i * i * 7919) % 1000)});
    for (auto _ : state) benchmark::DoNotOptimize(supportOf("increases", points, 0));
}
BENCHMARK(support)->Arg(30)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pt
