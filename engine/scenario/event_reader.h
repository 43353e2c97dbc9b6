// `events:`, what a lesson does by itself. Internal to the scenario module.
#pragma once

#include "engine/scenario/check.h"

namespace pt::scenario {

std::vector<LessonEvent> readEvents(const Entry& entry, const Key& key, Context& context);

}  // namespace pt::scenario
