// The lessons that people read: those in docs/scenario-format.md and those that are built in.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "engine/core/assets.h"
#include "engine/scenario/format.h"
#include "engine/scenario/scenario.h"

namespace pt {
namespace {

std::string page() {
    std::ifstream in(PROEFTUIN_ROOT "/docs/scenario-format.md", std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

struct Block {
    std::string kind;  // behind the opening fence
    std::string text;
};

std::vector<Block> blocks(const std::string& markdown) {
    std::vector<Block> found;
    std::istringstream in(markdown);
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        const bool fence = line.rfind("```", 0) == 0;
        if (fence && !inside) found.push_back({line.substr(3), ""});
        if (fence)
            inside = !inside;
        else if (inside)
            found.back().text += line + "\n";
    }
    return found;
}

// A fragment with the required keys that it lacks; they go below it, so that its lines stay.
std::string completed(std::string fragment) {
    for (const char* line : {"lab: 1\n", "id: les\n", "title: Les\n", "sim: spaghetti-bridge\n"}) {
        const std::string text(line);
        const std::string key = text.substr(0, text.find(':'));
        const bool given =
            fragment.rfind(key, 0) == 0 || fragment.find("\n" + key) != std::string::npos;
        if (!given) fragment += text;
    }
    return fragment;
}

void expectClean(const std::string& text, const std::string& name) {
    const Words words = Words::builtin(Language::nl);
    const ScenarioRead read = readScenario(text, name);
    for (const Error& error : read.errors)
        ADD_FAILURE() << words.sentence(error) << "\n" << excerpt(text, error);
    for (const Error& warning : read.warnings) ADD_FAILURE() << warningSentence(words, warning);
}

TEST(ScenarioPage, ItsLessonsAreRight) {
    int lessons = 0;
    for (const Block& block : blocks(page())) {
        if (block.kind == "yaml") expectClean(block.text, "page");
        if (block.kind == "yaml part") expectClean(completed(block.text), "part");
        lessons += block.kind == "yaml" || block.kind == "yaml part";
    }
    EXPECT_GE(lessons, 9);
}

TEST(ScenarioPage, ItsMistakesGiveTheShownMessage) {
    const Words words = Words::builtin(Language::nl);
    const auto all = blocks(page());
    int mistakes = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind != "yaml wrong") continue;
        ++mistakes;
        ASSERT_LT(i + 1, all.size());
        ASSERT_EQ(all[i + 1].kind, "text");
        const ScenarioRead read = readScenario(completed(all[i].text), "les.lab.yaml");
        ASSERT_EQ(read.errors.size(), 1u) << all[i].text;
        EXPECT_EQ(words.sentence(read.errors[0]) + "\n", all[i + 1].text);
    }
    EXPECT_GE(mistakes, 5);
}

TEST(ScenarioPage, ItsLanguageFileIsRight) {
    int files = 0;
    for (const Block& block : blocks(page())) {
        if (block.kind != "yaml texts") continue;
        ++files;
        auto bundle = std::make_shared<Bundle>();
        bundle->files["i18n/en.yaml"] = block.text;
        const std::string text = completed(
            "steps:\n  - step: bouw\n    text: Bouw.\n    do:\n      - choice: druk\n"
            "        ask: Hoe?\n        options: [{text: Hij knikt, right: true}, Hij rekt]\n"
            "        hints: [Buig.]\n");
        const ScenarioRead read =
            readScenario(text, "les.lab.yaml", ReadOptions{labs(), {}, bundle});
        EXPECT_TRUE(read.ok());
        for (const Error& warning : read.warnings)
            EXPECT_EQ(warning.key, "scenario.translation_missing");
        EXPECT_EQ(read.scenario.title.en, "The bridge");
        EXPECT_EQ(read.scenario.lesson.findItem("druk")->hints[0].en, "Bend one first.");
    }
    EXPECT_EQ(files, 1);
}

TEST(ScenarioPage, ListsEveryKey) {
    const Words words = Words::builtin(Language::en);
    const std::string text = page();
    for (const scenario::Key& key : scenario::lessonTable().keys) {
        const char* status = key.need == scenario::Need::required ? "required" : "optional";
        const std::string name(key.name);
        const std::string row =
            "| `" + name + "` | " + status + " | " + words("scenario.key.lesson." + name) + " |";
        EXPECT_NE(text.find(row), std::string::npos) << row;
    }
    for (const scenario::Key& key : scenario::aboutTable().keys)
        EXPECT_NE(text.find("`" + std::string(key.name) + "`"), std::string::npos) << key.name;
}

TEST(ScenarioPage, ListsEveryKind) {
    const Words words = Words::builtin(Language::en);
    const std::string text = page();
    for (std::string_view kind : scenario::itemKindNames()) {
        const std::string name(kind);
        const std::string row = "| `" + name + "` | " + words("scenario.kind." + name) + " |";
        EXPECT_NE(text.find(row), std::string::npos) << row;
    }
}

TEST(ScenarioPage, ItsUnitsAreKnown) {
    const std::string text = page();
    const size_t begin = text.find("| base units |"), end = text.find("| prefixes |");
    ASSERT_LT(begin, end);
    int units = 0;
    for (size_t at = text.find('`', begin); at < end; at = text.find('`', at + 1)) {
        const size_t close = text.find('`', at + 1);
        EXPECT_TRUE(parseUnit(text.substr(at + 1, close - at - 1)).ok())
            << text.substr(at + 1, close - at - 1);
        ++units;
        at = close;
    }
    EXPECT_GT(units, 30);
}

TEST(BuiltinScenarios, AreRight) {
    int lessons = 0;
    for (const Asset& asset : assets()) {
        if (asset.path.find(".lab.yaml") == std::string_view::npos) continue;
        ++lessons;
        expectClean(std::string(asset.bytes), std::string(asset.path));
    }
    EXPECT_GT(lessons, 0);
}

}  // namespace
}  // namespace pt
