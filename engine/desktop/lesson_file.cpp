#include "engine/desktop/lesson_file.h"

#include <algorithm>
#include <filesystem>

#include "engine/core/hash.h"
#include "engine/script/script.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view lessonSuffix = ".lab.yaml";
constexpr int mostStamped = 1000;  // entries of a folder that are looked at

void stampFile(Hash& hash, const fs::directory_entry& entry) {
    std::error_code problem;
    hash.add(entry.path().string());
    const auto written = entry.last_write_time(problem).time_since_epoch().count();
    hash.add(problem ? uint64_t{0} : static_cast<uint64_t>(written));
    const bool file = entry.is_regular_file(problem);
    hash.add(file ? static_cast<uint64_t>(entry.file_size(problem)) : uint64_t{0});
}

// The folder that a lesson.lab.yaml stands in belongs to it.
fs::path wholeOf(const fs::path& path) {
    if (path.filename() != lessonFileName) return path;
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

bool sameSetting(const Setting& a, const Setting& b) {
    const auto range = [](const std::optional<Range>& r) {
        return r ? std::vector<double>{r->min, r->max, r->step} : std::vector<double>{};
    };
    return a.key == b.key && a.number == b.number && a.option == b.option &&
           range(a.range) == range(b.range) && a.options == b.options && a.locked == b.locked &&
           a.hidden == b.hidden && a.shown == b.shown;
}

std::string scriptOf(const Scenario& scenario) {
    return scenario.lesson.script ? scenario.lesson.script->source : std::string();
}

}  // namespace

bool isLessonPath(const std::string& path) {
    std::error_code problem;
    return path.ends_with(lessonSuffix) || path.ends_with(".zip") ||
           fs::is_directory(fs::path(path), problem);
}

Result<LessonFile> readLessonFile(const std::string& path) {
    Result<Bundle> bundle = readBundle(path);
    if (!bundle) return bundle.error();
    const auto shared = std::make_shared<const Bundle>(std::move(bundle.value()));
    LessonFile file{readLesson(shared), shared->lesson, shared->name};
    const auto& left = shared->warnings;
    file.read.warnings.insert(file.read.warnings.begin(), left.begin(), left.end());
    return file;
}

uint64_t stampOf(const std::string& path) {
    std::error_code problem;
    const fs::path whole = wholeOf(fs::path(path));
    const fs::directory_entry entry(whole, problem);
    if (problem || !entry.exists(problem)) return 0;
    Hash hash;
    stampFile(hash, entry);
    if (!entry.is_directory(problem)) return hash.value();
    std::vector<fs::directory_entry> found;
    fs::recursive_directory_iterator it(whole, fs::directory_options::skip_permission_denied,
                                        problem),
        end;
    for (int i = 0; !problem && it != end && i < mostStamped; it.increment(problem), ++i)
        found.push_back(*it);
    std::sort(found.begin(), found.end());
    for (const fs::directory_entry& each : found) stampFile(hash, each);
    return hash.value();
}

bool sameLab(const Scenario& a, const Scenario& b) {
    return a.setup.lab == b.setup.lab && a.setup.seed == b.setup.seed &&
           std::equal(a.setup.settings.begin(), a.setup.settings.end(), b.setup.settings.begin(),
                      b.setup.settings.end(), sameSetting) &&
           a.setup.documents == b.setup.documents && scriptOf(a) == scriptOf(b);
}

}  // namespace pt
