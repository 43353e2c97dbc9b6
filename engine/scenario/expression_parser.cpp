#include "engine/scenario/expression_parser.h"

#include <algorithm>
#include <optional>

#include "engine/scenario/expression_grammar.h"
#include "engine/scenario/report.h"

namespace pt::scenario {
namespace {

using Op = Expression::Tree::Op;

bool isOperator(std::string_view word) { return word == "and" || word == "or" || word == "not"; }

std::optional<Op> comparison(const Token& token) {
    if (token.kind != Token::Kind::sign) return std::nullopt;
    if (token.word == "=") return Op::equal;
    if (token.word == "!=") return Op::unequal;
    if (token.word == "<") return Op::less;
    if (token.word == "<=") return Op::lessEqual;
    if (token.word == ">") return Op::greater;
    if (token.word == ">=") return Op::greaterEqual;
    return std::nullopt;
}

}  // namespace

const Token& Grammar::take() {
    const Token& token = tokens_[at_];
    if (token.kind != Token::Kind::end) ++at_;
    return token;
}

bool Grammar::isSign(std::string_view sign) const {
    return peek().kind == Token::Kind::sign && peek().word == sign;
}

bool Grammar::takeSign(std::string_view sign) {
    const bool there = isSign(sign);
    if (there) ++at_;
    return there;
}

bool Grammar::takeWord(std::string_view word) {
    const bool there = peek().kind == Token::Kind::name && peek().word == word;
    if (there) ++at_;
    return there;
}

void Grammar::read() {
    if (peek().kind == Token::Kind::end) build_.fail(0, "expression.empty");
    if (!build_.failed()) either();
    if (!build_.failed() && peek().kind != Token::Kind::end) failLeftOver();
}

int Grammar::failLeftOver() {
    const Token& token = peek();
    if (isSign(")")) return build_.fail(token.begin, "expression.bracket_extra");
    if (isSign(",")) return build_.fail(token.begin, "expression.comma");
    return build_.fail(token.begin, "expression.missing_operator",
                       {{"text", build_.quote({token.begin, token.end})}});
}

bool Grammar::deeper(size_t at) {
    if (++depth_ <= maxExpressionDepth) return true;
    build_.fail(at, "expression.too_deep", {{"max", std::to_string(maxExpressionDepth)}});
    return false;
}

int Grammar::either() {
    int left = both();
    while (!build_.failed() && takeWord("or")) {
        if (!build_.wantTruth(left)) return nothing;
        const int right = both();
        if (!build_.wantTruth(right)) return nothing;
        left = build_.truth(Op::orOp, {left, right}, build_.over(left, right));
    }
    return left;
}

int Grammar::both() {
    int left = negated();
    while (!build_.failed() && takeWord("and")) {
        if (!build_.wantTruth(left)) return nothing;
        const int right = negated();
        if (!build_.wantTruth(right)) return nothing;
        left = build_.truth(Op::andOp, {left, right}, build_.over(left, right));
    }
    return left;
}

int Grammar::negated() {
    const size_t begin = peek().begin;
    if (!takeWord("not")) return compared();
    if (!deeper(begin)) return nothing;
    const int part = negated();
    --depth_;
    if (!build_.wantTruth(part)) return nothing;
    return build_.truth(Op::notOp, {part}, {begin, build_.span(part).end});
}

int Grammar::compared() {
    const int left = sum();
    if (build_.failed()) return nothing;
    const auto op = comparison(peek());
    if (!op) return left;
    const size_t sign = take().begin;
    if (!wantQuotes(left)) return nothing;
    const int right = sum();
    if (build_.failed()) return nothing;
    if (comparison(peek())) {
        const std::string first(build_.written(build_.over(left, right)));
        const std::string middle(build_.written(build_.span(right)));
        return build_.fail(peek().begin, "expression.chained",
                           {{"suggestion", scenario::quoted(first + " and " + middle + " " +
                                                            peek().word + " …")}});
    }
    return build_.compared(left, *op, right, sign);
}

// Behind "type =" an option stands between quotes.
bool Grammar::wantQuotes(int left) {
    const Token& token = peek();
    if (build_.at(left).op != Op::option || token.kind != Token::Kind::name) return true;
    if (names_.find(token.word).kind != Kind::unknown) return true;
    const auto options = names_.find(build_.at(left).name).options;
    if (std::find(options.begin(), options.end(), token.word) == options.end()) return true;
    build_.fail(token.begin, "expression.needs_quotes", {{"text", token.word}});
    return false;
}

int Grammar::sum() {
    int left = scaled();
    while (!build_.failed() && (isSign("+") || isSign("-"))) {
        const bool minus = take().word == "-";
        const int right = scaled();
        left = build_.failed() ? nothing : build_.sum(left, minus, right);
    }
    return left;
}

int Grammar::scaled() {
    int left = signedOne();
    while (!build_.failed() && (isSign("*") || isSign("/"))) {
        const bool divide = take().word == "/";
        const int right = signedOne();
        left = build_.failed() ? nothing : build_.scaled(left, divide, right);
    }
    return left;
}

int Grammar::signedOne() {
    if (!isSign("-") && !isSign("+")) return one();
    const Token& sign = take();
    const bool minus = sign.word == "-";
    if (peek().kind == Token::Kind::number) {  // "-10 °C" is ten below zero, not minus 283 K
        const Token& token = take();
        return build_.constant(minus ? -token.value : token.value, token.unit,
                               {sign.begin, token.end});
    }
    if (!deeper(sign.begin)) return nothing;
    const int part = signedOne();
    --depth_;
    if (!build_.wantNumber(part)) return nothing;
    return minus ? build_.negative(part, sign.begin) : part;
}

int Grammar::one() {
    const Token& token = peek();
    switch (token.kind) {
    case Token::Kind::number:
        take();
        return build_.constant(token.value, token.unit, {token.begin, token.end});
    case Token::Kind::text: {
        take();
        Builder::Part part;
        part.op = Op::text;
        part.type = Expression::Type::option;
        part.name = token.word;
        return build_.add(std::move(part), {token.begin, token.end});
    }
    case Token::Kind::name:
        if (isOperator(token.word)) break;
        return name(take());
    case Token::Kind::end: return build_.fail(token.begin, "expression.unfinished");
    case Token::Kind::sign:
        if (token.word == "(") return bracket();
        break;
    }
    return build_.fail(token.begin, "expression.expected", {{"text", token.word}});
}

int Grammar::bracket() {
    const size_t begin = take().begin;
    if (!deeper(begin)) return nothing;
    const int inside = either();
    --depth_;
    if (build_.failed()) return nothing;
    if (peek().kind == Token::Kind::end) return build_.fail(begin, "expression.bracket_open");
    if (!isSign(")")) return failLeftOver();
    build_.widen(inside, {begin, take().end});
    return inside;
}

int Grammar::name(const Token& token) {
    if (isSign("(")) return call(token);
    if (const Function* function = findFunction(token.word)) return failArguments(*function, token);
    const NameInfo info = names_.find(token.word);
    Builder::Part part;
    part.name = token.word;
    part.measured = info.measured;
    part.unit = info.unit;
    switch (info.kind) {
    case Kind::number: part.op = Op::number; break;
    case Kind::option:
        part.op = Op::option;
        part.type = Expression::Type::option;
        break;
    case Kind::truth:
        part.op = Op::truth;
        part.type = Expression::Type::truth;
        break;
    case Kind::event:
        return build_.fail(token.begin, "expression.bare_event", {{"name", token.word}});
    case Kind::table:
        return build_.fail(token.begin, "expression.bare_table", {{"name", token.word}});
    case Kind::unknown:
        return build_.failUnknown(token.word, token.begin, "expression.unknown_name",
                                  names_.names());
    }
    return build_.add(std::move(part), {token.begin, token.end});
}

Result<std::shared_ptr<const Expression::Tree>> parseExpression(std::string_view text,
                                                                const NameTable& names) {
    if (text.size() > maxExpressionBytes)
        return Error{"expression.too_long",
                     std::to_string(maxExpressionBytes),
                     {{"max", std::to_string(maxExpressionBytes)}}};
    auto tokens = tokensOf(text, [&](std::string_view word) {
        return findFunction(word) || names.find(word).kind != NameInfo::Kind::unknown;
    });
    if (!tokens) return tokens.error();
    Builder builder(text, names);
    Grammar(std::move(tokens.value()), names, builder).read();
    if (builder.failed()) return builder.error();
    return std::make_shared<const Expression::Tree>(builder.take());
}

}  // namespace pt::scenario
