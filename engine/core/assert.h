// PT_ASSERT: a bug in the program, never bad input. On in every build but release.
#pragma once

namespace pt {
[[noreturn]] void assertionFailed(const char* what, const char* file, int line);
}

#ifdef PT_ASSERTS
#define PT_ASSERT(what) ((what) ? void(0) : ::pt::assertionFailed(#what, __FILE__, __LINE__))
#else
#define PT_ASSERT(what) void(0)
#endif
