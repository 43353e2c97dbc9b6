// Save files from anywhere: refused with an error, or opened and then as good as any session, with
// the lesson that they hold.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/lesson/lesson_replay.h"
#include "engine/lesson/record.h"
#include "engine/run/csv.h"
#include "engine/run/replay.h"
#include "engine/run/save.h"
#include "engine/script/script.h"

namespace {

constexpr int64_t longWork = 1000;  // steps; playing it again would tell nothing new

void require(bool good) {
    if (!good) std::abort();
}

void move(pt::Session& session) {
    for (int i = 0; i < 3 && session.canUndo(); ++i)
        if (!session.post({"undo", pt::Json::object(), 0}).ok()) break;
    for (int i = 0; i < 3 && session.canRedo(); ++i)
        if (!session.post({"redo", pt::Json::object(), 0}).ok()) break;
    for (int i = 0; i < 3; ++i)
        if (!session.stepOnce().ok()) break;
}

// Each item is answered with what stands there, checked and helped with; each step is tried.
void learn(pt::LessonRun& run) {
    const auto act = [&run](const char* what, const char* key, const std::string& id) {
        static_cast<void>(run.act(pt::Json::object().set("do", what).set(key, id)));
    };
    for (const pt::LessonStep& step : run.lesson().steps) {
        act("go", "step", step.id);
        for (const pt::LessonItem& item : step.items) {
            const pt::Json answer = pt::Json::object().set("do", "answer").set("item", item.id);
            static_cast<void>(run.act(pt::Json(answer).set("value", run.item(item.id).answer)));
            act("check", "item", item.id);
            act("hint", "item", item.id);
            act("row", "table", item.id);
        }
    }
    act("resume", "item", "");
}

void goOn(pt::Session& session) {
    static const pt::Words words = pt::Words::builtin(pt::Language::nl);
    if (session.savedLesson() == pt::Json()) return;
    if (pt::workOf(session, longWork) > longWork) return;
    pt::ScenarioRead read = pt::readLesson(session.setup());
    if (!read.ok()) return;
    const auto scenario = std::make_shared<const pt::Scenario>(std::move(read.scenario));
    static_cast<void>(pt::replayLesson(session, scenario, pt::startScript, longWork));
    pt::LessonRun run(scenario, session, pt::startScript);
    learn(run);
    move(session);
    for (const auto& said : run.said()) run.fill(said.text, words);
    pt::summary(run, words);
    require(pt::Json::parse(pt::xapi(run, "", words)).ok());
    require(pt::SaveFile::open(pt::SaveFile::write(session)).ok());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto opened = pt::SaveFile::open(bytes);
    if (!opened.ok()) {
        require(!opened.error().key.empty());
        return 0;
    }
    // What was opened is written and opened again without a difference.
    const std::string written = pt::SaveFile::write(*opened.value());
    auto again = pt::SaveFile::open(written);
    require(again.ok());
    require(pt::SaveFile::write(*again.value()) == written);
    // And it works on, whatever its history holds.
    pt::Session& session = *again.value();
    move(session);
    require(!pt::recordingCsv(session, pt::CsvStyle::dutch).empty());
    require(!pt::runsCsv(session, pt::CsvStyle::standard).empty());
    goOn(*opened.value());
    return 0;
}
