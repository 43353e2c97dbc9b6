// A lesson with a script in a real lab: what the script declares and does reaches the lesson.
#include <gtest/gtest.h>

#include "engine/lesson/lesson_run.h"
#include "engine/run/session.h"
#include "engine/script/script.h"

namespace pt {
namespace {

constexpr std::string_view head = R"(lab: 1
id: met_script
title: {nl: Met script, en: With a script}
sim: spaghetti-bridge
requirements:
  - {id: dubbel_genoeg, must: dubbel >= 4 N, nl: Dubbel minstens 4 N, en: Double at least 4 N}
steps:
  - step: een
    do:
      - {task: trek, goal: dubbel >= 6 N, ask: {nl: Belast, en: Load}, not_yet: {nl: Nog niet, en: Not yet}}
script: |
  measure("dubbel", {unit = "N", value = function() return 2 * get("load", "N") end})
)";

struct Taught {
    explicit Taught(const std::string& script) {
        ScenarioRead read = readLesson(std::string(head) + script, "les.lab.yaml");
        for (const Error& error : read.errors) ADD_FAILURE() << error.where << " " << error.key;
        if (!read.ok()) return;
        scenario = std::make_shared<const Scenario>(std::move(read.scenario));
        session = std::move(Session::open(scenario->setup).value());
        run = std::make_unique<LessonRun>(scenario, *session, startScript);
    }
    void steps(double seconds) {
        const auto count = static_cast<int64_t>(seconds / session->dt());
        EXPECT_TRUE(session->runToEnd(count).ok());
    }

    std::shared_ptr<const Scenario> scenario;
    std::unique_ptr<Session> session;
    std::unique_ptr<LessonRun> run;
};

TEST(LessonWithScript, AMeasureCountsInRequirementsAndTasks) {
    Taught taught("");
    ASSERT_TRUE(taught.run);
    EXPECT_EQ(requirementsMet(taught.scenario->lesson, taught.run->values()), Truth::no);
    taught.steps(1);  // the bucket takes 5 N/s
    const double load = taught.session->schema().findOutput("load")->number();
    EXPECT_GT(load, 4);
    EXPECT_DOUBLE_EQ(taught.run->values().number("dubbel"), 2 * load);
    EXPECT_EQ(requirementsMet(taught.scenario->lesson, taught.run->values()), Truth::yes);
    EXPECT_TRUE(taught.run->item("trek").done);
}

TEST(LessonWithScript, WhatWasBegunInARunEndsWithIt) {
    const std::string script =
        "  on(\"change\", \"load_rate\", function() after(1, function() say(\"laat\") end) end)\n";
    for (const bool edits : {false, true}) {
        Taught taught(script);
        ASSERT_TRUE(taught.run);
        taught.steps(1);
        ASSERT_TRUE(taught.session->post(setCommand("load_rate", 6)).ok());
        if (edits) {
            ASSERT_TRUE(taught.session->post(setCommand("height", 0.12)).ok());
            EXPECT_EQ(taught.session->step(), 0) << "an edit begins a new run";
        }
        taught.steps(3);
        EXPECT_EQ(taught.run->said().size(), edits ? 0u : 1u);
    }
}

TEST(LessonWithScript, AScriptThatFailsLeavesTheLessonGoingOn) {
    Taught taught(R"(  on("run_start", function() error("stuk") end)
)");
    ASSERT_TRUE(taught.run);
    taught.steps(1);
    ASSERT_FALSE(taught.run->scriptErrors().empty());
    EXPECT_EQ(taught.run->scriptErrors()[0].where, "les.lab.yaml:13");
    EXPECT_TRUE(taught.run->item("trek").done);
}

}  // namespace
}  // namespace pt
