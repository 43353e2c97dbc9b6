// `setup:` against the Schema of a lab. Internal to the scenario module.
#pragma once

#include "engine/scenario/check.h"

namespace pt::scenario {

// Values by name, as `start:` of a level has them: plain, without ranges or documents.
std::vector<Setting> readSettings(const Entry& entry, Context& context);
// The same for what an event sets: only what the lab lets a lesson set.
std::vector<Setting> readInputs(const Entry& entry, Context& context);
// That `key` is nothing that a lesson may set or disturb, and what is.
void reportInput(const Place& place, const std::string& key, Context& context);

// `setup:` has the keys of the lab, and this one: {stage: detail}.
inline constexpr std::string_view lookKey = "look";
// Fills read.scenario.setup's settings and documents, read.places and
// read.scenario.lesson.varied.
void readSetup(const Entry& entry, const Schema& schema, std::string_view labName, Context& context,
               ScenarioRead& read);

}  // namespace pt::scenario
