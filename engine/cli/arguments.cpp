#include "engine/cli/arguments.h"

#include <algorithm>
#include <charconv>

#include "engine/model/schema.h"

namespace pt {
namespace {

const Option* find(std::span<const Option> options, std::string_view name) {
    const auto at = std::find_if(options.begin(), options.end(),
                                 [name](const Option& option) { return option.name == name; });
    return at == options.end() ? nullptr : &*at;
}

Error unknownOption(std::span<const Option> options, const std::string& name) {
    std::vector<std::string> names;
    for (const Option& option : options) names.emplace_back(option.name);
    const std::string suggestion = nearest(name, names);
    if (suggestion.empty()) return {"cli.usage.option", "", {{"option", name}}};
    return {"cli.usage.option_near", "", {{"option", name}, {"suggestion", suggestion}}};
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view name) const {
    for (const auto& [option, value] : options) {
        if (option == name) return value;
    }
    return std::nullopt;
}

std::vector<std::string> Arguments::values(std::string_view name) const {
    std::vector<std::string> found;
    for (const auto& [option, value] : options) {
        if (option == name) found.push_back(value);
    }
    return found;
}

Result<Arguments> parseArguments(std::span<const std::string> args,
                                 std::span<const Option> options) {
    Arguments parsed;
    bool onlyOperands = false;
    for (size_t i = 0; i < args.size(); ++i) {
        const std::string& arg = args[i];
        if (onlyOperands || arg.size() < 2 || arg[0] != '-') {
            parsed.operands.push_back(arg);
            continue;
        }
        if (arg == "--") {
            onlyOperands = true;
            continue;
        }
        const size_t equals = arg.find('=');
        const std::string name = arg.substr(0, equals);
        const bool attached = equals != std::string::npos;
        const Option* option = find(options, name);
        if (!option) return unknownOption(options, name);
        if (!option->repeats && parsed.has(name)) {
            return Error{"cli.usage.twice", "", {{"option", name}}};
        }
        std::string value = attached ? arg.substr(equals + 1) : "";
        if (option->value.empty() && attached) {
            return Error{"cli.usage.flag", "", {{"option", name}}};
        }
        if (!option->value.empty() && !attached) {
            if (i + 1 == args.size()) {
                return Error{"cli.usage.value",
                             "",
                             {{"option", name}, {"value", std::string(option->value)}}};
            }
            value = args[++i];
        }
        parsed.options.emplace_back(name, std::move(value));
    }
    return parsed;
}

Result<int64_t> parseInteger(std::string_view option, std::string_view text, int64_t low,
                             int64_t high) {
    int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc() || stop != end || value < low || value > high) {
        return Error{"cli.usage.number",
                     "",
                     {{"option", std::string(option)},
                      {"low", std::to_string(low)},
                      {"high", std::to_string(high)}}};
    }
    return value;
}

}  // namespace pt
