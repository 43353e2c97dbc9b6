// Structures as files from anywhere: refused with an error that has a sentence, or worked out;
// small ones by every solver there is.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/i18n/words.h"
#include "engine/numerics/frame_case.h"

namespace {

constexpr size_t mostAsks = 20, mostParts = 24;  // of a case that is worked out too

void require(bool good) {
    if (!good) std::abort();
}

bool small(const pt::FrameCase& item) {
    size_t parts = item.truss.bars.size();
    for (const int count : item.parts) parts += static_cast<size_t>(count);
    return parts <= mostParts && item.nodes.size() <= mostParts && item.asks.size() <= mostAsks;
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
    const auto cases = pt::readFrameCases(json.value());
    if (!cases.ok()) {
        tell(words, cases.error());
        return 0;
    }
    size_t solvedCases = 0;
    for (const pt::CaseRead& item : cases.value()) {
        if (!item.read.ok()) {
            tell(words, item.read.error());
            continue;
        }
        if (!small(item.read.value()) || ++solvedCases > 4) continue;
        const auto solved = pt::solveFrameCase(item.read.value());
        if (!solved.ok()) {
            tell(words, solved.error());
            continue;
        }
        require(solved.value().size() == item.read.value().asks.size());
        for (const pt::CaseAnswer& answer : solved.value())
            require(!answer.good || answer.error >= 0);
    }
    return 0;
}
