// Which design a session has, as far as a hand made it. Internal to the lesson module.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "engine/model/schema.h"
#include "engine/run/session.h"

namespace pt {

// Names the last edit by hand of the design itself (a document, or a command of the lab that
// starts the run over) that still holds; "" for none. Equal names are equal designs: undo, redo and
// going back to a tested run bring a name back. `ofRun` gives the name that a tested run had.
std::string handMadeDesign(std::span<const JournalEntry> journal, const Schema& schema,
                           const std::function<std::string(int run)>& ofRun);

}  // namespace pt
