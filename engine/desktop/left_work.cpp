#include "engine/desktop/left_work.h"

#include <algorithm>
#include <charconv>

#include "engine/run/save.h"

namespace pt {
namespace {

// "left-<number>-<lab>.proeftuin"
constexpr std::string_view prefix = "left-", suffix = ".proeftuin";
constexpr size_t digits = 8;

bool isLeft(std::string_view key) {
    return key.size() > prefix.size() + digits + 1 + suffix.size() && key.starts_with(prefix) &&
           key.ends_with(suffix);
}

int numberOf(std::string_view key) {
    int number = 0;
    std::string_view text = key.substr(prefix.size(), digits);
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string keyOf(int number, std::string_view lab) {
    std::string text = std::to_string(number);
    text.insert(0, digits - std::min(digits, text.size()), '0');
    return std::string(prefix) + text + "-" + std::string(lab) + std::string(suffix);
}

}  // namespace

std::string LeftWork::labOf(std::string_view key) {
    if (!isLeft(key)) return {};
    std::string_view rest = key.substr(prefix.size() + digits + 1);
    return std::string(rest.substr(0, rest.size() - suffix.size()));
}

std::vector<std::string> LeftWork::of(std::string_view lab) const {
    std::vector<std::string> found;
    for (const std::string& key : store_.keys()) {
        if (isLeft(key) && (lab.empty() || labOf(key) == lab)) found.push_back(key);
    }
    std::sort(found.begin(), found.end(),
              [](const std::string& a, const std::string& b) { return numberOf(a) > numberOf(b); });
    return found;
}

Status LeftWork::keep(const Session& session) {
    const std::string bytes = SaveFile::write(session);
    const std::vector<std::string> before = of(session.lab().id);
    // It waits already when what was opened then could not be read.
    if (!before.empty()) {
        const Result<std::string> last = read(before.front());
        if (last && last.value() == bytes) return Ok{};
    }
    std::vector<std::string> all = of();
    int number = all.empty() ? 1 : numberOf(all.front()) + 1;
    Status kept = store_.put(keyOf(number, session.lab().id), bytes);
    if (!kept) return kept;
    std::vector<std::string> ofLab = of(session.lab().id);
    for (size_t i = most; i < ofLab.size(); ++i) {
        if (Status dropped = store_.remove(ofLab[i]); !dropped) return dropped;
    }
    return Ok{};
}

}  // namespace pt
