// A scenario file's bytes as lines and Unicode characters. Internal to the scenario module.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pt::scenario {

// Line and column from 1; columns count Unicode characters. {0, 0} is no place.
struct Place {
    int line = 0, column = 0;
    bool operator==(const Place&) const = default;
};
bool before(const Place& a, const Place& b);
// The place in "file:line:col"; nothing for another form.
std::optional<Place> placeOf(std::string_view where);

class Source {
public:
    // Ends lines at LF, CRLF and CR. A byte order mark is skipped. `bytes` must outlive it.
    explicit Source(std::string_view bytes);

    std::string_view text() const { return text_; }  // without the byte order mark
    int lines() const { return static_cast<int>(starts_.size()); }
    // Without its end; "" beyond the last line.
    std::string_view line(int number) const;
    size_t offsetOfLine(int number) const;  // in text()

    // The first byte that is no valid UTF-8, or the first control character (tab and line ends
    // apart; NEL, LS and PS count as control characters, because editors disagree about them).
    struct Flaw {
        Place place;
        bool control = false;
    };
    std::optional<Flaw> flaw() const;

    // The byte offset of a column in line(place.line); its size when the line is shorter.
    size_t offsetInLine(const Place& place) const;

private:
    std::string_view text_;
    std::vector<size_t> starts_, ends_;  // of each line
    // The last answer of offsetInLine(): a file is read from front to back, and a line can be long.
    struct Near {
        Place place;
        size_t offset = 0;
    };
    mutable Near near_;
};

// The character at the front of `text`: its bytes, or 0 when it is no valid UTF-8.
size_t characterSize(std::string_view text);
// How many characters; a byte that is no valid UTF-8 counts as one.
int countCharacters(std::string_view text);

// Control characters in a text read from the file (by an escape in quotes); line ends may.
bool hasControl(std::string_view text);

// The line of `place` with a caret below the character: two lines, each indented by two spaces.
// A long line is cut around the caret; control characters are shown as "�".
std::string caretExcerpt(const Source& source, const Place& place);

}  // namespace pt::scenario
