#include "engine/core/assert.h"

#include <cstdlib>
#include <fmt/format.h>

#include "engine/core/log.h"

namespace pt {

void assertionFailed(const char* what, const char* file, int line) {
    log(LogLevel::error, fmt::format("{}:{}: assertion failed: {}", file, line, what));
    std::abort();
}

}  // namespace pt
