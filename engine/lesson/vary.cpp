#include "engine/lesson/vary.h"

#include <cmath>
#include <fmt/format.h>

#include "engine/core/rng.h"

namespace pt {
namespace {

double valueOf(const Varied& varied, Rng& rng) {
    if (!varied.values.empty()) {
        const auto last = static_cast<int64_t>(varied.values.size()) - 1;
        return varied.values[static_cast<size_t>(rng.integer(0, last))];
    }
    const Range& range = *varied.range;
    if (!(range.step > 0)) return range.min + (range.max - range.min) * rng.uniform();
    // As many decimals as the step has: 5 cm + 2 × 1 mm is 5.2 cm and not a rounding away from it.
    const double steps = std::floor((range.max - range.min) / range.step * (1 + 1e-9));
    const auto n = static_cast<double>(rng.integer(0, static_cast<int64_t>(steps)));
    return n == steps ? range.max : range.min + n * range.step;
}

}  // namespace

std::vector<Command> variedFor(const Lesson& lesson, uint64_t seed, int pupil) {
    std::vector<Command> commands;
    for (const Varied& varied : lesson.varied) {
        Rng rng(seed, fmt::format("vary/{}/{}", varied.key, pupil));
        if (!varied.options.empty()) {
            const auto last = static_cast<int64_t>(varied.options.size()) - 1;
            const auto n = static_cast<size_t>(rng.integer(0, last));
            commands.push_back(chooseCommand(varied.key, varied.options[n]));
        } else if (!varied.values.empty() || varied.range) {
            commands.push_back(setCommand(varied.key, valueOf(varied, rng)));
        }
    }
    return commands;
}

}  // namespace pt
