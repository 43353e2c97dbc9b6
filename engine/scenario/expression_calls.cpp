#include "engine/scenario/expression_grammar.h"
#include "engine/scenario/expression_units.h"

namespace pt::scenario {
namespace {

Builder::Span spanOf(const Token& token) { return {token.begin, token.end}; }

}  // namespace

int Grammar::call(const Token& token) {
    const Function* function = findFunction(token.word);
    if (!function)
        return build_.failUnknown(token.word, token.begin, "expression.unknown_function",
                                  functionNames());
    const size_t bracket = take().begin;
    if (!deeper(bracket)) return nothing;
    const int part = arguments(*function, token);
    --depth_;
    if (build_.failed()) return nothing;
    if (peek().kind == Token::Kind::end) return build_.fail(bracket, "expression.bracket_open");
    if (isSign(",")) return failArguments(*function, token);
    if (!isSign(")")) return failLeftOver();
    build_.widen(part, {token.begin, take().end});
    return part;
}

int Grammar::failArguments(const Function& function, const Token& token) {
    return build_.fail(token.begin, "expression.arguments",
                       {{"function", token.word}, {"example", std::string(function.example)}});
}

int Grammar::arguments(const Function& function, const Token& token) {
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

bool Grammar::wantComma(const Function& function, const Token& token) {
    if (build_.failed() || takeSign(",")) return !build_.failed();
    failArguments(function, token);
    return false;
}

int Grammar::oneNumber(const Function& function, const Token& token) {
    const int part = sum();
    if (!build_.wantNumber(part)) return nothing;
    if (function.op == Op::sqrt) return build_.root(part, spanOf(token));
    return build_.number(function.op, build_.at(part).unit, {part}, spanOf(token));
}

int Grammar::numbers(const Function& function, const Token& token) {
    if (isTable(peek())) return column(function, token);
    std::vector<int> parts{sum()};
    if (!build_.wantNumber(parts.front())) return nothing;
    while (takeSign(",")) {
        parts.push_back(sum());
        if (build_.failed() || !build_.wantSame(parts.front(), parts.back())) return nothing;
    }
    const Unit unit = build_.at(parts.front()).unit;
    return build_.number(function.op, unit, std::move(parts), spanOf(token));
}

int Grammar::about(const Function& function, const Token& token) {
    const int value = sum();
    if (!wantComma(function, token)) return nothing;
    const int target = sum();
    if (!wantComma(function, token)) return nothing;
    const int margin = sum();
    return build_.failed() ? nothing : build_.about(value, target, margin, spanOf(token));
}

int Grammar::condition(const Function& function, const Token& token) {
    const int part = either();
    if (!build_.wantTruth(part)) return nothing;
    return function.op == Op::atEnd ? build_.truth(function.op, {part}, spanOf(token))
                                    : build_.watched(function.op, {part}, spanOf(token));
}

int Grammar::held(const Function& function, const Token& token) {
    const int part = either();
    if (!build_.wantTruth(part) || !wantComma(function, token)) return nothing;
    const int time = sum();
    if (!build_.wantTime(time)) return nothing;
    return build_.watched(function.op, {part, time}, spanOf(token));
}

// ---------------------------------------------------------------------------- names

bool Grammar::isTable(const Token& token) const {
    return token.kind == Token::Kind::name && names_.find(token.word).kind == Kind::table;
}

std::vector<std::string> Grammar::namesOf(Kind kind) const {
    std::vector<std::string> found;
    for (std::string& name : names_.names()) {
        if (names_.find(name).kind == kind) found.push_back(std::move(name));
    }
    return found;
}

const Token* Grammar::wantName(Kind kind, const Function& function, const Token& token) {
    if (peek().kind != Token::Kind::name) {
        failArguments(function, token);
        return nullptr;
    }
    const Token& name = take();
    if (names_.find(name.word).kind == kind) return &name;
    const char* key = kind == Kind::event   ? "expression.unknown_event"
                      : kind == Kind::table ? "expression.unknown_table"
                                            : "expression.unknown_number";
    build_.failUnknown(name.word, name.begin, key, namesOf(kind));
    return nullptr;
}

int Grammar::event(const Function& function, const Token& token) {
    const Token* name = wantName(Kind::event, function, token);
    if (!name) return nothing;
    Builder::Part part;
    part.op = function.op;
    part.name = name->word;
    return build_.add(std::move(part), spanOf(token));
}

int Grammar::overRuns(const Function& function, const Token& token) {
    const Token* output = wantName(Kind::number, function, token);
    if (!output) return nothing;
    std::string of = names_.subject();
    if (takeSign(",")) {
        const Token* second = wantName(Kind::number, function, token);
        if (!second) return nothing;
        of = second->word;
    }
    const NameInfo info = names_.find(of);
    if (info.kind != Kind::number)
        return build_.fail(token.begin, "expression.needs_of",
                           {{"function", token.word}, {"name", output->word}});
    Builder::Part part;
    part.op = function.op;
    part.name = output->word;
    part.second = of;
    part.unit = info.unit;
    part.measured = info.measured;
    return build_.add(std::move(part), spanOf(token));
}

std::optional<NameInfo> Grammar::wantColumn(const Function& function, const Token& token,
                                            const std::string& table, std::string& column) {
    if (!wantComma(function, token)) return std::nullopt;
    if (peek().kind != Token::Kind::name) return failArguments(function, token), std::nullopt;
    const Token& name = take();
    NameInfo info = names_.column(table, name.word);
    column = name.word;
    if (info.kind == Kind::number) return info;
    build_.fail(name.begin, "expression.unknown_column", {{"text", name.word}, {"table", table}});
    return std::nullopt;
}

int Grammar::column(const Function& function, const Token& token) {
    const Token* table = wantName(Kind::table, function, token);
    if (!table) return nothing;
    Builder::Part part;
    part.op = function.overTable;
    part.name = table->word;
    const auto info = wantColumn(function, token, part.name, part.second);
    if (!info) return nothing;
    part.unit = info->unit;
    part.measured = info->measured;
    part.lower = info->lowerIsBetter;
    return build_.add(std::move(part), spanOf(token));
}

int Grammar::slope(const Function& function, const Token& token) {
    const Token* table = wantName(Kind::table, function, token);
    if (!table) return nothing;
    Builder::Part part;
    part.op = function.op;
    part.name = table->word;
    part.measured = true;
    const auto x = wantColumn(function, token, part.name, part.second);
    if (!x) return nothing;
    const auto y = wantColumn(function, token, part.name, part.third);
    if (!y) return nothing;
    const auto unit = quotient(difference(y->unit), difference(x->unit));
    if (!unit) return build_.fail(token.begin, "expression.power");
    part.unit = *unit;
    return build_.add(std::move(part), spanOf(token));
}

}  // namespace pt::scenario
