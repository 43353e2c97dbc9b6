// The parts of the library, each in its own file. Internal to the script module.
#pragma once

#include <span>
#include <string>

#include "engine/script/call.h"

namespace pt::script {

std::span<const Function> lessonValues();
std::span<const Function> lessonDeeds();
std::span<const Function> lessonDeclarations();
std::span<const Function> baseWords();
std::span<const Function> mathWords();
std::span<const Function> stringWords();
std::span<const Function> tableWords();

// Raw: the streams that stream(name) gives; in environment.cpp.
int makeStream(lua_State* state);
// string.format(); in a file of its own.
Result<std::string> formatted(Call& call);

}  // namespace pt::script
