// LessonState: what a pupil did in a lesson so far, as plain data. It is what a save file keeps
// and what replaying the journal must give again.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/lesson/observation.h"
#include "engine/lesson/verdict.h"
#include "engine/scenario/lesson.h"

namespace pt {

struct ItemState {
    Json answer;      // null: nothing yet
    Verdict verdict;  // of the last check
    int tries = 0;
    int hints = 0;           // how many are shown
    bool done = false;       // ok once, or answered where nobody can judge; stays
    bool committed = false;  // a prediction that can no longer change
    bool late = false;       // a prediction made when its outcome was there already
    bool revealed = false;
    bool operator==(const ItemState&) const = default;
};

// A line of the log: what happened, when. No names of people.
struct LessonRecord {
    int64_t journal = 0;  // entries of the Session's journal before it
    int64_t step = 0;     // of the lab
    double wall = 0;      // s since 1970, NaN when no clock is known; not part of any hash
    std::string what;     // "step", "answer", "check", "hint", "level", "run", "edit", "event", …
    std::string about;    // an item, a step, a param
    Json facts;
};

struct LessonState {
    // Limits; what comes after them is not kept, of observations the oldest goes.
    static constexpr size_t mostRows = 500, mostObservations = 1000, mostEvents = 20'000;

    std::string level, step;                          // ids; "" without
    std::map<std::string, int, std::less<>> visited;  // step -> `observed` when it was entered
    int pupil = 0;                                    // 0: none given
    bool teacher = false;
    std::map<std::string, ItemState, std::less<>> items;
    std::map<std::string, std::vector<LessonRow>, std::less<>> tables;
    std::vector<Observation> observations;
    int observed = 0;                 // so many were made
    std::vector<std::string> events;  // names, in the order in which they happened
    std::map<std::string, int64_t, std::less<>> counts;  // of those
    std::set<std::string> read;  // outputs that were read since the last observation
    std::string hypothesis;      // the one that was answered last
    // What a save file held of items that are gone or changed: {items: {id: …}, tables: {id: …}}.
    Json stray = Json::object();

    void happened(std::string_view event);
};

// Of everything but wall time and what only explains.
uint64_t hashOf(const LessonState& state);

Json toJson(const LessonState& state);
// Nothing but what fits this lesson: a save file may be damaged, hostile, or of an earlier form of
// the lesson. What does not fit is kept in `stray`, within 64 KiB.
LessonState stateFrom(const Json& json, const Lesson& lesson);

Json toJson(const LessonRecord& record);
LessonRecord recordFrom(const Json& json);

}  // namespace pt
