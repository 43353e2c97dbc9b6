// Lessons with a mistake, as teachers make them: tests/scenario/broken/*.lab.yaml. Every message
// that each of them gives stands in expected.nl.txt and expected.en.txt, with its place and its
// line, so that no change makes a message worse unseen.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "engine/scenario/scenario.h"

namespace pt {
namespace {

namespace fs = std::filesystem;
const fs::path folder = fs::path(PROEFTUIN_ROOT) / "tests/scenario/broken";

std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<fs::path> lessons() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string messages(const fs::path& path, const Words& words) {
    const std::string text = contents(path);
    const ScenarioRead read = readScenario(text, "les.lab.yaml");
    std::string out = "== " + path.stem().stem().string() + "\n";
    for (const Error& error : read.errors)
        out += words.sentence(error) + "\n" + excerpt(text, error) + "\n";
    for (const Error& warning : read.warnings)
        out += warningSentence(words, warning) + "\n" + excerpt(text, warning) + "\n";
    return out;
}

// PROEFTUIN_ACCEPT=1 writes the file anew, to be read and judged by a person.
void compare(Language language) {
    const Words words = Words::builtin(language);
    const fs::path file = folder / ("expected." + std::string(code(language)) + ".txt");
    std::string all;
    for (const fs::path& path : lessons()) all += messages(path, words);
    if (std::getenv("PROEFTUIN_ACCEPT")) std::ofstream(file, std::ios::binary) << all;
    EXPECT_EQ(all, contents(file));
}

TEST(BrokenLessons, GiveTheExpectedMessagesInDutch) { compare(Language::nl); }
TEST(BrokenLessons, GiveTheExpectedMessagesInEnglish) { compare(Language::en); }

TEST(BrokenLessons, AreAtLeast120AndEachSaysSomething) {
    const auto all = lessons();
    EXPECT_GE(all.size(), 120u);
    for (const fs::path& path : all) {
        const ScenarioRead read = readScenario(contents(path), "les.lab.yaml");
        const bool note = path.filename().string().rfind("let_op", 0) == 0;
        EXPECT_EQ(read.ok(), note) << path;
        EXPECT_FALSE(read.errors.empty() && read.warnings.empty()) << path;
    }
}

}  // namespace
}  // namespace pt
