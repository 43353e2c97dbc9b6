#include "engine/numerics/frame_corotational.h"

#include <utility>

#include "engine/numerics/frame_large.h"

namespace pt {

using frame::Large;
using frame::Place;

// Load steps fail at a limit point, and may jump to a state that would run away, as of a column
// above its buckling load. The path from the unloaded frame leads to the one a test would show.
Result<LargeSolution> solveLarge(const Frame& frame, const LargeOptions& options) {
    auto opened = Large::open(frame, options);
    if (!opened.ok()) return opened.error();
    Large& large = *opened.value();
    LargeSolution solution;
    Place place = large.start();
    if (large.settleKept(place, options.steps))
        solution.converged = large.stepLoads(place, options.steps, solution.iterations);
    solution.point = large.read(place, solution.iterations);
    if (solution.converged && solution.point.unstable == 0) return solution;

    LoadPathOptions path;
    static_cast<LargeOptions&>(path) = options;
    path.limits = 0;
    path.maxFactor = 1;
    Result<LoadPath> followed = followLoad(frame, path);
    if (!followed.ok() || followed.value().end != PathEnd::factor) return solution;
    LoadPath& found = followed.value();
    solution.iterations += found.iterations;
    solution.snapped = !found.limits.empty();
    solution.point = std::move(found.points.back());
    solution.converged = true;
    return solution;
}

}  // namespace pt
