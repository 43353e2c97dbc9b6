// What a file says comes into the Lesson: steps, every kind of item, levels, events, values that
// vary, files of a folder.
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/scenario/event_names.h"
#include "engine/scenario/lesson_texts.h"
#include "engine/scenario/scenario.h"
#include "tests/scenario/fake_lab.h"

namespace pt {
namespace {

using testing::ElementsAre;
using testing::Not;
using testing::SizeIs;

const std::string head = "lab: 1\nid: les\ntitle: Brug\nsim: truss-bridge\n";

ScenarioRead read(const std::string& text, const ReadOptions& more = {}) {
    ReadOptions options = more;
    options.labs = FakeTruss::table();
    return readScenario(text, "les.lab.yaml", options);
}

// The lesson of a text that must be right.
Lesson lesson(const std::string& text, const ReadOptions& more = {}) {
    const ScenarioRead result = read(head + text, more);
    const Words words = Words::builtin(Language::en);
    for (const Error& error : result.errors) ADD_FAILURE() << words.sentence(error);
    return result.scenario.lesson;
}

// The only item of a lesson with one step.
LessonItem item(const std::string& lines, const std::string& before = "") {
    std::string text = before + "steps:\n  - step: stap\n    do:\n";
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) text += "      " + line + "\n";
    const Lesson read = lesson(text);
    if (read.steps.empty() || read.steps[0].items.empty()) return {};
    return read.steps[0].items.back();
}

template <class Body>
Body body(const std::string& lines, const std::string& before = "") {
    const LessonItem read = item(lines, before);
    const Body* found = std::get_if<Body>(&read.body);
    EXPECT_TRUE(found) << lines;
    return found ? *found : Body{};
}

std::vector<std::string> dutch(const std::vector<Text>& texts) {
    std::vector<std::string> list;
    for (const Text& text : texts) list.push_back(text.nl);
    return list;
}

std::vector<std::string> keys(const std::vector<Error>& errors) {
    std::vector<std::string> list;
    for (const Error& error : errors) list.push_back(error.where + " " + error.key);
    return list;
}

TEST(ReadLesson, AStepHasItsParts) {
    const Lesson read = lesson(
        "cycle: design\n"
        "levels:\n  basis: {title: Basis, help: full, start: {height: 5 cm, type: howe}}\n"
        "  plus: {title: Plus}\n"
        "setup: {span: 50 cm}\n"
        "steps:\n"
        "  - step: start\n"
        "    phase: problem\n"
        "    title: {nl: Begin, en: Begin here}\n"
        "    text.nl: Lees $(span in cm).\n"
        "    text.en: Read $(span in cm).\n"
        "    minutes: 5\n"
        "  - {step: bouw, text: Bouw, for: [plus], needs: [start], unlock: [span], sim: frozen}\n"
        "  - {step: slot, text: Klaar, needs: max_load > 3 N, sim: hide}\n");
    EXPECT_EQ(read.cycle, Cycle::design);
    ASSERT_EQ(read.levels.size(), 2u);
    EXPECT_EQ(read.levels[0].id, "basis");
    EXPECT_EQ(read.levels[0].help, Help::full);
    ASSERT_EQ(read.levels[0].start.size(), 2u);
    EXPECT_EQ(read.levels[0].start[0].number, 0.05);
    EXPECT_EQ(read.levels[0].start[1].option, "howe");
    EXPECT_EQ(read.levels[1].help, Help::some);
    ASSERT_EQ(read.steps.size(), 3u);
    EXPECT_EQ(read.steps[0].phase, Phase::problem);
    EXPECT_EQ(read.steps[0].title.en, "Begin here");
    EXPECT_EQ(read.steps[0].minutes, 5);
    EXPECT_EQ(read.steps[0].where, "les.lab.yaml:11:5");
    EXPECT_THAT(read.steps[1].levels, ElementsAre("plus"));
    EXPECT_THAT(read.steps[1].needs, ElementsAre("start"));
    EXPECT_THAT(read.steps[1].unlock, ElementsAre("span"));
    EXPECT_EQ(read.steps[1].stage, StageMode::frozen);
    ASSERT_TRUE(read.steps[2].needsExpression);
    EXPECT_EQ(read.steps[2].needsExpression->text(), "max_load > 3 N");
    EXPECT_EQ(read.findStep("bouw"), &read.steps[1]);
    EXPECT_EQ(read.findLevel("plus"), &read.levels[1]);
    EXPECT_EQ(read.findItem("bouw"), nullptr);
}

TEST(ReadLesson, WhatEveryItemHas) {
    const LessonItem open =
        item("- open: waarom\n  ask: Waarom?\n  hints.nl: [een, twee]\n  hints.en: [one, two]\n"
             "  ok: Goed\n  not_yet: Nog niet\n  points: 3\n  tries: 2\n  min_words: 10\n"
             "  mention: [knik]\n  model: Omdat.\n  rubric: [helder]");
    EXPECT_EQ(open.id, "waarom");
    EXPECT_EQ(open.where, "les.lab.yaml:8:9");
    EXPECT_EQ(open.ask.nl, "Waarom?");
    ASSERT_EQ(open.hints.size(), 2u);
    EXPECT_EQ(open.hints[1], (Text{"twee", "two"}));
    EXPECT_EQ(open.ok.nl, "Goed");
    EXPECT_EQ(open.notYet.nl, "Nog niet");
    EXPECT_EQ(open.points, 3);
    EXPECT_EQ(open.tries, 2);
    EXPECT_EQ(open.kind(), ItemKind::open);
    const auto& own = std::get<OpenItem>(open.body);
    EXPECT_EQ(own.minWords, 10);
    EXPECT_THAT(dutch(own.mention), ElementsAre("knik"));
    EXPECT_EQ(own.model.nl, "Omdat.");
    EXPECT_THAT(dutch(own.rubric), ElementsAre("helder"));
}

TEST(ReadLesson, NumbersHaveTheirMargin) {
    const auto share =
        body<NumberItem>("- number: a\n  answer: 0.48 N +- 5 %\n  digits: 2\n"
                         "  wrong: [{value: 0.97 N, nl: In het kwadraat., en: Squared.}]");
    ASSERT_TRUE(share.answer);
    EXPECT_EQ(share.answer->share, 0.05);
    EXPECT_EQ(share.answer->tolerance, 0);
    EXPECT_EQ(share.unit.symbol, "N");
    EXPECT_EQ(share.digits, 2);
    ASSERT_EQ(share.wrong.size(), 1u);
    EXPECT_EQ(share.wrong[0].say.en, "Squared.");
    const auto absolute = body<NumberItem>("- number: a\n  answer: 20 °C ± 2 K\n  hints: [h]");
    EXPECT_EQ(absolute.answer->tolerance, 2);
    const auto points = body<NumberItem>("- number: a\n  answer: 40 % +- 2 %\n  hints: [h]");
    EXPECT_EQ(points.answer->share, 0);
    EXPECT_DOUBLE_EQ(points.answer->tolerance, 0.02);
    const auto formula =
        body<NumberItem>("- number: a\n  answer: 2 * span +- 1 cm\n  unit: m\n  hints: [h]");
    EXPECT_EQ(formula.answer->value.text(), "2 * span");
    EXPECT_DOUBLE_EQ(formula.answer->tolerance, 0.01);
    EXPECT_EQ(formula.unit.symbol, "m");
    const auto reading = body<NumberItem>("- number: a\n  reading: max_load\n  hints: [h]",
                                          "instruments: [{max_load: {resolution: 0.5 N}}]\n");
    EXPECT_FALSE(reading.answer);
    EXPECT_EQ(reading.reading, "max_load");
    EXPECT_EQ(reading.unit.symbol, "N");
}

TEST(ReadLesson, Choices) {
    const auto choice = body<ChoiceItem>(
        "- choice: a\n  many: true\n  shuffle: true\n  options:\n"
        "    - {nl: Hij knikt, en: It buckles, right: true}\n"
        "    - {text: Hij rekt, say: {nl: Kijk nog eens., en: Look again.}}\n    - Niets");
    EXPECT_TRUE(choice.many);
    EXPECT_TRUE(choice.shuffle);
    ASSERT_EQ(choice.options.size(), 3u);
    EXPECT_EQ(choice.options[0].id, "1");
    EXPECT_EQ(choice.options[0].text, (Text{"Hij knikt", "It buckles"}));
    EXPECT_TRUE(choice.options[0].right);
    EXPECT_EQ(choice.options[1].say.en, "Look again.");
    EXPECT_EQ(choice.options[2].text.nl, "Niets");
    EXPECT_FALSE(choice.options[2].right);
}

TEST(ReadLesson, OrderMatchShowAndRubric) {
    const auto order = body<OrderItem>("- order: a\n  items: [eerst, {nl: dan, en: then}]\n"
                                       "  hints: [h]");
    EXPECT_THAT(dutch(order.items), ElementsAre("eerst", "dan"));
    EXPECT_EQ(order.items[1].en, "then");
    const auto match = body<MatchItem>(
        "- match: a\n  hints: [h]\n  pairs: [{left: druk, right: knik}, {left.nl: trek, left.en: "
        "pull, right: rek}]");
    ASSERT_EQ(match.pairs.size(), 2u);
    EXPECT_EQ(match.pairs[1].first.en, "pull");
    const auto rubric = body<RubricItem>(
        "- rubric: a\n  by: peer\n  rows: [Net gewerkt, {text: Samen, scale: [nee, ja]}]");
    EXPECT_EQ(rubric.by, RubricItem::By::peer);
    ASSERT_EQ(rubric.rows.size(), 2u);
    EXPECT_THAT(dutch(rubric.rows[1].scale), ElementsAre("nee", "ja"));
    const auto show = body<ShowItem>("- show: a\n  caption: Onder\n  alt: Een brug");
    EXPECT_EQ(show.file, "");
    EXPECT_EQ(show.caption.nl, "Onder");
}

TEST(ReadLesson, ToolsOfInquiry) {
    const auto predict =
        body<PredictItem>("- predict: a\n  of: height\n  compare: arg_max(max_load)\n  unit: mm");
    EXPECT_EQ(predict.as, PredictItem::As::number);
    EXPECT_EQ(predict.unit.symbol, "mm");
    ASSERT_TRUE(predict.compare);
    const auto choice = body<PredictItem>("- predict: a\n  options: [Ja, Nee]");
    EXPECT_EQ(choice.as, PredictItem::As::choice);
    const auto sketch = body<PredictItem>("- predict: a\n  of: sag\n  x: height\n  as: sketch");
    EXPECT_EQ(sketch.x, "height");
    const auto hypothesis =
        body<HypothesisItem>("- hypothesis: h\n  if: [height, type]\n  then: [max_load]\n"
                             "  how: [increases, optimum]\n  help: none");
    EXPECT_THAT(hypothesis.changes, ElementsAre("height", "type"));
    EXPECT_THAT(hypothesis.how, ElementsAre("increases", "optimum"));
    EXPECT_EQ(hypothesis.help, Help::none);
    const std::string before = "- hypothesis: h\n  if: [height]\n  then: [max_load]\n"
                               "- table: t\n  columns: [height, max_load]\n"
                               "  min_rows: 5\n  fill: by_hand\n";
    const auto plan =
        body<PlanItem>(before + "- plan: p\n  tests: h\n  values: {min: 4, spread: 60 %}\n"
                                "  repeats: 2");
    EXPECT_EQ(plan.tests, "h");
    EXPECT_EQ(plan.minValues, 4);
    EXPECT_EQ(plan.spread, 0.6);
    EXPECT_EQ(plan.repeats, 2);
    const auto table = body<TableItem>(before);
    EXPECT_THAT(table.columns, ElementsAre("height", "max_load"));
    EXPECT_EQ(table.minRows, 5);
    EXPECT_EQ(table.fill, TableItem::Fill::byHand);
    const auto plot =
        body<PlotItem>(before + "- plot: g\n  from: t\n  x: height\n  y: max_load\n  fit: power");
    EXPECT_EQ(plot.fit, PlotItem::Fit::power);
    EXPECT_EQ(plot.y, "max_load");
    EXPECT_TRUE(body<PlotItem>(before + "- plot: g\n  from: t\n  choose: true").choose);
    const auto end = body<ConclusionItem>(
        before + "- conclusion: c\n  tests: h\n  evidence: {from: t, rows: 3}");
    EXPECT_EQ(end.evidenceFrom, "t");
    EXPECT_EQ(end.evidenceRows, 3);
}

TEST(ReadLesson, TasksAndChecks) {
    const LessonItem task =
        item("- table: r\n  columns: [height, max_load]\n"
             "- task: a\n  goal: max_load >= 40 N\n  keep: sag < 5 mm\n  within: 2 min\n"
             "  better_than: 1.1 * first(r, max_load)\n"
             "  not_yet: [{when: mass > 100 g, nl: Te zwaar, en: Too heavy}, {text: Nog even}]");
    const auto& own = std::get<TaskItem>(task.body);
    EXPECT_EQ(own.goal.text(), "max_load >= 40 N");
    EXPECT_TRUE(own.keep);
    EXPECT_EQ(own.within, 120);
    ASSERT_TRUE(own.betterThan);
    EXPECT_EQ(own.betterThan->subject(), "max_load");
    ASSERT_EQ(own.notYet.size(), 2u);
    EXPECT_EQ(own.notYet[0].say.en, "Too heavy");
    EXPECT_FALSE(own.notYet[1].when);
    EXPECT_EQ(item("- task: a\n  goal: max_load > 1 N\n  not_yet: Nee").notYet.nl, "Nee");
    const std::string before = "- hypothesis: h\n  if: [height]\n  then: [max_load]\n"
                               "- table: t\n  columns: [height, max_load]\n";
    const auto cvs = std::get<CvsCheck>(
        body<CheckItem>("- check: a\n  cvs: {vary: height, measure: max_load, pairs: 2, "
                        "spread: 50 %, repeats: 2, values: 3}")
            .what);
    EXPECT_EQ(cvs.vary, "height");
    EXPECT_EQ(cvs.pairs, 2);
    EXPECT_EQ(cvs.minValues, 3);
    const auto tests =
        std::get<CvsCheck>(body<CheckItem>(before + "- check: a\n  cvs: {tests: h, from: t}").what);
    EXPECT_EQ(tests.tests, "h");
    const auto table =
        std::get<TableCheck>(body<CheckItem>(before + "- check: a\n  table: t").what);
    EXPECT_EQ(table.table, "t");
    EXPECT_TRUE(table.resimulate);
    const auto order =
        std::get<SequenceCheck>(body<CheckItem>("- check: a\n  sequence: [change, run_end]").what);
    EXPECT_THAT(order.events, ElementsAre("change", "run_end"));
}

TEST(ReadLesson, RequirementsAndEvents) {
    const Lesson read = lesson(
        "requirements:\n"
        "  - {id: sterk, must: max_load >= 40 N, nl: Sterk, en: Strong}\n"
        "  - {id: stijf, wish: sag <= 5 mm, weight: 2.5, nl: Stijf, en: Stiff}\n"
        "events:\n"
        "  - {at: 1 min, say: {nl: Kijk, en: Look}, pause: true}\n"
        "  - {every: 10 s, set: {warmth: 30 °C, type: howe}}\n"
        "  - {when: max_load > 30 N, disturb: {input: warmth, value: -5 K, shape: pulse, last: 1 "
        "h}}\n"
        "  - {on: run_end, goto: slot, hint: klaar}\n"
        "steps:\n  - step: slot\n    do: [{task: klaar, goal: requirements_met, hints: [x]}]\n");
    ASSERT_EQ(read.requirements.size(), 2u);
    EXPECT_TRUE(read.requirements[0].must);
    EXPECT_FALSE(read.requirements[1].must);
    EXPECT_EQ(read.requirements[1].weight, 2.5);
    EXPECT_EQ(read.findRequirement("stijf"), &read.requirements[1]);
    ASSERT_EQ(read.events.size(), 4u);
    EXPECT_EQ(read.events[0].kind, LessonEvent::When::at);
    EXPECT_EQ(read.events[0].seconds, 60);
    EXPECT_EQ(read.events[0].say->en, "Look");
    EXPECT_TRUE(read.events[0].pause);
    EXPECT_EQ(read.events[1].kind, LessonEvent::When::every);
    ASSERT_EQ(read.events[1].set.size(), 2u);
    EXPECT_EQ(read.events[1].set[0].number, 303.15);
    ASSERT_TRUE(read.events[2].disturb);
    EXPECT_EQ(read.events[2].disturb->value, -5);
    EXPECT_EQ(read.events[2].disturb->last, 3600);
    EXPECT_EQ(read.events[3].on, "run_end");
    EXPECT_EQ(read.events[3].go, "slot");
    EXPECT_EQ(read.events[3].hint, "klaar");
}

TEST(ReadLesson, ValuesThatVary) {
    const ScenarioRead result =
        read(head + "setup:\n  span: {vary: [40 cm, 50 cm]}\n"
                    "  height: {vary: {min: 5 cm, max: 9 cm, step: 2 cm}, show: true}\n"
                    "  type: {vary: [howe, pratt]}\n");
    ASSERT_TRUE(result.ok());
    const auto& varied = result.scenario.lesson.varied;
    ASSERT_EQ(varied.size(), 3u);
    EXPECT_THAT(varied[0].values, ElementsAre(0.4, 0.5));
    ASSERT_TRUE(varied[1].range);
    EXPECT_EQ(varied[1].range->step, 0.02);
    EXPECT_THAT(varied[2].options, ElementsAre("howe", "pratt"));
    const auto& settings = result.scenario.setup.settings;
    EXPECT_TRUE(settings[0].locked);
    EXPECT_EQ(settings[0].number, 0.4);
    EXPECT_TRUE(settings[1].shown);
    EXPECT_EQ(settings[2].option, "howe");
}

TEST(ReadLesson, TextsAndScript) {
    ReadOptions options;
    options.script = [](const Script& script) {
        ScriptRead declared;
        EXPECT_EQ(script.line, 8);
        EXPECT_EQ(script.name, "les.lab.yaml");
        EXPECT_EQ(script.source, "measure(\"ratio\", {})\n");
        declared.names.measures = {{"ratio", unit(""), {}}};
        declared.names.goals = {"koel"};
        declared.names.checks = {"eerlijk"};
        return declared;
    };
    const Lesson read =
        lesson("texts:\n  hallo: Dag $(name)\nscript: |\n  measure(\"ratio\", {})\n"
               "steps:\n  - step: stap\n    do:\n      - {task: b, goal: koel}\n"
               "      - {check: c, script: eerlijk}\n      - {table: t, columns: [ratio]}\n",
               options);
    EXPECT_EQ(read.texts.at("hallo").nl, "Dag $(name)");
    ASSERT_TRUE(read.script);
    EXPECT_EQ(std::get<TaskItem>(read.findItem("b")->body).goalScript, "koel");
    EXPECT_TRUE(std::get<TaskItem>(read.findItem("b")->body).goal.empty());
}

TEST(ReadLesson, AScriptThatIsWrongMakesTheLessonWrong) {
    ReadOptions options;
    options.script = [](const Script&) {
        return ScriptRead{{}, {{"script.syntax", "les.lab.yaml:6", {}}}};
    };
    EXPECT_THAT(keys(read(head + "script: |\n  x =\n", options).errors),
                ElementsAre("les.lab.yaml:6 script.syntax"));
}

std::shared_ptr<const Bundle> bundle(std::map<std::string, std::string, std::less<>> files) {
    auto made = std::make_shared<Bundle>();
    made->files = std::move(files);
    return made;
}

TEST(ReadFolder, FindsPicturesAndScripts) {
    ReadOptions options;
    options.bundle = bundle({{"fotos/brug.png", "…"}, {"les.lua", "x = 1\n"}});
    const std::string show = "steps:\n  - step: a\n    do:\n      - show: p\n        alt: Brug\n";
    const Lesson folder =
        lesson("script: les.lua\n" + show + "        file: fotos/brug.png\n", options);
    EXPECT_EQ(folder.script->source, "x = 1\n");
    EXPECT_EQ(folder.script->name, "les.lua");
    EXPECT_EQ(folder.script->line, 1);
    EXPECT_THAT(keys(read(head + show + "        file: fotos/burg.png\n", options).errors),
                ElementsAre("les.lab.yaml:10:15 scenario.no_file_near"));
    options.bundle = bundle({});
    EXPECT_THAT(keys(read(head + "script: les.lua\n", options).errors),
                ElementsAre("les.lab.yaml:5:9 scenario.no_file_none"));
}

const std::string twoLanguages =
    "lab: 1\nid: les\ntitle: {nl: Brug}\nsim: truss-bridge\nsteps:\n  - step: bouw\n"
    "    title.nl: Bouwen\n    do:\n      - {number: knik, ask.nl: Welke kracht, answer: 3 N, "
    "hints.nl: [Reken, Kijk naar $(span in cm)]}\n";

TEST(ReadFolder, TakesALanguageFromItsFile) {
    ReadOptions options;
    options.bundle =
        bundle({{"i18n/en.yaml", "title: Bridge\nbouw.title: Build\n"
                                 "bouw.knik:\n  ask: Which force?\n  hints.1: Work it out\n"
                                 "bouw.knik.hints.2: Look at $(span in m)\n"}});
    const ScenarioRead result = read(twoLanguages, options);
    EXPECT_THAT(keys(result.errors), SizeIs(0));
    EXPECT_THAT(keys(result.warnings), SizeIs(0));
    EXPECT_EQ(result.scenario.title, (Text{"Brug", "Bridge"}));
    const LessonItem* knik = result.scenario.lesson.findItem("knik");
    EXPECT_EQ(knik->ask.en, "Which force?");
    EXPECT_EQ(knik->hints[1].en, "Look at $(span in m)");
}

TEST(ReadFolder, SaysWhatALanguageFileLacks) {
    ReadOptions options;
    options.bundle = bundle(
        {{"i18n/en.yaml", "title: Bridge $(mass in g)\nbouw.titel: Build\nbouw.knik.ask: [a]\n"},
         {"i18n/de.yaml", "title: Br\xC3\xBC"
                          "cke\n"}});
    const ScenarioRead result = read(twoLanguages, options);
    EXPECT_THAT(keys(result.errors), ElementsAre("i18n/en.yaml:3 scenario.expect_text"));
    EXPECT_THAT(keys(result.warnings), ElementsAre("i18n/de.yaml i18n.language",
                                                   "i18n/en.yaml:1 scenario.translation_shows",
                                                   "i18n/en.yaml:2 scenario.translation_unknown"));
    options.bundle = bundle({{"i18n/en.yaml", "bouw.title: Let op: nu\n"}});
    EXPECT_THAT(keys(read(twoLanguages, options).errors),
                ElementsAre("i18n/en.yaml:1 scenario.colon_in_text"));
}

TEST(LessonTexts, HaveAPathEach) {
    ScenarioRead result = read(
        head + "levels: {basis: {title: Basis}}\n"
               "requirements: [{id: sterk, must: max_load > 1 N, text: Sterk}]\n"
               "steps:\n  - step: a\n    text: Uitleg\n    do:\n"
               "      - {choice: b, ask: Wat, options: [{text: Ja, right: true}, {text: Nee, say: "
               "Kijk}], hints: [h]}\n");
    ASSERT_TRUE(result.ok());
    std::vector<std::string> paths;
    for (const LessonText& text : textsOf(result.scenario)) paths.push_back(text.path);
    EXPECT_THAT(paths, ElementsAre("title", "levels.basis.title", "requirements.sterk", "a.text",
                                   "a.b.ask", "a.b.options.1.text", "a.b.options.2.text",
                                   "a.b.options.2.say", "a.b.hints.1"));
}

// `needs: 1.4`: what this program does not know yet stands there as a placeholder.
TEST(NewerLesson, ItemsBecomePlaceholders) {
    const ScenarioRead result =
        read(head + "needs: 1.4\nsteps:\n  - step: a\n    colour: red\n    do:\n"
                    "      - hologram: h\n        turn: 3\n      - {open: b, ask: Wat, smell: x}\n"
                    "  - {step: c, text: Einde, needs: [h]}\n");
    EXPECT_THAT(keys(result.errors), SizeIs(0));
    EXPECT_THAT(keys(result.warnings), ElementsAre("les.lab.yaml:5:8 scenario.newer_item",
                                                   "les.lab.yaml:8:5 scenario.newer_key",
                                                   "les.lab.yaml:12:29 scenario.newer_key"));
    const auto& items = result.scenario.lesson.steps[0].items;
    ASSERT_EQ(items.size(), 2u);
    EXPECT_TRUE(items[0].newer);
    EXPECT_EQ(items[0].id, "h");
    EXPECT_FALSE(items[1].newer);
}

TEST(EventNames, AreThoseOfTheLessonAndOfTheLab) {
    const auto names = eventNames("spaghetti_bridge");
    EXPECT_THAT(names, testing::Contains("step_enter"));
    EXPECT_THAT(names, testing::Contains("member_failed"));
    EXPECT_THAT(eventNames("moon"), Not(testing::Contains("member_failed")));
}

TEST(Looks, AreReadAsTheStageHasThem) {
    ReadOptions options;
    options.labs = labs();
    const auto looks = [&](const std::string& setup) {
        return readScenario("lab: 1\nid: huis\ntitle: Huis\nsim: passive-house\nsetup:\n  " + setup,
                            "huis.lab.yaml", options);
    };
    const ScenarioRead good = looks("look: {stage: detail, detail_flow: \"off\"}\n");
    EXPECT_THAT(keys(good.errors), SizeIs(0));
    const auto& settings = good.scenario.setup.settings;
    ASSERT_THAT(settings, SizeIs(2));
    EXPECT_EQ(settings[0].key, "look.stage");
    EXPECT_EQ(settings[0].option, "detail");
    EXPECT_EQ(settings[1].key, "look.detail_flow");
    EXPECT_EQ(settings[1].option, "off");
    EXPECT_FALSE(settings[0].locked) << "everybody may look elsewhere";
    EXPECT_THAT(keys(looks("look: {stag: detail}\n").errors),
                ElementsAre("huis.lab.yaml:6:10 scenario.unknown_look_near"));
    EXPECT_THAT(keys(looks("look: {height: detail}\n").errors),
                ElementsAre("huis.lab.yaml:6:10 scenario.unknown_look"));
    EXPECT_THAT(keys(looks("look: {stage: garden}\n").errors),
                ElementsAre("huis.lab.yaml:6:17 scenario.unknown_option"));
    EXPECT_THAT(keys(looks("look: detail\n").errors), SizeIs(1));
}

// The lessons of the format's own description, with the names of today's labs.
TEST(Examples, LoadAsTheyStand) {
    for (const char* name : {"spaghettibrug", "passiefhuis"}) {
        std::ifstream in(std::string(PROEFTUIN_ROOT "/tests/scenario/examples/") + name +
                         ".lab.yaml");
        std::ostringstream text;
        text << in.rdbuf();
        ReadOptions options;
        options.labs = labs();
        options.script = [](const Script&) {
            ScriptRead declared;
            declared.names.measures = {{"keer_gewicht", unit(""), {}}, {"cooled", unit("K"), {}}};
            return declared;
        };
        const ScenarioRead result = readScenario(text.str(), name, options);
        EXPECT_THAT(keys(result.errors), SizeIs(0));
        EXPECT_THAT(keys(result.warnings), SizeIs(0));
        EXPECT_EQ(result.scenario.lesson.steps.size(), 5u);
        EXPECT_TRUE(result.scenario.lesson.script);
    }
}

}  // namespace
}  // namespace pt
