// Saved work that a command line names, and the lesson that it was done in.
#pragma once

#include <memory>
#include <string>

#include "engine/cli/arguments.h"
#include "engine/cli/run_request.h"
#include "engine/core/result.h"
#include "engine/run/session.h"

namespace pt {

struct SavedWork {
    std::string bytes;
    std::unique_ptr<Session> session;
};
// Errors: those of readFile() and SaveFile::open(), where = the file's name and line.
Result<SavedWork> readWork(const std::string& name);
Error inWork(const std::string& name, Error error);

// The second operand, or the lesson that the save file keeps.
Result<Loaded> lessonOf(const Session& session, const Arguments& arguments);

}  // namespace pt
