#include "engine/script/script.h"

#include <utility>

#include "engine/script/program.h"

namespace pt {

ScriptRead declaredBy(const Script& script) {
    script::Program program(script, nullptr);
    ScriptRead read;
    const Status loaded = program.load();
    if (!loaded.ok())
        read.errors.push_back(script::withPlace(loaded.error(), script));
    else
        read.errors = program.rehearse();
    read.names = program.names();
    return read;
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
    options.script = declaredBy;
    options.bundle = std::move(bundle);
    return readScenario(bytes, name, options);
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
