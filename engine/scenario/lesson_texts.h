// Every text of a lesson by a path, such as "bouw.druk.ask": the keys of a language file.
#pragma once

#include <string>
#include <vector>

#include "engine/scenario/scenario.h"

namespace pt {

//   title   about.goals.1   levels.basis.title   requirements.sterk   events.1.say   texts.hallo
//   <step>.title   <step>.text   <step>.<item>.ask ok not_yet hints.1 options.1.text …
struct LessonText {
    std::string path;
    Text* text;  // within the scenario
};
// In file order; only those that are not empty.
std::vector<LessonText> textsOf(Scenario& scenario);

}  // namespace pt
