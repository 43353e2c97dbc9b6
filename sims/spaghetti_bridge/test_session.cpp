// The lab in a real Session, with its own scenarios.
#include <gtest/gtest.h>

#include <set>

#include "engine/core/assets.h"
#include "engine/run/session.h"
#include "engine/scenario/scenario.h"

namespace pt {
namespace {

std::unique_ptr<Session> openScenario(const std::string& id) {
    const std::string path = "sims/spaghetti_bridge/scenarios/" + id + ".lab.yaml";
    const ScenarioRead read = readScenario(asset(path), path);
    EXPECT_TRUE(read.errors.empty()) << read.errors[0].key << " " << read.errors[0].where;
    EXPECT_TRUE(read.warnings.empty());
    auto session = Session::open(read.scenario.setup);
    EXPECT_TRUE(session.ok());
    return std::move(session.value());
}

double number(const Session& session, const char* key) {
    return session.schema().findOutput(key)->number();
}

std::string text(const Session& session, const char* key) {
    return session.schema().findOutput(key)->text();
}

class EachScenario : public testing::TestWithParam<const char*> {};

// A pupil waits for it, and a school bridge carries it.
TEST_P(EachScenario, BreaksAfterAWhileUnderAPlausibleLoad) {
    auto session = openScenario(GetParam());
    ASSERT_FALSE(session->trouble());
    ASSERT_TRUE(session->runToEnd(100000).ok());
    EXPECT_TRUE(session->finished());
    ASSERT_EQ(session->recording().events().size(), 3u);  // failed, collapsed, explained
    const double seconds = session->recording().events()[0].time;
    EXPECT_GT(seconds, 8);
    EXPECT_LT(seconds, 16);
    EXPECT_GT(number(*session, "breaking_load"), 20);
    EXPECT_LT(number(*session, "breaking_load"), 200);
    EXPECT_GT(number(*session, "ratio"), 20);
    EXPECT_LT(number(*session, "ratio"), 450);  // the best contest bridges
}

TEST_P(EachScenario, RewindsToAnyMoment) {
    auto session = openScenario(GetParam());
    ASSERT_TRUE(session->runToEnd(100000).ok());
    const int64_t end = session->step();
    const uint64_t hash = session->hash();
    for (const int64_t step : {end - 1, end - 300, end - 600, end - 700, int64_t{10}}) {
        ASSERT_TRUE(session->rewindTo(step).ok()) << step;
        EXPECT_EQ(session->step(), step);
        ASSERT_TRUE(session->runToEnd(100000).ok());
        EXPECT_EQ(session->hash(), hash) << step;
    }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, EachScenario,
                         testing::Values("spaghettibrug", "pratt_of_howe", "eigen_brug"));

class EachContest : public testing::TestWithParam<const char*> {};

// The design to start from stands, keeps the rules and can be broken.
TEST_P(EachContest, StartsWithABridgeThatKeepsItsRules) {
    auto session = openScenario(GetParam());
    ASSERT_FALSE(session->trouble());
    for (const CheckRow& row : session->schema().checkRows()) EXPECT_TRUE(row.met) << row.key;
    ASSERT_TRUE(session->runToEnd(100000).ok());
    EXPECT_TRUE(session->finished());
    EXPECT_GT(number(*session, "breaking_load"), 5);
    EXPECT_EQ(session->recording().events().back().event.key.rfind("explained", 0), 0u);
}

INSTANTIATE_TEST_SUITE_P(Contests, EachContest,
                         testing::Values("klaswedstrijd", "wedstrijd_reccs", "wedstrijd_okanagan",
                                         "wedstrijd_delft", "wedstrijd_hopkins"));

// A light cart arrives; a heavy one falls through, and every moment can be looked at again.
TEST(Scenario, TheCartArrivesOrFalls) {
    auto light = openScenario("karretje");
    ASSERT_TRUE(light->runToEnd(100000).ok());
    ASSERT_EQ(light->recording().events().size(), 1u);
    EXPECT_EQ(light->recording().events()[0].event.key, "survived");
    auto heavy = openScenario("karretje");
    ASSERT_TRUE(heavy->post(setCommand("weight", 250)).ok());
    ASSERT_TRUE(heavy->runToEnd(100000).ok());
    EXPECT_EQ(heavy->recording().events()[0].event.key, "member_failed");
    const int64_t end = heavy->step();
    const uint64_t hash = heavy->hash();
    ASSERT_TRUE(heavy->rewindTo(end - 300).ok());
    ASSERT_TRUE(heavy->runToEnd(100000).ok());
    EXPECT_EQ(heavy->hash(), hash);
}

TEST(Scenario, PrattAndHoweFailInDifferentMembers) {
    std::set<std::string> failed;
    for (const char* type : {"pratt", "howe"}) {
        auto session = openScenario("pratt_of_howe");
        ASSERT_TRUE(session->post(chooseCommand("type", type)).ok());
        ASSERT_TRUE(session->runToEnd(100000).ok());
        failed.insert(text(*session, "first_failed"));
    }
    EXPECT_EQ(failed.size(), 2u);
}

TEST(Scenario, AnotherSeedBreaksTheFreeBridgeElsewhere) {
    std::set<std::string> failed;
    std::set<double> loads;
    for (uint64_t seed = 1; seed <= 8; ++seed) {
        auto first = openScenario("eigen_brug");
        auto setup = first->setup();
        setup.seed = seed;
        auto session = Session::open(setup);
        ASSERT_TRUE(session.ok());
        ASSERT_TRUE(session.value()->runToEnd(100000).ok());
        failed.insert(text(*session.value(), "first_failed"));
        loads.insert(number(*session.value(), "breaking_load"));
    }
    EXPECT_GT(failed.size(), 1u);
    EXPECT_GT(loads.size(), 4u);
}

// A design that became a mechanism is shown with its trouble, and undo brings the bridge back.
TEST(Scenario, AMechanismCanBeUndone) {
    auto session = openScenario("eigen_brug");
    const uint64_t before = session->hash();
    Json bridge = session->snapshot().documents[0];
    Json::List members = bridge["members"].items();
    members.erase(members.begin() + 4);
    bridge.set("members", Json(members));
    ASSERT_TRUE(session->post(documentCommand("bridge", bridge)).ok());
    ASSERT_TRUE(session->trouble());
    EXPECT_EQ(session->trouble()->key, "bridge.mechanism");
    EXPECT_FALSE(session->stepOnce().ok());
    ASSERT_TRUE(session->post({"undo", Json::object()}).ok());
    EXPECT_FALSE(session->trouble());
    EXPECT_EQ(session->hash(), before);
    EXPECT_TRUE(session->stepOnce().ok());
}

TEST(Scenario, TheBucketMayFillFasterDuringARun) {
    auto session = openScenario("spaghettibrug");
    ASSERT_TRUE(session->runToEnd(240).ok());
    ASSERT_TRUE(session->post(setCommand("load_rate", 20)).ok());
    ASSERT_TRUE(session->runToEnd(240).ok());
    EXPECT_NEAR(number(*session, "load"), 25, 1e-9);
}

}  // namespace
}  // namespace pt
