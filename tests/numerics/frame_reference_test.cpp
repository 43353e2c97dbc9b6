// Published and exact cases of ../shared/references/structures.json, at their own tolerances.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "engine/core/json.h"
#include "engine/numerics/frame_fem.h"

namespace pt {
namespace {

const Json& references() {
    static const Json file = [] {
        const char* shared = std::getenv("PROEFTUIN_SHARED");
        const std::string folder = shared ? shared : PROEFTUIN_ROOT "/../shared";
        std::ifstream stream(folder + "/references/structures.json");
        std::stringstream bytes;
        bytes << stream.rdbuf();
        const Result<Json> json = Json::parse(bytes.str());
        return json.ok() ? json.value() : Json();
    }();
    return file;
}

const Json& findCase(const std::string& id) {
    static const Json none;
    for (const Json& item : references()["cases"].items())
        if (item["id"].text() == id) return item;
    return none;
}

// What the solver does not do: the case's feature, or "".
std::string missingFeature(const Json& item) {
    for (const Json& support : item["supports"].items())
        for (const char* key : {"ux_value", "uy_value", "rz_value"})
            if (support.has(key)) return "prescribed displacement";
    for (const Json& member : item["members"].items())
        if (member.has("spring_i") || member.has("spring_j")) return "end springs";
    return "";
}

std::string label(const Json& id) { return id.isText() ? id.text() : id.write(); }

struct Case {
    Frame frame;
    std::map<std::string, int> nodes, members;
    int subdivide = 1;
};

Case readCase(const Json& item) {
    Case result;
    for (const Json& node : item["nodes"].items()) {
        result.nodes[label(node["id"])] = static_cast<int>(result.frame.nodes.size());
        result.frame.nodes.push_back({node["x"].number(), node["y"].number()});
    }
    for (const Json& support : item["supports"].items()) {
        FrameNode& node = result.frame.nodes[result.nodes.at(label(support["node"]))];
        node.fixX = support["ux"].number() != 0;
        node.fixY = support["uy"].number() != 0;
        node.fixR = support["rz"].number() != 0;
    }
    for (const Json& json : item["members"].items()) {
        result.members[label(json["id"])] = static_cast<int>(result.frame.members.size());
        FrameMember member;
        member.from = result.nodes.at(label(json["i"]));
        member.to = result.nodes.at(label(json["j"]));
        member.E = json["E"].number();
        member.A = json["A"].number();
        member.I = json["I"].number();
        member.truss = json["type"].text() == "truss";
        member.qx = json["q"][size_t{0}].number();
        member.qy = json["q"][size_t{1}].number();
        result.frame.members.push_back(member);
        result.subdivide =
            std::max(result.subdivide, static_cast<int>(json["subdivide"].number(1)));
    }
    for (const Json& load : item["loads"].items())
        result.frame.loads.push_back({result.nodes.at(label(load["node"])), load["fx"].number(),
                                      load["fy"].number(), load["mz"].number()});
    return result;
}

double found(const Case& read, const FrameSolution& solution, const Json& expected) {
    const std::string quantity = expected["quantity"].text(), at = label(expected["at"]);
    const std::string component = expected["component"].text();
    if (quantity == "axial") return solution.forces.at(read.members.at(at)).axial;
    if (quantity == "member_end_moment")
        return std::fabs(solution.forces.at(read.members.at(at)).momentFrom);
    const size_t axis = component.back() == 'x' ? 0 : component.back() == 'y' ? 1 : 2;
    const auto& values = quantity == "disp" ? solution.displacements : solution.reactions;
    return values.at(read.nodes.at(at)).at(component == "rz" || component == "mz" ? 2 : axis);
}

const std::vector<std::string>& linearCases() {
    static const std::vector<std::string> ids{"T01",   "T02",   "T05",   "T06",   "F01", "F02",
                                              "F03",   "F04",   "F05",   "F06",   "F12", "F07.1",
                                              "F07.2", "F07.3", "F07.4", "F07.5", "F14"};
    return ids;
}

const std::vector<std::string>& bucklingCases() {
    static const std::vector<std::string> ids{"B01",   "B02",  "B03",  "B04",  "B07.1", "B07.2",
                                              "B07.3", "B08a", "B08b", "B08c", "B08d",  "B12"};
    return ids;
}

std::string testName(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

class LinearReference : public testing::TestWithParam<std::string> {};
class BucklingReference : public testing::TestWithParam<std::string> {};

TEST_P(LinearReference, MatchesEveryExpectedValue) {
    const Json& item = findCase(GetParam());
    if (!item.isObject()) GTEST_SKIP() << GetParam() << ": structures.json is not here";
    const Case read = readCase(item);
    FrameSolver solver;
    const Result<FrameSolution> solved = solver.solve(read.frame);
    ASSERT_TRUE(solved.ok()) << solved.error().key;
    EXPECT_LT(solved.value().residual, 1e-9);

    // A value of zero is held against the largest of its kind.
    std::map<std::string, double> size;
    for (const Json& expected : item["expected"].items()) {
        double& largest = size[expected["quantity"].text()];
        largest = std::max(largest, std::fabs(expected["value"].number()));
    }
    ASSERT_FALSE(item["expected"].items().empty());
    for (const Json& expected : item["expected"].items()) {
        const double value = expected["value"].number();
        const double scale = value == 0 ? size[expected["quantity"].text()] : std::fabs(value);
        EXPECT_NEAR(found(read, solved.value(), expected), value,
                    item["tolerance"].number() * scale)
            << expected.write();
    }
}

TEST_P(BucklingReference, MatchesTheFactor) {
    const Json& item = findCase(GetParam());
    if (!item.isObject()) GTEST_SKIP() << GetParam() << ": structures.json is not here";
    const Case read = readCase(item);
    FrameSolver solver;
    const Result<BucklingMode> mode = solver.buckling(read.frame, read.subdivide);
    ASSERT_TRUE(mode.ok()) << mode.error().key;
    EXPECT_TRUE(mode.value().converged);
    EXPECT_LT(mode.value().residual, 1e-6);
    const double value = item["expected"][size_t{0}]["value"].number();
    EXPECT_NEAR(mode.value().factor, value, item["tolerance"].number() * value);
}

INSTANTIATE_TEST_SUITE_P(Structures, LinearReference, testing::ValuesIn(linearCases()), testName);
INSTANTIATE_TEST_SUITE_P(Structures, BucklingReference, testing::ValuesIn(bucklingCases()),
                         testName);

TEST(References, EveryLinearCaseIsRunOrLacksANamedFeature) {
    if (!references().isObject()) GTEST_SKIP() << "structures.json is not here";
    std::set<std::string> run(linearCases().begin(), linearCases().end());
    run.insert(bucklingCases().begin(), bucklingCases().end());
    for (const Json& item : references()["cases"].items()) {
        const std::string analysis = item["analysis"].text();
        if (analysis != "linear_static" && analysis != "linear_buckling") continue;
        EXPECT_NE(run.count(item["id"].text()) == 1, !missingFeature(item).empty())
            << item["id"].text() << " " << missingFeature(item);
    }
}

}  // namespace
}  // namespace pt
