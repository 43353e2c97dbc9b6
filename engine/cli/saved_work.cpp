#include "engine/cli/saved_work.h"

#include "engine/run/save.h"
#include "engine/script/script.h"
#include "engine/store/store.h"

namespace pt {

Error inWork(const std::string& name, Error error) {
    error.where = error.where.empty() ? name : name + ":" + error.where;
    return error;
}

Result<SavedWork> readWork(const std::string& name) {
    Result<std::string> bytes = readFile(name, SaveFile::mostBytes);
    if (!bytes) return bytes.error();
    Result<std::unique_ptr<Session>> session = SaveFile::open(bytes.value());
    if (!session) return inWork(name, session.error());
    return SavedWork{std::move(bytes.value()), std::move(session.value())};
}

Result<Loaded> lessonOf(const Session& session, const Arguments& arguments) {
    const Setup& setup = session.setup();
    if (arguments.operands.size() > 1) return loadScenario(arguments.operands[1]);
    if (setup.source.empty()) return loadScenario(setup.scenario);
    return Loaded{std::string(lessonFileName), setup.source, readLesson(setup)};
}

}  // namespace pt
