// Values of a scenario by the kind that the format gives them; each reader reports what is wrong
// and then gives nothing. Internal to the scenario module.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/format.h"
#include "engine/scenario/scenario.h"
#include "engine/scenario/yaml_tree.h"

namespace pt::scenario {

class LessonNames;

struct Context {
    const Source& source;
    Report& report;
    bool newer = false;  // the file needs a newer minor version: unknown keys are warnings
    bool whole = true;   // nothing was left out, so a missing key is really missing
    std::vector<Language> languages = {};  // from `about`; empty when the file does not say
    LessonNames* names = nullptr;  // nullptr: the lab is unknown, so names cannot be checked
    const Bundle* bundle = nullptr;
    int placeholders = 0;                   // items of a newer version
    std::vector<Language> translated = {};  // languages whose texts come from a file in i18n/

    bool isTranslated(Language language) const;
};

// Keys "x-…" are the author's own; a key without a value between braces is reported already.
bool isSkipped(const Entry& entry);

// Every entry whose key the table has, with the language of "title.nl" apart; "nl" alone belongs to
// the key "text" of a table that has it. Reports unknown and missing keys.
using Visit = std::function<void(const Key& key, const Entry& entry, std::string_view language)>;
void checkKeys(const Node& map, const Place& owner, const Table& table, Context& context,
               const Visit& visit);

bool isMap(const Entry& entry, Context& context);  // reports when it is not
// The same for a value that must be a map.
void checkMap(const Entry& entry, const Table& table, Context& context, const Visit& visit);

// `error` about a value that is not what `key` holds; another one when there is no value at all.
void expected(std::string error, std::string_view key, const Node& node, Context& context);

void checkVersion(const Entry& entry, Context& context);  // of `lab:`
std::optional<std::string> readLine(std::string_view key, const Node& node, Context& context);
std::optional<uint64_t> readInteger(std::string_view key, const Node& node, Context& context);
std::optional<bool> readBoolean(std::string_view key, const Node& node, Context& context);
std::optional<std::string> readId(const Node& node, Context& context);
// The same for a key that is an id itself; "" when it is none.
std::string readIdKey(const Entry& entry, Context& context);
// One word or a list of words, each with its place.
struct Word {
    std::string text;
    Place place;
};
std::vector<Word> readWords(std::string_view key, const Node& node, Context& context);

// key + "_near" with {suggestion} when a candidate is near in spelling, key + "_none" when there
// are no candidates at all, else key alone.
void reportUnknown(const Place& place, std::string key, std::string_view word,
                   const std::vector<std::string>& candidates, Args more, Context& context);

// "a, b, c, …": at most four.
std::string someOf(const std::vector<std::string>& names);

}  // namespace pt::scenario
