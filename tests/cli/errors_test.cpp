// Every exit code, and bad input of every kind: one clear sentence with its place, in two
// languages.
#include <unistd.h>

#include "tests/cli/harness.h"

namespace pt {
namespace {

using CliErrors = CliTest;

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// A change to the good file, and what the message must name.
struct Broken {
    const char* what;
    const char* from;
    const char* to;
    const char* named;  // in the message
    int line;           // 0: no line
};

TEST_F(CliErrors, WhatIsWrongInAFileHasItsPlace) {
    const Broken all[] = {
        {"unknown key", "  height:", "  hight:", "height", 9},
        {"wrong unit", "load_rate: 50 N/s", "load_rate: 50 kg", "50 kg", 10},
        {"decimal comma", "50 N/s", "2,5 N/s", "2.5 N/s", 10},
        {"not a number", "50 N/s", "NaN N/s", "NaN", 10},
        {"infinite", "50 N/s", "inf N/s", "inf", 10},
        {"out of range", "start: 8 cm", "start: 30 cm", "30", 9},
        {"unknown option", "type: warren", "type: waren", "warren", 8},
        {"unknown lab", "sim: spaghetti-bridge", "sim: spagetti-bridge", "spaghetti-bridge", 5},
        {"tab", "  type: warren", "\ttype: warren", "", 8},
        {"not YAML", "max: 20 cm}", "max: 20 cm", "", 9},
    };
    for (const Broken& broken : all) {
        std::string bytes = fastBridge;
        const size_t at = bytes.find(broken.from);
        ASSERT_NE(at, std::string::npos) << broken.what;
        bytes.replace(at, std::string(broken.from).size(), broken.to);
        const std::string name = file("fout.lab.yaml", bytes);
        for (const char* lang : {"nl", "en"}) {
            for (const char* command : {"run", "check", "hash", "sweep"}) {
                const Ran ran = labrun({command, name, "--lang", lang});
                EXPECT_EQ(ran.code, 1) << broken.what << ' ' << command << ran.out << ran.err;
                const std::string place = name + ":" + std::to_string(broken.line) + ":";
                EXPECT_TRUE(has(ran.err, place)) << broken.what << ": " << ran.err;
                EXPECT_TRUE(has(ran.err, broken.named)) << broken.what << ": " << ran.err;
                EXPECT_FALSE(has(ran.err, "‹")) << ran.err;
                EXPECT_TRUE(has(ran.err, "^")) << broken.what << ": " << ran.err;
            }
        }
    }
}

TEST_F(CliErrors, AMechanismNamesTheNode) {
    const std::string name = file("los.lab.yaml", loosePolygon);
    for (const char* lang : {"nl", "en"}) {
        for (const char* command : {"run", "check", "hash"}) {
            const Ran ran = labrun({command, name, "--lang", lang});
            EXPECT_EQ(ran.code, 1) << command << ran.out;
            EXPECT_TRUE(has(ran.err, name)) << ran.err;
            EXPECT_TRUE(has(ran.err, "C") || has(ran.err, "D")) << ran.err;
            EXPECT_FALSE(has(ran.err, "‹") || has(ran.err, "{")) << ran.err;
        }
    }
}

TEST_F(CliErrors, DuplicateAndZeroLengthMembers) {
    std::string twice = loosePolygon;
    twice.replace(twice.find("{id: DA, from: D, to: A}"), 24, "{id: DA, from: B, to: A}");
    std::string none = loosePolygon;
    none.replace(none.find("{id: DA, from: D, to: A}"), 24, "{id: DA, from: D, to: D}");
    for (const std::string& bytes : {twice, none}) {
        const Ran ran = labrun({"check", file("staaf.lab.yaml", bytes), "--lang", "nl"});
        EXPECT_EQ(ran.code, 1) << ran.out;
        EXPECT_TRUE(has(ran.err, "DA")) << ran.err;
        EXPECT_FALSE(has(ran.err, "‹")) << ran.err;
    }
}

TEST_F(CliErrors, CheckAnswersInJson) {
    const Ran good = labrun({"check", bridge(), "--json"});
    EXPECT_EQ(good.code, 0);
    EXPECT_TRUE(good.json()["ok"].boolean());
    const Ran bad = labrun({"check", file("los.lab.yaml", loosePolygon), "--json"});
    EXPECT_EQ(bad.code, 1);
    EXPECT_FALSE(bad.json()["ok"].boolean(true));
    ASSERT_EQ(bad.json()["errors"].items().size(), 1u);
    EXPECT_FALSE(bad.json()["errors"][0]["sentence"].text().empty());
}

TEST_F(CliErrors, MissingFiles) {
    for (const char* command : {"run", "check", "hash", "sweep", "replay"}) {
        const Ran ran = labrun({command, path("weg.lab.yaml"), "--lang", "nl"});
        EXPECT_EQ(ran.code, 4) << command << ran.err;
        EXPECT_TRUE(has(ran.err, "weg.lab.yaml")) << ran.err;
        EXPECT_EQ(ran.out, "") << command;
    }
    EXPECT_TRUE(has(labrun({"run", "spagettibrug"}).err, "'spaghettibrug'"));
    EXPECT_EQ(labrun({"run", folder_.string()}).code, 1) << "a folder without a lesson";
}

TEST_F(CliErrors, SettingsOnTheCommandLine) {
    const std::string name = bridge();
    for (const char* set : {"hight=8", "height=8 kg", "height=50 cm", "height=nan",
                            "height=", "type=cantilever", "height=8 cmm"}) {
        const Ran ran = labrun({"run", name, "--set", set, "--lang", "en"});
        EXPECT_EQ(ran.code, 1) << set << ran.out;
        EXPECT_TRUE(has(ran.err, "--set ")) << set << ": " << ran.err;
        EXPECT_EQ(ran.out, "");
    }
    EXPECT_EQ(labrun({"run", name, "--until", "5 kg"}).code, 1);
    EXPECT_EQ(labrun({"run", name, "--until", "-5 s"}).code, 1);
    EXPECT_EQ(labrun({"run", name, "--until", "1e9 s"}).code, 1);
}

TEST_F(CliErrors, WrongCommandLines) {
    const std::string name = bridge();
    const std::vector<std::vector<std::string>> all = {
        {},
        {"rnu", name},
        {"xyzzy"},
        {"run"},
        {"run", name, "extra"},
        {"list", "extra"},
        {"run", name, "--jsn"},
        {"run", name, "--seed"},
        {"run", name, "--seed", "x"},
        {"run", name, "--seed", "-1"},
        {"run", name, "--seed", "1.5"},
        {"run", name, "--seed", "99999999999999999999"},
        {"run", name, "--seed=1", "--seed=2"},
        {"run", name, "--json=yes"},
        {"run", name, "--set", "height"},
        {"run", name, "--set", "=8"},
        {"run", name, "--csv-style", "french"},
        {"run", name, "--lang", "fr"},
        {"hash", name, "--steps", "-5"},
        {"schema", "spaghetti_brige"},
        {"sweep", name, "--vary", "height"},
        {"sweep", name, "--vary", "height=3:20"},
        {"sweep", name, "--vary", "height=3:20:0"},
        {"sweep", name, "--vary", "type=warren:pratt:2"},
        {"sweep", name, "--vary", "height=3:20:1000", "--vary", "strands=1:2:1001"},
        {"sweep", name, "--jobs", "0"},
        {"sweep", "-", "--seed", "3"},
    };
    for (const auto& args : all) {
        std::string line;
        for (const std::string& arg : args) line += arg + ' ';
        const Ran ran = labrun(args);
        EXPECT_EQ(ran.code, 2) << line << ran.out << ran.err;
        EXPECT_EQ(ran.out, "") << line;
        EXPECT_FALSE(has(ran.err, "‹") || has(ran.err, "{")) << line << ran.err;
        EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << line << ran.err;
    }
    EXPECT_TRUE(has(labrun({"rnu"}).err, "'run'"));
    EXPECT_TRUE(has(labrun({"run", name, "--jsn"}).err, "'--json'"));
}

TEST_F(CliErrors, SaveFilesCutOffAnywhere) {
    const std::string save = path("werk.proeftuin");
    ASSERT_EQ(labrun({"run", bridge(), "--until", "0.1 s", "--save", save}).code, 0);
    const std::string bytes = read(save);
    const size_t last = bytes.find_last_not_of(" \n");
    for (size_t length = 0; length <= last; length += 1 + bytes.size() / 97) {
        const std::string cut = file("half.proeftuin", bytes.substr(0, length));
        const Ran ran = labrun({"replay", cut, "--lang", "nl"});
        EXPECT_EQ(ran.code, 1) << length;
        EXPECT_TRUE(has(ran.err, cut)) << ran.err;
        EXPECT_FALSE(has(ran.err, "‹")) << ran.err;
    }
}

TEST_F(CliErrors, ANewerSaveAndOneThatIsNotOurs) {
    const std::string save = path("werk.proeftuin");
    ASSERT_EQ(labrun({"run", bridge(), "--until", "0.1 s", "--save", save}).code, 0);
    Json json = Json::parse(read(save)).value();
    json.set("proeftuin", 999.0);
    const Ran newer = labrun({"replay", file("nieuw.proeftuin", json.write()), "--lang", "nl"});
    EXPECT_EQ(newer.code, 1);
    EXPECT_TRUE(has(newer.err, "999")) << newer.err;
    EXPECT_EQ(labrun({"replay", file("ander.proeftuin", "{\"a\": 1}")}).code, 1);
    const Ran run = labrun({"run", save, "--lang", "en"});
    EXPECT_EQ(run.code, 1);
    EXPECT_TRUE(has(run.err, "labrun replay")) << run.err;
}

TEST_F(CliErrors, OutputThatCannotBeWritten) {
    const std::string name = bridge();
    const std::vector<std::string> places = {path("geen/map/uit.csv"), "/proc/uit.csv",
                                             folder_.string(), "/dev/full"};
    for (const char* option : {"--csv", "--svg", "--save"}) {
        for (const std::string& place : places) {
            const Ran ran = labrun({"run", name, "--until", "0.1 s", option, place});
            EXPECT_EQ(ran.code, 4) << option << ' ' << place << ran.err;
            EXPECT_TRUE(has(ran.err, place)) << ran.err;
        }
    }
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full")) << "a device is never replaced";
    const Ran sweep = labrun({"sweep", name, "--until", "0.1 s", "--csv", "/dev/full"});
    EXPECT_EQ(sweep.code, 4);
}

// Root may write everywhere, so it becomes nobody for a moment.
TEST_F(CliErrors, AReadOnlyFolderKeepsWhatItHas) {
    const std::string csv = file("oud.csv", "oud");
    std::filesystem::permissions(folder_, std::filesystem::perms(0555));
    const uid_t self = geteuid();
    ASSERT_EQ(seteuid(self == 0 ? 65534 : self), 0);
    const Ran ran = labrun({"run", "spaghettibrug", "--until", "0.1 s", "--csv", csv});
    ASSERT_EQ(seteuid(self), 0);
    std::filesystem::permissions(folder_, std::filesystem::perms(0755));
    EXPECT_EQ(ran.code, 4) << ran.err;
    EXPECT_TRUE(has(ran.err, csv)) << ran.err;
    EXPECT_EQ(read(csv), "oud");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(CliErrors, AFullStandardOutput) {
    std::ofstream full("/dev/full");
    std::istringstream in;
    std::ostringstream err;
    const std::vector<std::string> args{"list", "--lang", "en"};
    EXPECT_EQ(runCli(args, in, full, err), 4);
    EXPECT_NE(err.str(), "");
}

}  // namespace
}  // namespace pt
