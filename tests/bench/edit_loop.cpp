// The edit loop of a 60-member bridge, timed: assemble, factor, solve, utilisation. The same
// program runs natively and as wasm in node, so that the two compare. Prints one JSON line.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "engine/run/session.h"

namespace pt {
namespace {

double milliseconds() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Setup warrenOf(double panels) {
    Setup setup;
    setup.lab = "spaghetti_bridge";
    Setting count;
    count.key = "panels";
    count.number = panels;
    setup.settings.push_back(count);
    return setup;
}

// Every edit changes the height a little, as a drag on the slider does.
int measure() {
    auto opened = Session::open(warrenOf(15));
    if (!opened.ok()) return 1;
    Session& session = *opened.value();
    const size_t members = session.snapshot().documents[0]["members"].items().size();
    std::vector<double> times;
    for (int edit = 0; edit < 2000; ++edit) {
        const Command command = setCommand("height", 0.10 + 0.001 * (edit % 20), 1);
        const double start = milliseconds();
        if (!session.post(command).ok() || session.trouble()) return 1;
        times.push_back(milliseconds() - start);
    }
    std::printf("{\"members\": %zu, \"edit_loop_median_ms\": %.4f}\n", members, median(times));
    return 0;
}

}  // namespace
}  // namespace pt

int main() { return pt::measure(); }
