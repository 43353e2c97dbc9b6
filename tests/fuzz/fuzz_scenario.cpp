// Any bytes as a scenario file, and as a unit, a quantity and a person's input.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/core/log.h"
#include "engine/scenario/scenario.h"
#include "tests/scenario/fake_lab.h"

namespace {

// A broken promise of the interface is a crash for the fuzzer.
void require(bool holds) {
    if (!holds) std::abort();
}

void readAsScenario(std::string_view bytes, const pt::Words& words) {
    const pt::ScenarioRead read = pt::readScenario(bytes, "fuzz.lab.yaml", pt::FakeTruss::table());
    require(read.errors.size() <= 20);
    for (const pt::Error& error : read.errors) {
        require(words.has(error.key) || error.key.rfind("fake.", 0) == 0);
        require(!pt::excerpt(bytes, error).empty());
        words.sentence(error);
    }
    for (const pt::Error& warning : read.warnings) {
        require(words.has(warning.key));
        pt::warningSentence(words, warning);
    }
    if (!read.ok()) return;
    require(!read.scenario.id.empty() && read.scenario.setup.lab == "truss_bridge");
    for (const pt::Setting& setting : read.scenario.setup.settings)
        require(!setting.number || std::isfinite(*setting.number));
}

void readAsQuantity(std::string_view text) {
    constexpr size_t longest = 300;
    if (text.size() > longest) return;
    static const pt::Unit centimetre = pt::unit("cm");
    if (const auto unit = pt::parseUnit(text)) {
        require(pt::parseUnit(unit.value().symbol).ok());
        require(std::isfinite(unit.value().factor));
    }
    if (const auto quantity = pt::parseQuantity(text)) {
        require(std::isfinite(quantity.value().si));
        const std::string written = pt::writeQuantity(quantity.value().si, quantity.value().unit);
        require(pt::parseQuantity(written).value().si == quantity.value().si);
    }
    if (const auto typed = pt::parseInput(text, centimetre)) require(std::isfinite(typed.value()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const pt::Words words = pt::Words::builtin(pt::Language::nl);
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readAsScenario(bytes, words);
    readAsQuantity(bytes);
    return 0;
}
