#include "engine/script/lua_messages.h"

#include <string>

namespace pt::script {

namespace {

constexpr std::string_view operations[][2] = {
    {"attempt to index a ", "script.lua_index"},
    {"attempt to call a ", "script.lua_call"},
    {"attempt to perform arithmetic on a ", "script.lua_arithmetic"},
    {"attempt to concatenate a ", "script.lua_concatenate"},
    {"attempt to get length of a ", "script.lua_length"},
};

// What Lua says in other words than a teacher knows.
constexpr std::string_view sentences[][2] = {
    {"attempt to load a binary chunk", "script.lua_binary"},
    {"C stack overflow", "script.lua_deep"},
    {"stack overflow", "script.lua_deep"},
    {"too many ", "script.lua_many"},
    {"function or expression needs too many registers", "script.lua_many"},
    {"unfinished string", "script.lua_string"},
    {"unfinished long string", "script.lua_string"},
    {"malformed number", "script.lua_number"},
    {"attempt to divide by zero", "script.lua_zero"},
    {"attempt to perform 'n%", "script.lua_zero"},
    {"bad 'for' ", "script.lua_for"},
    {"'for' step ", "script.lua_for"},
};

// What stands between `before` and `after`; "" when they do not occur.
std::string_view between(std::string_view text, std::string_view before, std::string_view after) {
    const size_t start = text.find(before);
    if (start == std::string_view::npos) return {};
    text.remove_prefix(start + before.size());
    return text.substr(0, text.find(after));
}

// "nil value (local 'x')"
Error operation(std::string_view key, std::string_view what) {
    const std::string_view type = what.substr(0, what.find(' '));
    const std::string_view name = between(what, " '", "'");
    const std::string suffix = name.empty() ? "" : "_of";
    return {
        std::string(key) + suffix, "", {{"type", std::string(type)}, {"name", std::string(name)}}};
}

// "two table values" and "number with nil"
Error comparison(std::string_view what) {
    const size_t with = what.find(" with ");
    if (with == std::string_view::npos) {
        const std::string type(between(what, "two ", " values"));
        return {"script.lua_compare", "", {{"left", type}, {"right", type}}};
    }
    return {"script.lua_compare",
            "",
            {{"left", std::string(what.substr(0, with))},
             {"right", std::string(what.substr(with + 6))}}};
}

// "'end' expected (to close 'function' at line 3) near <eof>"
Error expected(std::string_view message) {
    const size_t end = message.find(" expected");
    Args args{{"wanted", std::string(message.substr(0, end))},
              {"near", std::string(between(message, " near ", "\n"))}};
    const std::string_view opened = between(message, "to close ", " at line ");
    if (opened.empty()) return {"script.lua_expected", "", args};
    args.push_back({"opened", std::string(opened)});
    args.push_back({"line", std::string(between(message, " at line ", ")"))});
    return {"script.lua_unclosed", "", args};
}

}  // namespace

Error luaMessage(std::string_view message, std::string_view otherwise) {
    for (const auto& [start, key] : operations)
        if (message.starts_with(start)) return operation(key, message.substr(start.size()));
    constexpr std::string_view compare = "attempt to compare ";
    if (message.starts_with(compare)) return comparison(message.substr(compare.size()));
    if (message.find(" expected") != std::string_view::npos &&
        message.find(" near ") != std::string_view::npos)
        return expected(message);
    constexpr std::string_view unexpected = "unexpected symbol near ";
    if (message.starts_with(unexpected))
        return {
            "script.lua_symbol", "", {{"near", std::string(message.substr(unexpected.size()))}}};
    for (const auto& [start, key] : sentences)
        if (message.starts_with(start))
            return {
                std::string(key), "", {{"near", std::string(between(message, " near ", "\n"))}}};
    return {std::string(otherwise), "", {{"detail", std::string(message)}}};
}

}  // namespace pt::script
