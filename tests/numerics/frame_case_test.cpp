// Structures as files: what a case may say, what is refused and where, and numbers by hand.
#include "engine/numerics/frame_case.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "engine/core/math.h"

namespace pt {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

CaseRead readOne(const std::string& text) {
    const Result<Json> json = Json::parse(text);
    EXPECT_TRUE(json.ok()) << text;
    Result<std::vector<CaseRead>> cases = readFrameCases(json.value());
    EXPECT_TRUE(cases.ok());
    EXPECT_EQ(cases.value().size(), 1u);
    return cases.value().front();
}

Result<std::vector<CaseAnswer>> solveOne(const std::string& text) {
    const CaseRead item = readOne(text);
    if (!item.read.ok()) return item.read.error();
    return solveFrameCase(item.read.value());
}

double value(const std::string& text) {
    const Result<std::vector<CaseAnswer>> solved = solveOne(text);
    EXPECT_TRUE(solved.ok()) << solved.error().key << ' ' << solved.error().where;
    if (!solved.ok()) return std::nan("");
    EXPECT_EQ(solved.value().size(), 1u);
    return solved.value()[0].value;
}

Error problem(const std::string& text) {
    const Result<std::vector<CaseAnswer>> solved = solveOne(text);
    EXPECT_FALSE(solved.ok()) << text;
    return solved.ok() ? Error{} : solved.error();
}

// A cantilever of 2 along y; ANALYSIS, MEMBER, LOAD and ASK are filled in.
std::string cantilever(const std::string& analysis, const std::string& member,
                       const std::string& load, const std::string& ask) {
    return R"({"id": "K", "analysis": ")" + analysis + R"(", "units": "N,m", "tolerance": 1e-6,
        "nodes": [{"id": "foot", "x": 0, "y": 0}, {"id": 1, "x": 0, "y": 2}],
        "members": [{"id": "col", "i": "foot", "j": 1, "type": "frame", "E": 3, "A": 1e6, "I": 1)" +
           member + R"(}],
        "supports": [{"node": "foot", "ux": 1, "uy": 1, "rz": 1}],
        "loads": [)" +
           load + R"(], "expected": [)" + ask + "]}";
}

const char* const push = R"({"type": "nodal", "node": 1, "fx": 1, "fy": 0, "mz": 0})";
const char* const press = R"({"type": "nodal", "node": 1, "fx": 0, "fy": -1, "mz": 0})";
const char* const tip = R"({"quantity": "disp", "at": 1, "component": "ux", "value": 1})";

std::string ask(const std::string& quantity, const std::string& at, const std::string& component) {
    return R"({"quantity": ")" + quantity + R"(", "at": )" + at + R"(, "component": ")" +
           component + R"(", "value": 1})";
}

TEST(FrameCase, AnswersEveryStateQuantity) {
    const auto found = [](const std::string& quantity, const std::string& at,
                          const std::string& component) {
        return value(cantilever("linear_static", "", push, ask(quantity, at, component)));
    };
    EXPECT_NEAR(found("disp", "1", "ux"), 8.0 / 9, 1e-12);
    EXPECT_NEAR(found("disp", "\"1\"", "rz"), -2.0 / 3, 1e-12) << "7 and \"7\" are one id";
    EXPECT_NEAR(found("disp", "1", "ux_abs"), 8.0 / 9, 1e-12);
    EXPECT_NEAR(found("disp_abs", "1", "rz"), 2.0 / 3, 1e-12);
    EXPECT_NEAR(found("reaction", "\"foot\"", "fx"), -1, 1e-12);
    EXPECT_NEAR(found("reaction", "\"foot\"", "mz"), 2, 1e-12);
    EXPECT_NEAR(found("reaction_abs", "\"foot\"", "fx"), 1, 1e-12);
    EXPECT_NEAR(found("member_end_moment", "\"col\"", "Mi"), 2, 1e-12);
    EXPECT_NEAR(found("member_end_moment", "\"col\"", "Mj_abs"), 0, 1e-12);
    EXPECT_NEAR(found("member_end_shear", "\"col\"", "Vi"), 1, 1e-12);
    EXPECT_NEAR(found("member_max_moment", "\"col\"", "M"), 2, 1e-12);
}

TEST(FrameCase, LoadsOnMembersGlobalAndLocal) {
    const std::string across = R"(, "qlocal": [0, -3])";  // local y of an upright member is -x
    EXPECT_NEAR(value(cantilever("linear_static", across, "", tip)), 3 * 16 / 24.0, 1e-12);
    const std::string both = R"(, "q": [-3, 0], "qlocal": [0, -3])";
    EXPECT_NEAR(value(cantilever("linear_static", both, "", tip)), 0, 1e-12);
    const std::string along = R"(, "qlocal": [-5, 0])";
    for (const auto& [component, force] :
         {std::pair("N", -5.0), std::pair("Ni", -10.0), std::pair("Nj", 0.0)})
        EXPECT_NEAR(
            value(cantilever("linear_static", along, "", ask("axial", "\"col\"", component))),
            force, 1e-12);
}

TEST(FrameCase, JointsSettlementsAndSeveralLoadsOnANode) {
    const std::string twice = std::string(push) + ", " + push;
    EXPECT_NEAR(value(cantilever("linear_static", "", twice, tip)), 16.0 / 9, 1e-12);
    const std::string soft = R"(, "spring_i": 8)";
    EXPECT_NEAR(value(cantilever("linear_static", soft, push, tip)), 8.0 / 9 + 4.0 / 8, 1e-12);
    EXPECT_NEAR(value(cantilever("linear_static", R"(, "spring_i": null)", push, tip)), 8.0 / 9,
                1e-12);
    const std::string hinged = cantilever("linear_static", R"(, "hinge_i": true)", push, tip);
    EXPECT_EQ(problem(hinged).key, "frame.mechanism");
    const std::string turned = replaced(cantilever("linear_static", "", "", tip), R"("rz": 1)",
                                        R"("rz": 1, "rz_value": -0.1)");
    EXPECT_NEAR(value(turned), 0.2, 1e-12);
    const std::string heldByValue = replaced(turned, R"("rz": 1, )", R"("rz": 0, )");
    EXPECT_NEAR(value(heldByValue), 0.2, 1e-12) << "a settlement holds its direction";
}

TEST(FrameCase, EveryAnalysisOfOneColumn) {
    const double euler = 3 * math::pi * math::pi / 16;
    const std::string factor = ask("buckling_factor", "1", "lambda");
    EXPECT_NEAR(value(cantilever("linear_buckling", R"(, "subdivide": 8)", press, factor)) / euler,
                1, 1e-5);
    EXPECT_NEAR(value(cantilever("linear_buckling", "", press, factor)) / euler, 1, 1e-5);
    EXPECT_NEAR(
        value(cantilever("linear_buckling", "", press, ask("buckling_factor", "2", "lambda"))) /
            euler,
        9, 1e-2);
    const double k = std::sqrt(1.0 / 3) * 2;  // P = 1 N
    const std::string leaning = replaced(press, R"("fx": 0)", R"("fx": 1)");
    EXPECT_NEAR(value(cantilever("pdelta", "", leaning, tip)),
                8.0 / 9 * 3 * (math::tan(k) - k) / (k * k * k), 1e-5);
    EXPECT_EQ(problem(cantilever("pdelta", "", replaced(leaning, "-1", "-9"), tip)).key,
              "frame.beyond_critical");
    const double betaL = 1.875104069;
    const double hertz = betaL * betaL / (2 * math::pi * 4) * std::sqrt(3 / 0.5);
    const std::string tone = ask("frequency_bending", "1", "Hz");
    EXPECT_NEAR(value(cantilever("modal", R"(, "rhoA": 0.5)", "", tone)) / hertz, 1, 1e-5);
    EXPECT_NEAR(value(cantilever("modal", R"(, "rhoA": 0.5)", "", ask("frequency", "1", "rad/s"))),
                2 * math::pi * hertz, 1e-4);
    EXPECT_NEAR(value(cantilever("modal", R"(, "rho": 5e-7)", "", tone)) / hertz, 1, 1e-5);
    // Elastica under a tip load, P L²/EI = 2.
    const std::string heavy = replaced(push, R"("fx": 1)", R"("fx": 1.5)");
    EXPECT_NEAR(value(cantilever("corotational", R"(, "subdivide": 40)", heavy, tip)),
                2 * 0.4934575, 5e-4);
}

// A column at 1.52 times its buckling load leans far over, where the elastica puts it; the straight
// one is in equilibrium too, but would not stand.
TEST(FrameCase, AboveTheBucklingLoadTakesTheStateThatStands) {
    const std::string load = std::to_string(1.518389 * 3 * math::pi * math::pi / 16);
    const std::string leaning =
        R"({"type": "nodal", "node": 1, "fx": 1e-5, "fy": -)" + load + R"(, "mz": 0})";
    EXPECT_NEAR(std::fabs(value(cantilever("corotational", R"(, "subdivide": 40)", leaning, tip))),
                2 * 0.791539, 2e-3);
}

// A three-hinged arch of two bars: P = 2 EA h (1/l - 1/l0), largest where l³ = l0 b².
const char* const shallow = R"({"id": "M", "analysis": "corotational_limit",
    "nodes": [{"id": 1, "x": -1, "y": 0}, {"id": 2, "x": 0, "y": 0.1}, {"id": 3, "x": 1, "y": 0}],
    "members": [{"id": 1, "i": 1, "j": 2, "type": "truss", "E": 10, "A": 10},
                {"id": 2, "i": 2, "j": 3, "type": "truss", "E": 10, "A": 10}],
    "supports": [{"node": 1, "ux": 1, "uy": 1}, {"node": 3, "ux": 1, "uy": 1},
                 {"node": 2, "ux": 1}],
    "loads": [{"node": 2, "fy": -4}], "expected": [ASK]})";

TEST(FrameCase, LimitPointsInTheUnitOfTheLoad) {
    const double l0 = std::sqrt(1.01), l = math::cbrt(l0), h = std::sqrt(l * l - 1);
    const double limit = 2 * 100 * h * (1 / l - 1 / l0);
    const auto at = [](const std::string& what) { return value(replaced(shallow, "ASK", what)); };
    EXPECT_NEAR(at(ask("limit_load", "1", "P")) / limit, 1, 1e-8);
    EXPECT_NEAR(at(ask("limit_load", "1", "lambda")) / (limit / 4), 1, 1e-8);
    EXPECT_NEAR(at(ask("limit_load", "2", "P")) / -limit, 1, 1e-8);
    EXPECT_NEAR(at(ask("limit_disp", "1", "uy")), h - 0.1, 1e-8);
    const double down = 0.08, length = std::sqrt(1 + down * down);
    EXPECT_NEAR(at(ask("load_at_disp", "-0.02", "P")) / (2 * 100 * down * (1 / length - 1 / l0)), 1,
                1e-6);
}

const char* const threeBars = R"({"id": "C", "analysis": "progressive_collapse", "units": "N,m",
    "nodes": [{"id": 1, "x": -1, "y": 0}, {"id": 2, "x": 0, "y": 0}, {"id": 3, "x": 1, "y": 0},
              {"id": 4, "x": 0, "y": -1}],
    "members": [{"id": "a", "i": 1, "j": 4, "type": "truss", "E": 1e9, "A": 1e-4, "sigma_u": 3e7},
                {"id": "b", "i": 2, "j": 4, "type": "truss", "E": 1e9, "A": 1e-4, "sigma_u": 3e7},
                {"id": "c", "i": 3, "j": 4, "type": "truss", "E": 1e9, "A": 1e-4, "sigma_t": 3e7}],
    "supports": [{"node": 1, "ux": true, "uy": true}, {"node": 2, "ux": 1, "uy": 1},
                 {"node": 3, "ux": 1, "uy": 1}],
    "loads": [{"type": "nodal", "node": 4, "fy": -10}], "expected": [ASK]})";

TEST(FrameCase, CollapseInNewtonAndMegapascal) {
    const auto at = [](const std::string& what) { return value(replaced(threeBars, "ASK", what)); };
    const double root = std::sqrt(2);  // stress of an outer bar: half of the middle one's
    EXPECT_NEAR(at(ask("first_failure_load", "\"b\"", "P")), 3000 * (1 + root / 2), 1e-6);
    EXPECT_NEAR(at(ask("capacity_after_first_failure", "\"rest\"", "P")), 3000 * root, 1e-6);
    EXPECT_NEAR(at(ask("stress_at_first_failure", "\"a\"", "MPa")), 15, 1e-9);
    EXPECT_NEAR(at(ask("stress_right_after", "\"a\"", "MPa")), 30 * (1 + root / 2) / root, 1e-9);
    EXPECT_EQ(problem(replaced(threeBars, "ASK", ask("first_failure_load", "\"a\"", "P"))).key,
              "case.not_reached");
}

TEST(FrameCase, StatisticsForAnyShareAndVolume) {
    const auto at = [](const std::string& quantity) {
        return value(R"({"id": "W", "analysis": "statistics", "expected": [)" +
                     ask(quantity, "4", "") + "]}");
    };
    EXPECT_NEAR(at("mean ratio for 16x volume"), 0.5, 1e-12);
    EXPECT_NEAR(at("63.21205588285577% fractile/s0"), 1, 1e-12);
    EXPECT_NEAR(at("median/s0"), math::pow(math::log(2), 0.25), 1e-12);
}

TEST(FrameCase, WithoutExpectationsGivesAllOfItsKind) {
    const CaseRead item = readOne(cantilever("linear_static", "", push, ""));
    ASSERT_TRUE(item.read.ok());
    const auto solved = solveFrameCase(item.read.value());
    ASSERT_TRUE(solved.ok());
    EXPECT_EQ(solved.value().size(), 2u * 3 + 2 * 3 + 1);
    for (const CaseAnswer& answer : solved.value()) EXPECT_FALSE(answer.good) << "nothing to hold";
    EXPECT_TRUE(solveOne(cantilever("linear_buckling", "", press, "")).ok());
    EXPECT_TRUE(solveOne(cantilever("modal", R"(, "rhoA": 1)", "", "")).ok());
}

TEST(FrameCase, ToleranceIsRelativeAndAZeroIsHeldAgainstTheLargestOfItsKind) {
    const auto good = [](const std::string& component, double expected, double tolerance) {
        std::string one = ask("disp", "1", component);
        one = replaced(one, R"("value": 1)",
                       R"("value": )" + std::to_string(expected) + R"(, "tolerance": )" +
                           std::to_string(tolerance));
        return solveOne(cantilever("linear_static", "", push, one)).value()[0].good;
    };
    EXPECT_TRUE(good("ux", 0.9, 0.02));
    EXPECT_FALSE(good("ux", 0.9, 0.01));
    EXPECT_TRUE(good("uy", 0, 0));
    EXPECT_FALSE(good("ux", 0, 0.9));
}

struct Wrong {
    const char *from, *to, *key, *where;
};

TEST(FrameCase, ErrorsNameTheirPlace) {
    const Wrong all[] = {
        {R"("E": 3)", R"("E": "3")", "case.number", "K: members col"},
        {R"("E": 3, )", "", "case.missing", "K: members col"},
        {R"("I": 1)", R"("J": 1)", "case.missing", "K: members col"},
        {R"("E": 3)", R"("E": 3, "Ee": 3)", "case.unknown_key", "K: members col"},
        {R"("i": "foot")", R"("i": "hand")", "case.unknown_id", "K: members col"},
        {R"("i": "foot")", R"("i": [1])", "case.missing", "K: members col"},
        {R"("type": "frame")", R"("type": "shell")", "case.type", "K: members col"},
        {R"("I": 1)", R"("I": 1, "subdivide": 0)", "case.number", "K: members col"},
        {R"("I": 1)", R"("I": 1, "subdivide": 2.5)", "case.number", "K: members col"},
        {R"("I": 1)", R"("I": 1, "subdivide": 100000000)", "case.number", "K: members col"},
        {R"("I": 1)", R"("I": 1, "q": [1])", "case.list", "K: members col"},
        {R"("I": 1)", R"("I": 1, "q": [1, "2"])", "case.number", "K: members col"},
        {R"({"id": 1, "x": 0)", R"({"id": 1, "x": null)", "case.missing", "K: nodes 1"},
        {R"({"id": 1, "x": 0)", R"({"id": "foot", "x": 0)", "case.twice", "K: nodes foot"},
        {R"({"id": 1, "x": 0)", R"({"x": 0)", "case.missing", "K: nodes 2"},
        {R"("ux": 1)", R"("ux": 2)", "case.number", "K: supports foot"},
        {R"("node": "foot")", R"("node": 4)", "case.unknown_id", "K: supports 4"},
        {R"("type": "nodal")", R"("type": "wind")", "case.type", "K: loads 1"},
        {R"("fx": 1)", R"("fx": 1, "fz": 2)", "case.number", "K: loads 1"},
        {R"("linear_static")", R"("plastic")", "case.analysis", "K"},
        {R"("linear_static")", "3", "case.text", "K"},
        {R"("tolerance": 1e-6)", R"("tolerance": "wide")", "case.number", "K"},
        {R"("tolerance": 1e-6)", R"("tolerance": -1)", "case.number", "K: expected disp"},
        {R"("quantity": "disp")", R"("quantity": "mood")", "case.quantity", "K"},
        {R"("component": "ux")", R"("component": "uq")", "case.quantity", "K"},
        {R"("at": 1)", R"("at": "nowhere")", "case.unknown_at", "K"},
        {R"("rz": 1})", R"("rz": 0})", "frame.mechanism", "K"},
        {R"("E": 3)", R"("E": -3)", "frame.bad_number", "K"},
        {R"("I": 1)", R"("I": 1, "spring_j": -2)", "frame.bad_spring", "K"},
    };
    const std::string whole = cantilever("linear_static", "", push, tip);
    ASSERT_TRUE(solveOne(whole).ok());
    for (const Wrong& wrong : all) {
        const Error error = problem(replaced(whole, wrong.from, wrong.to));
        EXPECT_EQ(error.key, wrong.key) << wrong.to;
        EXPECT_EQ(error.where, wrong.where) << wrong.to;
    }
    EXPECT_EQ(problem(replaced(whole, R"("E": 3)", R"("E": -3)")).args, (Args{{"member", "col"}}));
    EXPECT_EQ(problem(replaced(whole, R"("rz": 1})", R"("rz": 0})")).args,
              (Args{{"node", "1"}, {"direction", "x"}}));
}

TEST(FrameCase, AFileIsACaseAListOrAnObjectWithCases) {
    const std::string one = cantilever("linear_static", "", push, tip);
    const auto count = [](const std::string& text) {
        const auto cases = readFrameCases(Json::parse(text).value());
        return cases.ok() ? cases.value().size() : 0;
    };
    EXPECT_EQ(count(one), 1u);
    EXPECT_EQ(count("[" + one + "," + one + "]"), 2u);
    EXPECT_EQ(count(R"({"version": 1, "cases": [)" + one + "]}"), 1u);
    for (const char* bad : {"[]", "3", "null", R"("text")", R"({"cases": []})", R"({"cases": 7})"})
        EXPECT_EQ(readFrameCases(Json::parse(bad).value()).error().key, "case.format") << bad;
}

TEST(FrameCase, OneBadCaseLeavesTheOthers) {
    const std::string one = cantilever("linear_static", "", push, tip);
    const auto cases = readFrameCases(Json::parse("[3, {}, " + one + "]").value());
    ASSERT_TRUE(cases.ok());
    EXPECT_EQ(cases.value()[0].read.error().key, "case.format");
    EXPECT_EQ(cases.value()[1].read.error().key, "case.missing");
    EXPECT_TRUE(cases.value()[2].read.ok());
}

TEST(FrameCase, SizesAreCapped) {
    std::string members, nodes = R"({"id": 0, "x": 0, "y": 0})";
    for (int i = 1; i <= 30; ++i) {
        const std::string id = std::to_string(i);
        nodes += R"(, {"id": )" + id + R"(, "x": )" + id + R"(, "y": 0})";
        members += (i > 1 ? ", " : "") + std::string(R"({"id": )") + id + R"(, "i": )" +
                   std::to_string(i - 1) + R"(, "j": )" + id +
                   R"(, "type": "frame", "E": 1, "A": 1, "I": 1, "subdivide": 1000})";
    }
    const CaseRead item = readOne(R"({"id": "big", "analysis": "linear_buckling", "nodes": [)" +
                                  nodes + R"(], "members": [)" + members + "]}");
    ASSERT_FALSE(item.read.ok());
    EXPECT_EQ(item.read.error().key, "case.too_big");
    EXPECT_EQ(item.read.error().where, "big: members 21");
}

}  // namespace
}  // namespace pt
