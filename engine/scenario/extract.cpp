#include "engine/scenario/extract.h"

#include "engine/scenario/lesson_texts.h"

namespace pt {
namespace {

// In double quotes, as YAML escapes what may not stand there.
std::string quotedText(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + "\"";
}

std::string commented(std::string_view text) {
    std::string out = "# ";
    for (char c : text) {
        out += c;
        if (c == '\n') out += "# ";
    }
    return out.substr(0, out.find_last_not_of(" #\n") + 1) + "\n";
}

}  // namespace

std::string languageSkeleton(const Scenario& scenario, Language language, const Words& words) {
    Scenario copy = scenario;
    const bool dutch = language == Language::nl;
    std::string out = commented(words(
        "authoring.extract",
        Args{{"id", scenario.id}, {"file", "i18n/" + std::string(code(language)) + ".yaml"}}));
    for (const LessonText& text : textsOf(copy)) {
        const std::string& source = dutch ? text.text->en : text.text->nl;
        out += "\n";
        if (!source.empty()) out += commented(source);
        out += text.path + ": " + quotedText(dutch ? text.text->nl : text.text->en) + "\n";
    }
    return out;
}

}  // namespace pt
