#include "sims/spaghetti_bridge/exchange_cuts.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

#include "engine/units/csv_row.h"

namespace pt {
namespace {

constexpr size_t lineLength = 88;  // letters that fit on the plan's first page

std::string say(const Words& words, std::string_view key, const Args& args = {}) {
    return words(fmt::format("spaghetti_bridge.plan.{}", key), args);
}

// Pieces of the same length to a tenth of a millimetre, the longest first.
struct Batch {
    int count = 0;
    std::vector<std::string> members;
};
using Batches = std::map<int64_t, Batch, std::greater<>>;

Batches batches(const CuttingPlan& plan) {
    Batches all;
    for (const CutPiece& piece : plan.pieces) {
        Batch& batch = all[static_cast<int64_t>(std::llround(piece.length * 1e4))];
        batch.count += piece.count;
        if (batch.members.empty() || batch.members.back() != piece.member)
            batch.members.push_back(piece.member);
    }
    return all;
}

// To a tenth.
std::string millimetres(double metre, CsvStyle style) {
    return csvNumber(std::floor(metre * 1e4 + 0.5) / 10, style);
}

double metres(int64_t tenths) { return static_cast<double>(tenths) / 1e4; }

std::string joined(const std::vector<std::string>& names, const std::string& between) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : between) + name;
    return out;
}

// Broken at spaces, the following lines indented.
void wrap(std::vector<std::string>& lines, std::string text) {
    while (text.size() > lineLength) {
        const size_t space = text.rfind(' ', lineLength);
        if (space == std::string::npos || space < 8) break;
        lines.push_back(text.substr(0, space));
        text = "      " + text.substr(space + 1);
    }
    lines.push_back(std::move(text));
}

std::vector<std::string> lengthsOf(const CutStrand& strand, const Words& words) {
    std::vector<std::string> lengths;
    for (const double piece : strand.pieces)
        lengths.push_back(words.quantity(piece, unit("mm"), 4));
    return lengths;
}

}  // namespace

std::vector<std::string> cutLines(const SpaghettiBridge& model, const Words& words) {
    const CuttingPlan& plan = model.cuts();
    std::vector<std::string> lines;
    for (const auto& [tenths, batch] : batches(plan))
        wrap(lines, say(words, "piece",
                        {{"member", joined(batch.members, ", ")},
                         {"count", std::to_string(batch.count)},
                         {"length", words.quantity(metres(tenths), unit("mm"), 4)}}));
    for (const CutStrand& strand : plan.strands)
        wrap(lines, say(words, "strand",
                        {{"count", std::to_string(strand.count)},
                         {"pieces", joined(lengthsOf(strand, words), " + ")},
                         {"waste", words.quantity(strand.waste, unit("mm"))}}));
    for (const std::string& member : plan.tooLong)
        wrap(lines, say(words, "splice", {{"member", member}}));
    wrap(lines, say(words, "buy",
                    {{"strands", std::to_string(plan.total)},
                     {"length", words.quantity(plan.strandLength, unit("cm"))},
                     {"packets", std::to_string(model.budget().packets)}}));
    return lines;
}

std::string cutsCsv(const SpaghettiBridge& model, const Words& words) {
    const CsvStyle style = words.language() == Language::nl ? CsvStyle::dutch : CsvStyle::standard;
    const CuttingPlan& plan = model.cuts();
    std::string csv = csvStart(style);
    const auto heading = [&](std::initializer_list<const char*> columns) {
        std::vector<std::string> row;
        for (const char* column : columns)
            row.push_back(say(words, std::string("column.") + column));
        csv += csvRow(row, style);
    };
    heading({"name", "count", "lengths"});
    for (const CutPiece& piece : plan.pieces)
        csv += csvRow({piece.member, std::to_string(piece.count), millimetres(piece.length, style)},
                      style);
    csv += "\r\n";
    heading({"strands", "lengths", "waste"});
    for (const CutStrand& strand : plan.strands) {
        std::string pieces;
        for (const double piece : strand.pieces)
            pieces += (pieces.empty() ? "" : " + ") + millimetres(piece, style);
        csv +=
            csvRow({std::to_string(strand.count), pieces, millimetres(strand.waste, style)}, style);
    }
    return csv;
}

}  // namespace pt
