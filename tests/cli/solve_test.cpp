// labrun solve: lines for people and JSON for programs, and bad files with their place.
#include <cstdlib>

#include "tests/cli/harness.h"

namespace pt {
namespace {

using CliSolve = CliTest;

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// Two bars of a 3-4-5 triangle under 10 N: 25/4 N in each.
const char* const roof = R"({"id": "R", "title": "Roof", "analysis": "linear_static",
  "nodes": [{"id": "A", "x": -3, "y": 0}, {"id": "B", "x": 3, "y": 0}, {"id": "T", "x": 0, "y": 4}],
  "members": [{"id": "AT", "i": "A", "j": "T", "type": "truss", "E": 100, "A": 1},
              {"id": "BT", "i": "B", "j": "T", "type": "truss", "E": 100, "A": 1}],
  "supports": [{"node": "A", "ux": 1, "uy": 1}, {"node": "B", "ux": 1, "uy": 1}],
  "loads": [{"type": "nodal", "node": "T", "fx": 0, "fy": -10}],
  "expected": [{"quantity": "axial", "at": "AT", "component": "N", "value": -6.25},
               {"quantity": "reaction", "at": "B", "component": "fy", "value": 5}],
  "tolerance": 1e-9})";

std::string with(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

TEST_F(CliSolve, ChecksTheGivenReferences) {
    const char* shared = std::getenv("PROEFTUIN_SHARED");
    const std::string name =
        std::string(shared ? shared : PROEFTUIN_ROOT "/../shared") + "/references/structures.json";
    if (!std::filesystem::exists(name)) GTEST_SKIP() << "structures.json is not here";
    const Ran ran = labrun({"solve", "frame", "--check", name});
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
    EXPECT_TRUE(has(ran.out, "\nT05 ok ")) << ran.out;
    EXPECT_TRUE(has(ran.out, "\n66 passed, 0 failed\n")) << ran.out;
    EXPECT_EQ(ran.err, "");
}

TEST_F(CliSolve, PrintsTheAskedNumbers) {
    const Ran ran = labrun({"solve", "frame", file("roof.json", roof)});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, "R  Roof\n  axial AT N     -6.25\n  reaction B fy  5\n");
    const Json json = labrun({"solve", "frame", file("roof.json", roof), "--json"}).json();
    EXPECT_EQ(json["cases"][0]["results"][0].write(),
              R"({"quantity":"axial","at":"AT","component":"N","value":-6.25})");
    EXPECT_FALSE(json.has("passed"));
}

TEST_F(CliSolve, CheckSaysWhatIsOff) {
    const std::string wrong = with(roof, "-6.25", "-6.5");
    const std::string both = file("both.json", std::string("[") + roof + "," + wrong + "]");
    const Ran en = labrun({"solve", "frame", both, "--check", "--lang", "en"});
    EXPECT_EQ(en.code, 1);
    EXPECT_EQ(en.out.rfind("R ok ", 0), 0u) << en.out;
    EXPECT_TRUE(has(en.out, "\nR FAILED axial AT N is -6.25 and should be -6.5: off by 3.8e-02"))
        << en.out;
    EXPECT_TRUE(has(en.out, "\n1 passed, 1 failed\n"));
    const Ran nl = labrun({"solve", "frame", both, "--check", "--lang", "nl"});
    EXPECT_TRUE(has(nl.out, "R FAILED axial AT N is -6.25 en moest")) << nl.out;
    const Json json = labrun({"solve", "frame", both, "--check", "--json"}).json();
    EXPECT_EQ(json["passed"].number(), 1);
    EXPECT_EQ(json["failed"].number(), 1);
    EXPECT_TRUE(json["cases"][0]["ok"].boolean());
    EXPECT_FALSE(json["cases"][1]["results"][0]["ok"].boolean(true));
    EXPECT_EQ(json["cases"][1]["results"][0]["expected"].number(), -6.5);
}

TEST_F(CliSolve, ACaseThatCannotBeCheckedFails) {
    const std::string cases[] = {
        with(roof, "linear_static", "plastic"), with(roof, "\"value\": -6.25", "\"value\": null"),
        with(roof, "\"expected\": [", "\"other\": ["), with(roof, "\"E\": 100", "\"E\": -1"),
        with(roof, "\"at\": \"AT\"", "\"at\": \"XY\"")};
    for (const std::string& text : cases) {
        for (const char* lang : {"nl", "en"}) {
            const Ran ran =
                labrun({"solve", "frame", file("c.json", text), "--check", "--lang", lang});
            EXPECT_EQ(ran.code, 1) << ran.out;
            EXPECT_EQ(ran.out.rfind("R FAILED ", 0), 0u) << ran.out;
            EXPECT_TRUE(has(ran.out, "\n0 passed, 1 failed\n")) << ran.out;
            EXPECT_FALSE(has(ran.out, "‹") || has(ran.out, "{")) << ran.out;
        }
    }
}

TEST_F(CliSolve, BadFilesAreToldWithTheirPlace) {
    const auto solved = [this](const std::string& bytes) {
        return labrun({"solve", "frame", file("bad.json", bytes), "--lang", "en"});
    };
    Ran ran = solved(with(roof, "\"E\": 100", "\"E\": NaN"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(has(ran.err, "bad.json:3:")) << ran.err;
    EXPECT_TRUE(has(ran.err, "^")) << ran.err;
    ran = solved("[]");
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(has(ran.err, "bad.json: ")) << ran.err;
    ran = solved(with(roof, "\"y\": 4", "\"y\": \"4\""));
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(has(ran.err, "R: nodes T: 'y'")) << ran.err;
    ran = solved(with(roof, "\"i\": \"B\", ", "\"i\": \"A\", "));
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(has(ran.err, "BT")) << "indices of the solver become ids: " << ran.err;
}

TEST_F(CliSolve, ExitCodes) {
    EXPECT_EQ(labrun({"solve", "frame", path("none.json")}).code, 4);
    EXPECT_EQ(labrun({"solve", "frame"}).code, 2);
    EXPECT_EQ(labrun({"solve"}).code, 2);
    EXPECT_EQ(labrun({"solve", "soup", file("roof.json", roof)}).code, 2);
    EXPECT_EQ(labrun({"solve", "frame", file("roof.json", roof), "more"}).code, 2);
    EXPECT_EQ(labrun({"solve", "frame", file("roof.json", roof), "--csv", "x"}).code, 2);
}

}  // namespace
}  // namespace pt
