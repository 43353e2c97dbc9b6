// Command: the one way anything changes. Interface, scripts, web, command line and replay all
// post these to the Session.
#pragma once

#include <string>

#include "engine/core/json.h"

namespace pt {

struct Command {
    // "set" {key, value}: a param (SI number) or a choice (option name);
    // "document" {key, value}: a whole document; "reset" {}: back to the start of the run;
    // "undo" {} and "redo" {}; "rewind" {step}; or a command the lab declares in its Schema.
    std::string name;
    Json args;
    // Commands of one gesture (a slider drag) share a nonzero number and undo as one.
    int gesture = 0;
    bool operator==(const Command&) const = default;
};

Command setCommand(std::string_view key, double si, int gesture = 0);
Command chooseCommand(std::string_view key, std::string_view option);
Command documentCommand(std::string_view key, Json value);

}  // namespace pt
