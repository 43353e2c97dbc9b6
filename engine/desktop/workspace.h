// Workspace: the open work on its workbench, and the file it came from.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
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
    // What a person named: a file, or else a built-in scenario's name. On an error the open work
    // stays as it is. Errors: desktop.no_file {name, suggestion}, those of readFile, of the
    // scenario reader and of SaveFile::open.
    Status open(const std::string& fileOrName);
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
    // Errors of a broken scenario beyond the one that open() returned.
    const std::vector<Error>& moreErrors() const { return moreErrors_; }
    // Grows with every open: what was remembered about the old work is void.
    int generation() const { return generation_; }

private:
    void adopt(std::unique_ptr<Session> session, const std::string& path);
    Status openScenario(std::string_view bytes, const std::string& name);

    std::unique_ptr<Workbench> bench_;
    std::string path_;
    Text title_;
    size_t savedJournal_ = 0;
    int64_t savedStep_ = 0;
    int generation_ = 0;
    std::vector<Error> moreErrors_;
};

}  // namespace pt
