// The command line against a table of options.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/result.h"

namespace pt {

struct Option {
    std::string_view name;   // "--seed"; explained by the string "cli.option.seed"
    std::string_view value;  // what follows it, "N"; "" for a flag
    bool repeats = false;
};

struct Arguments {
    std::vector<std::string> operands;
    std::vector<std::pair<std::string, std::string>> options;  // as given, in order

    bool has(std::string_view name) const { return value(name).has_value(); }
    std::optional<std::string> value(std::string_view name) const;  // a flag has the value ""
    std::vector<std::string> values(std::string_view name) const;
};

// "--seed 3" and "--seed=3" alike; "--" ends the options; "-" is an operand. Errors:
// cli.usage.option {option}, cli.usage.option_near {option, suggestion}, cli.usage.value {option,
// value}, cli.usage.flag {option}, cli.usage.twice {option}.
Result<Arguments> parseArguments(std::span<const std::string> args,
                                 std::span<const Option> options);

// A whole number in low..high; cli.usage.number {option, low, high}.
Result<int64_t> parseInteger(std::string_view option, std::string_view text, int64_t low,
                             int64_t high);

}  // namespace pt
