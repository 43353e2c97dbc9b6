// Writing a save file: one part a line, and in long lists one entry a line, so that a damaged
// place has a line number and two files can be compared.
#include <string>

#include "engine/core/base64.h"
#include "engine/run/save.h"
#include "engine/run/save_parts.h"

namespace pt {
namespace {

constexpr size_t maxHistoryBytes = size_t{1} << 20;

class Writer {
public:
    Writer() : text_("{\"proeftuin\":" + std::to_string(SaveFile::version)) {}

    void part(std::string_view key, const Json& value) { line(key, value.write()); }
    void list(std::string_view key, const std::vector<std::string>& entries) {
        std::string text = "[";
        for (const std::string& entry : entries) text += (text == "[" ? "\n" : ",\n") + entry;
        line(key, text + "]");
    }
    void files(std::string_view key, const SetupFiles& files) {
        std::string text = "{";
        for (const auto& [path, bytes] : files)
            text += (text == "{" ? "\n" : ",\n") + Json(path).write() + ":\"" + base64(bytes) + '"';
        line(key, text + "}");
    }
    std::string finished() {
        text_ += std::string(checkStart) + checksum(text_) + "\"}\n";
        return std::move(text_);
    }

private:
    void line(std::string_view key, const std::string& value) {
        text_ += ",\n" + Json(key).write() + ":" + value;
    }
    std::string text_;
};

Json number(int64_t value) { return Json(static_cast<double>(value)); }

Json toJson(const Range& range) {
    return Json::object().set("min", range.min).set("max", range.max).set("step", range.step);
}

Json toJson(const std::vector<std::string>& words) {
    Json list = Json::list();
    for (const std::string& word : words) list.add(word);
    return list;
}

Json toJson(const Setting& setting) {
    Json json = Json::object();
    json.set("key", setting.key);
    if (!setting.where.empty()) json.set("where", setting.where);
    if (setting.number) json.set("number", *setting.number);
    if (setting.option) json.set("option", *setting.option);
    if (setting.range) json.set("range", toJson(*setting.range));
    if (!setting.options.empty()) json.set("options", toJson(setting.options));
    if (setting.locked) json.set("locked", true);
    if (setting.hidden) json.set("hidden", true);
    if (setting.shown) json.set("shown", true);
    return json;
}

Json toJson(const Setup& setup) {
    Json settings = Json::list(), documents = Json::object();
    for (const Setting& setting : setup.settings) settings.add(toJson(setting));
    for (const auto& [key, value] : setup.documents) documents.set(key, value);
    Json json = Json::object();
    json.set("lab", setup.lab).set("scenario", setup.scenario);
    json.set("seed", std::to_string(setup.seed)).set("settings", std::move(settings));
    return json.set("documents", std::move(documents)).set("source", setup.source);
}

Json toJson(const Command& command) {
    Json json = Json::object();
    json.set("name", command.name).set("args", command.args);
    if (command.gesture != 0) json.set("gesture", command.gesture);
    return json;
}

Json toJson(const std::vector<Command>& commands) {
    Json list = Json::list();
    for (const Command& command : commands) list.add(toJson(command));
    return list;
}

// By key; with a base, only what differs from it.
Json toJson(const Schema& schema, const Settings& settings, const Settings* base) {
    Json params = Json::object(), choices = Json::object(), documents = Json::object();
    for (size_t i = 0; i < settings.params.size(); ++i)
        if (!base || settings.params[i] != base->params[i])
            params.set(schema.params()[i].key, settings.params[i]);
    for (size_t i = 0; i < settings.choices.size(); ++i) {
        const Choice& choice = schema.choices()[i];
        if (!base || settings.choices[i] != base->choices[i])
            choices.set(choice.key, choice.options[static_cast<size_t>(settings.choices[i])]);
    }
    for (size_t i = 0; i < settings.documents.size(); ++i)
        if (!base || !(settings.documents[i] == base->documents[i]))
            documents.set(schema.documents()[i].key, settings.documents[i]);
    Json json = Json::object();
    json.set("params", std::move(params)).set("choices", std::move(choices));
    return json.set("documents", std::move(documents));
}

Json statesJson(const Schema& schema, const Snapshot& snapshot) {
    Json json = Json::object();
    for (size_t i = 0; i < snapshot.states.size(); ++i) {
        const State& state = schema.states()[i];
        Json list = Json::list();
        for (const double value : snapshot.states[i]) list.add(value);
        json.set(state.key, state.number ? list[0] : std::move(list));
    }
    return json;
}

Json toJson(const Schema& schema, const Run& run, const Settings& base) {
    Json inputs = Json::list();
    for (const Input& input : run.inputs)
        inputs.add(Json::object().set("step", number(input.step)).set("do", toJson(input.command)));
    Json json = Json::object();
    json.set("step", number(run.step)).set("reached", number(run.reached));
    if (run.refused) json.set("refused", true);
    if (run.counted) json.set("counted", true);
    if (run.branch > 0) json.set("branch", run.branch);
    json.set("stride", number(run.recording.stride()));
    return json.set("start", toJson(schema, run.start, &base)).set("inputs", std::move(inputs));
}

Json columnsJson(const Schema& schema, const Recording& recording) {
    Json json = Json::object();
    size_t c = 0;
    for (const Output& output : schema.outputs()) {
        if (!output.recorded()) continue;
        Json column = Json::list();
        for (const double value : recording.column(c)) column.add(value);
        json.set(output.key, std::move(column));
        ++c;
    }
    return json;
}

Json toJson(const TimedEvent& event) {
    Json json = Json::object();
    json.set("step", number(event.step)).set("key", event.event.key);
    return json.set("args", event.event.args);
}

Json toJson(const RunRecord& run) {
    Json json = Json::object();
    json.set("seed", std::to_string(run.seed)).set("settings", run.settings);
    json.set("outputs", run.outputs).set("design", run.design);
    if (run.parent > 0) json.set("parent", run.parent);
    if (run.real.isObject()) json.set("real", run.real);
    if (!run.note.empty()) json.set("note", run.note);
    return json;
}

Json toJson(const JournalEntry& entry) {
    Json json = Json::object();
    json.set("after", number(entry.stepsBefore)).set("do", toJson(entry.command));
    if (entry.automatic) json.set("automatic", true);
    return json;
}

template <class T>
std::vector<std::string> entries(const std::vector<T>& values) {
    std::vector<std::string> lines;
    for (const T& value : values) lines.push_back(toJson(value).write());
    return lines;
}

}  // namespace

std::string SaveFile::write(const Session& session) {
    const Schema& schema = session.schema_;
    const Run& run = session.timeline_->run();
    const Snapshot here = session.snapshot();
    const Settings base = settingsOf(here);

    // The newest entries, as far as they fit; the oldest comes first in the file.
    const auto history = [&](const std::vector<Session::Undo>& undos) {
        std::vector<std::string> lines;
        size_t bytes = 0;
        for (size_t i = undos.size(); i-- > 0;) {
            const Session::Undo& undo = undos[i];
            Json json = Json::object();
            if (undo.run) json.set("run", toJson(schema, *undo.run, base));
            if (!undo.sets.empty()) json.set("sets", toJson(undo.sets));
            if (!undo.findings.empty()) json.set("findings", toJson(undo.findings));
            std::string line = json.write();
            bytes += line.size();
            if (bytes > maxHistoryBytes || (undo.run && undo.run->step > Timeline::resumeLimit))
                break;
            lines.insert(lines.begin(), std::move(line));
        }
        return lines;
    };

    Writer writer;
    writer.part("setup", toJson(session.setup_));
    if (session.setup_.files) writer.files("files", *session.setup_.files);
    writer.part("hash", hex(hashOf(here)));
    writer.part("now", withUnknown(toJson(schema, base, nullptr), session.unknown_["now"]));
    writer.part("states", statesJson(schema, here));
    writer.part("run", toJson(schema, run, base));
    writer.part("recording", columnsJson(schema, run.recording));
    writer.list("events", entries(run.recording.events()));
    writer.list("runs", entries(session.runs_));
    writer.list("undo", history(session.undo_));
    writer.list("redo", history(session.redo_));
    writer.list("journal", entries(session.journal_));
    writer.part("since", number(session.stepsSinceJournal_));
    writer.part("rate", session.rate_);
    const Json lesson = session.companion_ ? session.companion_->save() : session.lesson_;
    if (!(lesson == Json())) writer.part("lesson", lesson);
    for (const auto& [key, value] : session.unknown_["file"].entries()) writer.part(key, value);
    return writer.finished();
}

}  // namespace pt
