// The year of the house that the lab opens with, at ten-minute and hourly steps: the first in its
// weather, and those after an edit. The same program runs natively and as wasm in node. Prints one
// JSON line a length of step; milliseconds, the median of the edits.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "sims/passive_house/year.h"

namespace pt {
namespace {

double milliseconds() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

// Negative when the house cannot be computed.
double yearOf(const House& house, const std::shared_ptr<WeatherCache>& weather, double step) {
    const HouseUse use;
    const double start = milliseconds();
    YearInput input{
        makeBuilding(house, use, *weather->weather()), use, weather, house.floorArea(), 0, 0, step};
    bool known = false;
    const auto job = yearJob(std::move(input), [&](Result<YearResult> year) { known = year.ok(); });
    while (job->advance()) {
    }
    return known ? milliseconds() - start : -1;
}

bool measure(const std::shared_ptr<const Weather>& weather, double step) {
    const auto cache = std::make_shared<WeatherCache>(weather);
    House house = defaultHouse();
    const double first = yearOf(house, cache, step);
    std::vector<double> later;
    for (int edit = 0; edit < 9; ++edit) {
        house.part(Part::wall).layers[2].thickness = 0.08 + 0.01 * edit;
        later.push_back(yearOf(house, cache, step));
    }
    std::sort(later.begin(), later.end());
    std::printf("{\"step_s\": %.0f, \"first_year_ms\": %.1f, \"year_after_edit_ms\": %.1f}\n", step,
                first, later[later.size() / 2]);
    return first >= 0 && later.front() >= 0;
}

int measureAll() {
    Result<Weather> made = builtInWeather("ukkel", 1);
    if (!made.ok()) return 1;
    const auto weather = std::make_shared<const Weather>(std::move(made.value()));
    return measure(weather, 600) && measure(weather, 3600) ? 0 : 1;
}

}  // namespace
}  // namespace pt

int main() { return pt::measureAll(); }
