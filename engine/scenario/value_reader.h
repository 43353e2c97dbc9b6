// Values that name or measure something: expressions, quantities, names and ids. Each reports what
// is wrong and then gives nothing. Internal to the scenario module.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/check.h"
#include "engine/scenario/expression.h"

namespace pt::scenario {

// An error whose place is a byte offset, from `begin` on in the node's text.
void reportInText(const Error& error, const Node& node, size_t begin, Context& context);

// Nothing, without a word, when the lab is unknown and names with it.
std::optional<Expression> readTruth(std::string_view key, const Node& node, Context& context);
std::optional<Expression> readNumber(std::string_view key, const Node& node, Context& context,
                                     const Unit* wanted = nullptr);
// "0.48 N +- 5 %", "2 * span +- 1 cm".
std::optional<Tolerant> readAnswer(std::string_view key, const Node& node, Context& context,
                                   const Unit* wanted = nullptr);
std::optional<Unit> readUnit(std::string_view key, const Node& node, Context& context);
std::optional<double> readQuantity(std::string_view key, const Node& node, const Unit& wanted,
                                   Context& context);  // SI
std::optional<double> readShare(std::string_view key, const Node& node, Context& context);
std::optional<double> readDecimal(std::string_view key, const Node& node, Context& context);

// The index in `options`.
std::optional<size_t> readOption(std::string_view key, const Word& word,
                                 std::span<const std::string_view> options, Context& context);

enum class NameOf : uint8_t { setting, measured, either, event };
std::string readName(std::string_view key, const Word& word, NameOf what, Context& context);
Levels readLevels(std::string_view key, const Node& node, Context& context);
// An item of one of these kinds; any when there are none.
std::string readRef(std::string_view key, const Node& node, std::span<const ItemKind> kinds,
                    Context& context);
std::string readStepRef(std::string_view key, const Node& node, Context& context);

struct Gate {
    std::vector<std::string> needs;
    std::optional<Expression> expression;
};
Gate readGate(std::string_view key, const Node& node, Context& context);

}  // namespace pt::scenario
