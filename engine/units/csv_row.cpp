#include "engine/units/csv_row.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

namespace pt {
namespace {

// [-+]digits[.,]digits[e[-+]digits]: what csvNumber writes.
bool isNumber(std::string_view cell) {
    const std::string_view text = cell.substr(!cell.empty() && cell.front() == '-' ? 1 : 0);
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == 'e' || c == '-' || c == '+';
    };
    return !text.empty() && text.front() >= '0' && text.front() <= '9' &&
           std::all_of(text.begin(), text.end(), allowed);
}

bool couldRun(std::string_view cell) {
    constexpr std::string_view dangerous = "=+-@\t\r";
    return !cell.empty() && dangerous.find(cell.front()) != std::string_view::npos &&
           !isNumber(cell);
}

std::string quoted(std::string_view cell) {
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + "\"";
}

}  // namespace

std::string csvStart(CsvStyle style) { return style == CsvStyle::dutch ? "\xef\xbb\xbf" : ""; }

std::string csvNumber(double value, CsvStyle style) {
    if (!std::isfinite(value)) return "";
    std::string text = fmt::format("{}", value);
    if (style == CsvStyle::dutch) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string csvRow(const std::vector<std::string>& cells, CsvStyle style) {
    const char separator = style == CsvStyle::dutch ? ';' : ',';
    const std::string special = std::string("\"\r\n") + separator;
    std::string row;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row += separator;
        const std::string text = couldRun(cells[i]) ? "'" + cells[i] : cells[i];
        row += text.find_first_of(special) == std::string::npos ? text : quoted(text);
    }
    return row + "\r\n";
}

}  // namespace pt
