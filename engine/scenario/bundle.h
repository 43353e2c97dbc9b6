// Bundle: a lesson with its pictures, data and scripts: one file, a folder or a zip.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace pt {

struct Bundle {
    std::string name;    // what places are called: "brug.lab.yaml", "lesson.lab.yaml"
    std::string lesson;  // the YAML text
    // The rest by its path inside: "fotos/brug.jpg", "script.lua", "i18n/de.yaml".
    std::map<std::string, std::string, std::less<>> files;
    std::vector<Error> warnings;  // what was left out and why; where = "les.zip: fotos/…"
};

// Limits of a folder or zip.
inline constexpr size_t maxBundleFiles = 200;
inline constexpr size_t maxBundleFile = size_t{8} << 20;
inline constexpr size_t maxBundleBytes = size_t{64} << 20;
inline constexpr size_t maxZipBytes = size_t{20} << 20;
inline constexpr int maxZipRatio = 100;

// Files with other endings, links, absolute paths and those with ".." are left out with a warning.
// Errors: bundle.too_big, bundle.too_many_files, bundle.ratio, bundle.damaged, bundle.no_lesson,
// bundle.encrypted.
Result<Bundle> readZip(std::string_view bytes, std::string_view name);
bool isZip(std::string_view bytes);
// Puts a file in, under the same rules; for a folder, which the store reads.
Status addToBundle(Bundle& bundle, std::string_view path, std::string bytes);
// Once everything is in: the lesson's text is there, and each picture is what its ending says and
// at most 4096 × 4096, all of them decoded at most 64 MiB.
Status finishBundle(Bundle& bundle);

// Width and height from a PNG's or JPEG's header. Errors: bundle.picture {file}.
struct PictureSize {
    int width = 0, height = 0;
};
Result<PictureSize> pictureSize(std::string_view bytes);

}  // namespace pt
