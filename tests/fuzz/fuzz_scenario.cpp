// Any bytes as a scenario file, alone and in a folder with the same bytes as its English texts, and
// as a unit, a quantity and a person's input.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "engine/core/log.h"
#include "engine/scenario/lesson_texts.h"
#include "engine/scenario/scenario.h"
#include "tests/scenario/fake_lab.h"

namespace {

// A broken promise of the interface is a crash for the fuzzer.
void require(bool holds) {
    if (!holds) std::abort();
}

pt::ReadOptions options(std::string_view bytes, bool folder) {
    pt::ReadOptions options;
    options.labs = pt::FakeTruss::table();
    if (!folder) return options;
    auto bundle = std::make_shared<pt::Bundle>();
    bundle->files = {{"fotos/brug.png", "x"}, {"les.lua", "x = 1"}};
    bundle->files["i18n/en.yaml"] = std::string(bytes);
    options.bundle = std::move(bundle);
    options.script = [](const pt::Script&) {
        pt::ScriptRead read;
        read.names.measures = {{"ratio", pt::unit(""), {}}};
        read.names.goals = {"koel"};
        read.names.checks = {"netjes"};
        return read;
    };
    return options;
}

// What the lesson's engine relies on.
void requireSound(const pt::Lesson& lesson) {
    for (const pt::LessonStep& step : lesson.steps) {
        require(!step.id.empty() && lesson.findStep(step.id) == &step);
        for (const pt::LessonItem& item : step.items) {
            require(item.newer || (!item.id.empty() && lesson.findItem(item.id) == &item));
            if (const auto* choice = std::get_if<pt::ChoiceItem>(&item.body))
                require(choice->options.size() >= 2);
            if (const auto* task = std::get_if<pt::TaskItem>(&item.body))
                require(task->goal.empty() != task->goalScript.empty());
            if (const auto* number = std::get_if<pt::NumberItem>(&item.body))
                require(number->answer.has_value() == number->reading.empty());
        }
    }
}

void readAsScenario(std::string_view bytes, bool folder, const pt::Words& words) {
    pt::ScenarioRead read = pt::readScenario(bytes, "fuzz.lab.yaml", options(bytes, folder));
    require(read.errors.size() <= 20);
    for (const pt::Error& error : read.errors) {
        require(words.has(error.key) || error.key.rfind("fake.", 0) == 0);
        require(!pt::excerpt(bytes, error).empty() || error.where.rfind("i18n/", 0) == 0);
        words.sentence(error);
    }
    for (const pt::Error& warning : read.warnings) {
        require(words.has(warning.key));
        pt::warningSentence(words, warning);
    }
    if (!read.ok()) return;
    requireSound(read.scenario.lesson);
    for (const pt::LessonText& text : pt::textsOf(read.scenario)) require(!text.text->empty());
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
    readAsScenario(bytes, false, words);
    readAsScenario(bytes, true, words);
    readAsQuantity(bytes);
    return 0;
}
