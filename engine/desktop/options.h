// Options: the desktop program's command line.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/result.h"
#include "engine/i18n/words.h"
#include "engine/view/theme.h"

namespace pt {

// When a picture is taken: after so many model seconds, as the first member fails, or when the
// run is over.
enum class Moment : uint8_t { time, failure, end };

struct Options {
    std::string file;  // a scenario or save file, or a built-in scenario's name; "": the default
    bool help = false;
    bool version = false;
    // A picture or a measurement: no window is shown, no preferences are read or written.
    std::string screenshot;  // PNG to write
    Moment moment = Moment::time;
    double seconds = 0;  // model time of Moment::time
    int width = 1280;    // window units
    int height = 720;
    std::string
        show;  // what lies open: "", help, open, save, export, view, runs, recover, lesson, …
    std::string play;     // a file of acts (play.h) that comes before the picture
    std::string select;   // Item::id that is selected and shows its card
    int benchFrames = 0;  // > 0: print the median frame work of so many frames and leave
    bool reducedMotion = false;
    std::optional<ThemeId> theme;
    std::optional<Language> language;
    std::optional<double> scale;  // 1 .. 2

    bool offscreen() const { return !screenshot.empty() || benchFrames > 0; }
};

// "8s", "failure", "end" into `moment` and `seconds`.
bool parseMoment(std::string_view text, Options& out);

// argv without the program's name. Errors: desktop.option.unknown {option, suggestion},
// desktop.option.value {option, value, expected}, desktop.option.missing {option}.
Result<Options> parseOptions(std::span<const char* const> arguments);

}  // namespace pt
