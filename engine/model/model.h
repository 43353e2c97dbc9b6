// Model: the physics of one lab. SI units, seconds, doubles; headless.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/model/schema.h"

namespace pt {

// Something that happened: "member_failed" {member: "S7", load: 61.2, mode: "buckling"}.
// Numbers are SI. The sentence is the string-table key "<lab>.event.<key>".
struct Event {
    std::string key;
    Json args;
    bool operator==(const Event&) const = default;
};

struct Model {
    virtual ~Model() = default;
    virtual void describe(Schema& schema) = 0;  // once, before anything else
    // Parameters, choices and documents -> initial state. The same seed gives the same state.
    // An error means that no run is possible with these settings (a mechanism, say); the model
    // still draws its design.
    virtual Status reset(uint64_t seed) = 0;
    virtual Status step(double dt) = 0;  // exactly dt; no clock, no IO, no drawing
    // After the Session wrote the declared params, choices, documents and states back: rebuild
    // whatever else follows from them, bit for bit. They may come from a damaged or hostile file:
    // an error when they do not fit together (a list of another length, say).
    virtual Status restored(uint64_t seed) = 0;
    virtual bool finished() const { return false; }  // nothing more will happen in this run

    // What happened since the last call; the Session takes it after each step.
    std::vector<Event> takeEvents() { return std::exchange(events_, {}); }

protected:
    void emit(Event event) { events_.push_back(std::move(event)); }

private:
    std::vector<Event> events_;
};

struct LabEntry {
    std::string_view id;  // the folder under sims/, and the scenario's `sim:` with '-' for '_'
    double dt;            // seconds, fixed
    std::unique_ptr<Model> (*make)();
    double rate = 1;  // model seconds a wall second at first, for a lab without a calendar
};

// Every lab in sims/CMakeLists.txt; the table is generated, nothing registers itself.
std::span<const LabEntry> labs();
// By id, "spaghetti-bridge" and "spaghetti_bridge" both; nullptr when there is none.
const LabEntry* findLab(std::string_view id, std::span<const LabEntry> table);
inline const LabEntry* findLab(std::string_view id) { return findLab(id, labs()); }

}  // namespace pt
