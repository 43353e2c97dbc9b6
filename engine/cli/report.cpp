#include "engine/cli/report.h"

#include <ostream>

#include "engine/ui/lab_words.h"

namespace pt {

namespace {

// The place in the file of "bridge.members[3].to". An error without a place is about the design
// as a whole, where the file gives one.
std::string placeOf(const Loaded& loaded, std::string_view where) {
    const auto& documents = loaded.read.scenario.setup.documents;
    const size_t end = where.find_first_of(".[");
    const std::string_view name = where.substr(0, end);
    std::string_view path = end == std::string_view::npos ? "" : where.substr(end);
    if (!path.empty() && path.front() == '.') path.remove_prefix(1);
    for (const auto& [key, value] : documents) {
        if (key == name || where.empty()) return loaded.read.place(key, path);
    }
    return "";
}

}  // namespace

Exit reportRead(Console& console, const Loaded& loaded) {
    for (const Error& error : loaded.read.errors) fail(console, error, loaded.bytes);
    for (const Error& warning : loaded.read.warnings) {
        console.err << warningSentence(console.words, warning) << '\n';
    }
    return loaded.read.ok() ? Exit::ok : Exit::content;
}

std::vector<std::vector<std::string>> outputRows(const Session& session, const Words& words) {
    std::vector<std::vector<std::string>> rows;
    for (const Output& output : session.schema().outputs()) {
        rows.push_back({"  " + labelOf(session.lab().id, output.key, words),
                        outputText(session.lab().id, output, words)});
    }
    return rows;
}

Error placedIn(const Loaded& loaded, const Error& error) {
    if (error.where.find(loaded.name) == 0 || error.where.find("--") == 0) return error;
    Error placed = error;
    placed.where = placeOf(loaded, error.where);
    if (!placed.where.empty()) return placed;
    placed.where = loaded.name + (error.where.empty() ? "" : ": " + error.where);
    return placed;
}

Exit failIn(Console& console, const Loaded& loaded, const Error& error) {
    return fail(console, placedIn(loaded, error), loaded.bytes);
}

void warnIfUnfinished(Console& console, const Session& session, const RunRequest& request) {
    if (request.until != "end" || request.steps || session.finished()) return;
    const Error note{"cli.run.unfinished", "labrun", {{"steps", std::to_string(session.step())}}};
    console.err << warningSentence(console.words, note) << '\n';
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
