// One line to standard error, or to the sink a test or the desktop program sets.
#pragma once

#include <functional>
#include <string_view>

namespace pt {

enum class LogLevel { info, warning, error };
using LogSink = std::function<void(LogLevel, std::string_view)>;

void log(LogLevel level, std::string_view message);
// An empty sink restores standard error. Not for use from several threads.
void setLogSink(LogSink sink);

}  // namespace pt
