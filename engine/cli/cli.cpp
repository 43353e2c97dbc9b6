#include "engine/cli/cli.h"

#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/model/schema.h"

namespace pt {
namespace {

// English where the system speaks English, else Dutch.
Language systemLanguage() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (!value || !*value) continue;
        return std::string_view(value).substr(0, 2) == "en" ? Language::en : Language::nl;
    }
    return Language::nl;
}

Error unknownCommand(const std::string& name) {
    std::vector<std::string> names;
    for (const Subcommand& subcommand : subcommands()) names.emplace_back(subcommand.name);
    const std::string suggestion = nearest(name, names);
    if (suggestion.empty()) return {"cli.usage.command", "", {{"name", name}}};
    return {"cli.usage.command_near", "", {{"name", name}, {"suggestion", suggestion}}};
}

Status checkOperands(const Subcommand& subcommand, const Arguments& arguments) {
    const auto count = [&subcommand](char c) {
        const std::string_view operand = subcommand.operand;
        return static_cast<size_t>(std::count(operand.begin(), operand.end(), c));
    };
    const size_t most = subcommand.operand.empty() ? 0 : 1 + count(' ');
    const size_t least = most - count('[');
    const Args names{{"command", std::string(subcommand.name)},
                     {"operand", std::string(subcommand.operand)}};
    if (arguments.operands.size() < least) return Error{"cli.usage.missing", "", names};
    if (arguments.operands.size() > most) {
        return Error{"cli.usage.too_many", "", {{"argument", arguments.operands[most]}}};
    }
    return Ok{};
}

Exit dispatch(Console& console, const Subcommand& subcommand, std::span<const std::string> args) {
    const Result<Arguments> arguments = parseArguments(args, subcommand.options);
    if (!arguments) return fail(console, arguments.error());
    if (const auto code = arguments.value().value("--lang")) {
        const Result<Language> language = parseLanguage(*code);
        if (!language) return fail(console, {"cli.usage.language", "", {{"code", *code}}});
        console.words.language(language.value());
    }
    if (arguments.value().has("--help")) {
        console.out << helpText(subcommand, console.words);
        return Exit::ok;
    }
    if (Status operands = checkOperands(subcommand, arguments.value()); !operands) {
        return fail(console, operands.error());
    }
    return subcommand.run(console, arguments.value());
}

Exit start(Console& console, std::span<const std::string> args) {
    if (args.empty()) return fail(console, {"cli.usage.no_command", "", {}});
    if (args[0] == "--help") {
        console.out << helpText(console.words);
        return Exit::ok;
    }
    if (args[0] == "--version") {
        console.out << "labrun " PROEFTUIN_VERSION "\n";
        return Exit::ok;
    }
    const Subcommand* subcommand = findSubcommand(args[0]);
    if (!subcommand) return fail(console, unknownCommand(args[0]));
    return dispatch(console, *subcommand, args.subspan(1));
}

}  // namespace

int runCli(std::span<const std::string> args, std::istream& in, std::ostream& out,
           std::ostream& err) {
    Console console{in, out, err, Words::builtin(systemLanguage())};
    Exit result = start(console, args);
    out.flush();
    if (!out) result = fail(console, {"cli.no_output", "", {}});
    return static_cast<int>(result);
}

}  // namespace pt
