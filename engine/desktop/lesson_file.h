// A lesson on this computer: a file, a folder or a zip, and whether it changed since it was read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/scenario/scenario.h"

namespace pt {

// A lesson whose file has errors; what was open stays open.
struct BrokenLesson {
    std::string name;
    std::string source;  // its text, for the lines
    std::vector<Error> errors, warnings;
};

// Whether this path is read as a lesson: a folder, a .zip or a .lab.yaml.
bool isLessonPath(const std::string& path);

struct LessonFile {
    ScenarioRead read;
    std::string source;  // the YAML text
    std::string name;    // what places are called
};
// Errors: those of readBundle(). What is wrong in the lesson itself stands in `read`.
Result<LessonFile> readLessonFile(const std::string& path);

// Differs when the file, or anything in the folder, was written since; 0: it is not there now.
uint64_t stampOf(const std::string& path);

// Whether a lab that is open can go on under another version of its lesson: the same lab,
// settings, seed and script.
bool sameLab(const Scenario& a, const Scenario& b);

}  // namespace pt
