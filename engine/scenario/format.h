// The scenario format as data: which keys there are, what they hold and since when. The reader,
// "did you mean" and the reference in docs/scenario-format.md come from these tables.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pt::scenario {

inline constexpr int majorVersion = 1;
inline constexpr int minorVersion = 0;

enum class Kind : uint8_t {
    version,  // the number 1
    minor,    // 1.x
    id,       // [a-z][a-z0-9_]*, at most 40 characters
    text,     // a text, or one a language
    line,     // a text in one language
    words,    // a word or a list of words
    integer,  // 0 and up
    boolean,  // true or false
    value,    // a quantity, an option or a document: the lab decides
    sim,      // a lab
    map,      // checked by its own reader
    list,
    any,
};

enum class Need : uint8_t { optional, required };
// later: part of the format, but this program skips it with a warning.
enum class Support : uint8_t { runs, later };

struct Key {
    std::string_view name;
    Kind kind;
    Need need = Need::optional;
    Support support = Support::runs;
    int since = 0;  // minor version
};

struct Table {
    std::string_view name;  // "scenario.<name>.<key>" is the string-table key that explains a key
    std::span<const Key> keys;
};
Table lessonTable();      // the top level
Table aboutTable();       // `about`
Table settingTable();     // a key of `setup` that is no plain value
Table instrumentTable();  // an instrument that is no plain id
Table languageTable();    // a text

const Key* findKey(const Table& table, std::string_view name);  // nullptr when there is none
std::vector<std::string> keyNames(const Table& table);

}  // namespace pt::scenario
