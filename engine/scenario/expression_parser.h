// Reads an expression and checks the dimension of its parts. Internal to the scenario module.
#pragma once

#include <memory>
#include <string_view>

#include "engine/scenario/expression_tree.h"

namespace pt::scenario {

inline constexpr size_t maxExpressionBytes = 1024;
inline constexpr size_t maxExpressionParts = 200;
inline constexpr int maxExpressionDepth = 20;  // brackets, functions and signs within each other

// Errors: those of Expression::read().
Result<std::shared_ptr<const Expression::Tree>> parseExpression(std::string_view text,
                                                                const NameTable& names);

}  // namespace pt::scenario
