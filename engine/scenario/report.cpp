#include "engine/scenario/report.h"

#include <algorithm>

namespace pt::scenario {

void Report::error(const Place& place, std::string key, Args args) {
    keep(errors_, place, {std::move(key), where(place), std::move(args)});
}

void Report::warning(const Place& place, std::string key, Args args) {
    if (!isAt(errors_, place))
        keep(warnings_, place, {std::move(key), where(place), std::move(args)});
}

void Report::error(const Place& place, const Error& error) {
    keep(errors_, place, {error.key, where(place), error.args});
}

void Report::formIsRead() {
    for (const Entry& entry : errors_) brokenLines_.insert(entry.place.line);
}

std::string Report::where(const Place& place) const {
    return file_ + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

bool Report::isAt(const std::vector<Entry>& entries, const Place& place) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return entry.place == place; });
}

void Report::keep(std::vector<Entry>& entries, const Place& place, Error error) {
    if (brokenLines_.count(place.line) > 0) return;
    if (!isAt(entries, place) && entries.size() < maxErrors)
        entries.push_back({place, std::move(error)});
}

std::vector<Error> Report::inOrder(std::vector<Entry> entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return before(a.place, b.place); });
    std::vector<Error> errors;
    for (Entry& entry : entries) errors.push_back(std::move(entry.error));
    return errors;
}

std::vector<Error> Report::takeErrors() { return inOrder(std::move(errors_)); }
std::vector<Error> Report::takeWarnings() { return inOrder(std::move(warnings_)); }

std::string quoted(std::string_view text) {
    constexpr int longest = 40;
    std::string out;
    for (int count = 0; !text.empty(); ++count) {
        if (count == longest) return out + "…";
        const size_t size = std::max<size_t>(characterSize(text), 1);
        // A line break within a sentence would hide where the sentence ends.
        out += text[0] == '\n' ? std::string(" ") : std::string(text.substr(0, size));
        text.remove_prefix(size);
    }
    return out;
}

}  // namespace pt::scenario
