// Workspace: the open work on its workbench, and the file it came from.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/desktop/lesson_file.h"
#include "engine/scenario/scenario.h"
#include "engine/ui/workbench.h"

namespace pt {

inline constexpr std::string_view saveSuffix = ".proeftuin";
inline constexpr std::string_view scenarioSuffix = ".lab.yaml";

// A scenario that is built into the program.
struct ShelfScenario {
    std::string path;  // of the asset
    std::string name;  // "spaghettibrug"
    Text title;
    std::string lab;  // LabEntry::id
};
std::vector<ShelfScenario> builtinScenarios();  // the default first
inline constexpr std::string_view defaultScenario = "spaghettibrug";

class Workspace {
public:
    // What a person named: a file, a folder or zip with a lesson, or else a built-in scenario's
    // name. On an error the open work stays as it is. Errors: desktop.no_file {name, suggestion},
    // those of readFile, of readLessonFile, of the scenario reader and of SaveFile::open.
    Status open(const std::string& fileOrName);
    // The same; when it fails `otherwise` lies open, and a broken lesson is watched all the same.
    Status open(const std::string& fileOrName, const std::string& otherwise);
    // `path` is that of a save file, or "" for work that is in no file yet.
    Status openBytes(std::string_view bytes, const std::string& name, const std::string& path);

    // Writes a .proeftuin file and remembers its path.
    Status save(const std::filesystem::path& path);

    bool isOpen() const { return bench_ != nullptr; }
    Workbench& bench() { return *bench_; }
    const Workbench& bench() const { return *bench_; }
    Session& session() { return bench_->session(); }
    const Session& session() const { return bench_->session(); }
    std::string title(const Words& words) const;
    // A file name without suffix to propose: the saved file's, or the scenario's.
    std::string fileStem() const;
    const std::string& path() const { return path_; }  // the save file; "" before the first save
    // Does the save file lack something? A fresh scenario has nothing worth keeping.
    bool changed() const;
    // What is wrong in the lesson that open() or reload() read last.
    const std::optional<BrokenLesson>& broken() const { return broken_; }
    // Its author need not mend it now: a lesson that never opened is no longer looked at.
    void dismissBroken();

    // The lesson's file changed on disk: reads it again. The pupil's answers, tables, step and
    // settings stay; the lab starts again only when the lesson asks for another lab, other
    // settings, another seed or script. What cannot be read leaves the open work as it is, and so
    // does a lesson that could not be opened before and is `mended` now: open(watched()) opens it.
    enum class Reload : uint8_t { none, lesson, restarted, broken, mended };
    Reload reload();
    bool watches() const { return !watched().empty(); }
    const std::string& watched() const { return (wanted_.path.empty() ? own_ : wanted_).path; }
    // Grows with every open: what was remembered about the old work is void.
    int generation() const { return generation_; }

private:
    using Shared = std::shared_ptr<const Scenario>;
    void adopt(std::unique_ptr<Session> session, Shared scenario, const std::string& path);
    Status openLesson(LessonFile file);
    Status openLessonPath(const std::string& path);
    void restart(std::unique_ptr<Session> session, Shared scenario);

    std::unique_ptr<Workbench> bench_;
    std::string path_;
    Shared scenario_;  // nullptr: work without its scenario
    struct Watched {
        std::string path;  // of a lesson's file or folder, while it may change; "": none
        uint64_t stamp = 0;
    };
    Watched own_;     // of the lesson that lies open
    Watched wanted_;  // of one that could not be opened: its author is at work on it
    size_t savedJournal_ = 0;
    int64_t savedStep_ = 0;
    int generation_ = 0;
    std::optional<BrokenLesson> broken_;
};

}  // namespace pt
