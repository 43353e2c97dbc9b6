#include "engine/view/nice.h"

#include <cmath>
#include <initializer_list>

#include "engine/core/math.h"

namespace pt {

double niceStep(double least) {
    // Rounding must not push an exact power of ten a step up.
    constexpr double slack = 1e-9;
    const double exponent = std::floor(math::log(least) / math::log(10.0) + slack);
    const double decade = math::pow(10, exponent);
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * decade >= least * (1 - slack)) return factor * decade;
    return 10 * decade;
}

}  // namespace pt
