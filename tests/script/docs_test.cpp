// docs/lua.md and the annotation file for editors: their tables follow from the words themselves,
// and each example runs in the lab that it names.
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/script/annotations.h"
#include "engine/script/call.h"
#include "engine/script/program.h"
#include "tests/script/fake_host.h"

namespace pt {
namespace {

using testing::HasSubstr;

std::string fileText(const std::string& path) {
    std::ifstream in(std::string(PROEFTUIN_ROOT) + "/" + path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

// Where a fresh text is left to be copied from.
std::string leftAt(const std::string& name, const std::string& text) {
    const std::string path = testing::TempDir() + name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

TEST(ScriptDocs, AnnotationFileFollowsFromTheWords) {
    const std::string wanted = scriptAnnotations(Words::builtin(Language::nl));
    EXPECT_TRUE(fileText("tools/vscode/lab-api.lua") == wanted)
        << "copy " << leftAt("lab-api.lua", wanted) << " to tools/vscode/lab-api.lua";
}

TEST(ScriptDocs, ReferenceFollowsFromTheWords) {
    const std::string page = fileText("docs/lua.md");
    const Words words = Words::builtin(Language::en);
    for (const char* library : {"", "rng", "math", "string", "utf8", "table"}) {
        const std::string wanted = scriptReference(words, library);
        EXPECT_TRUE(page.find(wanted) != std::string::npos)
            << "copy " << leftAt(std::string("reference-") + library, wanted);
    }
}

TEST(ScriptDocs, EveryWordIsExplainedInBothLanguages) {
    for (const Language language : {Language::nl, Language::en}) {
        const Words words = Words::builtin(language);
        size_t count = 0;
        for (const auto& part : script::library()) {
            for (const script::Function& function : part) {
                EXPECT_TRUE(words.has("script.word." + std::string(function.name)))
                    << function.name;
                ++count;
            }
        }
        size_t explained = 0;
        for (const auto& [key, text] : words.table(language))
            explained += key.starts_with("script.word.") ? 1 : 0;
        EXPECT_EQ(explained, count + 1);  // and `memory`
    }
}

TEST(ScriptDocs, LimitsAreThoseOfTheProgram) {
    const std::string page = fileText("docs/lua.md");
    const auto row = [](const std::string& what, const std::string& limit) {
        return "| " + what + " | " + limit + " |";
    };
    using script::Limits;
    const auto kib = [](size_t bytes) { return std::to_string(bytes >> 10) + " KiB"; };
    EXPECT_THAT(page, HasSubstr(row("source", kib(Limits::source))));
    EXPECT_THAT(page, HasSubstr(row("memory; one block; one text",
                                    std::to_string(Limits::memory >> 20) + " MiB; " +
                                        kib(Limits::block) + "; " + kib(Limits::text))));
    const auto grouped = [](int64_t value) {
        std::string text = std::to_string(value);
        for (auto at = static_cast<int>(text.size()) - 3; at > 0; at -= 3)
            text.insert(static_cast<size_t>(at), " ");
        return text;
    };
    EXPECT_THAT(page, HasSubstr(row("instructions while loading", grouped(Limits::load))));
    EXPECT_THAT(
        page, HasSubstr(row("of one handler, of all handlers in one step", grouped(Limits::call))));
    EXPECT_EQ(Limits::call, Limits::moment);
    EXPECT_THAT(page, HasSubstr(row("of all handlers in one second of the experiment",
                                    grouped(Limits::second))));
    const auto list = [](std::initializer_list<size_t> limits) {
        std::string text;
        for (const size_t limit : limits)
            text += (text.empty() ? "" : "; ") + std::to_string(limit);
        return text;
    };
    EXPECT_THAT(page, HasSubstr(row("handlers; timers; conditions; sequences",
                                    list({script::mostHandlers, script::mostTimers,
                                          script::mostTimers, script::mostSequences}))));
    EXPECT_THAT(page,
                HasSubstr(row("measures; goals; checks",
                              list({script::mostMeasures, script::mostGoals, script::mostGoals}))));
    EXPECT_THAT(page, HasSubstr(row("acts on the lab or the lesson in one moment",
                                    std::to_string(script::mostActs))));
    EXPECT_THAT(page,
                HasSubstr(row("lines of log() in one moment", std::to_string(script::mostLines))));
    EXPECT_THAT(page, HasSubstr(row("`memory`", std::to_string(script::mostMemory) + " bytes")));
}

// Each ```lua block; behind the fence stands its lab.
TEST(ScriptDocs, EachExampleRunsInItsLab) {
    std::istringstream page(fileText("docs/lua.md"));
    int examples = 0;
    for (std::string line; std::getline(page, line);) {
        if (line.rfind("```lua ", 0) != 0) continue;
        std::string lab = line.substr(7), source;
        while (std::getline(page, line) && line != "```") source += line + "\n";
        ++examples;
        const ScriptRead read = declaredBy({source, "les.lab.yaml", 1});
        EXPECT_TRUE(read.errors.empty()) << source;
        FakeHost host(lab);
        ASSERT_TRUE(host.start(source)) << source << host.sentence(Language::en);
        for (const char* event : {"run_start", "change", "answer", "hint", "task_start"})
            host.script().happened(event, "height", {});
        host.run(20);
        for (const auto& measure : read.names.measures) host.script().measure(measure.id);
        for (const std::string& goal : read.names.goals) host.script().goal(goal);
        for (const std::string& check : read.names.checks) host.script().check(check);
        EXPECT_TRUE(host.errors().empty()) << source << host.sentence(Language::en);
    }
    EXPECT_GE(examples, 6);
}

}  // namespace
}  // namespace pt
