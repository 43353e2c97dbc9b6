// check: is a lesson right?
#include <algorithm>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/run_request.h"

namespace pt {
namespace {

Json errorsJson(const std::vector<Error>& errors, const Words& words) {
    Json list = Json::list();
    for (const Error& error : errors) list.add(errorJson(error, words));
    return list;
}

// A text that the asked language lacks is an error then, and so is a lesson that does not mean to
// speak it: of its texts nobody knows which are missing.
void demand(Language language, Loaded& loaded) {
    ScenarioRead& read = loaded.read;
    const bool dutch = language == Language::nl;
    const std::string missing = dutch ? "scenario.no_dutch" : "scenario.no_english";
    const auto ours =
        std::stable_partition(read.warnings.begin(), read.warnings.end(),
                              [&](const Error& warning) { return warning.key != missing; });
    read.errors.insert(read.errors.end(), ours, read.warnings.end());
    read.warnings.erase(ours, read.warnings.end());
    const std::vector<Language>& spoken = read.scenario.about.languages;
    const bool promised = std::find(spoken.begin(), spoken.end(), language) != spoken.end();
    // Without a word about languages a plain text is Dutch.
    if (promised || (dutch && spoken.empty())) return;
    read.errors.push_back(
        {"cli.check.language", loaded.name, {{"code", std::string(code(language))}}});
}

// "file:line:col" with a 1 for what is missing: an editor wants both.
std::string fullPlace(std::string_view where) {
    std::string_view rest = where;
    int numbers = 0;
    for (; numbers < 2; ++numbers) {
        const size_t colon = rest.rfind(':');
        const bool number = colon != std::string_view::npos && colon + 1 < rest.size() &&
                            rest.find_first_not_of("0123456789", colon + 1) == rest.npos;
        if (!number) break;
        rest = rest.substr(0, colon);
    }
    std::string full(where);
    for (; numbers < 2; ++numbers) full += ":1";
    return full;
}

// "file:line:col: error: sentence", a line each; editors put them at their place.
void printGnu(Console& console, const Loaded& loaded) {
    const auto print = [&](const Error& error, const char* kind) {
        std::string sentence = console.words(error.key, error.args);
        std::replace(sentence.begin(), sentence.end(), '\n', ' ');
        console.out << fullPlace(error.where) << ": " << kind << ": " << sentence << '\n';
    };
    for (const Error& error : loaded.read.errors) print(error, "error");
    for (const Error& warning : loaded.read.warnings) print(warning, "warning");
}

}  // namespace

// Reading finds what the text gets wrong; opening finds a design that cannot be built.
Exit checkCommand(Console& console, const Arguments& arguments) {
    const std::string format = arguments.value("--format").value_or("text");
    if (format != "text" && format != "gnu")
        return fail(console, {"cli.usage.format", "", {{"text", format}}});
    Result<Loaded> loaded = loadScenario(arguments.operands.front());
    if (!loaded) return fail(console, loaded.error());
    ScenarioRead& read = loaded.value().read;
    if (read.ok()) {
        const auto session = openRun(read.scenario, RunRequest{});
        if (!session) read.errors.push_back(placedIn(loaded.value(), session.error()));
    }
    if (arguments.has("--lang")) demand(console.words.language(), loaded.value());
    if (arguments.has("--json")) {
        Json json = Json::object();
        json.set("ok", read.ok()).set("errors", errorsJson(read.errors, console.words));
        json.set("warnings", errorsJson(read.warnings, console.words));
        console.out << json.write() << '\n';
        return read.ok() ? Exit::ok : Exit::content;
    }
    if (format == "gnu") {
        printGnu(console, loaded.value());
        return read.ok() ? Exit::ok : Exit::content;
    }
    const Exit result = reportRead(console, loaded.value());
    if (result == Exit::ok) {
        console.out << console.words("cli.check.good", Args{{"name", loaded.value().name}}) << '\n';
    }
    return result;
}

}  // namespace pt
