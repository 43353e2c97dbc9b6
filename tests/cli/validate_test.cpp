// labrun validate: a lab's numbers beside published ones, and what it asks for in plain words.
#include "tests/cli/harness.h"

namespace pt {
namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// A whole year of one hour, so that a case runs without any file of a place.
std::filesystem::path plainYear() {
    const std::filesystem::path path =
        std::filesystem::path(testing::TempDir()) / "proeftuin_validate.epw";
    std::ofstream out(path, std::ios::binary);
    out << "LOCATION,Plain,-,BEL,made,0,50.8,4.4,1,100\n";
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month)
        for (int day = 1; day <= lengths[month - 1]; ++day)
            for (int hour = 1; hour <= 24; ++hour)
                out << "2000," << month << ',' << day << ',' << hour
                    << ",0,x,10,5,70,100000,0,0,300,0,0,0,0,0,0,0,180,3,5,5\n";
    return path;
}

TEST(LabrunValidate, GivesEachNumberWithItsRange) {
    const std::string weather = plainYear().string();
    const Ran ran =
        labrun({"validate", "bestest", "--weather", weather, "--case", "600", "--json"});
    const Json json = ran.json();
    EXPECT_EQ(json["validation"].text(), "bestest");
    ASSERT_EQ(json["cases"].items().size(), size_t{1});
    const Json& heating = json["cases"][size_t{0}]["numbers"][size_t{0}];
    EXPECT_EQ(heating["quantity"].text(), "heating");
    EXPECT_GT(heating["value"].number(), 1);  // ten degrees all year, and no sun
    EXPECT_EQ(heating["range"][size_t{0}].number(), 3.9928);
    EXPECT_EQ(heating["programs"]["esp-r"].number(), 4.362);
    // In this weather no promise is kept, and the exit code says so.
    EXPECT_EQ(ran.code, 1);
    EXPECT_GT(json["broken"].number(), 0);
}

TEST(LabrunValidate, ReadsAsATable) {
    const std::string weather = plainYear().string();
    for (const std::string lang : {"nl", "en"}) {
        const Ran ran = labrun({"validate", "bestest", "--weather", weather, "--case", "620",
                                "--case", "650FF", "--lang", lang});
        EXPECT_EQ(ran.code, 0) << ran.err;
        EXPECT_TRUE(has(ran.out, "620\n") && has(ran.out, "650FF\n")) << ran.out;
        EXPECT_FALSE(has(ran.out, "‹")) << ran.out;
    }
}

TEST(LabrunValidate, SaysWhatIsMissing) {
    const Ran none = labrun({"validate", "bestest", "--lang", "en"});
    EXPECT_EQ(none.code, 2);
    EXPECT_TRUE(has(none.err, "--weather")) << none.err;
    const Ran unknown = labrun({"validate", "bestset", "--lang", "en"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_TRUE(has(unknown.err, "bestset")) << unknown.err;
    const Ran wrongCase = labrun({"validate", "bestest", "--weather", plainYear().string(),
                                  "--case", "601", "--lang", "en"});
    EXPECT_EQ(wrongCase.code, 1);
    EXPECT_TRUE(has(wrongCase.err, "601")) << wrongCase.err;
}

TEST(LabrunValidate, NamesTheBadLineOfTheWeather) {
    const std::filesystem::path path =
        std::filesystem::path(testing::TempDir()) / "proeftuin_bad.epw";
    std::ofstream(path) << "LOCATION,a,b,c,d,e,50,4,1,100\n2000,1,1,1,0,x,warm,5\n";
    const Ran ran = labrun({"validate", "bestest", "--weather", path.string(), "--lang", "en"});
    EXPECT_NE(ran.code, 0);
    EXPECT_TRUE(has(ran.err, "proeftuin_bad.epw:2: ")) << ran.err;
}

}  // namespace
}  // namespace pt
