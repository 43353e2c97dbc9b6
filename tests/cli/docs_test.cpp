// The manual and the program name the same subcommands and options.
#include <map>
#include <regex>
#include <set>

#include "engine/cli/commands.h"
#include "engine/i18n/words.h"
#include "tests/cli/harness.h"

namespace pt {
namespace {

using Names = std::set<std::string>;

std::string usage(const Option& option) {
    const std::string name(option.name);
    return option.value.empty() ? name : name + ' ' + std::string(option.value);
}

// "## labrun run FILE" and the list items "- `--seed N`" below it.
std::map<std::string, Names> documented() {
    std::ifstream in(PROEFTUIN_ROOT "/docs/labrun.md");
    std::map<std::string, Names> found;
    std::string section;
    const std::regex heading("## labrun (.+)"), item("- `(--[^`]+)`.*");
    for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (std::regex_match(line, match, heading)) {
            section = match[1];
            found[section];
        } else if (line.rfind("## ", 0) == 0) {
            section.clear();
        } else if (!section.empty() && std::regex_match(line, match, item)) {
            EXPECT_TRUE(found[section].insert(match[1]).second) << line;
        }
    }
    return found;
}

TEST(LabrunManual, HasEverySubcommandAndOptionAndNoOther) {
    std::map<std::string, Names> table;
    for (const Subcommand& subcommand : subcommands()) {
        std::string title(subcommand.name);
        if (!subcommand.operand.empty()) title += ' ' + std::string(subcommand.operand);
        for (const Option& option : subcommand.options) table[title].insert(usage(option));
    }
    EXPECT_EQ(documented(), table);
}

TEST(LabrunHelp, ExplainsEverySubcommandAndOptionInBothLanguages) {
    for (const std::string lang : {"nl", "en"}) {
        for (const Subcommand& subcommand : subcommands()) {
            const std::string name(subcommand.name);
            const Ran ran = labrun({name, "--help", "--lang", lang});
            EXPECT_EQ(ran.code, 0);
            EXPECT_EQ(ran.out.find("‹"), std::string::npos) << ran.out;
            for (const Option& option : subcommand.options) {
                EXPECT_NE(ran.out.find(usage(option)), std::string::npos) << usage(option);
            }
        }
    }
    const Ran help = labrun({"--help"});
    EXPECT_EQ(help.code, 0);
    for (const Subcommand& subcommand : subcommands()) {
        EXPECT_NE(help.out.find("labrun " + std::string(subcommand.name)), std::string::npos);
    }
    EXPECT_EQ(labrun({"--version"}).out.rfind("labrun ", 0), 0u);
}

TEST(LabrunStrings, AreTheSameInBothLanguages) {
    const Words words = Words::builtin(Language::nl);
    Names nl, en;
    for (const auto& [key, text] : words.table(Language::nl)) nl.insert(key);
    for (const auto& [key, text] : words.table(Language::en)) en.insert(key);
    const auto own = [](const Names& names) {
        Names kept;
        for (const std::string& name : names) {
            if (name.rfind("cli.", 0) == 0 || name.rfind("ui.", 0) == 0) kept.insert(name);
        }
        return kept;
    };
    EXPECT_FALSE(own(nl).empty());
    EXPECT_EQ(own(nl), own(en));
}

TEST(LabrunManual, TheExitCodesAreThoseOfTheProgram) {
    std::ifstream in(PROEFTUIN_ROOT "/docs/labrun.md");
    Names codes;
    const std::regex row("\\| ([0-9]+) \\|.*");
    for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (std::regex_match(line, match, row)) codes.insert(match[1]);
    }
    Names program;
    for (const Exit code : {Exit::ok, Exit::content, Exit::usage, Exit::differs, Exit::io}) {
        program.insert(std::to_string(static_cast<int>(code)));
    }
    EXPECT_EQ(codes, program);
}

}  // namespace
}  // namespace pt
