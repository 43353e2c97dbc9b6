// The parts of the lesson that a pupil walks through. Internal to the scenario module.
#pragma once

#include "engine/scenario/check.h"

namespace pt::scenario {

About readAbout(const Entry& entry, Context& context);
std::vector<LessonLevel> readLevelTable(const Entry& entry, const Key& key, Context& context);
std::vector<Requirement> readRequirements(const Entry& entry, const Key& key, Context& context);
std::vector<LessonStep> readSteps(const Entry& entry, const Key& key, Context& context);
std::map<std::string, Text, std::less<>> readTexts(const Entry& entry, const Key& key,
                                                   Context& context);
// `file` is what the lesson is called. Reads a script's file from the bundle.
std::optional<Script> readScript(const Entry& entry, std::string_view file, Context& context);

}  // namespace pt::scenario
