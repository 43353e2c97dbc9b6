// new, upgrade and extract: for who writes lessons.
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/run_request.h"
#include "engine/scenario/bundle.h"
#include "engine/scenario/extract.h"
#include "engine/scenario/starter.h"
#include "engine/scenario/upgrade.h"
#include "engine/store/store.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

constexpr size_t mostLessonBytes = size_t{1} << 20;  // the reader itself refuses far less

// The file to write to: a folder stands for the lesson in it.
std::string lessonFileOf(const std::string& given) {
    std::error_code ignored;
    if (!fs::is_directory(given, ignored)) return given;
    return (fs::path(given) / lessonFileName).generic_string();
}

Status writeFiles(const fs::path& folder, const std::vector<StarterFile>& files) {
    for (const StarterFile& file : files) {
        const fs::path path = folder / file.path;
        std::error_code ignored;  // a folder that could not be made shows in the write
        fs::create_directories(path.parent_path(), ignored);
        if (Status written = writeFileAtomically(path, file.bytes); !written) return written;
    }
    return Ok{};
}

}  // namespace

Exit newCommand(Console& console, const Arguments& arguments) {
    const auto lab = findLabOrFail(arguments.operands.front());
    if (!lab) return fail(console, lab.error());
    std::string name(lab.value()->id);
    std::replace(name.begin(), name.end(), '_', '-');
    const bool named = arguments.operands.size() > 1;
    const fs::path folder = named ? arguments.operands[1] : name + "-les";
    const std::string lesson = (folder / lessonFileName).generic_string();
    std::error_code ignored;
    if (fs::exists(lesson, ignored))
        return fail(console, {"cli.new.exists", "", {{"name", lesson}}});
    const auto files = starterFiles(*lab.value(), labs(), console.words);
    if (Status written = writeFiles(folder, files); !written) return fail(console, written.error());
    console.out << console.words("cli.new.done",
                                 Args{{"name", lesson}, {"folder", folder.generic_string()}})
                << '\n';
    return Exit::ok;
}

Exit upgradeCommand(Console& console, const Arguments& arguments) {
    const std::string file = lessonFileOf(arguments.operands.front());
    const Result<std::string> bytes = readFile(file, mostLessonBytes);
    if (!bytes) return fail(console, bytes.error());
    if (isZip(bytes.value())) return fail(console, {"cli.upgrade.zip", "", {{"name", file}}});
    const auto upgraded = scenario::upgradeLesson(bytes.value(), file);
    if (!upgraded) return fail(console, upgraded.error(), bytes.value());
    const Args args{{"name", file}, {"version", std::to_string(upgraded.value().to)}};
    if (!upgraded.value().changed) {
        console.out << console.words("cli.upgrade.newest", args) << '\n';
        return Exit::ok;
    }
    if (Status written = writeFileAtomically(file, upgraded.value().text); !written)
        return fail(console, written.error());
    console.out << console.words("cli.upgrade.done", args) << '\n';
    return Exit::ok;
}

Exit extractCommand(Console& console, const Arguments& arguments) {
    const std::string& code = arguments.operands[1];
    const Result<Language> language = parseLanguage(code);
    if (!language) return fail(console, {"cli.usage.language", "", {{"code", code}}});
    const Result<Loaded> loaded = loadScenario(arguments.operands.front());
    if (!loaded) return fail(console, loaded.error());
    if (!loaded.value().read.ok()) return reportRead(console, loaded.value());
    console.out << languageSkeleton(loaded.value().read.scenario, language.value(), console.words);
    return Exit::ok;
}

}  // namespace pt
