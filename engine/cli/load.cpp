#include <algorithm>
#include <filesystem>

#include "engine/cli/run_request.h"
#include "engine/core/assets.h"
#include "engine/model/schema.h"
#include "engine/script/script.h"

namespace pt {
namespace {

constexpr std::string_view ending = ".lab.yaml";

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

// Where places of the bundle are: in the file as it was given, or in the folder or zip.
std::string nameOf(const std::string& file, const Bundle& bundle) {
    const std::filesystem::path given(file);
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(given, ignored);
    if (given.filename() == bundle.name && !folder) return file;
    return (given / bundle.name).generic_string();
}

// "script.lua:3" of a lesson in les/ is "les/script.lua:3".
void placeInFolder(Error& error, const std::string& folder, const Bundle& bundle) {
    const auto file = bundle.files.find(error.where.substr(0, error.where.find(':')));
    if (file != bundle.files.end()) error.where = folder + error.where;
}

Result<Loaded> loadBundle(const std::string& file) {
    Result<Bundle> read = readBundle(file);
    if (!read) return read.error();
    const auto bundle = std::make_shared<Bundle>(std::move(read.value()));
    bundle->name = nameOf(file, *bundle);
    Loaded loaded{bundle->name, bundle->lesson, readLesson(bundle)};
    auto& warnings = loaded.read.warnings;
    warnings.insert(warnings.begin(), bundle->warnings.begin(), bundle->warnings.end());
    const std::string folder = bundle->name.substr(0, bundle->name.rfind('/') + 1);
    for (Error& error : loaded.read.errors) placeInFolder(error, folder, *bundle);
    for (Error& warning : warnings) placeInFolder(warning, folder, *bundle);
    return loaded;
}

}  // namespace

Result<const LabEntry*> findLabOrFail(const std::string& name) {
    if (const LabEntry* lab = findLab(name)) return lab;
    std::vector<std::string> ids;
    for (const LabEntry& lab : labs()) ids.emplace_back(lab.id);
    const std::string suggestion = nearest(name, ids);
    if (suggestion.empty()) return Error{"cli.usage.lab", "", {{"name", name}}};
    return Error{"cli.usage.lab_near", "", {{"name", name}, {"suggestion", suggestion}}};
}

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
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return loadBundle(file);
    const std::vector<BuiltinScenario> builtin = builtinScenarios();
    const auto found = std::find_if(builtin.begin(), builtin.end(),
                                    [&](const auto& scenario) { return scenario.id == file; });
    if (found == builtin.end()) return noFile(file);
    Loaded loaded{found->id + std::string(ending), std::string(found->bytes), {}};
    loaded.read = readLesson(loaded.bytes, loaded.name);
    return loaded;
}

}  // namespace pt
