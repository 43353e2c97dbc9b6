// Texts of a lesson: languages, values inside them, and the small part of Markdown they may use.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/i18n/words.h"

namespace pt {

struct Text {  // one text in the languages the file gives
    std::string nl, en;
    // The wanted language, or the other where it is missing.
    const std::string& in(Language language) const;
    bool empty() const { return nl.empty() && en.empty(); }
    bool operator==(const Text&) const = default;
};

// "$(max_load in N)": an expression and the unit to write it in; "$$" is a dollar.
struct Insertion {
    std::string expression;     // as written
    std::string unit;           // "" when none is given
    size_t begin = 0, end = 0;  // bytes in the text, "$(" and ")" included
};
// Errors: expression.insertion_open for a "$(" without its ")"; where is the byte offset.
Result<std::vector<Insertion>> insertionsOf(std::string_view text);
// The text with each insertion replaced.
std::string filled(std::string_view text,
                   const std::function<std::string(const Insertion&)>& value);

// Markdown subset: **bold**, *italic*, lists with "- " or "1. ", ^superscript^, ~subscript~,
// [words](https://…). Everything else is text, HTML too.
struct TextSpan {
    enum class Style : uint8_t { plain, bold, italic, superscript, subscript, link };
    std::string text;
    Style style = Style::plain;
    std::string url;  // link: https only
    bool operator==(const TextSpan&) const = default;
};
struct TextBlock {
    enum class Kind : uint8_t { paragraph, bullet, numbered };
    Kind kind = Kind::paragraph;
    int number = 0;  // numbered
    std::vector<TextSpan> spans;
    bool operator==(const TextBlock&) const = default;
};
std::vector<TextBlock> formatted(std::string_view text);
// Without marks: what is read aloud and logged.
std::string plain(std::string_view text);

}  // namespace pt
