// Reading a save file, which may be damaged, hostile, older, or of a newer program with more keys.
#include <algorithm>
#include <cmath>

#include "engine/core/base64.h"
#include "engine/run/edits.h"
#include "engine/run/save_reader.h"
#include "engine/run/tested.h"

namespace pt {
namespace {

constexpr double maxStep = 1e15;

constexpr std::string_view knownParts[] = {
    "proeftuin", "setup", "files", "hash",    "now",   "states", "run",    "recording", "events",
    "runs",      "undo",  "redo",  "journal", "since", "rate",   "lesson", "check"};

std::vector<std::string> texts(const Json& list) {
    std::vector<std::string> words;
    for (const Json& word : list.items()) words.push_back(word.text());
    return words;
}

// The entries whose key is none of the schema's items.
template <class Items>
Json unknownIn(const Json& entries, const Items& known) {
    Json rest = Json::object();
    for (const auto& [key, value] : entries.entries()) {
        const auto same = [&name = key](const auto& item) { return item.key == name; };
        if (std::none_of(known.begin(), known.end(), same)) rest.set(key, value);
    }
    return rest;
}

}  // namespace

void SaveReader::need(bool good) {
    if (good || damaged_) return;
    damaged_ = part_;
}

const Json& SaveReader::part(std::string_view key, Json::Kind kind) {
    part_ = key;
    need(tree_[key].kind() == kind);
    return tree_[key];
}

Status SaveReader::status() const {
    if (!damaged_) return Ok{};
    return damagedAt(*damaged_);
}

int64_t SaveReader::count(const Json& value) {
    const double number = value.number(-1);
    const bool good = number >= 0 && number <= maxStep && number == std::floor(number);
    need(good);
    return good ? static_cast<int64_t>(number) : 0;
}

uint64_t SaveReader::unsignedText(const Json& value) {
    const std::string& text = value.text();
    uint64_t number = 0;
    for (const char c : text) {
        const uint64_t digit = static_cast<uint64_t>(c - '0');
        need(c >= '0' && c <= '9' && number <= (UINT64_MAX - digit) / 10);
        if (damaged_) return 0;
        number = number * 10 + digit;
    }
    need(!text.empty());
    return number;
}

Setup SaveReader::setup() {
    const Json& json = part("setup", Json::Kind::object);
    Setup setup;
    setup.lab = json["lab"].text();
    setup.scenario = json["scenario"].text();
    setup.seed = unsignedText(json["seed"]);
    for (const Json& each : json["settings"].items()) setup.settings.push_back(setting(each));
    for (const auto& [key, value] : json["documents"].entries())
        setup.documents.emplace_back(key, value);
    setup.source = json["source"].text();
    setup.files = files();
    return setup;
}

std::shared_ptr<const SetupFiles> SaveReader::files() {
    if (!tree_.has("files")) return nullptr;
    auto files = std::make_shared<SetupFiles>();
    for (const auto& [path, text] : part("files", Json::Kind::object).entries()) {
        std::optional<std::string> bytes = fromBase64(text.text());
        need(text.isText() && bytes.has_value());
        if (bytes) files->emplace(path, std::move(*bytes));
    }
    return files;
}

Setting SaveReader::setting(const Json& json) {
    Setting setting;
    setting.key = json["key"].text();
    setting.where = json["where"].text();
    if (json["number"].isNumber()) setting.number = json["number"].number();
    if (json["option"].isText()) setting.option = json["option"].text();
    const Json& range = json["range"];
    if (range.isObject())
        setting.range = Range{range["min"].number(), range["max"].number(), range["step"].number()};
    setting.options = texts(json["options"]);
    setting.locked = json["locked"].boolean();
    setting.hidden = json["hidden"].boolean();
    setting.shown = json["shown"].boolean();
    return setting;
}

// What the file does not name stays as in the base.
Settings SaveReader::settings(const Json& json, Settings base) {
    need(json.isObject());
    for (size_t i = 0; i < base.params.size(); ++i) {
        const Param& param = schema_->params()[i];
        const Json& value = json["params"][param.key];
        if (!json["params"].has(param.key)) continue;
        need(value.isNumber() && checkNumber(param, nullptr, value.number()).ok());
        base.params[i] = value.number();
    }
    for (size_t i = 0; i < base.choices.size(); ++i) {
        const Choice& choice = schema_->choices()[i];
        if (!json["choices"].has(choice.key)) continue;
        base.choices[i] = optionIndex(choice, json["choices"][choice.key].text());
        need(base.choices[i] >= 0);
    }
    for (size_t i = 0; i < base.documents.size(); ++i) {
        const std::string& key = schema_->documents()[i].key;
        if (json["documents"].has(key)) base.documents[i] = json["documents"][key];
    }
    return base;
}

// Empty when the file misses a state: then the run has to be computed again.
std::optional<std::vector<std::vector<double>>> SaveReader::states() {
    const Json& json = part("states", Json::Kind::object);
    std::vector<std::vector<double>> states;
    for (const State& state : schema_->states()) {
        if (!json.has(state.key)) return std::nullopt;
        const Json& value = json[state.key];
        need(state.number ? value.isNumber() : value.isList());
        if (state.number) {
            states.push_back({value.number()});
            continue;
        }
        states.emplace_back();
        for (const Json& number : value.items()) {
            need(number.isNumber());
            states.back().push_back(number.number());
        }
    }
    return states;
}

Command SaveReader::command(const Json& json) {
    const double gesture = json["gesture"].number();
    need(!json["name"].text().empty() && json["args"].isObject());
    need(gesture >= 0 && gesture <= 1e9 && gesture == std::floor(gesture));
    return {json["name"].text(), json["args"], damaged_ ? 0 : static_cast<int>(gesture)};
}

// A live command that this program can carry out; one with a key it does not know is left out.
std::optional<Command> SaveReader::liveCommand(const Json& json) {
    Command live = command(json);
    if (damaged_) return std::nullopt;
    const Status checked = checkEdit(*schema_, Setup{}, live);
    if (!checked.ok() && checked.error().key.rfind("session.unknown_", 0) == 0) return std::nullopt;
    need(checked.ok() && live.name != "document");
    return live;
}

// A run of the runs table; 0 when it is not there.
int SaveReader::runNumber(const Json& value) {
    const double number = value.number();
    const double last = static_cast<double>(tree_["runs"].items().size());
    const bool good = number >= 0 && number <= last && number == std::floor(number);
    need(good && (value.isNumber() || value == Json()));
    return good ? static_cast<int>(number) : 0;
}

Run SaveReader::run(const Json& json, const Settings& base) {
    need(json.isObject());
    Run run;
    run.start = settings(json["start"], base);
    run.step = count(json["step"]);
    run.reached = count(json["reached"]);
    run.refused = json["refused"].boolean();
    run.counted = json["counted"].boolean();
    run.branch = runNumber(json["branch"]);
    need(run.step <= run.reached && (!run.refused || run.reached == 0));
    int64_t last = 0;
    for (const Json& each : json["inputs"].items()) {
        const int64_t step = count(each["step"]);
        need(step >= last && step <= run.reached && !run.refused);
        last = step;
        if (std::optional<Command> live = liveCommand(each["do"]))
            run.inputs.push_back({step, std::move(*live)});
    }
    const int64_t stride = count(json["stride"]);
    need(stride >= 1 && (stride & (stride - 1)) == 0);
    run.recording = Recording(0, Recording::defaultCapacity, damaged_ ? 1 : stride);
    return run;
}

void SaveReader::recording(Run& run, double dt) {
    const Json& json = part("recording", Json::Kind::object);
    const int64_t stride = run.recording.stride();
    const int64_t rows = run.refused ? 0 : run.step / stride + 1 + (run.step % stride ? 1 : 0);
    need(static_cast<uint64_t>(rows) <= Recording::defaultCapacity);
    std::vector<const Json*> columns;
    for (const Output& output : schema_->outputs()) {
        if (!output.recorded()) continue;
        columns.push_back(json.has(output.key) ? &json[output.key] : nullptr);
        need(!columns.back() || columns.back()->items().size() == static_cast<size_t>(rows));
    }
    if (damaged_) return;
    run.recording = Recording(columns.size(), Recording::defaultCapacity, stride);
    std::vector<double> row(columns.size());
    for (int64_t i = 0; i < rows; ++i) {
        for (size_t c = 0; c < columns.size(); ++c)
            row[c] = columns[c] ? (*columns[c])[static_cast<size_t>(i)].number(std::nan(""))
                                : std::nan("");
        const int64_t step = std::min(i * stride, run.step);
        run.recording.add(step, static_cast<double>(step) * dt, row);
    }
}

void SaveReader::events(Run& run, double dt) {
    int64_t last = 0;
    for (const Json& json : part("events", Json::Kind::list).items()) {
        const int64_t step = count(json["step"]);
        need(step >= last && step <= run.step && json["key"].isText());
        last = step;
        Event event{json["key"].text(), json["args"]};
        run.recording.add({step, static_cast<double>(step) * dt, std::move(event)});
    }
}

std::vector<RunRecord> SaveReader::runs() {
    std::vector<RunRecord> runs;
    for (const Json& json : part("runs", Json::Kind::list).items()) {
        need(json["settings"].isObject() && json["outputs"].isObject());
        need(json["design"].isObject());
        RunRecord run{static_cast<int>(runs.size()) + 1,
                      unsignedText(json["seed"]),
                      json["settings"],
                      json["outputs"],
                      json["design"],
                      runNumber(json["parent"])};
        need(run.parent < run.number);
        if (json.has("real")) found(run, {"real", Json::object().set("values", json["real"]), 0});
        if (json.has("note")) found(run, {"note", Json::object().set("text", json["note"]), 0});
        runs.push_back(std::move(run));
    }
    return runs;
}

// Of a newer program's outputs the values are kept as they are.
void SaveReader::found(RunRecord& run, const Command& finding) {
    const Status checked = checkFinding(*schema_, finding);
    need(checked.ok() || checked.error().key.rfind("session.unknown_", 0) == 0);
    if (!damaged_) carryOut(run, finding);
}

std::optional<Command> SaveReader::finding(const Json& json) {
    Command finding = command(json);
    if (damaged_) return std::nullopt;
    need(isFinding(finding) && runNumber(finding.args["run"]) > 0);
    const Status checked = checkFinding(*schema_, finding);
    need(checked.ok() || checked.error().key.rfind("session.unknown_", 0) == 0);
    return finding;
}

std::vector<Session::Undo> SaveReader::history(std::string_view key, const Settings& base) {
    std::vector<Session::Undo> history;
    for (const Json& json : part(key, Json::Kind::list).items()) {
        Session::Undo undo;
        if (json.has("run")) {
            undo.run = run(json["run"], base);
            need(undo.run->step <= Timeline::resumeLimit);
        }
        for (const Json& each : json["sets"].items()) {
            std::optional<Command> live = liveCommand(each);
            need(!live || live->name == "set");
            if (live) undo.sets.push_back(std::move(*live));
        }
        for (const Json& each : json["findings"].items())
            if (std::optional<Command> known = finding(each))
                undo.findings.push_back(std::move(*known));
        history.push_back(std::move(undo));
    }
    return history;
}

std::vector<JournalEntry> SaveReader::journal() {
    std::vector<JournalEntry> journal;
    for (const Json& json : part("journal", Json::Kind::list).items())
        journal.push_back({count(json["after"]), command(json["do"]), json["automatic"].boolean()});
    return journal;
}

Json SaveReader::unknown() const {
    const Json& now = tree_["now"];
    Json settings = Json::object(), file = Json::object();
    settings.set("params", unknownIn(now["params"], schema_->params()));
    settings.set("choices", unknownIn(now["choices"], schema_->choices()));
    settings.set("documents", unknownIn(now["documents"], schema_->documents()));
    for (const auto& [key, value] : tree_.entries())
        if (std::find(std::begin(knownParts), std::end(knownParts), key) == std::end(knownParts))
            file.set(key, value);
    return Json::object().set("now", std::move(settings)).set("file", std::move(file));
}

Status SaveReader::fill(Session& session) {
    schema_ = &session.schema_;
    const double dt = session.dt();
    const Settings base = settings(part("now", Json::Kind::object), readSettings(*schema_));
    Run current = run(part("run", Json::Kind::object), base);
    if (std::optional<std::vector<std::vector<double>>> found =
            current.refused ? std::nullopt : states())
        current.here =
            Snapshot{current.step, base.params, base.choices, base.documents, std::move(*found)};
    if (!damaged_) recording(current, dt);
    if (!damaged_) events(current, dt);
    session.runs_ = runs();
    session.undo_ = history("undo", base);
    session.redo_ = history("redo", base);
    session.journal_ = journal();
    session.stepsSinceJournal_ = count(part("since", Json::Kind::number));
    session.rate(part("rate", Json::Kind::number).number());
    session.lesson_ = tree_["lesson"];
    session.unknown_ = unknown();
    if (Status good = status(); !good.ok()) return good;
    for (const JournalEntry& entry : session.journal_)
        session.gestures_ = std::max(session.gestures_, entry.command.gesture);
    Status resumed = session.timeline_->resume(std::move(current));
    session.renewBackground();
    return resumed;
}

}  // namespace pt
