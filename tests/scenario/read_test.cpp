// Files that are right: what the reader makes of them.
#include <gtest/gtest.h>

#include "engine/scenario/scenario.h"
#include "tests/scenario/fake_lab.h"

namespace pt {
namespace {

ScenarioRead read(std::string_view text) {
    return readScenario(text, "les.lab.yaml", FakeTruss::table());
}

Scenario good(std::string_view text) {
    const ScenarioRead result = read(text);
    for (const Error& error : result.errors) ADD_FAILURE() << error.where << " " << error.key;
    return result.scenario;
}

const Setting& setting(const Scenario& scenario, std::string_view key) {
    static const Setting none;
    for (const Setting& each : scenario.setup.settings) {
        if (each.key == key) return each;
    }
    ADD_FAILURE() << "no setting " << key;
    return none;
}

constexpr const char* head = "lab: 1\nid: brug\ntitle: Brug\nsim: truss-bridge\n";

TEST(ReadScenario, SmallestLesson) {
    const Scenario scenario = good(head);
    EXPECT_EQ(scenario.id, "brug");
    EXPECT_EQ(scenario.title.nl, "Brug");
    EXPECT_EQ(scenario.title.in(Language::en), "Brug");
    EXPECT_EQ(scenario.setup.lab, "truss_bridge");
    EXPECT_EQ(scenario.setup.scenario, "brug");
    EXPECT_EQ(scenario.setup.seed, 1u);
    EXPECT_TRUE(scenario.setup.settings.empty());
    EXPECT_EQ(scenario.setup.source, head);
}

TEST(ReadScenario, WholeLesson) {
    const ScenarioRead result = read(R"(# yaml-language-server: $schema=./lab-1.schema.json
lab: 1
id: spaghettibrug
title: {nl: Spaghettibrug, en: Spaghetti bridge}
about: {author: Docent O&O, license: CC BY 4.0, level: havo 3, minutes: 50, languages: [nl, en]}
sim: truss-bridge
seed: 2025
setup:                                   # a plain value is visible but locked
  span: 50 cm
  strand_diameter: 1.8 mm
  E_modulus: {value: 3.8 GPa, hidden: true}
  height: {start: 8 cm, min: 3 cm, max: 20 cm, step: 1 cm}   # a range
  strands: {start: 3, min: 1, max: 8}
  type: {start: warren, choices: [warren, pratt, howe]}
instruments: [scale, load_cell, {sag: {resolution: 1 mm}}]
x-note: {anything: [goes, 3 foo]}
)");
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(result.warnings.empty());
    const Scenario& scenario = result.scenario;
    EXPECT_EQ(scenario.title.in(Language::nl), "Spaghettibrug");
    EXPECT_EQ(scenario.title.in(Language::en), "Spaghetti bridge");
    EXPECT_EQ(scenario.setup.seed, 2025u);

    const Setting& span = setting(scenario, "span");
    EXPECT_EQ(span.number, 0.5);
    EXPECT_TRUE(span.locked);
    EXPECT_FALSE(span.range.has_value());
    EXPECT_EQ(span.where, "les.lab.yaml:9:3");
    EXPECT_EQ(setting(scenario, "strand_diameter").number, 0.0018);
    EXPECT_TRUE(setting(scenario, "E_modulus").hidden);
    EXPECT_TRUE(setting(scenario, "E_modulus").locked);

    const Setting& height = setting(scenario, "height");
    EXPECT_EQ(height.number, 0.08);
    EXPECT_FALSE(height.locked);
    ASSERT_TRUE(height.range.has_value());
    EXPECT_EQ(height.range->min, 0.03);
    EXPECT_EQ(height.range->max, 0.2);
    EXPECT_EQ(height.range->step, 0.01);
    EXPECT_EQ(setting(scenario, "strands").range->step, 1) << "the lab's own step";

    const Setting& type = setting(scenario, "type");
    EXPECT_EQ(type.option, "warren");
    EXPECT_EQ(type.options, (std::vector<std::string>{"warren", "pratt", "howe"}));
    EXPECT_FALSE(type.locked);

    EXPECT_EQ(scenario.lesson.resolutionOf("sag"), 1e-3);
    EXPECT_EQ(scenario.lesson.resolutionOf("load_cell"), 0);
}

TEST(ReadScenario, LanguageSuffixEqualsAMap) {
    const Scenario scenario =
        good("lab: 1\nid: a\ntitle.nl: Brug\ntitle.en: Bridge\nsim: truss_bridge\n");
    EXPECT_EQ(scenario.title.nl, "Brug");
    EXPECT_EQ(scenario.title.en, "Bridge");
}

TEST(ReadScenario, BlockAndQuotedTexts) {
    const Scenario scenario = good("lab: 1\nid: a\nsim: truss-bridge\ntitle:\n  nl: |\n    Let op: "
                                   "#1\n    \ttwee\n  en: \"It's\"\n");
    EXPECT_EQ(scenario.title.nl, "Let op: #1\n\ttwee\n");
    EXPECT_EQ(scenario.title.en, "It's");
}

TEST(ReadScenario, MarkCrLfAndOrderDoNotMatter) {
    const Scenario scenario = good("\xEF\xBB\xBFsim: truss-bridge\r\nsetup:\r\n  span: 50 "
                                   "cm\r\ntitle: Brug\r\nid: b\r\nlab: 1\r\n");
    EXPECT_EQ(scenario.id, "b");
    EXPECT_EQ(setting(scenario, "span").where, "les.lab.yaml:3:3");
}

TEST(ReadScenario, SettingsInTheirForms) {
    const Scenario scenario = good(std::string(head) + R"(setup:
  span: {value: 0.5 m, show: true}
  height: {max: 12 cm}
  strands: {start: 5}
  warmth: {start: 20 °C, step: 2 K}
  rise: "5 K"
  type: pratt
  x-idea: later
)");
    EXPECT_TRUE(setting(scenario, "span").shown);
    EXPECT_TRUE(setting(scenario, "span").locked);
    EXPECT_EQ(setting(scenario, "height").range->max, 0.12);
    EXPECT_EQ(setting(scenario, "height").range->min, 0.03) << "the lab's own";
    EXPECT_FALSE(setting(scenario, "height").number.has_value());
    EXPECT_EQ(setting(scenario, "strands").number, 5);
    EXPECT_FALSE(setting(scenario, "strands").locked);
    EXPECT_EQ(setting(scenario, "warmth").number, 293.15);
    EXPECT_EQ(setting(scenario, "warmth").range->step, 2);
    EXPECT_EQ(setting(scenario, "rise").number, 5);
    EXPECT_EQ(setting(scenario, "type").option, "pratt");
    EXPECT_TRUE(setting(scenario, "type").locked);
    EXPECT_EQ(scenario.setup.settings.size(), 6u);
}

TEST(ReadScenario, DocumentsBecomeSiWithPlaces) {
    const ScenarioRead result = read(std::string(head) + R"(setup:
  bridge:
    nodes:
      - {id: 1a, x: 12 cm}
      - {id: K2, x: 0.5}
    load: K2
    extra: [true, 3 kN, word, "3 kN", false]
)");
    ASSERT_TRUE(result.ok());
    const auto& [key, bridge] = result.scenario.setup.documents.at(0);
    EXPECT_EQ(key, "bridge");
    EXPECT_EQ(bridge["nodes"][0]["id"].text(), "1a") << "a text field is never a quantity";
    EXPECT_EQ(bridge["nodes"][0]["x"].number(), 0.12);
    EXPECT_EQ(bridge["nodes"][1]["x"].number(), 0.5) << "a plain number is SI";
    EXPECT_EQ(bridge["extra"].write(), "[true,3000,\"word\",\"3 kN\",false]");

    EXPECT_EQ(result.place("bridge", "nodes[1].x"), "les.lab.yaml:9:21");
    EXPECT_EQ(result.place("bridge", "nodes[1].unknown[3]"), "les.lab.yaml:9:9");
    EXPECT_EQ(result.place("bridge", "nodes[7]"), "les.lab.yaml:8:7");
    EXPECT_EQ(result.place("bridge", "other"), "les.lab.yaml:7:5");
    EXPECT_EQ(result.place("bridge", ""), "les.lab.yaml:7:5");
    EXPECT_EQ(result.place("house", "walls[0]"), "");
}

TEST(ReadScenario, WarnsButReadsOn) {
    struct Case {
        const char* text;
        const char* where;
        const char* key;
    };
    const std::string start = head;
    for (const Case& c : {Case{"needs: 1.4\nlater: 3\n", "les.lab.yaml:5:8", "scenario.newer"},
                          Case{"steps:\n  - step: a\n", "les.lab.yaml:6:5", "scenario.empty_step"},
                          Case{"cycle: inquiry\nsteps:\n  - {step: a, text: b, phase: make}\n",
                               "les.lab.yaml:7:5", "scenario.phase_of_cycle"}}) {
        const ScenarioRead result = read(start + c.text);
        EXPECT_TRUE(result.ok()) << c.text;
        ASSERT_FALSE(result.warnings.empty()) << c.text;
        EXPECT_EQ(result.warnings[0].where, c.where);
        EXPECT_EQ(result.warnings[0].key, c.key);
    }
    const ScenarioRead newer = read(start + "needs: 1.4\nlater: 3\n");
    ASSERT_EQ(newer.warnings.size(), 2u);
    EXPECT_EQ(newer.warnings[1].key, "scenario.newer_key");
}

TEST(ReadScenario, WarnsOfAMissingLanguage) {
    const auto warnings = [](const std::string& middle) {
        std::string all;
        for (const Error& warning : read("lab: 1\nid: a\nsim: truss-bridge\n" + middle).warnings)
            all += warning.where + " " + warning.key + " " + warning.args[0].value;
        return all;
    };
    EXPECT_EQ(warnings("title: Brug\n"), "");
    EXPECT_EQ(warnings("title.nl: Brug\n"), "les.lab.yaml:4:1 scenario.no_english title.en");
    EXPECT_EQ(warnings("title: {en: Bridge}\n"), "les.lab.yaml:4:1 scenario.no_dutch title.nl");
    EXPECT_EQ(warnings("title.nl: Brug\nabout: {languages: nl}\n"), "");
    EXPECT_EQ(warnings("title: Brug\nabout: {languages: [nl, en]}\n"),
              "les.lab.yaml:4:1 scenario.no_english title.en");
}

TEST(ReadScenario, CommentAfterATextIsPointedAt) {
    const ScenarioRead result =
        read("lab: 1\nid: a\ntitle: Brug # nummer 3\nsim: truss-bridge # lab\n");
    EXPECT_TRUE(result.ok());
    ASSERT_EQ(result.warnings.size(), 1u);
    EXPECT_EQ(result.warnings[0].key, "scenario.comment_after_text");
    EXPECT_EQ(result.warnings[0].where, "les.lab.yaml:3:13");
}

}  // namespace
}  // namespace pt
