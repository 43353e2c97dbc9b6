// A scenario file as a tree in which every key and value knows its place. Internal to the
// scenario module; the subset of YAML it accepts is in docs/scenario-format.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/scenario/report.h"
#include "engine/scenario/source.h"

namespace pt::scenario {

inline constexpr size_t maxBytes = 256 * 1024;
inline constexpr int maxNodes = 20000;
inline constexpr int maxDepth = 16;
inline constexpr size_t maxTextBytes = 16 * 1024;
inline constexpr size_t maxScriptBytes = 64 * 1024;

struct Entry;

struct Node {
    enum class Kind : uint8_t { text, list, map };
    enum class Style : uint8_t { plain, quoted, block };
    Kind kind = Kind::text;
    Style style = Style::plain;  // of a text
    bool flow = false;           // inside { } or [ ]
    Place place;                 // of its first character
    Place end;                   // just after its last one
    std::string text;
    std::vector<Entry> entries;  // of a map, in file order
    std::vector<Node> items;     // of a list

    bool isMap() const { return kind == Kind::map; }
    bool isList() const { return kind == Kind::list; }
    bool isText() const { return kind == Kind::text; }
    bool isEmpty() const { return isText() && style == Style::plain && text.empty(); }
    const Entry* find(std::string_view key) const;  // nullptr when there is none
};

struct Entry {
    std::string key;
    Place place;
    Node value;
};

struct Tree {
    std::optional<Node> root;  // nothing when the file cannot be read at all
    bool whole = true;         // false: top-level entries with errors in their form were left out
};

// Every breach of the subset goes to the report; reading goes on with the next top-level entry.
Tree readTree(const Source& source, Report& report);

}  // namespace pt::scenario
