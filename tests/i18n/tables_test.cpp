// The tables that are built in, held against each other, the labs and the sources.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "engine/core/assets.h"
#include "engine/core/log.h"
#include "engine/i18n/words.h"
#include "engine/model/model.h"
#include "engine/view/editor.h"
#include "engine/view/exchange.h"
#include "engine/view/view.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

std::set<std::string> placeholders(const std::string& text) {
    static const std::regex pattern("\\{([^{}]*)\\}");
    std::set<std::string> names;
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
        names.insert((*it)[1]);
    return names;
}

std::string fileText(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<fs::path> sources() {
    std::vector<fs::path> found;
    for (const char* folder : {"engine", "sims"}) {
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(PROEFTUIN_ROOT) / folder)) {
            const fs::path& path = entry.path();
            const bool test = path.filename().string().rfind("test", 0) == 0;
            if (!test && (path.extension() == ".cpp" || path.extension() == ".h"))
                found.push_back(path);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

const Words& builtin() {
    static const Words words = Words::builtin(Language::nl);
    return words;
}

// A key that ends in "_" is the front of one that is put together.
bool isThere(const Words::Table& table, const std::string& key) {
    if (key.back() != '_') return table.count(key) > 0;
    const auto found = table.lower_bound(key);
    return found != table.end() && found->first.rfind(key, 0) == 0;
}

void expectInBoth(const std::string& key, const std::string& why) {
    for (Language language : {Language::nl, Language::en})
        EXPECT_TRUE(isThere(builtin().table(language), key))
            << "no " << code(language) << " text for " << key << " (" << why << ")";
}

TEST(Tables, LoadWithoutComplaint) {
    std::string logged;
    setLogSink([&](LogLevel, std::string_view line) { logged += std::string(line) + "\n"; });
    const Words words = Words::builtin(Language::nl);
    setLogSink({});
    EXPECT_EQ(logged, "");
    EXPECT_FALSE(words.table(Language::nl).empty());
}

TEST(Tables, EveryFileHasItsCounterpart) {
    std::set<std::string> paths;
    for (const Asset& asset : assets()) paths.insert(std::string(asset.path));
    size_t tables = 0;
    for (std::string path : paths) {
        if (path.size() < 6 || path.substr(path.size() - 6) != "nl.txt") continue;
        ++tables;
        path.replace(path.size() - 6, 2, "en");
        EXPECT_TRUE(paths.count(path)) << path;
    }
    EXPECT_GT(tables, 1u);
}

TEST(Tables, SameKeysAndPlaceholdersInBothLanguages) {
    const auto& nl = builtin().table(Language::nl);
    const auto& en = builtin().table(Language::en);
    for (const auto& [key, text] : en) EXPECT_TRUE(nl.count(key)) << key << " is not in nl";
    for (const auto& [key, text] : nl) {
        const auto other = en.find(key);
        ASSERT_NE(other, en.end()) << key << " is not in en";
        EXPECT_EQ(placeholders(text), placeholders(other->second)) << key;
    }
}

TEST(Tables, TextsAreWhole) {
    for (Language language : {Language::nl, Language::en}) {
        for (const auto& [key, text] : builtin().table(language)) {
            EXPECT_FALSE(text.empty()) << key;
            EXPECT_EQ(std::count(text.begin(), text.end(), '{'),
                      std::count(text.begin(), text.end(), '}'))
                << key;
            EXPECT_EQ(text.find("  "), std::string::npos) << key;
        }
    }
}

// A lab as it starts, outside any session.
struct Described {
    explicit Described(const LabEntry& lab) : id(lab.id), model(lab.make()) {
        model->describe(schema);
        (void)model->reset(1);
    }
    std::string id;
    std::unique_ptr<Model> model;
    Schema schema;
};

void expectOptions(const std::string& key, const std::vector<std::string>& options) {
    for (const std::string& option : options) expectInBoth(key + "." + option, "option");
}

// "<lab>.<whole>.<key>" or, where there is none, "<lab>.<key>".
void expectPart(const std::string& lab, const std::string& whole, const std::string& key) {
    const std::string own = lab + "." + whole + "." + key;
    expectInBoth(builtin().has(own) ? own : lab + "." + key, "part of " + whole);
}

TEST(Tables, EveryLabIsNamedInBothLanguages) {
    for (const LabEntry& lab : labs()) {
        const Described described(lab);
        const Schema& schema = described.schema;
        const std::string id = described.id + ".";
        expectInBoth(id + "title", "lab");
        for (const Param& param : schema.params()) expectInBoth(id + param.key, "param");
        for (const Field& field : schema.fields()) expectInBoth(id + field.key, "field");
        for (const LabCommand& command : schema.commands())
            expectInBoth(id + command.name, "command");
        for (const Choice& choice : schema.choices()) {
            expectInBoth(id + choice.key, "choice");
            expectOptions(id + choice.key, choice.options);
        }
        for (const Output& output : schema.outputs()) {
            expectInBoth(id + output.key, "output");
            expectOptions(id + output.key, output.options);
        }
    }
}

TEST(Tables, EveryPartOfALabIsNamedInBothLanguages) {
    for (const LabEntry& lab : labs()) {
        const Described described(lab);
        const Schema& schema = described.schema;
        const std::string& id = described.id;
        for (const std::string& key : schema.keys())
            if (!schema.sectionOf(key).empty())
                expectInBoth(id + ".section." + std::string(schema.sectionOf(key)), "section");
        for (const Table& table : schema.tables()) {
            expectInBoth(id + "." + table.key, "table");
            for (const TableColumn& column : table.columns) {
                expectPart(id, table.key, column.key);
                expectOptions(id + "." + column.key, column.options);
            }
        }
        for (const Chart& chart : schema.charts()) {
            expectInBoth(id + "." + chart.key, "chart");
            expectInBoth(id + "." + chart.xKey, "axis");
            expectInBoth(id + "." + chart.yKey, "axis");
            const ChartData data = chart.data();
            for (const ChartSeries& series : data.series) expectPart(id, chart.key, series.key);
            for (const ChartLine& line : data.lines) expectPart(id, chart.key, line.key);
        }
        for (const JobEntry& job : schema.jobs()) {
            expectInBoth(id + "." + job.key, "job");
            for (const Argument& argument : job.arguments) expectPart(id, job.key, argument.key);
        }
        for (const CheckRow& row : schema.checkRows())
            expectInBoth(id + ".check." + row.key, "requirement");
    }
}

TEST(Tables, EveryToolAndPaperOfALabIsNamedInBothLanguages) {
    for (const LabEntry& lab : labs()) {
        const Described described(lab);
        const std::string id = described.id + ".";
        if (const auto view = makeView(lab.id, *described.model)) {
            for (const ViewOption& look : view->options()) {
                expectInBoth(id + "look." + look.key, "look");
                expectOptions(id + "look." + look.key, look.options);
            }
        }
        if (const auto editor = makeEditor(lab.id, *described.model)) {
            for (const Tool& tool : editor->tools()) expectInBoth(id + "tool." + tool.key, "tool");
            for (const StageAction& action : editor->actions(ViewState{"", ""})) {
                expectInBoth(id + "action." + action.key, "action");
                expectOptions(id + "action." + action.key, action.options);
            }
        }
        if (const auto exchange = makeExchange(lab.id, *described.model)) {
            for (const Export& each : exchange->exports())
                expectInBoth(id + "export." + each.key, "export");
            for (const Handover& each : exchange->handovers())
                expectInBoth(id + "handover." + each.key, "handover");
        }
    }
}

// Keys are written in the sources as whole literals, "module.name"; the first word is that of
// other keys in the tables. The id of a control looks alike; its label is "ui." and the id, and the
// words of a lesson's controls are asked for without "ui.lesson.".
TEST(Tables, EveryKeyInTheSourcesIsThere) {
    std::set<std::string> firsts;
    for (const auto& [key, text] : builtin().table(Language::nl))
        firsts.insert(key.substr(0, key.find('.')));
    static const std::regex literal("\"([a-z][a-z0-9_]*)((?:\\.[a-z][A-Za-z0-9_]*)+)\"");
    static const std::set<std::string> extensions{".h",    ".cpp", ".txt", ".json", ".csv",
                                                  ".svg",  ".png", ".md",  ".yaml", ".js",
                                                  ".html", ".lua", ".ini"};
    // Controls of a lesson whose words are the author's own.
    static const std::set<std::string> unlabelled{"lesson.step", "lesson.text", "lesson.expects"};
    size_t found = 0;
    for (const fs::path& path : sources()) {
        const std::string text = fileText(path);
        for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it) {
            const std::string first = (*it)[1], rest = (*it)[2];
            if (!firsts.count(first) || extensions.count(rest.substr(rest.rfind('.')))) continue;
            if (unlabelled.count(first + rest) || builtin().has("ui." + first + rest) ||
                builtin().has("ui.lesson." + first + rest))
                continue;
            ++found;
            expectInBoth(first + rest, path.lexically_relative(PROEFTUIN_ROOT).string());
        }
    }
    EXPECT_GT(found, 10u);
}

TEST(Tables, EveryErrorKeyIsThere) {
    static const std::regex literal("Error\\{\\s*\"([^\"]+)\"");
    for (const fs::path& path : sources()) {
        const std::string text = fileText(path);
        for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it)
            expectInBoth((*it)[1], path.lexically_relative(PROEFTUIN_ROOT).string());
    }
}

// Events are emitted as emit({"key", …}) in a lab's folder.
TEST(Tables, EveryEventHasASentence) {
    static const std::regex literal("emit\\(\\s*(?:Event)?\\{\\s*\"([a-z_]+)\"");
    for (const fs::path& path : sources()) {
        const fs::path inside = path.lexically_relative(fs::path(PROEFTUIN_ROOT) / "sims");
        if (inside.begin() == inside.end() || *inside.begin() == "..") continue;
        const std::string text = fileText(path);
        for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it)
            expectInBoth(inside.begin()->string() + ".event." + (*it)[1].str(), path.string());
    }
}

}  // namespace
}  // namespace pt
