#include "engine/script/annotations.h"

#include <set>
#include <utility>

#include "engine/script/call.h"

namespace pt {

namespace {

using script::Function;
using script::Parameter;

std::string libraryOf(const Function& function) {
    const size_t point = function.name.find('.');
    return point == std::string_view::npos ? "" : std::string(function.name.substr(0, point));
}

// A stream is no library: its functions are called on what stream(name) gave.
constexpr std::string_view streamClass = "rng";

std::string shownName(const Function& function) {
    std::string name(function.name);
    if (libraryOf(function) == streamClass) name[streamClass.size()] = ':';
    return name;
}

std::string helpOf(const Words& words, const Function& function) {
    return words("script.word." + std::string(function.name));
}

// A description is a table that holds a function; Lua has one word for both.
std::string typesOf(const Parameter& parameter) {
    return parameter.types == "description" ? "table" : std::string(parameter.types);
}

std::string annotated(const Words& words, const Function& function) {
    std::string text = "--- " + helpOf(words, function) + "\n", list;
    for (const Parameter& parameter : script::parametersOf(function)) {
        const std::string name(parameter.name);
        text += "---@param " + name + (parameter.optional ? "? " : " ") + typesOf(parameter) + "\n";
        list += (list.empty() ? "" : ", ") + name;
    }
    if (!function.returns.empty()) text += "---@return " + std::string(function.returns) + "\n";
    return text + "function " + shownName(function) + "(" + list + ") end\n";
}

// "get(name, unit?)"
std::string signature(const Function& function) {
    std::string text = shownName(function), list;
    for (const Parameter& parameter : script::parametersOf(function))
        list += (list.empty() ? "" : ", ") + std::string(parameter.name) +
                (parameter.optional ? "?" : "");
    text += "(" + list + ")";
    return function.returns.empty() ? text : text + " -> " + std::string(function.returns);
}

}  // namespace

std::string scriptAnnotations(const Words& words) {
    std::string text = "---@meta\n-- " + words("script.annotations") + "\n\n";
    std::set<std::string> known;
    for (const auto& part : script::library()) {
        for (const Function& function : part) {
            const std::string library = libraryOf(function);
            if (!library.empty() && known.insert(library).second)
                text +=
                    (library == streamClass ? "---@class rng\nlocal " : "") + library + " = {}\n\n";
            text += annotated(words, function) + "\n";
        }
    }
    text += "---@type number\nmath.pi = nil\n---@type number\nmath.huge = nil\n\n";
    text += "--- " + words("script.word.memory") + "\n---@type table\nmemory = {}\n";
    return text;
}

std::string scriptReference(const Words& words, std::string_view prefix) {
    std::string text = words("script.reference") + "\n|---|---|\n";
    for (const auto& part : script::library()) {
        for (const Function& function : part) {
            if (libraryOf(function) != prefix) continue;
            std::string form = signature(function);
            for (size_t at = 0; (at = form.find('|', at)) != std::string::npos; at += 2)
                form.insert(at, "\\");
            text += "| `" + form + "` | " + helpOf(words, function) + " |\n";
        }
    }
    return text;
}

}  // namespace pt
