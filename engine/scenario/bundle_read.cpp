// Lessons on this computer's disk.
#include <algorithm>
#include <filesystem>

#include "engine/scenario/bundle.h"
#include "engine/scenario/bundle_path.h"
#include "engine/store/store.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

// A folder that holds far more than a lesson (somebody's whole disk) is not walked to its end.
constexpr size_t mostEntries = 20'000;

struct Found {
    std::string path;  // inside the folder, with '/'
    bool link = false;
};

// Everything that is a file or a link, in the order of their paths; links are not followed.
Result<std::vector<Found>> filesIn(const fs::path& folder) {
    std::vector<Found> found;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, failed);
    for (size_t seen = 0; !failed && entry != fs::recursive_directory_iterator(); ++seen) {
        if (seen == mostEntries)
            return Error{"bundle.too_many_files",
                         folder.filename().string(),
                         {{"max", std::to_string(maxBundleFiles)}}};
        std::error_code gone;
        const bool link = entry->is_symlink(gone);
        const bool hidden = entry->path().filename().string()[0] == '.';
        if (hidden) entry.disable_recursion_pending();
        if (!hidden && (link || entry->is_regular_file(gone)))
            found.push_back({entry->path().lexically_relative(folder).generic_string(), link});
        entry.increment(failed);
    }
    if (failed) return Error{"store.read", "", {{"name", folder.string()}}};
    std::sort(found.begin(), found.end(),
              [](const Found& a, const Found& b) { return a.path < b.path; });
    return found;
}

Result<std::string> readPart(const fs::path& folder, const std::string& path,
                             const Bundle& bundle) {
    Result<std::string> bytes = readFile(folder / path, maxBundleFile);
    if (bytes || bytes.error().key != "store.too_big") return bytes;
    return Error{"bundle.file_too_big",
                 bundle.name,
                 {{"file", path}, {"max", std::to_string(maxBundleFile >> 20)}}};
}

Result<Bundle> readFolder(const fs::path& folder) {
    const auto found = filesIn(folder);
    if (!found) return found.error();
    Bundle bundle;
    bundle.name = folder.lexically_normal().filename().string();
    if (bundle.name.empty())
        bundle.name = folder.lexically_normal().parent_path().filename().string();
    for (const auto& [path, link] : found.value()) {
        if (link) {
            scenario::leaveOut(bundle, "bundle.link", path);
            continue;
        }
        // What is not kept, a film among it, is not read either.
        const bool kept = scenario::bundlePath(path).fate == scenario::BundlePath::Fate::kept;
        Result<std::string> bytes = kept ? readPart(folder, path, bundle) : std::string();
        if (!bytes) return bytes.error();
        if (Status added = addToBundle(bundle, path, std::move(bytes.value())); !added)
            return added.error();
    }
    if (Status finished = finishBundle(bundle); !finished) return finished.error();
    return bundle;
}

}  // namespace

Result<Bundle> readBundle(const std::string& file) {
    const fs::path path(file);
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return readFolder(path);
    if (path.filename() == lessonFileName)
        return readFolder(path.has_parent_path() ? path.parent_path() : fs::path("."));
    Result<std::string> bytes = readFile(path, maxZipBytes);
    if (!bytes) return bytes.error();
    const std::string name = path.filename().string();
    // A damaged zip is told as one, not as a text.
    if (isZip(bytes.value()) || path.extension() == ".zip") return readZip(bytes.value(), name);
    Bundle bundle;
    bundle.name = name;
    bundle.lesson = std::move(bytes.value());
    return bundle;
}

}  // namespace pt
