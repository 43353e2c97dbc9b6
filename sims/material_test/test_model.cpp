// The lab in a real Session: specimens, readings, the table, undo, charts, files, the way on.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "engine/core/assets.h"
#include "engine/core/math.h"
#include "engine/run/session.h"
#include "engine/scenario/scenario.h"
#include "engine/view/editor.h"
#include "engine/view/exchange.h"
#include "sims/material_test/model.h"

namespace pt {
namespace {

std::unique_ptr<Session> open(const std::string& id) {
    const std::string path = "sims/material_test/scenarios/" + id + ".lab.yaml";
    const ScenarioRead read = readScenario(asset(path), path);
    EXPECT_TRUE(read.errors.empty()) << id;
    EXPECT_TRUE(read.warnings.empty()) << id;
    auto session = Session::open(read.scenario.setup);
    EXPECT_TRUE(session.ok());
    return std::move(session.value());
}

const MaterialTest& lab(const Session& session) {
    return static_cast<const MaterialTest&>(session.model());
}
double number(const Session& session, const char* key) {
    return session.schema().findOutput(key)->number();
}
Status post(Session& session, const char* name, Json args = Json::object()) {
    return session.post({name, std::move(args), 0});
}
void again(Session& session) { ASSERT_TRUE(post(session, "reset").ok()); }

class EachStand : public testing::TestWithParam<const char*> {};

TEST_P(EachStand, FailsWhileAPupilWaits) {
    auto session = open(GetParam());
    ASSERT_FALSE(session->trouble());
    ASSERT_TRUE(session->runToEnd(10000).ok());
    EXPECT_TRUE(session->finished());
    ASSERT_EQ(session->recording().events().size(), 1u);
    EXPECT_EQ(session->recording().events()[0].event.key, "broken");
    EXPECT_GT(session->time(), 4);
    EXPECT_LT(session->time(), 30);
}

TEST_P(EachStand, EachRunTakesTheNextSpecimen) {
    auto session = open(GetParam());
    std::set<double> forces;
    for (int i = 1; i <= 4; ++i) {
        EXPECT_EQ(lab(*session).number(), i);
        ASSERT_TRUE(session->runToEnd(10000).ok());
        EXPECT_EQ(lab(*session).number(), i);
        forces.insert(lab(*session).point().force);
        again(*session);
    }
    EXPECT_EQ(forces.size(), 4u);
    ASSERT_TRUE(post(*session, "next_specimen").ok());
    EXPECT_EQ(lab(*session).number(), 6);
    ASSERT_TRUE(session->post(setCommand("specimen", 100)).ok());
    ASSERT_TRUE(session->runToEnd(10000).ok());
    again(*session);
    EXPECT_EQ(lab(*session).number(), 1);
}

TEST_P(EachStand, RewindsToAnyMoment) {
    auto session = open(GetParam());
    ASSERT_TRUE(session->runToEnd(100).ok());
    ASSERT_TRUE(post(*session, "record").ok());
    ASSERT_TRUE(session->runToEnd(10000).ok());
    const int64_t end = session->step();
    const uint64_t hash = session->hash();
    for (const int64_t step :
         {end - 1, end - 59, end - 61, int64_t{100}, int64_t{99}, int64_t{0}}) {
        ASSERT_TRUE(session->rewindTo(step).ok());
        ASSERT_TRUE(session->runToEnd(10000).ok());
        EXPECT_EQ(session->hash(), hash) << step;
    }
}

TEST_P(EachStand, TheBreakingForceDoesNotDependOnTheStep) {
    MaterialTest coarse, fine;
    for (MaterialTest* model : {&coarse, &fine}) {
        Schema schema;
        model->describe(schema);
        const std::string stand = GetParam();
        *schema.findChoice("test")->value = stand == "trekproef" ? 0 : stand == "buigproef" ? 1 : 2;
        *schema.findParam("length")->value = stand == "buigproef" ? 0.05 : 0.15;
        ASSERT_TRUE(model->reset(3).ok());
        while (!model->finished())
            ASSERT_TRUE(model->step(model == &coarse ? standStep : standStep / 8).ok());
    }
    EXPECT_NEAR(coarse.point().force / fine.point().force, 1, 1e-9);
    EXPECT_EQ(coarse.outcome(), fine.outcome());
}

INSTANTIATE_TEST_SUITE_P(Stands, EachStand, testing::Values("trekproef", "buigproef", "knikproef"));

TEST(Record, WritesReadingsAndUndoTakesThemBack) {
    auto session = open("trekproef");
    EXPECT_EQ(post(*session, "record").error().key, "material_test.nothing_to_read");
    ASSERT_TRUE(session->runToEnd(200).ok());
    ASSERT_TRUE(post(*session, "record").ok());
    EXPECT_EQ(session->step(), 200);  // the test goes on
    EXPECT_EQ(post(*session, "record").error().key, "material_test.recorded");
    ASSERT_EQ(lab(*session).rows().size(), 1u);
    const Measurement row = lab(*session).rows()[0];
    EXPECT_FALSE(row.broke);
    EXPECT_FALSE(row.real);
    EXPECT_EQ(row.force, number(*session, "reading_force"));
    const double grams = row.force / 9.81 * 1000 / 5;
    EXPECT_NEAR(grams, std::round(grams), 1e-6);  // the hanging scale shows 5 g
    EXPECT_NE(row.force, lab(*session).point().force);
    ASSERT_TRUE(post(*session, "undo").ok());
    EXPECT_TRUE(lab(*session).rows().empty());
    ASSERT_TRUE(post(*session, "redo").ok());
    ASSERT_TRUE(session->runToEnd(10000).ok());
    ASSERT_TRUE(post(*session, "record").ok());
    EXPECT_TRUE(lab(*session).rows()[1].broke);
    again(*session);
    EXPECT_EQ(lab(*session).rows().size(), 2u);  // the next specimen leaves the table alone
}

TEST(Table, TypedRowsAreEditedRemovedAndBroughtBack) {
    auto session = open("buigproef");
    ASSERT_TRUE(post(*session, "row_add").ok());
    const auto edit = [&](const char* key, Json value) {
        return post(*session, "row_edit",
                    Json::object().set("row", "1").set(key, std::move(value)));
    };
    ASSERT_TRUE(edit("width", 1.75e-3).ok());
    ASSERT_TRUE(edit("force", 2.5).ok());
    ASSERT_TRUE(edit("test_length", 0.06).ok());
    ASSERT_TRUE(edit("broke", "yes").ok());
    EXPECT_EQ(edit("broke", "maybe").error().key, "measurement.bad_option");
    EXPECT_EQ(edit("width", 1.75e-6).error().key, "measurement.likely_unit");
    EXPECT_EQ(edit("force", -1.0).error().key, "measurement.range");
    const Measurement& row = lab(*session).rows()[0];
    EXPECT_TRUE(row.real);
    EXPECT_EQ(row.width, 1.75e-3);
    EXPECT_NEAR(number(*session, "fit_strength"),
                2.5 * 0.06 / (math::pi * std::pow(1.75e-3, 3) / 8), 1);
    ASSERT_TRUE(post(*session, "row_remove", Json::object().set("row", "1")).ok());
    EXPECT_TRUE(std::isnan(number(*session, "fit_strength")));
    EXPECT_EQ(post(*session, "row_remove", Json::object().set("row", "1")).error().key,
              "measurement.unknown_row");
    ASSERT_TRUE(post(*session, "undo").ok());
    EXPECT_EQ(lab(*session).rows().size(), 1u);
    EXPECT_EQ(session->schema().findTable("measurements")->rows().size(), 1u);
}

// The class types what it measured: known figures come out (a plain pull test by hand).
TEST(Table, AClassPastesItsMeasurements) {
    auto session = open("trekproef");
    const std::string text = "diameter;lengte;kracht (kg);gebroken;sprietlengte;massa\n"
                             "1,80;20;7,5;ja;25,4;1,00\n1,80;20;8,0;ja;25,4;0,98\n"
                             "1,80;20;8,5;ja;25,4;1,02\n";
    ASSERT_TRUE(post(*session, "rows_paste", Json::object().set("text", text)).ok());
    const double area = math::pi * 0.9e-3 * 0.9e-3;
    EXPECT_NEAR(number(*session, "fit_strength"), 8 * 9.81 / area, 1);
    EXPECT_NEAR(number(*session, "fit_deviation"), 0.5 * 9.81 / area, 1);
    EXPECT_NEAR(number(*session, "fit_density"), 1e-3 / (area * 0.254), 1e-3);
    EXPECT_GT(number(*session, "fit_modulus"), 3);
    const uint64_t hash = session->hash();
    EXPECT_EQ(post(*session, "rows_paste", Json::object().set("text", "x")).error().key,
              "paste.no_header");
    EXPECT_EQ(session->hash(), hash);
    ASSERT_TRUE(post(*session, "undo").ok());
    EXPECT_TRUE(lab(*session).rows().empty());
}

// A pupil does the whole thing: reads along the way and at the break, twelve specimens.
TEST(Fits, APupilFindsTheHiddenMaterial) {
    auto session = open("buigproef");
    for (int i = 0; i < 12; ++i) {
        for (int reading = 0; reading < 4 && !session->finished(); ++reading) {
            ASSERT_TRUE(session->runToEnd(150).ok());
            const Status recorded = post(*session, "record");
            EXPECT_TRUE(recorded.ok() || recorded.error().key == "material_test.recorded");
        }
        ASSERT_TRUE(session->runToEnd(10000).ok());
        (void)post(*session, "record").ok();
        again(*session);
    }
    const StrandMaterial& truth = *findStrandMaterial("spaghetti_180");
    EXPECT_NEAR(number(*session, "fit_E"), truth.E.value, 0.1 * truth.E.value);
    EXPECT_LT(number(*session, "fit_E_margin"), 0.1 * truth.E.value);
    EXPECT_NEAR(number(*session, "fit_density"), truth.density.value, 0.08 * truth.density.value);
    // The calliper's error in the thickness counts as scatter too, so m comes out lower.
    EXPECT_GT(number(*session, "fit_modulus"), 0.4 * truth.weibullModulus.value);
    EXPECT_LT(number(*session, "fit_modulus_low"), truth.weibullModulus.value);
    const DesignValues values = lab(*session).designValues();
    EXPECT_NEAR(values.strength, truth.strength.value, 0.25 * truth.strength.value);
    for (const Chart& chart : session->schema().charts()) {
        const ChartData data = chart.data();
        for (const ChartSeries& series : data.series) EXPECT_EQ(series.x.size(), series.y.size());
        EXPECT_EQ(data.series.empty(), chart.key == "southwell") << chart.key;
    }
}

TEST(Fits, ChartsOfAnEmptyTableAreEmpty) {
    auto session = open("knikproef");
    for (const Chart& chart : session->schema().charts())
        EXPECT_TRUE(chart.data().series.empty()) << chart.key;
}

TEST(Stand, TooLongASpanIsTroubleThatCanBeRepaired) {
    auto session = open("trekproef");
    ASSERT_TRUE(session->post(chooseCommand("material", "popsicle")).ok());
    ASSERT_TRUE(session->trouble());
    EXPECT_EQ(session->trouble()->key, "material_test.too_long");
    EXPECT_FALSE(session->stepOnce().ok());
    ASSERT_TRUE(session->post(setCommand("length", 0.08)).ok());
    EXPECT_FALSE(session->trouble());
    ASSERT_TRUE(post(*session, "undo").ok());
    ASSERT_TRUE(post(*session, "undo").ok());
    EXPECT_FALSE(session->trouble());
    EXPECT_EQ(lab(*session).material(), "spaghetti_180");
}

// Every material in every stand, bonded and loose, comes to an end.
TEST(Stand, EveryMaterialEndsInEveryStand) {
    for (const char* stand : {"trekproef", "buigproef", "knikproef"})
        for (const StrandMaterial& material : strandMaterials())
            for (const char* bond : {"bonded", "loose"}) {
                auto session = open(stand);
                ASSERT_TRUE(session->post(setCommand("length", 0.05)).ok());
                ASSERT_TRUE(session->post(setCommand("strands", 3)).ok());
                ASSERT_TRUE(session->post(chooseCommand("bond", bond)).ok());
                ASSERT_TRUE(session->post(chooseCommand("material", material.key)).ok());
                ASSERT_FALSE(session->trouble()) << material.key;
                ASSERT_TRUE(session->runToEnd(400000).ok());
                EXPECT_TRUE(session->finished()) << material.key << stand;
                EXPECT_GT(number(*session, "reading_force"), 0) << material.key << stand;
            }
}

TEST(Files, MeasurementsGoOutAndComeBack) {
    for (const Language language : {Language::nl, Language::en}) {
        auto session = open("trekproef");
        ASSERT_TRUE(session->runToEnd(10000).ok());
        ASSERT_TRUE(post(*session, "record").ok());
        const auto exchange = makeExchange("material_test", session->model());
        ASSERT_TRUE(exchange);
        const auto csv = exchange->write("csv", Words::builtin(language));
        ASSERT_TRUE(csv.ok());
        EXPECT_FALSE(exchange->write("pdf", Words::builtin(language)).ok());
        const auto commands = exchange->read(csv.value(), "csv");
        ASSERT_TRUE(commands.ok());
        const Status read = session->post(commands.value()[0]);
        ASSERT_TRUE(read.ok()) << read.error().key << read.error().where;
        const auto& rows = lab(*session).rows();
        ASSERT_EQ(rows.size(), 2u);
        EXPECT_TRUE(rows[1].real);
        EXPECT_EQ(rows[0].broke, rows[1].broke);
        EXPECT_DOUBLE_EQ(rows[0].force, rows[1].force);
        EXPECT_DOUBLE_EQ(rows[0].width, rows[1].width);
        EXPECT_DOUBLE_EQ(rows[0].mass, rows[1].mass);
        EXPECT_DOUBLE_EQ(rows[0].span, rows[1].span);
    }
}

// The bridge takes the measured values.
TEST(Files, TheWayOnLeadsToTheBridge) {
    auto session = open("trekproef");
    const auto exchange = makeExchange("material_test", session->model());
    EXPECT_TRUE(exchange->handovers().empty());
    for (int i = 0; i < 5; ++i) {
        ASSERT_TRUE(session->runToEnd(10000).ok());
        ASSERT_TRUE(post(*session, "record").ok());
        again(*session);
    }
    const auto handovers = exchange->handovers();
    ASSERT_EQ(handovers.size(), 1u);
    std::set<std::string> given;
    for (const Command& command : handovers[0].commands) given.insert(command.args["key"].text());
    EXPECT_EQ(given, (std::set<std::string>{"E_modulus", "density", "strand_diameter",
                                            "tensile_strength", "weibull_modulus"}));
    const std::string path =
        "sims/spaghetti_bridge/scenarios/" + handovers[0].scenario + ".lab.yaml";
    if (!findLab("spaghetti_bridge")) GTEST_SKIP() << "built without the bridge";
    const ScenarioRead read = readScenario(asset(path), path);
    ASSERT_TRUE(read.errors.empty());
    auto bridge = Session::open(read.scenario.setup);
    ASSERT_TRUE(bridge.ok());
    for (const Command& command : handovers[0].commands) {
        const Status taken = bridge.value()->post(command);
        EXPECT_TRUE(taken.ok()) << command.args["key"].text();
    }
    EXPECT_FALSE(bridge.value()->trouble());
}

TEST(Editor, OffersWhatCanBeDone) {
    auto session = open("trekproef");
    const auto editor = makeEditor("material_test", session->model());
    ASSERT_TRUE(editor);
    ViewState looking;
    EXPECT_FALSE(editor->actions(looking)[0].enabled);
    ASSERT_TRUE(session->runToEnd(100).ok());
    EXPECT_TRUE(editor->actions(looking)[0].enabled);
    for (const StageAction& action : editor->actions(looking))
        for (const Command& command : editor->act(action.key, "", looking))
            EXPECT_TRUE(session->post(command).ok()) << action.key;
    EXPECT_EQ(lab(*session).rows().size(), 1u);
    EXPECT_EQ(lab(*session).number(), 2);
}

}  // namespace
}  // namespace pt
