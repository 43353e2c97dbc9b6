#include <algorithm>
#include <filesystem>

#include "engine/cli/run_request.h"
#include "engine/core/assets.h"
#include "engine/model/schema.h"
#include "engine/store/store.h"

namespace pt {
namespace {

constexpr std::string_view ending = ".lab.yaml";
constexpr size_t mostBytes = size_t{1} << 20;  // the reader itself refuses far less

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// A name without folder or ending may be a built-in scenario's.
bool isPlainName(const std::string& file) {
    return file.find_first_of("/\\.") == std::string::npos;
}

Error noFile(const std::string& file) {
    std::vector<std::string> ids;
    for (const BuiltinScenario& scenario : builtinScenarios()) ids.push_back(scenario.id);
    const std::string suggestion = isPlainName(file) ? nearest(file, ids) : "";
    if (suggestion.empty()) return {"cli.no_file", "", {{"name", file}}};
    return {"cli.no_file_near", "", {{"name", file}, {"suggestion", suggestion}}};
}

}  // namespace

std::vector<BuiltinScenario> builtinScenarios() {
    std::vector<BuiltinScenario> found;
    for (const Asset& asset : assets()) {
        if (!endsWith(asset.path, ending)) continue;
        const std::string_view name = asset.path.substr(asset.path.rfind('/') + 1);
        found.push_back(
            {std::string(name.substr(0, name.size() - ending.size())), asset.path, asset.bytes});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return found;
}

Result<Loaded> loadScenario(const std::string& file) {
    if (endsWith(file, ".proeftuin")) return Error{"cli.is_save", "", {{"name", file}}};
    Loaded loaded{file, "", {}};
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        Result<std::string> bytes = readFile(file, mostBytes);
        if (!bytes) return bytes.error();
        loaded.bytes = std::move(bytes.value());
    } else {
        const std::vector<BuiltinScenario> builtin = builtinScenarios();
        const auto found = std::find_if(builtin.begin(), builtin.end(),
                                        [&](const auto& scenario) { return scenario.id == file; });
        if (found == builtin.end()) return noFile(file);
        loaded.name = found->id + std::string(ending);
        loaded.bytes = found->bytes;
    }
    loaded.read = readScenario(loaded.bytes, loaded.name);
    return loaded;
}

}  // namespace pt
