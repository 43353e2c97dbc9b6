#include "engine/script/lua_redirect.h"

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstring>
#include <string_view>
#include <utility>

#include "engine/core/math.h"

namespace {

// The sign of a NaN differs between processors.
void writeFloat(fmt::memory_buffer& text, double value) {
    fmt::format_to(std::back_inserter(text), "{:.14g}",
                   std::isnan(value) ? std::fabs(value) : value);
}

thread_local size_t compared = 0;  // bytes

}  // namespace

void scriptCompared(size_t bytes) { compared += bytes; }

size_t takeScriptCompared() {
    constexpr size_t bytesOfOne = 64;
    return std::exchange(compared, 0) / bytesOfOne;
}

double scriptPower(double x, double y) { return pt::math::pow(x, y); }

// Lua hands over digits alone: it has refused "inf" and "nan", and hexadecimal floats end here.
double scriptNumber(const char* text, char** end) {
    *end = const_cast<char*>(text);
    const char* first = text;
    while (std::strchr(" \t\n\v\f\r", *first) != nullptr && *first != '\0') ++first;
    const bool negative = *first == '-';
    if (*first == '-' || *first == '+') ++first;
    double value = 0;
    const auto read = fast_float::from_chars(first, first + std::strlen(first), value);
    const bool signedTwice = *first == '-' || *first == '+';
    const bool hexadecimal = first[0] == '0' && (first[1] == 'x' || first[1] == 'X');
    if (read.ptr == first || signedTwice || hexadecimal) return 0;
    *end = const_cast<char*>(read.ptr);
    return negative ? -value : value;
}

int scriptWrite(char* buffer, size_t size, const char* format, ...) {
    std::va_list values;
    va_start(values, format);
    fmt::memory_buffer text;
    const std::string_view kind = format;
    if (kind == "%lld")
        fmt::format_to(std::back_inserter(text), "{}", va_arg(values, long long));
    else if (kind == "%.14g")
        writeFloat(text, va_arg(values, double));
    va_end(values);
    const size_t length = std::min(text.size(), size - 1);
    std::copy_n(text.data(), length, buffer);
    buffer[length] = '\0';
    return static_cast<int>(length);
}
