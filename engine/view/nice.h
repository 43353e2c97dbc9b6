// Round numbers for ticks, grids and scales.
#pragma once

namespace pt {

// The smallest 1, 2 or 5 times a power of ten that is at least `least` (> 0, finite).
double niceStep(double least);

}  // namespace pt
