// The lesson in save files: kept, taken up again, damaged, hostile, and of an earlier form.
#include "tests/lesson/lesson_fixture.h"

namespace pt {
namespace {

using namespace fake;

const std::string two = R"(steps:
  - step: eerst
    do:
      - {open: een, ask: {nl: "Een?", en: "One?"}, rubric: [Ja]}
      - {table: tabel, columns: [push, pace], min_rows: 1}
  - step: tweede
    do:
      - {open: twee, ask: {nl: "Twee?", en: "Two?"}, rubric: [Ja]}
)";
const std::string one = R"(steps:
  - step: eerst
    do:
      - {open: een, ask: {nl: "Een?", en: "One?"}, rubric: [Ja]}
)";

// Another form of the lesson on the same session, as after a hot reload.
void reload(Ride& ride, const std::string& body) {
    ride.run.reset();
    ride.scenario = lessonOf(body);
    ride.run = std::make_unique<LessonRun>(ride.scenario, *ride.session);
}

TEST(LessonSaveTest, AnswersStayThroughANewFormOfTheLesson) {
    Ride ride(two);
    EXPECT_EQ(ride.answer("een", "ja"), "");
    EXPECT_EQ(ride.go("tweede"), "");
    EXPECT_EQ(ride.answer("twee", "nee"), "");
    EXPECT_EQ(ride.act(deed("row", "table", "tabel")), "");
    reload(ride, one);
    EXPECT_EQ(ride.at(), "eerst") << "the step is gone";
    EXPECT_EQ(ride.run->item("een").answer.text(), "ja");
    EXPECT_EQ(ride.run->strayIds(), (std::vector<std::string>{"tabel", "twee"}));
    EXPECT_EQ(ride.session->journal().size(), 5u) << "nothing happened";
    Ride again = reopened(ride);
    EXPECT_EQ(again.run->strayIds(), ride.run->strayIds());
    reload(again, two);
    EXPECT_TRUE(again.run->strayIds().empty());
    EXPECT_EQ(again.run->item("twee").answer.text(), "nee") << "and back again";
    EXPECT_EQ(again.run->rows("tabel").size(), 1u);
}

TEST(LessonSaveTest, ASaveFileWithoutALessonBeginsOne) {
    auto session = open();
    EXPECT_EQ(keyOf(session->post(setCommand("push", 7))), "");
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(session->stepOnce().ok());
    Ride ride(two);
    ride.run.reset();
    ride.session = std::move(session);
    ride.run = std::make_unique<LessonRun>(ride.scenario, *ride.session);
    EXPECT_EQ(ride.at(), "eerst");
    EXPECT_EQ(value(*ride.session, "push"), 7);
    EXPECT_EQ(ride.session->journal().back().command.args["do"].text(), "begin");
    EXPECT_EQ(ride.session->journal().back().stepsBefore, 20);
}

// Whatever stands there, the lesson begins, and writes something that can be read again.
TEST(LessonSaveTest, DamagedAndHostileWorkIsTakenAsFarAsItFits) {
    std::string deep = "1";
    for (int i = 0; i < 50; ++i) deep = "[" + deep + "]";
    std::string many = "{";
    for (int i = 0; i < 5000; ++i)
        many += (i > 0 ? ",\"x" : "\"x") + std::to_string(i) + "\":{\"answer\":\"" +
                std::string(100, 'a') + "\"}";
    many += "}";
    const std::string lines[] = {
        "{}",
        "[1,2]",
        "7",
        R"({"state":7,"course":"x","log":{}})",
        R"({"state":{"step":"nergens","level":"top","visited":{"eerst":-5,"x":1e300}}})",
        R"({"state":{"items":{"een":{"answer":{"a":1},"tries":1e308,"hints":99}}}})",
        R"({"state":{"items":{"een":{"answer":"ja","verdict":{"state":"??","score":1e9,"places":[1,{}]}}}}})",
        R"({"state":{"items":{"tabel":{"answer":"x"}},"tables":{"een":[1],"tabel":[1,"x",{"cells":{"push":"x","y":1}}]}}})",
        R"({"state":{"observations":[1,{"settings":[],"step":-1,"number":1e99}],"observed":-3,"events":[{},"a"]}})",
        R"({"course":{"farthest":1e14,"seen":1e14,"given":{"push":{"before":"x","last":5},"nope":{}}}})",
        R"({"course":{"disturbances":[{"input":"push","shape":"sine","value":1e308,"period":1e-300,"begin":5},{"input":"none"},3]}})",
        R"({"course":{"tasks":{"een":-1e300},"broken":[1,"een"],"held":[7],"watched":{"x":[[[0,0,9,1]]]}}})",
        "{\"state\":{\"items\":" + many + ",\"stray\":" + deep + "}}",
    };
    for (const std::string& line : lines) {
        Ride ride(two);
        std::string bytes = SaveFile::write(*ride.session);
        bytes = bytes.substr(0, bytes.find(",\n\"lesson\"")) + ",\n\"lesson\":" + line + "}\n";
        auto opened = SaveFile::open(bytes, table);
        ASSERT_TRUE(opened.ok()) << line.substr(0, 200);
        Ride again(two);
        again.run.reset();
        again.session = std::move(opened.value());
        again.run = std::make_unique<LessonRun>(again.scenario, *again.session);
        EXPECT_EQ(again.at(), "eerst") << line.substr(0, 200);
        again.steps(20);
        EXPECT_EQ(again.answer("een", "ja"), "");
        EXPECT_EQ(keyOf(again.session->post(command("reset"))), "");
        again.steps(5);
        EXPECT_TRUE(SaveFile::open(SaveFile::write(*again.session), table).ok());
    }
}

// -- random pupils: whatever they do, the work lasts

class RandomPupil : public testing::TestWithParam<uint64_t> {};

const std::string rich = R"yaml(setup:
  push: {start: 5 N, min: -9 N, max: 9 N}
  ground: {vary: [ice, sand]}
levels:
  basis: {title: {nl: Basis, en: Basic}, help: full}
  plus: {title: {nl: Plus, en: Plus}, help: none, start: {mass: 2 kg}}
requirements:
  - {id: ver, must: "ever(place > 80 cm)", nl: Ver, en: Far}
events:
  - {at: 0.3 s, set: {push: 8 N}}
  - {every: 0.25 s, hint: een}
  - {when: "held(push > 6 N, 0.1 s)", disturb: {input: push, shape: noise, value: 1 N, last: 0.5 s, period: 0.1 s}}
  - {on: step_enter, disturb: {input: push, shape: ramp, value: 1 N, last: 0.2 s}}
  - {on: change, set: {gait: brisk}}
steps:
  - step: eerst
    do:
      - {open: een, ask: {nl: "Een?", en: "One?"}, rubric: [Ja], hints: [A, B, C]}
      - {predict: gok, ask: {nl: "Hoe ver?", en: "How far?"}, of: place}
  - step: tweede
    needs: [een]
    unlock: [parts]
    do:
      - {table: tabel, columns: [push, pace, ground], min_rows: 2}
      - {task: taak, ask: {nl: Doe., en: Do.}, goal: "always(push > -9 N) and place > 1 m", keep: pace < 3 m/s}
  - step: slot
    for: [plus]
    do:
      - {task: eisen, ask: {nl: Haal., en: Meet.}, goal: requirements_met}
)yaml";

TEST_P(RandomPupil, DoesWhatLasts) {
    Rng rng(GetParam(), "pupil");
    Ride ride(rich);
    const std::vector<Json> deeds{
        deed("go", "step", "eerst"),
        deed("go", "step", "tweede"),
        deed("go", "step", "slot"),
        deed("answer", "item", "een").set("value", "omdat"),
        deed("answer", "item", "gok").set("value", Json::object().set("value", "2 m")),
        deed("check", "item", "taak"),
        deed("check", "item", "tabel"),
        deed("check", "item", "eisen"),
        deed("hint", "item", "een"),
        deed("row", "table", "tabel"),
        deed("unrow", "table", "tabel").set("row", 1),
        deed("level", "level", "plus"),
        deed("level", "level", "basis"),
        deed("pupil", "number", 3),
        deed("read", "output", "pace"),
        deed("teacher", "on", true),
        deed("teacher", "on", false),
    };
    for (int i = 0; i < 60; ++i) {
        const int64_t what = rng.integer(0, 9);
        const double some = static_cast<double>(rng.integer(-4, 9));
        if (what <= 2)
            ride.act(
                deeds[static_cast<size_t>(rng.integer(0, static_cast<int64_t>(deeds.size()) - 1))]);
        else if (what <= 4)
            for (int64_t n = rng.integer(1, 40); n > 0 && ride.session->stepOnce().ok(); --n) {
            }
        else if (what == 5)
            ride.set("push", some, static_cast<int>(rng.integer(0, 1)) * 7);
        else if (what == 6)
            ride.set("mass", 0.5 * static_cast<double>(rng.integer(1, 8)));
        else if (what == 7)
            static_cast<void>(ride.session->rewindTo(rng.integer(0, ride.session->reached())));
        else if (what == 8)
            static_cast<void>(ride.session->post(rng.integer(0, 1) == 0 ? undo() : redo()));
        else
            static_cast<void>(ride.session->post(command("reset")));
        if (i == 30) ride = reopened(ride);
    }
    expectLasting(ride);
}

// Two pupils who do the same; one closes the program all the time.
TEST_P(RandomPupil, GoesOnAsIfItHadNeverBeenClosed) {
    Rng rng(GetParam(), "closing");
    Ride open(rich), closed(rich);
    const auto both = [&](const auto& doing) {
        doing(open);
        doing(closed);
    };
    const std::vector<Json> deeds{
        deed("go", "step", "tweede"),
        deed("go", "step", "eerst"),
        deed("answer", "item", "een").set("value", "omdat"),
        deed("answer", "item", "gok").set("value", Json::object().set("value", "2 m")),
        deed("check", "item", "taak"),
        deed("hint", "item", "een"),
        deed("row", "table", "tabel"),
        deed("unrow", "table", "tabel").set("row", 1),
        deed("level", "level", "plus"),
        deed("pupil", "number", 3),
        deed("read", "output", "pace"),
    };
    for (int i = 0; i < 40; ++i) {
        const int64_t what = rng.integer(0, 6);
        const int64_t some = rng.integer(1, 9);
        const size_t which = static_cast<size_t>(rng.integer(0, int64_t(deeds.size()) - 1));
        const bool back = rng.integer(0, 1) == 0;
        both([&](Ride& ride) {
            Session& session = *ride.session;
            if (what <= 2)
                ride.act(deeds[which]);
            else if (what == 3)
                for (int64_t n = 4 * some; n > 0 && session.stepOnce().ok(); --n) {
                }
            else if (what == 4)
                ride.set("push", static_cast<double>(some));
            else if (what == 5)
                static_cast<void>(session.rewindTo(session.reached() * some / 9));
            else
                static_cast<void>(session.post(back ? undo() : redo()));
        });
        closed = reopened(closed);
        ASSERT_EQ(closed.run->hash(), open.run->hash()) << i;
        ASSERT_EQ(closed.session->hash(), open.session->hash()) << i;
    }
    EXPECT_TRUE(closed.session->journal() == open.session->journal());
    EXPECT_TRUE(closed.session->runs() == open.session->runs());
    EXPECT_EQ(closed.run->save().write(), open.run->save().write());
    expectLasting(closed);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomPupil, testing::Range(uint64_t{1}, uint64_t{40}));

}  // namespace
}  // namespace pt
