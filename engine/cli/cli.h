// labrun: labs without a window. docs/labrun.md describes every subcommand.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace pt {

// What the process returns; part of the public interface, scripts rely on it.
enum class Exit : int {
    ok = 0,
    content = 1,  // the scenario, a setting or a save file is wrong, or cannot be run
    usage = 2,    // the command line is wrong
    differs = 3,  // a replay gave another result
    io = 4,       // a file or the standard output cannot be read or written
};

// `args` without the program's name. Answers go to `out`, errors to `err`.
int runCli(std::span<const std::string> args, std::istream& in, std::ostream& out,
           std::ostream& err);

}  // namespace pt
