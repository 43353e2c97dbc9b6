// Cross-sections as files from anywhere: refused with an error that has a sentence, or solved to
// numbers; small ones, so that thousands fit in a second.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/i18n/words.h"
#include "engine/numerics/heat_case.h"

namespace {

constexpr int mostCells = 300;
constexpr size_t mostParts = 20;
constexpr double mostSteps = 10;

void require(bool good) {
    if (!good) std::abort();
}

bool small(const pt::HeatCase& item) {
    return item.section.rectangles.size() <= mostParts &&
           item.section.boundaries.size() <= mostParts &&
           (!item.time || item.time->until / item.time->step <= mostSteps);
}

void tell(const pt::Words& words, const pt::Error& error) {
    require(words.has(error.key));
    require(!words.sentence(error).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const pt::Words words = pt::Words::builtin(pt::Language::nl);
    const auto json = pt::Json::parse({reinterpret_cast<const char*>(data), size});
    if (!json.ok()) return 0;
    auto item = pt::readHeatCase(json.value());
    if (!item.ok()) {
        tell(words, item.error());
        return 0;
    }
    if (!small(item.value())) return 0;
    item.value().cells = std::min(item.value().cells, mostCells);
    const auto solved = pt::solveHeatCase(item.value());
    if (!solved.ok()) {
        tell(words, solved.error());
        return 0;
    }
    for (const pt::HeatAnswer& answer : solved.value().answers)
        require(std::isfinite(answer.value));
    return 0;
}
