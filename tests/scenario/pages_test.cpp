// docs/lesson-keys.md and the second half of docs/checks.md are made of the tables and sentences
// that the program itself uses. PROEFTUIN_WRITE_PAGES=1 writes them anew.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "engine/core/assets.h"
#include "engine/i18n/words.h"
#include "engine/scenario/event_names.h"
#include "engine/scenario/format.h"

namespace pt {
namespace {

using scenario::Key;
using scenario::Kind;

std::string readPage(const std::string& name) {
    std::ifstream in(PROEFTUIN_ROOT "/docs/" + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void expectPage(const std::string& name, const std::string& wanted) {
    if (std::getenv("PROEFTUIN_WRITE_PAGES"))
        std::ofstream(PROEFTUIN_ROOT "/docs/" + name, std::ios::binary) << wanted;
    EXPECT_EQ(readPage(name), wanted) << "PROEFTUIN_WRITE_PAGES=1 test_scenario writes it anew";
}

std::string anchored(const scenario::Table& table) {
    return "[`" + std::string(table.name) + "`](#" + std::string(table.name) + ")";
}

std::string options(const Key& key) {
    std::string out;
    for (std::string_view option : key.options)
        out += (out.empty() ? "`" : ", `") + std::string(option) + "`";
    return out;
}

// What may stand behind the key.
std::string holds(const Key& key) {
    const std::string inner = key.inner ? anchored(*key.inner) : "";
    const std::string most = ", at most " + std::to_string(key.most);
    switch (key.kind) {
    case Kind::version: return std::to_string(scenario::majorVersion);
    case Kind::minor: return "version, `1.0`";
    case Kind::id: return "id";
    case Kind::text: return "text";
    case Kind::texts: return "list of texts" + most;
    case Kind::line: return "text in one language";
    case Kind::words: return "word or list of words" + most;
    case Kind::ids: return "list of ids" + most;
    case Kind::integer: return "whole number";
    case Kind::decimal: return "number above 0";
    case Kind::boolean: return "`true` or `false`";
    case Kind::option: return options(key);
    case Kind::options: return "list of " + options(key);
    case Kind::quantity: return "quantity, such as `10 " + std::string(key.unit) + "`";
    case Kind::share: return "percentage, such as `60 %`";
    case Kind::value: return "quantity or option of the lab";
    case Kind::settings: return "values of the lab by name";
    case Kind::unit: return "unit, such as `cm`";
    case Kind::answer: return "quantity or expression, `+-` a margin";
    case Kind::truth: return "condition";
    case Kind::number: return "expression";
    case Kind::name: return "setting, output or measure";
    case Kind::names: return "list of settings, outputs or measures" + most;
    case Kind::event: return "[event](#events)";
    case Kind::events: return "list of [events](#events)" + most;
    case Kind::levels: return "level or list of levels";
    case Kind::ref: return "id of this lesson";
    case Kind::gate: return "list of items and steps, or a condition";
    case Kind::declared: return "name that the script declares";
    case Kind::sim: return "lab";
    case Kind::setup: return "value or " + inner + " by name";
    case Kind::instruments: return "list of ids, or of " + inner + " by id" + most;
    case Kind::vary: return "list of values, or " + inner;
    case Kind::map: return inner;
    case Kind::list: return "list of " + inner + most;
    case Kind::byId: return (key.inner ? inner : std::string("text")) + " by id" + most;
    case Kind::cases: return "text, or list of " + inner + most;
    case Kind::items: return "list of [items](#item)" + most;
    case Kind::file: return "file in the lesson's folder";
    case Kind::script: return "Lua, or the name of a file that ends in `.lua`";
    }
    return "";
}

std::string section(const scenario::Table& table, const Words& words) {
    std::string out =
        "\n## " + std::string(table.name) + "\n\n" + words(scenario::titleKey(table)) + ".";
    if (!table.plain.empty())
        out += " A plain value stands for `" + std::string(table.plain) + "`.";
    out += "\n\n| key | holds | meaning |\n|---|---|---|\n";
    for (const Key& key : table.keys) {
        const bool required = key.need == scenario::Need::required;
        const std::string since =
            key.since > 0 ? " *(since 1." + std::to_string(key.since) + ")*" : "";
        out += "| `" + std::string(key.name) + "`" + (required ? " *" : "") + " | " + holds(key) +
               " | " + words(scenario::meaningKey(table, key)) + since + " |\n";
    }
    return out;
}

std::string keysPage(const Words& words) {
    std::string out =
        "# Every key of a lesson\n\n"
        "Made from the tables that the reader itself uses, so it is never behind. How the parts\n"
        "work together is told in [scenario-format.md](scenario-format.md). A key with \\* must "
        "be\n"
        "given. A *text* may be one line for all languages, `{nl: …, en: …}`, or two keys such as\n"
        "`ask.nl` and `ask.en`; where a table has the key `text`, `nl` and `en` may stand beside\n"
        "its other keys. An *item* has the keys of its kind and those of [item](#item); its kind\n"
        "is the key that it begins with.\n";
    for (const scenario::Table* table : scenario::tables()) out += section(*table, words);
    out += "\n## Events\n\nNames for `on:`, `sequence:` and `count()`; a lab adds its own.\n\n";
    for (std::string_view name : lessonEventNames()) out += "- `" + std::string(name) + "`\n";
    return out;
}

TEST(LessonKeysPage, IsWhatTheTablesSay) {
    const Words words = Words::builtin(Language::en);
    expectPage("lesson-keys.md", keysPage(words));
}

TEST(LessonKeysPage, EveryTableAndKeyIsExplainedInBothLanguages) {
    for (const Language language : {Language::nl, Language::en}) {
        const Words words = Words::builtin(language);
        for (const scenario::Table* table : scenario::tables()) {
            EXPECT_TRUE(words.has(scenario::titleKey(*table))) << table->name;
            for (const Key& key : table->keys)
                EXPECT_TRUE(words.has(scenario::meaningKey(*table, key)))
                    << scenario::meaningKey(*table, key);
        }
    }
}

// The sentences of verdicts under the headings that their string table has.
std::string sentences() {
    const Words dutch = Words::builtin(Language::nl);
    std::istringstream in{std::string(asset("assets/strings/verdict.en.txt"))};
    std::string out;
    for (std::string line; std::getline(in, line);) {
        const size_t equals = line.find(" = ");
        if (line.rfind("# ", 0) == 0 && !out.empty()) {
            out += "\n### " + line.substr(2) + "\n\n| reason | en | nl |\n|---|---|---|\n";
        } else if (line.rfind("# ", 0) == 0) {
            out = "\n";  // the first comment is about the whole file
        } else if (equals != std::string::npos) {
            const std::string key = line.substr(0, equals);
            out += "| `" + key.substr(key.rfind('.') + 1) + "` | " + line.substr(equals + 3) +
                   " | " + dutch.table(Language::nl).find(key)->second + " |\n";
        }
    }
    return out;
}

TEST(ChecksPage, ListsEverySentenceOfAVerdict) {
    const std::string page = readPage("checks.md");
    const std::string heading = "## What a check says\n";
    const size_t at = page.find(heading);
    ASSERT_NE(at, std::string::npos);
    expectPage("checks.md", page.substr(0, at + heading.size()) + sentences());
}

}  // namespace
}  // namespace pt
