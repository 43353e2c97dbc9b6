// labrun solve heat2d: the shown examples, JSON, and bad files with their place.
#include "tests/cli/harness.h"

namespace pt {
namespace {

using CliSolveHeat = CliTest;

const std::string examples = PROEFTUIN_ROOT "/docs/examples/";

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

const char* const wall = R"({"cells": 50, "materials": [{"name": "brick", "lambda": 0.5}],
 "rectangles": [{"material": "brick", "x": [0, 100], "y": [0, 1000]}],
 "boundaries": [{"name": "in", "x": 100, "y": [0, 1000], "temperature": 20, "resistance": 0.1},
                {"name": "out", "x": 0, "y": [0, 1000], "temperature": 0, "resistance": 0.1}],
 "probes": [{"name": "P", "x": 50, "y": 500}],
 "expected": [{"quantity": "flow", "at": "in", "value": 50, "tolerance": 1e-6}]})";

std::string with(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

TEST_F(CliSolveHeat, TheStandardCasePasses) {
    const Ran ran = labrun({"solve", "heat2d", "--check", examples + "iso10211_case2.json"});
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
    EXPECT_TRUE(has(ran.out, "flow inside ok 9.4")) << ran.out;
    EXPECT_FALSE(has(ran.out, "FAILED")) << ran.out;
}

TEST_F(CliSolveHeat, ACornerOfTwoWallsHasANegativePsiByOuterSizes) {
    const Ran ran = labrun({"solve", "heat2d", "--json", examples + "wall_corner.json"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    double psi = 0, corner = 0, lowest = 1, rsi = 0;
    const Json json = ran.json();
    for (const Json& result : json["results"].items()) {
        const std::string& quantity = result["quantity"].text();
        if (quantity == "psi") psi = result["value"].number();
        if (quantity == "f_rsi") rsi = result["value"].number();
        if (result["at"].text() == "inner corner") corner = result["value"].number();
        if (quantity == "lowest" && result["at"].text() == "inside")
            lowest = result["value"].number();
    }
    EXPECT_LT(psi, -0.01);
    EXPECT_GT(psi, -0.1);
    EXPECT_NEAR(corner, lowest, 0.1);  // at the corner itself; lowest is the face of a cell
    EXPECT_NEAR(rsi, (lowest + 5) / 25, 1e-9);
}

TEST_F(CliSolveHeat, PrintsEveryNumberWithItsUnit) {
    const Ran ran = labrun({"solve", "heat2d", file("wall.json", wall)});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, "  temperature P  10   °C\n  flow in        50   W/m\n"
                       "  lowest in      15   °C\n  highest in     15   °C\n"
                       "  flow out       -50  W/m\n  lowest out     5    °C\n"
                       "  highest out    5    °C\n");
}

TEST_F(CliSolveHeat, CheckSaysWhatIsOff) {
    const std::string wrong = with(wall, "\"value\": 50", "\"value\": 51");
    const Ran en = labrun({"solve", "heat2d", file("w.json", wrong), "--check", "--lang", "en"});
    EXPECT_EQ(en.code, 1);
    EXPECT_TRUE(has(en.out, "flow in FAILED is 50 and should be 51")) << en.out;
    const std::string unknown = with(wall, "\"flow\"", "\"colour\"");
    for (const char* lang : {"nl", "en"}) {
        const Ran ran =
            labrun({"solve", "heat2d", file("w.json", unknown), "--check", "--lang", lang});
        EXPECT_EQ(ran.code, 1);
        EXPECT_TRUE(has(ran.out, "colour in FAILED ")) << ran.out;
        EXPECT_FALSE(has(ran.out, "‹") || has(ran.out, "{")) << ran.out;
    }
    const Json json =
        labrun({"solve", "heat2d", file("w.json", wrong), "--check", "--json"}).json();
    EXPECT_FALSE(json["ok"].boolean(true));
    EXPECT_EQ(json["checks"][0]["expected"].number(), 51);
    const std::string none = with(wall,
                                  "\"expected\": [{\"quantity\": \"flow\", \"at\": \"in\", "
                                  "\"value\": 50, \"tolerance\": 1e-6}]",
                                  "\"expected\": []");
    EXPECT_EQ(labrun({"solve", "heat2d", file("w.json", none), "--check"}).code, 1);
}

TEST_F(CliSolveHeat, InTimeItComesNearTheSteadyState) {
    const std::string later =
        with(wall, "\"probes\"",
             "\"time\": {\"start\": 20, \"step\": 600, \"until\": 864000}, \"probes\"");
    EXPECT_EQ(labrun({"solve", "heat2d", file("w.json", later), "--check"}).code, 0);
    const std::string soon = with(
        wall, "\"probes\"", "\"time\": {\"start\": 20, \"step\": 60, \"until\": 600}, \"probes\"");
    EXPECT_EQ(labrun({"solve", "heat2d", file("w.json", soon), "--check"}).code, 1);
}

TEST_F(CliSolveHeat, BadFilesAreToldWithTheirPlace) {
    struct Bad {
        const char *from, *to, *place;
    };
    const Bad cases[] = {{"0.5", "0", "materials[0]"},
                         {"\"lambda\": 0.5", "\"lambda\": \"0,5\"", "materials[0]"},
                         {"\"lambda\"", "\"lamda\"", "materials[0]"},
                         {"\"material\": \"brick\"", "\"material\": \"soup\"", "rectangles[0]"},
                         {"[0, 100]", "[100, 0]", "rectangles[0]"},
                         {"[0, 100]", "[0, 100, 3]", "rectangles[0]"},
                         {"\"x\": 100", "\"x\": 50", "boundaries[0]"},
                         {"\"x\": 50", "\"x\": 500", "P"},
                         {"\"cells\": 50", "\"cells\": 1e9", "cells"},
                         {"\"probes\"", "\"probs\"", "probs"},
                         {"\"probes\"",
                          "\"time\": {\"start\": 0, \"step\": 1e-9, \"until\": 9}, "
                          "\"probes\"",
                          "time"},
                         {"\"probes\"",
                          "\"junction\": {\"inside\": \"x\", \"outside\": \"out\"}, "
                          "\"probes\"",
                          "junction"}};
    for (const Bad& bad : cases) {
        for (const char* lang : {"nl", "en"}) {
            const Ran ran =
                labrun({"solve", "heat2d", file("bad.json", with(wall, bad.from, bad.to)), "--lang",
                        lang});
            EXPECT_EQ(ran.code, 1) << bad.to;
            EXPECT_TRUE(has(ran.err, bad.place)) << ran.err;
            EXPECT_TRUE(has(ran.err, "bad.json")) << ran.err;
            EXPECT_FALSE(has(ran.err, "‹") || has(ran.err, "{")) << ran.err;
        }
    }
    for (const char* bytes : {"[]", "3", "{}"})
        EXPECT_EQ(labrun({"solve", "heat2d", file("bad.json", bytes)}).code, 1) << bytes;
}

}  // namespace
}  // namespace pt
