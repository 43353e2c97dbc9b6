#include "engine/scenario/starter.h"

#include <algorithm>

#include "engine/core/assert.h"
#include "engine/core/assets.h"
#include "engine/scenario/bundle.h"
#include "engine/scenario/json_schema.h"

namespace pt {
namespace {

constexpr std::string_view folder = "tools/vscode/";
constexpr std::string_view editorFiles[] = {"settings.json", "extensions.json", "tasks.json",
                                            "lesson.code-snippets", "lab-api.lua"};

// Replaces every "{name}".
void fill(std::string& text, const std::string& name, const std::string& value) {
    const std::string mark = "{" + name + "}";
    for (size_t at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

// A slider: what a pupil changes by hand, in the file's own words.
std::string settingLine(const Param& param) {
    const auto text = [&](double si) { return writeQuantity(si, param.unit); };
    std::string line = param.key + ": {start: " + text(param.start) +
                       ", min: " + text(param.range.min) + ", max: " + text(param.range.max);
    Unit difference = param.unit;
    if (difference.offset != 0) difference = unit("K");
    if (param.range.step > 0) line += ", step: " + writeQuantity(param.range.step, difference);
    return line + "}";
}

// Best one with a unit: a number of a day or a count says less.
const Param& firstSlider(const Schema& schema) {
    const Param* found = nullptr;
    for (const Param& param : schema.params()) {
        if (param.range.max <= param.range.min || !schema.matters(param.key)) continue;
        if (!found || (found->unit.symbol.empty() && !param.unit.symbol.empty())) found = &param;
    }
    PT_ASSERT(found);
    return *found;
}

// Best a result that a class measures too.
const Output& firstNumber(const Schema& schema) {
    for (const std::string& key : schema.measurable()) {
        const Output* output = schema.findOutput(key);
        if (output && output->number) return *output;
    }
    const auto& outputs = schema.outputs();
    const auto found = std::find_if(outputs.begin(), outputs.end(),
                                    [](const Output& output) { return bool(output.number); });
    PT_ASSERT(found != outputs.end());
    return *found;
}

std::string lessonFor(const LabEntry& lab, const Words& words) {
    const auto model = lab.make();
    Schema schema;
    model->describe(schema);
    const Param& param = firstSlider(schema);
    const Output& output = firstNumber(schema);
    std::string name(lab.id);
    std::replace(name.begin(), name.end(), '_', '-');
    std::string text(
        asset(std::string(folder) + "starter." + std::string(code(words.language())) + ".yaml"));
    fill(text, "lab", name);
    fill(text, "vary", settingLine(param));
    fill(text, "param", param.key);
    fill(text, "output", output.key);
    Words spoken = words;
    for (const Language language : {Language::nl, Language::en}) {
        spoken.language(language);
        const std::string ending = "_" + std::string(code(language));
        fill(text, "param" + ending, spoken(std::string(lab.id) + "." + param.key));
        fill(text, "output" + ending, spoken(std::string(lab.id) + "." + output.key));
    }
    return text;
}

}  // namespace

std::vector<StarterFile> starterFiles(const LabEntry& lab, std::span<const LabEntry> labs,
                                      const Words& words) {
    std::vector<StarterFile> files{{std::string(lessonFileName), lessonFor(lab, words)}};
    for (std::string_view file : editorFiles)
        files.push_back({".vscode/" + std::string(file),
                         std::string(asset(std::string(folder) + std::string(file)))});
    files.push_back({".vscode/lab-1.schema.json", lessonSchema(labs, words).write(2) + "\n"});
    return files;
}

}  // namespace pt
