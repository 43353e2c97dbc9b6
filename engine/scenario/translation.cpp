#include "engine/scenario/translation.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/scenario/lesson_texts.h"
#include "engine/scenario/text_reader.h"

namespace pt::scenario {
namespace {

constexpr std::string_view folder = "i18n/";
constexpr std::string_view ending = ".yaml";

// "en" of "i18n/en.yaml"; "" for another file.
std::string_view languageOf(std::string_view path) {
    if (path.substr(0, folder.size()) != folder || path.size() <= folder.size() + ending.size())
        return {};
    const std::string_view name = path.substr(folder.size());
    const size_t end = name.size() - ending.size();
    return name.substr(end) == ending ? name.substr(0, end) : std::string_view();
}

class Translation {
public:
    Translation(std::string_view file, Language language, Scenario& scenario)
        : report_(file), language_(language) {
        for (LessonText& text : textsOf(scenario)) texts_.emplace(text.path, text.text);
    }

    void read(std::string_view bytes) {
        const Source source(bytes);
        const Tree tree = readTree(source, report_);
        if (tree.root && tree.root->isMap())
            readMap(*tree.root, "");
        else if (tree.root)
            report_.error(tree.root->place, "scenario.no_translation");
        if (tree.root && tree.root->isMap()) reportMissing();
    }

    Report& report() { return report_; }

private:
    // Keys one below the other mean the same as keys with points between them.
    void readMap(const Node& map, const std::string& front) {
        for (const Entry& entry : map.entries) {
            if (entry.key.rfind("x-", 0) == 0) continue;
            const std::string path = front + entry.key;
            if (entry.value.isMap())
                readMap(entry.value, path + ".");
            else
                readText(path, entry);
        }
    }

    void readText(const std::string& path, const Entry& entry) {
        const auto found = texts_.find(path);
        if (found == texts_.end()) {
            report_.warning(entry.place, "scenario.translation_unknown",
                            {{"text", scenario::quoted(path)}});
        } else if (!entry.value.isText()) {
            report_.error(entry.value.place, "scenario.expect_text", {{"key", path}});
        } else if (!entry.value.text.empty()) {  // empty: still to be translated
            keep(*found->second, entry);
        }
    }

    void keep(Text& text, const Entry& entry) {
        std::string& own = language_ == Language::nl ? text.nl : text.en;
        const std::string& other = language_ == Language::nl ? text.en : text.nl;
        if (!other.empty() && shownIn(other) != shownIn(entry.value.text))
            report_.warning(entry.place, "scenario.translation_shows", {{"key", entry.key}});
        own = entry.value.text;
    }

    void reportMissing() {
        std::vector<std::string> missing;
        for (const auto& [path, text] : texts_) {
            if ((language_ == Language::nl ? text->nl : text->en).empty()) missing.push_back(path);
        }
        if (!missing.empty())
            report_.warning(
                {1, 1}, "scenario.translation_missing",
                {{"count", std::to_string(missing.size())}, {"known", someOf(missing)}});
    }

    Report report_;
    Language language_;
    std::map<std::string, Text*, std::less<>> texts_;
};

// "i18n/en.yaml:3" instead of "i18n/en.yaml:3:1": a full place is one in the lesson itself.
void append(std::vector<Error>& to, std::vector<Error> errors) {
    for (Error& error : errors) {
        error.where.resize(error.where.rfind(':'));
        to.push_back(std::move(error));
    }
}

}  // namespace

std::vector<Language> translatedIn(const Bundle* bundle) {
    std::vector<Language> languages;
    if (!bundle) return languages;
    for (const auto& file : bundle->files) {
        const std::string_view code = languageOf(file.first);
        const auto language = parseLanguage(code);
        if (!code.empty() && language) languages.push_back(language.value());
    }
    return languages;
}

void readTranslations(const Bundle& bundle, ScenarioRead& read) {
    for (const auto& [path, bytes] : bundle.files) {
        const std::string_view code = languageOf(path);
        if (code.empty()) continue;
        if (const auto language = parseLanguage(code)) {
            Translation translation(path, language.value(), read.scenario);
            translation.read(bytes);
            append(read.errors, translation.report().takeErrors());
            append(read.warnings, translation.report().takeWarnings());
        } else {
            Error error = language.error();
            error.where = path;
            read.warnings.push_back(std::move(error));
        }
    }
}

}  // namespace pt::scenario
