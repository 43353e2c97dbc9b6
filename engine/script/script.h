// Lua scripts of a lesson, in a sandbox: no files, no clock, no network; bounded memory and work.
// The only module that includes lua. docs/lua.md is its reference for teachers.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "engine/lesson/script_host.h"
#include "engine/scenario/scenario.h"

namespace pt {

// Loads the script without a lab, to learn which names it declares. Errors as script.<reason>
// {line, detail}, where = "file:line".
ScriptRead declaredBy(const Script& script);

// readScenario() with scripts declared: what every program reads lessons with.
ScenarioRead readLesson(std::string_view bytes, std::string_view name);
ScenarioRead readLesson(std::shared_ptr<const Bundle> bundle);
// The lesson that work was done in, as its save file keeps it. What is wrong with its files (a
// save file may come from anywhere) is an error like those of the text.
ScenarioRead readLesson(const Setup& setup);
ScenarioRead readLesson(std::string_view bytes, std::string_view name,
                        std::span<const LabEntry> labs);

// `host` must outlive it. Errors as above.
Result<std::unique_ptr<LessonScript>> startScript(const Script& script, ScriptHost& host);

}  // namespace pt
