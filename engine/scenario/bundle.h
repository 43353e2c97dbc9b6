// Bundle: a lesson with its pictures, data and scripts: one file, a folder or a zip.
#pragma once

#include <cstddef>
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
    std::vector<Error> warnings;  // what was left out and why; where = "les.zip"
};

// Limits of a folder or zip; the ratio is that of a file's size to what it takes in the zip.
inline constexpr size_t maxBundleFiles = 200;
inline constexpr size_t maxBundleFile = size_t{8} << 20;
inline constexpr size_t maxBundleBytes = size_t{64} << 20;
inline constexpr size_t maxZipBytes = size_t{20} << 20;
inline constexpr int maxZipRatio = 100;
inline constexpr int maxPictureSide = 4096;

// The name of the lesson in a folder or zip; another *.lab.yaml is taken when it is the only one.
inline constexpr std::string_view lessonFileName = "lesson.lab.yaml";

// A zip made of a folder counts as that folder. Errors, where = `name`: bundle.too_big {max},
// bundle.file_too_big {file, max}, bundle.too_many_files {max}, bundle.ratio {file},
// bundle.damaged, bundle.damaged_file {file}, bundle.method {file}, bundle.encrypted, and those
// of finishBundle().
Result<Bundle> readZip(std::string_view bytes, std::string_view name);
bool isZip(std::string_view bytes);

// A lesson file, a folder or a zip on this computer; a file called lesson.lab.yaml brings the
// folder that it stands in. Errors: those above and those of readFile(). Native only.
Result<Bundle> readBundle(const std::string& file);

// Puts a file into a bundle whose name is that of the folder or zip. Left out with a warning: a
// path that leads out of it (bundle.outside), a name that is no UTF-8 (bundle.bad_name), an ending
// that no lesson uses (bundle.ending), a second file of one name (bundle.twice), all with {file};
// without a word what editors and systems leave behind (".git/x", "__MACOSX/x", "Thumbs.db").
// Errors: bundle.file_too_big, bundle.too_many_files, bundle.too_big.
Status addToBundle(Bundle& bundle, std::string_view path, std::string bytes);
// Once everything is in: finds the lesson's text and looks at the pictures. Errors, where = the
// folder or zip: bundle.no_lesson, bundle.many_lessons {files}, bundle.picture {file} for what
// is not the picture that its ending says, bundle.picture_too_big {file, width, height, max},
// bundle.pictures_too_big {max}: decoded they would take more than 64 MiB in all.
Status finishBundle(Bundle& bundle);

// Width and height from a PNG's or JPEG's header. Errors: bundle.picture {}.
struct PictureSize {
    enum class Format : uint8_t { png, jpeg };
    Format format = Format::png;
    int width = 0, height = 0;
};
Result<PictureSize> pictureSize(std::string_view bytes);

}  // namespace pt
