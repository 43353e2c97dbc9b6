// Scenario: the lesson file `name.lab.yaml`. docs/scenario-format.md describes it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/i18n/words.h"
#include "engine/model/model.h"
#include "engine/run/setup.h"
#include "engine/scenario/bundle.h"
#include "engine/scenario/lesson.h"
#include "engine/scenario/text.h"

namespace pt {

struct Scenario {
    std::string id;
    Text title;
    Setup setup;
    About about;
    Lesson lesson;
    std::shared_ptr<const Bundle> bundle;  // pictures and data; nullptr for a single file
};

struct ScenarioRead {
    Scenario scenario;          // usable only when there are no errors
    std::vector<Error> errors;  // at most 20, in file order; where = "file:line:col"
    std::vector<Error> warnings;
    // Places of the documents in `setup`, by "document/path".
    std::map<std::string, std::string, std::less<>> places;

    bool ok() const { return errors.empty(); }
    // Where the file has a path such as "members[3].to" of a document, or the nearest that holds
    // it; "" for a document that the file does not give.
    std::string place(std::string_view document, std::string_view path) const;
};

// `name` is what places are called ("brug.lab.yaml"). The lab must exist; every key of `setup`
// is checked against its Schema, with units, and documents against the lab's own rules. Never
// fails on hostile bytes; limits of docs/scenario-format.md.
ScenarioRead readScenario(std::string_view bytes, std::string_view name);
ScenarioRead readScenario(std::string_view bytes, std::string_view name,
                          std::span<const LabEntry> labs);

// What a script declares when it is loaded without a lab; engine/script gives it. Without one, a
// lesson's script counts as declaring nothing and is not checked.
struct ScriptRead {
    ScriptNames names;
    std::vector<Error> errors;  // where = "file:line"
};
struct ReadOptions {
    std::span<const LabEntry> labs;
    std::function<ScriptRead(const Script&)> script;
    std::shared_ptr<const Bundle> bundle;  // where pictures, script files and i18n/ are found
};
ScenarioRead readScenario(std::string_view bytes, std::string_view name,
                          const ReadOptions& options);

// The line of an error's place with a caret below it, "" when it has no place in `bytes`.
std::string excerpt(std::string_view bytes, const Error& error);

// "brug.lab.yaml:61:9 (let op): …", to tell a warning from an error.
std::string warningSentence(const Words& words, const Error& warning);

}  // namespace pt
