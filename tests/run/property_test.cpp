// Random sessions: whatever a person does, in whatever order, is undone, redone, replayed, saved
// and opened without losing a bit.
#include <gtest/gtest.h>

#include "engine/run/save.h"
#include "tests/run/fake_lab.h"

namespace pt {
namespace {

using namespace fake;

// The same random person at one or more sessions that should not differ.
class Person {
public:
    explicit Person(uint64_t seed) : random_(seed, "person") {}

    // What was done, for the message of a failure.
    std::string act(const std::vector<Session*>& sessions) {
        const int64_t kind = random_.integer(0, 9);
        const int64_t steps = random_.integer(1, 120);
        const Command next = kind < 3 ? Command{} : command();
        std::string done =
            kind < 3 ? "steps " + std::to_string(steps) : next.name + next.args.write();
        std::vector<std::string> answers;
        for (Session* session : sessions) {
            if (kind < 3) {
                const auto taken = session->runToEnd(steps);
                answers.push_back(taken.ok() ? std::to_string(taken.value()) : taken.error().key);
            } else {
                answers.push_back(keyOf(session->post(next)));
            }
        }
        for (const std::string& answer : answers) EXPECT_EQ(answer, answers[0]) << done;
        return done;
    }

    // The hand leaves the slider: opening a file ends a gesture.
    void letGo() { ++gesture_; }

    bool chance(int64_t oneIn) { return random_.integer(1, oneIn) == 1; }

private:
    Command command() {
        const int gesture = random_.integer(0, 2) == 0 ? 0 : gesture_ += chance(4) ? 1 : 0;
        switch (random_.integer(0, 16)) {
        case 0:
        case 1: return {"set", setCommand("push", random_.uniform() * 11 - 1).args, gesture};
        case 2: return {"set", setCommand("push", 9.9 - 0.1 * random_.uniform()).args, gesture};
        case 3: return {"set", setCommand("mass", random_.uniform() * 10).args, gesture};
        case 4: return setCommand("parts", static_cast<double>(random_.integer(0, 9)));
        case 5: return pick("ground", grounds);
        case 6: return pick("gait", speeds);
        case 7: return pick("layout", layouts);
        case 8: return {"document", documentCommand("track", track()).args, gesture};
        case 9: return {"shove", Json::object().set("impulse", random_.uniform() * 10 - 5), 0};
        case 10: return {"wall", wall(), 0};
        case 11: return {"undo", Json::object(), 0};
        case 14: return {"recall", Json::object().set("run", integer(0, 3)), 0};
        case 15: return {"note", run().set("text", chance(3) ? "" : "glued"), gesture};
        case 16: return {"real", run().set("values", values()), gesture};
        case 12: return {chance(3) ? "reset" : "redo", Json::object(), 0};
        default: return {"rewind", Json::object().set("step", integer(-5, 400)), 0};
        }
    }

    double integer(int64_t low, int64_t high) {
        return static_cast<double>(random_.integer(low, high));
    }
    template <size_t n>
    Command pick(const char* key, const char* const (&options)[n]) {
        return chooseCommand(key, options[random_.integer(0, static_cast<int64_t>(n) - 1)]);
    }
    Json track() {
        Json walls = Json::list();
        for (int64_t i = random_.integer(0, 4); i > 0; --i) walls.add(integer(-1, 15));
        return Json::object().set("walls", std::move(walls));
    }
    Json run() { return Json::object().set("run", integer(0, 3)); }
    Json values() {
        Json values = Json::object();
        if (chance(2)) values.set("place", integer(0, 20));
        if (chance(2)) values.set("where", places[random_.integer(0, 2)]);
        return values;
    }
    Json wall() {
        return Json::object().set("name", chance(3) ? "bad" : "good").set("at", integer(0, 9));
    }

    Rng random_;
    int gesture_ = 1;
};

class RandomSession : public testing::TestWithParam<uint64_t> {};

TEST_P(RandomSession, UndoesAndRedoesAll) {
    Person person(GetParam());
    auto session = open();
    const Settings start = readSettings(session->schema());
    for (int i = 0; i < 300; ++i) person.act({session.get()});
    const uint64_t end = session->hash();
    int undone = 0;
    for (; session->canUndo(); ++undone) ASSERT_TRUE(session->post(undo()).ok());
    // The moment may lie in the past of a run, with the settings of then; its end has the start's.
    const int64_t moment = session->step();
    ASSERT_TRUE(session->rewindTo(session->reached()).ok());
    EXPECT_EQ(readSettings(session->schema()), start);
    ASSERT_TRUE(session->rewindTo(moment).ok());
    for (; undone > 0; --undone) ASSERT_TRUE(session->post(redo()).ok());
    EXPECT_EQ(session->hash(), end);
}

TEST_P(RandomSession, IsReproducedByItsJournal) {
    Person person(GetParam());
    auto session = open();
    for (int i = 0; i < 300; ++i) person.act({session.get()});
    const auto replay = SaveFile::replay(SaveFile::write(*session), table);
    ASSERT_TRUE(replay.ok()) << replay.error().key;
    EXPECT_TRUE(replay.value().same);
    EXPECT_EQ(replay.value().expected, session->hash());
    EXPECT_EQ(replay.value().found, session->hash());
}

// One session is saved and opened again and again, its twin never: nobody can tell.
TEST_P(RandomSession, GoesOnAfterSavingAsIfNothingHappened) {
    Person person(GetParam());
    auto twin = open(), session = open();
    for (int i = 0; i < 300; ++i) {
        const std::string done = person.act({twin.get(), session.get()});
        ASSERT_EQ(session->hash(), twin->hash()) << done;
        ASSERT_EQ(session->recording().rows(), twin->recording().rows()) << done;
        ASSERT_EQ(session->recording().events(), twin->recording().events()) << done;
        ASSERT_EQ(session->runs(), twin->runs()) << done;
        if (!person.chance(8)) continue;
        person.letGo();
        const std::string bytes = SaveFile::write(*session);
        auto opened = SaveFile::open(bytes, table);
        ASSERT_TRUE(opened.ok()) << opened.error().key << " after " << done;
        ASSERT_EQ(SaveFile::write(*opened.value()), bytes) << done;
        session = std::move(opened.value());
    }
    while (twin->canUndo()) {
        ASSERT_TRUE(twin->post(undo()).ok());
        ASSERT_TRUE(session->post(undo()).ok());
        ASSERT_EQ(session->hash(), twin->hash());
    }
    EXPECT_FALSE(session->canUndo());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomSession, testing::Range<uint64_t>(1, 25));

}  // namespace
}  // namespace pt
