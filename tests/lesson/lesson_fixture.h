// A lesson read from a text and begun on the sledge of tests/run, for the tests of the lesson.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "engine/lesson/lesson_run.h"
#include "engine/run/replay.h"
#include "engine/run/save.h"
#include "tests/run/fake_lab.h"

namespace pt::fake {

inline std::shared_ptr<const Scenario> lessonOf(const std::string& body, ScriptNames names = {}) {
    const std::string text = "lab: 1\nid: ride\ntitle: {nl: Rit, en: Ride}\nsim: sledge\n" + body;
    ReadOptions options;
    options.labs = table;
    options.script = [&names](const Script&) { return ScriptRead{names, {}}; };
    ScenarioRead read = readScenario(text, "ride.lab.yaml", options);
    for (const Error& error : read.errors) {
        std::string words = error.where + " " + error.key;
        for (const Arg& arg : error.args) words += " " + arg.name + "=" + arg.value;
        ADD_FAILURE() << words;
    }
    read.scenario.setup.source = text;
    return std::make_shared<const Scenario>(std::move(read.scenario));
}

inline Json deed(std::string_view what) { return Json::object().set("do", std::string(what)); }
inline Json deed(std::string_view what, std::string_view key, Json value) {
    return deed(what).set(key, std::move(value));
}

// A session with its lesson; the lesson ends first.
struct Ride {
    std::shared_ptr<const Scenario> scenario;
    std::unique_ptr<Session> session;
    std::unique_ptr<LessonRun> run;

    explicit Ride(const std::string& body) : Ride(lessonOf(body)) {}
    explicit Ride(std::shared_ptr<const Scenario> of)
        : scenario(std::move(of)), session(open(scenario->setup)),
          run(std::make_unique<LessonRun>(scenario, *session)) {}

    Ride(Ride&&) = default;
    Ride& operator=(Ride&& other) {
        run.reset();
        scenario = std::move(other.scenario);
        session = std::move(other.session);
        run = std::move(other.run);
        return *this;
    }

    std::string act(const Json& args) { return keyOf(run->act(args)); }
    std::string go(std::string_view step) { return act(deed("go", "step", std::string(step))); }
    std::string check(std::string_view item) {
        return act(deed("check", "item", std::string(item)));
    }
    std::string answer(std::string_view item, Json value) {
        return act(deed("answer", "item", std::string(item)).set("value", std::move(value)));
    }
    std::string set(std::string_view key, double value, int gesture = 0) {
        return keyOf(session->post(setCommand(key, value, gesture)));
    }
    void steps(int count) {
        for (int i = 0; i < count; ++i) EXPECT_EQ(keyOf(session->stepOnce()), "") << i;
    }
    void toEnd() { EXPECT_TRUE(session->runToEnd(100'000).ok()); }
    bool done(std::string_view item) const { return run->item(item).done; }
    std::string at() const { return run->step() ? run->step()->id : ""; }
};

// The ride as its save file tells it, with the lesson taken up again.
inline Ride reopened(const Ride& ride) {
    auto opened = SaveFile::open(SaveFile::write(*ride.session), table);
    EXPECT_TRUE(opened.ok());
    Ride again(ride.scenario);
    again.run.reset();
    again.session = std::move(opened.value());
    again.run = std::make_unique<LessonRun>(ride.scenario, *again.session);
    return again;
}

// The ride played again from its journal with a lesson that does its own part.
inline Ride replayed(const Ride& ride) {
    Ride again(ride.scenario);
    const Result<bool> played =
        playJournal(*again.session, ride.session->journal(), ride.session->stepsSinceJournal());
    EXPECT_TRUE(played.ok() && played.value());
    return again;
}

// The journal with its steps counted from the start, without the scrubbing that led nowhere.
inline std::vector<JournalEntry> deedsOf(const Session& session) {
    std::vector<JournalEntry> deeds;
    int64_t steps = 0;
    for (const JournalEntry& entry : session.journal()) {
        steps += entry.stepsBefore;
        if (entry.command.name != "rewind")
            deeds.push_back({steps, entry.command, entry.automatic});
    }
    return deeds;
}

// What must hold after everything that was done: opened again it is the same, played again it
// comes to the same, and the journal alone gives the lab.
inline void expectLasting(const Ride& ride) {
    const Ride opened = reopened(ride);
    EXPECT_EQ(opened.run->hash(), ride.run->hash());
    EXPECT_TRUE(SaveFile::write(*opened.session) == SaveFile::write(*ride.session));
    const Ride played = replayed(ride);
    EXPECT_EQ(played.run->hash(), ride.run->hash());
    EXPECT_EQ(played.session->hash(), ride.session->hash());
    EXPECT_TRUE(deedsOf(*played.session) == deedsOf(*ride.session));
    const auto plain = SaveFile::replay(SaveFile::write(*ride.session), table);
    ASSERT_TRUE(plain.ok());
    EXPECT_TRUE(plain.value().same);
}

}  // namespace pt::fake
