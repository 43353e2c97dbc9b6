// Lines in, lines out, spread over processes. A session is single-threaded and a process shares
// nothing, so the answers are the same for any number of workers.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace pt {

struct LineWork {
    std::function<std::optional<std::string>()> next;            // nullopt: no more
    std::function<std::string(const std::string& line)> answer;  // one line, without its end
    std::function<std::string(const std::string& line)> lost;    // its process died
    std::function<void(const std::string& answer)> emit;         // in the order of the lines
};

// With one job every line is answered, in this process, before the next is asked for; with more,
// answers lag at most `jobs` lines behind. In the browser's wasm there is always one job.
void spreadLines(int jobs, const LineWork& work);

}  // namespace pt
