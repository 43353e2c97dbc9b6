// The templates, and what people may write in a design file.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/design_check.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {
namespace {

constexpr BridgeType templates[] = {BridgeType::warren,    BridgeType::pratt,     BridgeType::howe,
                                    BridgeType::k,         BridgeType::bowstring, BridgeType::arch,
                                    BridgeType::suspension};

// Members and reactions against the two equations of each node.
int redundancy(const Bridge& bridge) {
    size_t unknowns = bridge.members.size();
    for (const BridgeNode& node : bridge.nodes)
        unknowns += node.support == Support::pin ? 2 : node.support == Support::roller ? 1 : 0;
    return static_cast<int>(unknowns) - 2 * static_cast<int>(bridge.nodes.size());
}

TEST(Template, IsAsDeterminateAsItSaysAndStandsForEveryNumberOfPanels) {
    for (const BridgeType type : templates)
        for (int panels = 2; panels <= 16; ++panels) {
            const Bridge bridge = makeBridge(type, 0.6, 0.1, panels);
            const bool oneMore = type == BridgeType::arch || type == BridgeType::suspension;
            EXPECT_EQ(redundancy(bridge), oneMore ? 1 : 0)
                << bridgeTypes[static_cast<size_t>(type)] << " " << panels;
            BridgeStatics statics;
            const std::vector<int> strands(bridge.members.size(), 3);
            EXPECT_TRUE(statics.build(bridge, {}, strands, 1).ok())
                << bridgeTypes[static_cast<size_t>(type)] << " " << panels;
        }
}

TEST(Template, SpanAndHeightAreExact) {
    for (const BridgeType type : templates)
        for (int panels = 2; panels <= 16; ++panels) {
            const Bridge bridge = makeBridge(type, 0.7, 0.13, panels);
            double low = 1, high = 0;
            for (const BridgeNode& node : bridge.nodes) {
                low = std::min(low, node.y);
                high = std::max(high, node.y);
            }
            EXPECT_EQ(low, 0) << panels;
            EXPECT_DOUBLE_EQ(high, 0.13) << panels;
            const BridgeNode &left = bridge.nodes[0], &right = bridge.nodes[panels];
            EXPECT_DOUBLE_EQ(right.x - left.x, 0.7);
            EXPECT_EQ(left.support, Support::pin);
            EXPECT_EQ(right.support, type == BridgeType::arch ? Support::pin : Support::roller);
        }
}

// A uniform load on a parabolic cable or arch pushes along it: y = 4 f x (l - x) / l².
TEST(Template, CurvesAreParabolas) {
    const auto height = [](const Bridge& bridge, double x, double above) {
        double best = -1;
        for (const BridgeNode& node : bridge.nodes)
            if (std::abs(node.x - x) < 1e-12 && node.y > above && (best < 0 || node.y < best))
                best = node.y;
        return best;
    };
    const Bridge bow = makeBridge(BridgeType::bowstring, 0.8, 0.2, 8);
    EXPECT_NEAR(height(bow, 0.1, 0), 0.2 * 4 * 0.125 * 0.875, 1e-12);
    EXPECT_NEAR(height(bow, 0.4, 0), 0.2, 1e-12);
    const Bridge arch = makeBridge(BridgeType::arch, 0.8, 0.2, 8);
    EXPECT_NEAR(height(arch, 0.2, -1), 0.15 * 0.75, 1e-12);
    EXPECT_NEAR(height(arch, 0.4, -1), 0.15, 1e-12);
    const Bridge hung = makeBridge(BridgeType::suspension, 0.8, 0.2, 8);
    EXPECT_NEAR(height(hung, 0.4, 0.05), 0.08, 1e-12);
    EXPECT_NEAR(height(hung, 0.1, 0.05), 0.2 - 0.12 * 4 * 0.125 * 0.875, 1e-12);
}

// What each is known for: the bow and the arch push, the tie and the hangers pull.
TEST(Template, CarryAsTheirNamesSay) {
    const auto forces = [](const Bridge& bridge) {
        BridgeStatics statics;
        EXPECT_TRUE(statics.build(bridge, {}, std::vector<int>(bridge.members.size(), 7), 1).ok());
        return statics.members(50);
    };
    const Bridge bow = makeBridge(BridgeType::bowstring, 0.8, 0.2, 8);
    const auto inBow = forces(bow);
    for (size_t i = 0; i < bow.members.size(); ++i) {
        const BridgeNode &a = bow.nodes[bow.members[i].from], &b = bow.nodes[bow.members[i].to];
        if (a.y == 0 && b.y == 0) {
            EXPECT_GT(inBow[i].axial, 0) << bow.members[i].id;
        }
    }
    const Bridge arch = makeBridge(BridgeType::arch, 0.8, 0.2, 8);
    const auto inArch = forces(arch);
    for (int i : {0, 1, 6, 7}) EXPECT_LT(inArch[i].axial, 0) << arch.members[i].id;
    const Bridge hung = makeBridge(BridgeType::suspension, 0.8, 0.2, 8);
    const auto inHung = forces(hung);
    for (size_t i = 0; i < hung.members.size(); ++i) {
        const BridgeNode &a = hung.nodes[hung.members[i].from], &b = hung.nodes[hung.members[i].to];
        const bool tower = a.x == b.x && a.y == 0 && b.y == 0.2;
        const bool cable = a.y > 0.05 && b.y > 0.05;
        if (tower) {
            EXPECT_LT(inHung[i].axial, 0) << hung.members[i].id;
        }
        if (cable) {
            EXPECT_GT(inHung[i].axial, 0) << hung.members[i].id;
        }
    }
}

TEST(Template, IsMirroredForAnEvenNumberOfPanels) {
    for (const BridgeType type : templates) {
        const Bridge bridge = makeBridge(type, 0.8, 0.2, 8);
        const auto middle = [&](const BridgeMember& m) {
            const BridgeNode &a = bridge.nodes[m.from], &b = bridge.nodes[m.to];
            return std::pair((a.x + b.x) / 2, (a.y + b.y) / 2);
        };
        for (const BridgeMember& member : bridge.members) {
            const std::pair here = middle(member);
            const auto mirrors = [&](const BridgeMember& other) {
                const std::pair there = middle(other);
                return std::abs(there.first + here.first - 0.8) < 1e-12 &&
                       std::abs(there.second - here.second) < 1e-12;
            };
            const auto mirrored =
                std::find_if(bridge.members.begin(), bridge.members.end(), mirrors);
            EXPECT_NE(mirrored, bridge.members.end()) << member.id;
        }
        EXPECT_DOUBLE_EQ(bridge.nodes[bridge.loads.front()].x, 0.4);
    }
}

TEST(Template, LoadHangsAtTheBottomNodeNearestMidspan) {
    for (const BridgeType type : templates)
        for (int panels = 2; panels <= 9; ++panels) {
            const Bridge bridge = makeBridge(type, 1, 0.2, panels);
            const BridgeNode& load = bridge.nodes[bridge.loads.front()];
            double nearest = 1;
            for (int i = 0; i <= panels; ++i)
                nearest = std::min(nearest, std::abs(bridge.nodes[i].x - 0.5));
            EXPECT_NEAR(std::abs(load.x - 0.5), nearest, 1e-12) << panels;
            for (const BridgeNode& node : bridge.nodes)
                if (std::abs(node.x - load.x) < 1e-12) {
                    EXPECT_GE(node.y, load.y);
                }
        }
}

// The long inner diagonals of a Pratt bridge pull, those of a Howe bridge push.
TEST(Template, PrattDiagonalsPullAndHoweDiagonalsPush) {
    for (const BridgeType type : {BridgeType::pratt, BridgeType::howe}) {
        const Bridge bridge = makeBridge(type, 0.8, 0.1, 8);
        BridgeStatics statics;
        ASSERT_TRUE(statics.build(bridge, {}, std::vector<int>(bridge.members.size(), 7), 1).ok());
        const std::vector<MemberState> states = statics.members(50);
        int inner = 0;
        for (size_t i = 0; i < states.size(); ++i) {
            const BridgeNode &a = bridge.nodes[bridge.members[i].from],
                             &b = bridge.nodes[bridge.members[i].to];
            const bool diagonal = a.x != b.x && a.y != b.y;
            const bool endPost = a.support != Support::none || b.support != Support::none;
            if (!diagonal || endPost) continue;
            ++inner;
            EXPECT_EQ(states[i].axial > 0, type == BridgeType::pratt) << bridge.members[i].id;
        }
        EXPECT_EQ(inner, 6);
    }
}

TEST(Template, NamesAreS1AndK1AndOn) {
    const Bridge bridge = makeBridge(BridgeType::warren, 0.6, 0.1, 6);
    EXPECT_EQ(bridge.nodes.front().id, "K1");
    EXPECT_EQ(bridge.members.front().id, "S1");
    EXPECT_EQ(bridge.members.back().id, "S23");
    EXPECT_EQ(bridge.findMember("S23"), 22);
    EXPECT_EQ(bridge.findMember("S24"), -1);
    EXPECT_EQ(bridge.findNode("K13"), 12);
}

TEST(Document, WritesAndReadsBackTheSameBridge) {
    Bridge bridge = makeBridge(BridgeType::howe, 0.7, 0.13, 5);
    bridge.members[3].strands = 12;
    const Result<Bridge> read = readBridge(writeBridge(bridge));
    ASSERT_TRUE(read.ok()) << read.error().key;
    EXPECT_EQ(read.value(), bridge);
}

Json triangle() {
    return Json::parse(R"({"nodes": [{"id": "A", "x": 0, "y": 0, "support": "pin"},
                                     {"id": "B", "x": 0.2, "y": 0, "support": "roller"},
                                     {"id": "C", "x": 0.1, "y": 0.1}],
                           "members": [{"id": "a", "from": "A", "to": "B"},
                                       {"id": "b", "from": "B", "to": "C", "strands": 3},
                                       {"id": "c", "from": "C", "to": "A"}],
                           "load": "C"})")
        .value();
}

// The document with the value at `path` ("members[1].to") replaced.
Json with(const Json& json, std::string path, const Json& value) {
    if (path.empty()) return value;
    if (path[0] == '[') {
        const size_t close = path.find(']'), index = std::stoul(path.substr(1));
        Json::List list = json.items();
        if (index == list.size()) list.emplace_back();
        list[index] = with(list[index], path.substr(close + 1), value);
        return list;
    }
    if (path[0] == '.') path = path.substr(1);
    const std::string key = path.substr(0, path.find_first_of(".["));
    return Json(json).set(key, with(json[key], path.substr(key.size()), value));
}

struct Refusal {
    const char* path;
    Json value;
    const char* key;
    const char* where;
};

void PrintTo(const Refusal& value, std::ostream* out) { *out << value.path << " " << value.key; }
class BadDocument : public testing::TestWithParam<Refusal> {};

TEST_P(BadDocument, IsRefusedWithItsPlace) {
    ASSERT_TRUE(readBridge(triangle()).ok());
    const Refusal& refusal = GetParam();
    const Result<Bridge> read = readBridge(with(triangle(), refusal.path, refusal.value));
    ASSERT_FALSE(read.ok()) << refusal.key;
    EXPECT_EQ(read.error().key, refusal.key);
    EXPECT_EQ(read.error().where, refusal.where);
}

Json member(const char* id, const char* from, const char* to) {
    return Json::object().set("id", id).set("from", from).set("to", to);
}

const Refusal refusals[] = {
    {"", Json("brug"), "bridge.not_object", ""},
    {"nodes", Json(), "bridge.missing", "nodes"},
    {"members", Json("S1"), "bridge.missing", "members"},
    {"nodes[1]", Json(3), "bridge.not_object", "nodes[1]"},
    {"nodes[1].z", Json(3), "bridge.unknown_key", "nodes[1]"},
    {"colour", Json("red"), "bridge.unknown_key", ""},
    {"nodes[2].id", Json("A"), "bridge.duplicate_id", "nodes[2].id"},
    {"nodes[2].id", Json(""), "bridge.bad_id", "nodes[2].id"},
    {"nodes[2].id", Json(std::string(41, 'k')), "bridge.bad_id", "nodes[2].id"},
    {"nodes[2].x", Json("far"), "bridge.bad_number", "nodes[2].x"},
    {"nodes[2].y", Json(std::numeric_limits<double>::quiet_NaN()), "bridge.bad_number",
     "nodes[2].y"},
    {"nodes[2].y", Json(1e6), "bridge.bad_number", "nodes[2].y"},
    {"nodes[1].support", Json("wall"), "bridge.bad_support", "nodes[1].support"},
    {"members[1].to", Json("Z"), "bridge.unknown_node", "members[1].to"},
    {"members[1].from", Json(), "bridge.bad_id", "members[1].from"},
    {"members[2].id", Json("a"), "bridge.duplicate_id", "members[2].id"},
    {"members[1].strands", Json(2.5), "bridge.bad_strands", "members[1].strands"},
    {"members[1].strands", Json(0), "bridge.bad_strands", "members[1].strands"},
    {"members[1].strands", Json(maxStrands + 1), "bridge.bad_strands", "members[1].strands"},
    {"members[1].strands", Json("many"), "bridge.bad_strands", "members[1].strands"},
    {"members[1].bond", Json("nailed"), "bridge.bad_bond", "members[1].bond"},
    {"nodes[2].id", Json("A,B"), "bridge.bad_id", "nodes[2].id"},
    {"nodes[2].id", Json(" C"), "bridge.bad_id", "nodes[2].id"},
    {"nodes[2].id", Json("C\n"), "bridge.bad_id", "nodes[2].id"},
    {"load", Json("Q"), "bridge.unknown_node", "load"},
    {"load", Json(), "bridge.bad_id", "load"},
    {"load", Json::list().add("C").add("C"), "bridge.duplicate_load", "load"},
};
INSTANTIATE_TEST_SUITE_P(Each, BadDocument, testing::ValuesIn(refusals));

// Drawing passes through these; inspect() names what is wrong.
const Refusal states[] = {
    {"members", Json::list(), "bridge.empty", ""},
    {"members[1].to", Json("B"), "bridge.zero_length", ""},
    {"nodes[2]", Json::object().set("id", "C").set("x", 0.2).set("y", 0.0005), "bridge.zero_length",
     ""},
    {"members[3]", member("d", "A", "C"), "bridge.duplicate_member", ""},
    {"load", Json("B"), "bridge.load_on_support", ""},
    {"load", Json::list(), "bridge.no_load", ""},
    {"nodes[0]", Json::object().set("id", "A").set("x", 0).set("y", 0.3), "bridge.mechanism", ""},
};
class UnfinishedDocument : public testing::TestWithParam<Refusal> {};

TEST_P(UnfinishedDocument, IsReadAndWrittenBack) {
    const Json json = with(triangle(), GetParam().path, GetParam().value);
    const Result<Bridge> read = readBridge(json);
    ASSERT_TRUE(read.ok()) << read.error().key;
    const Result<Bridge> again = readBridge(writeBridge(read.value()));
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again.value(), read.value());
    if (GetParam().key == std::string("bridge.mechanism")) return;  // for the statics to say
    const std::vector<BridgeProblem> problems = inspect(read.value());
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].error.key, GetParam().key);
    EXPECT_TRUE(problems[0].blocking);
}
INSTANTIATE_TEST_SUITE_P(Each, UnfinishedDocument, testing::ValuesIn(states));

TEST(Document, AnEmptySheetIsADocument) {
    const Result<Bridge> read = readBridge(writeBridge({}));
    ASSERT_TRUE(read.ok()) << read.error().key;
    EXPECT_EQ(read.value(), Bridge());
}

TEST(Document, TooManyMembersAreRefused) {
    Json::List many(maxBridgeMembers + 1, member("a", "A", "B"));
    const Result<Bridge> read = readBridge(with(triangle(), "members", Json(many)));
    EXPECT_EQ(read.error().key, "bridge.too_many");
    EXPECT_EQ(read.error().where, "members");
}

TEST(Document, WholeNumbersServeAsNames) {
    Json json = with(triangle(), "nodes[2].id", Json(3));
    json = with(json, "members[1].to", Json(3));
    json = with(json, "members[2].from", Json("3"));
    json = with(json, "load", Json(3));
    const Result<Bridge> read = readBridge(json);
    ASSERT_TRUE(read.ok()) << read.error().where;
    EXPECT_EQ(read.value().nodes[2].id, "3");
}

}  // namespace
}  // namespace pt
