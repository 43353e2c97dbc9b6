#include "engine/i18n/words.h"

#include "engine/core/assets.h"
#include "engine/core/log.h"

namespace pt {
namespace {

std::string_view trim(std::string_view text) {
    const size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::string_view takeLine(std::string_view& rest) {
    const size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

bool isKey(std::string_view text) {
    constexpr std::string_view marks = "._-";
    for (char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && marks.find(c) == std::string_view::npos)
            return false;
    }
    return !text.empty();
}

std::string withLineBreaks(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool lineBreak = text.substr(i, 2) == "\\n";
        out += lineBreak ? '\n' : text[i];
        if (lineBreak) ++i;
    }
    return out;
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The number keeps all its digits.
std::string localQuantity(std::string text, Language language) {
    const size_t point = text.find('.');
    if (language == Language::nl && point != std::string::npos) text[point] = ',';
    return text;
}

// Control characters, which no text of a lab or a lesson holds.
constexpr char listMark = '\x1f';
constexpr char textMark = '\x1e';

size_t index(Language language) { return static_cast<size_t>(language); }

}  // namespace

std::string listArg(std::span<const std::string> values) {
    std::string out;
    for (size_t i = 0; i < values.size(); ++i)
        out += (i > 0 ? std::string(1, listMark) : "") + values[i];
    return out;
}

std::string textArg(std::string_view nl, std::string_view en) {
    return textMark + std::string(nl.empty() ? en : nl) + textMark +
           std::string(en.empty() ? nl : en);
}

std::string_view code(Language language) { return language == Language::nl ? "nl" : "en"; }

Result<Language> parseLanguage(std::string_view code) {
    const std::string_view first = code.substr(0, code.find_first_of("-_."));
    if (first == "nl") return Language::nl;
    if (first == "en") return Language::en;
    return Error{"i18n.language", "", {{"text", std::string(code)}}};
}

Words Words::builtin(Language language) {
    Words words(language);
    for (const Asset& asset : assets()) {
        for (Language each : {Language::nl, Language::en}) {
            if (!endsWith(asset.path, std::string(code(each)) + ".txt")) continue;
            if (auto status = words.add(each, asset.bytes); !status)
                log(LogLevel::error,
                    std::string(asset.path) + ":" + words.sentence(status.error()));
        }
    }
    return words;
}

Status Words::add(Language language, std::string_view table) {
    Table& existing = tables_[index(language)];
    Table added;
    for (int number = 1; !table.empty(); ++number) {
        const std::string_view line = trim(takeLine(table));
        if (line.empty() || line[0] == '#') continue;
        const size_t equals = line.find('=');
        const std::string_view key = trim(line.substr(0, equals));
        const std::string_view text =
            equals == std::string_view::npos ? "" : trim(line.substr(equals + 1));
        if (!isKey(key) || text.empty()) return Error{"i18n.syntax", std::to_string(number), {}};
        if (existing.find(key) != existing.end() ||
            !added.emplace(std::string(key), withLineBreaks(text)).second)
            return Error{"i18n.duplicate", std::to_string(number), {{"key", std::string(key)}}};
    }
    existing.merge(added);
    return Ok{};
}

const Words::Table& Words::table(Language language) const { return tables_[index(language)]; }

const std::string* Words::find(std::string_view key) const {
    const Table& table = tables_[index(language_)];
    const auto found = table.find(key);
    return found == table.end() ? nullptr : &found->second;
}

bool Words::has(std::string_view key) const { return find(key) != nullptr; }

std::string Words::argument(std::string_view value) const {
    if (value.find(listMark) != std::string_view::npos) return list(value);
    if (value.size() < 2) return std::string(value);
    const std::string_view rest = value.substr(1);
    if (value[0] == textMark) {
        const size_t other = rest.find(textMark);
        if (other != std::string_view::npos)
            return std::string(language_ == Language::nl ? rest.substr(0, other)
                                                         : rest.substr(other + 1));
    }
    if (value[0] == '@') {
        if (const std::string* text = find(rest)) return *text;
    }
    if (value[0] == '#' && parseQuantity(rest)) return localQuantity(std::string(rest), language_);
    return std::string(value);
}

std::string Words::list(std::string_view values) const {
    std::string out;
    while (true) {
        const size_t end = values.find(listMark);
        out += argument(values.substr(0, end));
        if (end == std::string_view::npos) return out;
        values.remove_prefix(end + 1);
        const bool last = values.find(listMark) == std::string_view::npos;
        out += last ? " " + (*this)("i18n.and") + " " : ", ";
    }
}

std::string Words::operator()(std::string_view key, std::span<const Arg> args) const {
    const std::string* text = find(key);
    if (!text) {
        if (missing_.emplace(key).second)
            log(LogLevel::warning,
                "no " + std::string(code(language_)) + " text for " + std::string(key));
        return "‹" + std::string(key) + "›";
    }
    std::string out;
    for (std::string_view rest = *text; !rest.empty();) {
        const size_t open = rest.find('{');
        const size_t close = open == std::string_view::npos ? open : rest.find('}', open);
        out += rest.substr(0, open);
        if (close == std::string_view::npos) {
            if (open != std::string_view::npos) out += rest.substr(open);
            break;
        }
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        const Arg* filled = nullptr;
        for (const Arg& arg : args) {
            if (arg.name == name) filled = &arg;
        }
        out += filled ? argument(filled->value) : std::string(rest.substr(open, close - open + 1));
        rest.remove_prefix(close + 1);
    }
    return out;
}

std::string Words::sentence(const Error& error) const {
    const std::string text = (*this)(error.key, error.args);
    return error.where.empty() ? text : error.where + ": " + text;
}

NumberStyle Words::style(int significant) const { return {language_ == Language::nl, significant}; }

std::string Words::number(double value, int significant) const {
    return formatNumber(value, style(significant));
}

std::string Words::quantity(double si, const Unit& unit, int significant) const {
    return formatQuantity(si, unit, style(significant));
}

}  // namespace pt
