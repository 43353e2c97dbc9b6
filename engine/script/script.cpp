#include "engine/script/script.h"

#include <utility>

#include "engine/script/program.h"

namespace pt {

namespace {

ScriptRead rehearsed(const Script& script, std::vector<script::NameUse>& uses) {
    script::Program program(script, nullptr);
    ScriptRead read;
    const Status loaded = program.load();
    if (!loaded.ok())
        read.errors.push_back(script::withPlace(loaded.error(), script));
    else
        read.errors = program.rehearse();
    read.names = program.names();
    uses = program.uses();
    return read;
}

}  // namespace

ScriptRead declaredBy(const Script& script) {
    std::vector<script::NameUse> uses;
    return rehearsed(script, uses);
}

Result<std::unique_ptr<LessonScript>> startScript(const Script& script, ScriptHost& host) {
    auto program = std::make_unique<script::Program>(script, &host);
    // What is declared later, inside a handler, has its name from the beginning.
    program->setNames(declaredBy(script).names);
    const Status loaded = program->load();
    if (!loaded.ok()) return script::withPlace(loaded.error(), script);
    return std::unique_ptr<LessonScript>(std::move(program));
}

namespace {

ScenarioRead read(std::string_view bytes, std::string_view name, std::span<const LabEntry> table,
                  std::shared_ptr<const Bundle> bundle) {
    ReadOptions options;
    options.labs = table;
    std::vector<script::NameUse> uses;
    ScriptNames names;
    options.script = [&](const Script& script) {
        ScriptRead declared = rehearsed(script, uses);
        names = declared.names;
        return declared;
    };
    options.bundle = std::move(bundle);
    ScenarioRead read = readScenario(bytes, name, options);
    // A rehearsal cannot be certain that a line is ever reached, so these stop nothing.
    const LabEntry* lab = findLab(read.scenario.setup.lab, table);
    if (!read.ok() || lab == nullptr) return read;
    for (Error& unknown : script::unknownUses(uses, read.scenario, *lab, names))
        read.warnings.push_back(std::move(unknown));
    return read;
}

}  // namespace

ScenarioRead readLesson(std::string_view bytes, std::string_view name) {
    return read(bytes, name, labs(), nullptr);
}

ScenarioRead readLesson(std::string_view bytes, std::string_view name,
                        std::span<const LabEntry> table) {
    return read(bytes, name, table, nullptr);
}

ScenarioRead readLesson(std::shared_ptr<const Bundle> bundle) {
    const Bundle& files = *bundle;
    return read(files.lesson, files.name, labs(), std::move(bundle));
}

ScenarioRead readLesson(const Setup& setup) {
    if (!setup.files) return readLesson(setup.source, lessonFileName);
    const auto bundle = std::make_shared<Bundle>();
    bundle->name = lessonFileName;
    Status good = addToBundle(*bundle, lessonFileName, setup.source);
    for (const auto& [path, bytes] : *setup.files)
        if (good.ok()) good = addToBundle(*bundle, path, bytes);
    if (good.ok()) good = finishBundle(*bundle);
    if (good.ok()) return readLesson(std::shared_ptr<const Bundle>(bundle));
    ScenarioRead refused;
    refused.errors.push_back(good.error());
    return refused;
}

}  // namespace pt
