// Snapshot: every number a model declared, and writing it back.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/core/hash.h"
#include "engine/core/result.h"
#include "engine/model/model.h"

namespace pt {

// What a person can set: SI values, option indices and documents in declaration order.
struct Settings {
    std::vector<double> params;
    std::vector<int> choices;
    std::vector<Json> documents;
    bool operator==(const Settings&) const = default;
};

// Settings and states at one step; by value, so it can be kept and compared.
struct Snapshot {
    int64_t step = 0;
    std::vector<double> params;
    std::vector<int> choices;
    std::vector<Json> documents;
    std::vector<std::vector<double>> states;  // a single number is a list of one
    bool operator==(const Snapshot&) const = default;
};

Settings readSettings(const Schema& schema);
std::vector<std::vector<double>> readStates(const Schema& schema);
Settings settingsOf(const Snapshot& snapshot);

// Documents that are equal already are not loaded again. Errors: those of Document::load.
Status writeSettings(const Schema& schema, const Settings& settings);

// Settings, then states, then Model::restored(). Errors: session.snapshot when the shape is not
// the schema's; those of the documents and of the model.
Status writeSnapshot(Model& model, const Schema& schema, const Snapshot& snapshot, uint64_t seed);

// The first state that is not a finite number; nullptr when all are.
const State* brokenState(const Schema& schema);

// Step, params, choices, documents as compact JSON, states with their lengths.
uint64_t hashOf(const Snapshot& snapshot);

// Rough memory of a snapshot, in bytes.
size_t weight(const Snapshot& snapshot);

}  // namespace pt
