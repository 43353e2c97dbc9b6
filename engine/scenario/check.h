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

struct Context {
    const Source& source;
    Report& report;
    bool newer = false;  // the file needs a newer minor version: unknown keys are warnings
    bool whole = true;   // nothing was left out, so a missing key is really missing
    std::vector<Language> languages;  // from `about`; empty when the file does not say
};

// Keys "x-…" are the author's own; a key without a value between braces is reported already.
bool isSkipped(const Entry& entry);

// Every entry whose key the table has, with the suffix of "title.nl" apart. Reports unknown,
// missing and skipped keys.
using Visit = std::function<void(const Key& key, const Entry& entry, std::string_view suffix)>;
void checkKeys(const Node& map, const Place& owner, const Table& table, Context& context,
               const Visit& visit);

bool isMap(const Entry& entry, Context& context);  // reports when it is not
// The same for a value that must be a map.
void checkMap(const Entry& entry, const Table& table, Context& context, const Visit& visit);

// Whether the value is of the kind; for kinds that the table alone decides.
void checkKind(const Key& key, const Entry& entry, Context& context);

std::optional<std::string> readLine(std::string_view key, const Node& node, Context& context);
std::optional<uint64_t> readInteger(std::string_view key, const Node& node, Context& context);
std::optional<bool> readBoolean(std::string_view key, const Node& node, Context& context);
std::optional<std::string> readId(const Node& node, Context& context);
// One word or a list of words, each with its place.
struct Word {
    std::string text;
    Place place;
};
std::vector<Word> readWords(std::string_view key, const Node& node, Context& context);

// Gathers "title", "title.nl" and "title: {nl: …}" into one Text.
class TextReader {
public:
    void add(const Entry& entry, std::string_view suffix, Context& context);
    // Warns of a language that the file promises but leaves out here.
    Text finish(Context& context) const;

private:
    void set(std::string_view language, const Entry& entry, Context& context);

    Text text_;
    Place place_, nl_, en_;
    bool plain_ = false;  // one text without a language
    std::string key_;
};

// key + "_near" with {suggestion} when a candidate is near in spelling, else key alone.
void reportUnknown(const Place& place, std::string key, std::string_view word,
                   const std::vector<std::string>& candidates, Args more, Context& context);

// "a, b, c, …": at most four.
std::string someOf(const std::vector<std::string>& names);

}  // namespace pt::scenario
