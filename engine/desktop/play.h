// Play: a file of acts that the program carries out one after another, as hands would: for
// lessons that start half-way, for pictures, for tests. One act a line:
//
//     # a comment
//     param.height = 12 cm          what is done to a control, as LabUi names it
//     run.play                      a button
//     pointer down 0.10 0.05        the pointer on the stage, metres: down, drag, up, hover, click
//     key Ctrl+D                    a key while the stage has the keyboard
//     select member.S7 member.S8
//     run 8 s                       or: run failure, run end
//     wait                          until what is being computed is done
//     tab chart.repeats             the panel under the stage; "tab" alone folds it
//     show help                     a sheet, as --show takes it; "show" alone closes it
//     open materiaalproef           a scenario or file
//     picture brug.png
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace pt {

class App;

struct PlayAct {
    enum class Kind : uint8_t {
        control,
        pointer,
        key,
        select,
        run,
        wait,
        tab,
        show,
        open,
        picture
    };
    Kind kind = Kind::control;
    std::string what;                // the control, the key, the file
    std::string value;               // for a control
    std::vector<std::string> words;  // of the rest of the line
    double x = 0, y = 0;             // pointer: m
    int line = 0;                    // in the file, from 1
};

// Errors: desktop.play.line {text}, desktop.play.pointer {text}; where is "file:line".
Result<std::vector<PlayAct>> parsePlay(std::string_view text, const std::string& name);

// What the player asks of the program around the App: to draw a frame in which time stands still,
// and to write one as a picture.
struct PlayHost {
    virtual ~PlayHost() = default;
    virtual void frame() = 0;
    virtual Status picture(const std::string& path) = 0;
};

// Carries them out, with frames between. An act that the program refuses ends it: the error is
// the program's own, where is "file:line".
Status play(App& app, PlayHost& host, const std::vector<PlayAct>& acts, const std::string& name);

}  // namespace pt
