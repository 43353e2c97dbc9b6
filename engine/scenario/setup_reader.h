// `setup:` against the Schema of a lab. Internal to the scenario module.
#pragma once

#include "engine/scenario/check.h"

namespace pt::scenario {

// Fills read.scenario.setup's settings and documents, and read.places.
void readSetup(const Entry& entry, const Schema& schema, std::string_view labName, Context& context,
               ScenarioRead& read);

}  // namespace pt::scenario
