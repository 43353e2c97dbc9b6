#include "engine/view/paper.h"

#include <cmath>
#include <gtest/gtest.h>
#include <sstream>

namespace pt {
namespace {

PaperPage ruler() {
    PaperPage page;
    page.line({20, 30}, {120, 30}, 0.5);
    page.text({20, 35}, "100 mm · 50 %");
    page.circles.push_back({{40, 60}, 5});
    return page;
}

// The numbers before an operator of the page's content: "56.69 85.04 m".
std::vector<double> operands(const std::string& bytes, const std::string& name) {
    std::istringstream lines(bytes);
    for (std::string line; std::getline(lines, line);) {
        if (!line.ends_with(" " + name)) continue;
        std::istringstream words(line);
        std::vector<double> numbers;
        for (double number; words >> number;) numbers.push_back(number);
        return numbers;
    }
    return {};
}

TEST(Paper, AMillimetreIsAMillimetreInThePdf) {
    const Result<std::string> bytes = pdf({ruler()}, "liniaal");
    ASSERT_TRUE(bytes.ok());
    EXPECT_TRUE(bytes.value().starts_with("%PDF-1."));
    const std::vector<double> from = operands(bytes.value(), "m"),
                              to = operands(bytes.value(), "l");
    ASSERT_EQ(from.size(), 2u);
    ASSERT_EQ(to.size(), 2u);
    EXPECT_NEAR((to[0] - from[0]) / 72 * 25.4, 100, 0.01);
    EXPECT_NEAR(from[1] / 72 * 25.4, 30, 0.01);
    EXPECT_NE(bytes.value().find("841.8"), std::string::npos);  // 297 mm
}

TEST(Paper, ThePdfIsTheSameEveryTime) {
    EXPECT_EQ(pdf({ruler()}, "a").value(), pdf({ruler()}, "a").value());
}

TEST(Paper, TextsMaySayAnything) {
    PaperPage page;
    page.text({10, 10}, "één (knoop) \\ 3 × 4 mm² – “brug” 雪");
    const Result<std::string> bytes = pdf({page}, "ééé");
    ASSERT_TRUE(bytes.ok());
    EXPECT_NE(bytes.value().find("?"), std::string::npos);
    EXPECT_NE(svg(page, "<titel>").find("&lt;titel&gt;"), std::string::npos);
}

TEST(Paper, TheSvgIsInMillimetres) {
    const std::string text = svg(ruler(), "liniaal");
    EXPECT_NE(text.find("width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\""),
              std::string::npos);
    EXPECT_NE(text.find("points=\"20,267 120,267\""), std::string::npos);
}

TEST(Paper, PastingCutsAtTheWindow) {
    PaperPage page;
    paste(page, ruler(), {0, 0}, {100, 50}, {10, 10});
    ASSERT_EQ(page.lines.size(), 1u);
    EXPECT_DOUBLE_EQ(page.lines[0].points[0].x, 30);
    EXPECT_DOUBLE_EQ(page.lines[0].points[1].x, 110);  // cut at the window's right edge
    EXPECT_TRUE(page.circles.empty());
    ASSERT_EQ(page.texts.size(), 1u);
    EXPECT_DOUBLE_EQ(page.texts[0].at.y, 45);
}

TEST(Paper, ALineThatMissesTheWindowIsNotThere) {
    PaperPage drawing, page;
    drawing.line({0, 0}, {10, 0});
    drawing.line({0, 40}, {40, 0});
    paste(page, drawing, {25, 25}, {50, 50}, {0, 0});
    EXPECT_TRUE(page.lines.empty());
}

}  // namespace
}  // namespace pt
