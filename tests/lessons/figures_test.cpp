// What the shipped lessons tell is true: answers against closed forms, and every number in a
// question or an explanation against the lab in which the lesson takes place.
#include <cmath>
#include <numbers>
#include <set>

#include <gmock/gmock.h>

#include "engine/core/assets.h"
#include "tests/lessons/walk.h"

namespace pt {
namespace {

constexpr double zero = 273.15;  // of °C, in K
constexpr double pi = std::numbers::pi;
constexpr double wholeRun = -1;

class LessonLab {
public:
    explicit LessonLab(const std::string& id, const std::string& level = "basis") {
        for (const Asset& asset : assets())
            if (asset.path.ends_with("/" + id + ".lab.yaml"))
                open_ = std::make_unique<OpenLesson>(asset.bytes, asset.path, level);
    }
    Session& session() { return *open_->session; }
    LessonRun& run() { return *open_->run; }

    void set(const std::string& key, const Json& value) {
        post("set", Json::object().set("key", key).set("value", value));
    }
    void post(const std::string& name, const Json& args) {
        const Status done = session().post({name, args, 0});
        EXPECT_TRUE(done.ok()) << name << " " << args.write();
    }
    // From its start, so many seconds of the experiment or all of it.
    void test(double seconds = wholeRun) {
        if (session().step() > 0) post("reset", Json::object());
        const double steps = seconds < 0 ? 10'000'000 : seconds / session().dt() + 0.5;
        EXPECT_TRUE(session().runToEnd(static_cast<int64_t>(steps)).ok());
    }
    double operator()(const std::string& output) {
        session().finishBackground();
        return session().schema().findOutput(output)->number();
    }
    double answer(const std::string& item) {
        const LessonItem* found = run().lesson().findItem(item);
        const auto* number = found ? std::get_if<NumberItem>(&found->body) : nullptr;
        return number && number->answer ? number->answer->value.number(run().values()) : NAN;
    }
    // What the lesson says of a task at this moment; gates stand open for who teaches.
    bool reaches(const std::string& task) {
        EXPECT_TRUE(run().act(Json::object().set("do", "teacher").set("on", true)).ok());
        EXPECT_TRUE(run().act(Json::object().set("do", "check").set("item", task)).ok());
        return run().item(task).done;
    }

private:
    std::unique_ptr<OpenLesson> open_;
};

// Euler's load of a round rod with hinged ends.
double buckling(double modulus, double diameter, double length) {
    const double inertia = pi * std::pow(diameter, 4) / 64;
    return pi * pi * modulus * inertia / (length * length);
}

// -- bridge

TEST(LessonFigures, BucklingOfAStrandFollowsEuler) {
    EXPECT_NEAR(buckling(3.6e9, 1.8e-3, 0.10), 1.83, 0.005) << "as the question tells";
    LessonLab bridge("spaghettibrug");
    EXPECT_NEAR(bridge.answer("lengte"), buckling(3.6e9, 1.8e-3, 0.20), 0.005);
    EXPECT_NEAR(bridge.answer("bovenrand"), 60 * 0.60 / (4 * 0.12), 1e-9);
    EXPECT_NEAR(buckling(3.6e9, 1.8e-3, 0.08), 2.86, 0.005);
    EXPECT_NEAR(LessonLab("knikken").answer("drie_keer"), buckling(3.6e9, 1.8e-3, 0.24), 0.005);
}

TEST(LessonFigures, ABridgeIsStrongestInBetween) {
    LessonLab lab("spaghettibrug");
    const auto at = [&lab](double height) {
        lab.set("height", height);
        lab.test();
        return std::pair{lab("breaking_load"), lab("mass")};
    };
    const auto [load13, mass13] = at(0.13);
    const auto [load14, mass14] = at(0.14);
    const auto [load20, mass20] = at(0.20);
    EXPECT_LT(load20, load13);
    EXPECT_NEAR(load14, 85, 0.5);
    EXPECT_NEAR(load20, 45, 0.5);
    EXPECT_NEAR(mass20 - mass14, 0.018, 0.0005);
}

TEST(LessonFigures, TheRequirementsOfTheBridgeAskForADesign) {
    LessonLab lab("spaghettibrug");
    lab.test();
    EXPECT_FALSE(lab.reaches("eisen")) << "the first bridge is too weak";
    lab.set("height", 0.12);
    lab.test();
    EXPECT_TRUE(lab.reaches("eisen")) << "as the last hint says";
}

TEST(LessonFigures, TheContestBeginsWithALongMemberThatBuckles) {
    LessonLab lab("wedstrijd_reccs");
    lab.test();
    EXPECT_NEAR(lab("failed_length"), 0.206, 0.001) << "some 20 cm";
    const double first = lab("breaking_load"), mass = lab("mass");
    EXPECT_LT(first, 50);
    lab.set("height", 0.16);
    lab.test();
    EXPECT_GT(lab("breaking_load"), first) << "lower is stronger";
    EXPECT_LT(lab("mass"), mass) << "without a gram more";
    lab.set("height", 0.10);
    lab.test();
    EXPECT_LT(lab("breaking_load"), 31) << "too low is no good either";
    for (const char* rule : {"E_modulus", "density", "material", "joints", "loading"})
        EXPECT_TRUE(lab.session().setting(rule)->locked) << rule;
}

// -- materials

TEST(LessonFigures, SevenGluedStrandsBuckleAt55TimesTheForce) {
    LessonLab lab("knikken");
    lab.set("length", 0.24);
    lab.test();
    const double one = lab("reading_buckling");
    lab.set("strands", 7.0);
    lab.test();
    EXPECT_NEAR(lab("reading_buckling") / one, 55, 5) << "the test that the feedback proposes";
}

TEST(LessonFigures, BendingStrengthIsTwiceThatOfPulling) {
    LessonLab lab("materiaal_testen");
    const double modulus = pi * std::pow(1.8e-3, 3) / 32;  // W of the strand
    EXPECT_NEAR(modulus, 0.573e-9, 0.0005e-9);
    EXPECT_NEAR(lab.answer("spanning"), 3.1 * 0.05 / (4 * 0.573e-9), 1e5);
    double sum = 0;
    constexpr int strands = 30;
    for (int i = 0; i < strands; ++i) {
        lab.test();
        sum += lab("reading_force") * 0.05 / (4 * modulus);
    }
    EXPECT_NEAR(sum / strands, 70e6, 4e6);
}

// -- house

TEST(LessonFigures, TheDraughtyHouseLosesMostThroughItsWalls) {
    LessonLab lab("passiefhuis");
    const double year = 3.6e6 / (365 * 86400.0);  // kWh/(m² a) in W/m²
    EXPECT_NEAR(lab("heating_demand") / year, 226, 0.5);
    const double walls = lab("wall_loss");
    for (const char* other : {"roof_loss", "floor_loss", "window_loss", "infiltration_loss"})
        EXPECT_GT(walls, lab(other)) << other;
    lab.set("n50", 0.6 / 3600);
    EXPECT_NEAR(lab("heating_demand") / year, 173, 0.5);
    EXPECT_NEAR(lab.answer("u_muur"), 1 / (0.10 / 0.035 + 0.17), 0.001);
    EXPECT_NEAR(1 / (0.20 / 0.035 + 0.17) / lab.answer("u_muur"), 0.5, 0.02) << "twice as thick";
}

// Pupils differ in what they pay, and the teacher's list has what each has to find.
TEST(LessonFigures, EachPupilHasAGasBillOfTheirOwn) {
    LessonLab lab("passiefhuis");
    std::set<double> prices;
    for (int pupil = 1; pupil <= 24; ++pupil) {
        const Json deed = Json::object().set("do", "pupil").set("number", pupil);
        ASSERT_TRUE(lab.run().act(deed).ok());
        const double price = lab.run().values().number("gas_price");  // €/J
        prices.insert(price);
        EXPECT_NEAR(lab.answer("gasrekening") * 365 * 86400, 150 * 200 / 0.9 * price * 3.6e6, 0.01);
    }
    EXPECT_GE(prices.size(), 5u);
}

TEST(LessonFigures, TheBalconyIsTheColdestJunction) {
    LessonLab lab("koudebrug");
    const auto use = [&lab](const char* junction, const char* variant) {
        lab.post("detail_use", Json::object().set("junction", junction).set("variant", variant));
        return lab("f_rsi");
    };
    const double balcony = use("balcony", "plain");
    EXPECT_NEAR(lab("detail_coldest") - zero, 12, 0.05);
    EXPECT_NEAR(balcony, lab.answer("factor"), 0.005);
    EXPECT_NEAR(lab("psi"), 0.79, 0.01);
    lab.set("detail_outdoor", zero - 15);
    EXPECT_NEAR(lab("f_rsi"), balcony, 1e-6) << "it belongs to the construction";
    for (const char* other : {"wall_floor", "window_reveal", "roof_edge"})
        EXPECT_GT(use(other, "plain"), balcony) << other;
}

// The tasks cannot be done with another junction, nor with a wall that has none.
TEST(LessonFigures, OnlyTheBalconyCanBeFoundAndImproved) {
    for (const char* junction : {"wall_floor", "window_reveal", "balcony", "roof_edge"}) {
        LessonLab lab("koudebrug");
        lab.post("detail_use", Json::object().set("junction", junction).set("variant", "plain"));
        EXPECT_EQ(lab.reaches("zoek"), junction == std::string("balcony")) << junction;
    }
    for (const char* way : {"insulated", "straight"})
        for (const char* junction : {"wall_floor", "window_reveal", "balcony", "roof_edge"}) {
            LessonLab lab("koudebrug");
            lab.post("detail_use", Json::object().set("junction", junction).set("variant", way));
            const bool right =
                junction == std::string("balcony") && way == std::string("insulated");
            EXPECT_EQ(lab.reaches("verbeter"), right) << junction << " " << way;
            EXPECT_FALSE(lab.reaches("zoek")) << junction << " " << way;
        }
}

// -- boxes

TEST(LessonFigures, TheBoxesWarmUpAsTheQuestionsTell) {
    LessonLab lab("maquette");
    lab.test(15 * 60);
    const double early = lab("temperature_a");
    lab.test(30 * 60);
    EXPECT_NEAR(lab("temperature_a"), early, 0.3) << "as warm as it gets in a quarter of an hour";
    EXPECT_NEAR(lab("temperature_b") - zero, 54.6, 0.1);
    EXPECT_NEAR(lab.answer("ua"), 25 / 34.6, 1e-3);
    EXPECT_NEAR(lab("model_ua_b"), lab.answer("ua"), 0.02 * lab.answer("ua"));
    lab.set("thickness_b", 0.03);
    lab.test(30 * 60);
    EXPECT_LT(lab("temperature_b") - zero, 80) << "foam melts above that";
}

// -- a week without heating

TEST(LessonFigures, AWeekOfFrostAsksForMoreThanTheHouseHas) {
    const auto reaches = [](const char* level, double recovery, double leaks) {
        LessonLab lab("zonder_verwarming", level);
        lab.set("heat_recovery", recovery);
        lab.set("n50", leaks / 3600);
        lab.test(7 * 86400);
        return lab.reaches("warm");
    };
    EXPECT_FALSE(reaches("basis", 0.80, 0.6)) << "as it stands";
    EXPECT_FALSE(reaches("basis", 0.90, 0.6));
    EXPECT_TRUE(reaches("basis", 0.90, 0.3)) << "there is more than one way";
    EXPECT_TRUE(reaches("basis", 0.95, 0.6));
    EXPECT_FALSE(reaches("plus", 0.95, 0.6)) << "the cold snap asks for more";
    EXPECT_TRUE(reaches("plus", 0.95, 0.4)) << "as the last hint says";
}

// The cold snap is felt: outdoors and, some hours later, indoors.
TEST(LessonFigures, TheColdSnapIsForPlusAlone) {
    LessonLab basis("zonder_verwarming", "basis"), plus("zonder_verwarming", "plus");
    for (LessonLab* lab : {&basis, &plus}) lab->test(1.9 * 86400);
    EXPECT_EQ(basis("outdoor_temperature"), plus("outdoor_temperature"));
    for (LessonLab* lab : {&basis, &plus}) lab->test(3.5 * 86400);
    EXPECT_NEAR(basis("outdoor_temperature") - plus("outdoor_temperature"), 6, 0.01);
    EXPECT_LT(plus("operative_temperature"), basis("operative_temperature") - 0.3);
    for (LessonLab* lab : {&basis, &plus}) lab->test(4.5 * 86400);
    EXPECT_EQ(basis("outdoor_temperature"), plus("outdoor_temperature"));
}

}  // namespace
}  // namespace pt
