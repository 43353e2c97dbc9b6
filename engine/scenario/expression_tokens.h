// The words of an expression: names, operators, texts, and numbers with their units. Internal to
// the scenario module.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/units/unit.h"

namespace pt::scenario {

struct Token {
    enum class Kind : uint8_t { number, name, text, sign, end };
    Kind kind = Kind::end;
    size_t begin = 0, end = 0;  // bytes of the expression
    std::string word;           // a name; a text without its quotes; a sign in ASCII: "<="
    double value = 0;           // number, in its unit
    Unit unit;
};

// `isName`: whether a word is a name or function of the lesson. Only then does "40 N/mass" divide
// by the mass; otherwise what stands against a unit belongs to it. The last token is the end.
// Errors, where = byte offset: expression.character {text}, expression.quote,
// expression.word_sign {text, suggestion}, expression.margin, those of units.
Result<std::vector<Token>> tokensOf(std::string_view text,
                                    const std::function<bool(std::string_view)>& isName);

}  // namespace pt::scenario
