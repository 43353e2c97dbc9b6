#include "engine/cli/console.h"

#include <algorithm>
#include <ostream>

#include "engine/scenario/scenario.h"

namespace pt {
namespace {

bool startsWith(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

}  // namespace

Exit exitFor(const Error& error) {
    if (startsWith(error.key, "cli.usage.")) return Exit::usage;
    if (startsWith(error.key, "store.") || startsWith(error.key, "cli.no_")) {
        return Exit::io;
    }
    return Exit::content;
}

Exit fail(Console& console, const Error& error, std::string_view bytes) {
    Error placed = error;
    if (placed.where.empty()) placed.where = "labrun";
    console.err << console.words.sentence(placed) << '\n';
    if (const std::string lines = excerpt(bytes, error); !lines.empty()) {
        console.err << lines << '\n';
    }
    return exitFor(error);
}

size_t textWidth(std::string_view text) {
    return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0u) != 0x80u;
    }));
}

std::string padded(const std::string& text, size_t width) {
    return text + std::string(width - std::min(width, textWidth(text)), ' ');
}

std::string alignedTable(const std::vector<std::vector<std::string>>& rows) {
    std::vector<size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], textWidth(row[c]));
    }
    std::string text;
    for (const auto& row : rows) {
        for (size_t c = 0; c < row.size(); ++c) {
            text += padded(row[c], widths[c] + 2);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    return text;
}

}  // namespace pt
