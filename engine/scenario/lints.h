// What is allowed but hardly meant: a question that explains nothing, a step that no pupil can
// enter. Internal to the scenario module.
#pragma once

#include "engine/scenario/check.h"

namespace pt::scenario {

// For a lesson that was read without errors. What makes a lesson impossible to finish is an error,
// the rest a warning.
void checkLesson(const Scenario& scenario, Context& context);

}  // namespace pt::scenario
