#include "engine/scenario/text.h"

#include <algorithm>

namespace pt {
namespace {

constexpr size_t none = std::string_view::npos;

bool isSpace(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

// The place in an insertion of what `wanted` looks for outside brackets and quotes; none when it
// is not there.
template <class Wanted>
size_t findOutside(std::string_view text, size_t from, const Wanted& wanted) {
    int depth = 0;
    char quote = '\0';
    for (size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
            continue;
        }
        if (depth == 0 && wanted(at)) return at;
        if (c == '"' || c == '\'') quote = c;
        if (c == '(') ++depth;
        if (c == ')') --depth;
    }
    return none;
}

// " in " parts the expression from its unit.
Insertion insertionAt(std::string_view text, size_t begin, size_t close) {
    const std::string_view inside = text.substr(begin + 2, close - begin - 2);
    const size_t in = findOutside(inside, 0, [&](size_t at) {
        return inside.substr(at, 3) == " in" && at + 3 < inside.size() && isSpace(inside[at + 3]);
    });
    Insertion insertion;
    insertion.begin = begin;
    insertion.end = close + 1;
    insertion.expression = trimmed(inside.substr(0, in));
    if (in != none) insertion.unit = trimmed(inside.substr(in + 3));
    return insertion;
}

// The first "$(" or "$$" from `at` on, or none.
size_t nextDollar(std::string_view text, size_t at) {
    for (; at + 1 < text.size(); ++at) {
        if (text[at] == '$' && (text[at + 1] == '(' || text[at + 1] == '$')) return at;
    }
    return none;
}

size_t closing(std::string_view text, size_t begin) {
    return findOutside(text, begin + 2, [&](size_t at) { return text[at] == ')'; });
}

// ---------------------------------------------------------------------------- Markdown

using Style = TextSpan::Style;

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

class Spans {
public:
    // `outer`: the style of the words around, for marks within bold or italic.
    Spans(std::string_view text, Style outer) : text_(text), outer_(outer) {}

    std::vector<TextSpan> read() {
        while (at_ < text_.size()) {
            if (!escape() && !mark() && !link()) plain_ += text_[at_++];
        }
        flush();
        return std::move(spans_);
    }

private:
    bool escape() {
        constexpr std::string_view marks = "*^~[]\\-";
        if (text_[at_] != '\\' || at_ + 1 == text_.size()) return false;
        if (marks.find(text_[at_ + 1]) == none) return false;
        plain_ += text_[at_ + 1];
        at_ += 2;
        return true;
    }

    bool mark() {
        const bool emphasis = outer_ == Style::plain;  // bold and italic do not nest
        return (emphasis && marked("**", Style::bold)) ||
               (emphasis && marked("*", Style::italic)) || marked("^", Style::superscript) ||
               marked("~", Style::subscript);
    }

    // A mark opens before and closes behind a word, so that "3 * 4" and "~5 cm" stay as they are.
    bool marked(std::string_view sign, Style style) {
        if (text_.substr(at_, sign.size()) != sign) return false;
        const bool star = sign[0] == '*';
        if (star && at_ > 0 && isWordByte(text_[at_ - 1])) return false;
        const size_t begin = at_ + sign.size();
        const size_t end = closeOf(sign, begin);
        if (end == none) return false;
        const std::string_view inside = text_.substr(begin, end - begin);
        flush();
        if (star) {
            for (TextSpan& span : Spans(inside, style).read()) spans_.push_back(std::move(span));
        } else {
            spans_.push_back({std::string(inside), style, ""});
        }
        at_ = end + sign.size();
        return true;
    }

    // Raised and lowered words have no spaces.
    size_t closeOf(std::string_view sign, size_t begin) {
        if (begin >= text_.size() || isSpace(text_[begin]) || text_[begin] == sign[0]) return none;
        if (sign == unclosed_) return none;  // every star asks anew, so the answer is kept
        for (size_t at = begin + 1; at < text_.size(); ++at) {
            if (sign[0] != '*' && isSpace(text_[at])) return none;
            if (text_[at] != sign[0] || isSpace(text_[at - 1]) || text_[at - 1] == '\\') continue;
            const size_t run = std::min(text_.find_first_not_of(sign[0], at), text_.size()) - at;
            const size_t after = at + run;
            const bool word = after < text_.size() && isWordByte(text_[after]);
            if (run == sign.size() && !(sign[0] == '*' && word)) return at;
            at = after - 1;
        }
        unclosed_ = sign;
        return none;
    }

    bool link() {
        if (text_[at_] != '[') return false;
        const size_t middle = text_.find("](https://", at_);
        if (middle == none || text_.substr(at_ + 1, middle - at_ - 1).find('[') != none)
            return false;
        const size_t url = middle + 2;
        const size_t end = text_.find(')', url);
        if (end == none || middle == at_ + 1) return false;
        for (char c : text_.substr(url, end - url)) {
            if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>')
                return false;
        }
        flush();
        spans_.push_back({std::string(text_.substr(at_ + 1, middle - at_ - 1)), Style::link,
                          std::string(text_.substr(url, end - url))});
        at_ = end + 1;
        return true;
    }

    void flush() {
        if (!plain_.empty()) spans_.push_back({std::move(plain_), outer_, ""});
        plain_.clear();
    }

    std::string_view text_;
    Style outer_;
    size_t at_ = 0;
    std::string plain_;
    std::string_view unclosed_;  // the last mark for which nothing closes the rest of the text
    std::vector<TextSpan> spans_;
};

struct Line {
    TextBlock::Kind kind = TextBlock::Kind::paragraph;
    int number = 0;
    std::string_view text;
};

Line lineOf(std::string_view raw) {
    const std::string_view text = trimmed(raw);
    if (text.substr(0, 2) == "- ") return {TextBlock::Kind::bullet, 0, trimmed(text.substr(2))};
    size_t digits = 0;
    int number = 0;
    while (digits < text.size() && digits < 3 && text[digits] >= '0' && text[digits] <= '9')
        number = number * 10 + (text[digits++] - '0');
    if (digits > 0 && text.substr(digits, 2) == ". ")
        return {TextBlock::Kind::numbered, number, trimmed(text.substr(digits + 2))};
    return {TextBlock::Kind::paragraph, 0, text};
}

struct Block {
    Line head;
    std::string text;
};

// Lines belong together until a blank one or a list item.
std::vector<Block> blocksOf(std::string_view text) {
    std::vector<Block> blocks;
    bool open = false;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view raw = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!raw.empty() && raw.back() == '\r') raw.remove_suffix(1);
        const Line line = lineOf(raw);
        if (line.text.empty()) {
            open = false;
        } else if (open && line.kind == TextBlock::Kind::paragraph) {
            blocks.back().text += ' ';
            blocks.back().text += line.text;
        } else {
            blocks.push_back({line, std::string(line.text)});
            open = true;
        }
    }
    return blocks;
}

}  // namespace

const std::string& Text::in(Language language) const {
    const std::string& wanted = language == Language::nl ? nl : en;
    const std::string& other = language == Language::nl ? en : nl;
    return wanted.empty() ? other : wanted;
}

Result<std::vector<Insertion>> insertionsOf(std::string_view text) {
    std::vector<Insertion> found;
    for (size_t at = nextDollar(text, 0); at != none; at = nextDollar(text, at)) {
        if (text[at + 1] == '$') {
            at += 2;
            continue;
        }
        const size_t close = closing(text, at);
        if (close == none) return Error{"expression.insertion_open", std::to_string(at), {}};
        found.push_back(insertionAt(text, at, close));
        at = close + 1;
    }
    return found;
}

std::string filled(std::string_view text,
                   const std::function<std::string(const Insertion&)>& value) {
    std::string out;
    size_t done = 0;
    for (size_t at = nextDollar(text, 0); at != none; at = nextDollar(text, done)) {
        out += text.substr(done, at - done);
        const size_t close = text[at + 1] == '(' ? closing(text, at) : none;
        if (close != none) {
            out += value(insertionAt(text, at, close));
            done = close + 1;
        } else {
            out += text[at + 1] == '$' ? "$" : "$(";
            done = at + 2;
        }
    }
    out += text.substr(done);
    return out;
}

std::vector<TextBlock> formatted(std::string_view text) {
    std::vector<TextBlock> out;
    for (const Block& block : blocksOf(text))
        out.push_back({block.head.kind, block.head.number, Spans(block.text, Style::plain).read()});
    return out;
}

std::string plain(std::string_view text) {
    std::string out;
    for (const TextBlock& block : formatted(text)) {
        if (!out.empty()) out += '\n';
        if (block.kind == TextBlock::Kind::numbered) out += std::to_string(block.number) + ". ";
        for (const TextSpan& span : block.spans) out += span.text;
    }
    return out;
}

}  // namespace pt
