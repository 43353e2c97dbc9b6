#include "engine/run/snapshot.h"

#include <cmath>

namespace pt {
namespace {

bool fits(const Schema& schema, const Snapshot& snapshot) {
    if (snapshot.params.size() != schema.params().size() ||
        snapshot.choices.size() != schema.choices().size() ||
        snapshot.documents.size() != schema.documents().size() ||
        snapshot.states.size() != schema.states().size())
        return false;
    for (size_t i = 0; i < snapshot.choices.size(); ++i) {
        const int chosen = snapshot.choices[i];
        const size_t count = schema.choices()[i].options.size();
        if (chosen < 0 || static_cast<size_t>(chosen) >= count) return false;
    }
    for (size_t i = 0; i < snapshot.states.size(); ++i)
        if (schema.states()[i].number && snapshot.states[i].size() != 1) return false;
    return true;
}

size_t weight(const Json& value) {
    size_t bytes = sizeof(Json) + value.text().size();
    for (const Json& item : value.items()) bytes += weight(item);
    for (const auto& [key, item] : value.entries()) bytes += sizeof(key) + weight(item);
    return bytes;
}

}  // namespace

Settings readSettings(const Schema& schema) {
    Settings settings;
    for (const Param& param : schema.params()) settings.params.push_back(*param.value);
    for (const Choice& choice : schema.choices()) settings.choices.push_back(*choice.value);
    for (const Document& document : schema.documents())
        settings.documents.push_back(document.save());
    return settings;
}

std::vector<std::vector<double>> readStates(const Schema& schema) {
    std::vector<std::vector<double>> states;
    for (const State& state : schema.states()) {
        if (state.number)
            states.push_back({*state.number});
        else
            states.push_back(*state.list);
    }
    return states;
}

Settings settingsOf(const Snapshot& snapshot) {
    return {snapshot.params, snapshot.choices, snapshot.documents};
}

Status writeSettings(const Schema& schema, const Settings& settings) {
    for (size_t i = 0; i < settings.params.size(); ++i)
        *schema.params()[i].value = settings.params[i];
    for (size_t i = 0; i < settings.choices.size(); ++i)
        *schema.choices()[i].value = settings.choices[i];
    for (size_t i = 0; i < settings.documents.size(); ++i) {
        const Document& document = schema.documents()[i];
        if (document.save() == settings.documents[i]) continue;
        if (Status loaded = document.load(settings.documents[i]); !loaded.ok()) return loaded;
    }
    return Ok{};
}

Status writeSnapshot(Model& model, const Schema& schema, const Snapshot& snapshot, uint64_t seed) {
    if (!fits(schema, snapshot)) return Error{"session.snapshot", "", {}};
    if (Status written = writeSettings(schema, settingsOf(snapshot)); !written.ok()) return written;
    for (size_t i = 0; i < snapshot.states.size(); ++i) {
        const State& state = schema.states()[i];
        if (state.number)
            *state.number = snapshot.states[i].front();
        else
            *state.list = snapshot.states[i];
    }
    return model.restored(seed);
}

const State* brokenState(const Schema& schema) {
    for (const State& state : schema.states()) {
        if (state.number && !std::isfinite(*state.number)) return &state;
        if (!state.list) continue;
        for (const double value : *state.list)
            if (!std::isfinite(value)) return &state;
    }
    return nullptr;
}

uint64_t hashOf(const Snapshot& snapshot) {
    Hash hash;
    hash.add(static_cast<uint64_t>(snapshot.step));
    hash.add(std::span<const double>(snapshot.params));
    for (const int choice : snapshot.choices) hash.add(static_cast<uint64_t>(choice));
    for (const Json& document : snapshot.documents) hash.add(document.write());
    for (const std::vector<double>& state : snapshot.states) {
        hash.add(static_cast<uint64_t>(state.size()));
        hash.add(std::span<const double>(state));
    }
    return hash.value();
}

size_t weight(const Snapshot& snapshot) {
    size_t bytes = sizeof(Snapshot) + 8 * snapshot.params.size() + 4 * snapshot.choices.size();
    for (const Json& document : snapshot.documents) bytes += weight(document);
    for (const std::vector<double>& state : snapshot.states)
        bytes += sizeof(state) + 8 * state.size();
    return bytes;
}

}  // namespace pt
