#include "engine/scenario/expression_parser.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/model/schema.h"
#include "engine/scenario/check.h"
#include "engine/scenario/expression_functions.h"
#include "engine/scenario/expression_tokens.h"
#include "engine/scenario/expression_units.h"
#include "engine/scenario/report.h"

namespace pt::scenario {
namespace {

using Tree = Expression::Tree;
using Op = Tree::Op;
using Part = Tree::Part;
using Type = Expression::Type;
using Kind = NameInfo::Kind;

constexpr int nothing = -1;

bool isOperator(std::string_view word) { return word == "and" || word == "or" || word == "not"; }

std::optional<Op> comparison(std::string_view sign) {
    if (sign == "=") return Op::equal;
    if (sign == "!=") return Op::unequal;
    if (sign == "<") return Op::less;
    if (sign == "<=") return Op::lessEqual;
    if (sign == ">") return Op::greater;
    if (sign == ">=") return Op::greaterEqual;
    return std::nullopt;
}

// Recursive descent. Each level gives the place of its part in the tree, or `nothing` once an
// error is set; the first error stands.
class Parser {
public:
    Parser(std::string_view text, const NameTable& names) : text_(text), names_(names) {}

    Result<std::shared_ptr<const Tree>> read() {
        if (text_.size() > maxExpressionBytes)
            return Error{"expression.too_long",
                         std::to_string(maxExpressionBytes),
                         {{"max", std::to_string(maxExpressionBytes)}}};
        auto tokens = tokensOf(text_, [this](std::string_view word) {
            return findFunction(word) || names_.find(word).kind != Kind::unknown;
        });
        if (!tokens) return tokens.error();
        tokens_ = std::move(tokens.value());
        if (peek().kind == Token::Kind::end) fail(0, "expression.empty");
        if (!error_) either();
        if (!error_ && peek().kind != Token::Kind::end) failLeftOver();
        if (error_) return *error_;
        tree_.text = text_;
        return std::make_shared<const Tree>(std::move(tree_));
    }

private:
    struct Span {
        size_t begin = 0, end = 0;
    };

    // ------------------------------------------------------------------------ words

    const Token& peek() const { return tokens_[at_]; }
    const Token& take() {
        const Token& token = tokens_[at_];
        if (token.kind != Token::Kind::end) ++at_;
        return token;
    }
    bool isSign(std::string_view sign) const {
        return peek().kind == Token::Kind::sign && peek().word == sign;
    }
    bool isWord(std::string_view word) const {
        return peek().kind == Token::Kind::name && peek().word == word;
    }
    bool takeSign(std::string_view sign) {
        const bool there = isSign(sign);
        if (there) ++at_;
        return there;
    }

    // ------------------------------------------------------------------------ errors

    int fail(size_t at, std::string key, Args args = {}) {
        if (!error_) error_ = Error{std::move(key), std::to_string(at), std::move(args)};
        return nothing;
    }
    std::string_view written(Span span) const {
        return text_.substr(span.begin, span.end - span.begin);
    }
    std::string quote(Span span) const { return scenario::quoted(written(span)); }
    std::string quote(int part) const { return quote(spans_[static_cast<size_t>(part)]); }
    size_t beginOf(int part) const { return spans_[static_cast<size_t>(part)].begin; }
    std::string quantityOf(int part) const { return "@" + quantityKey(at(part).unit.dimension); }

    int failUnknown(const Token& token, std::string key, std::vector<std::string> known) {
        Args args{{"text", scenario::quoted(token.word)}};
        const std::string near = nearest(token.word, known);
        if (near.empty()) {
            args.push_back({"known", someOf(known)});
        } else {
            key += "_near";
            args.push_back({"suggestion", near});
        }
        return fail(token.begin, std::move(key), std::move(args));
    }

    int failLeftOver() {
        const Token& token = peek();
        if (isSign(")")) return fail(token.begin, "expression.bracket_extra");
        if (isSign(",")) return fail(token.begin, "expression.comma");
        return fail(token.begin, "expression.missing_operator",
                    {{"text", quote({token.begin, token.end})}});
    }

    int failDimensions(int left, int right, std::string key = "expression.dimension") {
        return fail(beginOf(left), std::move(key),
                    {{"left", quantityOf(left)},
                     {"left_text", quote(left)},
                     {"right", quantityOf(right)},
                     {"right_text", quote(right)}});
    }

    // ------------------------------------------------------------------------ parts

    Part& at(int part) { return tree_.parts[static_cast<size_t>(part)]; }
    const Part& at(int part) const { return tree_.parts[static_cast<size_t>(part)]; }

    int add(Part part, Span span) {
        if (tree_.parts.size() == maxExpressionParts)
            return fail(span.begin, "expression.too_many",
                        {{"max", std::to_string(maxExpressionParts)}});
        for (int of : part.parts) part.measured = part.measured || at(of).measured;
        tree_.parts.push_back(std::move(part));
        spans_.push_back(span);
        return static_cast<int>(tree_.parts.size()) - 1;
    }
    int addTruth(Op op, std::vector<int> parts, Span span) {
        Part part;
        part.op = op;
        part.type = Type::truth;
        part.parts = std::move(parts);
        return add(std::move(part), span);
    }
    int addNumber(Op op, Unit unit, std::vector<int> parts, Span span) {
        Part part;
        part.op = op;
        part.unit = std::move(unit);
        part.parts = std::move(parts);
        return add(std::move(part), span);
    }
    Span over(int left, int right) const {
        return {spans_[static_cast<size_t>(left)].begin, spans_[static_cast<size_t>(right)].end};
    }

    bool wantTruth(int part) {
        if (error_ || at(part).type == Type::truth) return !error_;
        fail(beginOf(part), "expression.not_truth", {{"text", quote(part)}});
        return false;
    }
    bool wantNumber(int part) {
        if (error_ || at(part).type == Type::number) return !error_;
        fail(beginOf(part), "expression.not_number", {{"text", quote(part)}});
        return false;
    }
    bool wantSame(int left, int right, const char* key = "expression.dimension") {
        if (!wantNumber(left) || !wantNumber(right)) return false;
        if (at(left).unit.dimension != at(right).unit.dimension)
            failDimensions(left, right, key);
        else if (isTemperature(left) != isTemperature(right))
            return wantDifference(left) && wantDifference(right);
        return !error_;
    }

    // A point on the scale of °C, not a number of degrees.
    bool isTemperature(int part) const { return at(part).unit.offset != 0; }
    // "20 °C" where 20 K is meant. A name in °C may be meant as it is.
    bool wantDifference(int part) {
        if (error_ || at(part).op != Op::constant || !isTemperature(part)) return !error_;
        std::string number(written(spans_[static_cast<size_t>(part)]));
        number.resize(number.find_last_of("0123456789.") + 1);
        fail(beginOf(part), "units.difference", {{"suggestion", number + " K"}});
        return false;
    }

    // ------------------------------------------------------------------------ levels

    int either() {
        return joined("or", Op::orOp, [this] { return both(); });
    }
    int both() {
        return joined("and", Op::andOp, [this] { return negated(); });
    }

    template <class Level>
    int joined(std::string_view word, Op op, const Level& level) {
        int left = level();
        while (!error_ && isWord(word)) {
            take();
            if (!wantTruth(left)) return nothing;
            const int right = level();
            if (!wantTruth(right)) return nothing;
            left = addTruth(op, {left, right}, over(left, right));
        }
        return left;
    }

    int negated() {
        if (!isWord("not")) return compared();
        const Token& word = take();
        if (!deeper(word.begin)) return nothing;
        const int part = negated();
        --depth_;
        if (!wantTruth(part)) return nothing;
        return addTruth(Op::notOp, {part}, {word.begin, spans_[static_cast<size_t>(part)].end});
    }

    int compared() {
        const int left = sum();
        if (error_ || peek().kind != Token::Kind::sign) return left;
        const auto op = comparison(peek().word);
        if (!op) return left;
        const Token sign = take();
        if (at(left).type == Type::option && !wantQuotes(left)) return nothing;
        const int right = sum();
        if (error_) return nothing;
        if (peek().kind == Token::Kind::sign && comparison(peek().word)) {
            const std::string middle(written(spans_[static_cast<size_t>(right)]));
            return fail(
                peek().begin, "expression.chained",
                {{"suggestion", scenario::quoted(std::string(written(over(left, right))) + " and " +
                                                 middle + " " + peek().word + " …")}});
        }
        return compare(left, *op, right, sign);
    }

    // A word behind "type =" that is one of its options.
    bool wantQuotes(int left) {
        const Token& token = peek();
        if (token.kind != Token::Kind::name || names_.find(token.word).kind != Kind::unknown)
            return true;
        const auto options = names_.find(at(left).name).options;
        if (std::find(options.begin(), options.end(), token.word) == options.end()) return true;
        fail(token.begin, "expression.needs_quotes", {{"text", token.word}});
        return false;
    }

    int compare(int left, Op op, int right, const Token& sign) {
        const Span span = over(left, right);
        const bool equality = op == Op::equal || op == Op::unequal;
        const Type l = at(left).type, r = at(right).type;
        if (l == Type::truth || r == Type::truth)
            return fail(sign.begin, "expression.truth_compared",
                        {{"text", quote(l == Type::truth ? left : right)}});
        if (l != r)
            return fail(sign.begin, "expression.mixed",
                        {{"left", quote(left)}, {"right", quote(right)}});
        if (l == Type::option) return compareOptions(left, op, right, sign);
        if (!wantSame(left, right)) return nothing;
        if (equality && (at(left).measured || at(right).measured))
            return fail(sign.begin, "expression.equal_measured",
                        {{"name", quote(at(left).measured ? left : right)},
                         {"suggestion", scenario::quoted("about(" + quote(left) + ", " +
                                                         quote(right) + ", 5 %)")}});
        return addTruth(op, {left, right}, span);
    }

    int compareOptions(int left, Op op, int right, const Token& sign) {
        if (op != Op::equal && op != Op::unequal)
            return fail(sign.begin, "expression.option_order", {{"text", quote(left)}});
        for (const auto& [word, name] : {std::pair(left, right), std::pair(right, left)}) {
            if (at(word).op != Op::text || at(name).op != Op::option) continue;
            const auto options = names_.find(at(name).name).options;
            if (options.empty()) continue;
            if (std::find(options.begin(), options.end(), at(word).name) != options.end()) continue;
            Token token;
            token.word = at(word).name;
            token.begin = beginOf(word);
            return failUnknown(token, "expression.unknown_option", options);
        }
        return addTruth(op == Op::equal ? Op::equalOption : Op::unequalOption, {left, right},
                        over(left, right));
    }

    int sum() {
        int left = scaled();
        while (!error_ && (isSign("+") || isSign("-"))) {
            const bool minus = take().word == "-";
            const int right = scaled();
            if (error_) return nothing;
            left = addedUp(left, minus, right);
        }
        return left;
    }

    int addedUp(int left, bool minus, int right) {
        if (!wantNumber(left) || !wantNumber(right)) return nothing;
        if (at(left).unit.dimension != at(right).unit.dimension)
            return failDimensions(left, right, "expression.dimension_sum");
        const bool apart = minus && isTemperature(left) && isTemperature(right);
        if (!apart && !wantDifference(right)) return nothing;
        Unit unit = apart ? difference(at(left).unit) : at(left).unit;
        if (!minus && isTemperature(right) && !isTemperature(left)) unit = at(right).unit;
        return addNumber(minus ? Op::subtract : Op::add, std::move(unit), {left, right},
                         over(left, right));
    }

    int scaled() {
        int left = signedOne();
        while (!error_ && (isSign("*") || isSign("/"))) {
            const bool divide = take().word == "/";
            const int right = signedOne();
            if (!wantFactor(left) || !wantFactor(right)) return nothing;
            auto unit = divide ? quotient(at(left).unit, at(right).unit)
                               : product(at(left).unit, at(right).unit);
            if (!unit) return fail(beginOf(left), "expression.power");
            left = addNumber(divide ? Op::divide : Op::multiply, std::move(*unit), {left, right},
                             over(left, right));
        }
        return left;
    }

    bool wantFactor(int part) {
        if (!wantNumber(part)) return false;
        if (at(part).op == Op::constant && isTemperature(part))
            fail(beginOf(part), "units.celsius", {{"unit", quote(part)}});
        return !error_;
    }

    int signedOne() {
        if (!isSign("-") && !isSign("+")) return one();
        const Token& sign = take();
        const bool minus = sign.word == "-";
        if (peek().kind == Token::Kind::number) return constant(take(), minus, sign.begin);
        if (!deeper(sign.begin)) return nothing;
        const int part = signedOne();
        --depth_;
        if (!wantNumber(part) || !minus) return part;
        return addNumber(Op::negate, difference(at(part).unit), {part},
                         {sign.begin, spans_[static_cast<size_t>(part)].end});
    }

    bool deeper(size_t at) {
        if (++depth_ <= maxExpressionDepth) return true;
        fail(at, "expression.too_deep", {{"max", std::to_string(maxExpressionDepth)}});
        return false;
    }

    int one() {
        const Token& token = peek();
        switch (token.kind) {
        case Token::Kind::number: return constant(take(), false, token.begin);
        case Token::Kind::text: return text(take());
        case Token::Kind::name:
            if (isOperator(token.word)) break;
            return name(take());
        case Token::Kind::end: return fail(token.begin, "expression.unfinished");
        case Token::Kind::sign: break;
        }
        if (!isSign("("))
            return fail(token.begin, "expression.expected",
                        {{"text", scenario::quoted(token.word)}});
        const size_t begin = take().begin;
        if (!deeper(begin)) return nothing;
        const int inside = either();
        --depth_;
        if (error_) return nothing;
        if (!isSign(")")) return failOpen(begin);
        spans_[static_cast<size_t>(inside)] = {begin, take().end};
        return inside;
    }
    int failOpen(size_t bracket) {
        return peek().kind == Token::Kind::end ? fail(bracket, "expression.bracket_open")
                                               : failLeftOver();
    }

    int constant(const Token& token, bool minus, size_t begin) {
        Part part;
        part.op = Op::constant;
        part.unit = token.unit;
        part.value = token.unit.toSi(minus ? -token.value : token.value);
        if (!std::isfinite(part.value))
            return fail(begin, "expression.too_big", {{"text", quote({begin, token.end})}});
        return add(std::move(part), {begin, token.end});
    }

    int text(const Token& token) {
        Part part;
        part.op = Op::text;
        part.type = Type::option;
        part.name = token.word;
        return add(std::move(part), {token.begin, token.end});
    }

    int name(const Token& token) {
        if (isSign("(")) return call(token);
        if (const Function* function = findFunction(token.word))
            return fail(token.begin, "expression.arguments",
                        {{"function", token.word}, {"example", std::string(function->example)}});
        const NameInfo info = names_.find(token.word);
        const Span span{token.begin, token.end};
        Part part;
        part.name = token.word;
        part.measured = info.measured;
        part.unit = info.unit;
        switch (info.kind) {
        case Kind::number: part.op = Op::number; return add(std::move(part), span);
        case Kind::option:
            part.op = Op::option;
            part.type = Type::option;
            return add(std::move(part), span);
        case Kind::truth:
            part.op = Op::truth;
            part.type = Type::truth;
            return add(std::move(part), span);
        case Kind::event: return fail(token.begin, "expression.bare_event", {{"name", token.word}});
        case Kind::table: return fail(token.begin, "expression.bare_table", {{"name", token.word}});
        case Kind::unknown: break;
        }
        return failUnknown(token, "expression.unknown_name", names_.names());
    }

    // ------------------------------------------------------------------------ functions

    int call(const Token& token) {
        const Function* function = findFunction(token.word);
        if (!function) return failUnknown(token, "expression.unknown_function", functionNames());
        const size_t bracket = take().begin;
        if (!deeper(bracket)) return nothing;
        const int part = arguments(*function, token);
        --depth_;
        if (error_) return nothing;
        if (!isSign(")")) {
            if (peek().kind == Token::Kind::end) return fail(bracket, "expression.bracket_open");
            return isSign(",") ? failArguments(*function, token) : failLeftOver();
        }
        spans_[static_cast<size_t>(part)] = {token.begin, take().end};
        return part;
    }

    int failArguments(const Function& function, const Token& token) {
        return fail(token.begin, "expression.arguments",
                    {{"function", token.word}, {"example", std::string(function.example)}});
    }

    int arguments(const Function& function, const Token& token) {
        if (isSign(")")) return failArguments(function, token);
        using Shape = Function::Shape;
        switch (function.shape) {
        case Shape::one: return oneNumber(function, token);
        case Shape::numbers: return numbers(function, token);
        case Shape::about: return about(function, token);
        case Shape::truth: return condition(function, token);
        case Shape::held: return held(function, token);
        case Shape::event: return event(function, token);
        case Shape::runs: return overRuns(function, token);
        case Shape::column: return column(function, token);
        case Shape::twoColumns: return slope(function, token);
        }
        return nothing;
    }

    static Span spanOf(const Token& token) { return {token.begin, token.end}; }

    int oneNumber(const Function& function, const Token& token) {
        const int part = sum();
        if (!wantNumber(part)) return nothing;
        Unit unit = at(part).unit;
        if (function.op == Op::sqrt) {
            const auto root = rootOf(unit);
            if (!root)
                return fail(beginOf(part), "expression.root",
                            {{"text", quote(part)}, {"quantity", quantityOf(part)}});
            unit = *root;
        }
        return addNumber(function.op, std::move(unit), {part}, spanOf(token));
    }

    bool isTable(const Token& token) const {
        return token.kind == Token::Kind::name && names_.find(token.word).kind == Kind::table;
    }

    int numbers(const Function& function, const Token& token) {
        if (isTable(peek())) return column(function, token);
        std::vector<int> parts{sum()};
        while (!error_ && takeSign(",")) {
            parts.push_back(sum());
            if (!error_) wantSame(parts.front(), parts.back());
        }
        if (!wantNumber(parts.front())) return nothing;
        Unit unit = at(parts.front()).unit;
        return addNumber(function.op, std::move(unit), std::move(parts), spanOf(token));
    }

    int about(const Function& function, const Token& token) {
        const int value = sum();
        if (error_) return nothing;
        if (!takeSign(",")) return failArguments(function, token);
        const int target = sum();
        if (!wantSame(value, target)) return nothing;
        if (!takeSign(",")) return failArguments(function, token);
        const int margin = sum();
        if (!wantNumber(margin)) return nothing;
        // "5 %" is a share, but percent points of a number that is in percent itself.
        const Unit& of = at(value).unit;
        const bool pure = at(margin).unit.dimension == Dimension{};
        const bool share = pure && (of.dimension != Dimension{} ||
                                    (at(margin).unit.symbol == "%" && of.symbol != "%"));
        if (!share) {
            if (at(margin).unit.dimension != of.dimension) return failDimensions(value, margin);
            if (!wantDifference(margin)) return nothing;
        }
        const int part = addTruth(Op::about, {value, target, margin}, spanOf(token));
        if (!error_) at(part).value = share ? 1 : 0;
        return part;
    }

    int condition(const Function& function, const Token& token) {
        const int part = either();
        if (!wantTruth(part)) return nothing;
        return watched(addTruth(function.op, {part}, spanOf(token)));
    }

    int held(const Function& function, const Token& token) {
        const int part = either();
        if (!wantTruth(part)) return nothing;
        if (!takeSign(",")) return failArguments(function, token);
        const int time = sum();
        if (!wantNumber(time)) return nothing;
        static const Unit second = unit("s");
        if (at(time).unit.dimension != second.dimension)
            return fail(beginOf(time), "expression.wants_time",
                        {{"text", quote(time)}, {"quantity", quantityOf(time)}});
        return watched(addTruth(function.op, {part, time}, spanOf(token)));
    }

    int watched(int part) {
        if (!error_ && at(part).op != Op::atEnd) at(part).watch = tree_.watched++;
        return part;
    }

    // A name of a kind between the brackets; nullptr with an error when it is none.
    const Token* wantName(const Function& function, const Token& token) {
        if (peek().kind == Token::Kind::name) return &take();
        failArguments(function, token);
        return nullptr;
    }

    // The candidates of a kind, for an unknown name.
    std::vector<std::string> namesOf(Kind kind) const {
        std::vector<std::string> found;
        for (const std::string& name : names_.names()) {
            if (names_.find(name).kind == kind) found.push_back(name);
        }
        return found;
    }

    int event(const Function& function, const Token& token) {
        const Token* name = wantName(function, token);
        if (!name) return nothing;
        if (names_.find(name->word).kind != Kind::event)
            return failUnknown(*name, "expression.unknown_event", namesOf(Kind::event));
        Part part;
        part.op = function.op;
        part.name = name->word;
        return add(std::move(part), spanOf(token));
    }

    const Token* wantNumberName(const Function& function, const Token& token) {
        const Token* name = wantName(function, token);
        if (name && names_.find(name->word).kind != Kind::number) {
            failUnknown(*name, "expression.unknown_number", namesOf(Kind::number));
            return nullptr;
        }
        return name;
    }

    int overRuns(const Function& function, const Token& token) {
        const Token* name = wantNumberName(function, token);
        if (!name) return nothing;
        std::string of = names_.subject();
        if (takeSign(",")) {
            const Token* second = wantNumberName(function, token);
            if (!second) return nothing;
            of = second->word;
        }
        const NameInfo info = names_.find(of);
        if (info.kind != Kind::number)
            return fail(token.begin, "expression.needs_of",
                        {{"function", token.word}, {"name", name->word}});
        Part part;
        part.op = function.op;
        part.name = name->word;
        part.second = of;
        part.unit = info.unit;
        part.measured = info.measured;
        return add(std::move(part), spanOf(token));
    }

    const Token* wantTable(const Function& function, const Token& token) {
        const Token* table = wantName(function, token);
        if (table && !isTable(*table)) {
            failUnknown(*table, "expression.unknown_table", namesOf(Kind::table));
            return nullptr;
        }
        return table;
    }

    // ", column" of a table; its place in the words, and what it is.
    std::optional<NameInfo> wantColumn(const Function& function, const Token& token,
                                       const std::string& table, std::string& column) {
        if (!takeSign(",")) return failArguments(function, token), std::nullopt;
        const Token* name = wantName(function, token);
        if (!name) return std::nullopt;
        NameInfo info = names_.column(table, name->word);
        column = name->word;
        if (info.kind == Kind::number) return info;
        fail(name->begin, "expression.unknown_column", {{"text", name->word}, {"table", table}});
        return std::nullopt;
    }

    int column(const Function& function, const Token& token) {
        const Token* table = wantTable(function, token);
        if (!table) return nothing;
        Part part;
        part.op = function.overTable;
        part.name = table->word;
        const auto info = wantColumn(function, token, part.name, part.second);
        if (!info) return nothing;
        part.unit = info->unit;
        part.measured = info->measured;
        part.lower = info->lowerIsBetter;
        return add(std::move(part), spanOf(token));
    }

    int slope(const Function& function, const Token& token) {
        const Token* table = wantTable(function, token);
        if (!table) return nothing;
        Part part;
        part.op = function.op;
        part.name = table->word;
        part.measured = true;
        const auto x = wantColumn(function, token, part.name, part.second);
        if (!x) return nothing;
        const auto y = wantColumn(function, token, part.name, part.third);
        if (!y) return nothing;
        auto unit = quotient(difference(y->unit), difference(x->unit));
        if (!unit) return fail(token.begin, "expression.power");
        part.unit = std::move(*unit);
        return add(std::move(part), spanOf(token));
    }

    std::string_view text_;
    const NameTable& names_;
    std::vector<Token> tokens_;
    size_t at_ = 0;
    int depth_ = 0;
    Tree tree_;
    std::vector<Span> spans_;  // of each part
    std::optional<Error> error_;
};

}  // namespace

Result<std::shared_ptr<const Expression::Tree>> parseExpression(std::string_view text,
                                                                const NameTable& names) {
    return Parser(text, names).read();
}

}  // namespace pt::scenario
