// A first lesson for a lab, with what an editor wants beside it: what `labrun new` writes.
#pragma once

#include <string>
#include <vector>

#include "engine/i18n/words.h"
#include "engine/model/model.h"

namespace pt {

struct StarterFile {
    std::string path;  // within the lesson's folder
    std::string bytes;
};
// A lesson about the lab's first slider and first number that runs as it is, with comments in the
// language of `words`; settings, snippets and a task for VS Code; the JSON Schema and the names
// that scripts may use. Native only: the browser has no use for the templates.
std::vector<StarterFile> starterFiles(const LabEntry& lab, std::span<const LabEntry> labs,
                                      const Words& words);

}  // namespace pt
