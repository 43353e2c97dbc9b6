// The lab as a whole: runs, rewinds, fits its own curves, and compares them with a logger's.
#include <gtest/gtest.h>

#include <cmath>
#include <fmt/format.h>

#include "engine/i18n/words.h"
#include "engine/run/session.h"
#include "engine/view/editor.h"
#include "engine/view/exchange.h"
#include "sims/cardboard_house/model.h"

namespace pt {
namespace {

constexpr double zero = 273.15;

std::unique_ptr<Session> opened() {
    Setup setup;
    setup.lab = "cardboard_house";
    auto session = Session::open(setup);
    EXPECT_TRUE(session.ok()) << session.error().key;
    return std::move(session.value());
}

const CardboardHouse& house(const Session& session) {
    return static_cast<const CardboardHouse&>(session.model());
}

void post(Session& session, const Command& command) {
    const Status posted = session.post(command);
    EXPECT_TRUE(posted.ok()) << posted.error().key << ' ' << posted.error().where;
}

void runAll(Session& session) { ASSERT_TRUE(session.runToEnd(30'000).ok()); }

double number(const Session& session, const char* key) {
    return session.schema().findOutput(key)->number();
}

// A logger file of a box that obeys Newton's law.
std::string measured(double ua, double capacity, double power, double until) {
    std::string csv = "tijd (min);doos A (°C);kamer (°C)\n";
    const double tau = capacity / ua, rise = power / ua;
    for (double t = 0; t <= 7200; t += 60) {
        const double on = std::min(t, until), off = std::max(0.0, t - until);
        const double kelvin = rise * (1 - std::exp(-on / tau)) * std::exp(-off / tau);
        std::string line = fmt::format("{};{:.2f};20\n", t / 60, 20 + kelvin);
        for (char& c : line)
            if (c == '.') c = ',';
        csv += line;
    }
    return csv;
}

TEST(CardboardHouse, ALinedBoxGetsWarmerAndCoolsMoreSlowly) {
    const auto session = opened();
    post(*session, chooseCommand("insulation_b", "foam"));
    runAll(*session);
    const auto a = house(*session).modelCurve(0), b = house(*session).modelCurve(1);
    ASSERT_EQ(a.size(), 241u);
    EXPECT_GT(b[120].temperature, a[120].temperature + 5);
    EXPECT_LT(number(*session, "model_ua_b"), 0.6 * number(*session, "model_ua_a"));
    EXPECT_GT(number(*session, "model_tau_b"), 1.2 * number(*session, "model_tau_a"));
    // The fit sees the walls' own loss, from the air and from their inside.
    const double walls = house(*session).heat(0).wallLoss();
    EXPECT_NEAR(number(*session, "model_ua_a"), walls, 0.6 * walls);
}

TEST(CardboardHouse, AMeasurementGivesItsNumbersAndAWord) {
    const auto session = opened();
    runAll(*session);
    const auto& model = house(*session);
    const double ua = number(*session, "model_ua_a"), c = number(*session, "model_capacity_a");
    EXPECT_EQ(verdicts[model.findings(0).verdict], std::string("no_data"));
    const auto verdict = [&](double theUa, double theC) {
        post(*session,
             {"logger_import", Json::object().set("text", measured(theUa, theC, 25, 3600)), 0});
        EXPECT_NEAR(number(*session, "measured_ua_a"), theUa,
                    0.01 * theUa + 3 * number(*session, "measured_ua_error_a"));
        EXPECT_NEAR(number(*session, "measured_capacity_a"), theC,
                    0.01 * theC + 3 * number(*session, "measured_capacity_error_a"));
        return std::string(verdicts[model.findings(0).verdict]);
    };
    EXPECT_EQ(verdict(ua, c), "agrees");
    EXPECT_EQ(verdict(1.4 * ua, c), "loses_more");
    EXPECT_EQ(verdict(0.7 * ua, c), "loses_less");
    EXPECT_EQ(verdict(ua, 1.6 * c), "heavier");
    EXPECT_EQ(verdict(ua, 0.6 * c), "lighter");
    EXPECT_GT(number(*session, "apart_a"), 0.1);
    EXPECT_EQ(verdicts[model.findings(1).verdict], std::string("no_data"));
    post(*session, {"logger_clear", Json::object(), 0});
    EXPECT_TRUE(model.readings().empty());
    EXPECT_TRUE(std::isnan(number(*session, "measured_ua_a")));
    post(*session, {"undo", Json::object(), 0});
    EXPECT_FALSE(model.readings().empty());
}

TEST(CardboardHouse, ItsOwnCurvesComeBackAsAMeasurement) {
    const auto session = opened();
    post(*session, chooseCommand("insulation_b", "wool"));
    runAll(*session);
    for (const Language language : {Language::nl, Language::en}) {
        const auto exchange = makeExchange("cardboard_house", session->model());
        const auto csv = exchange->write("curves", Words::builtin(language));
        ASSERT_TRUE(csv.ok());
        const auto commands = exchange->read(csv.value(), "csv");
        ASSERT_TRUE(commands.ok()) << commands.error().key << commands.error().where;
        for (const Command& command : commands.value()) post(*session, command);
        EXPECT_EQ(house(*session).readings().size(), 241u);
        EXPECT_LT(number(*session, "apart_a"), 0.01);
        for (const int box : {0, 1})
            EXPECT_EQ(verdicts[house(*session).findings(box).verdict], std::string("agrees"));
    }
    EXPECT_FALSE(makeExchange("cardboard_house", session->model())->read("x", "csv").ok());
}

TEST(CardboardHouse, GoesBackAndOnWithTheSameBits) {
    const auto session = opened();
    post(*session, chooseCommand("hole_a", "open"));
    runAll(*session);
    const auto end = house(*session).modelCurve(0);
    const double air = house(*session).heat(0).air();
    ASSERT_TRUE(session->rewindTo(700).ok());
    EXPECT_EQ(house(*session).modelCurve(0).size(), 47u);
    EXPECT_NEAR(house(*session).time(), 1400, 1e-9);
    runAll(*session);
    EXPECT_EQ(house(*session).heat(0).air(), air);
    EXPECT_EQ(house(*session).modelCurve(0).back().temperature, end.back().temperature);
}

TEST(CardboardHouse, TheRoomDriftsAndTheThermometerRounds) {
    const auto session = opened();
    post(*session, setCommand("room_drift", 1.0 / 3600));
    post(*session, setCommand("lamp_power", 0));
    post(*session, chooseCommand("thermometer", "glass"));
    runAll(*session);
    EXPECT_NEAR(house(*session).room(), 295.15, 1e-9);
    const double celsius = house(*session).reading(0) - zero;
    EXPECT_NEAR(celsius * 2, std::floor(celsius * 2 + 0.5), 1e-9);
    EXPECT_NEAR(celsius, 22, 0.75);  // lags behind the room
}

TEST(CardboardHouse, InsulationThickerThanTheBoxIsToldAndDrawn) {
    const auto session = opened();
    post(*session, setCommand("width_b", 0.2));
    post(*session, chooseCommand("insulation_b", "foam"));
    post(*session, setCommand("thickness_b", 0.15));
    ASSERT_TRUE(session->trouble());
    EXPECT_EQ(session->trouble()->key, "cardboard_house.too_thick");
    for (const Language language : {Language::nl, Language::en}) {
        const Words words = Words::builtin(language);
        EXPECT_EQ(words.sentence(*session->trouble()).find_first_of("{}"), std::string::npos);
        Scene scene(words, theme(ThemeId::light));
        makeView("cardboard_house", session->model())->draw(scene, {});
        EXPECT_FALSE(scene.shapes().empty());
    }
    post(*session, setCommand("thickness_b", 0.02));
    EXPECT_FALSE(session->trouble());
    runAll(*session);
}

TEST(CardboardHouse, EveryCornerOfTheSettingsStaysFinite) {
    for (const double size : {0.1, 0.8})
        for (const char* hole : {"none", "open", "film", "cardboard"})
            for (const char* foil : {"none", "inside", "outside"}) {
                const auto session = opened();
                for (const char* key : {"width_a", "depth_a", "height_a"})
                    post(*session, setCommand(key, size));
                post(*session, setCommand("hole_width_a", 0.01));
                post(*session, setCommand("hole_height_a", 0.08));
                post(*session, setCommand("gaps_a", 50e-4));
                post(*session, setCommand("lamp_power", 100));
                post(*session, chooseCommand("hole_a", hole));
                post(*session, chooseCommand("foil_a", foil));
                ASSERT_FALSE(session->trouble());
                runAll(*session);
                for (const ReadPoint& point : house(*session).modelCurve(0)) {
                    ASSERT_GT(point.temperature, 290);
                    ASSERT_LT(point.temperature, 700);
                }
            }
}

TEST(BoxEditor, DragsAWallAndCopiesABox) {
    const auto session = opened();
    post(*session, setCommand("width_a", 0.5));
    const auto editor = makeEditor("cardboard_house", session->model());
    ViewState looking;
    const auto copy = editor->act("same", "", looking);
    for (const Command& command : copy) post(*session, command);
    EXPECT_EQ(house(*session).design(0), house(*session).design(1));
    // The right wall of box B, 17 cm from the middle and 50 cm wide; its lid is at 32 cm.
    const Vec wall(0.67, 0.30);
    EXPECT_TRUE(editor->touch({Hand::down, wall, 0.02, "box.b"}, looking).empty());
    EXPECT_TRUE(editor->busy());
    const auto moved = editor->touch({Hand::drag, wall - Vec(0.104, 0), 0.02, ""}, looking);
    ASSERT_EQ(moved.size(), 1u);
    EXPECT_EQ(moved[0], setCommand("width_b", moved[0].args["value"].number()));
    EXPECT_NEAR(moved[0].args["value"].number(), 0.40, 1e-9);
    post(*session, moved[0]);
    EXPECT_TRUE(editor->touch({Hand::up, wall, 0.02, ""}, looking).empty());
    EXPECT_FALSE(editor->busy());
    const auto nudged = editor->nudge(0, 1, false, looking);
    ASSERT_EQ(nudged.size(), 1u);
    EXPECT_NEAR(nudged[0].args["value"].number(), 0.31, 1e-9);
}

}  // namespace
}  // namespace pt
