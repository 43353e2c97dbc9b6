#include "engine/scenario/yaml_rules.h"

#include <algorithm>

#include "engine/scenario/chars.h"

namespace pt::scenario {
namespace {

constexpr size_t none = std::string_view::npos;

class Rules {
public:
    Rules(const Source& source, Report& report) : source_(source), report_(report) {}

    // A script is longer than the texts that pupils read.
    void checkRoot(const Node& root) {
        for (const Entry& entry : root.entries) {
            if (entry.key == "script") longest_ = maxScriptBytes;
            check(entry);
            longest_ = maxTextBytes;
        }
        if (!root.isMap()) check(root);
    }

    void check(const Entry& entry, const Entry* previous = nullptr) {
        checkKey(entry);
        if (entry.value.flow && entry.value.isEmpty()) brokenByComma(entry, previous);
        check(entry.value);
    }

    void check(const Node& node) {
        if (node.isText()) checkText(node);
        const Entry* previous = nullptr;
        for (const Entry& entry : node.entries) {
            check(entry, previous);
            previous = &entry;
        }
        for (const Node& item : node.items) {
            if (node.isList() && item.isList()) report_.error(item.place, "scenario.list_in_list");
            check(item);
        }
    }

    // Texts over several lines may hold tabs; elsewhere a tab at the front of a line is refused.
    void checkTabs() {
        std::sort(texts_.begin(), texts_.end());
        size_t next = 0;
        for (int number = 1; number <= source_.lines(); ++number) {
            while (next < texts_.size() && texts_[next].last < number) ++next;
            if (next < texts_.size() && texts_[next].first <= number) continue;
            const std::string_view line = source_.line(number);
            const size_t tab = line.find('\t');
            const size_t content = line.find_first_not_of(" \t");
            if (tab < content && content != none)
                report_.error({number, static_cast<int>(tab) + 1}, "scenario.tab");
        }
    }

private:
    struct Lines {
        int first, last;
        bool operator<(const Lines& other) const { return first < other.first; }
    };

    void checkKey(const Entry& entry) {
        if (entry.key.empty()) report_.error(entry.place, "scenario.empty_key");
        for (size_t i = 0; i < entry.key.size(); ++i) {
            if (noBreakSpaceSize(std::string_view(entry.key).substr(i)) == 0) continue;
            report_.error(entry.place, "scenario.nbsp");
            break;
        }
        if (startsWithCurlyQuote(entry.key)) report_.error(entry.place, "scenario.curly_quotes");
    }

    // "{nl: Maak, kies, en: …}": the comma ended the text, and "kies" became a key. Likewise the
    // "8 GPa" of "{value: 3,8 GPa}".
    void brokenByComma(const Entry& entry, const Entry* previous) {
        if (previous && !entry.key.empty() && isDigit(entry.key.front()) &&
            previous->value.isText() && !previous->value.text.empty() &&
            isDigit(previous->value.text.back()))
            report_.error(
                previous->value.place, "units.comma",
                {{"suggestion", scenario::quoted(previous->value.text + "." + entry.key)}});
        else
            report_.error(entry.place, "scenario.flow_text");
    }

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    void checkText(const Node& node) {
        if (hasControl(node.text)) report_.error(node.place, "scenario.control");
        if (node.text.size() > longest_)
            report_.error(node.place, "scenario.text_too_long",
                          {{"max", std::to_string(longest_ / 1024)}});
        if (node.style == Node::Style::plain) return checkPlain(node);
        if (node.end.line > node.place.line)
            texts_.push_back({node.place.line + 1, node.end.line - (node.end.column == 1 ? 1 : 0)});
    }

    void checkPlain(const Node& node) {
        if (node.end.line > node.place.line) {
            const std::string_view next = source_.line(node.place.line + 1);
            const size_t content = std::min(next.find_first_not_of(" \t"), next.size());
            report_.error({node.place.line + 1, static_cast<int>(content) + 1},
                          "scenario.plain_lines");
        }
        if (startsWithCurlyQuote(node.text)) report_.error(node.place, "scenario.curly_quotes");
        if (noBreakSpaceSize(node.text) > 0) report_.error(node.place, "scenario.nbsp");
        if (node.flow && node.text.find_first_of("?:{}[]#") != none)
            report_.error(node.place, "scenario.flow_text");
        if (const auto comment = commentAfter(source_, node)) {
            const std::string_view line = source_.line(comment->line);
            const std::string_view rest = line.substr(source_.offsetInLine(*comment) + 1);
            if (!rest.empty() && rest.find_first_of(" \t#") != 0)
                report_.error(node.isEmpty() ? node.place : *comment, "scenario.glued_comment");
        }
    }

    const Source& source_;
    Report& report_;
    std::vector<Lines> texts_;
    size_t longest_ = maxTextBytes;  // of a text, in bytes
};

}  // namespace

std::optional<Place> commentAfter(const Source& source, const Node& node) {
    const std::string_view line = source.line(node.end.line);
    const size_t end = source.offsetInLine(node.end);
    const size_t next = line.find_first_not_of(" \t", end);
    if (next == none || next == end || line[next] != '#') return std::nullopt;
    return Place{node.end.line, node.end.column + static_cast<int>(next - end)};
}

void checkRules(const Source& source, const Node& root, Report& report) {
    Rules rules(source, report);
    rules.checkRoot(root);
    rules.checkTabs();
}

}  // namespace pt::scenario
