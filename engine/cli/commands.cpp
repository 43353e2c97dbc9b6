#include "engine/cli/commands.h"

#include <fmt/format.h>

namespace pt {
namespace {

constexpr Option set{"--set", "KEY=VALUE", true};
constexpr Option seed{"--seed", "N"};
constexpr Option until{"--until", "T|end"};
constexpr Option steps{"--steps", "N"};
constexpr Option csv{"--csv", "OUT"};
constexpr Option csvStyle{"--csv-style", "standard|dutch"};
constexpr Option svg{"--svg", "OUT"};
constexpr Option save{"--save", "OUT.proeftuin"};
constexpr Option vary{"--vary", "KEY=FROM:TO:N|KEY=A,B", true};
constexpr Option repeat{"--repeat", "N"};
constexpr Option jobs{"--jobs", "N"};
constexpr Option argument{"--arg", "NAME=VALUE", true};
constexpr Option out{"--out", "OUT"};
constexpr Option check{"--check", ""};
constexpr Option weather{"--weather", "FILE.epw"};
constexpr Option caseId{"--case", "N", true};
constexpr Option json{"--json", ""};
constexpr Option format{"--format", "text|gnu"};
constexpr Option as{"--as", "lines|summary|xapi"};
constexpr Option actor{"--actor", "NAME"};
constexpr Option pupils{"--pupils", "N"};
constexpr Option style{"--style", "right|wrong|silent"};
constexpr Option deeds{"--deeds", "FILE.json"};
constexpr Option level{"--level", "ID"};
constexpr Option lesson{"--lesson", ""};
constexpr Option lang{"--lang", "nl|en"};
constexpr Option help{"--help", ""};

constexpr Option runOptions[] = {set, seed, until, csv, csvStyle, svg, save, json, lang, help};
constexpr Option listOptions[] = {json, lang, help};
constexpr Option schemaOptions[] = {lesson, json, lang, help};
constexpr Option authorOptions[] = {lang, help};
constexpr Option checkOptions[] = {json, format, lang, help};
constexpr Option hashOptions[] = {steps, set, seed, lang, help};
constexpr Option exportOptions[] = {set, seed, until, out, json, lang, help};
constexpr Option tableOptions[] = {set, seed, until, csv, csvStyle, json, lang, help};
constexpr Option jobOptions[] = {argument, set, seed, until, json, lang, help};
constexpr Option solveOptions[] = {check, json, lang, help};
constexpr Option validateOptions[] = {weather, caseId, json, lang, help};
constexpr Option recordOptions[] = {as, actor, out, lang, help};
constexpr Option answersOptions[] = {pupils, csv, csvStyle, json, lang, help};
constexpr Option walkOptions[] = {style, deeds, level, json, lang, help};
constexpr Option sweepOptions[] = {vary, repeat,   set,  seed, until, jobs,
                                   csv,  csvStyle, json, lang, help};

constexpr Subcommand table[] = {
    {"run", "FILE", runOptions, runCommand},
    {"list", "", listOptions, listCommand},
    {"schema", "[LAB]", schemaOptions, schemaCommand},
    {"check", "FILE", checkOptions, checkCommand},
    {"new", "LAB [FOLDER]", authorOptions, newCommand},
    {"upgrade", "FILE", authorOptions, upgradeCommand},
    {"extract", "FILE nl|en", authorOptions, extractCommand},
    {"hash", "FILE", hashOptions, hashCommand},
    {"replay", "FILE.proeftuin [LESSON]", listOptions, replayCommand},
    {"export", "FILE [KEY]", exportOptions, exportCommand},
    {"table", "FILE [KEY]", tableOptions, tableCommand},
    {"job", "FILE [KEY]", jobOptions, jobCommand},
    {"solve", "frame|heat2d FILE", solveOptions, solveCommand},
    {"validate", "NAME", validateOptions, validateCommand},
    {"sweep", "FILE|-", sweepOptions, sweepCommand},
    {"record", "FILE.proeftuin [LESSON]", recordOptions, recordCommand},
    {"answers", "FILE", answersOptions, answersCommand},
    {"walk", "FILE", walkOptions, walkCommand},
};

std::string usageLine(const Subcommand& subcommand) {
    std::string line = fmt::format("labrun {}", subcommand.name);
    if (!subcommand.operand.empty()) line += fmt::format(" {}", subcommand.operand);
    return line;
}

}  // namespace

std::span<const Subcommand> subcommands() { return table; }

const Subcommand* findSubcommand(std::string_view name) {
    for (const Subcommand& subcommand : table) {
        if (subcommand.name == name) return &subcommand;
    }
    return nullptr;
}

std::string helpText(const Words& words) {
    std::vector<std::vector<std::string>> rows;
    for (const Subcommand& subcommand : table) {
        rows.push_back(
            {"  " + usageLine(subcommand), words(fmt::format("cli.command.{}", subcommand.name))});
    }
    return fmt::format("{}\n\n{}\n{}\n", words("cli.about"), alignedTable(rows),
                       words("cli.more_help"));
}

std::string helpText(const Subcommand& subcommand, const Words& words) {
    std::vector<std::vector<std::string>> rows;
    for (const Option& option : subcommand.options) {
        rows.push_back({fmt::format("  {} {}", option.name, option.value),
                        words(fmt::format("cli.option.{}", option.name.substr(2)))});
    }
    return fmt::format("{}\n\n{}\n\n{}", usageLine(subcommand),
                       words(fmt::format("cli.command.{}", subcommand.name)), alignedTable(rows));
}

}  // namespace pt
