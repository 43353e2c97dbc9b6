// Commands held against the schema and the setup, and carried out on the model.
#pragma once

#include <string>

#include "engine/core/result.h"
#include "engine/model/command.h"
#include "engine/model/schema.h"
#include "engine/run/setup.h"

namespace pt {

// session.unknown_key {key}, or session.unknown_key_near {key, suggestion}.
Error unknownKey(const Schema& schema, const std::string& key);

// nullptr when the setup does not name the key.
const Setting* findSetting(const Setup& setup, std::string_view key);

// The range that holds for a param: the lab's, narrowed by the setup.
Range rangeOf(const Param& param, const Setting* setting);

// A Setting whose key begins so is a way of looking, "look.stage": for who looks, not the model.
inline constexpr std::string_view lookPrefix = "look.";

// May this value be given to the key? Errors: session.range {key, value, min, max}, session.whole
// {key, value}, session.option {key, value, options}.
Status checkNumber(const Param& param, const Setting* setting, double si);
Status checkOption(const Choice& choice, const Setting* setting, std::string_view option);

// -1 when there is no such option.
int optionIndex(const Choice& choice, std::string_view option);

// A command that is an edit ("set", "document" or one of the lab's), checked as far as the schema
// can. Errors: those above, session.unknown_command, unknownKey(), session.locked {key},
// session.argument {command, key} (missing or of another kind), session.argument_unknown and
// session.argument_unknown_near {command, key, suggestion}.
Status checkEdit(const Schema& schema, const Setup& setup, const Command& command);

// The arguments of a lab command or a job. Errors: session.argument…, session.range.
Status checkArguments(const ArgSpec& arguments, const Command& command);

// The rest is for checked edits alone.
Effect effectOf(const Schema& schema, const Command& command);
// A set or a document that is so already.
bool changesNothing(const Schema& schema, const Command& command);
// The "set" that puts back what is now.
Command inverseOf(const Schema& schema, const Command& command);
// Errors: those of a document or a lab command; then the model may have changed in part.
Status carryOut(const Schema& schema, const Command& command);

// The error with keys that the lab has as "@lab.key", which Words shows as their label.
Error labelled(Error error, const Schema& schema, std::string_view lab);

// {key: SI number or option}
Json settingsJson(const Schema& schema);
// {key: SI number, text, or null for no number yet}
Json outputsJson(const Schema& schema);

}  // namespace pt
