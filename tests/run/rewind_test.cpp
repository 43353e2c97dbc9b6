// Rewinding gives every moment back, bit for bit, with the commands that were given on the way.
#include <gtest/gtest.h>

#include "tests/run/fake_lab.h"

namespace pt {
namespace {

using namespace fake;

// A run with live commands on the way, and the hash of each of its moments.
struct Ride {
    std::unique_ptr<Session> session = open();
    std::vector<uint64_t> hashes;

    explicit Ride(int64_t steps) {
        post(setCommand("push", -0.5));
        for (int64_t i = 0; i < steps; ++i) {
            const Json impulse = Json::object().set("impulse", -1.5);
            if (i % 40 == 7) post(setCommand("push", std::fmod(static_cast<double>(i), 5) - 3));
            if (i % 90 == 3) post(command("shove", impulse));
            hashes.push_back(session->hash());
            EXPECT_TRUE(session->stepOnce().ok());
        }
        hashes.push_back(session->hash());
    }
    void post(const Command& command) { EXPECT_TRUE(session->post(command).ok()); }
};

TEST(Rewind, ToEveryMoment) {
    Ride ride(700);
    Session& session = *ride.session;
    for (int64_t step = 700; step >= 0; step -= 3) {
        ASSERT_TRUE(session.rewindTo(step).ok());
        ASSERT_EQ(session.step(), step);
        ASSERT_EQ(session.hash(), ride.hashes[static_cast<size_t>(step)]) << step;
        ASSERT_EQ(session.recording().steps().back(), step);
        ASSERT_EQ(session.reached(), 700);
    }
    for (const int64_t step : {5, 699, 0, 350, 64, 63, 65, 700}) {
        ASSERT_TRUE(session.rewindTo(step).ok());
        ASSERT_EQ(session.hash(), ride.hashes[static_cast<size_t>(step)]) << step;
    }
    EXPECT_EQ(session.recording().rows(), 701u);
}

TEST(Rewind, SteppingOnFollowsWhatWasDone) {
    Ride ride(300);
    Session& session = *ride.session;
    ASSERT_TRUE(session.rewindTo(20).ok());
    for (int64_t step = 21; step <= 300; ++step) {
        ASSERT_TRUE(session.stepOnce().ok());
        ASSERT_EQ(session.hash(), ride.hashes[static_cast<size_t>(step)]) << step;
    }
    EXPECT_EQ(session.reached(), 300);
}

TEST(Rewind, KeepsRecordingAndEventsOfThatMoment) {
    auto session = open();
    session->runToEnd(1'000'000).value();
    const int64_t end = session->step();
    const auto events = session->recording().events();
    const auto places = session->recording().column(0);
    ASSERT_GE(events.size(), 3u);
    ASSERT_TRUE(session->rewindTo(events[1].step).ok());
    EXPECT_EQ(session->recording().events().size(), 2u) << "what happens at this step has happened";
    ASSERT_TRUE(session->rewindTo(events[1].step - 1).ok());
    EXPECT_EQ(session->recording().events().size(), 1u);
    ASSERT_TRUE(session->rewindTo(end).ok());
    EXPECT_EQ(session->recording().events(), events);
    EXPECT_EQ(session->recording().column(0), places);
    EXPECT_TRUE(session->finished());
}

TEST(Rewind, BeyondWhatWasReachedIsRefused) {
    auto session = open();
    session->runToEnd(10).value();
    EXPECT_EQ(keyOf(session->rewindTo(11)), "session.beyond");
    EXPECT_EQ(keyOf(session->rewindTo(-1)), "session.beyond");
    EXPECT_EQ(session->step(), 10);
}

TEST(Rewind, ALongRunKeepsFewCheckpoints) {
    Ride ride(9'000);
    Session& session = *ride.session;
    for (const int64_t step : {8'999, 5'003, 128, 63, 8'192, 1}) {
        ASSERT_TRUE(session.rewindTo(step).ok());
        ASSERT_EQ(session.hash(), ride.hashes[static_cast<size_t>(step)]) << step;
    }
}

TEST(Restore, AcceptsOnlyMomentsOfThisRun) {
    Ride ride(200);
    Session& session = *ride.session;
    ASSERT_TRUE(session.rewindTo(90).ok());
    const Snapshot moment = session.snapshot();
    ASSERT_TRUE(session.rewindTo(200).ok());
    ASSERT_TRUE(session.restore(moment).ok());
    EXPECT_EQ(session.snapshot(), moment);
    Snapshot other = moment;
    other.states[0][0] += 1;
    ASSERT_TRUE(session.rewindTo(150).ok());
    EXPECT_EQ(keyOf(session.restore(other)), "session.snapshot");
    EXPECT_EQ(session.step(), 150);
    other.step = 201;
    EXPECT_EQ(keyOf(session.restore(other)), "session.beyond");
}

TEST(SnapshotTest, MustHaveTheShapeOfTheSchema) {
    Sledge model;
    Schema schema;
    model.describe(schema);
    ASSERT_TRUE(model.reset(1).ok());
    Settings settings = readSettings(schema);
    const Snapshot good{0, settings.params, settings.choices, settings.documents,
                        readStates(schema)};
    EXPECT_TRUE(writeSnapshot(model, schema, good, 1).ok());
    const auto refused = [&](auto change) {
        Snapshot wrong = good;
        change(wrong);
        return keyOf(writeSnapshot(model, schema, wrong, 1));
    };
    EXPECT_EQ(refused([](Snapshot& s) { s.params.pop_back(); }), "session.snapshot");
    EXPECT_EQ(refused([](Snapshot& s) { s.choices[0] = 3; }), "session.snapshot");
    EXPECT_EQ(refused([](Snapshot& s) { s.choices[0] = -1; }), "session.snapshot");
    EXPECT_EQ(refused([](Snapshot& s) { s.documents.clear(); }), "session.snapshot");
    EXPECT_EQ(refused([](Snapshot& s) { s.states[0].push_back(1); }), "session.snapshot");
    EXPECT_EQ(refused([](Snapshot& s) { s.documents[0] = Json(1); }), "fake.track");
    EXPECT_EQ(refused([](Snapshot& s) { s.states[2].push_back(1); }), "fake.trail");
}

TEST(SnapshotTest, TheHashCountsEveryDeclaredNumber) {
    Ride ride(50);
    const Snapshot base = ride.session->snapshot();
    std::vector<uint64_t> hashes{hashOf(base)};
    const auto with = [&](auto change) {
        Snapshot other = base;
        change(other);
        hashes.push_back(hashOf(other));
    };
    with([](Snapshot& s) { s.step += 1; });
    for (size_t i = 0; i < base.params.size(); ++i)
        with([i](Snapshot& s) { s.params[i] += 1e-12; });
    for (size_t i = 0; i < base.choices.size(); ++i) with([i](Snapshot& s) { s.choices[i] += 1; });
    with([](Snapshot& s) { s.documents[0].set("more", 1); });
    for (size_t i = 0; i < base.states.size(); ++i)
        with([i](Snapshot& s) { s.states[i][0] += 1e-12; });
    with([](Snapshot& s) { s.states[2].push_back(0); });
    std::sort(hashes.begin(), hashes.end());
    EXPECT_EQ(std::adjacent_find(hashes.begin(), hashes.end()), hashes.end());
}

}  // namespace
}  // namespace pt
