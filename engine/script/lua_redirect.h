/* Forced include of every source of Lua (cmake/Dependencies.cmake), so that a script gives the same
   on every device and shows nothing of the machine. No file of Lua is changed. */
#ifndef ENGINE_SCRIPT_LUA_REDIRECT_H
#define ENGINE_SCRIPT_LUA_REDIRECT_H

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif
double scriptPower(double x, double y);
/* A decimal number at the start of `text`; *end is `text` when there is none. */
double scriptNumber(const char* text, char** end);
/* Lua writes integers, floats and addresses this way; of an address it writes nothing. */
int scriptWrite(char* buffer, size_t size, const char* format, ...);
/* Comparing texts is work by their length, which counting instructions does not see. */
void scriptCompared(size_t bytes);
/* What was compared since the last time it was asked, as instructions. */
size_t takeScriptCompared(void);
#ifdef __cplusplus
}
#else
static inline int scriptCompare(const void* a, const void* b, size_t size) {
    if (size >= 64) scriptCompared(size);
    return memcmp(a, b, size);
}
/* Lua calls it once for each part between zeros: a part costs too. */
static inline int scriptOrder(const char* a, const char* b) {
    scriptCompared(64 + strlen(a));
    return strcmp(a, b);
}
#define memcmp scriptCompare
#define pow scriptPower
#define strtod scriptNumber
#define snprintf scriptWrite
#define strcoll scriptOrder
/* Tables hash in the same order everywhere. */
#define luai_makeseed(L) 0x5eedu
#define lua_getlocaledecpoint() '.'
#endif

#endif
