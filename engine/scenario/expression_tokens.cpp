#include "engine/scenario/expression_tokens.h"

#include <algorithm>
#include <optional>

#include "engine/scenario/chars.h"
#include "engine/scenario/source.h"
#include "engine/units/number.h"

namespace pt::scenario {
namespace {

struct Sign {
    std::string_view spelling, sign;
};
// Longer spellings first.
constexpr Sign signs[] = {
    {"<=", "<="}, {">=", ">="}, {"!=", "!="}, {"≤", "<="}, {"≥", ">="}, {"≠", "!="}, {"<", "<"},
    {">", ">"},   {"=", "="},   {"+", "+"},   {"-", "-"},  {"−", "-"},  {"*", "*"},  {"·", "*"},
    {"×", "*"},   {"/", "/"},   {"(", "("},   {")", ")"},  {",", ","},
};
// What other languages write, and what is meant.
constexpr Sign foreign[] = {
    {"==", "="},   {"=<", "<="}, {"=>", ">="}, {"<>", "!="},
    {"&&", "and"}, {"||", "or"}, {"!", "not"},
};

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isOperator(std::string_view word) { return word == "and" || word == "or" || word == "not"; }

class Tokens {
public:
    Tokens(std::string_view text, const std::function<bool(std::string_view)>& isName)
        : text_(text), isName_(isName) {}

    Result<std::vector<Token>> read() {
        for (skipSpaces(); at_ < text_.size() && !error_; skipSpaces()) {
            const size_t begin = at_;
            Token token = next();
            token.begin = begin;
            token.end = at_;
            tokens_.push_back(std::move(token));
        }
        if (error_) return *error_;
        Token end;
        end.begin = end.end = text_.size();
        tokens_.push_back(std::move(end));
        return std::move(tokens_);
    }

private:
    char peek(size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    std::string_view rest(size_t from) const { return text_.substr(std::min(from, text_.size())); }
    void fail(size_t at, Error error) {
        error.where = std::to_string(at);
        if (!error_) error_ = std::move(error);
    }

    void skipSpaces() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            const bool plain = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            const size_t size = plain ? 1 : noBreakSpaceSize(rest(at_));
            if (size == 0) return;
            at_ += size;
        }
    }

    Token next() {
        const char c = peek();
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) return number();
        if (isLetter(c)) return name();
        if (c == '"' || c == '\'') return quoted(c);
        return sign();
    }

    Token name() {
        Token token;
        token.kind = Token::Kind::name;
        token.word = wordAt(at_);
        at_ += token.word.size();
        return token;
    }
    std::string_view wordAt(size_t at) const {
        size_t end = at;
        while (end < text_.size() && (isLetter(text_[end]) || isDigit(text_[end]))) ++end;
        return text_.substr(at, end - at);
    }

    Token quoted(char quote) {
        Token token;
        token.kind = Token::Kind::text;
        const size_t close = text_.find(quote, at_ + 1);
        if (close == std::string_view::npos) {
            fail(at_, {"expression.quote", "", {}});
            return token;
        }
        token.word = text_.substr(at_ + 1, close - at_ - 1);
        at_ = close + 1;
        return token;
    }

    Token sign() {
        Token token;
        token.kind = Token::Kind::sign;
        const std::string_view here = rest(at_);
        for (std::string_view margin : {"+-", "+/-", "±"}) {
            if (here.substr(0, margin.size()) == margin)
                return fail(at_, {"expression.margin", "", {}}), token;
        }
        for (const Sign& known : signs) {
            if (here.substr(0, known.spelling.size()) != known.spelling) continue;
            if (isForeign(here)) return token;
            token.word = known.sign;
            at_ += known.spelling.size();
            return token;
        }
        if (!isForeign(here)) {
            const size_t size = std::max<size_t>(characterSize(here), 1);
            fail(at_, {"expression.character", "", {{"text", std::string(here.substr(0, size))}}});
        }
        return token;
    }

    bool isForeign(std::string_view here) {
        for (const Sign& other : foreign) {
            if (here.substr(0, other.spelling.size()) != other.spelling) continue;
            if (other.spelling == "!" && here.substr(0, 2) == "!=") continue;
            fail(at_, {"expression.word_sign",
                       "",
                       {{"text", std::string(other.spelling)},
                        {"suggestion", std::string(other.sign)}}});
            return true;
        }
        return false;
    }

    Token number() {
        Token token;
        token.kind = Token::Kind::number;
        const size_t begin = at_;
        at_ = numberEnd(at_);
        auto number = units::readNumber(text_.substr(begin, at_ - begin), units::Reader::file);
        if (!number) {
            fail(begin, number.error());
            return token;
        }
        token.value = number.value().value;
        const size_t end = at_;
        skipSpaces();
        const size_t unitBegin = at_;
        if (!startsUnit(at_)) {
            at_ = end;
            return token;
        }
        at_ = unitEnd(at_);
        auto unit = parseUnit(text_.substr(unitBegin, at_ - unitBegin));
        if (!unit)
            fail(unitBegin, unit.error());
        else
            token.unit = unit.value();
        return token;
    }

    // Digits, points, commas between digits, and an exponent.
    size_t numberEnd(size_t at) const {
        const auto digit = [&](size_t i) { return i < text_.size() && isDigit(text_[i]); };
        while (digit(at) || (at < text_.size() && text_[at] == '.') ||
               (at < text_.size() && text_[at] == ',' && digit(at + 1)))
            ++at;
        if (at >= text_.size() || (text_[at] != 'e' && text_[at] != 'E')) return at;
        size_t exponent = at + 1;
        if (exponent < text_.size() && (text_[exponent] == '-' || text_[exponent] == '+'))
            ++exponent;
        if (!digit(exponent)) return at;
        while (digit(exponent)) ++exponent;
        return exponent;
    }

    // ------------------------------------------------------------------ the unit of a number

    // A character of a unit symbol: a letter, "%", "°", "Ω" …, "²".
    size_t symbolSize(size_t at) const {
        const std::string_view here = rest(at);
        if (here.empty()) return 0;
        if (isLetter(here[0]) || here[0] == '%') return 1;
        if (static_cast<unsigned char>(here[0]) < 0x80 || noBreakSpaceSize(here) > 0) return 0;
        for (const Sign& sign : signs) {
            if (here.substr(0, sign.spelling.size()) == sign.spelling) return 0;
        }
        return here.substr(0, 2) == "±" ? 0 : std::max<size_t>(characterSize(here), 1);
    }

    bool startsUnit(size_t at) const {
        const std::string_view word = wordAt(at);
        if (!word.empty() && isLetter(word[0])) return !isOperator(word) && !isName_(word);
        if (symbolSize(at) > 0) return true;
        return rest(at).substr(0, 2) == "1/" && at + 2 < text_.size() && startsUnit(at + 2);
    }

    size_t unitEnd(size_t at) const {
        while (true) {
            at = factorEnd(at);
            const std::string_view here = rest(at);
            const size_t joint = !here.empty() && (here[0] == '/' || here[0] == '*') ? 1
                                 : here.substr(0, 2) == "·"                          ? 2
                                                                                     : 0;
            if (joint == 0 || !continuesUnit(at + joint)) return at;
            at += joint;
        }
    }

    size_t factorEnd(size_t at) const {
        if (at < text_.size() && text_[at] == '(') return powerEnd(bracketEnd(at));
        if (at < text_.size() && text_[at] == '1') return at + 1;
        while (const size_t size = symbolSize(at)) at += size;
        return powerEnd(at);
    }

    // "2", "^2", "-1", "^-1".
    size_t powerEnd(size_t at) const {
        size_t end = at;
        if (end < text_.size() && text_[end] == '^') ++end;
        if (end < text_.size() && text_[end] == '-') ++end;
        if (end >= text_.size() || !isDigit(text_[end])) return at;
        while (end < text_.size() && isDigit(text_[end])) ++end;
        return end;
    }

    size_t bracketEnd(size_t at) const {
        int depth = 0;
        for (; at < text_.size(); ++at) {
            if (text_[at] == '(') ++depth;
            if (text_[at] == ')' && --depth == 0) return at + 1;
        }
        return at;
    }

    // Behind a "/" or "*" of a unit, without spaces.
    bool continuesUnit(size_t at) const {
        if (at >= text_.size()) return false;
        if (text_[at] != '(') return startsUnit(at);
        const std::string_view inside = text_.substr(at, bracketEnd(at) - at);
        if (parseUnit(inside).ok()) return true;
        while (at < text_.size() && (text_[at] == '(' || text_[at] == ' ')) ++at;
        return startsUnit(at);
    }

    std::string_view text_;
    const std::function<bool(std::string_view)>& isName_;
    size_t at_ = 0;
    std::vector<Token> tokens_;
    std::optional<Error> error_;
};

}  // namespace

Result<std::vector<Token>> tokensOf(std::string_view text,
                                    const std::function<bool(std::string_view)>& isName) {
    return Tokens(text, isName).read();
}

}  // namespace pt::scenario
