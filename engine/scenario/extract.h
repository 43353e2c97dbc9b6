// A file for the translator of a lesson.
#pragma once

#include <string>

#include "engine/scenario/scenario.h"

namespace pt {

// Every text of the lesson as a line of "i18n/en.yaml", in the lesson's order: what is there in
// `language` already, else "" to fill in, each below the text it is to be a translation of.
// Comments are in the language of `words`.
std::string languageSkeleton(const Scenario& scenario, Language language, const Words& words);

}  // namespace pt
