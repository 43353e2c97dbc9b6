// The lab in a Session: edits, undo, figures, variants, imported weather, saves.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/run/save.h"
#include "engine/run/session.h"
#include "sims/passive_house/model.h"
#include "sims/passive_house/weather_file.h"

namespace pt {
namespace {

std::unique_ptr<Session> open() {
    Setup setup;
    setup.lab = "passive_house";
    auto session = Session::open(setup);
    EXPECT_TRUE(session.ok()) << session.error().key;
    return std::move(session.value());
}

const PassiveHouse& modelOf(const Session& session) {
    return static_cast<const PassiveHouse&>(session.model());
}

double figure(const Session& session, const char* key) {
    return session.schema().findOutput(key)->number();
}

Command command(const char* name, Json args) { return {name, std::move(args), 0}; }

Json layer(const char* which, double thickness) {
    return Json::object().set("layer", which).set("thickness", thickness);
}

TEST(HouseSession, FiguresComeFromTheBackgroundAndFollowEdits) {
    const auto session = open();
    EXPECT_TRUE(std::isnan(figure(*session, "heating_demand")));
    session->finishBackground();
    const double before = figure(*session, "heating_demand");
    EXPECT_GT(before, 0);
    ASSERT_TRUE(session->post(command("layer_set", layer("wall.3", 0.25))).ok());
    EXPECT_TRUE(std::isnan(figure(*session, "heating_demand")));
    session->finishBackground();
    EXPECT_LT(figure(*session, "heating_demand"), before);
    ASSERT_NE(modelOf(*session).yearBefore(), nullptr);
    EXPECT_GT(modelOf(*session).yearBefore()->heatingDemand,
              modelOf(*session).year()->heatingDemand);
    ASSERT_TRUE(session->post(command("undo", Json::object())).ok());
    EXPECT_EQ(figure(*session, "heating_demand"), before);  // known still
}

TEST(HouseSession, APriceChangesTheBillAndNotTheYear) {
    const auto session = open();
    session->finishBackground();
    const double cost = figure(*session, "energy_cost");
    const YearResult* year = modelOf(*session).year();
    ASSERT_TRUE(session->post(setCommand("gas_price", 0.5 / 3.6e6)).ok());
    EXPECT_EQ(modelOf(*session).year(), year);
    EXPECT_GT(figure(*session, "energy_cost"), cost);
}

TEST(HouseSession, TheYearBeforeIsBilledForItsOwnMachinesAtPresentPrices) {
    const auto session = open();
    session->finishBackground();
    const Figures gas = modelOf(*session).present().figures;
    ASSERT_TRUE(session->post(chooseCommand("heating", "heat_pump_ground")).ok());
    session->finishBackground();
    const YearResult* before = modelOf(*session).yearBefore();
    ASSERT_NE(before, nullptr);
    EXPECT_EQ(modelOf(*session).figuresOf(*before).cost, gas.cost);
    EXPECT_EQ(modelOf(*session).figuresOf(*before).co2, gas.co2);
    ASSERT_TRUE(session->post(setCommand("gas_price", 0.5 / 3.6e6)).ok());
    EXPECT_GT(modelOf(*session).figuresOf(*before).cost, gas.cost);
}

TEST(HouseSession, UndoBringsTheHouseBack) {
    const auto session = open();
    const Json start = saveHouse(modelOf(*session).house());
    const Command edits[] = {
        command("window_set", Json::object().set("window", "V1").set("width", 3.0)),
        command("window_add", Json::object().set("facade", "north")),
        command("window_remove", Json::object().set("window", "V2")),
        command("layer_add", Json::object().set("part", "roof").set("material", "straw")),
        command("layer_remove", Json::object().set("layer", "roof.1")),
        command("house_set", Json::object().set("width", 12.0).set("orientation", 0.5)),
        command("house_set", Json::object().set("sunspace", 2.0)),
        command("construction", Json::object().set("part", "all").set("preset", "passive"))};
    for (const Command& edit : edits) {
        const Status done = session->post(edit);
        ASSERT_TRUE(done.ok()) << edit.name << ' ' << done.error().key;
        ASSERT_FALSE(session->trouble()) << edit.name << ' ' << session->trouble()->key;
        ASSERT_NE(saveHouse(modelOf(*session).house()), start) << edit.name;
    }
    while (session->canUndo()) ASSERT_TRUE(session->post(command("undo", Json::object())).ok());
    EXPECT_EQ(saveHouse(modelOf(*session).house()), start);
}

TEST(HouseSession, RefusedEditsChangeNothing) {
    const auto session = open();
    const uint64_t hash = session->hash();
    const Command edits[] = {
        command("window_set", Json::object().set("window", "V99")),
        command("window_set", Json::object().set("window", "V1").set("x", 6.2)),  // over V2
        command("layer_set", Json::object().set("layer", "wall.9").set("thickness", 0.1)),
        command("layer_set", Json::object().set("layer", "moat.1").set("thickness", 0.1)),
        command("layer_set", Json::object().set("layer", "wall.1").set("material", "cheese")),
        command("construction", Json::object().set("part", "wall").set("preset", "igloo")),
        command("variant_use", Json::object().set("variant", "Z")),
        command("house_set", Json::object().set("width", 0.1))};
    for (const Command& edit : edits) EXPECT_FALSE(session->post(edit).ok()) << edit.name;
    EXPECT_EQ(session->hash(), hash);
}

// The way of the scenario: insulation and glass, no thermal bridges, airtight, heat recovery, sun
// kept out in summer; then machines that need little.
TEST(HouseSession, FromDraftyHouseToPassiveHouse) {
    const auto session = open();
    const auto post = [&session](const Command& edit) {
        const Status done = session->post(edit);
        ASSERT_TRUE(done.ok()) << edit.name << ' ' << done.error().key;
    };
    const auto construct = [](const char* preset) {
        return command("construction", Json::object().set("part", "all").set("preset", preset));
    };
    post(construct("old_house"));
    post(setCommand("n50", 10.0 / 3600));
    session->finishBackground();
    for (const Criterion& criterion : modelOf(*session).criteria())
        if (criterion.key != "overheating") {
            EXPECT_FALSE(criterion.met) << criterion.key;
        }
    post(construct("passive"));
    post(setCommand("n50", 0.6 / 3600));
    post(chooseCommand("ventilation", "balanced"));
    post(setCommand("heat_recovery", 0.85));
    for (const char* window : {"V1", "V2", "V3", "V4", "V7", "V8"})
        post(command("window_set", Json::object().set("window", window).set("screen", "yes")));
    post(chooseCommand("heating", "heat_pump_ground"));
    post(setCommand("airing_flow", 1500.0 / 3600));
    session->finishBackground();
    for (const Criterion& criterion : modelOf(*session).criteria())
        EXPECT_TRUE(criterion.met)
            << criterion.key << ' ' << criterion.value << ' ' << criterion.limit;
}

TEST(HouseSession, RunsAndIsSavedBitForBit) {
    const auto session = open();
    ASSERT_TRUE(session->runToEnd(300).ok());
    const auto opened = SaveFile::open(SaveFile::write(*session));
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    EXPECT_EQ(opened.value()->hash(), session->hash());
    ASSERT_TRUE(session->runToEnd(200).ok());
    ASSERT_TRUE(opened.value()->runToEnd(200).ok());
    EXPECT_EQ(opened.value()->hash(), session->hash());
}

// Degrees beside the weather count in a run alone: the design keeps its year.
TEST(HouseSession, AColdSnapIsMetByTheHeatingAndLeavesTheYearAlone) {
    const auto session = open(), usual = open();
    for (const auto* each : {&session, &usual}) {
        ASSERT_TRUE((*each)->post(chooseCommand("weather", "constant_day")).ok());
        ASSERT_TRUE((*each)->runToEnd(36).ok());
    }
    session->finishBackground();
    const YearResult* year = modelOf(*session).year();
    ASSERT_TRUE(session->post(setCommand("outdoor_shift", -10)).ok());
    EXPECT_EQ(session->step(), 36) << "the run goes on";
    for (const auto* each : {&session, &usual}) ASSERT_TRUE((*each)->runToEnd(18).ok());
    EXPECT_NEAR(figure(*session, "outdoor_temperature"), figure(*usual, "outdoor_temperature") - 10,
                1e-9);
    EXPECT_GT(figure(*session, "infiltration_loss"), figure(*usual, "infiltration_loss"));
    EXPECT_GT(figure(*session, "heating_power"), 1.2 * figure(*usual, "heating_power"));
    EXPECT_EQ(modelOf(*session).year(), year);

    const auto opened = SaveFile::open(SaveFile::write(*session));
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    EXPECT_EQ(figure(*opened.value(), "outdoor_temperature"),
              figure(*session, "outdoor_temperature"));
    for (Session* each : {session.get(), opened.value().get()}) {
        ASSERT_TRUE(each->runToEnd(6).ok());
        ASSERT_TRUE(each->post(setCommand("outdoor_shift", 0)).ok());
        ASSERT_TRUE(each->runToEnd(6).ok());
    }
    EXPECT_EQ(opened.value()->hash(), session->hash());
    EXPECT_NEAR(figure(*session, "outdoor_temperature"), figure(*usual, "outdoor_temperature"),
                1e-9);
}

TEST(HouseSession, AStrangeSavedMomentIsRefused) {
    const auto session = open();
    ASSERT_TRUE(session->runToEnd(10).ok());
    const uint64_t hash = session->hash();
    const Snapshot good = session->snapshot();
    for (const double strange : {std::nan(""), 1e30, -1e9}) {
        Snapshot bad = good;
        for (double& number : bad.states.front()) number = strange;
        EXPECT_FALSE(session->restore(bad).ok()) << strange;
    }
    Snapshot cut = good;
    cut.states.front().resize(3);
    EXPECT_FALSE(session->restore(cut).ok());
    EXPECT_EQ(session->hash(), hash);
}

TEST(HouseSession, JumpsToADate) {
    const auto session = open();
    ASSERT_TRUE(
        session->post(command("jump", Json::object().set("day", 196).set("hour", 12))).ok());
    EXPECT_NEAR(modelOf(*session).moment(), (195 * 24 + 12) * 3600.0, 1);
    EXPECT_GT(modelOf(*session).sim()->outdoors().sunElevation, 0.8);
}

TEST(HouseSession, VariantsAreKeptAndGoneBackTo) {
    const auto session = open();
    session->finishBackground();
    const double before = figure(*session, "heating_demand");
    const Json house = saveHouse(modelOf(*session).house());
    ASSERT_TRUE(session->post(command("variant_keep", Json::object().set("name", "toen"))).ok());
    ASSERT_TRUE(session
                    ->post(command("construction",
                                   Json::object().set("part", "all").set("preset", "passive")))
                    .ok());
    ASSERT_EQ(modelOf(*session).variants().size(), 1u);
    EXPECT_NEAR(modelOf(*session).variants()[0].figures.heatingDemand / (365 * 86400.0), before,
                1e-9);
    ASSERT_TRUE(session->post(command("variant_use", Json::object().set("variant", "A"))).ok());
    EXPECT_EQ(saveHouse(modelOf(*session).house()), house);
    ASSERT_TRUE(session->post(command("variant_remove", Json::object().set("variant", "A"))).ok());
    EXPECT_TRUE(modelOf(*session).variants().empty());
}

TEST(HouseSession, VariantsHaveTheirLimit) {
    const auto session = open();
    for (size_t i = 0; i < mostVariants; ++i)
        ASSERT_TRUE(session->post(command("variant_keep", Json::object())).ok());
    EXPECT_FALSE(session->post(command("variant_keep", Json::object())).ok());
}

TEST(HouseSession, ASunspaceMovesTheSouthWindowsOutAndBack) {
    const auto session = open();
    ASSERT_TRUE(session->post(command("house_set", Json::object().set("sunspace", 2.0))).ok());
    ASSERT_FALSE(session->trouble());
    EXPECT_EQ(modelOf(*session).sunspaceZone(), 1);
    EXPECT_TRUE(modelOf(*session).house().windows[0].sunspace);
    ASSERT_TRUE(session->runToEnd(144).ok());
    EXPECT_TRUE(std::isfinite(figure(*session, "sunspace_temperature")));
    ASSERT_TRUE(session->post(command("house_set", Json::object().set("sunspace", 0.0))).ok());
    EXPECT_FALSE(modelOf(*session).house().windows[0].sunspace);
}

TEST(HouseSession, WithoutAWeatherFileThatChoiceIsExplained) {
    const auto session = open();
    (void)session->post(chooseCommand("weather", "file"));
    ASSERT_TRUE(session->trouble());
    EXPECT_EQ(session->trouble()->key, "house.no_weather_file");
    const Weather made = builtInWeather("ukkel", 3).value();
    ASSERT_TRUE(session->post(documentCommand("weather_file", saveWeather(&made))).ok());
    EXPECT_FALSE(session->trouble());
    const auto opened = SaveFile::open(SaveFile::write(*session));
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened.value()->hash(), session->hash());
}

TEST(WeatherDocument, KeepsAYearInLittleRoom) {
    const Weather made = builtInWeather("ukkel", 1).value();
    const Json json = saveWeather(&made);
    EXPECT_LT(json.write().size(), 120'000u);
    const auto read = loadWeather(json);
    ASSERT_TRUE(read.ok());
    for (size_t h = 0; h < hoursAYear; ++h) {
        const WeatherHour &a = made.hours[h], &b = read.value()->hours[h];
        ASSERT_NEAR(a.temperature, b.temperature, 0.051);
        ASSERT_NEAR(a.beam, b.beam, 0.51);
        ASSERT_NEAR(a.wind, b.wind, 0.051);
    }
    EXPECT_EQ(saveWeather(read.value().get()), json);
}

TEST(WeatherDocument, DamageIsNoticed) {
    const Weather made = builtInWeather("ukkel", 1).value();
    const Json json = saveWeather(&made);
    for (const char* key : {"temperature", "beam", "wind"}) {
        Json cut = json, strange = json;
        cut.set(key, json[key].text().substr(0, 500));
        strange.set(key, std::string(9000, '!'));
        EXPECT_EQ(loadWeather(cut).error().where, key);
        EXPECT_EQ(loadWeather(strange).error().where, key);
    }
    EXPECT_FALSE(loadWeather(Json::object().set("name", "x")).ok());
    EXPECT_EQ(loadWeather(Json()).value(), nullptr);
}

}  // namespace
}  // namespace pt
