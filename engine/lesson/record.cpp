#include "engine/lesson/record.h"

#include "engine/lesson/lesson_state.h"

namespace pt {
namespace {

// What every later line belongs to. The number of a pupil is no name.
Json header(const LessonRun& run) {
    Json json = Json::object();
    json.set("record", 1).set("lesson", run.scenario().id).set("lab", run.lab());
    json.set("seed", static_cast<double>(run.scenario().setup.seed));
    if (run.pupil() != 0) json.set("pupil", run.pupil());
    if (!run.level().empty()) json.set("level", run.level());
    return json;
}

}  // namespace

std::string recordLines(const LessonRun& run) {
    std::string lines = header(run).write() + '\n';
    for (const LessonRecord& record : run.log()) lines += toJson(record).write() + '\n';
    return lines;
}

}  // namespace pt
