// What an edit, a step and a collapse of a 60-member bridge cost, and a lowest buckling factor.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cmath>

#include "sims/spaghetti_bridge/collapse.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {
namespace {

// 59 members.
Bridge warren(double height) { return makeBridge(BridgeType::warren, 0.9, height, 15); }

struct Built {
    Bridge bridge = warren(0.1);
    BridgeMaterial material;
    std::vector<int> strands = std::vector<int>(bridge.members.size(), 7);
    BridgeStatics statics;

    explicit Built(bool rigid) {
        material.joints = rigid ? Joints::rigid : Joints::pinned;
        if (!statics.build(bridge, material, strands, 1).ok()) std::abort();
    }
};

// Assemble, factor, solve, draw strengths, utilisation: all that a dragged slider asks for.
void editLoop(benchmark::State& state) {
    Built built(state.range(0) != 0);
    int edit = 0;
    for (auto _ : state) {
        built.bridge = warren(0.1 + 0.001 * (++edit % 20));
        if (!built.statics.build(built.bridge, built.material, built.strands, 1).ok())
            state.SkipWithError("the bridge does not stand");
        benchmark::DoNotOptimize(built.statics.members(20));
    }
}
BENCHMARK(editLoop)->ArgName("rigid")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

// What one step under a growing load computes.
void loadStep(benchmark::State& state) {
    const Built built(state.range(0) != 0);
    double load = 0;
    for (auto _ : state) {
        load += 0.01;
        benchmark::DoNotOptimize(built.statics.nodes(load));
        benchmark::DoNotOptimize(built.statics.members(load));
    }
}
BENCHMARK(loadStep)->ArgName("rigid")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

// One whole collapse of 600 steps.
void collapse(benchmark::State& state) {
    const Built built(state.range(0) != 0);
    const double load = built.statics.breakingLoad();
    const BridgeInput input{built.bridge, built.material, built.strands, 1, {}};
    const BrokenBridge broken = breakBridge(input, built.statics);
    FallStart start{built.statics.nodes(load), built.statics.sections(), 0, load, {}};
    for (const MemberState& member : built.statics.members(load))
        start.largestForce = std::max(start.largestForce, std::fabs(member.axial));
    for (auto _ : state) {
        Collapse falling(built.bridge, built.material, start, broken.failures);
        for (int i = 0; i < 600; ++i) falling.step(1.0 / 240);
        benchmark::DoNotOptimize(falling.poses());
    }
}
BENCHMARK(collapse)->ArgName("rigid")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void bucklingFactor(benchmark::State& state) {
    const Built built(true);
    Frame frame;
    for (const BridgeNode& node : built.bridge.nodes)
        frame.nodes.push_back(
            {node.x, node.y, node.support == Support::pin, node.support != Support::none, false});
    for (const BridgeMember& member : built.bridge.members)
        frame.members.push_back({member.from, member.to, 3.6e9, 1.78e-5, 2.83e-11});
    frame.loads = {{built.bridge.loads.front(), 0, -1, 0}};
    FrameSolver solver;
    for (auto _ : state) benchmark::DoNotOptimize(solver.buckling(frame));
}
BENCHMARK(bucklingFactor)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pt
