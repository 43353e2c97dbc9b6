// Setup: what a scenario or a save file asks of a Session before the first step.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
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

// What lies beside a scenario's text by its path: pictures, a script, other languages.
using SetupFiles = std::map<std::string, std::string, std::less<>>;

struct Setup {
    std::string lab;       // LabEntry::id
    std::string scenario;  // the scenario's id; "" for the lab as it is
    uint64_t seed = 1;
    std::vector<Setting> settings;
    std::vector<std::pair<std::string, Json>> documents;  // key, value
    // The scenario file's text and what goes with it, kept in the save file so that the work can
    // be opened where the scenario is not; may be empty and nullptr.
    std::string source;
    std::shared_ptr<const SetupFiles> files;
};

}  // namespace pt
