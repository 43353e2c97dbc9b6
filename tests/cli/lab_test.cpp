// export, table and job: what a lab has besides its run.
#include <set>

#include "engine/cli/commands.h"
#include "tests/cli/harness.h"

namespace pt {
namespace {

using CliLab = CliTest;

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::set<std::string> keysOf(const Json& list) {
    std::set<std::string> keys;
    for (const Json& each : list.items()) {
        EXPECT_FALSE(each["label"].text().empty()) << each.write();
        keys.insert(each["key"].text());
    }
    return keys;
}

TEST_F(CliLab, WithoutAKeyTheyListWhatThereIs) {
    EXPECT_TRUE(keysOf(labrun({"table", "trekproef", "--json"}).json()).count("measurements"));
    EXPECT_TRUE(keysOf(labrun({"export", "trekproef", "--json"}).json()).count("csv"));
    EXPECT_TRUE(labrun({"job", "trekproef", "--json"}).json().isList());
    for (const char* lang : {"nl", "en"}) {
        const Ran ran = labrun({"table", "trekproef", "--lang", lang});
        EXPECT_EQ(ran.code, 0);
        EXPECT_TRUE(has(ran.out, "library  "));
        EXPECT_FALSE(has(ran.out, "‹")) << ran.out;
    }
}

TEST_F(CliLab, ATableIsShownInWordsJsonAndCsv) {
    const Ran shown = labrun({"table", "trekproef", "library", "--lang", "nl"});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_TRUE(has(shown.out, "(GPa)")) << shown.out;
    const std::string csv = path("tabel.csv");
    const Ran ran = labrun({"table", "trekproef", "library", "--json", "--csv", csv});
    const Json table = ran.json();
    EXPECT_EQ(table["id"].text(), "table.library");
    const size_t rows = table["rows"].items().size(), columns = table["columns"].items().size();
    EXPECT_GT(rows, 3u);
    EXPECT_EQ(table["rows"][0]["cells"].items().size(), columns);
    const std::string bytes = read(csv);
    EXPECT_EQ(static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\n')), rows + 1);
    EXPECT_TRUE(has(bytes, "E_low (GPa)")) << bytes;
    EXPECT_EQ(labrun({"table", "trekproef", "library", "--csv", csv, "--csv-style", "dutch"}).code,
              0);
    EXPECT_TRUE(has(read(csv), ";"));
}

TEST_F(CliLab, AnExportGoesToTheOutputOrAFile) {
    const Ran shown = labrun({"export", "trekproef", "csv", "--lang", "en"});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_FALSE(shown.out.empty());
    const std::string name = path("metingen.csv");
    EXPECT_EQ(labrun({"export", "trekproef", "csv", "--lang", "en", "--out", name}).out, "");
    EXPECT_EQ(read(name), shown.out);
    const Ran lost = labrun({"export", "trekproef", "csv", "--out", path("geen/map.csv")});
    EXPECT_EQ(lost.code, 4) << lost.err;
}

TEST_F(CliLab, AnUnknownKeyIsAnsweredWithTheKnownOnes) {
    for (const char* lang : {"nl", "en"}) {
        for (const char* command : {"export", "table"}) {
            const Ran ran = labrun({command, "trekproef", "nothing", "--lang", lang});
            EXPECT_EQ(ran.code, 1);
            EXPECT_TRUE(has(ran.err, "nothing")) << ran.err;
            EXPECT_TRUE(has(ran.err, command[0] == 'e' ? "csv" : "library")) << ran.err;
        }
    }
    EXPECT_EQ(labrun({"job", "trekproef", "nothing"}).code, 1);
}

TEST_F(CliLab, TheCommandLineIsChecked) {
    EXPECT_EQ(labrun({"table"}).code, 2);
    EXPECT_EQ(labrun({"table", "trekproef", "library", "more"}).code, 2);
    EXPECT_EQ(labrun({"job", "spaghettibrug", "repeats", "--arg", "count"}).code, 2);
    EXPECT_EQ(labrun({"job", "spaghettibrug", "repeats", "--arg", "=3"}).code, 2);
    EXPECT_EQ(labrun({"table", "trekproef", "library", "--csv-style", "x"}).code, 2);
    EXPECT_EQ(labrun({"export", "geen-scenario"}).code, 4);
    EXPECT_EQ(labrun({"export", "trekproef", "--set", "lenght=3"}).code, 1);
    EXPECT_EQ(labrun({"table", "trekproef", "library", "--until", "never"}).code, 1);
}

TEST_F(CliLab, AJobRunsToItsEnd) {
    const Ran ran =
        labrun({"job", "spaghettibrug", "repeats", "--arg", "count=20", "--json", "--seed", "3"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const Json answer = ran.json();
    EXPECT_EQ(answer["job"].text(), "repeats");
    EXPECT_EQ(answer["steps"].number(-1), 0) << "the run itself has not begun";
    double pieces = 0;
    for (const Json& each : answer["charts"]["repeats_chart"]["series"][0]["y"].items())
        pieces += each.number();
    EXPECT_EQ(pieces, 20) << ran.out;
    const Ran again =
        labrun({"job", "spaghettibrug", "repeats", "--arg", "count=20", "--json", "--seed", "3"});
    EXPECT_EQ(again.out, ran.out) << "seeded";
    EXPECT_EQ(labrun({"job", "spaghettibrug", "repeats", "--arg", "count=0"}).code, 1);
    EXPECT_EQ(labrun({"job", "spaghettibrug", "repeats", "--arg", "cuont=20"}).code, 1);
}

TEST_F(CliLab, TheSchemaTellsThemAll) {
    const Json bench = labrun({"schema", "material_test", "--json"}).json();
    EXPECT_TRUE(keysOf(bench["tables"]).count("measurements"));
    EXPECT_FALSE(bench["tables"][0]["columns"].items().empty());
    EXPECT_FALSE(bench["charts"].items().empty());
    EXPECT_TRUE(bench["charts"][0]["x"].has("unit"));
    EXPECT_TRUE(bench["measurable"].isList());
    const Ran shown = labrun({"schema", "material_test", "--lang", "nl"});
    EXPECT_TRUE(has(shown.out, "library")) << shown.out;
    const Json bridge = labrun({"schema", "spaghetti_bridge", "--json"}).json();
    EXPECT_TRUE(has(bridge["events"].write(), "\"collapsed\"")) << bridge["events"].write();
    EXPECT_FALSE(has(bridge["events"].write(), "\"run_end\"")) << "every lesson has that one";
    const Ran listed = labrun({"schema", "spaghetti_bridge", "--lang", "nl"});
    EXPECT_TRUE(has(listed.out, "De brug droeg …")) << listed.out;
    EXPECT_TRUE(has(listed.out, ", door de les te zetten")) << listed.out;
    EXPECT_FALSE(has(shown.out, "‹")) << shown.out;
}

}  // namespace
}  // namespace pt
