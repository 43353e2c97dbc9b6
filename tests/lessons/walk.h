// Opens a lesson and lets an automatic pupil walk through it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "engine/lesson/pupil.h"
#include "engine/script/script.h"
#include "engine/store/store.h"

namespace pt {

struct OpenLesson {
    std::shared_ptr<const Scenario> scenario;
    std::unique_ptr<Session> session;
    std::unique_ptr<LessonRun> run;

    OpenLesson(std::string_view bytes, std::string_view name, const std::string& level = "") {
        ScenarioRead read = readLesson(bytes, name);
        for (const Error& error : read.errors) ADD_FAILURE() << sentence(error);
        for (const Error& warning : read.warnings) ADD_FAILURE() << sentence(warning);
        if (!read.ok()) return;
        scenario = std::make_shared<const Scenario>(std::move(read.scenario));
        auto opened = Session::open(scenario->setup);
        if (!opened.ok()) {
            ADD_FAILURE() << sentence(opened.error());
            return;
        }
        session = std::move(opened.value());
        run = std::make_unique<LessonRun>(scenario, *session, startScript);
        if (!level.empty()) {
            const Status chosen = act(Json::object().set("do", "level").set("level", level));
            EXPECT_TRUE(chosen.ok());
        }
    }

    Status act(const Json& args) { return run->act(args); }
    PupilWalk walked(PupilStyle style, const Json& deeds = Json::object()) {
        Result<PupilWalk> result = walk(*run, *session, style, deeds);
        if (result.ok()) return result.value();
        ADD_FAILURE() << sentence(result.error());
        return {};
    }
    static std::string sentence(const Error& error) {
        return Words::builtin(Language::en).sentence(error);
    }
};

// tests/lessons/deeds/<id>.json; without such a file a lesson needs none.
inline Json deedsFor(const std::string& id) {
    const std::filesystem::path path =
        std::filesystem::path(PROEFTUIN_ROOT) / "tests/lessons/deeds" / (id + ".json");
    if (!std::filesystem::exists(path)) return Json::object();
    const Result<std::string> bytes = readFile(path, 1 << 20);
    const Result<Json> json = Json::parse(bytes.ok() ? bytes.value() : "");
    EXPECT_TRUE(json.ok()) << path;
    return json.ok() ? json.value() : Json::object();
}

}  // namespace pt
