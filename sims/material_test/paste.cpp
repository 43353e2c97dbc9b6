#include "sims/material_test/paste.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "engine/model/schema.h"

namespace pt {
namespace {

constexpr size_t mostBytes = size_t{1} << 20, mostCells = 60, mostText = 40;
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

struct Name {
    const char* written;
    const char* column;
};
// As people head their columns; lower case. What "thickness" means depends on the strand.
constexpr Name names[] = {
    {"diameter", "width"},
    {"breedte", "width"},
    {"width", "width"},
    {"doormeter", "width"},
    {"dikte", "thick"},
    {"thickness", "thick"},
    {"wanddikte", "thickness"},
    {"wall", "thickness"},
    {"lengte", "test_length"},
    {"length", "test_length"},
    {"overspanning", "test_length"},
    {"span", "test_length"},
    {"testlengte", "test_length"},
    {"test length", "test_length"},
    {"kracht", "force"},
    {"force", "force"},
    {"breekkracht", "force"},
    {"breaking force", "force"},
    {"belasting", "force"},
    {"load", "force"},
    {"gewicht", "force"},
    {"weight", "force"},
    {"doorbuiging", "deflection"},
    {"deflection", "deflection"},
    {"verlenging", "deflection"},
    {"elongation", "deflection"},
    {"uitbuiging", "deflection"},
    {"uitwijking", "deflection"},
    {"sprietlengte", "strand_length"},
    {"strand length", "strand_length"},
    {"massa", "strand_mass"},
    {"mass", "strand_mass"},
    {"sprietmassa", "strand_mass"},
    {"strand mass", "strand_mass"},
    {"sprieten", "strands"},
    {"strands", "strands"},
    {"aantal", "strands"},
    {"number of strands", "strands"},
    {"proef", "test"},
    {"test", "test"},
    {"gebroken", "broke"},
    {"broken", "broke"},
    {"broke", "broke"},
    {"breuk", "broke"},
    {"bundel", "bond"},
    {"bundle", "bond"},
};
constexpr Name options[] = {
    {"trek", "tension"},
    {"trekproef", "tension"},
    {"tension", "tension"},
    {"buiging", "bending"},
    {"buigproef", "bending"},
    {"buig", "bending"},
    {"bending", "bending"},
    {"knik", "buckling"},
    {"knikproef", "buckling"},
    {"buckling", "buckling"},
    {"ja", "yes"},
    {"yes", "yes"},
    {"x", "yes"},
    {"1", "yes"},
    {"nee", "no"},
    {"neen", "no"},
    {"no", "no"},
    {"0", "no"},
    {"gelijmd", "bonded"},
    {"verlijmd", "bonded"},
    {"glued", "bonded"},
    {"bonded", "bonded"},
    {"los", "loose"},
    {"loose", "loose"},
};

template <size_t count>
const char* meaning(const Name (&list)[count], std::string_view written) {
    for (const Name& name : list)
        if (written == name.written) return name.column;
    return nullptr;
}

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\r' || c == '\t'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string lower(std::string_view text) {
    std::string out(trimmed(text));
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string quoted(std::string_view text) {
    size_t end = std::min(text.size(), mostText);
    while (end > 0 && end < text.size() && (text[end] & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

using Cells = std::vector<std::string>;

// Cells of one line; quotes as spreadsheets write them.
Cells split(std::string_view line, char separator) {
    Cells cells(1);
    bool inQuotes = false;
    for (size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (inQuotes && c == '"' && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[++i];
        else if (c == '"')
            inQuotes = !inQuotes;
        else if (c == separator && !inQuotes && cells.size() <= mostCells)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

char separatorOf(std::string_view header) {
    for (const char c : {'\t', ';'})
        if (header.find(c) != std::string_view::npos) return c;
    return ',';
}

struct Column {
    std::string key;                         // "": left out
    const MeasuredNumber* number = nullptr;  // of a number
    Unit unit;
    bool weighed = false;  // a force in units of mass
};

std::string placeOf(size_t line, size_t cell) {
    return std::to_string(line + 1) + ":" + std::to_string(cell + 1);
}

const MeasuredNumber* numberOf(std::string_view key) {
    for (const MeasuredNumber& number : measuredNumbers)
        if (key == number.key) return &number;
    return nullptr;
}

bool isWeighed(const MeasuredNumber& number, const Unit& in) {
    return std::string_view(number.key) == "force" && in.dimension == unit("kg").dimension;
}

// A name that was nearly one of ours.
std::string slipOf(const std::string& written) {
    std::vector<std::string> all;
    for (const Name& name : names) all.emplace_back(name.written);
    return written.size() < 5 ? "" : nearest(written, all);
}

Result<Column> readHeading(std::string_view heading, StrandShape shape) {
    const size_t open = heading.find_first_of("([");
    const std::string name = lower(heading.substr(0, open));
    const char* key = meaning(names, name);
    if (!key) {
        const std::string meant = slipOf(name);
        if (meant.empty()) return Column{};
        return Error{"paste.unknown_column", "", {{"column", quoted(name)}, {"suggestion", meant}}};
    }
    Column column;
    column.key = key;
    if (column.key == "thick") column.key = shape == StrandShape::round ? "width" : "thickness";
    column.number = numberOf(column.key);
    if (!column.number) return column;
    column.unit = unit(column.number->unit);
    if (open == std::string_view::npos) return column;
    const std::string_view inside = heading.substr(open + 1);
    const std::string_view symbol = trimmed(inside.substr(0, inside.find_first_of(")]")));
    const Result<Unit> written = parseUnit(symbol);
    const bool weighed = written.ok() && isWeighed(*column.number, written.value());
    if (!written.ok() || (written.value().dimension != column.unit.dimension && !weighed))
        return Error{"paste.unit",
                     "",
                     {{"unit", quoted(symbol)}, {"column", "@material_test." + column.key}}};
    column.unit = written.value();
    column.weighed = weighed;
    return column;
}

Status readNumber(const std::string& text, const Column& column, Measurement& row) {
    Result<double> si = parseInput(text, column.unit);
    bool weighed = column.weighed;
    if (!si.ok() && isWeighed(*column.number, unit("kg"))) {
        si = parseInput(text, weighed ? unit("N") : unit("kg"));
        weighed = !weighed;
    }
    if (!si.ok())
        return Error{"paste.number",
                     "",
                     {{"text", quoted(text)}, {"column", "@material_test." + column.key}}};
    const double value = weighed ? si.value() * bucketGravity : si.value();
    const Unit taken = column.unit.dimension == unit(column.number->unit).dimension
                           ? column.unit
                           : unit(column.number->unit);
    if (Status checked = checkMeasured(*column.number, taken.fromSi(value), taken); !checked.ok())
        return checked;
    row.*column.number->value = value;
    return Ok{};
}

Status readStrands(const std::string& text, Measurement& row) {
    const Result<double> count = parseInput(text, unit(""));
    if (!count.ok() || count.value() != std::floor(count.value()) || count.value() < 1 ||
        count.value() > maxStrands)
        return Error{
            "paste.strands", "", {{"text", quoted(text)}, {"max", std::to_string(maxStrands)}}};
    row.strands = static_cast<int>(count.value());
    return Ok{};
}

Status readCell(const std::string& cell, const Column& column, Measurement& row) {
    const std::string text(trimmed(cell));
    if (column.key.empty() || text.empty()) return Ok{};
    if (column.number) return readNumber(text, column, row);
    if (column.key == "strands") return readStrands(text, row);
    const char* option = meaning(options, lower(text));
    if (option && setWord(row, column.key, option)) return Ok{};
    return Error{
        "paste.word", "", {{"text", quoted(text)}, {"column", "@material_test." + column.key}}};
}

Error at(Error error, size_t line, size_t cell) {
    error.where = placeOf(line, cell);
    return error;
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(trimmed(text.substr(0, end)).empty() ? std::string_view{}
                                                             : text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Result<std::vector<Column>> readHeader(std::string_view line, size_t number, StrandShape shape) {
    std::vector<Column> columns;
    const Cells cells = split(line, separatorOf(line));
    for (size_t i = 0; i < cells.size(); ++i) {
        Result<Column> column = readHeading(cells[i], shape);
        if (!column.ok()) return at(column.error(), number, i);
        const std::string& key = column.value().key;
        const auto same = [&key](const Column& other) { return other.key == key; };
        if (!key.empty() && std::any_of(columns.begin(), columns.end(), same))
            return at({"paste.twice", "", {{"column", "@material_test." + key}}}, number, i);
        columns.push_back(std::move(column.value()));
    }
    const auto counts = [](const Column& column) { return column.number != nullptr; };
    if (std::none_of(columns.begin(), columns.end(), counts))
        return at({"paste.no_header", "", {}}, number, 0);
    return columns;
}

bool measuredAnything(const Measurement& row) {
    return std::any_of(
        std::begin(measuredNumbers), std::end(measuredNumbers),
        [&row](const MeasuredNumber& number) { return std::isfinite(row.*number.value); });
}

}  // namespace

Result<std::vector<Measurement>> readPasted(std::string_view text, const Measurement& like,
                                            StrandShape shape) {
    if (text.size() > mostBytes) return Error{"paste.too_long", "", {}};
    if (text.substr(0, byteOrderMark.size()) == byteOrderMark)
        text.remove_prefix(byteOrderMark.size());
    const std::vector<std::string_view> lines = linesOf(text);
    size_t header = 0;
    while (header < lines.size() && lines[header].empty()) ++header;
    if (header == lines.size()) return Error{"paste.empty", "", {}};
    const Result<std::vector<Column>> columns = readHeader(lines[header], header, shape);
    if (!columns.ok()) return columns.error();

    std::vector<Measurement> rows;
    for (size_t i = header + 1; i < lines.size(); ++i) {
        if (lines[i].empty()) continue;
        Measurement row = like;
        row.real = true;
        for (const MeasuredNumber& number : measuredNumbers)
            row.*number.value = std::numeric_limits<double>::quiet_NaN();
        const Cells cells = split(lines[i], separatorOf(lines[header]));
        for (size_t c = 0; c < std::min(cells.size(), columns.value().size()); ++c)
            if (Status read = readCell(cells[c], columns.value()[c], row); !read.ok())
                return at(read.error(), i, c);
        if (!measuredAnything(row)) continue;
        if (rows.size() >= static_cast<size_t>(maxMeasurements))
            return at({"paste.too_many", "", {{"max", std::to_string(maxMeasurements)}}}, i, 0);
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return Error{"paste.empty", "", {}};
    return rows;
}

}  // namespace pt
