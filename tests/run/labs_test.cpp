// Every built-in lab, whatever it is: a random person works in it, and what a session promises
// holds. A state that a lab forgot to declare shows here.
#include <gtest/gtest.h>

#include "engine/core/rng.h"
#include "engine/run/save.h"

namespace pt {
namespace {

Setup setupOf(const LabEntry& lab, uint64_t seed) {
    Setup setup;
    setup.lab = lab.id;
    setup.seed = seed;
    return setup;
}

Command command(std::string_view name) { return {std::string(name), Json::object(), 0}; }

// A param or choice of the lab with a value that fits it.
Command randomSet(const Session& session, Rng& random) {
    const auto& params = session.schema().params();
    const auto& choices = session.schema().choices();
    const int64_t count = static_cast<int64_t>(params.size() + choices.size());
    const size_t i = static_cast<size_t>(random.integer(0, count - 1));
    if (i >= params.size()) {
        const Choice& choice = choices[i - params.size()];
        const int64_t last = static_cast<int64_t>(choice.options.size()) - 1;
        return chooseCommand(choice.key,
                             choice.options[static_cast<size_t>(random.integer(0, last))]);
    }
    const Range& range = params[i].range;
    if (range.step == 0)
        return setCommand(params[i].key, range.min + random.uniform() * (range.max - range.min));
    const int64_t steps = static_cast<int64_t>((range.max - range.min) / range.step);
    const double value = range.min + static_cast<double>(random.integer(0, steps)) * range.step;
    return setCommand(params[i].key, value);
}

void act(Session& session, Rng& random) {
    switch (random.integer(0, 6)) {
    case 0:
    case 1: (void)session.post(randomSet(session, random)); break;
    case 2: (void)session.post(command("undo")); break;
    case 3: (void)session.post(command("redo")); break;
    case 4: (void)session.rewindTo(random.integer(0, session.reached())); break;
    default: (void)session.runToEnd(random.integer(1, 400)); break;
    }
}

void expectRewinds(Session& session, Rng& random) {
    if (session.trouble()) return;
    const int64_t end = session.step();
    const uint64_t hash = session.hash();
    ASSERT_TRUE(session.rewindTo(random.integer(0, end)).ok());
    ASSERT_TRUE(session.rewindTo(end).ok());
    EXPECT_EQ(session.hash(), hash) << "step " << end;
}

void expectSaves(const Session& session) {
    const std::string bytes = SaveFile::write(session);
    const auto opened = SaveFile::open(bytes);
    ASSERT_TRUE(opened.ok()) << opened.error().key << ' ' << opened.error().where;
    EXPECT_EQ(opened.value()->hash(), session.hash());
    EXPECT_EQ(SaveFile::write(*opened.value()), bytes);
}

class EveryLab : public testing::TestWithParam<uint64_t> {};

TEST_P(EveryLab, KeepsWhatASessionPromises) {
    for (const LabEntry& lab : labs()) {
        SCOPED_TRACE(lab.id);
        auto opened = Session::open(setupOf(lab, GetParam()));
        ASSERT_TRUE(opened.ok()) << opened.error().key;
        Session& session = *opened.value();
        Rng random(GetParam(), "person");
        for (int i = 0; i < 40; ++i) {
            act(session, random);
            if (i % 8 == 7) expectRewinds(session, random);
            if (i % 8 == 3) expectSaves(session);
        }
        const auto replay = SaveFile::replay(SaveFile::write(session));
        ASSERT_TRUE(replay.ok()) << replay.error().key;
        EXPECT_TRUE(replay.value().same);
    }
}

TEST_P(EveryLab, RunsTheSameToItsEnd) {
    for (const LabEntry& lab : labs()) {
        SCOPED_TRACE(lab.id);
        auto one = Session::open(setupOf(lab, GetParam()));
        auto two = Session::open(setupOf(lab, GetParam()));
        ASSERT_TRUE(one.ok() && two.ok());
        Session &whole = *one.value(), &inParts = *two.value();
        ASSERT_TRUE(whole.runToEnd(20'000).ok());
        while (!inParts.finished() && inParts.step() < 20'000)
            ASSERT_TRUE(inParts.runToEnd(1 + inParts.step() / 3).ok());
        ASSERT_TRUE(inParts.rewindTo(whole.step()).ok());
        EXPECT_EQ(inParts.hash(), whole.hash());
        EXPECT_EQ(inParts.runs(), whole.runs());
        expectSaves(whole);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, EveryLab, testing::Range<uint64_t>(1, 7));

}  // namespace
}  // namespace pt
