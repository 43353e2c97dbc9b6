// The script of a lesson over the end of the program: work that is opened again goes on as if it
// had never been closed, and where that cannot be, it begins anew with its memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/lesson/lesson_replay.h"
#include "engine/run/save.h"
#include "engine/script/script.h"

namespace pt {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Something of everything that no file can hold: a variable, timers, a sequence that waits, a
// condition that was met, chance, and a measure with a rhythm of its own.
constexpr std::string_view busy = R"yaml(lab: 1
id: met_script
title: {nl: Met script, en: With a script}
sim: spaghetti-bridge
events:
  - {at: 1.2 s, say: {nl: "Nu al $(load in N)", en: "By now $(load in N)"}}
steps:
  - step: een
    do:
      - {open: vraag, ask: {nl: Waarom, en: Why}, rubric: [Ja], hints: [{nl: Kijk, en: Look}]}
      - {task: trek, goal: duw >= 40 N, ask: {nl: Belast, en: Load}, not_yet: {nl: Nee, en: No}}
script: |
  local seen = 0
  measure("duw", {unit = "N", every = 0.5, value = function() return get("load", "N") + seen end})
  on("answer", "vraag", function()
      seen = seen + 1
      memory.seen = seen
      after(1.5, function() set("load_rate", 4 + seen, "N/s") end)
  end)
  every(0.7, function() seen = seen + random(1, 3) end)
  when("load > 4 N", function() say("zwaar " .. seen) end)
  when("load > 6 N", function() seen = seen + 10 end, {once = true})
  spawn(function()
      for i = 1, 4 do
          wait(0.9)
          set("load_rate", 5 + i, "N/s")
          if i == 3 then hint("vraag") end
          memory.lus = i
      end
  end)
)yaml";

std::shared_ptr<const Scenario> lessonOf(std::string_view text) {
    ScenarioRead read = readLesson(text, lessonFileName);
    for (const Error& error : read.errors) ADD_FAILURE() << error.where << " " << error.key;
    return std::make_shared<const Scenario>(std::move(read.scenario));
}

struct Work {
    std::shared_ptr<const Scenario> scenario;
    std::unique_ptr<Session> session;
    std::unique_ptr<LessonRun> run;

    explicit Work(std::string_view text)
        : scenario(lessonOf(text)), session(std::move(Session::open(scenario->setup).value())),
          run(std::make_unique<LessonRun>(scenario, *session, startScript)) {}

    std::string bytes() const { return SaveFile::write(*session); }
    // Closed, and opened with the lesson that it holds or another form of it.
    void reopen(std::shared_ptr<const Scenario> as = nullptr) {
        auto opened = SaveFile::open(bytes());
        ASSERT_TRUE(opened.ok()) << opened.error().key;
        run.reset();
        session = std::move(opened.value());
        ScenarioRead read = readLesson(session->setup());
        ASSERT_TRUE(read.ok()) << read.errors.front().key;
        scenario = as ? std::move(as) : std::make_shared<const Scenario>(std::move(read.scenario));
        run = std::make_unique<LessonRun>(scenario, *session, startScript);
    }
    void answer(const std::string& text) {
        const Json args = Json::object().set("do", "answer").set("item", "vraag");
        EXPECT_TRUE(run->act(Json(args).set("value", text)).ok());
        EXPECT_TRUE(run->act(Json::object().set("do", "check").set("item", "vraag")).ok());
    }
    void read() {
        EXPECT_TRUE(run->act(Json::object().set("do", "read").set("output", "load")).ok());
    }
    void steps(double seconds) {
        EXPECT_TRUE(session->runToEnd(static_cast<int64_t>(seconds / session->dt())).ok());
    }
    bool resumed() const {
        for (const JournalEntry& entry : session->journal())
            if (entry.command.args["do"].text() == "resume") return true;
        return false;
    }
    LessonReplay replayed() const {
        // As labrun does: what is in the file, without the one that goes along.
        auto saved = SaveFile::open(bytes());
        EXPECT_TRUE(saved.ok());
        auto replay = replayLesson(*saved.value(), scenario, startScript);
        EXPECT_TRUE(replay.ok());
        return std::move(replay.value());
    }
};

// One moment of the story after the other; `between` comes in between.
void live(Work& work, const std::function<void(int)>& between) {
    const std::vector<std::function<void()>> story{
        [&] { work.steps(0.4); },
        [&] { work.answer("omdat"); },
        [&] { work.steps(0.6); },
        [&] { EXPECT_TRUE(work.session->post(setCommand("load_rate", 7)).ok()); },
        [&] { work.steps(0.9); },
        [&] { EXPECT_TRUE(work.session->rewindTo(work.session->step() / 2).ok()); },
        [&] { work.answer("daarom"); },
        [&] { work.steps(1.1); },
        [&] {
            EXPECT_TRUE(work.session->post({"undo", Json::object(), 0}).ok());
        },
        [&] { work.steps(0.5); },
        [&] { EXPECT_TRUE(work.session->post(setCommand("height", 0.11)).ok()); },
        [&] { work.steps(1.3); },
        [&] { work.answer("toch"); },
        [&] { work.steps(2.5); },
    };
    for (size_t i = 0; i < story.size(); ++i) {
        story[i]();
        between(static_cast<int>(i));
    }
}

TEST(LessonResume, GoesOnAsIfItHadNeverBeenClosed) {
    Work whole(busy);
    live(whole, [](int) {});
    ASSERT_THAT(whole.run->scriptErrors(), IsEmpty());
    EXPECT_GE(whole.run->said().size(), 2u);
    EXPECT_EQ(whole.run->item("vraag").hints, 1) << "the sequence came that far";
    for (int closed = -1; closed < 14; ++closed) {
        Work work(busy);
        // At one moment, or at all of them.
        live(work, [&](int moment) {
            if (closed == moment || closed < 0) work.reopen();
        });
        EXPECT_FALSE(work.resumed()) << closed;
        EXPECT_EQ(work.session->hash(), whole.session->hash()) << closed;
        EXPECT_EQ(work.run->hash(), whole.run->hash()) << closed;
        EXPECT_TRUE(work.session->journal() == whole.session->journal()) << closed;
        EXPECT_EQ(work.run->save().write(), whole.run->save().write()) << closed;
    }
}

TEST(LessonResume, TheJournalGivesTheLessonAgain) {
    Work work(busy);
    live(work, [](int) {});
    const LessonReplay replay = work.replayed();
    EXPECT_TRUE(replay.same);
    EXPECT_EQ(replay.found, work.run->hash());
    EXPECT_EQ(replay.foundLab, work.session->hash());
    EXPECT_EQ(replay.run->item("vraag").answer.text(), "toch");
}

TEST(LessonResume, AForgedAnswerIsNoticed) {
    Work work(busy);
    live(work, [](int) {});
    std::string bytes = work.bytes();
    bytes = bytes.substr(0, bytes.rfind(",\n\"check\"")) + "}\n";
    const size_t state = bytes.find("\"answer\":\"toch\"", bytes.find("\n\"lesson\""));
    ASSERT_NE(state, std::string::npos);
    bytes.replace(state, 15, "\"answer\":\"slim\"");
    const auto forged = SaveFile::open(bytes);
    ASSERT_TRUE(forged.ok());
    const auto replay = replayLesson(*forged.value(), work.scenario, startScript);
    ASSERT_TRUE(replay.ok());
    EXPECT_FALSE(replay.value().same);
    EXPECT_EQ(replay.value().foundLab, replay.value().expectedLab);
    EXPECT_NE(replay.value().found, replay.value().expected);
}

// More has been done than can be lived through while someone waits.
TEST(LessonResume, BeginsAnewWithItsMemoryAfterLongWork) {
    Work work(busy);
    work.steps(0.4);
    work.answer("omdat");
    for (int i = 0; i < 4000; ++i) work.read();
    work.steps(1.4);
    const Json memory = work.run->save()["script"];
    EXPECT_EQ(memory["seen"].number(), 1);
    work.reopen();
    EXPECT_TRUE(work.resumed());
    EXPECT_EQ(work.run->save()["script"], memory);
    EXPECT_EQ(work.run->item("vraag").answer.text(), "omdat");
    const size_t said = work.run->said().size();
    work.steps(0.1);
    EXPECT_EQ(work.run->said().size(), said) << "that the load is high is no news";
    work.steps(2);
    work.reopen();
    work.steps(1);
    EXPECT_THAT(work.run->scriptErrors(), IsEmpty());
    const LessonReplay replay = work.replayed();
    EXPECT_TRUE(replay.same) << "the journal knows where it began anew";
}

// The author changed the lesson meanwhile, so the journal no longer comes out the same.
TEST(LessonResume, BeginsAnewUnderANewerFormOfTheLesson) {
    Work work(busy);
    live(work, [](int) {});
    const Json memory = work.run->save()["script"];
    std::string newer(busy);
    newer.replace(newer.find("at: 1.2 s"), 9, "at: 0.1 s, set: {load_rate: 3 N/s}");
    work.reopen(lessonOf(newer));
    EXPECT_TRUE(work.resumed());
    EXPECT_EQ(work.run->save()["script"], memory);
    EXPECT_EQ(work.run->item("vraag").answer.text(), "toch");
    work.steps(1);
    EXPECT_FALSE(work.replayed().same) << "part of it was done in another lesson";
}

TEST(LessonResume, WorkFromBeforeTheLessonStaysBeforeIt) {
    Work work(busy);
    const auto scenario = work.scenario;
    work.run.reset();
    work.session = std::move(Session::open(scenario->setup).value());
    work.steps(1);
    EXPECT_TRUE(work.session->post(setCommand("load_rate", 3)).ok());
    work.steps(0.3);
    work.run = std::make_unique<LessonRun>(scenario, *work.session, startScript);
    work.answer("nu");
    work.steps(2);
    EXPECT_TRUE(work.replayed().same);
    work.reopen();
    EXPECT_FALSE(work.resumed());
}

// Whatever stands there, the lesson goes on and writes something that can be read again.
TEST(LessonResume, HostileWorkIsTakenAsFarAsItFits) {
    Work work(busy);
    work.steps(1.5);
    std::string bytes = work.bytes();
    bytes = bytes.substr(0, bytes.rfind(",\n\"check\"")) + "}\n";
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"\"script\":{", "\"script\":{\"x\":{\"y\":1},"},
             {"\"script\":{", "\"script\":[],\"z\":{"},
             {"\"said\":[", "\"said\":[7,{\"nl\":3},\"$(1/0) $(\","},
             {"\"since\":", "\"since\":1e14,\"y\":"},
             {"\"journal\":[\n",
              "\"journal\":[\n{\"after\":9e14,\"do\":{\"name\":\"x\",\"args\":{}}},\n"},
             {"\"do\":\"begin\"", "\"do\":\"resume\""}}) {
        std::string damaged = bytes;
        const size_t at = damaged.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        damaged.replace(at, from.size(), to);
        auto opened = SaveFile::open(damaged);
        ASSERT_TRUE(opened.ok()) << to << opened.error().key;
        LessonRun run(work.scenario, *opened.value(), startScript);
        for (const LessonRun::Said& said : run.said())
            static_cast<void>(run.fill(said.text, Words::builtin(Language::nl)));
        EXPECT_TRUE(run.act(Json::object().set("do", "resume")).ok());
        EXPECT_TRUE(opened.value()->runToEnd(200).ok());
        EXPECT_TRUE(SaveFile::open(SaveFile::write(*opened.value())).ok());
    }
}

}  // namespace
}  // namespace pt
