#include "engine/cli/console.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "engine/scenario/scenario.h"
#include "engine/store/store.h"

namespace pt {
namespace {

bool startsWith(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

}  // namespace

Exit exitFor(const Error& error) {
    if (startsWith(error.key, "cli.usage.")) return Exit::usage;
    if (startsWith(error.key, "store.") || startsWith(error.key, "cli.no_file")) {
        return Exit::io;
    }
    return Exit::content;
}

Exit fail(Console& console, const Error& error, std::string_view bytes) {
    Error placed = error;
    if (placed.where.empty()) placed.where = "labrun";
    console.err << console.words.sentence(placed) << '\n' << excerpt(bytes, error);
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
            text += c + 1 < row.size() ? padded(row[c], widths[c] + 2) : row[c];
        }
        text += '\n';
    }
    return text;
}

Status writeOutput(const std::string& path, std::string_view bytes) {
    std::error_code ignored;
    const auto kind = std::filesystem::status(path, ignored).type();
    if (kind == std::filesystem::file_type::not_found ||
        kind == std::filesystem::file_type::regular ||
        kind == std::filesystem::file_type::directory) {
        return writeFileAtomically(path, bytes);
    }
    std::ofstream file(path, std::ios::binary);
    file << bytes << std::flush;
    if (!file) return Error{"store.write", "", {{"name", path}}};
    return Ok{};
}

}  // namespace pt
