// String tables in Dutch and English, and numbers as each language writes them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/result.h"
#include "engine/units/unit.h"

namespace pt {

enum class Language : uint8_t { nl, en };
std::string_view code(Language language);  // "nl", "en"
// Also "nl-BE" and "en_GB". Errors: i18n.language {text}.
Result<Language> parseLanguage(std::string_view code);

// Values for an Arg besides those that Words describes: a list, written "a, b en c", and a text
// that its author gave in both languages. Lists hold any other value.
std::string listArg(std::span<const std::string> values);
std::string textArg(std::string_view nl, std::string_view en);

class Words {
public:
    using Table = std::map<std::string, std::string, std::less<>>;

    // Every table built into the program: assets whose name ends in "nl.txt" or "en.txt". Both
    // languages are there; `language` is the current one.
    static Words builtin(Language language);

    explicit Words(Language language) : language_(language) {}
    Language language() const { return language_; }
    void language(Language language) { language_ = language; }

    // Lines "key = text with {placeholders}", UTF-8; "\n" in a text is a line break; "#" starts a
    // comment line. Nothing is added on an error: i18n.duplicate {key} for a key that the language
    // has already, i18n.syntax; where is the line number.
    Status add(Language language, std::string_view table);

    // The text with its placeholders filled. An argument "@key" stands for the text of that key,
    // and "#1.5 mm", a quantity in file form, for the quantity as the language writes it.
    // A missing key is shown as "‹key›" and logged once; a placeholder without argument stays.
    std::string operator()(std::string_view key, std::span<const Arg> args = {}) const;
    // The value of an argument as it stands in a sentence.
    std::string argument(std::string_view value) const;
    bool has(std::string_view key) const;  // in the current language
    const Table& table(Language language) const;

    // "where: sentence", or the sentence alone when the error has no place.
    std::string sentence(const Error& error) const;

    std::string number(double value, int significant = 3) const;
    std::string quantity(double si, const Unit& unit, int significant = 3) const;
    NumberStyle style(int significant = 3) const;

private:
    const std::string* find(std::string_view key) const;
    std::string list(std::string_view values) const;

    Language language_;
    Table tables_[2];
    mutable std::set<std::string, std::less<>> missing_;  // logged already
};

}  // namespace pt
