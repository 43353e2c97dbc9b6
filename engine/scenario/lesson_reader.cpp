#include "engine/scenario/lesson_reader.h"

#include <algorithm>

#include "engine/scenario/fields.h"
#include "engine/scenario/item_reader.h"
#include "engine/scenario/lesson_names.h"
#include "engine/scenario/setup_reader.h"

namespace pt::scenario {
namespace {

// The entries of a list, at most as many as the key allows.
std::vector<const Node*> entriesOf(const Entry& entry, const Key& key, Context& context) {
    std::vector<const Node*> nodes;
    if (!entry.value.isList()) expected("scenario.expect_list", key.name, entry.value, context);
    for (const Node& node : entry.value.items) {
        if (nodes.size() == static_cast<size_t>(key.most)) {
            context.report.error(
                node.place, "scenario.list_too_long",
                {{"key", std::string(key.name)}, {"max", std::to_string(key.most)}});
            break;
        }
        nodes.push_back(&node);
    }
    return nodes;
}

Requirement readRequirement(const Node& node, const Table& table, Context& context) {
    Fields fields(node, node.place, table, context);
    Requirement requirement;
    requirement.id = fields.id("id");
    requirement.where = context.report.where(node.place);
    requirement.must = fields.has("must");
    auto must = fields.truth("must"), wish = fields.truth("wish");
    if (fields.has("must") == fields.has("wish"))
        context.report.error(node.place, "scenario.must_or_wish");
    else if (must || wish)
        requirement.holds = std::move(must ? *must : *wish);
    requirement.weight = fields.decimal("weight", 1);
    requirement.text = fields.text("text");
    return requirement;
}

void readUnlock(Fields& fields, LessonStep& step) {
    step.unlock = fields.names("unlock", NameOf::setting);
}

LessonStep readStep(const Node& node, const Table& table, Context& context) {
    Fields fields(node, node.place, table, context);
    LessonStep step;
    step.id = fields.id("step");
    step.where = context.report.where(node.place);
    step.phase = fields.option("phase", Phase::other);
    step.title = fields.text("title");
    step.text = fields.text("text");
    step.levels = fields.levels("for");
    Gate gate = fields.gate("needs");
    step.needs = std::move(gate.needs);
    step.needsExpression = std::move(gate.expression);
    readUnlock(fields, step);
    step.stage = fields.option("sim", StageMode::show);
    step.minutes = fields.integer("minutes");
    for (const Node* item : fields.list("do")) {
        if (auto read = readItem(*item, context)) step.items.push_back(std::move(*read));
    }
    return step;
}

bool isFileName(std::string_view text) {
    constexpr std::string_view ending = ".lua";
    return text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending &&
           text.find('\n') == std::string_view::npos;
}

}  // namespace

About readAbout(const Entry& entry, Context& context) {
    About about;
    Fields fields(entry.value, entry.place, aboutTable(), context);
    about.author = fields.line("author");
    about.license = fields.line("license");
    about.level = fields.line("level");
    about.source = fields.line("source");
    about.minutes = fields.integer("minutes");
    for (const Word& word : fields.words("languages")) {
        if (const auto language = parseLanguage(word.text))
            about.languages.push_back(language.value());
        else
            context.report.error(word.place, language.error());
    }
    for (const Word& word : fields.words("keywords")) about.keywords.push_back(word.text);
    context.languages = about.languages;
    about.goals = fields.texts("goals");
    return about;
}

std::vector<LessonLevel> readLevelTable(const Entry& entry, const Key& key, Context& context) {
    std::vector<LessonLevel> levels;
    if (!isMap(entry, context)) return levels;
    for (const Entry& inner : entry.value.entries) {
        if (isSkipped(inner)) continue;
        if (levels.size() == static_cast<size_t>(key.most)) {
            context.report.error(inner.place, "scenario.list_too_long",
                                 {{"key", entry.key}, {"max", std::to_string(key.most)}});
            break;
        }
        Fields fields(inner.value, inner.place, *key.inner, context);
        LessonLevel level;
        level.id = readIdKey(inner, context);
        level.title = fields.text("title");
        level.help = fields.option("help", Help::some);
        if (const Entry* start = fields.entry("start")) level.start = readSettings(*start, context);
        levels.push_back(std::move(level));
    }
    return levels;
}

std::vector<Requirement> readRequirements(const Entry& entry, const Key& key, Context& context) {
    std::vector<Requirement> list;
    for (const Node* node : entriesOf(entry, key, context))
        list.push_back(readRequirement(*node, *key.inner, context));
    return list;
}

std::vector<LessonStep> readSteps(const Entry& entry, const Key& key, Context& context) {
    std::vector<LessonStep> steps;
    for (const Node* node : entriesOf(entry, key, context))
        steps.push_back(readStep(*node, *key.inner, context));
    return steps;
}

std::map<std::string, Text, std::less<>> readTexts(const Entry& entry, const Key& key,
                                                   Context& context) {
    std::map<std::string, Text, std::less<>> texts;
    if (!isMap(entry, context)) return texts;
    std::map<std::string, TextReader> readers;
    for (const Entry& inner : entry.value.entries) {
        if (isSkipped(inner)) continue;
        const size_t dot = inner.key.find('.');
        const std::string language = dot == std::string::npos ? "" : inner.key.substr(dot + 1);
        Entry id = {inner.key.substr(0, dot), inner.place, {}};
        if (readIdKey(id, context).empty()) continue;
        if (readers.size() == static_cast<size_t>(key.most) && readers.count(id.key) == 0) {
            context.report.error(
                inner.place, "scenario.list_too_long",
                {{"key", std::string(key.name)}, {"max", std::to_string(key.most)}});
            break;
        }
        readers[id.key].add(inner.key, inner.place, inner.value, language, context);
    }
    // The script gives them values of its own, so their names are not known here.
    for (const auto& [id, reader] : readers) texts.emplace(id, reader.finish(context, true));
    return texts;
}

std::optional<Script> readScript(const Entry& entry, std::string_view file, Context& context) {
    const auto text = readLine(entry.key, entry.value, context);
    if (!text) return std::nullopt;
    const Place& place = entry.value.place;
    Script script;
    if (!isFileName(*text)) {
        const bool block = entry.value.style == Node::Style::block;
        script = {*text, std::string(file), place.line + (block ? 1 : 0)};
    } else if (!context.bundle) {
        context.report.error(place, "scenario.file_alone", {{"file", scenario::quoted(*text)}});
        return std::nullopt;
    } else if (const auto found = context.bundle->files.find(*text);
               found != context.bundle->files.end()) {
        script = {found->second, *text, 1};
    } else {
        reportUnknown(place, "scenario.no_file", *text, {}, {}, context);
        return std::nullopt;
    }
    if (script.source.size() <= maxScriptBytes) return script;
    context.report.error(place, "scenario.text_too_long",
                         {{"max", std::to_string(maxScriptBytes / 1024)}});
    return std::nullopt;
}

}  // namespace pt::scenario
