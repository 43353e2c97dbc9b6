#include "engine/scenario/yaml_errors.h"

#include <algorithm>

#include "engine/scenario/chars.h"
#include "engine/scenario/report.h"

namespace pt::scenario {
namespace {

constexpr size_t none = std::string_view::npos;

bool isBlank(char c) { return c == ' ' || c == '\t'; }

// Helps to look at one line by byte offset and to give columns back.
class Line {
public:
    Line(const Source& source, int number)
        : text_(source.line(number)), number_(number), source_(source) {}

    std::string_view text() const { return text_; }
    size_t indent() const { return std::min(text_.find_first_not_of(" \t"), text_.size()); }
    Place at(size_t offset) const {
        return {number_, countCharacters(text_.substr(0, offset)) + 1};
    }
    Place start() const { return at(indent()); }
    size_t offset(const Place& place) const { return source_.offsetInLine(place); }
    bool isItem() const { return text_.substr(indent(), 1) == "-"; }
    size_t tabInIndent() const {
        const size_t tab = text_.find('\t');
        return tab < indent() ? tab : none;
    }
    // The ":" right after the first word, "- " marks apart; none when the line is no "key: …".
    size_t keyColon() const {
        size_t at = indent();
        while (text_.substr(at, 2) == "- ")
            at = std::min(text_.find_first_not_of(' ', at + 1), text_.size());
        const size_t end = std::find_if_not(text_.begin() + static_cast<std::ptrdiff_t>(at),
                                            text_.end(), isKeyCharacter) -
                           text_.begin();
        return end > at && end < text_.size() && text_[end] == ':' ? end : none;
    }

private:
    static bool isKeyCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '.' || c == '-';
    }
    std::string_view text_;
    int number_;
    const Source& source_;
};

// The nearest line above that is not blank, or 0.
int contentAbove(const Source& source, int number) {
    while (--number >= 1 && source.line(number).find_first_not_of(" \t") == none) {
    }
    return number;
}

// "span:50 cm" and a no-break space after the colon look right but are no "key: value".
std::optional<Problem> gluedColon(const Line& line) {
    const size_t colon = line.keyColon();
    if (colon == none || colon + 1 >= line.text().size() || isBlank(line.text()[colon + 1]))
        return std::nullopt;
    if (noBreakSpaceSize(line.text().substr(colon + 1)) > 0)
        return Problem{line.at(colon + 1), "scenario.nbsp", {}};
    return Problem{line.at(colon), "scenario.space_after_colon", {}};
}

std::optional<Problem> curlyQuote(const Line& line) {
    const size_t colon = line.keyColon();
    if (colon == none) return std::nullopt;
    const size_t value = line.text().find_first_not_of(' ', colon + 1);
    if (value == none || !startsWithCurlyQuote(line.text().substr(value))) return std::nullopt;
    return Problem{line.at(value), "scenario.curly_quotes", {}};
}

Problem special(const Source& source, const Place& place) {
    const Line line(source, place.line);
    const std::string_view rest = line.text().substr(line.offset(place));
    const std::string character(rest.substr(0, std::max<size_t>(characterSize(rest), 1)));
    if (character.empty()) return {place, "scenario.unreadable", {}};
    return {place, "scenario.special", {{"character", character}}};
}

// A ":" where no value may begin: in the middle of a sentence, or below a line with another
// indentation.
Problem strayColon(const Source& source, const Failure& failure) {
    const Line line(source, failure.place.line);
    if (auto curly = curlyQuote(line)) return *curly;
    if (line.offset(failure.place) != line.keyColon())
        return {failure.place, "scenario.colon_in_text", {}};
    if (auto glued = gluedColon(Line(source, contentAbove(source, failure.place.line))))
        return *glued;
    return {line.start(), "scenario.indent", {}};
}

Problem missingKey(const Source& source, const Failure& failure) {
    const Line line(source, failure.place.line);
    if (auto curly = curlyQuote(line)) return *curly;
    const Place& place = failure.place;
    if (place.column != line.start().column) return {place, "scenario.after_value", {}};
    if (line.text().substr(line.indent(), 1) == ":") return {place, "scenario.empty_key", {}};
    const bool dash = line.isItem() && !Line(source, contentAbove(source, place.line)).isItem();
    return {place, dash ? "scenario.stray_dash" : "scenario.indent", {}};
}

Problem missingColon(const Source& source, const Failure& failure) {
    const Line line(source, failure.contextPlace.line);
    if (auto glued = gluedColon(line)) return *glued;
    return {failure.contextPlace,
            "scenario.no_colon",
            {{"text", scenario::quoted(line.text().substr(line.indent()))}}};
}

// Within one line it is a text with signs in it; else the bracket was never closed.
Problem missingBracket(const Source& source, const Failure& failure, char bracket) {
    const Line line(source, failure.contextPlace.line);
    const size_t open = line.offset(failure.contextPlace);
    if (line.text().find(bracket, open) != none) return {failure.place, "scenario.flow_text", {}};
    return {failure.contextPlace, "scenario.unclosed", {{"bracket", std::string(1, bracket)}}};
}

// Beyond the text: just after its last line with content.
Place withinText(const Source& source, const Place& place) {
    if (place.line <= source.lines() && !(place.line == source.lines() && place.column == 1))
        return place;
    const int last = std::max(contentAbove(source, source.lines() + 1), 1);
    return {last, countCharacters(source.line(last)) + 1};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != none; }

}  // namespace

Problem explain(const Source& source, const Failure& complaint) {
    Failure failure = complaint;
    failure.place = withinText(source, complaint.place);
    failure.contextPlace = withinText(source, complaint.contextPlace);
    const Line line(source, failure.place.line);
    const std::string& problem = failure.problem;
    if (has(problem, "found a tab")) return {failure.place, "scenario.tab", {}};
    if (has(failure.context, "quoted scalar")) {
        if (has(problem, "unexpected"))
            return {failure.contextPlace, "scenario.unclosed_quote", {}};
        return {failure.place, "scenario.escape", {}};
    }
    if (line.tabInIndent() != none) return {line.at(line.tabInIndent()), "scenario.tab", {}};
    if (has(problem, "mapping values are not allowed")) return strayColon(source, failure);
    if (has(problem, "could not find expected ':'")) return missingColon(source, failure);
    if (has(problem, "did not find expected key")) return missingKey(source, failure);
    if (has(problem, "'-' indicator")) return {line.start(), "scenario.indent", {}};
    if (has(problem, "',' or '}'")) return missingBracket(source, failure, '}');
    if (has(problem, "',' or ']'")) return missingBracket(source, failure, ']');
    if (has(problem, "block sequence entries")) return {failure.place, "scenario.list_on_line", {}};
    if (has(failure.context, "block scalar")) return {failure.place, "scenario.block_text", {}};
    if (has(failure.context, "anchor") || has(failure.context, "alias") ||
        has(failure.context, "tag") || has(failure.context, "directive"))
        return special(source, failure.contextPlace);
    if (failure.place != complaint.place) return {failure.place, "scenario.unfinished", {}};
    if (has(problem, "cannot start any token") || has(problem, "node content"))
        return special(source, failure.place);
    if (has(problem, "<document start>")) return missingKey(source, failure);
    return {failure.place, "scenario.unreadable", {}};
}

}  // namespace pt::scenario
