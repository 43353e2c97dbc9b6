#include <algorithm>
#include <cstdint>

#include "engine/lesson/check_kinds.h"

namespace pt::checks {
namespace {

// Lower case without accents, so that "Geïsoleerd" is "geisoleerd"; letters of other scripts stay.
std::string folded(std::string_view text) {
    static constexpr std::string_view latin =  // U+00E0 .. U+00FF
        "aaaaaaaceeeeiiiidnooooo/ouuuuyty";
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto next = i + 1 < text.size() ? static_cast<uint8_t>(text[i + 1]) : uint8_t{0};
        if (c == '\xC3' && next >= 0x80 && next <= 0xBF) {
            out += latin[next & 0x1F];
            ++i;
        } else if (c == '\xE2') {  // quotes, dashes, dots, arrows
            out += ' ';
            i += 2;
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        }
    }
    return out;
}

bool inWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<uint8_t>(c) >= 0x80;
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded(text) + " ") {
        if (inWord(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

// A long word may stand within another ("buiging" in "doorbuigingen"), a short one only alone.
bool mentions(std::string_view answer, const std::vector<std::string>& words,
              std::string_view mention) {
    constexpr size_t longEnough = 4;
    const std::string wanted = folded(mention);
    if (wanted.empty()) return true;
    if (wanted.size() >= longEnough) return answer.find(wanted) != std::string_view::npos;
    return std::find(words.begin(), words.end(), wanted) != words.end();
}

}  // namespace

Verdict judgeOpen(const LessonItem& item, const Json& answer) {
    const OpenItem& open = std::get<OpenItem>(item.body);
    const std::string text = folded(answer.text());
    const std::vector<std::string> words = wordsOf(text);
    if (words.empty()) return {};
    if (words.size() < static_cast<size_t>(std::max(open.minWords, 0)))
        return explained(
            item, "too_short",
            {{"asked", std::to_string(open.minWords)}, {"given", count(words.size())}});
    std::vector<std::string> missing;
    for (const Text& mention : open.mention) {
        const bool there = (!mention.nl.empty() && mentions(text, words, mention.nl)) ||
                           (!mention.en.empty() && mentions(text, words, mention.en));
        if (!there) missing.push_back(textArg(mention.nl, mention.en));
    }
    if (!missing.empty()) return explained(item, "mention", {{"words", listArg(missing)}});
    return verdictOpen(open.model.empty() ? "handed_in" : "compare_model", {}, item.ok);
}

}  // namespace pt::checks
