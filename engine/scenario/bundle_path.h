// What a file inside a folder or zip may be called. Internal to the scenario module.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario/bundle.h"

namespace pt::scenario {

// A path from a zip or folder in the form that a lesson writes: "fotos/brug.jpg".
struct BundlePath {
    enum class Fate { kept, silent, refused };
    Fate fate = Fate::kept;
    std::string text;           // kept
    std::string_view why = "";  // refused: the warning's key
};
BundlePath bundlePath(std::string_view raw);

// Warns that a file stays out of the bundle; the first maxBundleFiles times.
void leaveOut(Bundle& bundle, std::string_view why, std::string_view path);

std::string_view endingOf(std::string_view path);  // "jpg" of "Fotos/Brug.JPG" is "JPG"
bool hasEnding(std::string_view path, std::string_view lower);

// Letters that a Mac writes as a base and a mark become the one character that people type.
std::string composed(std::string_view text);

}  // namespace pt::scenario
