#include "engine/desktop/voice.h"

#include <cstdlib>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace pt {
namespace {

constexpr size_t longestSpeech = 8000;  // bytes; an argument's own limit is far above it

std::string onPath(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        std::string file = folder + "/" + name;
        if (!folder.empty() && access(file.c_str(), X_OK) == 0) return file;
    }
    return {};
}

// spd-say hands the text to the dispatcher and ends at once.
void runAndWait(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawn(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) == 0) {
        waitpid(child, nullptr, 0);
    }
}

}  // namespace

Voice::Voice() : program_(onPath("spd-say")) {}

void Voice::say(const std::string& text, Language language) const {
    if (!speaks()) return;
    size_t end = std::min(text.size(), longestSpeech);
    while (end < text.size() && end > 0 && (text[end] & 0xC0) == 0x80) --end;
    runAndWait({program_, "--cancel"});
    runAndWait({program_, "--language", std::string(code(language)), "--", text.substr(0, end)});
}

}  // namespace pt
