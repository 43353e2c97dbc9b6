// Scenario: the lesson file `name.lab.yaml`. docs/scenario-format.md describes it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/i18n/words.h"
#include "engine/model/model.h"
#include "engine/run/setup.h"

namespace pt {

struct Text {  // one text in the languages the file gives
    std::string nl, en;
    // The wanted language, or the other where it is missing.
    const std::string& in(Language language) const;
};

struct Instrument {
    std::string id;
    std::string where;
};

struct Scenario {
    std::string id;
    Text title;
    Setup setup;
    std::vector<Instrument> instruments;
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

// The line of an error's place with a caret below it, "" when it has no place in `bytes`.
std::string excerpt(std::string_view bytes, const Error& error);

// "brug.lab.yaml:61:9 (let op): …", to tell a warning from an error.
std::string warningSentence(const Words& words, const Error& warning);

}  // namespace pt
