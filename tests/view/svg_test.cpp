#include "engine/view/svg.h"

#include <cmath>
#include <gtest/gtest.h>
#include <regex>

#include "engine/view/utf8.h"

namespace pt {
namespace {

// Well-formedness of the XML that svg() may write: tags nest, attributes are quoted, text is
// escaped. Returns what is wrong, or "".
std::string problem(const std::string& xml) {
    std::vector<std::string> open;
    const std::regex tag(R"(^<(/?)([a-z]+)((?: [a-zA-Z-]+="[^"<]*")*)(/?)>)");
    const std::regex entity("^&(amp|lt|gt|quot);");
    for (size_t at = 0; at < xml.size();) {
        std::smatch match;
        const auto begin = xml.cbegin() + static_cast<std::ptrdiff_t>(at);
        if (xml[at] == '&') {
            if (!std::regex_search(begin, xml.cend(), match, entity)) return "bare &";
            at += static_cast<size_t>(match.length());
        } else if (xml[at] != '<') {
            if (xml[at] == '>') return "bare >";
            ++at;
        } else {
            const auto end = std::find(begin, xml.cend(), '>');
            const std::string text(begin, end == xml.cend() ? end : end + 1);
            if (!std::regex_search(text, match, tag)) return "bad tag " + text.substr(0, 80);
            const bool closes = match[1].length() > 0;
            if (closes && (open.empty() || open.back() != match[2])) return "unpaired " + text;
            if (closes)
                open.pop_back();
            else if (match[4].length() == 0)
                open.push_back(match[2]);
            at += text.size();
        }
    }
    return open.empty() ? "" : "never closed: " + open.back();
}

class SvgTest : public testing::Test {
protected:
    SvgTest() : scene(words, theme(ThemeId::light)) {
        camera.size = {400, 300};
        camera.scale = 1;
    }
    std::string draw(std::string_view title = "Brug") const { return svg(scene, camera, title); }

    Words words{Language::nl};
    Scene scene;
    Camera camera;
};

TEST_F(SvgTest, IsAWholeDocumentWithTitleBackgroundAndDescription) {
    Item item;
    item.name = "Staaf S1";
    item.lines = {"trekstaaf", "lengte 12 cm"};
    scene.line({0, 0}, {1.0 / 3, 100}, {}, scene.item(item));
    scene.note({Role::note, "50× vergroot", {}, false});
    const std::string xml = draw();
    EXPECT_EQ(problem(xml), "");
    EXPECT_EQ(xml.rfind("<svg xmlns=\"http://www.w3.org/2000/svg\"", 0), 0u);
    EXPECT_NE(xml.find("<title>Brug</title>"), std::string::npos);
    EXPECT_NE(xml.find("Staaf S1: trekstaaf; lengte 12 cm"), std::string::npos);
    EXPECT_NE(xml.find("<rect width=\"400\" height=\"300\" fill=\"#f6f4ee\"/>"), std::string::npos);
    EXPECT_NE(xml.find("200,150 200.33,50"), std::string::npos);
}

TEST_F(SvgTest, HostileTextStaysText) {
    const std::string hostile =
        "</text><script>alert(\"x\")</script>&\x01\x7f\xff\xc3(\xed\xa0\x80";
    scene.text({0, 0}, hostile);
    scene.note({Role::note, hostile, {}, false});
    const std::string xml = draw(hostile);
    EXPECT_EQ(problem(xml), "");
    EXPECT_EQ(xml.find("<script"), std::string::npos);
    for (size_t at = 0; at < xml.size();) {
        const size_t start = at;
        const char32_t c = nextCodePoint(xml, at);
        EXPECT_TRUE(c != U'\uFFFD' || at == start + 3) << "malformed UTF-8 at " << start;
        EXPECT_TRUE(c >= 0x20 || c == U'\n');
    }
}

TEST_F(SvgTest, SameSceneSameBytes) {
    scene.circle({0, 0}, 10, {});
    EXPECT_EQ(draw(), draw());
    scene.line({-1e-9, 1e-9}, {0, 0}, {});
    EXPECT_EQ(draw().find("-0,"), std::string::npos);
    EXPECT_EQ(draw().find("-0 "), std::string::npos);
}

TEST_F(SvgTest, NoNumberIsNotANumber) {
    scene.line({NAN, 0}, {INFINITY, 0}, {});
    const std::string xml = draw();
    EXPECT_EQ(xml.find("nan"), std::string::npos);
    EXPECT_EQ(xml.find("inf"), std::string::npos);
}

TEST_F(SvgTest, PlotsToo) {
    const std::vector<double> x = {0, 1, 2}, y = {0, 3, 1};
    Plot plot;
    plot.x = {"tijd", unit("s")};
    plot.y = {"kracht <N>", unit("N")};
    plot.series.push_back({"proef 1", x, y});
    const std::string xml = svg(plot, {400, 200}, words, theme(ThemeId::dark), "Grafiek");
    EXPECT_EQ(problem(xml), "");
    EXPECT_NE(xml.find("kracht &lt;N&gt; (N)"), std::string::npos);
}

TEST(Utf8, ReadsCharactersAndSkipsMalformedBytes) {
    const std::string text = "aé≥\xF0\x9F\x8D\x9D\xFFz";
    std::vector<char32_t> points;
    for (size_t at = 0; at < text.size();) points.push_back(nextCodePoint(text, at));
    EXPECT_EQ(points, (std::vector<char32_t>{U'a', U'é', U'≥', U'\U0001F35D', U'\uFFFD', U'z'}));
    for (const char* bad : {"\x80", "\xC0\xAF", "\xE2\x82", "\xED\xA0\x80", "\xF5\x80\x80\x80"}) {
        size_t at = 0;
        EXPECT_EQ(nextCodePoint(bad, at), U'\uFFFD');
        EXPECT_EQ(at, 1u);
    }
}

}  // namespace
}  // namespace pt
