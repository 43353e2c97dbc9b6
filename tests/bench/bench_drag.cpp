// What a pupil's hand costs on a bridge of 59 members: a node dragged one step, the picture and the
// panels after it; and 200 tests of the same design.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <memory>
#include <vector>

#include "engine/run/session.h"
#include "engine/ui/workbench.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

constexpr int panels = 15;
constexpr double span = 0.6, height = 0.1;
constexpr const char* jointKinds[] = {"pinned", "rigid", "glued"};

void drag(benchmark::State& state) {
    Setup setup;
    setup.lab = "spaghetti_bridge";
    Setting count;
    count.key = "panels";
    count.number = panels;
    setup.settings.push_back(count);
    auto opened = Session::open(setup);
    if (!opened.ok()) return state.SkipWithError("the lab does not open");
    Workbench bench(std::move(opened.value()));
    const char* joints = jointKinds[state.range(0)];
    state.SetLabel(joints);
    if (!bench.session().post(chooseCommand("joints", joints)).ok())
        return state.SkipWithError("no such joints");
    const Words words = Words::builtin(Language::nl);
    auto scene = std::make_unique<Scene>(words, theme(ThemeId::light));
    bench.draw(*scene);
    Camera camera;
    camera.size = {1200, 800};
    camera.fit(scene->low(), scene->high(), 40);
    const Vec start(span / 2, height);
    (void)bench.touch(Hand::down, camera.toScreen(start), 8, *scene, camera);
    int step = 0;
    for (auto _ : state) {
        ++step;
        const Vec aside(0.01 * (step % 5), 0.005 * (1 + step % 7));
        (void)bench.touch(Hand::drag, camera.toScreen(start + aside), 8, *scene, camera);
        scene = std::make_unique<Scene>(words, theme(ThemeId::light));
        bench.draw(*scene);
        benchmark::DoNotOptimize(bench.ui(words));
    }
}
BENCHMARK(drag)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

void repeats(benchmark::State& state) {
    SpaghettiBridge model;
    Schema schema;
    model.describe(schema);
    *schema.findParam("panels")->value = panels;
    *schema.findChoice("joints")->value = static_cast<int>(state.range(0));
    state.SetLabel(jointKinds[state.range(0)]);
    if (!model.reset(1).ok()) return state.SkipWithError("the bridge does not stand");
    for (auto _ : state) {
        std::vector<Repeat> results;
        const std::unique_ptr<Job> job = repeatJob(model.input(), 200, results);
        while (job->advance()) {
        }
        benchmark::DoNotOptimize(results.data());
    }
}
BENCHMARK(repeats)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pt
