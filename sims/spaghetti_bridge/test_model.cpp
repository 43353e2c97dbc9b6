// The lab as the engine sees it: states, commands, events, rewinding.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <tuple>

#include "engine/core/hash.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

constexpr double dt = 1.0 / 240;

// A model with its schema, driven the way a Session does it.
struct Lab {
    SpaghettiBridge model;
    Schema schema;
    uint64_t seed = 1;

    Lab() { model.describe(schema); }
    void set(const char* key, double si) { *schema.findParam(key)->value = si; }
    void choose(const char* key, int option) { *schema.findChoice(key)->value = option; }
    Status reset() { return model.reset(seed); }
    void steps(int count) {
        for (int i = 0; i < count; ++i) ASSERT_TRUE(model.step(dt).ok());
    }
    void untilBroken(double step = dt) {
        for (int i = 0; i < 1000000 && !model.falling(); ++i) ASSERT_TRUE(model.step(step).ok());
        ASSERT_TRUE(model.falling());
    }

    struct Saved {
        std::vector<double> params;
        std::vector<int> choices;
        std::vector<Json> documents;
        std::vector<std::vector<double>> states;
    };
    Saved save() const {
        Saved saved;
        for (const Param& param : schema.params()) saved.params.push_back(*param.value);
        for (const Choice& choice : schema.choices()) saved.choices.push_back(*choice.value);
        for (const Document& document : schema.documents())
            saved.documents.push_back(document.save());
        for (const State& state : schema.states())
            saved.states.push_back(state.list ? *state.list : std::vector<double>{*state.number});
        return saved;
    }
    Status load(const Saved& saved) {
        for (size_t i = 0; i < saved.params.size(); ++i)
            *schema.params()[i].value = saved.params[i];
        for (size_t i = 0; i < saved.choices.size(); ++i)
            *schema.choices()[i].value = saved.choices[i];
        for (size_t i = 0; i < saved.documents.size(); ++i)
            if (Status status = schema.documents()[i].load(saved.documents[i]); !status.ok())
                return status;
        for (size_t i = 0; i < saved.states.size(); ++i) {
            const State& state = schema.states()[i];
            if (state.list)
                *state.list = saved.states[i];
            else
                *state.number = saved.states[i][0];
        }
        return model.restored(seed);
    }
    uint64_t hash() const {
        Hash hash;
        for (const std::vector<double>& state : save().states)
            hash.add(std::span<const double>(state));
        return hash.value();
    }
};

TEST(Model, FillsTheBucketAtItsRate) {
    Lab lab;
    ASSERT_TRUE(lab.reset().ok());
    lab.set("load_rate", 2.4);
    lab.steps(240);
    EXPECT_NEAR(lab.model.load(), 2.4, 1e-12);
    lab.set("load_rate", 1.2);
    lab.steps(240);
    EXPECT_NEAR(lab.model.load(), 3.6, 1e-12);
    EXPECT_TRUE(std::isnan(lab.model.breakingLoad()));
    EXPECT_EQ(lab.schema.findOutput("first_failed")->text(), "");
    EXPECT_EQ(lab.schema.findOutput("failure_mode")->text(), "");
}

TEST(Model, BreakingLoadDoesNotDependOnTheTimeStep) {
    for (const int joints : {0, 1}) {
        Lab coarse, fine;
        for (Lab* lab : {&coarse, &fine}) {
            lab->choose("joints", joints);
            lab->set("load_rate", 50);
            ASSERT_TRUE(lab->reset().ok());
        }
        coarse.untilBroken(dt);
        fine.untilBroken(dt / 4);
        EXPECT_EQ(coarse.model.breakingLoad(), fine.model.breakingLoad());
        EXPECT_EQ(coarse.model.breakingLoad(), coarse.model.statics().breakingLoad());
        EXPECT_EQ(coarse.model.failedMember(), fine.model.failedMember());
    }
}

TEST(Model, TellsWhatHappened) {
    Lab lab;
    lab.set("load_rate", 50);
    ASSERT_TRUE(lab.reset().ok());
    lab.untilBroken();
    const std::vector<Event> failed = lab.model.takeEvents();
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_EQ(failed[0].key, "member_failed");
    EXPECT_EQ(failed[0].args["member"].text(), lab.schema.findOutput("first_failed")->text());
    EXPECT_EQ(failed[0].args["mode"].text(), "buckling");
    EXPECT_EQ(failed[0].args["load"].number(), lab.model.breakingLoad());
    lab.steps(599);
    EXPECT_FALSE(lab.model.finished());
    EXPECT_TRUE(lab.model.takeEvents().empty());
    lab.steps(1);
    EXPECT_TRUE(lab.model.finished());
    const std::vector<Event> over = lab.model.takeEvents();
    ASSERT_EQ(over.size(), 2u);
    EXPECT_EQ(over[0].key, "collapsed");
    EXPECT_EQ(over[1].key.rfind("explained", 0), 0u);
    EXPECT_EQ(over[1].args["member"].text(), failed[0].args["member"].text());
    const uint64_t hash = lab.hash();
    lab.steps(1);
    EXPECT_EQ(lab.hash(), hash) << "nothing moves after the end";
}

TEST(Model, SameSeedSameRunOtherSeedOtherStrength) {
    uint64_t hashes[3];
    double loads[3];
    for (int i = 0; i < 3; ++i) {
        Lab lab;
        lab.seed = i < 2 ? 7 : 8;
        lab.set("tensile_strength", 5e6);  // so weak that it is what fails
        lab.set("load_rate", 50);
        ASSERT_TRUE(lab.reset().ok());
        lab.untilBroken();
        lab.steps(300);
        hashes[i] = lab.hash();
        loads[i] = lab.model.breakingLoad();
        EXPECT_EQ(lab.model.failureMode(), FailureMode::tension);
    }
    EXPECT_EQ(hashes[0], hashes[1]);
    EXPECT_NE(hashes[0], hashes[2]);
    EXPECT_EQ(loads[0], loads[1]);
    EXPECT_NE(loads[0], loads[2]);
}

class Rewind : public testing::TestWithParam<std::tuple<int, int, int>> {};

// Save at some step, go on, go back, go on again: every state must come out the same.
TEST_P(Rewind, ComesOutTheSame) {
    const auto [joints, type, extra] = GetParam();
    Lab lab;
    lab.choose("joints", joints);
    lab.choose("type", type);
    lab.set("load_rate", 50);
    ASSERT_TRUE(lab.reset().ok());
    lab.steps(20);
    if (extra > 0) lab.untilBroken();
    lab.steps(extra);
    const Lab::Saved saved = lab.save();
    const uint64_t here = lab.hash();
    lab.steps(90);
    const uint64_t there = lab.hash();
    EXPECT_NE(here, there);

    ASSERT_TRUE(lab.load(saved).ok());
    EXPECT_EQ(lab.hash(), here);
    lab.steps(90);
    EXPECT_EQ(lab.hash(), there);

    Lab other;  // a fresh program that opens the save file
    ASSERT_TRUE(other.load(saved).ok());
    other.steps(90);
    EXPECT_EQ(other.hash(), there);
}

INSTANTIATE_TEST_SUITE_P(Cases, Rewind,
                         testing::Combine(testing::Values(0, 1), testing::Values(0, 1, 2),
                                          testing::Values(0, 1, 200)));

TEST(Model, AnEditMayFollowARestoredCollapse) {
    Lab lab;
    lab.set("load_rate", 50);
    ASSERT_TRUE(lab.reset().ok());
    lab.untilBroken();
    lab.steps(50);
    lab.set("height", 0.2);
    ASSERT_TRUE(lab.reset().ok());
    EXPECT_FALSE(lab.model.broken());
    EXPECT_TRUE(lab.model.pieces().empty());
    EXPECT_EQ(lab.model.load(), 0);
}

TEST(Model, StatesThatDoNotFitAreRefused) {
    Lab lab;
    lab.set("load_rate", 50);
    ASSERT_TRUE(lab.reset().ok());
    lab.untilBroken();
    lab.steps(5);
    const Lab::Saved good = lab.save();
    ASSERT_TRUE(lab.load(good).ok());
    const auto refuses = [&](size_t state, std::vector<double> values) {
        Lab::Saved bad = good;
        bad.states[state] = std::move(values);
        const Status status = lab.load(bad);
        return !status.ok() && status.error().key == "bridge.bad_state";
    };
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(refuses(0, {nan}));
    EXPECT_TRUE(refuses(0, {-1}));
    EXPECT_TRUE(refuses(1, {1000}));
    EXPECT_TRUE(refuses(1, {0.5}));
    EXPECT_TRUE(refuses(1, {nan}));
    EXPECT_TRUE(refuses(1, {-1}));
    EXPECT_TRUE(refuses(2, {0}));
    EXPECT_TRUE(refuses(2, {9}));
    EXPECT_TRUE(refuses(3, {1e9}));
    EXPECT_TRUE(refuses(3, {nan}));
    EXPECT_TRUE(refuses(4, {}));
    EXPECT_TRUE(refuses(4, {1, 2, 3}));
    EXPECT_TRUE(lab.load(good).ok());
}

TEST(Model, OneMemberMayHaveItsOwnStrands) {
    Lab lab;
    ASSERT_TRUE(lab.reset().ok());
    const double before = lab.model.statics().breakingLoad(), mass = lab.model.mass();
    const LabCommand& command = *lab.schema.findCommand("member_strands");
    const auto post = [&](const char* member, double strands) {
        return command.run(Json::object().set("member", member).set("strands", strands));
    };
    ASSERT_TRUE(post("S9", 12).ok());
    ASSERT_TRUE(lab.reset().ok());
    EXPECT_EQ(lab.model.strands(8), 12);
    EXPECT_GT(lab.model.statics().breakingLoad(), before);
    EXPECT_GT(lab.model.mass(), mass);
    EXPECT_EQ(lab.schema.findDocument("bridge")->save()["members"][size_t{8}]["strands"].number(),
              12);

    lab.set("height", 0.15);  // the same members: the number stays
    ASSERT_TRUE(lab.reset().ok());
    EXPECT_EQ(lab.model.strands(8), 12);
    lab.set("panels", 8);  // other members
    ASSERT_TRUE(lab.reset().ok());
    EXPECT_EQ(lab.model.strands(8), 7);

    EXPECT_EQ(post("S99", 3).error().key, "bridge.unknown_member");
    EXPECT_EQ(post("S1", 0).error().key, "bridge.bad_strands");
    EXPECT_EQ(post("S1", 2.5).error().key, "bridge.bad_strands");
    EXPECT_EQ(post("S1", std::nan("")).error().key, "bridge.bad_strands");
}

TEST(Model, AnotherMembersStrandsLeaveTheStrengthOfTheRest) {
    Lab lab;
    ASSERT_TRUE(lab.reset().ok());
    const std::vector<double> before = lab.model.statics().strengths();
    ASSERT_TRUE(lab.schema.findCommand("member_strands")
                    ->run(Json::object().set("member", "S1").set("strands", 9))
                    .ok());
    ASSERT_TRUE(lab.reset().ok());
    const std::vector<double> after = lab.model.statics().strengths();
    EXPECT_NE(after[0], before[0]);
    for (size_t i = 1; i < before.size(); ++i) EXPECT_EQ(after[i], before[i]);
}

TEST(Model, AFreeDesignIsTakenAsItIs) {
    Lab lab;
    lab.choose("type", static_cast<int>(BridgeType::free));
    const Bridge bridge = makeBridge(BridgeType::pratt, 0.44, 0.11, 4);
    ASSERT_TRUE(lab.schema.findDocument("bridge")->load(writeBridge(bridge)).ok());
    ASSERT_TRUE(lab.reset().ok());
    EXPECT_EQ(lab.model.design(), bridge);
}

TEST(Model, AMechanismStillShowsItsDesign) {
    Lab lab;
    lab.choose("type", static_cast<int>(BridgeType::free));
    Bridge bridge = makeBridge(BridgeType::pratt, 0.6, 0.1, 6);
    bridge.members.erase(bridge.members.begin() + bridge.findMember("S13"));
    ASSERT_TRUE(lab.schema.findDocument("bridge")->load(writeBridge(bridge)).ok());
    const Status status = lab.reset();
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().key, "bridge.mechanism");
    EXPECT_FALSE(lab.model.stands());
    EXPECT_EQ(lab.model.members().size(), bridge.members.size());
    EXPECT_GT(lab.model.memberWidth(0), 0);
    EXPECT_EQ(lab.model.sag(), 0);
    EXPECT_EQ(lab.model.utilisation(), 0);
    EXPECT_EQ(lab.model.step(dt).error().key, "bridge.not_standing");
    lab.choose("type", 0);
    EXPECT_TRUE(lab.reset().ok());
}

TEST(Model, ABadDocumentLeavesTheDesignAlone) {
    Lab lab;
    ASSERT_TRUE(lab.reset().ok());
    const Bridge before = lab.model.design();
    EXPECT_FALSE(lab.schema.findDocument("bridge")->load(Json("no")).ok());
    EXPECT_EQ(lab.model.design(), before);
}

TEST(Model, OutputsAgreeWithEachOther) {
    Lab lab;
    ASSERT_TRUE(lab.reset().ok());
    lab.steps(240);
    const auto out = [&](const char* key) { return lab.schema.findOutput(key)->number(); };
    EXPECT_NEAR(out("ratio"), out("load") / (out("mass") * 9.81), 1e-12);
    EXPECT_GT(out("sag"), 0);
    EXPECT_GT(out("utilisation"), 0);
    EXPECT_LT(out("utilisation"), 1);
    lab.untilBroken();
    EXPECT_NEAR(out("utilisation"), 1, 1e-9);
    EXPECT_EQ(out("breaking_load"), out("load"));
}

}  // namespace
}  // namespace pt
