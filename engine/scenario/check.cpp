#include "engine/scenario/check.h"

#include <algorithm>

#include "engine/scenario/yaml_rules.h"

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

void expected(std::string error, std::string_view key, const Node& node, Context& context) {
    const std::string name = node.isEmpty() ? "scenario.empty_value" : std::move(error);
    context.report.error(node.place, name, {{"key", std::string(key)}});
}

void checkVersion(const Entry& entry, Context& context) {
    const auto version = readInteger(entry.key, entry.value, context);
    if (version && *version != majorVersion)
        context.report.error(
            entry.value.place, "scenario.version",
            {{"version", std::to_string(*version)}, {"known", std::to_string(majorVersion)}});
}

void reportUnknownKey(const Entry& entry, const Table& table, Context& context) {
    if (context.newer) {
        context.report.warning(entry.place, "scenario.newer_key", {{"key", quoted(entry.key)}});
        return;
    }
    reportUnknown(entry.place, "scenario.unknown_key", entry.key, keyNames(table), {}, context);
}

void reportMissing(const Node& map, const Place& owner, const Table& table, Context& context) {
    std::string missing;
    for (const Key& key : table.keys) {
        if (key.need != Need::required || !context.whole) continue;
        const bool given =
            std::any_of(map.entries.begin(), map.entries.end(), [&](const Entry& entry) {
                return entry.key.substr(0, entry.key.find('.')) == key.name;
            });
        if (given) continue;
        missing += (missing.empty() ? "" : ", ") + std::string(key.name);
    }
    if (!missing.empty()) context.report.error(owner, "scenario.missing", {{"keys", missing}});
}

}  // namespace

std::string someOf(const std::vector<std::string>& names) {
    constexpr size_t most = 4;
    std::string out;
    for (size_t i = 0; i < std::min(names.size(), most); ++i) out += (i > 0 ? ", " : "") + names[i];
    return out + (names.size() > most ? ", …" : "");
}

void reportUnknown(const Place& place, std::string key, std::string_view word,
                   const std::vector<std::string>& candidates, Args more, Context& context) {
    Args args{{"text", quoted(word)}, {"known", someOf(candidates)}};
    args.insert(args.end(), more.begin(), more.end());
    const std::string near = word.size() <= maxIdLength ? nearest(word, candidates) : std::string();
    if (!near.empty()) {
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
        const size_t dot = entry.key.find('.');
        const Key* key = findKey(table, std::string_view(entry.key).substr(0, dot));
        const std::string_view suffix =
            dot == std::string::npos ? "" : std::string_view(entry.key).substr(dot + 1);
        if (!key || (dot != std::string::npos && key->kind != Kind::text)) {
            reportUnknownKey(entry, table, context);
        } else {
            visit(*key, entry, suffix);
        }
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

void checkKind(const Key& key, const Entry& entry, Context& context) {
    switch (key.kind) {
    case Kind::version: checkVersion(entry, context); break;
    case Kind::id: readId(entry.value, context); break;
    case Kind::line: readLine(entry.key, entry.value, context); break;
    case Kind::words: readWords(entry.key, entry.value, context); break;
    case Kind::integer: readInteger(entry.key, entry.value, context); break;
    case Kind::boolean: readBoolean(entry.key, entry.value, context); break;
    default: break;
    }
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
    context.report.error(node.place, "scenario.bad_id", {{"text", quoted(*text)}});
    return std::nullopt;
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

void TextReader::add(const Entry& entry, std::string_view suffix, Context& context) {
    if (place_ == Place{}) place_ = entry.place;
    key_ = entry.key.substr(0, entry.key.find('.'));
    const bool suffixed = entry.key.size() > key_.size();
    if (suffixed) {
        if (findKey(languageTable(), suffix)) return set(suffix, entry, context);
        return reportUnknown(entry.place, "scenario.unknown_language", suffix,
                             keyNames(languageTable()), {}, context);
    }
    if (entry.value.isMap()) {
        checkKeys(entry.value, entry.place, languageTable(), context,
                  [&](const Key& language, const Entry& inner, std::string_view) {
                      set(language.name, inner, context);
                  });
        return;
    }
    plain_ = true;
    set("nl", entry, context);
}

void TextReader::set(std::string_view language, const Entry& entry, Context& context) {
    const bool dutch = language == "nl";
    Place& place = dutch ? nl_ : en_;
    if (place != Place{}) {
        context.report.error(entry.place, "scenario.duplicate",
                             {{"key", key_}, {"line", std::to_string(place.line)}});
        return;
    }
    place = entry.place;
    const auto line = readLine(entry.key, entry.value, context);
    if (!line) return;
    (dutch ? text_.nl : text_.en) = *line;
    if (entry.value.style != Node::Style::plain) return;
    if (const auto comment = commentAfter(context.source, entry.value))
        context.report.warning(*comment, "scenario.comment_after_text");
}

Text TextReader::finish(Context& context) const {
    const auto promised = [&](Language language) {
        if (context.languages.empty()) return !plain_;
        return std::find(context.languages.begin(), context.languages.end(), language) !=
               context.languages.end();
    };
    const auto missing = [&](const char* suffix, const char* key) {
        context.report.warning(place_, key, {{"key", key_ + suffix}});
    };
    if (place_ == Place{}) return text_;
    if (en_ == Place{} && promised(Language::en)) missing(".en", "scenario.no_english");
    if (nl_ == Place{} && promised(Language::nl)) missing(".nl", "scenario.no_dutch");
    return text_;
}

}  // namespace pt::scenario
