// The stage "Detail": its geometry against closed forms, and that every look of every junction is
// sound in both languages.
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "engine/run/session.h"
#include "engine/view/camera.h"
#include "engine/view/view.h"
#include "sims/passive_house/detail_edit.h"
#include "sims/passive_house/model.h"
#include "sims/passive_house/view_detail_lines.h"
#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

Detail evenWall() {
    Detail detail;
    detail.variant = "straight";
    detail.sheet = detail.look = {-0.4, -0.6, 0.8, 0.6};
    DetailRectangle wall;
    wall.id = "R1";
    wall.material = "brick";
    setBox(wall, {0, -0.6, 0.4, 0.6});
    detail.rectangles = {wall};
    detail.airs = {{Climate::outside, -0.3, 0}, {Climate::inside, 0.7, 0}};
    return detail;
}

Heat2d fieldOf(const Detail& detail, double inside, double outside) {
    Result<Heat2d> field = Heat2d::make(sectionOf(detail, inside, outside).value(), 3000);
    EXPECT_TRUE(field.value().solveSteady().ok());
    return std::move(field.value());
}

// In an even wall the isotherms are straight, where the line from face to face says.
TEST(DetailLines, IsothermsLieWhereTheyShould) {
    const Detail detail = evenWall();
    const Heat2d field = fieldOf(detail, 293.15, 273.15);
    const DetailNet net = netOf(field, detail.look);
    const double U = 1 / (0.13 + 0.04 + 0.4 / 0.89);
    for (const double level : {276.15, 281.15, 287.15}) {
        const auto lines = isotherm(net, level);
        ASSERT_EQ(lines.size(), 1u) << level;
        const double x = ((level - 273.15) / (20 * U) - 0.04) * 0.89;
        for (const Vec& point : lines[0]) EXPECT_NEAR(point.x, x, 1e-6);
        EXPECT_NEAR(std::fabs(lines[0].front().y - lines[0].back().y), 1.2, 1e-9);
    }
    EXPECT_TRUE(isotherm(net, 290.15).empty()) << "warmer than the face";
    EXPECT_TRUE(isotherm(net, 273.2).empty()) << "the air is not drawn in";
}

// Each line stands for the same heat: together they carry what the wall lets through.
TEST(DetailLines, HeatLinesGoStraightThroughAnEvenWall) {
    const Detail detail = evenWall();
    const Heat2d field = fieldOf(detail, 293.15, 273.15);
    const HeatLines heat = heatLines(field, shapeOf(detail).value().edges, detail.look);
    const double through = 1.2 * 20 / (0.13 + 0.04 + 0.4 / 0.89);
    EXPECT_NEAR(heat.each * static_cast<double>(heat.lines.size()), through, heat.each);
    for (const std::vector<Vec>& line : heat.lines) {
        EXPECT_NEAR(line.front().x, 0.4, 1e-9);
        EXPECT_LT(line.back().x, 0.02);
        for (const Vec& point : line) EXPECT_NEAR(point.y, line.front().y, 1e-9);
    }
    const Heat2d still = fieldOf(detail, 283.15, 283.15);
    EXPECT_TRUE(heatLines(still, shapeOf(detail).value().edges, detail.look).lines.empty());
}

// A bare aluminium face shows the room it mirrors, a black one itself.
TEST(DetailSpot, TheCameraTakesEveryFaceForOneOfItsOwnEmissivity) {
    EXPECT_NEAR(cameraTemperature(283.15, cameraEmissivity, 293.15), 283.15, 1e-9);
    EXPECT_NEAR(cameraTemperature(283.15, 0, 293.15), 293.15, 1e-9);
    EXPECT_NEAR(cameraTemperature(293.15, 0.1, 293.15), 293.15, 1e-9);
    const double shiny = cameraTemperature(283.15, 0.1, 293.15);
    EXPECT_GT(shiny, 291);
    EXPECT_LT(shiny, 293.15);
}

TEST(DetailSpot, KeepsItsPlaceInsideTheDrawing) {
    const Detail detail = evenWall();
    const DetailPicture picture{.detail = detail};
    ViewState state;
    EXPECT_EQ(spotOf(picture, state), Vec(0.2, 0)) << "the middle, when nothing is known";
    state.options[std::string(spotOption)] = writeSpot({0.1234, -0.5});
    EXPECT_NEAR(spotOf(picture, state).x, 0.1234, 1e-9);
    for (const char* text : {"", "abc", "0.1", "99 99", "nan nan", "-1e9 1e9"}) {
        state.options[std::string(spotOption)] = text;
        const Vec at = spotOf(picture, state);
        EXPECT_TRUE(at.x >= -0.4 && at.x <= 0.8 && at.y >= -0.6 && at.y <= 0.6) << text;
    }
}

void expectSound(const Session& session, const ViewState& state, Language language) {
    const Words words = Words::builtin(language);
    Scene scene(words, theme(ThemeId::light));
    makeView("passive_house", session.model())->draw(scene, state);
    EXPECT_FALSE(scene.shapes().empty());
    for (const Shape& shape : scene.shapes()) {
        EXPECT_EQ(shape.text.find("‹"), std::string::npos) << shape.text;
        for (const Vec& point : shape.points)
            EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
    }
    for (const Item& item : scene.items()) {
        EXPECT_FALSE(item.name.empty());
        for (const std::string& line : item.lines)
            EXPECT_EQ(line.find("{"), std::string::npos) << line;
    }
    for (const Note& note : scene.notes())
        for (const char* hole : {"‹", "{"})
            EXPECT_EQ(note.text.find(hole), std::string::npos) << note.text;
}

std::unique_ptr<Session> openHouse() {
    pt::Setup setup;
    setup.lab = "passive_house";
    Result<std::unique_ptr<Session>> session = Session::open(std::move(setup));
    EXPECT_TRUE(session.ok());
    return std::move(session.value());
}

Status use(Session& session, const char* junction, const char* variant) {
    return session.post(
        {"detail_use", Json::object().set("junction", junction).set("variant", variant), 0});
}

TEST(DetailStage, IsSoundInEveryLookOfEveryJunction) {
    const auto session = openHouse();
    ViewState state;
    state.options["stage"] = "detail";
    int turn = 0;
    for (const char* junction : junctionKeys)
        for (const char* variant : {"plain", "insulated", "straight"}) {
            ASSERT_TRUE(use(*session, junction, variant).ok());
            for (const char* look : {"field", "camera", "material"}) {
                state.options["detail"] = look;
                state.width = ++turn % 2 ? 0 : 360;
                state.height = turn % 2 ? 0 : 420;
                expectSound(*session, state, turn % 2 ? Language::nl : Language::en);
            }
        }
    ASSERT_TRUE(session->runToEnd(30).ok());
    expectSound(*session, state, Language::nl);
}

// A phone shows few words, and the drawing does not shrink under them.
TEST(DetailStage, KeepsItsRoomOnANarrowStage) {
    const auto session = openHouse();
    ASSERT_TRUE(use(*session, "balcony", "plain").ok());
    const auto& model = static_cast<const PassiveHouse&>(session->model());
    const DetailBox look = model.detail().look;
    for (const Language language : {Language::nl, Language::en}) {
        ViewState state;
        state.options["stage"] = "detail";
        state.width = 360;
        state.height = 265;
        const Words words = Words::builtin(language);
        Scene scene(words, theme(ThemeId::light));
        makeView("passive_house", model)->draw(scene, state);
        const auto isNote = [](const Note& note) { return note.role == Role::note; };
        EXPECT_EQ(std::count_if(scene.notes().begin(), scene.notes().end(), isNote), 2);
        EXPECT_LE(scene.notes().size(), 4u) << "with the scale and one isotherm";
        Camera camera;
        camera.size = {state.width, state.height};
        camera.fit(scene.low(), scene.high(), 44);
        const Vec low = camera.toScreen({look.x0, look.y0}),
                  high = camera.toScreen({look.x1, look.y1});
        EXPECT_GE(std::max((high.x - low.x) / state.width, (low.y - high.y) / state.height), 0.45);
        EXPECT_GE(high.y, 56) << "below the notes";
        EXPECT_LE(low.y, state.height - 56) << "above the legend";
        EXPECT_TRUE(low.x >= 0 && high.x <= state.width);
    }
}

// The picture follows the weather, the coldest spot is that of the temperature asked for.
TEST(DetailStage, SaysForWhichWeatherTheColdestSpotIs) {
    const auto session = openHouse();
    ASSERT_TRUE(session->post(setCommand("detail_outdoor", 261.15)).ok());
    ViewState state;
    state.options["stage"] = "detail";
    const Words words = Words::builtin(Language::nl);
    Scene scene(words, theme(ThemeId::light));
    makeView("passive_house", session->model())->draw(scene, state);
    const std::string asked =
        detailWord(words, "asked", {{"temperature", wholeCelsius(words, 261.15)}});
    const auto says = [&](const Note& note) { return note.text == asked; };
    EXPECT_EQ(std::count_if(scene.notes().begin(), scene.notes().end(), says), 1) << asked;
}

TEST(DetailStage, SaysWhatIsWrongWithADrawing) {
    const auto session = openHouse();
    ASSERT_TRUE(use(*session, "balcony", "straight").ok());
    ViewState state;
    state.options["stage"] = "detail";
    const auto& model = static_cast<const PassiveHouse&>(session->model());
    std::string all;
    for (const DetailRectangle& each : model.detail().rectangles) all += each.id + ",";
    ASSERT_TRUE(session->post({"detail_remove", Json::object().set("rectangle", all), 0}).ok());
    EXPECT_FALSE(model.detailResult());
    expectSound(*session, state, Language::nl);
    const Words words = Words::builtin(Language::nl);
    Scene scene(words, theme(ThemeId::light));
    makeView("passive_house", model)->draw(scene, state);
    ASSERT_EQ(scene.notes().size(), 1u);
    EXPECT_TRUE(scene.notes()[0].warns);
    ASSERT_TRUE(session->post({"undo", Json::object(), 0}).ok());
    EXPECT_TRUE(model.detailResult());
}

}  // namespace
}  // namespace pt
