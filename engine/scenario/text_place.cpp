#include "engine/scenario/text_place.h"

#include <algorithm>

namespace pt::scenario {
namespace {

// Walks along the file while the text is read.
class Walk {
public:
    Walk(const Source& source, const Node& node) : source_(source), line_(node.place.line) {
        at_ = source.offsetInLine(node.place);
        if (node.style == Node::Style::quoted) {
            quote_ = at_ < text().size() ? text()[at_] : '\0';
            ++at_;
        } else if (node.style == Node::Style::block) {
            toNextLine();
            while (line_ < source.lines() && blank(0)) ++line_;
            indent_ = at_ = firstContent();
        }
    }

    void over(std::string_view character) {
        const bool lineEnd = character == "\n" || character == " ";
        if (blank(at_) && line_ < source_.lines() && (character == "\n" || atEnd())) {
            toNextLine();
            if (lineEnd) return;
            skipBlankLines();
        }
        at_ = std::min(at_ + size(), text().size());
    }

    Place place() {
        skipBlankLines();
        return {line_, countCharacters(text().substr(0, at_)) + 1};
    }

private:
    std::string_view text() const { return source_.line(line_); }
    bool atEnd() const { return at_ >= text().size(); }
    bool blank(size_t from) const {
        return text().find_first_not_of(" \t", from) == std::string_view::npos;
    }
    size_t firstContent() const { return std::min(text().find_first_not_of(" \t"), text().size()); }
    void toNextLine() {
        ++line_;
        at_ = quote_ != '\0' ? firstContent() : std::min(indent_, text().size());
    }
    void skipBlankLines() {
        while (atEnd() && line_ < source_.lines()) toNextLine();
    }

    // Bytes in the file of the character here: quotes have escapes.
    size_t size() const {
        const std::string_view rest = text().substr(std::min(at_, text().size()));
        if (quote_ == '\'' && rest.substr(0, 2) == "''") return 2;
        if (quote_ == '"' && rest.size() > 1 && rest[0] == '\\') {
            if (rest[1] == 'x') return 4;
            return rest[1] == 'u' ? 6 : rest[1] == 'U' ? 10 : 2;
        }
        return std::max<size_t>(characterSize(rest), 1);
    }

    const Source& source_;
    int line_;
    size_t at_ = 0, indent_ = 0;
    char quote_ = '\0';
};

}  // namespace

Place placeWithin(const Source& source, const Node& node, size_t offset) {
    const std::string_view text = node.text;
    offset = std::min(offset, text.size());
    Walk walk(source, node);
    for (size_t at = 0; at < offset;) {
        const size_t size = std::max<size_t>(characterSize(text.substr(at)), 1);
        walk.over(text.substr(at, size));
        at += size;
    }
    return walk.place();
}

}  // namespace pt::scenario
