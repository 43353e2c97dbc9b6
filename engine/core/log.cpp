#include "engine/core/log.h"

#include <cstdio>
#include <fmt/format.h>
#include <utility>

namespace pt {
namespace {

LogSink& sink() {
    static LogSink current;
    return current;
}

const char* prefix(LogLevel level) {
    switch (level) {
    case LogLevel::info: return "";
    case LogLevel::warning: return "warning: ";
    case LogLevel::error: return "error: ";
    }
    return "";
}

}  // namespace

void log(LogLevel level, std::string_view message) {
    if (sink()) {
        sink()(level, message);
        return;
    }
    const std::string line = fmt::format("{}{}\n", prefix(level), message);
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void setLogSink(LogSink newSink) { sink() = std::move(newSink); }

}  // namespace pt
