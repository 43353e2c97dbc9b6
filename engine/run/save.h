// .proeftuin: a session as keyed, versioned JSON. Docs: docs/save-file.md.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/run/session.h"

namespace pt {

class SaveFile {
public:
    static constexpr int version = 1;
    // The same session gives the same bytes; opening and writing again too.
    static std::string write(const Session& session);
    // Errors: save.not_ours, save.damaged {line}, save.newer {found, known}, and those of
    // Session::open; unknown keys of a same-version file are ignored, unknown params are listed
    // in the session's journal as they were and never dropped silently.
    static Result<std::unique_ptr<Session>> open(std::string_view bytes);
    // Plays the journal from the start and compares the hash: the proof that a result is real.
    struct Replay {
        bool same = false;
        uint64_t expected = 0, found = 0;
        int64_t steps = 0;
    };
    static Result<Replay> replay(std::string_view bytes);
};

}  // namespace pt
