// What a teacher reads: the whole message with its excerpt, in Dutch and in English.
#include <set>

#include <gtest/gtest.h>

#include "engine/scenario/format.h"
#include "engine/scenario/scenario.h"
#include "tests/scenario/fake_lab.h"

namespace pt {
namespace {

const Words& words(Language language) {
    static const Words nl = Words::builtin(Language::nl);
    static const Words en = Words::builtin(Language::en);
    return language == Language::nl ? nl : en;
}

ScenarioRead read(std::string_view text) {
    return readScenario(text, "les.lab.yaml", FakeTruss::table());
}

std::string first(std::string_view text, Language language = Language::nl) {
    const ScenarioRead result = read(text);
    return result.errors.empty() ? "" : words(language).sentence(result.errors[0]);
}

const std::string head = "lab: 1\nid: a\ntitle: a\nsim: truss-bridge\nsetup:\n";

TEST(Sentences, InDutch) {
    EXPECT_EQ(first("lab: 1\nabout:\n\tlevel: 3\n"),
              "les.lab.yaml:3:1: Gebruik spaties in plaats van een tab om in te springen.");
    EXPECT_EQ(first("lab: 1\nlab: 1\nid: a\ntitle: a\nsim: truss-bridge\n"),
              "les.lab.yaml:2:1: 'lab' staat hier voor de tweede keer (eerder op regel 1). Haal er "
              "een weg.");
    EXPECT_EQ(first("title.nl: Let op: de brug"),
              "les.lab.yaml:1:17: In deze tekst staat een dubbele punt. Zet de hele tekst tussen "
              "aanhalingstekens: \"...\".");
    EXPECT_EQ(
        first("setup: {span: 50 cm\nid: a\n"),
        "les.lab.yaml:1:8: Deze haak wordt op deze regel niet gesloten; zet '}' aan het eind.");
    EXPECT_EQ(first("lab: 1\nid: a\nsim: truss-bridge\ntitle: een\n  twee\n"),
              "les.lab.yaml:5:3: Een lange tekst over meer regels begint met '|' op de regel "
              "erboven.");
    EXPECT_EQ(first(head + "  hight: 8 cm\n"),
              "les.lab.yaml:6:3: Onbekend woord 'hight'. Bedoelde je 'height'? (parameters van "
              "truss-bridge: span, strand_diameter, E_modulus, height, …)");
    EXPECT_EQ(first(head + "  span: 50 kg\n"),
              "les.lab.yaml:6:9: '50 kg' is een massa; 'span' is een lengte. Bijvoorbeeld: 50 cm.");
    EXPECT_EQ(first(head + "  span: 50 W/m2*K\n"),
              "les.lab.yaml:6:9: Onduidelijke eenheid 'W/m2*K'. Schrijf W/(m2 K).");
    EXPECT_EQ(first(head + "  height: {start: 4.0 cm, min: 5 cm, max: 10 cm}\n"),
              "les.lab.yaml:6:19: 'start' (4.0 cm) ligt buiten min en max (5 cm tot 10 cm).");
    EXPECT_EQ(first(head + "  strand_diameter: 1,8 mm\n"),
              "les.lab.yaml:6:20: Gebruik een punt, geen komma: 1.8 mm.");
}

TEST(Sentences, InEnglish) {
    EXPECT_EQ(first(head + "  span: 50 kg\n", Language::en),
              "les.lab.yaml:6:9: '50 kg' is a mass; 'span' is a length. For example: 50 cm.");
    EXPECT_EQ(first(head + "  type: waren\n", Language::en),
              "les.lab.yaml:6:9: 'waren' is not an option of 'type'. Did you mean 'warren'?");
    EXPECT_EQ(first("lab: 1\nid: a\ntitle: a\nsim: moon\n", Language::en),
              "les.lab.yaml:4:6: There is no lab 'moon'. Choose from: truss-bridge");
}

TEST(Sentences, WarningsSayThatTheyAre) {
    const ScenarioRead result =
        read("lab: 1\nid: a\nsim: truss-bridge\ntitle.nl: Brug\ncycle: design\n"
             "steps:\n  - step: a\n");
    ASSERT_EQ(result.warnings.size(), 2u);
    EXPECT_EQ(warningSentence(words(Language::nl), result.warnings[0]),
              "les.lab.yaml:4:1 (let op): 'title.en' ontbreekt; Engelse leerlingen zien de "
              "Nederlandse tekst.");
    EXPECT_EQ(warningSentence(words(Language::en), result.warnings[1]),
              "les.lab.yaml:7:5 (note): Step 'a' has no text and no items.");
}

// Every message that the reader can give is in both tables, the "did you mean" ones too.
TEST(Sentences, NoneIsMissing) {
    for (const char* key :
         {"unknown_key", "unknown_language", "unknown_sim", "unknown_setting", "unknown_option"}) {
        for (const char* end : {"", "_near"}) {
            EXPECT_TRUE(words(Language::nl).has("scenario." + std::string(key) + end)) << key;
            EXPECT_TRUE(words(Language::en).has("scenario." + std::string(key) + end)) << key;
        }
    }
}

// What each key means, for the schema and the reference page; nothing else stands in that table.
TEST(Sentences, EveryKeyIsExplained) {
    std::set<std::string> wanted;
    for (const scenario::Table* table : scenario::tables()) {
        for (const scenario::Key& key : table->keys)
            wanted.insert("scenario.key." + std::string(table->name) + "." + std::string(key.name));
    }
    for (std::string_view kind : scenario::itemKindNames())
        wanted.insert("scenario.kind." + std::string(kind));
    for (Language language : {Language::nl, Language::en}) {
        std::set<std::string> given;
        for (const auto& entry : words(language).table(language)) {
            if (entry.first.rfind("scenario.key.", 0) == 0 ||
                entry.first.rfind("scenario.kind.", 0) == 0)
                given.insert(entry.first);
        }
        EXPECT_EQ(given, wanted) << code(language);
    }
}

std::string shown(std::string_view text, const char* where) {
    return excerpt(text, {"any", where, {}});
}

TEST(Excerpt, PutsTheCaretUnderTheCharacter) {
    EXPECT_EQ(shown("a: b\nspan: 50 kg\n", "f:2:7"), "  span: 50 kg\n        ^");
    EXPECT_EQ(shown("é€: x", "C:/les:1:4"), "  é€: x\n     ^");
    EXPECT_EQ(shown("e\u0301: x", "f:1:4"), "  e\u0301: x\n    ^") << "a combining accent";
    EXPECT_EQ(shown("橋: x", "f:1:3"), "  橋: x\n     ^") << "a wide character";
    EXPECT_EQ(shown("\ta: x", "f:1:2"), "  \ta: x\n  \t^");
    EXPECT_EQ(shown("abc", "f:1:4"), "  abc\n     ^") << "just after the line";
    EXPECT_EQ(shown("a\r\nb\r\n", "f:2:1"), "  b\n  ^");
}

TEST(Excerpt, CutsLongLinesAndHidesControls) {
    const std::string line(500, 'x');
    EXPECT_EQ(shown(line, "f:1:1"), "  " + std::string(100, 'x') + "…\n  ^");
    EXPECT_EQ(shown(line, "f:1:300"),
              "  …" + std::string(100, 'x') + "…\n   " + std::string(60, ' ') + "^");
    EXPECT_EQ(shown("a\x1b[31mb", "f:1:7"), "  a�[31mb\n        ^");
    EXPECT_EQ(shown("a\xFF"
                    "b",
                    "f:1:3"),
              "  a�b\n    ^");
}

TEST(Excerpt, NothingWithoutAPlace) {
    for (const char* where :
         {"", "span", "f:9:1", "f:0:1", "f:1:x", "f:1", "members[3].to", "f:99999999999:1"})
        EXPECT_EQ(shown("abc", where), "") << where;
}

}  // namespace
}  // namespace pt
