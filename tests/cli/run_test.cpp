#include <set>

#include "tests/cli/harness.h"

namespace pt {
namespace {

using CliRun = CliTest;

std::vector<std::string> keysOf(const Json& json) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : json.entries()) keys.push_back(key);
    return keys;
}

TEST_F(CliRun, JsonHasTheDocumentedKeysInOrder) {
    const Ran ran = labrun({"run", bridge(), "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.out.find('\n'), ran.out.size() - 1) << "one line";
    const Json json = ran.json();
    EXPECT_EQ(keysOf(json), (std::vector<std::string>{"lab", "scenario", "seed", "outputs",
                                                      "events", "steps", "hash"}));
    EXPECT_EQ(json["lab"].text(), "spaghetti_bridge");
    EXPECT_EQ(json["scenario"].text(), "testbrug");
    EXPECT_EQ(json["seed"].number(), 7);
    EXPECT_EQ(json["hash"].text().size(), 16u);
    for (const auto& [key, output] : json["outputs"].entries()) {
        EXPECT_EQ(keysOf(output), (std::vector<std::string>{"value", "unit"})) << key;
    }
    EXPECT_EQ(json["outputs"]["mass"]["unit"].text(), "g");
}

TEST_F(CliRun, TheEventsTellTheFailure) {
    const Json json = labrun({"run", bridge(), "--json"}).json();
    ASSERT_GE(json["events"].items().size(), 1u);
    const Json& failed = json["events"][0];
    EXPECT_EQ(failed["key"].text(), "member_failed");
    EXPECT_EQ(failed["member"].text(), json["outputs"]["first_failed"]["value"].text());
    EXPECT_EQ(failed["mode"].text(), json["outputs"]["failure_mode"]["value"].text());
    EXPECT_EQ(failed["load"].number(), json["outputs"]["breaking_load"]["value"].number());
    EXPECT_EQ(failed["time"].number(), failed["step"].number() / 240);
    EXPECT_GT(json["steps"].number(), failed["step"].number());
}

TEST_F(CliRun, BeforeTheFailureThereIsNoBreakingLoad) {
    const Json json = labrun({"run", bridge(), "--json", "--until", "0,1 s"}).json();
    EXPECT_EQ(json["steps"].number(), 24);
    EXPECT_EQ(json["outputs"]["breaking_load"]["value"].kind(), Json::Kind::null);
    EXPECT_EQ(json["outputs"]["first_failed"]["value"].kind(), Json::Kind::null);
    EXPECT_NEAR(json["outputs"]["load"]["value"].number(), 5, 1e-9);
    EXPECT_TRUE(json["events"].items().empty());
}

TEST_F(CliRun, TheTableSpeaksBothLanguages) {
    const Ran nl = labrun({"run", bridge(), "--lang", "nl"});
    const Ran en = labrun({"run", bridge(), "--lang=en"});
    EXPECT_EQ(nl.code, 0);
    EXPECT_NE(nl.out.find("Testbrug"), std::string::npos) << nl.out;
    EXPECT_NE(nl.out.find("toevalsgetal 7"), std::string::npos) << nl.out;
    EXPECT_NE(en.out.find("Test bridge"), std::string::npos) << en.out;
    EXPECT_NE(en.out.find("seed 7"), std::string::npos) << en.out;
    for (const Ran& ran : {nl, en}) EXPECT_EQ(ran.out.find("‹"), std::string::npos) << ran.out;
}

TEST_F(CliRun, TheSameRunGivesTheSameBytes) {
    const std::string file = bridge();
    EXPECT_EQ(labrun({"run", file, "--json"}).out, labrun({"run", file, "--json"}).out);
}

TEST_F(CliRun, DrawingDoesNotChangeTheRun) {
    const std::string file = bridge();
    const Ran plain = labrun({"run", file, "--json"});
    const Ran drawn = labrun({"run", file, "--json", "--svg", path("brug.svg")});
    EXPECT_EQ(drawn.code, 0) << drawn.err;
    EXPECT_EQ(plain.out, drawn.out);
    const std::string svg = read(path("brug.svg"));
    EXPECT_NE(svg.find("<svg"), std::string::npos);
    EXPECT_NE(svg.find("</svg>"), std::string::npos);
    EXPECT_NE(svg.find("Testbrug"), std::string::npos);
}

TEST_F(CliRun, TheDrawingIsOfTheFirstEvent) {
    const std::string file = bridge();
    const double failed = labrun({"run", file, "--json"}).json()["events"][0]["step"].number();
    ASSERT_EQ(labrun({"run", file, "--svg", path("end.svg")}).code, 0);
    const std::string until = std::to_string(failed / 240) + " s";
    ASSERT_EQ(labrun({"run", file, "--until", until, "--svg", path("event.svg")}).code, 0);
    ASSERT_EQ(labrun({"run", file, "--until", "0 s", "--svg", path("start.svg")}).code, 0);
    EXPECT_EQ(read(path("end.svg")), read(path("event.svg")));
    EXPECT_NE(read(path("end.svg")), read(path("start.svg")));
}

TEST_F(CliRun, CsvHasUnitsAndARowForEverySample) {
    ASSERT_EQ(labrun({"run", bridge(), "--until", "0.1 s", "--csv", path("a.csv")}).code, 0);
    const std::string csv = read(path("a.csv"));
    EXPECT_EQ(csv.rfind("time (s),", 0), 0u) << csv.substr(0, 200);
    EXPECT_NE(csv.find("load (N)"), std::string::npos);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 26) << "header and steps 0 to 24";
    ASSERT_EQ(labrun({"run", bridge(), "--until", "0.1 s", "--csv", path("b.csv"), "--csv-style",
                      "dutch"})
                  .code,
              0);
    EXPECT_EQ(read(path("b.csv")).rfind("\xEF\xBB\xBFtime (s);", 0), 0u);
}

TEST_F(CliRun, SettingsReplaceThoseOfTheScenarioAlsoLockedOnes) {
    const std::string file = bridge();
    const Json low = labrun({"run", file, "--json"}).json();
    const Json high = labrun({"run", file, "--json", "--set", "height=16cm"}).json();
    const Json bare = labrun({"run", file, "--json", "--set=height=16"}).json();
    const Json pratt = labrun({"run", file, "--json", "--set", "type=pratt"}).json();
    EXPECT_NE(low["hash"].text(), high["hash"].text());
    EXPECT_EQ(high["hash"].text(), bare["hash"].text());
    EXPECT_NE(low["hash"].text(), pratt["hash"].text());
    const Ran slow =
        labrun({"run", file, "--json", "--until", "1 s", "--set", "load_rate=2,5 N/s"});
    EXPECT_NEAR(slow.json()["outputs"]["load"]["value"].number(), 2.5, 1e-9);
}

TEST_F(CliRun, SeedsMatterAndRepeat) {
    const std::string file = bridge();
    std::set<double> loads;  // weak in tension, where strength is a matter of chance
    for (const char* seed : {"1", "2", "3", "1"}) {
        const Ran ran =
            labrun({"run", file, "--json", "--set", "tensile_strength=5 MPa", "--seed", seed});
        loads.insert(ran.json()["outputs"]["breaking_load"]["value"].number());
    }
    EXPECT_EQ(loads.size(), 3u);
    EXPECT_EQ(labrun({"run", file, "--json", "--seed", "7"}).out,
              labrun({"run", file, "--json"}).out);
}

TEST_F(CliRun, HashStopsWhereToldAndAtTheEnd) {
    const std::string file = bridge();
    const Json end = labrun({"run", file, "--json"}).json();
    EXPECT_EQ(labrun({"hash", file}).out, end["hash"].text() + "\n");
    EXPECT_EQ(labrun({"hash", file, "--steps", "9999999"}).out, end["hash"].text() + "\n");
    const Json early = labrun({"run", file, "--json", "--until", "0.5 s"}).json();
    EXPECT_EQ(labrun({"hash", file, "--steps=120"}).out, early["hash"].text() + "\n");
    EXPECT_NE(labrun({"hash", file, "--steps=119"}).out, early["hash"].text() + "\n");
}

TEST_F(CliRun, SavedWorkReplaysToTheSameHash) {
    const std::string save = path("werk.proeftuin");
    const Json json = labrun({"run", bridge(), "--json", "--save", save}).json();
    const Ran replay = labrun({"replay", save, "--json"});
    ASSERT_EQ(replay.code, 0) << replay.err;
    EXPECT_TRUE(replay.json()["same"].boolean());
    EXPECT_EQ(replay.json()["found"].text(), json["hash"].text());
    EXPECT_EQ(replay.json()["steps"].number(), json["steps"].number());
    EXPECT_EQ(labrun({"replay", save}).code, 0);
}

TEST_F(CliRun, ATamperedResultIsNoticed) {
    const std::string save = path("werk.proeftuin");
    ASSERT_EQ(labrun({"run", bridge(), "--save", save}).code, 0);
    std::string bytes = read(save);
    const std::string key = "\"breaking_load\":";
    const size_t digit = bytes.find(key, bytes.find("\"runs\":")) + key.size();
    ASSERT_LT(digit, bytes.size());
    bytes[digit] = bytes[digit] == '9' ? '8' : '9';
    const std::string altered = file("vals.proeftuin", bytes);
    EXPECT_EQ(labrun({"replay", altered}).code, 1) << "the check line does not fit";
    bytes = bytes.substr(0, bytes.rfind(",\n\"check\"")) + "}";
    const std::string sly = file("knap.proeftuin", bytes);
    EXPECT_EQ(labrun({"replay", sly}).code, 3);
    EXPECT_FALSE(labrun({"replay", sly, "--json"}).json()["same"].boolean(true));
}

TEST_F(CliRun, BuiltInScenariosRunByName) {
    const Ran list = labrun({"list", "--json"});
    ASSERT_EQ(list.code, 0);
    const Json scenarios = list.json()["scenarios"];
    ASSERT_FALSE(scenarios.items().empty());
    for (const Json& scenario : scenarios.items()) {
        const std::string id = scenario["id"].text();
        EXPECT_EQ(labrun({"check", id}).code, 0) << id;
        const Ran ran = labrun({"run", id, "--json", "--until", "1s"});
        EXPECT_EQ(ran.code, 0) << id << ran.err;
        EXPECT_EQ(ran.json()["lab"].text(), scenario["lab"].text());
        EXPECT_FALSE(scenario["title"].text().empty());
    }
}

TEST_F(CliRun, ListAndSchemaAsText) {
    for (const char* lang : {"nl", "en"}) {
        const Ran list = labrun({"list", "--lang", lang});
        EXPECT_NE(list.out.find("spaghettibrug"), std::string::npos) << list.out;
        const Ran schema = labrun({"schema", "--lang", lang});
        for (const char* key : {"height", "type", "breaking_load"}) {
            EXPECT_NE(schema.out.find(key), std::string::npos) << schema.out;
        }
        EXPECT_EQ((list.out + schema.out).find("‹"), std::string::npos) << schema.out;
    }
}

TEST_F(CliRun, SchemaGivesUnitsAndRanges) {
    const Ran ran = labrun({"schema", "spaghetti-bridge", "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const Json json = ran.json();
    EXPECT_EQ(json["lab"].text(), "spaghetti_bridge");
    bool found = false;
    for (const Json& param : json["params"].items()) {
        EXPECT_LE(param["min"].number(), param["start"].number()) << param.write();
        EXPECT_LE(param["start"].number(), param["max"].number()) << param.write();
        found = found || (param["key"].text() == "height" && param["unit"].text() == "cm");
    }
    EXPECT_TRUE(found);
    EXPECT_FALSE(json["choices"].items().empty());
    EXPECT_EQ(json["documents"][0].text(), "bridge");
}

}  // namespace
}  // namespace pt
