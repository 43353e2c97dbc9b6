// What is wrong with a drawing: each fault alone, named with its parts.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/i18n/words.h"
#include "sims/spaghetti_bridge/design_check.h"

namespace pt {
namespace {

// Two triangles side by side over 40 cm:   D---E
//                                         / \ / \       (A-B-C below)
Bridge sound() {
    Bridge bridge;
    bridge.nodes = {{"A", 0, 0, Support::pin},
                    {"B", 0.2, 0, Support::none},
                    {"C", 0.4, 0, Support::roller},
                    {"D", 0.1, 0.1, Support::none},
                    {"E", 0.3, 0.1, Support::none}};
    const int ends[][2] = {{0, 1}, {1, 2}, {3, 4}, {0, 3}, {3, 1}, {1, 4}, {4, 2}};
    for (const auto& [from, to] : ends)
        bridge.members.push_back(
            {"S" + std::to_string(bridge.members.size() + 1), from, to, 0, Bond::asBridge});
    bridge.loads = {1};
    return bridge;
}

const BridgeProblem* find(const std::vector<BridgeProblem>& problems, const std::string& key) {
    for (const BridgeProblem& problem : problems)
        if (problem.error.key == key) return &problem;
    return nullptr;
}

std::string argument(const BridgeProblem& problem, const std::string& name) {
    for (const Arg& arg : problem.error.args)
        if (arg.name == name) return arg.value;
    return "";
}

using Items = std::vector<std::string>;

TEST(Inspect, FindsNothingInASoundDrawing) { EXPECT_TRUE(inspect(sound()).empty()); }

TEST(Inspect, FindsNothingInTheTemplates) {
    for (int type = 0; type < static_cast<int>(BridgeType::free); ++type)
        for (int panels = 2; panels <= 16; ++panels)
            for (const double height : {0.04, 0.1, 0.4}) {
                const auto problems =
                    inspect(makeBridge(static_cast<BridgeType>(type), 0.6, height, panels));
                EXPECT_TRUE(problems.empty()) << bridgeTypes[type] << " " << panels << " " << height
                                              << " " << problems[0].error.key;
            }
}

TEST(Inspect, AnEmptySheetSaysWhereToStart) {
    Bridge bridge;
    ASSERT_EQ(inspect(bridge).size(), 1u);
    EXPECT_EQ(inspect(bridge)[0].error.key, "bridge.empty");
    EXPECT_TRUE(inspect(bridge)[0].blocking);
}

TEST(Inspect, NamesMembersWithoutLength) {
    Bridge bridge = sound();
    bridge.members.push_back({"S8", 3, 3, 0, Bond::asBridge});
    const auto problems = inspect(bridge);
    const BridgeProblem* problem = find(problems, "bridge.zero_length");
    ASSERT_TRUE(problem);
    EXPECT_TRUE(problem->blocking);
    EXPECT_EQ(argument(*problem, "member"), "S8");
    EXPECT_EQ(problem->items, Items{"member.S8"});
    EXPECT_EQ(problems[0].error.key, "bridge.zero_length") << "it is the first to repair";
}

TEST(Inspect, NamesNodesOnEachOther) {
    Bridge bridge = sound();
    bridge.nodes.push_back({"F", 0.3004, 0.1004, Support::none});
    const auto problems = inspect(bridge);
    const BridgeProblem* problem = find(problems, "bridge.coincident_nodes");
    ASSERT_TRUE(problem);
    EXPECT_EQ(argument(*problem, "node"), "F");
    EXPECT_EQ(argument(*problem, "other"), "E");
    EXPECT_EQ(problem->items, (Items{"node.E", "node.F"}));
    bridge.nodes.back().x = 0.3 + 2 * shortestMember;
    EXPECT_FALSE(find(inspect(bridge), "bridge.coincident_nodes"));
}

TEST(Inspect, NamesDoubledMembers) {
    Bridge bridge = sound();
    bridge.members.push_back({"S8", 1, 3, 0, Bond::asBridge});  // S5 turned round
    const auto problems = inspect(bridge);
    const BridgeProblem* problem = find(problems, "bridge.duplicate_member");
    ASSERT_TRUE(problem);
    EXPECT_TRUE(problem->blocking);
    EXPECT_EQ(argument(*problem, "other"), "S5");
    EXPECT_EQ(problem->items, Items{"member.S8"});
}

TEST(Inspect, AsksForSupportsAndALoad) {
    Bridge bridge = sound();
    for (BridgeNode& node : bridge.nodes) node.support = Support::none;
    EXPECT_TRUE(find(inspect(bridge), "bridge.no_support")->blocking);
    bridge = sound();
    bridge.loads.clear();
    EXPECT_TRUE(find(inspect(bridge), "bridge.no_load")->blocking);
}

TEST(Inspect, ALoadOnASupportBlocksOnlyWhenItIsTheOnlyOne) {
    Bridge bridge = sound();
    bridge.loads = {2};
    const auto alone = inspect(bridge);
    ASSERT_TRUE(find(alone, "bridge.load_on_support"));
    EXPECT_TRUE(find(alone, "bridge.load_on_support")->blocking);
    EXPECT_EQ(find(alone, "bridge.load_on_support")->items, Items{"node.C"});
    bridge.loads = {2, 1};
    EXPECT_FALSE(find(inspect(bridge), "bridge.load_on_support")->blocking);
}

TEST(Inspect, NamesWhatIsLoose) {
    Bridge bridge = sound();
    bridge.nodes.push_back({"F", 0.2, 0.3, Support::none});
    EXPECT_EQ(find(inspect(bridge), "bridge.loose_node")->items, Items{"node.F"});
    bridge.nodes.push_back({"G", 0.3, 0.3, Support::none});
    bridge.members.push_back({"S8", 5, 6, 0, Bond::asBridge});
    auto problems = inspect(bridge);
    ASSERT_TRUE(find(problems, "bridge.loose_part"));
    EXPECT_TRUE(find(problems, "bridge.loose_part")->blocking);
    EXPECT_EQ(find(problems, "bridge.loose_part")->items, (Items{"node.F", "node.G"}));
    bridge.nodes[5].support = bridge.nodes[6].support = Support::pin;
    problems = inspect(bridge);
    EXPECT_FALSE(find(problems, "bridge.loose_part"));
    ASSERT_TRUE(find(problems, "bridge.separate_part"));
    EXPECT_FALSE(find(problems, "bridge.separate_part")->blocking);
}

// B lies on a member from A to C that passes it by.
TEST(Inspect, NamesMembersThroughNodes) {
    Bridge bridge = sound();
    bridge.members.push_back({"S8", 0, 2, 0, Bond::asBridge});
    const auto problems = inspect(bridge);
    const BridgeProblem* problem = find(problems, "bridge.member_through_node");
    ASSERT_TRUE(problem);
    EXPECT_FALSE(problem->blocking);
    EXPECT_EQ(argument(*problem, "node"), "B");
    EXPECT_EQ(problem->items, Items{"member.S8"});
    EXPECT_FALSE(find(problems, "bridge.crossing"));
}

TEST(Inspect, NamesCrossingMembersOnce) {
    Bridge bridge = sound();
    bridge.members.push_back({"S8", 0, 4, 0, Bond::asBridge});  // over S5
    const auto problems = inspect(bridge);
    const BridgeProblem* problem = find(problems, "bridge.crossing");
    ASSERT_TRUE(problem);
    EXPECT_FALSE(problem->blocking);
    EXPECT_EQ(argument(*problem, "member"), "S5");
    EXPECT_EQ(argument(*problem, "other"), "S8");
    EXPECT_EQ(problem->items, (Items{"member.S5", "member.S8"}));
}

TEST(Inspect, BlockingFaultsComeFirst) {
    Bridge bridge = sound();
    bridge.members.push_back({"S8", 0, 4, 0, Bond::asBridge});
    bridge.loads.clear();
    const auto problems = inspect(bridge);
    EXPECT_TRUE(std::is_sorted(
        problems.begin(), problems.end(),
        [](const BridgeProblem& a, const BridgeProblem& b) { return a.blocking > b.blocking; }));
    EXPECT_TRUE(problems.front().blocking);
    EXPECT_FALSE(problems.back().blocking);
}

TEST(Inspect, AHugeDrawingIsLookedAtWholeAndCalledHuge) {
    Bridge bridge;
    for (int i = 0; i < 1000; ++i) {
        bridge.nodes.push_back({"T" + std::to_string(i), i * 0.01, 0.01, Support::none});
        bridge.nodes.push_back({"B" + std::to_string(i), i * 0.01, 0, Support::none});
    }
    const auto join = [&](int from, int to) {
        bridge.members.push_back(
            {"S" + std::to_string(bridge.members.size()), from, to, 0, Bond::asBridge});
    };
    for (int i = 0; i + 2 < 2000; ++i) join(i, i + 2);
    join(0, 1);
    bridge.nodes[1].support = bridge.nodes[1999].support = Support::pin;
    bridge.loads = {1001};
    const auto problems = inspect(bridge);
    ASSERT_EQ(problems.size(), 1u) << problems[0].error.key;
    EXPECT_EQ(problems[0].error.key, "bridge.beyond_class");
    EXPECT_FALSE(problems[0].blocking);
    EXPECT_EQ(argument(problems[0], "count"), "1999");
}

// Everything at one place, everything crossing everything: an answer, and not a long wait.
TEST(Inspect, HostileDrawingsAreAnswered) {
    Bridge heap, star;
    for (int i = 0; i < 2000; ++i) {
        heap.nodes.push_back({"K" + std::to_string(i), 0, 0, Support::none});
        heap.members.push_back({"S" + std::to_string(i), i, (i * 7) % 2000, 0, Bond::asBridge});
        star.nodes.push_back({"K" + std::to_string(i), 0.05 * i, i % 2 ? 1.0 : -1.0});
        star.members.push_back({"S" + std::to_string(i), i, (i + 999) % 2000, 0, Bond::asBridge});
    }
    EXPECT_EQ(find(inspect(heap), "bridge.zero_length")->items.size(), 2000u);
    EXPECT_EQ(find(inspect(heap), "bridge.coincident_nodes")->items.size(), 2000u);
    const auto crossed = inspect(star);
    ASSERT_TRUE(find(crossed, "bridge.crossing"));
    EXPECT_LE(find(crossed, "bridge.crossing")->items.size(), 400u);
}

TEST(Inspect, EveryFaultIsASentenceInBothLanguages) {
    Bridge bridge = sound();
    bridge.members.push_back({"S8", 0, 4, 0, Bond::asBridge});
    bridge.members.push_back({"S9", 0, 2, 0, Bond::asBridge});
    bridge.members.push_back({"S10", 0, 0, 0, Bond::asBridge});
    bridge.nodes.push_back({"F", 0, 0, Support::none});
    bridge.loads = {0};
    for (const Language language : {Language::nl, Language::en}) {
        const Words words = Words::builtin(language);
        for (const BridgeProblem& problem : inspect(bridge)) {
            const std::string sentence = words.sentence(problem.error);
            EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
            EXPECT_EQ(sentence.find("‹"), std::string::npos) << sentence;
        }
    }
}

}  // namespace
}  // namespace pt
