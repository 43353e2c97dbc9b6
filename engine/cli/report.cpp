#include "engine/cli/report.h"

#include <ostream>

namespace pt {

Exit reportRead(Console& console, const Loaded& loaded) {
    for (const Error& error : loaded.read.errors) fail(console, error, loaded.bytes);
    for (const Error& warning : loaded.read.warnings) {
        console.err << warning.where << ": " << console.words("cli.warning") << ' '
                    << console.words(warning.key, warning.args) << '\n';
    }
    return loaded.read.ok() ? Exit::ok : Exit::content;
}

Error placedIn(const Loaded& loaded, const Error& error) {
    const bool placed = error.where.find(loaded.name) == 0 || error.where.find("--") == 0;
    Error named = error;
    if (!placed) named.where = loaded.name + (error.where.empty() ? "" : ": " + error.where);
    return named;
}

Exit failIn(Console& console, const Loaded& loaded, const Error& error) {
    return fail(console, placedIn(loaded, error), loaded.bytes);
}

void warnIfUnfinished(Console& console, const Session& session, const RunRequest& request) {
    if (request.until != "end" || request.steps || session.finished()) return;
    console.err << "labrun: " << console.words("cli.warning") << ' '
                << console.words("cli.run.unfinished",
                                 Args{{"steps", std::to_string(session.step())}})
                << '\n';
}

Json errorJson(const Error& error, const Words& words) {
    Json json = Json::object();
    json.set("key", error.key).set("where", error.where);
    return json.set("sentence", words(error.key, error.args));
}

Result<CsvStyle> parseCsvStyle(const Arguments& arguments) {
    const std::string text = arguments.value("--csv-style").value_or("standard");
    if (text == "standard") return CsvStyle::standard;
    if (text == "dutch") return CsvStyle::dutch;
    return Error{"cli.usage.csv_style", "", {{"text", text}}};
}

}  // namespace pt
