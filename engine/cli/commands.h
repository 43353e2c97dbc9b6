// The subcommands of labrun as one table: parser, help, manual and tests read it.
#pragma once

#include <span>
#include <string_view>

#include "engine/cli/arguments.h"
#include "engine/cli/console.h"

namespace pt {

struct Subcommand {
    std::string_view name;  // explained by the string "cli.command.<name>"
    // "FILE"; "frame|heat2d FILE" takes two; of "FILE [KEY]" the second may be left out; "" takes
    // none.
    std::string_view operand;
    std::span<const Option> options;
    Exit (*run)(Console& console, const Arguments& arguments);
};

std::span<const Subcommand> subcommands();
const Subcommand* findSubcommand(std::string_view name);

Exit runCommand(Console& console, const Arguments& arguments);
Exit listCommand(Console& console, const Arguments& arguments);
Exit schemaCommand(Console& console, const Arguments& arguments);
Exit checkCommand(Console& console, const Arguments& arguments);
Exit newCommand(Console& console, const Arguments& arguments);
Exit upgradeCommand(Console& console, const Arguments& arguments);
Exit extractCommand(Console& console, const Arguments& arguments);
Exit hashCommand(Console& console, const Arguments& arguments);
Exit replayCommand(Console& console, const Arguments& arguments);
Exit exportCommand(Console& console, const Arguments& arguments);
Exit tableCommand(Console& console, const Arguments& arguments);
Exit jobCommand(Console& console, const Arguments& arguments);
Exit solveCommand(Console& console, const Arguments& arguments);
Exit validateCommand(Console& console, const Arguments& arguments);
Exit sweepCommand(Console& console, const Arguments& arguments);
Exit recordCommand(Console& console, const Arguments& arguments);
Exit answersCommand(Console& console, const Arguments& arguments);
Exit walkCommand(Console& console, const Arguments& arguments);

// Every subcommand with one line each, or one of them with its options.
std::string helpText(const Words& words);
std::string helpText(const Subcommand& subcommand, const Words& words);

}  // namespace pt
