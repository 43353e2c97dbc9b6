// The house lab as a pupil meets it: from an edit to its year, a jump over the calendar, a month of
// a run, and the pictures of its three stages.
#include <benchmark/benchmark.h>
#include <chrono>
#include <memory>

#include "engine/run/session.h"
#include "engine/view/view.h"
#include "sims/passive_house/detail.h"
#include "tests/bench/blank_brush.h"

namespace pt {
namespace {

constexpr double sliceBudget = 0.008;  // s of background work in a frame of the desktop

double seconds() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

std::unique_ptr<Session> open() {
    Setup setup;
    setup.lab = "passive_house";
    auto opened = Session::open(setup);
    return opened.ok() ? std::move(opened.value()) : nullptr;
}

Command thicker(int edit) {
    const double thickness = 0.05 + 0.001 * (edit % 200);
    return {"layer_set", Json::object().set("layer", "wall.3").set("thickness", thickness), 0};
}

// `frames`: how many of the desktop pass until the year is known.
void editToYear(benchmark::State& state) {
    const auto session = open();
    if (!session) return state.SkipWithError("the lab does not open");
    session->finishBackground();
    int edit = 0;
    double frames = 0;
    for (auto _ : state) {
        if (!session->post(thicker(++edit)).ok()) return state.SkipWithError("no such layer");
        ++frames;
        while (session->advanceJobs(seconds, sliceBudget)) ++frames;
    }
    state.counters["frames"] = frames / static_cast<double>(state.iterations());
}
BENCHMARK(editToYear)->Unit(benchmark::kMillisecond);

// With its house turned, the sun on each plane is new.
void turnToYear(benchmark::State& state) {
    const auto session = open();
    if (!session) return state.SkipWithError("the lab does not open");
    int turn = 0;
    for (auto _ : state) {
        const double angle = 0.01 * (++turn % 200);
        (void)session->post({"house_set", Json::object().set("orientation", angle), 0});
        session->finishBackground();
    }
}
BENCHMARK(turnToYear)->Unit(benchmark::kMillisecond);

void jump(benchmark::State& state) {
    const auto session = open();
    if (!session) return state.SkipWithError("the lab does not open");
    session->finishBackground();
    int day = 0;
    for (auto _ : state) {
        day = day % 365 + 1;
        (void)session->post({"jump", Json::object().set("day", day).set("hour", 12), 0});
    }
}
BENCHMARK(jump)->Unit(benchmark::kMillisecond);

// A year in five seconds is 175 steps a frame of sixty a second.
void runFrame(benchmark::State& state) {
    const auto session = open();
    if (!session) return state.SkipWithError("the lab does not open");
    for (auto _ : state) {
        if (session->finished()) (void)session->post({"reset", Json::object(), 0});
        (void)session->runToEnd(175);
    }
}
BENCHMARK(runFrame)->Unit(benchmark::kMillisecond);

// ψ and f_Rsi of a junction of the house: two fields, solved anew at each edit of it.
void junction(benchmark::State& state) {
    const auto which = static_cast<Junction>(state.range(0));
    const Detail detail = detailFor(which, detailVariants(which).front(), defaultHouse());
    for (auto _ : state)
        if (!solveDetail(detail, 293.15, 268.15, 0.5).ok())
            return state.SkipWithError("no steady state");
}
BENCHMARK(junction)->DenseRange(0, 3)->ArgName("junction")->Unit(benchmark::kMillisecond);

constexpr const char* stages[] = {"house", "detail", "year"};

// While the run goes on, an hour of the house a picture: the field of the detail advances too.
void stagePicture(benchmark::State& state) {
    const auto session = open();
    if (!session) return state.SkipWithError("the lab does not open");
    session->finishBackground();
    const Words words = Words::builtin(Language::nl);
    const std::unique_ptr<View> view = makeView("passive_house", session->model());
    ViewState looking;
    looking.width = 1280;
    looking.height = 720;
    looking.options["stage"] = stages[state.range(0)];
    state.SetLabel(stages[state.range(0)]);
    for (auto _ : state) {
        state.PauseTiming();
        if (session->finished()) (void)session->post({"reset", Json::object(), 0});
        (void)session->runToEnd(6);
        state.ResumeTiming();
        Scene scene(words, theme(ThemeId::light));
        view->draw(scene, looking);
        Camera camera;
        camera.size = {1280, 720};
        camera.fit(scene.low(), scene.high(), 24);
        Blank brush;
        paint(scene, camera, brush);
    }
}
BENCHMARK(stagePicture)->DenseRange(0, 2)->ArgName("stage")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pt
