// String tables in Dutch and English, and numbers as each language writes them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/result.h"
#include "engine/units/unit.h"

namespace pt {

enum class Language : uint8_t { nl, en };
std::string_view code(Language language);  // "nl", "en"
Result<Language> parseLanguage(std::string_view code);

class Words {
public:
    // Every table built into the program: assets whose name ends in "nl.txt" or "en.txt".
    static Words builtin(Language language);

    explicit Words(Language language) : language_(language) {}
    Language language() const { return language_; }
    void language(Language language) { language_ = language; }

    // Lines "key = text with {placeholders}"; "#" starts a comment line. A key that the language
    // has already is an error: i18n.duplicate {key}, i18n.syntax; where is the line number.
    Status add(Language language, std::string_view table);

    // The text with its placeholders filled. A missing key is shown as "‹key›" and logged once.
    std::string operator()(std::string_view key, std::span<const Arg> args = {}) const;
    bool has(std::string_view key) const;  // in the current language
    std::map<std::string, std::string, std::less<>> const& table(Language language) const;

    // "where: sentence", or the sentence alone when the error has no place.
    std::string sentence(const Error& error) const;

    std::string number(double value, int significant = 3) const;
    std::string quantity(double si, const Unit& unit, int significant = 3) const;
    NumberStyle style(int significant = 3) const;

private:
    Language language_;
    std::map<std::string, std::string, std::less<>> tables_[2];
};

}  // namespace pt
