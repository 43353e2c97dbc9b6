#include "engine/scenario/scenario.h"

#include <algorithm>
#include <set>

#include "engine/scenario/check.h"
#include "engine/scenario/setup_reader.h"

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

// Reads the top level. `needs` and `about` go first: they decide how the rest is judged.
class LessonReader {
public:
    LessonReader(const Tree& tree, const Source& source, Report& report,
                 std::span<const LabEntry> labs, ScenarioRead& read)
        : root_(*tree.root), context_{source, report, false, tree.whole, {}}, labs_(labs),
          read_(read) {}

    void read() {
        if (const Entry* needs = root_.find("needs")) readNeeds(needs->value);
        if (const Entry* about = root_.find("about")) readAbout(*about);
        checkKeys(root_, root_.place, lessonTable(), context_,
                  [this](const Key& key, const Entry& entry, std::string_view suffix) {
                      readKey(key, entry, suffix);
                  });
        read_.scenario.title = title_.finish(context_);
        if (lab_ && setup_) readLabSetup();
        read_.scenario.setup.scenario = read_.scenario.id;
    }

private:
    void readKey(const Key& key, const Entry& entry, std::string_view suffix) {
        if (key.name == "title")
            title_.add(entry, suffix, context_);
        else if (key.name == "id")
            read_.scenario.id = readId(entry.value, context_).value_or("");
        else if (key.name == "sim")
            readSim(entry);
        else if (key.name == "seed")
            readSeed(entry);
        else if (key.name == "setup")
            setup_ = isMap(entry, context_) ? &entry : nullptr;
        else if (key.name == "instruments")
            readInstruments(entry);
        else
            checkKind(key, entry, context_);
    }

    void readNeeds(const Node& node) {
        const auto minor = minorOf(node.text);
        if (!minor) {
            context_.report.error(node.place, "scenario.needs", {});
            return;
        }
        context_.newer = *minor > minorVersion;
        if (context_.newer)
            context_.report.warning(
                node.place, "scenario.newer",
                {{"needs", node.text},
                 {"known", std::to_string(majorVersion) + "." + std::to_string(minorVersion)}});
    }

    void readAbout(const Entry& about) {
        checkMap(about, aboutTable(), context_,
                 [this](const Key& key, const Entry& entry, std::string_view) {
                     checkKind(key, entry, context_);
                     if (key.name == "languages") readLanguages(entry);
                 });
    }

    void readLanguages(const Entry& entry) {
        for (const Word& word : readWords(entry.key, entry.value, context_)) {
            if (const auto language = parseLanguage(word.text))
                context_.languages.push_back(language.value());
            else
                context_.report.error(word.place, language.error());
        }
    }

    void readSim(const Entry& entry) {
        const auto name = readLine(entry.key, entry.value, context_);
        if (!name) return;
        std::vector<std::string> names;
        for (const LabEntry& lab : labs_) names.push_back(labName(lab));
        lab_ = findLab(*name, labs_);
        if (lab_)
            read_.scenario.setup.lab = lab_->id;
        else
            reportUnknown(entry.value.place, "scenario.unknown_sim", *name, names, {}, context_);
    }

    void readSeed(const Entry& entry) {
        if (const auto seed = readInteger(entry.key, entry.value, context_))
            read_.scenario.setup.seed = *seed;
    }

    // Ids, or {id: {resolution: …}}.
    void readInstruments(const Entry& entry) {
        if (!entry.value.isList()) {
            context_.report.error(entry.value.place, "scenario.expect_list", {{"key", entry.key}});
            return;
        }
        for (const Node& item : entry.value.items) {
            if (!item.isMap()) {
                if (auto id = readId(item, context_)) addInstrument(*id, item.place);
                continue;
            }
            for (const Entry& inner : item.entries) {
                Node id;
                id.text = inner.key;
                id.place = inner.place;
                if (readId(id, context_)) addInstrument(inner.key, inner.place);
                checkMap(inner, instrumentTable(), context_, [](const auto&...) {});
            }
        }
    }

    void addInstrument(const std::string& id, const Place& place) {
        if (instrumentIds_.insert(id).second)
            read_.scenario.instruments.push_back({id, context_.report.where(place)});
        else
            context_.report.error(place, "scenario.instrument_twice", {{"text", id}});
    }

    void readLabSetup() {
        Schema schema;
        const auto model = lab_->make();
        model->describe(schema);
        readSetup(*setup_, schema, labName(*lab_), context_, read_);
    }

    const Node& root_;
    Context context_;
    std::span<const LabEntry> labs_;
    ScenarioRead& read_;
    TextReader title_;
    const LabEntry* lab_ = nullptr;
    const Entry* setup_ = nullptr;
    std::set<std::string> instrumentIds_;
};

void readLesson(const Source& source, std::span<const LabEntry> labs, Report& report,
                ScenarioRead& read) {
    const Tree tree = readTree(source, report);
    if (tree.root && tree.root->isMap()) {
        LessonReader(tree, source, report, labs, read).read();
    } else if (tree.whole) {
        report.error(tree.root ? tree.root->place : Place{1, 1},
                     tree.root ? "scenario.no_lesson" : "scenario.empty");
    }
}

}  // namespace
}  // namespace scenario

const std::string& Text::in(Language language) const {
    const std::string& wanted = language == Language::nl ? nl : en;
    const std::string& other = language == Language::nl ? en : nl;
    return wanted.empty() ? other : wanted;
}

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

ScenarioRead readScenario(std::string_view bytes, std::string_view name,
                          std::span<const LabEntry> labs) {
    const scenario::Source source(bytes);
    scenario::Report report(name);
    ScenarioRead read;
    scenario::readLesson(source, labs, report, read);
    read.errors = report.takeErrors();
    read.warnings = report.takeWarnings();
    read.scenario.setup.source = std::string(bytes);
    return read;
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
