#include "engine/scenario/bundle_path.h"

#include <algorithm>
#include <vector>

#include "engine/scenario/source.h"

namespace pt::scenario {
namespace {

constexpr size_t longestPath = 200;  // bytes; leaves room for the folder on any system
constexpr std::string_view endings[] = {"png", "jpg", "jpeg", "csv", "ogg", "lua", "yaml"};
constexpr std::string_view leftBehind[] = {"__MACOSX", "Thumbs.db", "desktop.ini"};

// A mark with the letters it stands on and what they are together.
struct Mark {
    std::string_view mark;
    std::string_view bases;
    std::string_view letters;
};
constexpr Mark marks[] = {
    {"\u0300", "AEIOUaeiou", "ÀÈÌÒÙàèìòù"},
    {"\u0301", "AEIOUYaeiouy", "ÁÉÍÓÚÝáéíóúý"},
    {"\u0302", "AEIOUaeiou", "ÂÊÎÔÛâêîôû"},
    {"\u0303", "ANOano", "ÃÑÕãñõ"},
    {"\u0308", "AEIOUaeiouy", "ÄËÏÖÜäëïöüÿ"},
    {"\u030A", "Aa", "Åå"},
    {"\u0327", "Cc", "Çç"},
};
constexpr size_t letterSize = 2;  // bytes of each of those letters and marks

std::string_view compose(char base, std::string_view mark) {
    for (const Mark& row : marks) {
        const size_t at = row.bases.find(base);
        if (row.mark == mark && at != std::string_view::npos)
            return row.letters.substr(at * letterSize, letterSize);
    }
    return {};
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool isText(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const size_t size = characterSize(rest);
        if (size == 0) return false;
        rest.remove_prefix(size);
    }
    return !hasControl(text) && text.find_first_of("\t\r\n") == std::string_view::npos;
}

std::vector<std::string_view> segments(std::string_view path) {
    std::vector<std::string_view> all;
    while (true) {
        const size_t slash = path.find('/');
        all.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return all;
        path.remove_prefix(slash + 1);
    }
}

bool isLeftBehind(std::string_view segment) {
    return segment[0] == '.' ||
           std::find(std::begin(leftBehind), std::end(leftBehind), segment) != std::end(leftBehind);
}

}  // namespace

std::string_view endingOf(std::string_view path) {
    const size_t dot = path.find_last_of("./");
    const bool none = dot == std::string_view::npos || path[dot] == '/';
    return none ? std::string_view() : path.substr(dot + 1);
}

bool hasEnding(std::string_view path, std::string_view wanted) {
    const std::string_view ending = endingOf(path);
    return std::equal(ending.begin(), ending.end(), wanted.begin(), wanted.end(),
                      [](char a, char b) { return lower(a) == b; });
}

std::string composed(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        const std::string_view letter = compose(text[i], text.substr(i + 1, letterSize));
        if (letter.empty()) {
            out += text[i];
        } else {
            out += letter;
            i += letterSize;
        }
    }
    return out;
}

BundlePath bundlePath(std::string_view raw) {
    const auto refused = [](std::string_view why) {
        return BundlePath{BundlePath::Fate::refused, "", why};
    };
    if (!isText(raw) || raw.size() > longestPath) return refused("bundle.bad_name");
    std::string path = composed(raw);
    std::replace(path.begin(), path.end(), '\\', '/');  // as old programs on Windows write it
    if (path.empty() || path[0] == '/' || path.find(':') != std::string::npos)
        return refused("bundle.outside");
    std::string clean;
    for (std::string_view segment : segments(path)) {
        if (segment == "..") return refused("bundle.outside");
        if (segment.empty() || segment == ".") continue;
        if (isLeftBehind(segment)) return {BundlePath::Fate::silent, "", ""};
        clean += (clean.empty() ? "" : "/") + std::string(segment);
    }
    const bool used =
        std::any_of(std::begin(endings), std::end(endings),
                    [&](std::string_view ending) { return hasEnding(clean, ending); });
    if (!used) return refused("bundle.ending");
    return {BundlePath::Fate::kept, std::move(clean), ""};
}

}  // namespace pt::scenario
