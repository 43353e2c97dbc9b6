// Prefs: what a person set once: language, theme, size. Kept in the store as JSON.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/i18n/words.h"
#include "engine/store/store.h"
#include "engine/view/theme.h"

namespace pt {

struct Prefs {
    static constexpr double smallest = 1, largest = 2;

    Language language = Language::nl;
    ThemeId theme = ThemeId::light;
    double scale = 1;  // of the interface, smallest .. largest
    bool reducedMotion = false;
    bool drawer = false;                        // the panel under the stage is open
    std::map<std::string, bool> sections = {};  // "lab.section": open
    bool dutchCsv = true;                       // ';' and a decimal comma
    std::string folder;                         // where files were opened or saved last
    std::vector<std::string> recent;            // paths, newest first, at most 8
    bool operator==(const Prefs&) const = default;

    void remember(const std::string& path);
};

// Whatever cannot be read keeps its default, so a damaged file never stands in the way.
Prefs readPrefs(const Store& store);
Status writePrefs(Store& store, const Prefs& prefs);

}  // namespace pt
