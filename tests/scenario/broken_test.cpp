// Files that are wrong: each mistake with its place and its message.
#include <gtest/gtest.h>

#include "engine/scenario/scenario.h"
#include "tests/scenario/fake_lab.h"

namespace pt {
namespace {

// "3:1 scenario.tab; 4:2 …"
std::string mistakes(std::string_view text) {
    std::string out;
    for (const Error& error : readScenario(text, "f", FakeTruss::table()).errors)
        out += (out.empty() ? "" : "; ") + error.where.substr(2) + " " + error.key;
    return out;
}

struct Broken {
    const char* text;
    const char* mistakes;
};

// The sixty-first of a list that has no limit of its own.
TEST(BrokenForm, ListsEndAtSixty) {
    const std::string head = "lab: 1\nid: a\ntitle: {nl: a, en: b}\nsim: truss-bridge\n";
    const auto list = [](int count, const std::string& before, const std::string& after) {
        std::string text;
        for (int i = 0; i < count; ++i) text += before + "a" + std::to_string(i) + after;
        return text;
    };
    for (const char* key : {"recall", "instruments"}) {
        const std::string start = head + key + ":\n";
        EXPECT_EQ(mistakes(start + list(60, "  - ", "\n")), "") << key;
        EXPECT_EQ(mistakes(start + list(61, "  - ", "\n")), "66:5 scenario.list_too_long") << key;
    }
    const std::string texts = head + "texts:\n";
    EXPECT_EQ(mistakes(texts + list(60, "  ", ".nl: x\n") + list(60, "  ", ".en: x\n")), "");
    EXPECT_EQ(mistakes(texts + list(61, "  ", ": x\n")), "66:3 scenario.list_too_long");
}

// Breaches of the form, in a file that is right otherwise: lines 1 to 3 come before.
TEST(BrokenForm, EachHasItsPlaceAndMessage) {
    const std::string head = "lab: 1\nid: brug\nsim: truss-bridge\n";
    const std::string good = head + "title: Brug\n";
    ASSERT_EQ(mistakes(good), "");
    for (const Broken& c : {
             Broken{"title: Brug\nabout:\n\tauthor: x\n", "6:1 scenario.tab"},
             Broken{"title: Brug\nabout: {author: x,\n\tlevel: y}\n",
                    "5:8 scenario.unclosed; 6:1 scenario.tab"},
             Broken{"title: Brug\nabout:\n  author: x\n \t level: y\n", "7:2 scenario.tab"},
             Broken{"title: &a Brug\n", "4:8 scenario.special"},
             Broken{"title: *a\n", "4:8 scenario.special"},
             Broken{"title: *nadruk* hier\n", "4:8 scenario.special"},
             Broken{"title: !!str Brug\n", "4:8 scenario.special"},
             Broken{"title: !Brug\n", "4:8 scenario.special"},
             Broken{"title: @brug\n", "4:8 scenario.special"},
             Broken{"title: `brug`\n", "4:8 scenario.special"},
             Broken{"title: %brug\n", "4:8 scenario.special"},
             Broken{"title: ]\n", "4:8 scenario.special"},
             Broken{"title: Brug\n<<: x\n", "5:1 scenario.merge_key"},
             Broken{"title: Brug\n---\nlab: 1\n", "5:1 scenario.multi_document"},
             Broken{"title: Brug\n? seed\n: 3\n", "5:3 scenario.complex_key"},
             Broken{"title: Brug\n[a, b]: 3\n", "5:1 scenario.complex_key"},
             Broken{"title: Brug\ntitle: Bridge\n", "5:1 scenario.duplicate"},
             Broken{"title: Brug\nabout: {level: 3, level: 4}\n", "5:19 scenario.duplicate"},
             Broken{"title: Een lange\n  titel\n", "5:3 scenario.plain_lines"},
             Broken{"title: Brug\ninstruments:\n  - - a\n", "6:5 scenario.list_in_list"},
             Broken{"title: Brug\ninstruments: [[a]]\n", "5:15 scenario.list_in_list"},
             Broken{"title:\u00A0Brug\n", "4:7 scenario.nbsp"},
             Broken{"title: \u00A0Brug\n", "4:8 scenario.nbsp"},
             Broken{"title: Brug\nsee\u202F"
                    "d: 3\n",
                    "5:1 scenario.nbsp"},
             Broken{"title: “Brug”\n", "4:8 scenario.curly_quotes"},
             Broken{"title: „Brug: groot”\n", "4:8 scenario.curly_quotes"},
             Broken{"title: ‘Brug’\n", "4:8 scenario.curly_quotes"},
             Broken{"title: Brug #3\n", "4:13 scenario.glued_comment"},
             Broken{"title: #ff0000\n", "4:7 scenario.glued_comment"},
             Broken{"title: Let op: brug\n", "4:14 scenario.colon_in_text"},
             Broken{"title:Brug\n", "4:6 scenario.space_after_colon"},
             Broken{"title Brug\n", "4:1 scenario.no_colon"},
             Broken{"title: Brug\n level: 3\n", "5:2 scenario.indent"},
             Broken{"title: Brug\nabout:\n    level: 3\n  author: x\n", "7:3 scenario.indent"},
             Broken{"title: Brug\nabout:\n  level: 3\n   author: x\n", "7:4 scenario.indent"},
             Broken{"title: Brug\ninstruments:\n  - a\n - b\n", "7:2 scenario.indent"},
             Broken{"title: Brug\n- a\n", "5:1 scenario.stray_dash"},
             Broken{"title: - a\n", "4:8 scenario.list_on_line"},
             Broken{"title: Brug\nabout: {level: 3\n", "5:8 scenario.unclosed"},
             Broken{"title: Brug\nabout: {level: 3\nseed: 3\n", "5:8 scenario.unclosed"},
             Broken{"title: Brug\nabout: {level:", "5:15 scenario.unfinished"},
             Broken{"title: Brug\ninstruments: [a, b\n", "5:14 scenario.unclosed"},
             Broken{"title: Brug\ninstruments: [a b]]\n", "5:19 scenario.after_value"},
             Broken{"title: \"Brug\n", "4:8 scenario.unclosed_quote"},
             Broken{"title: 'Brug\nabout: {level: 3}\n", "4:8 scenario.unclosed_quote"},
             Broken{"title: \"Brug\" van spaghetti\n", "4:15 scenario.after_value"},
             Broken{"title: \"a\\qb\"\n", "4:10 scenario.escape"},
             Broken{"title: \"a\\x1b[31m\"\n", "4:8 scenario.control"},
             Broken{"title: |Brug\n", "4:9 scenario.block_text"},
             Broken{"title:\n|-\n    Brug\n", "5:1 scenario.block_mark"},
             Broken{"title: {nl: Brug,\nen: Bridge}\n", "4:8 scenario.unclosed"},
             Broken{"title: Brug\ninstruments: [a,\n  b]\n", "5:14 scenario.unclosed"},
             Broken{"title: {nl: Maak, kies, en: Make}\n", "4:19 scenario.flow_text"},
             Broken{"title: {nl: Hoe hoog?, en: How}\n", "4:13 scenario.flow_text"},
             Broken{"title: {nl: 3:1, en: How}\n", "4:13 scenario.flow_text"},
             Broken{"title: {nl: \"Hoe\" hoog, en: How}\n", "4:19 scenario.flow_text"},
             Broken{"title: Brug\n: 3\n", "5:1 scenario.empty_key"},
             Broken{"title: Brug\n\"\": 3\n", "5:1 scenario.empty_key"},
             Broken{"title: Brug\x01\n", "4:12 scenario.control"},
             Broken{"title: Brug\u2028\n", "4:12 scenario.control"},
             Broken{"title: Brug\u202E\n", "4:12 scenario.control"},
             Broken{"title: Br\xFCg\n", "4:10 scenario.encoding"},
             Broken{"title: \xC0\x80\n", "4:8 scenario.encoding"},
             Broken{"title: \xED\xA0\x80\n", "4:8 scenario.encoding"},
         })
        EXPECT_EQ(mistakes(head + c.text), c.mistakes) << c.text;
}

TEST(BrokenForm, WholeFiles) {
    const std::string many(30000, 'a');
    std::string deep = "lab: 1\nabout:\n";
    for (int i = 0; i < 20; ++i) deep += std::string(2 + 2 * i, ' ') + "x-a:\n";
    std::string wide = "lab: 1\nid: a\ntitle: a\nsim: truss-bridge\nx-a:\n";
    for (int i = 0; i < 20001; ++i) wide += "  - a\n";
    const std::string base = "lab: 1\nid: a\nsim: truss-bridge\n";
    EXPECT_EQ(mistakes(""), "1:1 scenario.empty");
    EXPECT_EQ(mistakes("# niets\n"), "1:1 scenario.empty");
    EXPECT_EQ(mistakes("hallo"), "1:1 scenario.no_lesson");
    EXPECT_EQ(mistakes("- lab: 1\n"), "1:1 scenario.no_lesson");
    EXPECT_EQ(mistakes(std::string_view("l\0a\0b\0", 6)), "1:2 scenario.control");
    EXPECT_EQ(mistakes("\xFF\xFEl"), "1:1 scenario.encoding");
    EXPECT_EQ(mistakes(std::string(257 * 1024, '#')), "1:1 scenario.too_big");
    EXPECT_EQ(mistakes(deep), "17:31 scenario.too_deep");
    EXPECT_EQ(mistakes(wide), "19995:5 scenario.too_many");
    EXPECT_EQ(mistakes(base + "title: " + many + "\n"), "4:8 scenario.text_too_long");
    EXPECT_EQ(mistakes(std::string(100000, '[')), "1:17 scenario.too_deep");
    std::string line = base + "title: a\nx-a: [";
    for (int i = 0; i < 19000; ++i) line += "é,";
    EXPECT_EQ(mistakes(line + "a]\n"), "") << "one long line";
}

TEST(BrokenForm, GoesOnWithTheNextEntry) {
    EXPECT_EQ(mistakes("lab: 1\n"
                       "title: Let op: brug\n"
                       "id: Brug\n"
                       "about: {level: 3\n"
                       "sim: truss-bridge\n"
                       "setup:\n"
                       "  span: 50 kg\n"
                       "instruments: \"a\n"),
              "2:14 scenario.colon_in_text; 3:5 scenario.bad_id; 4:8 scenario.unclosed; "
              "7:9 scenario.dimension; 8:14 scenario.unclosed_quote");
}

TEST(BrokenForm, AtMostTwentyInFileOrder) {
    std::string text = "lab: 1\nid: a\ntitle: a\nsim: truss-bridge\n";
    for (int i = 0; i < 50; ++i) text += "key_" + std::to_string(i) + ": 1\n";
    EXPECT_EQ(readScenario(text, "f", FakeTruss::table()).errors.size(), 20u);
    std::string form;
    for (int i = 0; i < 50; ++i) form += "key_" + std::to_string(i) + ": a: b\n";
    const auto errors = readScenario(form, "f", FakeTruss::table()).errors;
    ASSERT_EQ(errors.size(), 20u);
    EXPECT_EQ(errors[0].where, "f:1:9");
    EXPECT_EQ(errors[19].where, "f:20:10");
}

TEST(BrokenWords, AtTheTopLevel) {
    for (const Broken& c : {
             Broken{"lab: 1\nsim: truss-bridge\n", "1:1 scenario.missing"},
             Broken{"titel: x\n", "5:1 scenario.unknown_key_near"},
             Broken{"iets: x\n", "5:1 scenario.unknown_key"},
             Broken{"title.nl: x\n", "5:1 scenario.duplicate"},
             Broken{"title.de: x\n", "5:1 scenario.unknown_language"},
             Broken{"sim.nl: x\n", "5:1 scenario.unknown_key"},
             Broken{"needs: 2.0\n", "5:8 scenario.needs"},
             Broken{"needs: [1]\n", "5:8 scenario.needs"},
             Broken{"seed: -3\n", "5:7 scenario.expect_integer"},
             Broken{"seed: 1.5\n", "5:7 scenario.expect_integer"},
             Broken{"seed: 99999999999999999999\n", "5:7 scenario.expect_integer"},
             Broken{"seed:\n", "5:6 scenario.empty_value"},
             Broken{"about: 3\n", "5:8 scenario.expect_map"},
             Broken{"about: {maker: x}\n", "5:9 scenario.unknown_key"},
             Broken{"about: {minutes: x}\n", "5:18 scenario.expect_integer"},
             Broken{"about: {languages: [nl, fr]}\n", "5:25 i18n.language"},
             Broken{"about: {author: [a]}\n", "5:17 scenario.expect_text"},
             Broken{"about: {keywords: {a: b}}\n", "5:19 scenario.expect_list"},
             Broken{"setup: 3\n", "5:8 scenario.expect_map"},
             Broken{"setup: []\n", "5:8 scenario.expect_map"},
             Broken{"setup:\n", "5:7 scenario.empty_value"},
             Broken{"instruments: scale\n", "5:14 scenario.expect_list"},
             Broken{"instruments: [Schaal]\n", "5:15 scenario.bad_id"},
             Broken{"instruments: [a, a]\n", "5:18 scenario.instrument_twice"},
             Broken{"instruments: [{sag: {resoluton: 1 mm}}]\n", "5:22 scenario.unknown_key_near"},
             Broken{"instruments: [{sag: 3}]\n", "5:21 scenario.expect_map"},
         }) {
        const bool whole = std::string_view(c.text).substr(0, 3) == "lab";
        const std::string head = whole ? "" : "lab: 1\nid: a\ntitle: a\nsim: truss-bridge\n";
        EXPECT_EQ(mistakes(head + c.text), c.mistakes) << c.text;
    }
    EXPECT_EQ(mistakes("lab: 2\nid: a\ntitle: a\nsim: truss-bridge\n"), "1:6 scenario.version");
    EXPECT_EQ(mistakes("lab: een\nid: a\ntitle: a\nsim: truss-bridge\n"), "1:6 scenario.version");
    EXPECT_EQ(mistakes("lab: 1\nid: 3x\ntitle: a\nsim: truss-bridge\n"), "2:5 scenario.bad_id");
    EXPECT_EQ(mistakes("lab: 1\nid: a\ntitle:\nsim: truss-bridge\n"), "3:7 scenario.empty_value");
    EXPECT_EQ(mistakes("lab: 1\nid: a\ntitle: {}\nsim: x\n"), "4:6 scenario.unknown_sim");
    EXPECT_EQ(mistakes("lab: 1\nid: a\ntitle: a\nsim: trus-bridge\n"),
              "4:6 scenario.unknown_sim_near");
}

TEST(BrokenSetup, EachHasItsPlaceAndMessage) {
    const std::string head = "lab: 1\nid: a\ntitle: a\nsim: truss-bridge\nsetup:\n";
    for (const Broken& c : {
             Broken{"  hight: 8 cm\n", "6:3 scenario.unknown_setting_near"},
             Broken{"  gewicht: 8 kg\n", "6:3 scenario.unknown_setting"},
             Broken{"  span: 50 kg\n", "6:9 scenario.dimension"},
             Broken{"  span: 50\n", "6:9 scenario.dimension"},
             Broken{"  span: breed\n", "6:9 scenario.number"},
             Broken{"  span: 50 cn\n", "6:9 scenario.unknown_unit"},
             Broken{"  span: 50 CM\n", "6:9 scenario.unknown_unit"},
             Broken{"  span: 50 MM\n", "6:9 units.unknown_near"},
             Broken{"  span: 50 m/s*h\n", "6:9 units.ambiguous"},
             Broken{"  span: inf\n", "6:9 scenario.number"},
             Broken{"  span: 1e400 cm\n", "6:9 scenario.number"},
             Broken{"  span: 3 m\n", "6:9 scenario.range"},
             Broken{"  span:\n", "6:8 scenario.empty_value"},
             Broken{"  span: {}\n", "6:9 scenario.empty_value"},
             Broken{"  span: [50 cm]\n", "6:9 scenario.expect_value"},
             Broken{"  strand_diameter: 1,8 mm\n", "6:20 units.comma"},
             Broken{"  strand_diameter: {value: 1,8 mm}\n", "6:28 units.comma"},
             Broken{"  strands: 2.5\n", "6:12 scenario.whole"},
             Broken{"  height: {start: 1.0 cm}\n", "6:19 scenario.range"},
             Broken{"  height: {start: 4 cm, min: 5 cm, max: 9 cm}\n",
                    "6:19 scenario.start_outside"},
             Broken{"  height: {min: 9 cm, max: 5 cm}\n", "6:17 scenario.min_max"},
             Broken{"  height: {max: 5 cm}\n", "6:11 scenario.needs_start"},
             Broken{"  height: {start: 5 cm, step: 0 cm}\n", "6:31 scenario.step"},
             Broken{"  height: {start: 5 cm, step: 1 s}\n", "6:31 scenario.dimension"},
             Broken{"  height: {start: 5 cm, steps: 1 cm}\n", "6:25 scenario.unknown_key_near"},
             Broken{"  height: {value: 5 cm, start: 6 cm}\n", "6:11 scenario.value_and_start"},
             Broken{"  height: {start: 5 cm, hidden: true}\n", "6:11 scenario.needs_value"},
             Broken{"  height: {value: 5 cm, hidden: ja}\n", "6:33 scenario.expect_boolean"},
             Broken{"  height: {choices: [a]}\n", "6:12 scenario.wrong_part"},
             Broken{"  warmth: {start: 20 °C, step: 1 °C}\n", "6:32 units.difference"},
             Broken{"  rise: 5 °C\n", "6:9 units.difference"},
             Broken{"  type: waren\n", "6:9 scenario.unknown_option_near"},
             Broken{"  type: boog\n", "6:9 scenario.unknown_option"},
             Broken{"  type: {start: howe, choices: [warren, pratt]}\n",
                    "6:17 scenario.unknown_option"},
             Broken{"  type: {choices: [pratt, howe]}\n", "6:9 scenario.needs_start_option"},
             Broken{"  type: {choices: [warren, warren]}\n", "6:28 scenario.option_twice"},
             Broken{"  type: {min: 3}\n", "6:10 scenario.wrong_part"},
             Broken{"  bridge: {nodes: [{id: a, x: 3 kg}], load: a}\n", "6:31 scenario.dimension"},
             Broken{
                 "  bridge:\n    nodes:\n      - {id: a, x: 3 cm}\n      - {id: b}\n    load: a\n",
                 "9:9 fake.no_x"},
             Broken{"  bridge:\n    nodes: [{id: a, x: 1 cm}]\n    load: b\n", "8:11 fake.load"},
             Broken{"  bridge:\n    knopen: []\n", "7:5 fake.unknown"},
         })
        EXPECT_EQ(mistakes(head + c.text), c.mistakes) << c.text;
}

}  // namespace
}  // namespace pt
