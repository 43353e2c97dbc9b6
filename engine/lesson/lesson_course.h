// LessonCourse: what a lesson remembers of the present run of the lab. A run that begins anew
// begins it anew; rewinding and going another way forgets what came after.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/core/json.h"
#include "engine/lesson/disturb.h"
#include "engine/scenario/expression.h"
#include "engine/scenario/lesson.h"

namespace pt {

struct LessonCourse {
    // A disturbance that goes on.
    struct Active {
        Disturbance what;
        int64_t begin = 0;   // step of the run
        double base = 0;     // what the input is without it, SI
        std::string during;  // given before a run: it is there in each run during this step
    };
    // An input that the lesson changed during a run: the next run begins as if it had not.
    struct Given {
        Json before, last;
    };
    // The temporal parts of an expression that is used at one place.
    struct Watched {
        std::string key;  // "goal/bouw", "requirement/sterk"
        const Expression* expression = nullptr;
        Watch watch;
    };

    // A change within a gesture is an event when the gesture is over, as the journal keeps it.
    struct Change {
        int gesture = 0;
        std::string key;  // "": none
    };

    bool begun = false;      // at least one step
    bool byScript = false;   // the script let it run
    int64_t farthest = 0;    // the newest step that the lesson saw
    size_t seen = 0;         // events of the lab that the lesson saw
    std::vector<bool> held;  // of each LessonEvent with a condition: whether it held last
    Change change;
    std::vector<Active> disturbances;
    std::map<std::string, Given> given;      // by key; goes on through the runs
    std::map<std::string, double> taskFrom;  // item -> s of the run at which it began
    std::set<std::string> broken;            // tasks whose `keep` was violated
    std::vector<Watched> watched;

    const Watch* watch(std::string_view key) const;
    void restart();  // keeps `given` and what is there in each run
    void dropAfter(int64_t step, double dt);
};

Json toJson(const LessonCourse& course);
// Into one with its `watched` and `held` made for the lesson.
void restore(LessonCourse& course, const Json& json);

Json toJson(const Disturbance& disturbance);
Disturbance disturbanceFrom(const Json& json);

}  // namespace pt
