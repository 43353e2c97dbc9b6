// Texts of a language from a file of its own, "i18n/en.yaml" in the lesson's folder. Internal to
// the scenario module.
#pragma once

#include "engine/scenario/check.h"

namespace pt::scenario {

// Languages that the bundle has a file for.
std::vector<Language> translatedIn(const Bundle* bundle);

// Puts those texts into the scenario: lines such as "bouw.druk.ask: …". What is wrong with a file
// goes to the lists of `read` with its own place; a text for what the lesson does not have and a
// missing one are warnings.
void readTranslations(const Bundle& bundle, ScenarioRead& read);

}  // namespace pt::scenario
