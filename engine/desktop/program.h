// Program: the desktop program from its command line to its exit code.
#pragma once

#include <span>

namespace pt {

// 0: done; 1: a file could not be opened or written; 2: the command line is wrong; 3: there is no
// display or no OpenGL, so that another way to run (labrun) is needed. argv without its first.
int runDesktop(std::span<const char* const> arguments);

}  // namespace pt
