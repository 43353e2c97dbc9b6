#include "engine/scenario/scenario.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "engine/scenario/event_reader.h"
#include "engine/scenario/fields.h"
#include "engine/scenario/lesson_names.h"
#include "engine/scenario/lesson_reader.h"
#include "engine/scenario/lints.h"
#include "engine/scenario/setup_reader.h"
#include "engine/scenario/text_reader.h"
#include "engine/scenario/translation.h"
#include "engine/scenario/value_reader.h"

namespace pt {
namespace scenario {
namespace {

// "1.4" -> 4; nothing for another form.
std::optional<int> minorOf(std::string_view text) {
    constexpr size_t longest = 6;
    if (text.substr(0, 2) != "1." || text.size() < 3 || text.size() > longest) return std::nullopt;
    int minor = 0;
    for (char c : text.substr(2)) {
        if (c < '0' || c > '9') return std::nullopt;
        minor = minor * 10 + (c - '0');
    }
    return minor;
}

std::string labName(const LabEntry& lab) {
    std::string name(lab.id);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

// Reads the top level. What decides how the rest is judged goes first: `needs`, `about`, the lab
// with its names, and what the script declares.
class LessonReader {
public:
    LessonReader(const Tree& tree, const Source& source, Report& report, std::string_view file,
                 const ReadOptions& options, ScenarioRead& read)
        : root_(*tree.root), context_{source, report}, file_(file), options_(options), read_(read) {
        context_.whole = tree.whole;
        context_.bundle = options.bundle.get();
        context_.translated = translatedIn(context_.bundle);
    }

    void read() {
        if (const Entry* needs = root_.find("needs")) readNeeds(needs->value);
        if (const Entry* about = root_.find("about"))
            read_.scenario.about = readAbout(*about, context_);
        if (const Entry* script = root_.find("script"))
            read_.scenario.lesson.script = readScript(*script, file_, context_);
        if (const Entry* sim = root_.find("sim")) readSim(*sim);
        if (lab_) nameEverything();
        if (const Entry* instruments = root_.find("instruments")) readInstruments(*instruments);
        checkKeys(root_, root_.place, lessonTable(), context_,
                  [this](const Key& key, const Entry& entry, std::string_view language) {
                      if (!readKey(key, entry, language)) readLessonKey(key, entry);
                  });
        read_.scenario.title = title_.finish(context_);
        read_.scenario.setup.scenario = read_.scenario.id;
        reportNewer();
        if (context_.names && context_.whole && context_.report.errorCount() == 0)
            checkLesson(read_.scenario, context_);
    }

private:
    bool readKey(const Key& key, const Entry& entry, std::string_view language) {
        if (key.name == "title")
            title_.add(entry.key, entry.place, entry.value, language, context_);
        else if (key.name == "id")
            read_.scenario.id = readId(entry.value, context_).value_or("");
        else if (key.name == "seed")
            readSeed(entry);
        else if (key.name == "setup")
            readLabSetup(entry);
        else if (key.name == "lab")
            checkVersion(entry, context_);
        else
            return false;
        return true;
    }

    void readLessonKey(const Key& key, const Entry& entry) {
        Lesson& lesson = read_.scenario.lesson;
        if (key.name == "cycle")
            readCycle(key, entry);
        else if (key.name == "levels")
            lesson.levels = readLevelTable(entry, key, context_);
        else if (key.name == "requirements")
            lesson.requirements = readRequirements(entry, key, context_);
        else if (key.name == "events")
            lesson.events = readEvents(entry, key, context_);
        else if (key.name == "steps")
            lesson.steps = readSteps(entry, key, context_);
        else if (key.name == "texts")
            lesson.texts = readTexts(entry, key, context_);
        else if (key.name == "recall")
            readRecall(entry, key);
    }

    void readNeeds(const Node& node) {
        const auto minor = minorOf(node.text);
        if (!minor)
            context_.report.error(node.place, "scenario.needs", {});
        else
            context_.newer = *minor > minorVersion;
    }

    void reportNewer() {
        if (!context_.newer) return;
        const Node& needs = root_.find("needs")->value;
        const std::string known = std::to_string(majorVersion) + "." + std::to_string(minorVersion);
        const int items = context_.placeholders;
        context_.report.warning(
            needs.place,
            items == 0   ? "scenario.newer"
            : items == 1 ? "scenario.newer_item"
                         : "scenario.newer_items",
            {{"needs", needs.text}, {"known", known}, {"items", std::to_string(items)}});
    }

    void readSim(const Entry& entry) {
        const auto name = readLine(entry.key, entry.value, context_);
        if (!name) return;
        std::vector<std::string> names;
        for (const LabEntry& lab : options_.labs) names.push_back(labName(lab));
        lab_ = findLab(*name, options_.labs);
        if (lab_)
            read_.scenario.setup.lab = lab_->id;
        else
            reportUnknown(entry.value.place, "scenario.unknown_sim", *name, names, {}, context_);
    }

    void nameEverything() {
        model_ = lab_->make();
        model_->describe(schema_);
        ScriptNames declared;
        const auto& script = read_.scenario.lesson.script;
        if (script && options_.script) declared = runScript(*script);
        names_.emplace(schema_, lab_->id, std::move(declared));
        names_->gather(root_, context_.newer, context_.report);
        context_.names = &*names_;
    }

    ScriptNames runScript(const Script& script) {
        ScriptRead declared = options_.script(script);
        for (Error& error : declared.errors) read_.errors.push_back(std::move(error));
        return std::move(declared.names);
    }

    void readSeed(const Entry& entry) {
        if (const auto seed = readInteger(entry.key, entry.value, context_))
            read_.scenario.setup.seed = *seed;
    }

    void readCycle(const Key& key, const Entry& entry) {
        const auto line = readLine(entry.key, entry.value, context_);
        if (!line) return;
        if (const auto index =
                readOption(key.name, {*line, entry.value.place}, key.options, context_))
            read_.scenario.lesson.cycle = static_cast<Cycle>(*index);
    }

    void tooLong(const Key& key, const Place& place) {
        context_.report.error(place, "scenario.list_too_long",
                              {{"key", std::string(key.name)}, {"max", std::to_string(key.most)}});
    }

    void readRecall(const Entry& entry, const Key& key) {
        std::vector<Word> words = readWords(entry.key, entry.value, context_);
        const auto most = static_cast<size_t>(key.most);
        if (words.size() > most) {
            tooLong(key, words[most].place);
            words.resize(most);
        }
        for (const Word& word : words) {
            Node id;
            id.text = word.text;
            id.place = word.place;
            if (auto known = readId(id, context_))
                read_.scenario.lesson.recall.push_back(std::move(*known));
        }
    }

    // Ids, or {id: {resolution: …}}.
    void readInstruments(const Entry& entry) {
        if (!entry.value.isList()) {
            context_.report.error(entry.value.place, "scenario.expect_list", {{"key", entry.key}});
            return;
        }
        const Key& key = *findKey(lessonTable(), "instruments");
        for (const Node& item : entry.value.items) {
            if (instrumentIds_.size() >= static_cast<size_t>(key.most))
                return tooLong(key, item.place);
            if (!item.isMap()) {
                if (auto id = readId(item, context_)) addInstrument(*id, item.place);
                continue;
            }
            for (const Entry& inner : item.entries) {
                if (readIdKey(inner, context_).empty()) continue;
                addInstrument(inner.key, inner.place);
                readResolution(inner);
            }
        }
    }

    // It says how far a reading may be off, so it goes with something that the lab measures.
    void readResolution(const Entry& instrument) {
        Fields fields(instrument.value, instrument.place, instrumentTable(), context_);
        const Entry* entry = fields.entry("resolution");
        if (!entry || !context_.names) return;
        const Output* output = schema_.findOutput(instrument.key);
        if (!output || !output->number)
            return reportUnknown(instrument.place, "scenario.no_readout", instrument.key,
                                 context_.names->measured(), {}, context_);
        Unit difference = output->unit;
        if (difference.offset != 0) difference = unit("K");
        if (const auto si = readQuantity("resolution", entry->value, difference, context_))
            read_.scenario.lesson.resolutions[instrument.key] = *si;
    }

    void addInstrument(const std::string& id, const Place& place) {
        if (!instrumentIds_.insert(id).second)
            context_.report.error(place, "scenario.instrument_twice", {{"text", id}});
    }

    void readLabSetup(const Entry& entry) {
        if (isMap(entry, context_) && lab_)
            readSetup(entry, schema_, labName(*lab_), context_, read_);
    }

    const Node& root_;
    Context context_;
    std::string_view file_;
    const ReadOptions& options_;
    ScenarioRead& read_;
    TextReader title_;
    const LabEntry* lab_ = nullptr;
    std::unique_ptr<Model> model_;  // keeps alive what the schema points to
    Schema schema_;
    std::optional<LessonNames> names_;
    std::set<std::string> instrumentIds_;
};

void readLesson(const Source& source, std::string_view file, const ReadOptions& options,
                Report& report, ScenarioRead& read) {
    const Tree tree = readTree(source, report);
    report.formIsRead();
    if (tree.root && tree.root->isMap()) {
        LessonReader(tree, source, report, file, options, read).read();
    } else if (tree.whole) {
        report.error(tree.root ? tree.root->place : Place{1, 1},
                     tree.root ? "scenario.no_lesson" : "scenario.empty");
    }
}

}  // namespace
}  // namespace scenario

std::string ScenarioRead::place(std::string_view document, std::string_view path) const {
    std::string key = std::string(document) + "/" + std::string(path);
    while (true) {
        if (const auto found = places.find(key); found != places.end()) return found->second;
        const size_t slash = document.size();
        const size_t cut = key.find_last_of(".[");
        if (key.size() <= slash + 1) return "";
        key.resize(cut == std::string::npos || cut <= slash ? slash + 1 : cut);
    }
}

// Those of the file go before those of its script and languages.
static void prepend(std::vector<Error>& list, std::vector<Error> first) {
    list.insert(list.begin(), std::make_move_iterator(first.begin()),
                std::make_move_iterator(first.end()));
}

ScenarioRead readScenario(std::string_view bytes, std::string_view name,
                          const ReadOptions& options) {
    const scenario::Source source(bytes);
    scenario::Report report(name);
    ScenarioRead read;
    scenario::readLesson(source, name, options, report, read);
    prepend(read.errors, report.takeErrors());
    prepend(read.warnings, report.takeWarnings());
    if (options.bundle) scenario::readTranslations(*options.bundle, read);
    if (read.errors.size() > scenario::Report::maxErrors)
        read.errors.resize(scenario::Report::maxErrors);
    read.scenario.setup.source = std::string(bytes);
    read.scenario.bundle = options.bundle;
    if (options.bundle && !options.bundle->files.empty())
        read.scenario.setup.files = {options.bundle, &options.bundle->files};
    return read;
}

ScenarioRead readScenario(std::string_view bytes, std::string_view name,
                          std::span<const LabEntry> labs) {
    return readScenario(bytes, name, ReadOptions{labs, {}, {}});
}

std::string excerpt(std::string_view bytes, const Error& error) {
    const auto place = scenario::placeOf(error.where);
    return place ? scenario::caretExcerpt(scenario::Source(bytes), *place) : "";
}

std::string warningSentence(const Words& words, const Error& warning) {
    const std::string text =
        " (" + words("scenario.note") + "): " + words(warning.key, warning.args);
    return warning.where + text;
}

}  // namespace pt
