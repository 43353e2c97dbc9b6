// Companion: what goes along with a Session and follows what is done to it; the lesson does.
// Replaying the journal must make it do the same, so it may depend on the model and on what it
// is told here, but on no clock and not on how far background work happens to be.
#pragma once

#include <string_view>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/model/command.h"

namespace pt {

struct Companion {
    virtual ~Companion() = default;

    // The command "lesson": the Session logs it when it is accepted. It changes nothing of the
    // model by itself, and undo passes it by.
    virtual Status lesson(const Json& args) = 0;

    // Called by the Session, after the fact. What the companion does by itself goes through
    // Session::postAutomatic, and is told here again.
    virtual void posted(const Command& command) = 0;  // it stands in the journal; a "lesson" too
    virtual void refused(const Command& command, const Error& error) = 0;
    virtual void stepped() = 0;  // one step forwards, for the first time in this run
    // Another run: a new one by an edit or a reset, or an earlier one back by undo. Before
    // posted().
    virtual void restarted() = 0;
    virtual void rewound() = 0;   // to another step of the present run. Before posted().
    virtual void finished() = 0;  // the run is over and recorded in runs(). After stepped().

    // A person may not change this key now, besides what the setup locks.
    virtual bool locks(std::string_view key) const = 0;
    // Nothing of the lab may change or play now.
    virtual bool freezes() const = 0;

    virtual Json save() const = 0;  // goes into the save file under "lesson"
};

}  // namespace pt
