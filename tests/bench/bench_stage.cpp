// What one picture of a 59-member bridge costs without the GPU: the Scene, and painting it.
#include <benchmark/benchmark.h>

#include "engine/model/schema.h"
#include "engine/view/view.h"
#include "sims/spaghetti_bridge/model.h"
#include "tests/bench/blank_brush.h"

namespace pt {
namespace {

constexpr const char* shows[] = {"forces",  "utilisation", "deflection", "buckling",
                                 "moments", "reactions",   "influence",  "plain"};

// Loaded to 60 %, with a number on every member and rigid joints, which is the dearest.
void picture(benchmark::State& state) {
    SpaghettiBridge model;
    Schema schema;
    model.describe(schema);
    *schema.findParam("span")->value = 0.9;
    *schema.findParam("panels")->value = 15;
    *schema.findParam("load_rate")->value = 50;
    *schema.findChoice("joints")->value = 1;
    if (!model.reset(1).ok()) return state.SkipWithError("the bridge does not stand");
    while (model.load() < 0.6 * model.statics().breakingLoad())
        if (!model.step(bridgeStep).ok()) return state.SkipWithError("no step");

    const Words words = Words::builtin(Language::nl);
    const std::unique_ptr<View> view = makeView("spaghetti_bridge", model);
    ViewState looking;
    looking.options["show"] = shows[state.range(0)];
    looking.options["numbers"] = "on";
    state.SetLabel(shows[state.range(0)]);
    for (auto _ : state) {
        Scene scene(words, theme(ThemeId::light));
        view->draw(scene, looking);
        Camera camera;
        camera.size = {1280, 720};
        camera.fit(scene.low(), scene.high(), 24);
        Blank brush;
        paint(scene, camera, brush);
    }
}
BENCHMARK(picture)->DenseRange(0, 7)->ArgName("show")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pt
