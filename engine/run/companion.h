// Companion: what goes along with a Session and follows what is done to it; the lesson does.
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

    // Called by the Session, after the fact. The companion may post from here; what it posts is
    // logged as automatic.
    virtual void posted(const Command& command) = 0;  // accepted; a "lesson" too
    virtual void refused(const Command& command, const Error& error) = 0;
    virtual void stepped() = 0;    // one step forwards for the first time
    virtual void restarted() = 0;  // a new run began, by an edit, undo or reset
    virtual void rewound() = 0;    // to a step of the present run
    virtual void finished() = 0;   // the run is over and recorded in runs()

    // A person may not change this key now, besides what the setup locks.
    virtual bool locks(std::string_view key) const = 0;
    // Nothing of the lab may change or play now.
    virtual bool freezes() const = 0;

    virtual Json save() const = 0;  // goes into the save file under "lesson"
};

}  // namespace pt
