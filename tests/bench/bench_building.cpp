// A house's year: ten-minute and hourly steps, the first year in a weather and those after an edit,
// and how the time grows with the number of surfaces (`perSurface` stays level).
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <memory>

#include "engine/core/math.h"
#include "engine/numerics/building_sim.h"
#include "engine/numerics/building_sun.h"

namespace pt {
namespace {

constexpr double pi = math::pi;

std::shared_ptr<const Weather> ukkel() {
    Result<Weather> made = builtInWeather("ukkel", 1);
    if (!made.ok()) std::abort();
    return std::make_shared<const Weather>(std::move(made.value()));
}

BuildingSurface upright(double width, double azimuth) {
    BuildingSurface wall;
    wall.width = width;
    wall.height = 2.7;
    wall.azimuth = azimuth;
    wall.tilt = pi / 2;
    return wall;
}

// Seven surfaces; each is cut into `cuts` of its own, with as many windows of a metre.
Building house(int cuts, double insulation) {
    Building building;
    BuildingConstruction wall;
    wall.layers = {
        {0.09, 0.9, 1800, 1000, 0}, {insulation, 0.03, 30, 1400, 0}, {0.14, 0.3, 850, 1000, 0}};
    building.constructions = {wall};
    building.glazings = {{{Pane{}, Pane{}}, {Gap{}}}};
    BuildingZone zone;
    zone.name = "house";
    zone.volume = 130;
    zone.infiltration = 0.5;
    zone.gains = Schedule::constant(200);
    zone.heatTo = Schedule::constant(293.15);
    building.zones = {zone};
    for (int i = 0; i < cuts; ++i) {
        for (int side = 0; side < 4; ++side) {
            BuildingSurface of = upright(8.0 / cuts, side * pi / 2);
            BuildingWindow window;
            window.x = window.z = 0.1 / cuts;
            window.width = 3.0 / cuts;
            window.height = 2;
            if (side % 2 == 0) of.windows = {window};
            building.surfaces.push_back(of);
        }
        for (const double tilt : {0.4, 0.4, pi}) {
            BuildingSurface of = upright(8.0 / cuts, tilt < 1 ? 0 : pi);
            of.height = tilt < 1 ? 3.5 : 6;
            of.tilt = tilt;
            if (tilt > 1) of.beyond = Beyond::sheltered;
            building.surfaces.push_back(of);
        }
    }
    return building;
}

double yearOf(const Building& building, const std::shared_ptr<WeatherCache>& cache, double dt) {
    Result<BuildingSim> sim = BuildingSim::make(building, cache, dt);
    if (!sim.ok()) std::abort();
    sim.value().warmUp(0, 20);
    double heat = 0;
    const int steps = static_cast<int>(hoursAYear * 3600 / dt);
    for (int i = 0; i < steps && sim.value().step().ok(); ++i) heat += sim.value().zone(0).heating;
    return heat;
}

// The weather's sun is worked out anew.
void firstYear(benchmark::State& state) {
    const auto weather = ukkel();
    const Building building = house(1, 0.1);
    for (auto _ : state)
        benchmark::DoNotOptimize(yearOf(building, std::make_shared<WeatherCache>(weather),
                                        static_cast<double>(state.range(0))));
}
BENCHMARK(firstYear)->ArgName("dt")->Arg(600)->Arg(3600)->Unit(benchmark::kMillisecond);

// A layer is made thicker or thinner, in the same weather.
void yearAfterEdit(benchmark::State& state) {
    const auto cache = std::make_shared<WeatherCache>(ukkel());
    const double dt = static_cast<double>(state.range(0));
    (void)yearOf(house(1, 0.1), cache, dt);
    int edit = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(yearOf(house(1, 0.05 + 0.01 * (++edit % 20)), cache, dt));
}
BENCHMARK(yearAfterEdit)->ArgName("dt")->Arg(600)->Arg(3600)->Unit(benchmark::kMillisecond);

void surfaces(benchmark::State& state) {
    const auto cache = std::make_shared<WeatherCache>(ukkel());
    const Building building = house(static_cast<int>(state.range(0)), 0.1);
    (void)yearOf(building, cache, 3600);
    for (auto _ : state) benchmark::DoNotOptimize(yearOf(building, cache, 3600));
    state.counters["perSurface"] = benchmark::Counter(
        static_cast<double>(building.surfaces.size()) * static_cast<double>(state.iterations()),
        benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(surfaces)->ArgName("times7")->Arg(1)->Arg(2)->Arg(4)->Arg(8)->Unit(
    benchmark::kMillisecond);

}  // namespace
}  // namespace pt
