// Designs as CSV and JSON: what is written is read back, and what people write by hand too.
#include <gtest/gtest.h>

#include "engine/core/rng.h"
#include "engine/i18n/words.h"
#include "sims/spaghetti_bridge/design_csv.h"

namespace pt {
namespace {

Bridge sample() {
    Bridge bridge = makeBridge(BridgeType::suspension, 0.7, 0.13, 5);
    bridge.members[3].strands = 12;
    bridge.members[4].bond = Bond::loose;
    bridge.members[5].bond = Bond::bonded;
    bridge.loads = {2, 3};
    bridge.nodes[4].id = "left \"foot\"; low";
    bridge.members[0].id = "=SUM(A1)";
    bridge.nodes[5].id = "node";
    return bridge;
}

std::string keyOf(const Result<Bridge>& result) {
    return result.ok() ? "" : result.error().key + " " + result.error().where;
}

TEST(DesignCsv, IsReadBackToTheNanometre) {
    for (const bool comma : {true, false}) {
        const Result<Bridge> read = readDesignCsv(writeDesignCsv(sample(), comma));
        ASSERT_TRUE(read.ok()) << keyOf(read);
        Bridge bridge = read.value();
        for (size_t i = 0; i < bridge.nodes.size(); ++i) {
            BridgeNode& node = bridge.nodes[i];
            EXPECT_NEAR(node.x, sample().nodes[i].x, 0.51e-9);
            EXPECT_NEAR(node.y, sample().nodes[i].y, 0.51e-9);
            node.x = sample().nodes[i].x;
            node.y = sample().nodes[i].y;
        }
        EXPECT_EQ(bridge, sample());
    }
    EXPECT_EQ(readDesignCsv(writeDesignCsv({}, true)).value(), Bridge());
}

TEST(DesignCsv, IsWhatASpreadsheetOfThatCountryOpens) {
    Bridge bridge;
    bridge.nodes = {{"K1", 0, 0, Support::pin}, {"K2", 0.125, 0, Support::none}};
    bridge.members = {{"S1", 0, 1, 7, Bond::bonded}};
    bridge.loads = {1};
    EXPECT_EQ(writeDesignCsv(bridge, true),
              "knoop;x (cm);y (cm);steunpunt;last\r\nK1;0;0;pin;\r\nK2;12,5;0;;1\r\n\r\n"
              "staaf;van;naar;sprieten;bundel\r\nS1;K1;K2;7;bonded\r\n");
    EXPECT_EQ(writeDesignCsv(bridge, false),
              "node,x (cm),y (cm),support,load\r\nK1,0,0,pin,\r\nK2,12.5,0,,1\r\n\r\n"
              "member,from,to,strands,bond\r\nS1,K1,K2,7,bonded\r\n");
    bridge.members[0].id = "=1+1";
    EXPECT_NE(writeDesignCsv(bridge, true).find("\n'=1+1;"), std::string::npos);
}

// By hand: tabs, columns in another order, other units, words for supports, no optional columns.
TEST(DesignCsv, TakesWhatPeopleWrite) {
    const Result<Bridge> read = readDesignCsv(
        "\xEF\xBB\xBFy [mm]\tKnoop\tx (m)\tsteunpunt\r\r\n0\tL\t0\tscharnier\n"
        "0\tR\t0,6\trol\n  80 \tT\t30 cm\tgeen\n\n\nnaar\tvan\tstaaf\nR\tL\ttrek\nT\tL\tduw1\n"
        "T\tR\tduw2\n\n");
    ASSERT_TRUE(read.ok()) << keyOf(read);
    const Bridge& bridge = read.value();
    ASSERT_EQ(bridge.nodes.size(), 3u);
    EXPECT_EQ(bridge.nodes[0].support, Support::pin);
    EXPECT_EQ(bridge.nodes[1].support, Support::roller);
    EXPECT_EQ(bridge.nodes[1].x, 0.6);
    EXPECT_EQ(bridge.nodes[2].y, 0.08);
    EXPECT_EQ(bridge.nodes[2].x, 0.3);
    EXPECT_EQ(bridge.members[1].id, "duw1");
    EXPECT_EQ(bridge.members[1].to, 2);
    EXPECT_TRUE(bridge.loads.empty());
}

struct Refusal {
    const char* text;
    const char* answer;
};
void PrintTo(const Refusal& value, std::ostream* out) { *out << value.text; }
class BadCsv : public testing::TestWithParam<Refusal> {};

TEST_P(BadCsv, IsRefusedWithItsLineAndField) {
    const Result<Bridge> read = readDesignCsv(GetParam().text);
    EXPECT_EQ(keyOf(read), GetParam().answer);
    for (const Language language : {Language::nl, Language::en}) {
        const std::string sentence = Words::builtin(language).sentence(read.error());
        EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
        EXPECT_EQ(sentence.find("‹"), std::string::npos) << sentence;
    }
}

const Refusal refusals[] = {
    {"", "bridge.csv_heading 1:1"},
    {"K1;0;0\n", "bridge.csv_heading 1:1"},
    {"node,x,y,colour\n", "bridge.csv_column 1:4"},
    {"node,x,y,x\n", "bridge.csv_column 1:4"},
    {"node,x\n", "bridge.csv_missing 1:1"},
    {"node,x (kg),y\n", "bridge.csv_unit 1:2"},
    {"node,x (elephants),y\n", "bridge.csv_unit 1:2"},
    {"node,x,y\nA,1,2,3\n", "bridge.csv_fields 2:4"},
    {"node,x,y\nA,one,2\n", "units.number 2:2"},
    {"node,x,y\nA,1\n", "bridge.bad_number 2:1"},
    {"node,x,y\nA,1,99999\n", "bridge.bad_number 2:3"},
    {"node,x,y\nA,1,1\n\nA,2,2\n", "bridge.duplicate_id 4:1"},
    {"node,x,y,support\nA,1,1,wall\n", "bridge.bad_support 2:4"},
    {"node,x,y\nA,0,0\nmember,from,to\nS,A,B\n", "bridge.unknown_node 4:3"},
    {"node,x,y\nA,0,0\nmember,from,to\nS,A\n", "bridge.bad_id 4:1"},
    {"node;x;y\nA;0;0\nB;1;1\nmember;from;to;strands\nS;A;B;2,5\n", "bridge.bad_strands 5:4"},
    {"node;x;y\nA;0;0\nB;1;1\nmember;from;to;bond\nS;A;B;nails\n", "bridge.bad_bond 5:4"},
    {"node,x,y\n\"A,1,2\n", "bridge.csv_quote 2:1"},
    {"node,x,y\n\"A\"B,1,2\n", "bridge.csv_quote 2:1"},
};
INSTANTIATE_TEST_SUITE_P(Each, BadCsv, testing::ValuesIn(refusals));

TEST(DesignCsv, HugeFilesAreRefused) {
    EXPECT_EQ(readDesignCsv(std::string(maxDesignFile + 1, ';')).error().key,
              "bridge.csv_too_long");
    EXPECT_EQ(readDesignJson(std::string(maxDesignFile + 1, ' ')).error().key,
              "bridge.csv_too_long");
    std::string many = "node,x,y\n";
    for (int i = 0; i < 2001; ++i) many += "K" + std::to_string(i) + ",1,1\n";
    EXPECT_EQ(readDesignCsv(many).error().key, "bridge.too_many");
}

TEST(DesignJson, IsReadBackAndTakenBare) {
    EXPECT_EQ(readDesignJson(writeDesignJson(sample())).value(), sample());
    EXPECT_EQ(readDesignJson(writeBridge(sample()).write()).value(), sample());
    EXPECT_EQ(readDesignJson("{\"bridge\": 3}").error().key, "bridge.not_object");
    EXPECT_FALSE(readDesignJson("{nodes").ok());
}

// Damaged files: an answer, and a design that was taken is one that can be written.
TEST(DesignFiles, DamageIsAnswered) {
    Rng random(1, "damage");
    const std::string files[] = {writeDesignCsv(sample(), true), writeDesignCsv(sample(), false),
                                 writeDesignJson(sample())};
    constexpr char bytes[] = ",;\t\"\n\r'()[]{}: -.0159eEKSx\xFF\x00";
    int taken = 0;
    for (int round = 0; round < 6000; ++round) {
        std::string text = files[round % 3];
        for (int64_t hits = random.integer(1, 4); hits > 0 && !text.empty(); --hits) {
            const auto at =
                static_cast<size_t>(random.integer(0, static_cast<int64_t>(text.size()) - 1));
            const char byte = bytes[random.integer(0, static_cast<int64_t>(sizeof bytes) - 2)];
            switch (random.integer(0, 3)) {
            case 0: text[at] = byte; break;
            case 1: text.insert(at, 1, byte); break;
            case 2: text.erase(at, static_cast<size_t>(random.integer(1, 20))); break;
            default: text.resize(at + 1); break;
            }
        }
        const Result<Bridge> read = round % 3 == 2 ? readDesignJson(text) : readDesignCsv(text);
        if (!read.ok()) continue;
        ++taken;
        const std::string written = writeDesignCsv(read.value(), true);
        const Result<Bridge> again = readDesignCsv(written);
        ASSERT_TRUE(again.ok()) << text << keyOf(again);
        EXPECT_EQ(writeDesignCsv(again.value(), true), written) << text;
    }
    EXPECT_GT(taken, 100);
}

}  // namespace
}  // namespace pt
