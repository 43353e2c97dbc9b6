// The grammar of expressions, by recursive descent. Internal to the scenario module.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/scenario/expression_builder.h"
#include "engine/scenario/expression_functions.h"
#include "engine/scenario/expression_tokens.h"

namespace pt::scenario {

// Each level gives the place of its part, or `nothing` once the builder failed.
class Grammar {
public:
    Grammar(std::vector<Token> tokens, const NameTable& names, Builder& builder)
        : tokens_(std::move(tokens)), names_(names), build_(builder) {}

    void read();

private:
    using Op = Builder::Op;
    using Kind = NameInfo::Kind;

    // ---- words
    const Token& peek() const { return tokens_[at_]; }
    const Token& take();
    bool isSign(std::string_view sign) const;
    bool takeSign(std::string_view sign);
    bool takeWord(std::string_view word);

    // ---- levels, loosest first
    int either();
    int both();
    int negated();
    int compared();
    int sum();
    int scaled();
    int signedOne();
    int one();
    int bracket();
    int name(const Token& token);

    bool deeper(size_t at);  // depth_ was counted up
    bool wantQuotes(int left);
    int failLeftOver();

    // ---- functions, expression_calls.cpp
    int call(const Token& token);
    int arguments(const Function& function, const Token& token);
    int oneNumber(const Function& function, const Token& token);
    int numbers(const Function& function, const Token& token);
    int about(const Function& function, const Token& token);
    int condition(const Function& function, const Token& token);
    int held(const Function& function, const Token& token);
    int event(const Function& function, const Token& token);
    int overRuns(const Function& function, const Token& token);
    int column(const Function& function, const Token& token);
    int slope(const Function& function, const Token& token);

    int failArguments(const Function& function, const Token& token);
    bool wantComma(const Function& function, const Token& token);
    bool isTable(const Token& token) const;
    // A name of that kind; nullptr with an error when there is none.
    const Token* wantName(Kind kind, const Function& function, const Token& token);
    // ", column" of the table that the part names; its word goes to `column`.
    std::optional<NameInfo> wantColumn(const Function& function, const Token& token,
                                       const std::string& table, std::string& column);
    std::vector<std::string> namesOf(Kind kind) const;

    std::vector<Token> tokens_;
    const NameTable& names_;
    Builder& build_;
    size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace pt::scenario
