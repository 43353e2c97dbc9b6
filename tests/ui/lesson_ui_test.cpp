// The lesson as a LabUi tree, and what a person does to its nodes.
#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "engine/core/json.h"
#include "engine/run/save.h"
#include "engine/scenario/look_names.h"
#include "engine/script/script.h"
#include "engine/ui/workbench.h"

namespace pt {
namespace {

constexpr std::string_view lessonText = R"(lab: 1
id: les
title: {nl: "Les", en: "Lesson"}
about: {languages: [nl, en]}
sim: spaghetti-bridge
cycle: inquiry
seed: 3
setup:
  height: {start: 10 cm, min: 4 cm, max: 25 cm, step: 0.5 cm}
  strands: {start: 7, min: 1, max: 19}
  panels: {start: 6, min: 2, max: 12}
  span: 60 cm
levels:
  basis: {title: {nl: "Basis", en: "Basic"}, help: full}
  plus: {title: {nl: "Plus", en: "Plus"}, help: none}
requirements:
  - {id: licht, must: mass <= 500 g, nl: "Weegt hoogstens 500 g", en: "Weighs at most 500 g"}
  - {id: heel_licht, wish: mass <= 5 g, nl: "Weegt zelfs 5 g", en: "Weighs even 5 g"}
steps:
  - step: een
    phase: question
    title: {nl: "Vragen", en: "Questions"}
    sim: frozen
    text: {nl: "**Lees** dit.", en: "**Read** this."}
    do:
      - number: knik
        ask: {nl: "Hoe groot?", en: "How large?"}
        answer: 0.48 N +- 5 %
        hints.nl: [Denk na., Reken na.]
        hints.en: [Think., Calculate.]
      - choice: kies
        ask: {nl: "Welke?", en: "Which?"}
        options:
          - {nl: "Deze", en: "This", right: true}
          - {nl: "Die", en: "That", say: {nl: "Kijk nog eens.", en: "Look again."}}
      - order: volg
        ask: {nl: "Volgorde?", en: "Order?"}
        items: [{nl: "a", en: "a"}, {nl: "b", en: "b"}, {nl: "c", en: "c"}]
      - match: paar
        ask: {nl: "Wat hoort erbij?", en: "What goes with it?"}
        pairs:
          - {left: {nl: "l1", en: "l1"}, right: {nl: "r1", en: "r1"}}
          - {left: {nl: "l2", en: "l2"}, right: {nl: "r2", en: "r2"}}
  - step: twee
    phase: experiment
    title: {nl: "Meten", en: "Measure"}
    needs: [knik]
    do:
      - hypothesis: h1
        if: [height]
        then: [mass, breaking_load]
        how: [increases, decreases]
      - {plan: p1, tests: h1, values: {min: 3}}
      - {table: metingen, columns: [height, mass], min_rows: 2}
      - {table: eigen, columns: [slankheid, kaal]}
      - {plot: grafiek, from: metingen, x: height, y: mass, fit: line}
      - {task: licht_genoeg, goal: requirements_met}
script: |
  measure("slankheid", {unit = "1/cm", label = {nl = "slank zijn", en = "slenderness"},
                        value = function() return 1 / get("height") end})
  measure("kaal", {unit = "1", value = function() return 1 end})
)";

struct LessonBench {
    Words words = Words::builtin(Language::nl);
    Workbench bench = make();

    static Workbench make() {
        ScenarioRead read = readLesson(lessonText, "les.lab.yaml");
        EXPECT_TRUE(read.ok()) << Words::builtin(Language::en)
                                      .sentence(read.errors.empty() ? Error{}
                                                                    : read.errors.front());
        auto session = Session::open(read.scenario.setup);
        return Workbench(std::move(session.value()),
                         std::make_shared<const Scenario>(std::move(read.scenario)));
    }
    UiNode tree() const { return bench.ui(words); }
    std::string act(std::string_view id, std::string_view value = "") {
        const Status done = bench.act(id, value);
        return done.ok() ? "" : done.error().key;
    }
    // A copy, so that the tree may go.
    UiNode node(std::string_view id) const {
        const UiNode all = tree();
        const UiNode* found = findNode(all, id);
        EXPECT_NE(found, nullptr) << id;
        return found ? *found : UiNode{};
    }
    bool has(std::string_view id) const {
        const UiNode all = tree();
        return findNode(all, id) != nullptr;
    }
    void openSecondStep() {
        EXPECT_EQ(act("item.knik.value", "0,48"), "");
        EXPECT_EQ(act("item.knik.check"), "");
        EXPECT_EQ(act("lesson.next"), "");
    }
};

TEST(LessonUi, TheFirstStepHasItsTextItemsAndWays) {
    LessonBench lesson;
    const UiNode steps = lesson.node("lesson.step");
    ASSERT_EQ(steps.children.size(), 2u);
    EXPECT_EQ(steps.selected, "een");
    EXPECT_EQ(steps.children[0].selected, "now");
    EXPECT_EQ(steps.children[1].selected, "locked");
    EXPECT_FALSE(steps.children[1].enabled);
    EXPECT_EQ(steps.children[1].help, "Maak eerst vraag 1.");
    EXPECT_EQ(lesson.node("lesson.progress").label, "Stap 1 van 2");
    const UiNode text = lesson.node("lesson.text");
    EXPECT_EQ(text.label, "Lees dit.");
    ASSERT_EQ(text.blocks.size(), 1u);
    EXPECT_EQ(text.blocks[0].spans[0].style, TextSpan::Style::bold);
    EXPECT_EQ(lesson.node("item.knik").icon, "number");
    EXPECT_EQ(lesson.node("item.kies").detail, "vraag 2");
    EXPECT_EQ(lesson.node("item.kies.ask").valueText, "2") << "the number that lists call it by";
    EXPECT_EQ(lesson.node("lesson.expects").label, "Nog te doen: vraag 1, 2, 3 en 4.");
    EXPECT_FALSE(lesson.node("lesson.next").enabled);
    EXPECT_FALSE(lesson.node("lesson.back").enabled);
    EXPECT_FALSE(lesson.has("item.metingen"));
}

TEST(LessonUi, AnAnswerIsCheckedWhereItStands) {
    LessonBench lesson;
    EXPECT_FALSE(lesson.node("item.kies.check").enabled) << "nothing is chosen";
    EXPECT_EQ(lesson.act("item.knik.check"), "lesson.not_answered");
    EXPECT_EQ(lesson.act("item.knik.value", "1,9 N"), "");
    EXPECT_EQ(lesson.node("item.knik.value").valueText, "1,9 N");
    EXPECT_EQ(lesson.node("item.knik").selected, "none");
    EXPECT_EQ(lesson.act("item.knik.check"), "");
    EXPECT_EQ(lesson.node("item.knik").selected, "notYet");
    EXPECT_FALSE(lesson.node("item.knik.feedback").label.empty());
    EXPECT_EQ(lesson.node("item.knik.feedback").valueText, "nog niet");
    EXPECT_EQ(lesson.act("item.knik.value", "0,48"), "");
    EXPECT_EQ(lesson.act("item.knik.check"), "");
    EXPECT_EQ(lesson.node("item.knik").selected, "ok");
    EXPECT_EQ(lesson.node("item.knik.feedback").valueText, "in orde") << "also without words";
    EXPECT_FALSE(lesson.has("item.knik.check")) << "it is done";
    EXPECT_TRUE(lesson.node("lesson.next").enabled);
}

TEST(LessonUi, AWishThatIsNotMetIsNoMust) {
    LessonBench lesson;
    lesson.openSecondStep();
    EXPECT_EQ(lesson.node("requirement.licht").icon, "must");
    const UiNode wish = lesson.node("requirement.heel_licht");
    EXPECT_EQ(wish.icon, "wish");
    EXPECT_EQ(wish.selected, "no");
    EXPECT_EQ(wish.valueText, "wens");
}

TEST(LessonUi, AMeasureOfTheScriptHasItsOwnNameAndUnit) {
    LessonBench lesson;
    lesson.openSecondStep();
    const UiNode table = lesson.node("item.eigen.table");
    ASSERT_EQ(table.columns.size(), 2u);
    EXPECT_EQ(table.columns[0].label, "slank zijn");
    EXPECT_EQ(table.columns[0].unit, "1/cm");
    EXPECT_EQ(table.columns[1].label, "kaal") << "without a name its id stands";
}

TEST(LessonUi, AChoiceSaysWhatItThinksOfIt) {
    LessonBench lesson;
    EXPECT_EQ(lesson.node("item.kies.value").role, UiRole::options);
    EXPECT_EQ(lesson.act("item.kies.value", "2"), "");
    EXPECT_EQ(lesson.act("item.kies.check"), "");
    EXPECT_EQ(lesson.node("item.kies.feedback").label, "Kijk nog eens.");
    EXPECT_EQ(lesson.node("item.kies.value").selected, "2");
    EXPECT_NE(lesson.act("item.kies.value", "9"), "") << "no such option";
}

TEST(LessonUi, HintsComeOneByOne) {
    LessonBench lesson;
    EXPECT_FALSE(lesson.has("item.knik.hint.1"));
    EXPECT_EQ(lesson.node("item.knik.hint").label, "Toon hint 1 van 2");
    EXPECT_EQ(lesson.act("item.knik.hint"), "");
    EXPECT_EQ(lesson.node("item.knik.hint.1").label, "Denk na.");
    EXPECT_EQ(lesson.node("item.knik.hint.1").valueText, "Hint 1");
    EXPECT_EQ(lesson.act("item.knik.hint"), "");
    EXPECT_EQ(lesson.node("item.knik.hint.2").label, "Reken na.");
    EXPECT_FALSE(lesson.has("item.knik.hint"));
}

TEST(LessonUi, AnOrderIsShownMixedAndKeepsWhatThePupilMade) {
    LessonBench lesson;
    const auto shown = [&] {
        std::string ids;
        for (const UiOption& option : lesson.node("item.volg.value").options) ids += option.id;
        return ids;
    };
    EXPECT_NE(shown(), "123") << "not as the file has it";
    EXPECT_EQ(shown(), shown());
    EXPECT_EQ(lesson.act("item.volg.value", "2 1 3"), "");
    EXPECT_EQ(shown(), "213");
    EXPECT_EQ(lesson.act("item.volg.value", "1 2 3"), "");
    EXPECT_EQ(lesson.act("item.volg.check"), "");
    EXPECT_EQ(lesson.node("item.volg").selected, "ok");
}

TEST(LessonUi, PairsAreChosenOneAtATime) {
    LessonBench lesson;
    EXPECT_EQ(lesson.act("item.paar.pair.1", "1"), "");
    EXPECT_EQ(lesson.act("item.paar.pair.2", "2"), "");
    EXPECT_EQ(lesson.node("item.paar.pair.1").selected, "1") << "the first one stays";
    EXPECT_EQ(lesson.act("item.paar.check"), "");
    EXPECT_EQ(lesson.node("item.paar").selected, "ok");
}

TEST(LessonUi, AFrozenStepLeavesNothingOfTheLabToChange) {
    LessonBench lesson;
    EXPECT_EQ(lesson.node("lesson").selected, "frozen");
    EXPECT_FALSE(lesson.node("param.height").enabled);
    EXPECT_FALSE(lesson.node("run.play").enabled);
    lesson.openSecondStep();
    EXPECT_EQ(lesson.node("lesson").selected, "show");
    EXPECT_TRUE(lesson.node("param.height").enabled);
    EXPECT_TRUE(lesson.node("run.play").enabled);
}

TEST(LessonUi, ATeacherSeesAnswersAndOpensEveryStep) {
    LessonBench lesson;
    EXPECT_FALSE(lesson.has("item.knik.answer"));
    EXPECT_EQ(lesson.act("lesson.teacher", "on"), "");
    EXPECT_NE(lesson.node("item.knik.answer").label.find("0,48"), std::string::npos);
    EXPECT_TRUE(lesson.node("lesson.next").enabled);
    EXPECT_EQ(lesson.act("lesson.step", "twee"), "");
    EXPECT_EQ(lesson.node("lesson.step").selected, "twee");
    EXPECT_EQ(lesson.act("lesson.teacher", "off"), "");
    EXPECT_FALSE(lesson.node("lesson.teacher").selected == "on");
}

TEST(LessonUi, AHypothesisIsASentenceAndAPlanHasRoles) {
    LessonBench lesson;
    lesson.openSecondStep();
    EXPECT_EQ(lesson.node("item.h1.sentence").role, UiRole::sentence);
    EXPECT_EQ(lesson.act("item.h1.if", "height"), "");
    EXPECT_EQ(lesson.act("item.h1.then", "mass"), "");
    EXPECT_EQ(lesson.act("item.h1.how", "increases"), "");
    EXPECT_EQ(lesson.node("item.h1.if").selected, "height");
    EXPECT_EQ(lesson.node("item.h1.how").valueText, "neemt toe");
    EXPECT_EQ(lesson.act("item.p1.vary", "height"), "");
    EXPECT_EQ(lesson.act("item.p1.measure", "mass"), "");
    EXPECT_EQ(lesson.act("item.p1.keep", "strands panels"), "");
    EXPECT_EQ(lesson.act("item.p1.values", "8 cm; 10,5 cm; 12 cm"), "");
    EXPECT_EQ(lesson.node("item.p1.vary").selected, "height");
    EXPECT_EQ(lesson.node("item.p1.keep").selected, "panels strands");
    EXPECT_EQ(lesson.node("item.p1.values").valueText, "8 cm; 10,5 cm; 12 cm");
    EXPECT_EQ(lesson.act("item.p1.vary", "strands"), "");
    EXPECT_EQ(lesson.node("item.p1.keep").selected, "panels") << "one key, one role";
}

TEST(LessonUi, MeasurementsBecomeRowsAndPoints) {
    LessonBench lesson;
    lesson.openSecondStep();
    EXPECT_EQ(lesson.act("item.metingen.table/add"), "");
    EXPECT_EQ(lesson.act("param.height", "12 cm"), "");
    EXPECT_EQ(lesson.act("item.metingen.table/add"), "");
    const UiNode table = lesson.node("item.metingen.table");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].cells[0].text, "10,0");
    EXPECT_EQ(table.rows[1].cells[0].text, "12,0");
    EXPECT_EQ(table.valueText, "2 van 2 metingen");
    const UiNode plot = lesson.node("item.grafiek.plot");
    ASSERT_EQ(plot.rows.size(), 2u);
    EXPECT_DOUBLE_EQ(*plot.rows[1].cells[0].value, 12);
    ASSERT_FALSE(plot.curve.empty());
    EXPECT_NEAR(plot.curve.front().y, *plot.rows[0].cells[1].value, 1e-6);
    EXPECT_EQ(lesson.act("item.metingen.table/1/remove"), "");
    EXPECT_EQ(lesson.node("item.metingen.table").rows.size(), 1u);
    EXPECT_NE(lesson.act("item.metingen.table/9/remove"), "");
}

TEST(LessonUi, ATaskShowsTheRequirementsAsTheyStand) {
    LessonBench lesson;
    lesson.openSecondStep();
    EXPECT_EQ(lesson.node("requirement.licht").selected, "yes");
    EXPECT_EQ(lesson.act("item.licht_genoeg.check"), "");
    EXPECT_EQ(lesson.node("item.licht_genoeg").selected, "ok");
}

TEST(LessonUi, WhatIsNotThereIsRefused) {
    LessonBench lesson;
    for (const char* id : {"lesson.nothing", "item.knik", "item.knik.if", "item.niets.value",
                           "item.kies.pair.1", "lesson.back", "item."})
        EXPECT_EQ(lesson.act(id, "1"), "ui.unknown_control") << id;
}

TEST(LessonUi, TheTreeGoesToThePageWhole) {
    LessonBench lesson;
    lesson.openSecondStep();
    const Json json = toJson(lesson.tree());
    const std::string text = json.write();
    for (const char* part : {"\"role\":\"prose\"", "\"role\":\"sentence\"", "\"role\":\"plot\"",
                             "\"blocks\":", "\"style\":\"plain\"", "\"many\":true"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
}

TEST(LessonUi, AnotherVersionOfTheLessonKeepsTheAnswers) {
    LessonBench lesson;
    EXPECT_EQ(lesson.act("item.knik.value", "0,48"), "");
    std::string changed(lessonText);
    changed.replace(changed.find("Hoe groot?"), 10, "Hoe sterk?");
    ScenarioRead read = readLesson(changed, "les.lab.yaml");
    ASSERT_TRUE(read.ok());
    const uint64_t before = lesson.bench.revision();
    lesson.bench.takeLesson(std::make_shared<const Scenario>(std::move(read.scenario)));
    EXPECT_NE(lesson.bench.revision(), before);
    EXPECT_EQ(lesson.node("item.knik.ask").label, "Hoe sterk?");
    EXPECT_EQ(lesson.node("item.knik.value").valueText, "0,48");
}

// A scenario opens the stage that it is about.
TEST(LessonUi, TheStageIsLookedAtAsTheLessonAsks) {
    const ScenarioRead read = readLesson("lab: 1\nid: huis\ntitle: Huis\nsim: passive-house\n"
                                         "setup: {look: {stage: detail, detail: camera}}\n",
                                         "huis.lab.yaml");
    ASSERT_TRUE(read.ok());
    auto session = Session::open(read.scenario.setup);
    ASSERT_TRUE(session.ok());
    Workbench bench(std::move(session.value()), std::make_shared<Scenario>(read.scenario));
    const Words words = Words::builtin(Language::nl);
    EXPECT_EQ(findNode(bench.ui(words), "look.stage")->selected, "detail");
    EXPECT_EQ(findNode(bench.ui(words), "look.detail")->selected, "camera");
    auto saved = SaveFile::open(SaveFile::write(bench.session()));
    ASSERT_TRUE(saved.ok());
    EXPECT_EQ(Workbench(std::move(saved.value())).looking().option("stage", ""), "detail");
    EXPECT_TRUE(bench.act("look.stage", "house").ok()) << "who looks may look elsewhere";
    EXPECT_EQ(findNode(bench.ui(words), "look.stage")->selected, "house");
}

TEST(LessonUi, EveryWayOfLookingCanBeNamedInALesson) {
    for (const LabEntry& lab : labs()) {
        const auto model = lab.make();
        Schema schema;
        model->describe(schema);
        const auto taken = schema.keys();
        EXPECT_EQ(std::count(taken.begin(), taken.end(), "look"), 0) << lab.id;
        std::map<std::string, std::vector<std::string>> named, shown;
        for (const LookName& look : lookNames(lab.id)) named[look.key] = look.options;
        const auto view = makeView(lab.id, *model);
        ASSERT_TRUE(view);
        for (ViewOption& look : view->options()) {
            if (look.options.empty()) look.options = {"off", "on"};
            std::sort(look.options.begin(), look.options.end());
            shown[look.key] = look.options;
        }
        EXPECT_EQ(named, shown) << lab.id;
    }
}

}  // namespace
}  // namespace pt
