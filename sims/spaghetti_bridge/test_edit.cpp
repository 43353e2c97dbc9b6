// Edits of a bridge, each by itself, and as commands of the lab in a Session.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/run/session.h"
#include "sims/spaghetti_bridge/edit.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

// A triangle A-B-C that stands on A and B; the load hangs at C.
Bridge triangle() {
    Bridge bridge;
    bridge.nodes = {
        {"A", 0, 0, Support::pin}, {"B", 0.2, 0, Support::roller}, {"C", 0.1, 0.1, Support::none}};
    bridge.members = {{"S1", 0, 1, 0, Bond::asBridge},
                      {"S2", 1, 2, 5, Bond::loose},
                      {"S3", 2, 0, 0, Bond::asBridge}};
    bridge.loads = {2};
    return bridge;
}

const BridgeNode& node(const Bridge& bridge, const char* id) {
    return bridge.nodes[bridge.findNode(id)];
}
const BridgeMember& member(const Bridge& bridge, const char* id) {
    return bridge.members[bridge.findMember(id)];
}
bool joined(const Bridge& bridge, const char* a, const char* b) {
    const int from = bridge.findNode(a), to = bridge.findNode(b);
    return std::any_of(bridge.members.begin(), bridge.members.end(), [&](const BridgeMember& m) {
        return (m.from == from && m.to == to) || (m.from == to && m.to == from);
    });
}
std::string keyOf(const Result<Bridge>& result) { return result.ok() ? "" : result.error().key; }

TEST(Names, AreSplitAtCommasAndTrimmed) {
    EXPECT_EQ(splitNames(" S1, S2 ,,left foot,"), (Names{"S1", "S2", "left foot"}));
    EXPECT_TRUE(splitNames(" , ").empty());
    EXPECT_EQ(joinNames({"S1", "S2"}), "S1,S2");
}

TEST(Names, NewOnesAreFreeBeyondTheirNumber) {
    Bridge bridge = triangle();
    EXPECT_EQ(freeNodeName(bridge), "K4");
    bridge.nodes[0].id = "K4";
    bridge.nodes[1].id = "K5";
    EXPECT_EQ(freeNodeName(bridge), "K6");
    EXPECT_EQ(freeMemberName(bridge), "S4");
}

TEST(Edit, AddsNodes) {
    const Bridge bridge = addNode(triangle(), "", 0.3, 0.1).value();
    EXPECT_EQ(bridge.nodes.size(), 4u);
    EXPECT_EQ(node(bridge, "K4").x, 0.3);
    EXPECT_EQ(node(bridge, "K4").support, Support::none);
    EXPECT_GE(addNode(triangle(), "top", 0, 0.3).value().findNode("top"), 0);
    EXPECT_EQ(keyOf(addNode(triangle(), "A", 0, 1)), "bridge.duplicate_id");
    EXPECT_EQ(keyOf(addNode(triangle(), "A,B", 0, 1)), "bridge.bad_id");
    EXPECT_EQ(keyOf(addNode(triangle(), "", 0, 101)), "bridge.bad_number");
    EXPECT_EQ(keyOf(addNode(triangle(), "", std::nan(""), 0)), "bridge.bad_number");
}

TEST(Edit, MovesNodesToWholeNanometres) {
    Bridge bridge = triangle();
    for (int i = 0; i < 7; ++i) bridge = moveNodes(bridge, {"C", "A", "C"}, 0.01, 0.1).value();
    EXPECT_EQ(node(bridge, "C").x, 0.17);
    EXPECT_EQ(node(bridge, "C").y, 0.8);
    EXPECT_EQ(node(bridge, "A").y, 0.7);
    EXPECT_EQ(node(bridge, "B").x, 0.2) << "the others stay";
    EXPECT_EQ(node(moveNode(bridge, "B", 0.5, -0.1).value(), "B").y, -0.1);
    EXPECT_EQ(keyOf(moveNode(bridge, "Z", 0, 0)), "bridge.unknown_node");
    EXPECT_EQ(keyOf(moveNodes(bridge, {}, 1, 0)), "bridge.nothing_chosen");
    EXPECT_EQ(keyOf(moveNodes(bridge, {"A"}, 1e9, 0)), "bridge.bad_number");
}

TEST(Edit, AddsMembersBetweenTwoNodesOnce) {
    const Bridge wider = addNode(triangle(), "D", 0.3, 0.1).value();
    const Bridge bridge = addMember(wider, "B", "D").value();
    EXPECT_TRUE(joined(bridge, "B", "D"));
    EXPECT_EQ(bridge.members.back().id, "S4");
    const Result<Bridge> again = addMember(bridge, "D", "B");
    EXPECT_EQ(keyOf(again), "bridge.already_joined");
    EXPECT_EQ(again.error().args[0].value, "S4");
    EXPECT_EQ(keyOf(addMember(bridge, "D", "D")), "bridge.same_node");
    EXPECT_EQ(keyOf(addMember(bridge, "D", "Z")), "bridge.unknown_node");
}

TEST(Edit, RemovingANodeTakesItsMembersAndItsLoad) {
    const Bridge bridge = removeItems(triangle(), {"node.C"}).value();
    EXPECT_EQ(bridge.nodes.size(), 2u);
    ASSERT_EQ(bridge.members.size(), 1u);
    EXPECT_EQ(bridge.members[0].id, "S1");
    EXPECT_TRUE(bridge.loads.empty());
    const Bridge first = removeItems(triangle(), {"node.A"}).value();
    EXPECT_EQ(first.loads, std::vector<int>{1}) << "the load stays with its node";
    EXPECT_EQ(first.members[0].id, "S2");
    EXPECT_EQ(first.nodes[first.members[0].from].id, "B");
}

TEST(Edit, RemovesMembersAndLeavesTheirNodes) {
    const Bridge bridge = removeItems(triangle(), {"member.S1", "member.S3"}).value();
    EXPECT_EQ(bridge.nodes.size(), 3u);
    EXPECT_EQ(bridge.members.size(), 1u);
    const Bridge nothing = removeItems(triangle(), {"node.A", "node.B", "node.C"}).value();
    EXPECT_EQ(nothing, Bridge());
    EXPECT_EQ(keyOf(removeItems(triangle(), {"bucket"})), "bridge.unknown_item");
    EXPECT_EQ(keyOf(removeItems(triangle(), {"node.S1"})), "bridge.unknown_node");
    EXPECT_EQ(keyOf(removeItems(triangle(), {"member.A"})), "bridge.unknown_member");
    EXPECT_EQ(keyOf(removeItems(triangle(), {})), "bridge.nothing_chosen");
}

TEST(Edit, SplitsAMemberAndKeepsWhatItIsMadeOf) {
    const Bridge bridge = splitMember(triangle(), "S2", 0.25).value();
    EXPECT_NEAR(node(bridge, "K4").x, 0.175, 1e-12);
    EXPECT_NEAR(node(bridge, "K4").y, 0.025, 1e-12);
    for (const char* part : {"S2", "S4"}) {
        EXPECT_EQ(member(bridge, part).strands, 5);
        EXPECT_EQ(member(bridge, part).bond, Bond::loose);
    }
    EXPECT_TRUE(joined(bridge, "B", "K4"));
    EXPECT_TRUE(joined(bridge, "K4", "C"));
    EXPECT_FALSE(joined(bridge, "B", "C"));
    EXPECT_EQ(keyOf(splitMember(triangle(), "S2", 0)), "bridge.short_piece");
    EXPECT_EQ(keyOf(splitMember(triangle(), "S2", 0.999)), "bridge.short_piece");
    EXPECT_EQ(keyOf(splitMember(triangle(), "S2", 1.5)), "bridge.short_piece");
    EXPECT_EQ(keyOf(splitMember(triangle(), "S2", std::nan(""))), "bridge.short_piece");
    EXPECT_EQ(keyOf(splitMember(triangle(), "S9", 0.5)), "bridge.unknown_member");
}

TEST(Edit, SplittingAndJoiningAgainGivesTheBridgeBack) {
    Bridge bridge = splitMember(triangle(), "S1", 0.5).value();
    bridge = joinNodes(bridge, "B", "K4").value();
    EXPECT_EQ(bridge.nodes, triangle().nodes);
    EXPECT_EQ(bridge.members[0].id, "S1");
    EXPECT_EQ(bridge.members.size(), 3u);
    EXPECT_EQ(bridge.loads, triangle().loads);
}

// C onto B: C-A becomes B-A, which is there already; B-C has no length any more.
TEST(Edit, JoiningNodesDropsWhatLiesDouble) {
    const Bridge bridge = joinNodes(triangle(), "B", "C").value();
    EXPECT_EQ(bridge.nodes.size(), 2u);
    ASSERT_EQ(bridge.members.size(), 1u);
    EXPECT_EQ(bridge.members[0].id, "S1");
    EXPECT_EQ(bridge.loads, std::vector<int>{1}) << "the load comes along";
    EXPECT_EQ(node(bridge, "B").support, Support::roller);
    EXPECT_EQ(node(joinNodes(triangle(), "C", "A").value(), "C").support, Support::pin);
    EXPECT_EQ(keyOf(joinNodes(triangle(), "C", "C")), "bridge.same_node");
    EXPECT_EQ(keyOf(joinNodes(triangle(), "C", "Z")), "bridge.unknown_node");
}

TEST(Edit, SetsSupportsAndLoads) {
    Bridge bridge = setSupport(triangle(), {"A", "B"}, "none").value();
    EXPECT_EQ(node(bridge, "A").support, Support::none);
    EXPECT_EQ(node(bridge, "B").support, Support::none);
    EXPECT_EQ(node(setSupport(bridge, {"B"}, "roller").value(), "B").support, Support::roller);
    EXPECT_EQ(keyOf(setSupport(bridge, {"B"}, "wall")), "bridge.bad_support");
    bridge = setLoad(bridge, {"A", "C"}, true).value();
    EXPECT_EQ(bridge.loads, (std::vector<int>{2, 0})) << "C had it already";
    EXPECT_EQ(setLoad(bridge, {"C", "B"}, false).value().loads, std::vector<int>{0});
}

TEST(Edit, SetsStrandsAndBondOfSeveralMembers) {
    const Bridge bridge = setStrands(triangle(), {"S1", "S3"}, 9).value();
    EXPECT_EQ(member(bridge, "S1").strands, 9);
    EXPECT_EQ(member(bridge, "S2").strands, 5);
    EXPECT_EQ(member(bridge, "S3").strands, 9);
    for (const double bad : {0.0, 2.5, 38.0, std::nan(""), -1.0})
        EXPECT_EQ(keyOf(setStrands(triangle(), {"S1"}, bad)), "bridge.bad_strands");
    EXPECT_EQ(member(setBond(bridge, {"S2"}, "as_bridge").value(), "S2").bond, Bond::asBridge);
    EXPECT_EQ(member(setBond(bridge, {"S3"}, "bonded").value(), "S3").bond, Bond::bonded);
    EXPECT_EQ(keyOf(setBond(bridge, {"S3"}, "glued")), "bridge.bad_bond");
}

// The left half of a bridge, mirrored, is the whole bridge.
TEST(Edit, MirrorsHalfABridgeIntoAWhole) {
    const Bridge whole = makeBridge(BridgeType::pratt, 0.6, 0.1, 6);
    Names right;
    for (const BridgeNode& each : whole.nodes)
        if (each.x > 0.3 + 1e-6 && each.support == Support::none)
            right.push_back("node." + each.id);
    const Bridge half = removeItems(whole, right).value();
    ASSERT_LT(half.members.size(), whole.members.size());
    Names all;
    for (const BridgeNode& each : half.nodes) all.push_back("node." + each.id);
    const Bridge mirrored = mirror(half, all, "middle").value();
    EXPECT_EQ(mirrored.nodes.size(), whole.nodes.size());
    EXPECT_EQ(mirrored.members.size(), whole.members.size());
    for (const BridgeNode& each : whole.nodes) {
        const auto there = std::find_if(
            mirrored.nodes.begin(), mirrored.nodes.end(), [&](const BridgeNode& other) {
                return std::fabs(other.x - each.x) + std::fabs(other.y - each.y) < 1e-8;
            });
        ASSERT_NE(there, mirrored.nodes.end()) << each.id;
        EXPECT_EQ(there->support, each.support);
    }
    EXPECT_EQ(mirrored.loads, half.loads) << "the load hangs in the middle";
    EXPECT_EQ(keyOf(mirror(mirrored, all, "middle")), "bridge.nothing_new");
    EXPECT_EQ(keyOf(mirror(half, all, "diagonal")), "bridge.bad_axis");
}

TEST(Edit, AMirroredSupportRolls) {
    Bridge bridge = setSupport(triangle(), {"B"}, "none").value();
    bridge = moveNode(bridge, "B", 0.15, 0).value();
    const Bridge mirrored = mirror(bridge, {"node.A", "node.C"}, "selection").value();
    ASSERT_EQ(mirrored.nodes.size(), 5u);
    EXPECT_EQ(mirrored.nodes[3].support, Support::roller) << "of the pin at A";
    EXPECT_NEAR(mirrored.nodes[3].x, 0.1, 1e-12);
    EXPECT_EQ(mirrored.loads, (std::vector<int>{2, 4}));
    EXPECT_EQ(mirrored.members.size(), 4u) << "C-A once more";
}

TEST(Edit, CopiesAndConnectsToWhatIsThere) {
    const Bridge bridge = copy(triangle(), {"member.S1", "member.S2", "member.S3"}, 0.2, 0).value();
    EXPECT_EQ(bridge.nodes.size(), 5u) << "A's copy is B";
    EXPECT_EQ(bridge.members.size(), 6u);
    EXPECT_TRUE(joined(bridge, "B", "K4"));
    EXPECT_EQ(bridge.members[4].strands, 5);
    EXPECT_EQ(bridge.loads, triangle().loads);
    EXPECT_EQ(bridge.nodes[3].support, Support::none);
    EXPECT_EQ(keyOf(copy(triangle(), {"node.A"}, 0, 0)), "bridge.nothing_new");
    EXPECT_EQ(keyOf(copy(triangle(), {"node.A"}, 200, 0)), "bridge.bad_number");
    EXPECT_EQ(copy(triangle(), {"node.A", "node.C"}, 0, 1).value().members.size(), 4u)
        << "the member between two chosen nodes";
}

TEST(Edit, NothingGrowsBeyondTheLimit) {
    Bridge bridge = triangle();
    while (bridge.nodes.size() < maxBridgeMembers) {
        const double x = static_cast<double>(bridge.nodes.size());
        bridge.nodes.push_back({"N" + std::to_string(bridge.nodes.size()), x / 100, 1});
    }
    EXPECT_EQ(keyOf(addNode(bridge, "", 0, 5)), "bridge.too_many");
    EXPECT_EQ(keyOf(splitMember(bridge, "S1", 0.5)), "bridge.too_many");
    EXPECT_EQ(keyOf(copy(bridge, {"node.A"}, 0, 50)), "bridge.too_many");
    EXPECT_EQ(keyOf(mirror(bridge, {"node.C"}, "selection")), "bridge.nothing_new");
}

TEST(Edit, ATemplateComesOverTheGapThatIsThere) {
    Bridge bridge = triangle();
    for (BridgeNode& each : bridge.nodes) {
        each.x += 0.1;
        each.y += 0.05;
    }
    const Bridge made = fromTemplate(bridge, "warren", 4).value();
    EXPECT_EQ(made.members.size(), 15u);
    EXPECT_DOUBLE_EQ(node(made, "K1").x, 0.1);
    EXPECT_DOUBLE_EQ(node(made, "K5").x, 0.3);
    EXPECT_DOUBLE_EQ(node(made, "K1").y, 0.05);
    EXPECT_DOUBLE_EQ(node(made, "K6").y, 0.15);
    EXPECT_EQ(fromTemplate(bridge, "free", 4).value(), bridge);
    EXPECT_EQ(keyOf(fromTemplate(bridge, "tower", 4)), "bridge.bad_type");
    EXPECT_EQ(keyOf(fromTemplate({}, "warren", 4)), "bridge.no_room");
    EXPECT_EQ(keyOf(fromTemplate(removeItems(bridge, {"node.C"}).value(), "warren", 4)),
              "bridge.no_room");
}

// -- as commands

std::unique_ptr<Session> open() {
    Setup setup;
    setup.lab = "spaghetti_bridge";
    return std::move(Session::open(std::move(setup)).value());
}

const SpaghettiBridge& model(const Session& session) {
    return static_cast<const SpaghettiBridge&>(session.model());
}

TEST(EditCommand, DrawingInATemplateMakesItOnesOwn) {
    auto session = open();
    const Bridge before = model(*session).design();
    ASSERT_TRUE(
        session
            ->post({"node_move", Json::object().set("id", "K9").set("x", 0.16).set("y", 0.12), 0})
            .ok());
    EXPECT_EQ(model(*session).type(), BridgeType::free);
    EXPECT_EQ(model(*session).design(), moveNode(before, "K9", 0.16, 0.12).value());
    ASSERT_TRUE(session->post({"undo", Json::object(), 0}).ok());
    EXPECT_EQ(model(*session).type(), BridgeType::warren);
    EXPECT_EQ(model(*session).design(), before);
}

TEST(EditCommand, StrandsAndBondLeaveTheTemplateOne) {
    auto session = open();
    ASSERT_TRUE(
        session
            ->post({"member_bond", Json::object().set("member", "S1, S9").set("bond", "loose"), 0})
            .ok());
    ASSERT_TRUE(
        session
            ->post({"member_strands", Json::object().set("member", "S1,S9").set("strands", 4), 0})
            .ok());
    ASSERT_TRUE(session->post(setCommand("height", 0.2)).ok());
    EXPECT_EQ(model(*session).type(), BridgeType::warren);
    EXPECT_EQ(model(*session).design().members[8].bond, Bond::loose);
    EXPECT_EQ(model(*session).design().members[8].strands, 4);
}

TEST(EditCommand, EachIsThereAndRefusesNonsenseWithoutAChange) {
    auto session = open();
    const uint64_t hash = session->hash();
    const auto text = [](const char* a, const char* b) {
        return Json::object().set(a, "Z").set(b, "Z");
    };
    const auto move = [](const char* names, const char* x, const char* y) {
        return Json::object().set(names, "Z").set(x, 1).set(y, 1);
    };
    const Command commands[] = {
        {"node_add", Json::object().set("id", "K1").set("x", 1).set("y", 1), 0},
        {"node_move", move("id", "x", "y"), 0},
        {"nodes_move", move("ids", "dx", "dy"), 0},
        {"node_remove", Json::object().set("id", "Z"), 0},
        {"member_add", text("from", "to"), 0},
        {"member_remove", Json::object().set("member", "Z"), 0},
        {"remove", Json::object().set("items", "Z"), 0},
        {"member_split", Json::object().set("member", "Z").set("at", 0.5), 0},
        {"nodes_join", text("a", "b"), 0},
        {"support", text("node", "kind"), 0},
        {"load_point", text("node", "on"), 0},
        {"mirror", text("items", "axis"), 0},
        {"copy", move("items", "dx", "dy"), 0},
        {"template", Json::object().set("type", "Z"), 0},
        {"member_strands", Json::object().set("member", "Z").set("strands", 3), 0},
        {"member_bond", text("member", "bond"), 0},
    };
    for (const Command& command : commands) {
        const Status refused = session->post(command);
        ASSERT_FALSE(refused.ok()) << command.name;
        EXPECT_EQ(refused.error().key.rfind("bridge.", 0), 0u)
            << command.name << " " << refused.error().key;
        EXPECT_EQ(session->hash(), hash) << command.name;
        EXPECT_FALSE(session->canUndo()) << command.name;
    }
}

// Everything can be taken away, and undo brings the bridge back.
TEST(EditCommand, AnEmptySheetIsAStateLikeAnyOther) {
    auto session = open();
    const uint64_t before = session->hash();
    std::string all;
    for (const BridgeNode& each : model(*session).design().nodes) all += "node." + each.id + ",";
    ASSERT_TRUE(session->post({"remove", Json::object().set("items", all), 0}).ok());
    EXPECT_TRUE(model(*session).design().nodes.empty());
    ASSERT_TRUE(session->trouble());
    EXPECT_EQ(session->trouble()->key, "bridge.empty");
    ASSERT_TRUE(session->post({"undo", Json::object(), 0}).ok());
    EXPECT_EQ(session->hash(), before);
    EXPECT_FALSE(session->trouble());
}

TEST(EditCommand, WithoutSupportOrLoadItSaysWhatIsMissing) {
    auto session = open();
    ASSERT_TRUE(
        session->post({"load_point", Json::object().set("node", "K4").set("on", "off"), 0}).ok());
    EXPECT_EQ(session->trouble()->key, "bridge.no_load");
    ASSERT_TRUE(
        session->post({"load_point", Json::object().set("node", "K3").set("on", "on"), 0}).ok());
    EXPECT_FALSE(session->trouble());
    ASSERT_TRUE(
        session->post({"support", Json::object().set("node", "K1,K7").set("kind", "none"), 0})
            .ok());
    EXPECT_EQ(session->trouble()->key, "bridge.no_support");
}

}  // namespace
}  // namespace pt
