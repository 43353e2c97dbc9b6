#include "engine/run/save.h"

#include <algorithm>
#include <cmath>

#include "engine/core/hash.h"
#include "engine/run/replay.h"
#include "engine/run/save_parts.h"
#include "engine/run/save_reader.h"

namespace pt {
namespace {

constexpr Json::Limits limits{SaveFile::mostBytes, 64, 4'000'000};
constexpr std::string_view firstBytes = "{\"proeftuin\":";

// Step n of the chain brings version n + 1 to version n + 2.
constexpr std::span<const Migration> migrations;

Error damaged(size_t line) { return {"save.damaged", "", {{"line", std::to_string(line)}}}; }

// The checked part ends where the last line begins.
Status checkBytes(std::string_view bytes) {
    const size_t start = bytes.rfind(checkStart);
    if (start == std::string_view::npos) return Ok{};
    const std::string_view written = bytes.substr(start + checkStart.size());
    if (written.substr(0, written.find('"')) == checksum(bytes.substr(0, start))) return Ok{};
    return Error{"save.altered", "", {}};
}

Result<Json> readTree(std::string_view bytes) {
    Result<Json> tree = Json::parse(bytes, limits);
    const bool begins = bytes.substr(0, firstBytes.size()) == firstBytes;
    if (!tree.ok() && !begins) return Error{"save.not_ours", "", {}};
    if (!tree.ok()) {
        const std::string& where = tree.error().where;
        return Error{"save.damaged", "", {{"line", where.substr(0, where.find(':'))}}};
    }
    if (Status same = checkBytes(bytes); !same.ok()) return same.error();
    return migrate(std::move(tree.value()), migrations);
}

}  // namespace

std::string checksum(std::string_view bytes) {
    Hash hash;
    hash.add(bytes);
    return hex(hash.value());
}

Json withUnknown(Json settings, const Json& unknown) {
    Json merged = Json::object();
    for (const auto& [kind, known] : settings.entries()) {
        Json all = known;
        for (const auto& [key, value] : unknown[kind].entries()) all.set(key, value);
        merged.set(kind, std::move(all));
    }
    return merged;
}

Result<Json> migrate(Json tree, std::span<const Migration> chain) {
    const double found = tree["proeftuin"].number();
    const double known = static_cast<double>(chain.size()) + 1;
    if (!(found >= 1) || found != std::floor(found)) return Error{"save.not_ours", "", {}};
    if (found > known)
        return Error{"save.newer",
                     "",
                     {{"found", tree["proeftuin"].write()}, {"known", Json(known).write()}}};
    for (size_t i = static_cast<size_t>(found) - 1; i < chain.size(); ++i) {
        Result<Json> next = chain[i](std::move(tree));
        if (!next.ok()) return next;
        tree = std::move(next.value());
    }
    return tree;
}

Error SaveReader::damagedAt(std::string_view part) const {
    const size_t place = bytes_.find("\n" + Json(part).write() + ":");
    const size_t end = place == std::string_view::npos ? 0 : place + 1;
    return damaged(static_cast<size_t>(
        1 + std::count(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(end), '\n')));
}

Result<std::unique_ptr<Session>> SaveFile::open(std::string_view bytes) {
    return open(bytes, labs());
}

Result<std::unique_ptr<Session>> SaveFile::open(std::string_view bytes,
                                                std::span<const LabEntry> table) {
    const Result<Json> tree = readTree(bytes);
    if (!tree.ok()) return tree.error();
    SaveReader reader(tree.value(), bytes);
    Setup setup = reader.setup();
    if (Status good = reader.status(); !good.ok()) return good.error();
    Result<std::unique_ptr<Session>> session = Session::make(std::move(setup), table);
    if (!session.ok()) return session;
    if (Status filled = reader.fill(*session.value()); !filled.ok()) return filled.error();
    return session;
}

Result<SaveFile::Replay> SaveFile::replay(std::string_view bytes) { return replay(bytes, labs()); }

Result<SaveFile::Replay> SaveFile::replay(std::string_view bytes, std::span<const LabEntry> table) {
    const Result<std::unique_ptr<Session>> opened = open(bytes, table);
    if (!opened.ok()) return opened.error();
    const Session& saved = *opened.value();
    Replay result;
    result.steps = workOf(saved, Timeline::replayLimit);
    if (result.steps > Timeline::replayLimit) return tooLong(Timeline::replayLimit);
    const Result<std::unique_ptr<Session>> fresh = Session::open(saved.setup(), table);
    if (!fresh.ok()) return fresh.error();
    Session& again = *fresh.value();
    again.limitWork(Timeline::replayLimit);
    const Result<bool> played = playJournal(again, saved.journal(), saved.stepsSinceJournal());
    if (!played.ok()) return played.error();
    result.expected = saved.hash();
    result.found = again.hash();
    result.same = played.value() && result.found == result.expected && again.runs() == saved.runs();
    return result;
}

}  // namespace pt
