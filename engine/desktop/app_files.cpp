#include <algorithm>
#include <filesystem>

#include "engine/core/log.h"
#include "engine/desktop/app.h"
#include "engine/desktop/dialogs.h"
#include "engine/desktop/stage.h"
#include "engine/lesson/record.h"
#include "engine/run/csv.h"
#include "engine/run/save.h"
#include "engine/view/svg.h"

namespace pt {

bool App::open(const std::string& fileOrName) {
    if (isImport(fileOrName)) return import(fileOrName);
    Status left = leave();
    Status opened = left ? desk_.work.open(fileOrName) : left;
    if (!opened) {
        if (!desk_.work.broken()) desk_.complain(opened.error());  // else its panel tells it all
        desk_.lesson.settings = false;  // which lies in the other's place
        return false;
    }
    desk_.notice = {};
    std::error_code problem;
    std::filesystem::path path = std::filesystem::absolute(fileOrName, problem);
    if (problem || !std::filesystem::exists(path, problem)) return true;
    desk_.prefs.folder = path.parent_path().string();
    desk_.prefs.remember(path.string());
    savePrefs();
    return true;
}

// A file that the open lab takes in, rather than work of its own.
bool App::isImport(const std::string& path) const {
    const Exchange* exchange = desk_.work.isOpen() ? desk_.work.bench().exchange() : nullptr;
    if (!exchange) return false;
    std::error_code problem;
    std::string extension = std::filesystem::path(path).extension().string();
    if (extension.empty() || !std::filesystem::is_regular_file(path, problem)) return false;
    std::vector<std::string> known = exchange->imports();
    return std::find(known.begin(), known.end(), extension.substr(1)) != known.end();
}

bool App::import(const std::string& path) {
    std::filesystem::path file(path);
    auto bytes = readFile(file, largestImport);
    Status done =
        bytes ? desk_.work.bench().imported(bytes.value(), file.extension().string().substr(1))
              : Status(bytes.error());
    Args args{{"name", file.filename().string()}};
    if (!done) {
        desk_.complain(done.error(), desk_.words("desktop.import.kept", args));
        return false;
    }
    desk_.say(desk_.words("desktop.imported", args), desk_.words("desktop.import.undo"));
    return true;
}

// What is not saved waits until it is asked for again.
Status App::leave() {
    if (options_.offscreen() || !desk_.work.isOpen() || !desk_.work.changed()) return Ok{};
    return left_.keep(desk_.work.session());
}

// What was left behind comes first among what can be opened.
void App::showOpenSheet() {
    desk_.left.clear();
    for (const std::string& key : left_.of()) {
        auto bytes = left_.read(key);
        if (bytes) desk_.left.emplace_back(key, std::move(bytes.value()));
    }
    openOpenSheet(desk_);
}

void App::goOn(const std::string& key) {
    auto bytes = left_.read(key);
    if (!bytes) return desk_.complain(bytes.error());
    Status left = leave();
    Status opened =
        left ? desk_.work.openBytes(bytes.value(), "werk" + std::string(saveSuffix), "") : left;
    if (!opened) return desk_.complain(opened.error());
    desk_.notice = {};
    if (Status forgotten = left_.forget(key); !forgotten) desk_.complain(forgotten.error());
}

// Into another lab with what was found in this one.
void App::handOver(std::string_view key) {
    std::optional<Handover> handover = desk_.work.bench().handover(key);
    if (!handover) return;
    std::string from = desk_.words(std::string(desk_.work.session().lab().id) + ".title");
    if (!open(handover->scenario)) return;
    for (const Command& command : handover->commands) {
        Status done = desk_.work.session().post(command);
        if (!done) return desk_.complain(done.error());
    }
    Args args{{"lab", from}};
    desk_.say(desk_.words("desktop.handed_over"), desk_.words("desktop.left", args));
}

Status App::writeFile(const std::string& path, Writing writing, const std::string& exported) {
    const Session& session = desk_.work.session();
    CsvStyle style = desk_.prefs.dutchCsv ? CsvStyle::dutch : CsvStyle::standard;
    switch (writing) {
    case Writing::work: return desk_.work.save(path);
    case Writing::samples: return writeFileAtomically(path, recordingCsv(session, style));
    case Writing::runs: return writeFileAtomically(path, runsCsv(session, style));
    case Writing::png: return hooks_.writeStagePng(path);
    case Writing::svg: {
        Scene scene = stageScene(desk_, desk_.prefs.theme);
        Camera camera = fittedCamera(scene, {960, 600});
        return writeFileAtomically(path, svg(scene, camera, desk_.work.title(desk_.words)));
    }
    case Writing::record:
    case Writing::xapi: return writeRecord(path, writing);
    case Writing::lab: {
        auto bytes = desk_.work.bench().exported(exported, desk_.words);
        return bytes ? writeFileAtomically(path, bytes.value()) : Status(bytes.error());
    }
    }
    return Ok{};
}

// What the pupil did, for the school's own use; nothing is sent anywhere.
Status App::writeRecord(const std::string& path, Writing writing) const {
    const LessonRun* lesson = desk_.work.bench().lesson();
    if (!lesson) return Ok{};
    return writeFileAtomically(path, writing == Writing::record ? recordLines(*lesson)
                                                                : xapi(*lesson, "", desk_.words));
}

void App::write(const std::string& path, Writing writing, const std::string& exported) {
    Status written = writeFile(path, writing, exported);
    if (!written) {
        desk_.complain(written.error());
        return;
    }
    std::filesystem::path file(path);
    Args args{{"name", file.filename().string()}};
    desk_.say(desk_.words("desktop.written", args), file.parent_path().string());
    desk_.prefs.folder = file.parent_path().string();
    if (writing == Writing::work) desk_.prefs.remember(path);
    savePrefs();
}

// Only work that differs from its file is worth recovering.
void App::keepSafe() {
    if (options_.offscreen() || !desk_.work.changed()) return;
    const Session& session = desk_.work.session();
    if (!autosave_.due(session.revision(), steadySeconds())) return;
    Status written = autosave_.write(SaveFile::write(session));
    if (!written && !warnedAboutAutosave_) {
        warnedAboutAutosave_ = true;  // once; it tries again by itself
        desk_.complain(written.error());
    }
}

void App::recover() {
    std::optional<std::string> bytes = autosave_.recover();
    if (!bytes) return;
    Status opened = desk_.work.openBytes(*bytes, "autosave" + std::string(saveSuffix), "");
    if (!opened) desk_.complain(opened.error());
    forget();
}

void App::forget() {
    Status forgotten = autosave_.forget();
    if (!forgotten) desk_.complain(forgotten.error());
}

// What is not saved when the window closes waits for the next time.
void App::finish() {
    if (options_.offscreen()) return;
    Status kept = desk_.work.changed() ? autosave_.write(SaveFile::write(desk_.work.session()))
                                       : autosave_.clean();
    if (!kept) log(LogLevel::error, desk_.words.sentence(kept.error()));
}

}  // namespace pt
