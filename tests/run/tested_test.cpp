// Tested designs: recalled, branched from, and held against the real thing.
#include <gtest/gtest.h>

#include "engine/run/csv.h"
#include "engine/run/save.h"
#include "tests/run/fake_lab.h"

namespace pt {
namespace {

using namespace fake;

constexpr int64_t toTheEnd = 100'000;

Command recall(int run) { return command("recall", Json::object().set("run", run)); }
Command note(int run, const char* text, int gesture = 0) {
    return command("note", Json::object().set("run", run).set("text", text), gesture);
}
Command real(int run, Json values, int gesture = 0) {
    return command("real", Json::object().set("run", run).set("values", std::move(values)),
                   gesture);
}
Json place(double si) { return Json::object().set("place", si); }

void post(Session& session, const Command& command) {
    EXPECT_EQ(keyOf(session.post(command)), "") << command.name;
}
void test(Session& session) { ASSERT_TRUE(session.runToEnd(toTheEnd).ok()); }

// Run 1 with 3 parts, run 2 with 5 parts and sand.
std::unique_ptr<Session> tested() {
    auto session = open();
    test(*session);
    post(*session, setCommand("parts", 5));
    post(*session, chooseCommand("ground", "sand"));
    test(*session);
    return session;
}

TEST(Tested, RecallBringsTheDesignBack) {
    auto session = tested();
    const Settings second = readSettings(session->schema());
    post(*session, recall(1));
    EXPECT_EQ(value(*session, "parts"), 3);
    EXPECT_EQ(*session->schema().findChoice("ground")->value, 0);
    EXPECT_EQ(session->runs()[0].design["track"], session->schema().documents()[0].save());
    EXPECT_EQ(session->step(), 0);
    EXPECT_FALSE(session->playing());
    const uint64_t start = session->hash();
    post(*session, undo());
    EXPECT_EQ(readSettings(session->schema()), second);
    EXPECT_TRUE(session->finished()) << "with its run";
    post(*session, redo());
    EXPECT_EQ(session->hash(), start);
}

TEST(Tested, ADocumentThatWasDrawnComesBack) {
    auto session = open();
    post(*session, chooseCommand("layout", "free"));
    post(*session, documentCommand("track", Json::parse("{\"walls\":[1,2]}").value()));
    test(*session);
    post(*session, documentCommand("track", Json::parse("{\"walls\":[]}").value()));
    post(*session, recall(1));
    EXPECT_EQ(session->schema().documents()[0].save().write(), "{\"walls\":[1,2]}");
}

TEST(Tested, ARunKnowsWhichDesignItCameFrom) {
    auto session = tested();
    EXPECT_EQ(session->runs()[0].parent, 0);
    EXPECT_EQ(session->runs()[1].parent, 1) << "edited after run 1";
    post(*session, recall(1));
    EXPECT_EQ(session->branch(), 1);
    post(*session, setCommand("parts", 7));
    test(*session);
    EXPECT_EQ(session->runs()[2].parent, 1);
    EXPECT_EQ(session->branch(), 3);
}

TEST(Tested, UndoAlsoTakesTheBranchBack) {
    auto session = tested();
    post(*session, recall(1));
    post(*session, setCommand("parts", 7));
    post(*session, undo());
    EXPECT_EQ(session->branch(), 1);
    post(*session, undo());
    EXPECT_EQ(session->branch(), 2);
    post(*session, setCommand("parts", 6));
    test(*session);
    EXPECT_EQ(session->runs()[2].parent, 2);
}

TEST(Tested, ADesignThatCannotRunIsPutRightOnItsBranch) {
    auto session = tested();
    post(*session, chooseCommand("ground", "glue"));
    EXPECT_TRUE(session->trouble().has_value());
    EXPECT_EQ(session->branch(), 2);
    post(*session, setCommand("push", 6));
    EXPECT_EQ(session->branch(), 2);
    post(*session, recall(1));
    EXPECT_FALSE(session->trouble().has_value());
}

TEST(Tested, OnlyARunThatIsThereIsRecalled) {
    auto session = tested();
    const uint64_t before = session->hash();
    const size_t journal = session->journal().size();
    for (const Json& run : {Json(0), Json(3), Json(-1), Json(1.5), Json("1"), Json(), Json(1e300)})
        EXPECT_EQ(keyOf(session->post(command("recall", Json::object().set("run", run)))),
                  "session.unknown_run")
            << run.write();
    EXPECT_EQ(session->hash(), before);
    EXPECT_EQ(session->journal().size(), journal);
    EXPECT_TRUE(session->finished());
}

TEST(Tested, OfTheOldestRunsTheDesignIsForgotten) {
    auto session = open();
    post(*session, chooseCommand("layout", "free"));
    for (int i = 0; i < Session::keptDesigns + 2; ++i) {
        post(*session, command("reset"));
        test(*session);
    }
    EXPECT_EQ(session->runs()[1].design, Json::object());
    EXPECT_NE(session->runs()[2].design, Json::object());
    EXPECT_EQ(keyOf(session->post(recall(2))), "session.run_forgotten");
    EXPECT_EQ(keyOf(session->post(recall(3))), "");
}

TEST(Tested, WhatTheSetupFixesStaysFixed) {
    auto session = tested();
    std::string bytes = SaveFile::write(*session);
    bytes.resize(bytes.rfind(",\n\"check\""));
    bytes += "}\n";
    const auto opened = [&bytes](const std::string& from, const std::string& to) {
        std::string changed = bytes;
        const size_t at = changed.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return SaveFile::open(changed.replace(at, from.size(), to), table);
    };
    const auto locked = opened("\"settings\":[]",
                               "\"settings\":[{\"key\":\"parts\",\"number\":5,\"locked\":true}]");
    ASSERT_TRUE(locked.ok()) << locked.error().key;
    EXPECT_EQ(keyOf(locked.value()->post(recall(1))), "session.locked");
    EXPECT_EQ(keyOf(locked.value()->post(recall(2))), "");
    const auto hostile = opened("{\"seed\":\"7\",\"settings\":{\"push\":5,",
                                "{\"seed\":\"7\",\"settings\":{\"push\":500,");
    ASSERT_TRUE(hostile.ok()) << hostile.error().key;
    EXPECT_EQ(keyOf(hostile.value()->post(recall(1))), "session.range");
}

TEST(Tested, ARecalledDesignCanBeLookedAtBeside) {
    auto session = tested();
    const auto other = session->recalled(1);
    ASSERT_TRUE(other.ok());
    EXPECT_EQ(value(*other.value(), "parts"), 3);
    EXPECT_EQ(other.value()->step(), 0);
    EXPECT_EQ(value(*session, "parts"), 5) << "nothing happens here";
    EXPECT_EQ(session->recalled(3).error().key, "session.unknown_run");
}

TEST(Tested, FindingsStandBesideTheRun) {
    auto session = tested();
    const int64_t step = session->step();
    post(*session, real(1, place(18.5).set("where", "end")));
    post(*session, note(1, "knot in the rope"));
    EXPECT_EQ(session->runs()[0].real["place"].number(), 18.5);
    EXPECT_EQ(session->runs()[0].note, "knot in the rope");
    EXPECT_EQ(session->step(), step) << "the run goes on";
    EXPECT_TRUE(session->finished());
    post(*session, undo());
    EXPECT_EQ(session->runs()[0].note, "");
    post(*session, undo());
    EXPECT_EQ(session->runs()[0].real, Json());
    post(*session, redo());
    post(*session, real(1, place(17)));
    EXPECT_FALSE(session->runs()[0].real.has("where")) << "the new values replace the old";
    post(*session, real(1, Json::object()));
    EXPECT_EQ(session->runs()[0].real, Json());
    post(*session, undo());
    EXPECT_EQ(session->runs()[0].real["place"].number(), 17);
}

TEST(Tested, TypingANoteIsOneUndo) {
    auto session = tested();
    const size_t entries = session->journal().size();
    post(*session, note(1, "a", 4));
    post(*session, note(1, "ab", 4));
    post(*session, note(2, "x", 4));
    post(*session, undo());
    EXPECT_EQ(session->runs()[0].note + session->runs()[1].note, "");
    post(*session, redo());
    EXPECT_EQ(session->runs()[0].note, "ab");
    EXPECT_EQ(session->runs()[1].note, "x");
    post(*session, note(1, "ab"));
    EXPECT_EQ(session->journal().size(), entries + 5) << "what is so already is not logged";
}

TEST(Tested, FindingsAreChecked) {
    auto session = tested();
    const auto refused = [&](const Command& command) { return keyOf(session->post(command)); };
    EXPECT_EQ(refused(real(3, place(1))), "session.unknown_run");
    EXPECT_EQ(refused(real(1, Json())), "session.argument");
    EXPECT_EQ(refused(real(1, Json::object().set("plase", 1))), "session.unknown_key_near");
    EXPECT_EQ(refused(real(1, Json::object().set("push", 1))), "session.unknown_key_near");
    EXPECT_EQ(refused(real(1, Json::object().set("place", "far"))), "session.argument");
    EXPECT_EQ(refused(real(1, place(INFINITY))), "session.argument");
    EXPECT_EQ(refused(real(1, place(NAN))), "session.argument");
    EXPECT_EQ(refused(real(1, Json::object().set("where", "moon"))), "session.option");
    EXPECT_EQ(refused(real(1, Json::object().set("where", 3))), "session.argument");
    EXPECT_EQ(refused(real(1, Json::object().set("note", ""))), "session.argument");
    EXPECT_EQ(refused(command("note", Json::object().set("run", 1))), "session.argument");
    EXPECT_EQ(refused(note(1, std::string(2001, 'a').c_str())), "session.note_long");
    EXPECT_EQ(session->runs()[0].real, Json());
    EXPECT_EQ(session->runs()[0].note, "");
}

TEST(Tested, TheFileKeepsTheTree) {
    auto session = tested();
    post(*session, recall(1));
    post(*session, real(2, place(18.5)));
    post(*session, note(2, "zacht \"zand\""));
    post(*session, note(2, "nat zand"));
    post(*session, undo());
    const std::string bytes = SaveFile::write(*session);
    const auto opened = SaveFile::open(bytes, table);
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    Session& again = *opened.value();
    EXPECT_EQ(again.runs(), session->runs());
    EXPECT_EQ(again.branch(), 1);
    EXPECT_EQ(SaveFile::write(again), bytes);
    post(again, redo());
    EXPECT_EQ(again.runs()[1].note, "nat zand");
    for (int i = 0; i < 3; ++i) post(again, undo());
    EXPECT_EQ(again.runs()[1].note, "");
    EXPECT_EQ(again.runs()[1].real, Json());
    const auto replay = SaveFile::replay(bytes, table);
    ASSERT_TRUE(replay.ok());
    EXPECT_TRUE(replay.value().same);
}

TEST(Tested, HostileFilesAreRefusedByTheirLine) {
    auto session = tested();
    post(*session, real(2, place(18.5)));
    post(*session, note(2, "zand"));
    std::string bytes = SaveFile::write(*session);
    bytes.resize(bytes.rfind(",\n\"check\""));
    bytes += "}\n";
    ASSERT_TRUE(SaveFile::open(bytes, table).ok());
    const auto key = [&bytes](const std::string& from, const std::string& to) {
        std::string changed = bytes;
        const size_t at = changed.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        const auto opened = SaveFile::open(changed.replace(at, from.size(), to), table);
        return opened.ok() ? std::string() : opened.error().key;
    };
    const std::string real = "\"real\":{\"place\":18.5}", parent = "\"parent\":1";
    EXPECT_EQ(key(parent, "\"parent\":2"), "save.damaged") << "its own parent";
    EXPECT_EQ(key(parent, "\"parent\":-1"), "save.damaged");
    EXPECT_EQ(key(parent, "\"parent\":1e99"), "save.damaged");
    EXPECT_EQ(key(parent, "\"parent\":\"1\""), "save.damaged");
    EXPECT_EQ(key("\"branch\":2", "\"branch\":3"), "save.damaged");
    EXPECT_EQ(key(real, "\"real\":7"), "save.damaged");
    EXPECT_EQ(key(real, "\"real\":{\"place\":\"ver\"}"), "save.damaged");
    EXPECT_EQ(key(real, "\"real\":{\"later\":[1]}"), "") << "of a newer program";
    EXPECT_EQ(key("\"note\":\"zand\"", "\"note\":7"), "save.damaged");
    EXPECT_EQ(key("\"note\":\"zand\"", "\"note\":\"" + std::string(2001, 'a') + "\""),
              "save.damaged");
    EXPECT_EQ(key("\"findings\":[{\"name\":\"note\"", "\"findings\":[{\"name\":\"set\""),
              "save.damaged");
    EXPECT_EQ(key("\"findings\":[{\"name\":\"real\",\"args\":{\"run\":2",
                  "\"findings\":[{\"name\":\"real\",\"args\":{\"run\":9"),
              "save.damaged");
}

TEST(Tested, TheRunsTableHasWhatWasFound) {
    auto session = tested();
    const auto head = [&session] {
        const std::string csv = runsCsv(*session, CsvStyle::standard);
        return csv.substr(0, csv.find('\r'));
    };
    EXPECT_EQ(head().find("real_"), std::string::npos);
    EXPECT_NE(head().find(",parent"), std::string::npos);
    post(*session, real(2, place(18.5)));
    post(*session, note(2, "=1+1"));
    EXPECT_NE(head().find(",real_place (cm),parent,note"), std::string::npos) << head();
    const std::string csv = runsCsv(*session, CsvStyle::standard);
    EXPECT_NE(csv.find(",1850,1,'=1+1\r\n"), std::string::npos) << csv;
}

// -- jobs

double noTime() { return 0; }
double everLater() {
    static double now = 0;
    return now += 1;
}
double counted(const Session& session) {
    return static_cast<const Sledge&>(session.model()).counted();
}
std::string start(Session& session, Json args = Json::object()) {
    return keyOf(session.startJob("simulate", args));
}

TEST(Jobs, RunInSlicesUntilTheyAreDone) {
    auto session = open();
    const uint64_t before = session->hash();
    ASSERT_EQ(start(*session, Json::object().set("count", 3)), "");
    EXPECT_EQ(session->runningJob(), "simulate");
    EXPECT_EQ(session->jobProgress(), 0);
    EXPECT_TRUE(session->advanceJobs(everLater, 0.5)) << "a slice takes a second by this clock";
    EXPECT_NEAR(session->jobProgress(), 1.0 / 3, 1e-12);
    const uint64_t revision = session->revision();
    EXPECT_FALSE(session->advanceJobs(noTime));
    EXPECT_GT(session->revision(), revision);
    EXPECT_EQ(session->runningJob(), "");
    EXPECT_EQ(counted(*session), 3);
    EXPECT_FALSE(session->advanceJobs(noTime));
    EXPECT_EQ(session->hash(), before);
    EXPECT_TRUE(session->journal().empty());
    EXPECT_FALSE(session->canUndo());
}

TEST(Jobs, TheArgumentsAreChecked) {
    auto session = open();
    EXPECT_EQ(start(*session), "") << "an optional one may be left out";
    EXPECT_EQ(start(*session, Json::object().set("count", 101)), "session.range");
    EXPECT_EQ(start(*session, Json::object().set("count", "x")), "session.argument");
    EXPECT_EQ(start(*session, Json::object().set("coutn", 1)), "session.argument_unknown_near");
    EXPECT_EQ(keyOf(session->startJob("drop", Json())), "session.unknown_job");
    EXPECT_EQ(session->runningJob(), "simulate") << "the job that runs goes on";
}

TEST(Jobs, ARefusedStartIsNoJob) {
    auto session = open();
    post(*session, chooseCommand("ground", "sand"));
    post(*session, chooseCommand("gait", "brisk"));
    EXPECT_EQ(start(*session), "fake.glued");
    EXPECT_EQ(session->runningJob(), "");
    EXPECT_FALSE(session->advanceJobs(noTime));
}

TEST(Jobs, CancelStops) {
    auto session = open();
    ASSERT_EQ(start(*session), "");
    session->advanceJobs(everLater, 0.5);
    session->cancelJob();
    EXPECT_EQ(session->runningJob(), "");
    EXPECT_EQ(session->jobProgress(), 0);
    EXPECT_EQ(counted(*session), 1);
}

TEST(Jobs, EndWhenTheDesignChangesAndOnlyThen) {
    auto session = tested();
    const auto runs = [&] { return session->runningJob() == "simulate"; };
    ASSERT_EQ(start(*session), "");
    post(*session, note(1, "hard"));
    post(*session, command("reset"));
    ASSERT_TRUE(session->runToEnd(50).ok());
    EXPECT_EQ(keyOf(session->post(setCommand("mass", 99))), "session.range");
    EXPECT_TRUE(session->rewindTo(10).ok());
    EXPECT_TRUE(runs()) << "none of these changes the design";
    post(*session, setCommand("parts", 6));
    EXPECT_FALSE(runs());
    ASSERT_EQ(start(*session), "");
    post(*session, undo());
    EXPECT_FALSE(runs());
    ASSERT_EQ(start(*session), "");
    post(*session, recall(1));
    EXPECT_FALSE(runs());
}

TEST(Jobs, MayBeUnderWayWhenTheSessionEnds) {
    auto session = open();
    ASSERT_EQ(start(*session), "");
    session.reset();
    SUCCEED();
}

}  // namespace
}  // namespace pt
