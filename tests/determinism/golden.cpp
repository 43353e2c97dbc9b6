// Prints hashes that must be equal in every build: own math, Box2D, and each built-in scenario
// before, at and after the failure. tests/determinism/compare runs it for all compilers.
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

// A hash every 200 steps: a difference shows in which part of the run it starts.
int playScenario(const Asset& file) {
    const ScenarioRead read = readScenario(file.bytes, file.path);
    if (!read.ok()) return 1;
    auto session = Session::open(read.scenario.setup);
    if (!session.ok()) return 1;
    Session& run = *session.value();
    for (int64_t total = 0; !run.finished() && total < 1'000'000; total = run.step()) {
        const auto steps = run.runToEnd(200);
        if (!steps.ok()) return 1;
        print(read.scenario.id + "@" + std::to_string(run.step()), run.hash());
    }
    return run.finished() ? 0 : 1;
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
