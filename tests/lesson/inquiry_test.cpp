// Hypotheses, plans, tables, plots, predictions, conclusions and fair comparison on the sledge.
#include "tests/lesson/check_fixture.h"

namespace pt::fake {
namespace {

LessonItem hypothesis() {
    HypothesisItem item;
    item.changes = {"push", "ground", "mass"};
    item.effects = {"arrival", "pace"};
    item.how = {"increases", "decreases", "stays_equal"};
    LessonItem made = itemOf(item);
    made.id = "h1";
    return made;
}

Json claimed(const char* vary, const char* how, const char* measure) {
    return Json::object().set("if", vary).set("how", how).set("then", measure);
}

// A lesson with the hypothesis "more push, earlier arrival", and its table.
Bench tested() {
    Bench bench;
    LessonStep step;
    step.items.push_back(hypothesis());
    LessonItem table = itemOf(TableItem{{"push", "arrival"}, 2});
    table.id = "trips";
    step.items.push_back(table);
    bench.lesson.steps.push_back(step);
    bench.answers["h1"] = claimed("push", "decreases", "arrival");
    return bench;
}

TEST(Hypothesis, IsCompleteAndTestable) {
    const Bench bench;
    const LessonItem item = hypothesis();
    EXPECT_EQ(bench.verdict(item, claimed("push", "decreases", "arrival")), "ok testable");
    EXPECT_EQ(bench.judge(item, claimed("push", "decreases", "arrival")).score, 0);
    EXPECT_EQ(bench.verdict(item, Json::object().set("if", "push")), "hypothesis_incomplete");
    EXPECT_EQ(bench.judge(item, Json::object().set("if", "push")).places,
              (std::vector<std::string>{"how", "then"}));
    EXPECT_EQ(bench.verdict(item, claimed("push", "explodes", "arrival")), "hypothesis_incomplete");
    EXPECT_EQ(bench.verdict(item, claimed("push", "decreases", "push")), "hypothesis_incomplete");
    EXPECT_EQ(bench.verdict(item, claimed("mass", "decreases", "arrival")), "hypothesis_fixed");
    EXPECT_EQ(bench.verdict(item, Json::object()), "none");
}

TEST(Plan, IsJudgedInTheOrderOfItsMaking) {
    const Bench bench = tested();
    PlanItem plan;
    plan.tests = "h1";
    plan.minValues = 3;
    plan.spread = 0.5;
    plan.repeats = 2;
    const LessonItem item = itemOf(plan);
    struct Case {
        const char* answer;
        const char* verdict;
    };
    const Case cases[] = {
        {R"({})", "plan_no_vary"},
        {R"({"roles":{"push":"vary","ground":"vary"}})", "plan_many_vary"},
        {R"({"roles":{"mass":"vary"}})", "plan_fixed"},
        {R"({"roles":{"arrival":"vary"}})", "plan_fixed"},
        {R"({"roles":{"push":"vary"}})", "plan_no_measure"},
        {R"({"roles":{"ground":"vary","arrival":"measure"}})", "plan_other_vary"},
        {R"({"roles":{"push":"vary","pace":"measure"}})", "plan_other_measure"},
        {R"({"roles":{"push":"vary","arrival":"measure","ground":"keep"}})", "plan_keep"},
        {R"({"roles":{"push":"vary","arrival":"measure","ground":"keep","mass":"keep"},
             "values":["1 N","een"]})",
         "no_number"},
        {R"({"roles":{"push":"vary","arrival":"measure","ground":"keep","mass":"keep"},
             "values":["1 N","12 N"]})",
         "plan_range"},
        {R"({"roles":{"push":"vary","arrival":"measure","ground":"keep","mass":"keep"},
             "values":["1","1,2","5 N",""]})",
         "plan_few_values"},
        {R"({"roles":{"push":"vary","arrival":"measure","ground":"keep","mass":"keep"},
             "values":["1 N","2 N","3 N"]})",
         "plan_narrow"},
        {R"({"roles":{"push":"vary","arrival":"measure","ground":"keep","mass":"keep"},
             "values":["1 N","3 N","5 N"]})",
         "plan_repeats"},
        {R"({"roles":{"push":"vary","arrival":"measure","ground":"keep","mass":"keep"},
             "values":["1 N","3 N","5 N"],"repeats":2})",
         "ok plan_good"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(bench.verdict(item, jsonOf(c.answer)), c.verdict) << c.answer;
    EXPECT_EQ(Bench().verdict(item, jsonOf(R"({"roles":{"push":"vary","arrival":"measure"}})")),
              "no_hypothesis");
}

TEST(Plan, OfAChoice) {
    PlanItem plan;
    plan.minValues = 2;
    const Bench bench;
    EXPECT_EQ(bench.verdict(itemOf(plan), jsonOf(R"({"roles":{"ground":"vary","arrival":"measure"},
                                       "values":["ice","sand","mud"]})")),
              "ok plan_good");
    EXPECT_EQ(bench.verdict(itemOf(plan), jsonOf(R"({"roles":{"ground":"vary","arrival":"measure"},
                                       "values":["ice","ice"]})")),
              "plan_few_values");
}

LessonItem fair(int pairs = 1) {
    CheckItem check;
    CvsCheck cvs;
    cvs.tests = "h1";
    cvs.pairs = pairs;
    check.what = cvs;
    LessonItem item = itemOf(check);
    item.notYet = {"Ook $(confounds).", "Also $(confounds)."};
    return item;
}

TEST(FairComparison, TakesWhatToVaryFromTheHypothesis) {
    Bench bench = tested();
    EXPECT_EQ(bench.verdict(fair()), "too_few_runs");
    bench.measure(1, 9);
    bench.measure(5, 4);
    EXPECT_EQ(bench.verdict(fair()), "ok fair");
    EXPECT_EQ(bench.judge(fair()).score, 0);
    EXPECT_EQ(bench.judge(fair()).places, (std::vector<std::string>{"1", "2"}));
    bench.answers["h1"] = claimed("ground", "increases", "arrival");
    EXPECT_EQ(bench.verdict(fair()), "not_varied_other");
    bench.answers.clear();
    EXPECT_EQ(bench.verdict(fair()), "no_hypothesis");
}

TEST(FairComparison, TheAuthorsWordsAreForWhatChangedAsWell) {
    Bench bench = tested();
    bench.measure(1, 9);
    EXPECT_TRUE(bench.judge(fair()).say.empty());
    bench.measure(5, 4, 1);
    const Verdict verdict = bench.judge(fair());
    EXPECT_EQ(verdict.reason, "confounded");
    EXPECT_EQ(verdict.say.nl, "Ook $(confounds).");
    EXPECT_FALSE(verdict.both);
    EXPECT_EQ(verdict.places, std::vector<std::string>{"ground"});
    EXPECT_EQ(verdict.args[2], (Arg{"confounds", "@sledge.ground"}));
}

TEST(FairComparison, OnlyRowsOfTheTableThatIsNamed) {
    Bench bench = tested();
    LessonItem item = fair();
    std::get<CvsCheck>(std::get<CheckItem>(item.body).what).from = "trips";
    bench.measure(1, 9);
    bench.measure(5, 4);
    EXPECT_EQ(bench.verdict(item), "ok fair");
    bench.rows.pop_back();
    EXPECT_EQ(bench.verdict(item), "too_few_runs");
    // Typed wholly by hand: measured on the real sledge.
    LessonRow own;
    own.typed = true;
    own.cells = {{"push", 2}, {"arrival", 7}};
    bench.rows = {own, own};
    bench.rows[1].cells["push"] = 4;
    EXPECT_EQ(bench.verdict(item), "ok fair");
}

TEST(TableCheck, RowsValuesAndEmptyCells) {
    Bench bench = tested();
    const LessonItem& table = bench.lesson.steps[0].items[1];
    EXPECT_EQ(bench.verdict(table), "table_few");
    bench.measure(1, 9);
    bench.measure(1.2, 9);
    EXPECT_EQ(bench.verdict(table), "ok");
    CheckItem check;
    check.what = pt::TableCheck{"trips", 2, 2, true};
    EXPECT_EQ(bench.verdict(itemOf(check)), "table_distinct");  // less than half a step apart
    bench.rows[1].cells["push"] = 2;
    EXPECT_EQ(bench.verdict(itemOf(check)), "ok");
    bench.rows[1].cells.erase("arrival");
    EXPECT_EQ(bench.verdict(table), "table_empty");
    EXPECT_EQ(bench.judge(table).places, std::vector<std::string>{"2"});
}

TEST(TableCheck, TypedValuesAreHeldAgainstTheLab) {
    Bench bench = tested();
    const LessonItem& table = bench.lesson.steps[0].items[1];
    bench.measure(1, 9.14);
    bench.measure(5, 4.26);
    for (LessonRow& row : bench.rows) row.typed = true;
    bench.rows[0].cells["arrival"] = 9.1;  // read to two digits
    EXPECT_EQ(bench.verdict(table), "ok");
    bench.rows[0].cells["arrival"] = 9.5;
    EXPECT_EQ(bench.verdict(table), "table_typed");
    bench.lesson.resolutions["arrival"] = 0.5;  // a coarser clock
    EXPECT_EQ(bench.verdict(table), "ok");
    bench.lesson.resolutions.clear();
    bench.rows[0].cells["arrival"] = 0.914;
    EXPECT_EQ(bench.verdict(table), "table_comma");
    bench.rows[1].cells["arrival"] = 9.1;  // copied from the other row
    EXPECT_EQ(bench.verdict(table), "table_typed");
    EXPECT_EQ(bench.judge(table).places, (std::vector<std::string>{"1", "2"}));
    CheckItem check;
    check.what = pt::TableCheck{"trips", 2, 0, false};
    EXPECT_EQ(bench.verdict(itemOf(check)), "ok");
}

TEST(TableCheck, RowsWithoutAnObservationAreRunAgain) {
    Bench bench = tested();
    const LessonItem& table = bench.lesson.steps[0].items[1];
    LessonRow own;
    own.typed = true;
    own.cells = {{"push", 2}, {"arrival", 7}};
    bench.rows = {own, own};
    EXPECT_EQ(bench.verdict(table), "ok");  // nothing to hold it against
    CheckContext context = bench.context();
    double asked = 0;
    context.resimulate = [&](const auto& settings, std::string_view) {
        asked = settings.at("push");
        return 6.0;
    };
    EXPECT_EQ(judge(table, {}, context).reason, "table_typed");
    EXPECT_EQ(asked, 2);
}

TEST(Plot, AxesAndPoints) {
    Bench bench = tested();
    PlotItem plot;
    plot.from = "trips";
    plot.x = "push";
    plot.y = "arrival";
    EXPECT_EQ(bench.verdict(itemOf(plot)), "none");
    bench.measure(1, 9);
    EXPECT_EQ(bench.verdict(itemOf(plot)), "plot_few");
    bench.measure(5, 4);
    EXPECT_EQ(bench.verdict(itemOf(plot)), "ok");
    plot.choose = true;
    plot.fit = PlotItem::Fit::power;
    const LessonItem item = itemOf(plot);
    const auto chosen = [&](const char* x, const char* y, const char* fit) {
        return bench.verdict(item, Json::object().set("x", x).set("y", y).set("fit", fit));
    };
    EXPECT_EQ(bench.verdict(item), "none");
    EXPECT_EQ(chosen("push", "push", "none"), "plot_axes");
    EXPECT_EQ(chosen("arrival", "push", "none"), "plot_swapped");
    EXPECT_EQ(chosen("pace", "arrival", "none"), "plot_x");
    EXPECT_EQ(chosen("push", "pace", "none"), "plot_y");
    EXPECT_EQ(chosen("push", "arrival", "line"), "plot_fit");
    EXPECT_EQ(chosen("push", "arrival", "power"), "ok");
}

LessonItem conclusion() {
    ConclusionItem item;
    item.tests = "h1";
    item.evidenceFrom = "trips";
    item.evidenceRows = 2;
    return itemOf(item);
}

TEST(Conclusion, IsHeldAgainstItsEvidence) {
    Bench bench = tested();
    bench.measure(1, 9);
    bench.measure(5, 4);
    bench.measure(5, 12, 1);
    bench.measure(1, 9.5);
    bench.observations[3].recorded.clear();
    bench.measure(9, 3);
    struct Case {
        const char* answer;
        const char* verdict;
    };
    const Case cases[] = {
        {R"({})", "none"},
        {R"({"rows":[1,2]})", "no_claim"},
        {R"({"claim":"agrees","rows":[1]})", "evidence_few"},
        {R"({"claim":"agrees","rows":[1,1]})", "evidence_few"},
        {R"({"claim":"agrees","rows":[1,99]})", "evidence_few"},
        {R"({"claim":"agrees","rows":[2,3]})", "evidence_same"},
        {R"({"claim":"agrees","rows":[1,3]})", "evidence_confounded"},
        {R"({"claim":"agrees","rows":[1,2,3]})", "evidence_confounded"},
        {R"({"claim":"agrees","rows":[2,4]})", "evidence_unmeasured"},
        {R"({"claim":"disagrees","rows":[1,2]})", "claim_agrees"},
        {R"({"claim":"unclear","rows":[1,2]})", "claim_agrees"},
        {R"({"claim":"agrees","rows":[1,2]})", "ok concluded_yes"},
        {R"({"claim":"agrees","rows":[5,1,2]})", "ok concluded_yes"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(bench.verdict(conclusion(), jsonOf(c.answer)), c.verdict) << c.answer;
    EXPECT_EQ(bench.judge(conclusion(), jsonOf(cases[11].answer)).score, 0);
    EXPECT_EQ(bench.judge(conclusion(), jsonOf(cases[6].answer)).args.back(),
              (Arg{"confounds", "@sledge.ground"}));

    bench.answers["h1"] = claimed("push", "increases", "arrival");
    EXPECT_EQ(bench.verdict(conclusion(), jsonOf(R"({"claim":"disagrees","rows":[1,2]})")),
              "ok concluded_no");
    EXPECT_EQ(bench.verdict(conclusion(), jsonOf(R"({"claim":"agrees","rows":[1,2]})")),
              "claim_disagrees");
    bench.answers.clear();
    EXPECT_EQ(bench.verdict(conclusion(), jsonOf(R"({"claim":"agrees","rows":[1,2]})")),
              "no_hypothesis");
}

TEST(Conclusion, TwoRowsThatSuitAreNotTheWholeStory) {
    Bench bench = tested();
    bench.measure(1, 4);
    bench.measure(3, 8);
    bench.measure(5, 7);
    bench.measure(7, 12);
    bench.measure(9, 16);
    EXPECT_EQ(bench.verdict(conclusion(), jsonOf(R"({"claim":"agrees","rows":[2,3]})")),
              "evidence_partial");
}

TEST(Conclusion, WithoutAHypothesisAPersonReadsIt) {
    Bench bench = tested();
    ConclusionItem item;
    item.evidenceFrom = "trips";
    item.evidenceRows = 1;
    bench.measure(1, 9);
    EXPECT_EQ(bench.verdict(itemOf(item), jsonOf(R"({"rows":[1]})")), "no_text");
    EXPECT_EQ(bench.verdict(itemOf(item), jsonOf(R"({"text":"Want."})")), "evidence_few");
    EXPECT_EQ(bench.verdict(itemOf(item), jsonOf(R"({"text":"Want.","rows":[1]})")),
              "open handed_in");
}

TEST(Prediction, OfANumber) {
    Bench bench;
    PredictItem predict;
    predict.of = "arrival";
    predict.unit = unit("s");
    const LessonItem item = itemOf(predict);
    EXPECT_EQ(bench.verdict(item, Json::object()), "none");
    EXPECT_EQ(bench.verdict(item, jsonOf(R"({"value":"snel"})")), "no_number");
    EXPECT_EQ(bench.verdict(item, jsonOf(R"({"value":"8 s"})")), "open predicted_why");
    EXPECT_EQ(bench.verdict(item, jsonOf(R"({"value":"8 s","reason":"Zwaar."})")),
              "open predicted");
    bench.measure(1, 10);
    EXPECT_EQ(bench.verdict(item, jsonOf(R"({"value":"10,4"})")), "open predict_right");
    const Verdict off = bench.judge(item, jsonOf(R"({"value":"8"})"));
    EXPECT_EQ(off.reason, "predict_off");
    EXPECT_EQ(off.args, (Args{{"said", "#8 s"}, {"found", "#10 s"}}));
    EXPECT_EQ(off.score, 0);
    CheckContext late = bench.context();
    late.predictionLate = true;
    EXPECT_EQ(judge(item, jsonOf(R"({"value":"10"})"), late).reason, "predict_late");
}

TEST(Prediction, OfADirectionAndASketch) {
    Bench bench;
    PredictItem predict;
    predict.as = PredictItem::As::direction;
    predict.of = "arrival";
    predict.x = "push";
    PredictItem sketch = predict;
    sketch.as = PredictItem::As::sketch;
    const Json falls = jsonOf(R"({"value":[0.9,0.7,0.4,0.2]})");
    const Json top = jsonOf(R"({"value":[0.1,0.9,0.2]})");
    EXPECT_EQ(bench.verdict(itemOf(sketch), falls), "open predicted_why");
    bench.measure(1, 9);
    EXPECT_EQ(bench.verdict(itemOf(sketch), falls), "open predicted_why");
    bench.measure(5, 4);
    EXPECT_EQ(bench.verdict(itemOf(sketch), falls), "open predict_right");
    EXPECT_EQ(bench.verdict(itemOf(sketch), top), "open predict_other");
    EXPECT_EQ(bench.verdict(itemOf(sketch), jsonOf(R"({"value":[0.5,0.52,0.49]})")),
              "open predict_other");
    EXPECT_EQ(bench.verdict(itemOf(predict), jsonOf(R"({"value":"decreases"})")),
              "open predict_right");
    const Verdict other = bench.judge(itemOf(predict), jsonOf(R"({"value":"increases"})"));
    EXPECT_EQ(other.reason, "predict_other");
    EXPECT_EQ(other.args[1], (Arg{"found", "@ui.lesson.how.decreases"}));
}

TEST(Prediction, OfAChoice) {
    Bench bench;
    PredictItem predict;
    predict.as = PredictItem::As::choice;
    predict.options.resize(2);
    predict.options[0].id = "1";
    predict.options[1].id = "2";
    predict.options[1].right = true;
    predict.options[0].say = {"Kijk naar de helling.", ""};
    EXPECT_EQ(bench.verdict(itemOf(predict), jsonOf(R"({"value":"2"})")), "open predicted_why");
    bench.measure(1, 9);
    EXPECT_EQ(bench.verdict(itemOf(predict), jsonOf(R"({"value":"2"})")), "open predict_right");
    EXPECT_EQ(bench.verdict(itemOf(predict), jsonOf(R"({"value":"1"})")), "open predict_other");
    EXPECT_EQ(bench.judge(itemOf(predict), jsonOf(R"({"value":"1"})")).say.nl,
              "Kijk naar de helling.");
}

}  // namespace
}  // namespace pt::fake
