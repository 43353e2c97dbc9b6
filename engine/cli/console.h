// The three streams, the language, and how labrun says what went wrong.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/cli.h"
#include "engine/core/result.h"
#include "engine/i18n/words.h"

namespace pt {

struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    Words words;
};

// The exit code that an error's key stands for.
Exit exitFor(const Error& error);

// "place: sentence" on err, with the excerpt of `bytes` when the place lies in it; "labrun" is the
// place of an error that has none.
Exit fail(Console& console, const Error& error, std::string_view bytes = "");

// Width in characters; every one that the string tables hold is one column wide.
size_t textWidth(std::string_view text);
std::string padded(const std::string& text, size_t width);
// Columns padded to their widest cell, two spaces apart.
std::string alignedTable(const std::vector<std::vector<std::string>>& rows);

}  // namespace pt
