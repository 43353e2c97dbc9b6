// Prints hashes that must be equal in every build: own math, Box2D, and each built-in scenario
// before, at and after the failure, with the figures of its design. tests/determinism/compare runs
// it for all compilers.
#include <algorithm>
#include <cstdio>

#include "engine/core/assets.h"
#include "engine/core/hash.h"
#include "engine/core/math.h"
#include "engine/run/session.h"
#include "engine/scenario/scenario.h"
#include "tests/physics2d/golden_scene.h"

namespace pt {
namespace {

void print(std::string_view name, uint64_t hash) {
    std::printf("%.*s %s\n", static_cast<int>(name.size()), name.data(), hex(hash).c_str());
}

// Two weeks of a calendar tell enough; other runs end by themselves.
int64_t lastStep(const Session& run) { return run.schema().calendar() ? 2016 : 1'000'000; }

// What the background work of a design comes to, such as the year of a house.
void printFigures(const std::string& id, Session& run) {
    if (!run.schema().background()) return;
    run.finishBackground();
    Hash hash;
    for (const Output& output : run.schema().outputs())
        if (output.figure) hash.add(output.number());
    print(id + ".figures", hash.value());
}

// A hash every 200 steps: a difference shows in which part of the run it starts.
int playScenario(const Asset& file) {
    const ScenarioRead read = readScenario(file.bytes, file.path);
    if (!read.ok()) return 1;
    auto session = Session::open(read.scenario.setup);
    if (!session.ok()) return 1;
    Session& run = *session.value();
    const int64_t last = lastStep(run);
    while (!run.finished() && run.step() < last) {
        const auto steps = run.runToEnd(std::min<int64_t>(200, last - run.step()));
        if (!steps.ok()) return 1;
        print(read.scenario.id + "@" + std::to_string(run.step()), run.hash());
    }
    printFigures(read.scenario.id, run);
    return run.finished() || run.schema().calendar() ? 0 : 1;
}

int playAll() {
    print("math", math::fingerprint());
    print("physics2d", goldenScene());
    int failures = 0;
    for (const Asset& file : assets()) {
        if (file.path.ends_with(".lab.yaml")) failures += playScenario(file);
    }
    return failures == 0 ? 0 : 1;
}

}  // namespace
}  // namespace pt

int main() { return pt::playAll(); }
