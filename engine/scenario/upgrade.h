// Lessons of an older version of the format, made new in their own text: comments, order and
// spacing stay as the author left them.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/scenario/format.h"
#include "engine/scenario/yaml_tree.h"

namespace pt::scenario {

// Replaces the text from `begin` up to `end`.
struct Edit {
    Place begin, end;
    std::string text;
};

// From major version `from` to the next. A migration stays for ever: it is how an old lesson
// opens. The number behind `lab:` is changed by the chain itself.
struct Migration {
    int from;
    std::function<std::vector<Edit>(const Node& root)> edits;
};
// Those of this program, oldest first; version 1 is the first there is.
std::span<const Migration> migrations();

struct Upgraded {
    std::string text;
    int from = 0, to = 0;  // major versions
    bool changed = false;
};
// Takes the lesson through every migration, up to `newest`, and writes `needs` where a key asks
// for a higher minor version than the file says. Errors: of a text that is no YAML or no lesson,
// with its place in `name`; scenario.version for a version this program does not know.
Result<Upgraded> upgradeLesson(std::string_view bytes, std::string_view name);
Result<Upgraded> upgradeLesson(std::string_view bytes, std::string_view name,
                               std::span<const Migration> chain, int newest,
                               const Table& newestTable);

// The lowest minor version that knows every key of the tree.
int neededMinor(const Node& root, const Table& table);

// All edits at once; they may not overlap. Places count in `source`.
std::string edited(const Source& source, std::vector<Edit> edits);

}  // namespace pt::scenario
