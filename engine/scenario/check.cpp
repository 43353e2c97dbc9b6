#include "engine/scenario/check.h"

#include <algorithm>

#include "engine/scenario/lesson_names.h"

namespace pt::scenario {
namespace {

constexpr uint64_t maxInteger = uint64_t{1} << 53;  // what a save file's numbers hold exactly

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }

bool isId(std::string_view text) {
    if (text.empty() || text.size() > maxIdLength || !isLower(text[0])) return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return isLower(c) || isDigit(c) || c == '_'; });
}

std::optional<uint64_t> toInteger(std::string_view text) {
    if (text.empty() || text.size() > 16 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    uint64_t value = 0;
    for (char c : text) value = value * 10 + static_cast<uint64_t>(c - '0');
    if (value > maxInteger) return std::nullopt;
    return value;
}

bool inLanguages(const Key& key) {
    return key.kind == Kind::text || key.kind == Kind::texts || key.kind == Kind::cases;
}

// "nl" and "en" beside other keys are the text that they belong to.
bool isLanguageOf(const Table& table, std::string_view name) {
    return findKey(languageTable(), name) && findKey(table, "text") && !findKey(table, name);
}

void reportUnknownKey(const Entry& entry, const Table& table, Context& context) {
    if (context.newer) {
        context.report.warning(entry.place, "scenario.newer_key",
                               {{"key", scenario::quoted(entry.key)}});
        return;
    }
    reportUnknown(entry.place, "scenario.unknown_key", entry.key, keyNames(table), {}, context);
}

// What is required and not there, nor there with a slip of the pen.
void reportMissing(const Node& map, const Place& owner, const Table& table, Context& context) {
    const std::vector<std::string> known = keyNames(table);
    std::string missing;
    for (const Key& key : table.keys) {
        if (key.need != Need::required || !context.whole) continue;
        const bool given =
            std::any_of(map.entries.begin(), map.entries.end(), [&](const Entry& entry) {
                return entry.key.substr(0, entry.key.find('.')) == key.name ||
                       (key.name == "text" && isLanguageOf(table, entry.key)) ||
                       (!findKey(table, entry.key) && nearest(entry.key, known) == key.name);
            });
        if (given) continue;
        missing += (missing.empty() ? "" : ", ") + std::string(key.name);
    }
    const bool top = &table == &lessonTable();
    if (!missing.empty())
        context.report.error(owner, top ? "scenario.missing" : "scenario.missing_here",
                             {{"keys", missing}});
}

}  // namespace

void expected(std::string error, std::string_view key, const Node& node, Context& context) {
    const std::string name = node.isEmpty() ? "scenario.empty_value" : std::move(error);
    context.report.error(node.place, name, {{"key", std::string(key)}});
}

bool Context::isTranslated(Language language) const {
    return std::find(translated.begin(), translated.end(), language) != translated.end();
}

std::string someOf(const std::vector<std::string>& names) {
    constexpr size_t most = 4;
    std::string out;
    for (size_t i = 0; i < std::min(names.size(), most); ++i) out += (i > 0 ? ", " : "") + names[i];
    return out + (names.size() > most ? ", …" : "");
}

void reportUnknown(const Place& place, std::string key, std::string_view word,
                   const std::vector<std::string>& candidates, Args more, Context& context) {
    Args args{{"text", scenario::quoted(word)}, {"known", someOf(candidates)}};
    args.insert(args.end(), more.begin(), more.end());
    const std::string near = word.size() <= maxIdLength ? nearest(word, candidates) : std::string();
    if (candidates.empty()) {
        key += "_none";
    } else if (!near.empty()) {
        key += "_near";
        args.push_back({"suggestion", near});
    }
    context.report.error(place, std::move(key), std::move(args));
}

bool isSkipped(const Entry& entry) {
    return entry.key.rfind("x-", 0) == 0 || (entry.value.flow && entry.value.isEmpty());
}

void checkKeys(const Node& map, const Place& owner, const Table& table, Context& context,
               const Visit& visit) {
    for (const Entry& entry : map.entries) {
        if (isSkipped(entry)) continue;
        const std::string_view name = entry.key;
        const size_t dot = name.find('.');
        const bool own = isLanguageOf(table, name);
        const Key* key = findKey(table, own ? "text" : name.substr(0, dot));
        const bool suffixed = dot != std::string_view::npos;
        if (!key || (suffixed && !inLanguages(*key)))
            reportUnknownKey(entry, table, context);
        else
            visit(*key, entry, own ? name : suffixed ? name.substr(dot + 1) : std::string_view());
    }
    reportMissing(map, owner, table, context);
}

bool isMap(const Entry& entry, Context& context) {
    if (!entry.value.isMap()) expected("scenario.expect_map", entry.key, entry.value, context);
    return entry.value.isMap();
}

void checkMap(const Entry& entry, const Table& table, Context& context, const Visit& visit) {
    if (isMap(entry, context)) checkKeys(entry.value, entry.place, table, context, visit);
}

void checkVersion(const Entry& entry, Context& context) {
    const auto version = readLine(entry.key, entry.value, context);
    const std::string known = std::to_string(majorVersion);
    if (version && *version != known)
        context.report.error(entry.value.place, "scenario.version",
                             {{"version", scenario::quoted(*version)}, {"known", known}});
}

std::optional<std::string> readLine(std::string_view key, const Node& node, Context& context) {
    if (node.isText() && !node.text.empty()) return node.text;
    expected("scenario.expect_text", key, node, context);
    return std::nullopt;
}

std::optional<uint64_t> readInteger(std::string_view key, const Node& node, Context& context) {
    const auto value = node.isText() ? toInteger(node.text) : std::nullopt;
    if (!value) expected("scenario.expect_integer", key, node, context);
    return value;
}

std::optional<bool> readBoolean(std::string_view key, const Node& node, Context& context) {
    if (node.isText() && node.text == "true") return true;
    if (node.isText() && node.text == "false") return false;
    expected("scenario.expect_boolean", key, node, context);
    return std::nullopt;
}

std::optional<std::string> readId(const Node& node, Context& context) {
    const auto text = readLine("id", node, context);
    if (!text || isId(*text)) return text;
    context.report.error(node.place, "scenario.bad_id", {{"text", scenario::quoted(*text)}});
    return std::nullopt;
}

std::string readIdKey(const Entry& entry, Context& context) {
    if (isId(entry.key)) return entry.key;
    context.report.error(entry.place, "scenario.bad_id", {{"text", scenario::quoted(entry.key)}});
    return "";
}

std::vector<Word> readWords(std::string_view key, const Node& node, Context& context) {
    std::vector<Word> words;
    if (node.isText()) {
        if (auto line = readLine(key, node, context)) words.push_back({*line, node.place});
        return words;
    }
    if (!node.isList()) expected("scenario.expect_list", key, node, context);
    for (const Node& item : node.items) {
        if (auto line = readLine(key, item, context)) words.push_back({*line, item.place});
    }
    return words;
}

}  // namespace pt::scenario
