// .proeftuin: a session as keyed, versioned JSON. Docs: docs/save-file.md.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/run/session.h"

namespace pt {

class SaveFile {
public:
    static constexpr int version = 1;
    // Room for the biggest lesson with its pictures, and a long session. A bigger file is refused.
    static constexpr size_t mostBytes = size_t{160} << 20;

    // The same session gives the same bytes; opening and writing again too. Of the undo history
    // the newest part is written, about 1 MB.
    static std::string write(const Session& session);

    // Exactly the session that was written, paused. Errors: save.not_ours, save.damaged {line},
    // save.altered, save.newer {found, known}, those of Session::open. Params, choices, documents
    // and parts of the file that this program does not know are kept and written back; a state it
    // misses is computed again from the start of the run.
    static Result<std::unique_ptr<Session>> open(std::string_view bytes);
    static Result<std::unique_ptr<Session>> open(std::string_view bytes,
                                                 std::span<const LabEntry> table);

    // Plays the journal from the start and compares the hash: the proof that a result is real.
    // Errors: those of open, session.too_long.
    struct Replay {
        bool same = false;
        uint64_t expected = 0, found = 0;
        int64_t steps = 0;
    };
    static Result<Replay> replay(std::string_view bytes);
    static Result<Replay> replay(std::string_view bytes, std::span<const LabEntry> table);
};

// Brings the tree of an older file up one version, from its place in the chain + 1.
using Migration = Result<Json> (*)(Json tree);
// The tree at version chain.size() + 1. Errors: those of save.newer and the migrations.
Result<Json> migrate(Json tree, std::span<const Migration> chain);

}  // namespace pt
