// Setup: what a scenario or a save file asks of a Session before the first step.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/json.h"
#include "engine/model/schema.h"

namespace pt {

// One key of `setup:`. A plain value is locked; a range or a list of choices may be changed by
// the pupil. Keys that the setup does not name keep the lab's own start and may be changed.
struct Setting {
    std::string key;
    std::string where;                  // "file:line:col" of the key, for errors
    std::optional<double> number;       // SI, params
    std::optional<std::string> option;  // choices
    std::optional<Range> range;         // SI; narrows the lab's own range
    std::vector<std::string> options;   // narrows the choices; empty: all
    bool locked = false;
    bool hidden = false;
    bool shown = false;  // locked, but listed among the readouts
};

struct Setup {
    std::string lab;       // LabEntry::id
    std::string scenario;  // the scenario's id; "" for the lab as it is
    uint64_t seed = 1;
    std::vector<Setting> settings;
    std::vector<std::pair<std::string, Json>> documents;  // key, value
    std::string source;  // the scenario file's text, kept in the save file; may be empty
};

}  // namespace pt
