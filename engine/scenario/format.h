// The scenario format as data: which keys there are, what they hold and since when. The reader,
// "did you mean", the JSON Schema and the reference page come from these tables. What a key means
// is the string-table text "scenario.key.<table>.<key>".
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/lesson.h"

namespace pt::scenario {

inline constexpr int majorVersion = 1;
inline constexpr int minorVersion = 0;

// Limits besides those of yaml_tree.h.
inline constexpr size_t maxIdLength = 40;
inline constexpr int maxSteps = 60, maxItems = 30, maxOptions = 12, maxLevels = 5;
inline constexpr int maxLanguages = 8, maxHints = 5, maxEvents = 100, maxRequirements = 40;
inline constexpr int maxList = 60;  // entries of any other list

enum class Kind : uint8_t {
    version,      // the number 1
    minor,        // 1.x
    id,           // [a-z][a-z0-9_]*, at most 40 characters
    text,         // a text, or one a language: also "key.nl" and "key.en"
    texts,        // a list of them: also "key.nl: [a, b]"
    line,         // a text in one language
    words,        // a word or a list of words
    ids,          // a list of ids, of this lesson or of another one
    integer,      // 0 and up
    decimal,      // a bare number above 0
    boolean,      // true or false
    option,       // one of Key::options
    options,      // a list of them
    quantity,     // a number with a unit of Key::unit's dimension
    share,        // "60 %"
    value,        // a quantity, an option or a document: the lab decides
    settings,     // values of the lab by name
    unit,         // "cm"
    answer,       // a quantity or an expression, with "+- 5 %" or without
    truth,        // an expression that holds or not
    number,       // an expression with a number as its value
    name,         // a setting, output or measure
    names,        // a list of them
    event,        // something that happens: event_names.h
    events,       // a list of them
    levels,       // a list of keys of `levels`
    ref,          // an item of this lesson
    gate,         // a list of items and steps, or an expression
    declared,     // what the script declares
    sim,          // a lab
    setup,        // values of the lab by name, plain or as the inner table
    instruments,  // a list of ids, or of {id: the inner table}
    vary,         // a list of values, or the inner table
    map,          // the inner table
    list,         // a list of the inner table
    byId,         // the inner table by id; without one: texts by id
    cases,        // a text, or a list of the inner table
    items,        // the list of items: itemTable()
    file,         // a file in the lesson's folder
    script,       // Lua, or the name of a file that ends in ".lua"
};

enum class Need : uint8_t { optional, required };

struct Table;

struct Key {
    std::string_view name;
    Kind kind;
    Need need = Need::optional;
    const Table* inner = nullptr;                    // map, list, byId, cases, setup, …
    std::span<const std::string_view> options = {};  // option, options
    std::string_view unit = {};                      // quantity
    int most = maxList;                              // of a list
    int since = 0;                                   // minor version
};

struct Table {
    std::string_view name;
    std::span<const Key> keys;
    // The key that a plain value stands for where a map may be: "- Ja" is "- {text: Ja}"; "" where
    // it may not. A table with the key "text" also takes "nl" and "en" beside it.
    std::string_view plain = {};
};
const Table& lessonTable();             // the top level
const Table& aboutTable();              // `about`
const Table& settingTable();            // a key of `setup` that is no plain value
const Table& instrumentTable();         // an instrument that is no plain id
const Table& languageTable();           // a text
const Table& stepTable();               // a step
const Table& commonItemTable();         // what each kind of item has
const Table& itemTable(ItemKind kind);  // what this kind has of its own; the first key is its id
const Table& wholeItemTable(ItemKind kind);  // that and the common keys
std::span<const Table* const> itemTables();  // of all items and what they hold
std::span<const Table* const> tables();      // every table, once

std::span<const std::string_view> itemKindNames();  // in the order of ItemKind
std::span<const std::string_view> phaseNames();     // in the order of Phase

const Key* findKey(const Table& table, std::string_view name);  // nullptr when there is none
std::vector<std::string> keyNames(const Table& table);
// String-table keys: what the table is about, and what one of its keys means.
std::string titleKey(const Table& table);
std::string meaningKey(const Table& table, const Key& key);

}  // namespace pt::scenario
