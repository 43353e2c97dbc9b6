#include "engine/scenario/bundle.h"

#include <algorithm>

#include "engine/scenario/bundle_path.h"
#include "engine/scenario/report.h"

namespace pt {
namespace {

using scenario::BundlePath;
using scenario::hasEnding;

constexpr std::string_view lessonEnding = ".lab.yaml";
constexpr size_t maxPixelBytes = size_t{64} << 20;
constexpr size_t bytesPerPixel = 4;

Error about(const Bundle& bundle, const char* key, Args args = {}) {
    return {key, bundle.name, std::move(args)};
}

std::string mebibytes(size_t bytes) { return std::to_string(bytes >> 20); }

size_t unpacked(const Bundle& bundle) {
    size_t sum = 0;
    for (const auto& [path, bytes] : bundle.files) sum += bytes.size();
    return sum;
}

// "les/" when everything lies in that one folder, as in a zip that was made of a folder.
std::string commonFolder(const Bundle& bundle) {
    if (bundle.files.empty()) return "";
    const std::string& first = bundle.files.begin()->first;
    const std::string folder = first.substr(0, first.find('/') + 1);
    const bool common =
        std::all_of(bundle.files.begin(), bundle.files.end(), [&](const auto& file) {
            return file.first.compare(0, folder.size(), folder) == 0;
        });
    return common ? folder : "";
}

void leaveFolder(Bundle& bundle) {
    const std::string folder = commonFolder(bundle);
    if (folder.empty()) return;
    decltype(bundle.files) files;
    for (auto& [path, bytes] : bundle.files)
        files.emplace(path.substr(folder.size()), std::move(bytes));
    bundle.files = std::move(files);
}

bool isLesson(std::string_view path) {
    return path.find('/') == std::string_view::npos && path.size() > lessonEnding.size() &&
           path.substr(path.size() - lessonEnding.size()) == lessonEnding;
}

// The path of the lesson's file.
Result<std::string> findLesson(const Bundle& bundle) {
    std::vector<std::string> found;
    for (const auto& [path, bytes] : bundle.files) {
        if (path == lessonFileName) return path;
        if (isLesson(path)) found.push_back(path);
    }
    if (found.empty()) return about(bundle, "bundle.no_lesson");
    if (found.size() == 1) return found.front();
    return about(bundle, "bundle.many_lessons", {{"files", found[0] + ", " + found[1]}});
}

bool isPicture(std::string_view path) {
    return hasEnding(path, "png") || hasEnding(path, "jpg") || hasEnding(path, "jpeg");
}

Status checkPictures(const Bundle& bundle) {
    size_t pixels = 0;
    for (const auto& [path, bytes] : bundle.files) {
        if (!isPicture(path)) continue;
        const auto format =
            hasEnding(path, "png") ? PictureSize::Format::png : PictureSize::Format::jpeg;
        const Result<PictureSize> size = pictureSize(bytes);
        if (!size || size.value().format != format)
            return about(bundle, "bundle.picture", {{"file", path}});
        const auto [kind, width, height] = size.value();
        if (width > maxPictureSide || height > maxPictureSide)
            return about(bundle, "bundle.picture_too_big",
                         {{"file", path},
                          {"width", std::to_string(width)},
                          {"height", std::to_string(height)},
                          {"max", std::to_string(maxPictureSide)}});
        pixels += static_cast<size_t>(width) * static_cast<size_t>(height);
    }
    if (pixels * bytesPerPixel > maxPixelBytes)
        return about(bundle, "bundle.pictures_too_big", {{"max", mebibytes(maxPixelBytes)}});
    return Ok{};
}

}  // namespace

void scenario::leaveOut(Bundle& bundle, std::string_view why, std::string_view path) {
    if (bundle.warnings.size() < maxBundleFiles)
        bundle.warnings.push_back({std::string(why), bundle.name, {{"file", quoted(path)}}});
}

Status addToBundle(Bundle& bundle, std::string_view path, std::string bytes) {
    const BundlePath cleaned = scenario::bundlePath(path);
    if (cleaned.fate == BundlePath::Fate::refused) scenario::leaveOut(bundle, cleaned.why, path);
    if (cleaned.fate != BundlePath::Fate::kept) return Ok{};
    if (bytes.size() > maxBundleFile)
        return about(bundle, "bundle.file_too_big",
                     {{"file", cleaned.text}, {"max", mebibytes(maxBundleFile)}});
    if (bundle.files.size() == maxBundleFiles)
        return about(bundle, "bundle.too_many_files", {{"max", std::to_string(maxBundleFiles)}});
    if (unpacked(bundle) + bytes.size() > maxBundleBytes)
        return about(bundle, "bundle.too_big", {{"max", mebibytes(maxBundleBytes)}});
    if (!bundle.files.emplace(cleaned.text, std::move(bytes)).second)
        scenario::leaveOut(bundle, "bundle.twice", path);
    return Ok{};
}

Status finishBundle(Bundle& bundle) {
    leaveFolder(bundle);
    const Result<std::string> lesson = findLesson(bundle);
    if (!lesson) return lesson.error();
    if (Status pictures = checkPictures(bundle); !pictures) return pictures;
    auto file = bundle.files.extract(lesson.value());
    bundle.lesson = std::move(file.mapped());
    bundle.name = lesson.value();
    return Ok{};
}

}  // namespace pt
