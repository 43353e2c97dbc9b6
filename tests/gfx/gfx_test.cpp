#include <cmath>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <imgui.h>
#include <png.h>

#include "engine/core/assets.h"
#include "engine/gfx/imgui_brush.h"
#include "engine/gfx/null_backend.h"
#include "engine/gfx/png_native.h"
#include "engine/view/cells.h"
#include "engine/view/utf8.h"

namespace pt {
namespace {

constexpr std::string_view needed =
    "ABCxyz0123456789éèëïçñßÉŒœ αβγθφΩμµ −×·±≤≥≈≠√π°²³⁻⁰¹⁴⁹₀₁₉→←↑↓∞ΔΣ∂ ‘’“”«»–—…€‰ \u2009\u202f";

TEST(Fonts, HaveEveryCharacterThatIsShown) {
    const NullBackend backend(800, 600, 1);
    for (const double size : {13.0, 15.0})
        for (const bool bold : {false, true}) {
            const ImFont* font = backend.fonts().font(size, bold);
            for (size_t at = 0; at < needed.size();) {
                const char32_t c = nextCodePoint(needed, at);
                EXPECT_NE(font->FindGlyphNoFallback(static_cast<ImWchar>(c)), nullptr)
                    << "U+" << std::hex << static_cast<uint32_t>(c);
            }
        }
}

TEST(Fonts, EveryWordOfTheStringTablesCanBeShown) {
    const NullBackend backend(800, 600, 1);
    const ImFont* font = backend.fonts().font(15, false);
    for (const Asset& file : assets()) {
        if (!file.path.ends_with(".txt")) continue;
        for (size_t at = 0; at < file.bytes.size();) {
            const char32_t c = nextCodePoint(file.bytes, at);
            if (c == U'\n') continue;
            EXPECT_NE(font->FindGlyphNoFallback(static_cast<ImWchar>(c)), nullptr)
                << file.path << ": U+" << std::hex << static_cast<uint32_t>(c);
        }
    }
}

TEST(Fonts, FiguresAreTabular) {
    const NullBackend backend(800, 600, 2);
    for (const double size : {13.0, 15.0, 24.0, 32.0}) {
        const ImFont* font = backend.fonts().font(size, true);
        for (ImWchar digit = '1'; digit <= '9'; ++digit)
            EXPECT_NEAR(font->GetCharAdvance(digit), font->GetCharAdvance('0'), 0.1f);
    }
}

TEST(Fonts, AreSmall) {
    EXPECT_LE(asset("fonts/regular.otf").size() + asset("fonts/semibold.otf").size(), 90'000u);
}

TEST(Fonts, BuildAgainAtAnotherScale) {
    NullBackend backend(800, 600, 1);
    Fonts fonts;
    fonts.build(*ImGui::GetIO().Fonts, 1);
    const float before = fonts.font(13, false)->FontSize;
    fonts.build(*ImGui::GetIO().Fonts, 2.5);
    EXPECT_NEAR(fonts.font(13, false)->FontSize, before * 2.5f, 1.5f);
    EXPECT_LE(ImGui::GetIO().Fonts->TexHeight, 4096);
}

class BrushTest : public testing::TestWithParam<double> {
protected:
    BrushTest() : backend(800, 600, GetParam()) { backend.beginFrame(); }
    ImDrawList& list() { return *ImGui::GetForegroundDrawList(); }

    NullBackend backend;
};

TEST_P(BrushTest, FillsTurnedEitherWayLookTheSame) {
    ImGuiBrush brush(list(), backend.fonts(), {0, 0});
    const std::vector<Vec> one = {{10, 10}, {50, 10}, {50, 50}};
    brush.fill(one, {1, 2, 3, 255});
    const int vertices = list().VtxBuffer.Size;
    brush.fill({one.rbegin(), one.rend()}, {1, 2, 3, 255});
    ASSERT_EQ(list().VtxBuffer.Size, 2 * vertices);
    float farFirst = 0, farSecond = 0;
    for (int i = 0; i < vertices; ++i) {
        farFirst = std::max(farFirst, list().VtxBuffer[i].pos.x);
        farSecond = std::max(farSecond, list().VtxBuffer[vertices + i].pos.x);
    }
    EXPECT_FLOAT_EQ(farFirst, farSecond);
}

TEST_P(BrushTest, MeasuresTheSameTextTheSameAtEveryScale) {
    ImGuiBrush brush(list(), backend.fonts(), {0, 0});
    EXPECT_NEAR(brush.textWidth("kracht 12,4 N", 13, false), 85, 3);
    EXPECT_EQ(brush.textWidth("", 13, false), 0);
}

TEST_P(BrushTest, FarAwayPointsStayDrawable) {
    ImGuiBrush brush(list(), backend.fonts(), {0, 0});
    brush.stroke({{-1e300, 0}, {1e300, 5}}, false, 2, {0, 0, 0, 255});
    for (const ImDrawVert& vertex : list().VtxBuffer) {
        EXPECT_TRUE(std::isfinite(vertex.pos.x));
        EXPECT_TRUE(std::isfinite(vertex.pos.y));
    }
}

TEST_P(BrushTest, AStageIsClippedToItsPlace) {
    const Words words(Language::nl);
    Scene scene(words, theme(ThemeId::dark));
    scene.grid(true);
    scene.text({0, 0}, "midden");
    scene.line({-9, -9}, {9, 9}, {});
    Camera camera;
    camera.size = {200, 100};
    paintStage(scene, camera, list(), backend.fonts(), {50, 60});
    const ImDrawData& data = backend.endFrame();
    ASSERT_GT(data.TotalVtxCount, 50);
    bool found = false;
    for (const ImDrawCmd& command : data.CmdLists[data.CmdListsCount - 1]->CmdBuffer)
        found = found || (command.ClipRect.x == 50 && command.ClipRect.y == 60 &&
                          command.ClipRect.z == static_cast<float>(50 + 200 * GetParam()));
    EXPECT_TRUE(found);
}

TEST_P(BrushTest, ASmoothFieldIsOneMeshWithoutSeams) {
    ImGuiBrush brush(list(), backend.fonts(), {0, 0});
    constexpr int columns = 200, rows = 150;
    Raster raster{.columns = columns, .rows = rows, .values = {}, .smooth = true};
    for (int i = 0; i < columns * rows; ++i)
        raster.values.push_back(static_cast<float>(i % columns) / columns);
    raster.values[7] = NAN;
    const int before = list().VtxBuffer.Size;
    brush.cells(cellsOf(raster, {0, 300}, {400, 0}, {400, 300}));
    // More than 16 bits can count: each cell four triangles, the hole none.
    EXPECT_EQ(list().VtxBuffer.Size - before, (columns + 1) * (rows + 1) + columns * rows - 1);
    ASSERT_EQ(list().IdxBuffer.Size, (columns * rows - 1) * 12);
    double area = 0;
    for (int i = 0; i < list().IdxBuffer.Size; i += 3) {
        const auto at = [&](int k) {
            const ImVec2 p = list().VtxBuffer[static_cast<int>(list().IdxBuffer[i + k])].pos;
            return Vec(static_cast<double>(p.x), static_cast<double>(p.y));
        };
        const Vec a = at(0), b = at(1), c = at(2);
        area += std::fabs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
    }
    const double scale = GetParam() * GetParam();
    EXPECT_NEAR(area / scale, 400.0 * 300 - 2 * 2, 1);
}

TEST_P(BrushTest, EvenCellsAreRectanglesWithoutSoftEdges) {
    ImGuiBrush brush(list(), backend.fonts(), {0, 0});
    const Raster raster{.columns = 2, .rows = 1, .values = {0, 1}};
    brush.cells(cellsOf(raster, {0, 10}, {20, 0}, {400, 300}));
    EXPECT_EQ(list().VtxBuffer.Size, 8);
    EXPECT_EQ(list().IdxBuffer.Size, 12);
    EXPECT_EQ(list().VtxBuffer[1].pos.x, list().VtxBuffer[4].pos.x);
}

INSTANTIATE_TEST_SUITE_P(Scales, BrushTest, testing::Values(1.0, 1.5, 2.0, 3.0));

TEST(Png, WritesWhatItWasGiven) {
    const std::string path = testing::TempDir() + "pixels.png";
    std::vector<uint8_t> rgba(3 * 2 * 4);
    for (size_t i = 0; i < rgba.size(); ++i) rgba[i] = static_cast<uint8_t>(i * 10 + 5);
    ASSERT_TRUE(writePng(path, rgba, 3, 2).ok());
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    ASSERT_NE(png_image_begin_read_from_file(&image, path.c_str()), 0);
    EXPECT_EQ(image.width, 3u);
    EXPECT_EQ(image.height, 2u);
    image.format = PNG_FORMAT_RGBA;
    std::vector<uint8_t> back(rgba.size());
    ASSERT_NE(png_image_finish_read(&image, nullptr, back.data(), 0, nullptr), 0);
    EXPECT_EQ(back, rgba);
    std::filesystem::remove(path);
}

TEST(Png, APlaceThatDoesNotExistIsAnErrorAndLeavesNothing) {
    const std::vector<uint8_t> rgba(4);
    const Status status = writePng("/no/such/folder/a.png", rgba, 1, 1);
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().key, "gfx.png");
    EXPECT_EQ(status.error().where, "/no/such/folder/a.png");
}

TEST(Png, AFailedWriteKeepsTheOldFile) {
    const std::string path = testing::TempDir() + "kept.png";
    std::ofstream(path) << "old";
    std::filesystem::create_directory(path + ".part");  // in the way of the new file
    EXPECT_FALSE(writePng(path, std::vector<uint8_t>(4), 1, 1).ok());
    std::ifstream file(path);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "old");
    file.close();
    std::filesystem::remove(path);
    std::filesystem::remove(path + ".part");
}

}  // namespace
}  // namespace pt
