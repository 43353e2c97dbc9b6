// The words of scripts for people who write them: the annotation file that an editor's Lua
// extension completes from, and the tables of docs/lua.md. Both follow from the words themselves.
#pragma once

#include <string>

#include "engine/i18n/words.h"

namespace pt {

// lab-api.lua, with explanations in the language of `words`.
std::string scriptAnnotations(const Words& words);
// A table in Markdown of every word of the library whose names begin with `prefix` and a point;
// "" for those of the lesson and of Lua itself.
std::string scriptReference(const Words& words, std::string_view prefix);

}  // namespace pt
