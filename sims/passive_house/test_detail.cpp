// Junctions: what the drawing means, ψ and f_Rsi against closed forms and published ranges, the
// document and the edits.
#include <cmath>
#include <functional>
#include <gtest/gtest.h>

#include "sims/passive_house/detail.h"
#include "sims/passive_house/detail_edit.h"
#include "sims/passive_house/detail_field.h"
#include "sims/passive_house/detail_shape.h"
#include "sims/passive_house/materials.h"

namespace pt {
namespace {

constexpr double room = 293.15, frost = 268.15;  // K

HouseConstruction layers(std::vector<std::pair<const char*, double>> list) {
    HouseConstruction made;
    for (const auto& [material, thickness] : list) {
        HouseLayer layer;
        layer.material = material;
        layer.thickness = thickness;
        made.layers.push_back(layer);
    }
    return made;
}

// A cavity wall with a concrete floor and flat roof: `insulation` m in each.
House brickHouse(double insulation, Under under = Under::ground) {
    House house;
    house.under = under;
    house.parts[static_cast<size_t>(Part::wall)] = layers({{"facing_brick", 0.09},
                                                           {"pur", insulation},
                                                           {"hollow_brick", 0.14},
                                                           {"gypsum_plaster", 0.01}});
    house.parts[static_cast<size_t>(Part::floor)] =
        layers({{"reinforced_concrete", 0.2}, {"pur", insulation}, {"screed", 0.08}});
    house.parts[static_cast<size_t>(Part::roof)] =
        layers({{"xps", insulation}, {"reinforced_concrete", 0.2}, {"gypsum_plaster", 0.01}});
    HouseWindow window;
    window.id = "V1";
    window.glazing = "triple_argon";
    window.frame = "wood_insulated";
    house.windows.push_back(window);
    return house;
}

DetailRectangle block(const char* id, const char* material, DetailBox box,
                      double conductivity = 0) {
    DetailRectangle made;
    made.id = id;
    made.material = material;
    made.conductivity = conductivity;
    setBox(made, box);
    return made;
}

// A wall 0.3 m thick between open air on the left and a room on the right.
Detail plainWall() {
    Detail detail;
    detail.variant = "straight";
    detail.sheet = detail.look = {-0.4, -0.6, 0.7, 0.6};
    detail.rectangles = {block("R1", "brick", {0, -0.6, 0.3, 0.6})};
    detail.airs = {{Climate::outside, -0.3, 0}, {Climate::inside, 0.6, 0}};
    return detail;
}

DetailResult solved(const Detail& detail, int cells = quickDetailCells) {
    const Result<DetailResult> result = solveDetail(detail, room, frost, 0.5, cells);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().key);
    return result.ok() ? result.value() : DetailResult{};
}

std::string errorOf(const Detail& detail) {
    const Result<DetailResult> result = solveDetail(detail, room, frost, 0.5);
    return result.ok() ? "" : result.error().key;
}

TEST(DetailShape, AirsEdgesAndFilmsFollowFromTheDrawing) {
    Detail detail = plainWall();
    // A slab into the room: a floor above, a ceiling below.
    detail.rectangles.push_back(block("R2", "concrete", {0.3, -0.1, 0.7, 0.1}));
    detail.airs.push_back({Climate::inside, 0.6, -0.5});
    detail.airs[1].y = 0.5;
    const Result<DetailShape> shape = shapeOf(detail);
    ASSERT_TRUE(shape.ok());
    double films[3] = {0, 0, 0};  // m of wall, floor and ceiling inside
    double outside = 0;
    for (const DetailEdge& edge : shape.value().edges) {
        const double length = edge.x1 - edge.x0 + edge.y1 - edge.y0;
        if (edge.air == Climate::outside) {
            outside += length;
            EXPECT_EQ(edge.resistance, 0.04);
            continue;
        }
        const int kind = edge.normalX != 0 ? 0 : edge.normalY > 0 ? 1 : 2;
        constexpr double expected[] = {0.13, 0.17, 0.10};  // ISO 6946
        EXPECT_EQ(edge.resistance, expected[kind]);
        films[kind] += length;
    }
    EXPECT_NEAR(outside, 1.2, 1e-12);
    EXPECT_NEAR(films[0], 1.0, 1e-12);
    EXPECT_NEAR(films[1], 0.4, 1e-12);
    EXPECT_NEAR(films[2], 0.4, 1e-12);
}

TEST(DetailShape, TellsWhatIsWrong) {
    Detail hole = plainWall();
    hole.rectangles[0].y1 = 0.2;
    EXPECT_EQ(errorOf(hole), "detail.leak");
    Detail none = plainWall();
    none.rectangles.clear();
    EXPECT_EQ(errorOf(none), "detail.leak") << "an empty sheet is one air";
    Detail noRoom = plainWall();
    noRoom.airs.pop_back();
    EXPECT_EQ(errorOf(noRoom), "detail.no_inside");
    Detail filled = plainWall();
    filled.rectangles[0].x1 = 0.7;
    EXPECT_EQ(errorOf(filled), "detail.no_inside") << "the room is filled up";
    Detail buried = plainWall();
    buried.rectangles[0].x0 = -0.4;
    EXPECT_EQ(errorOf(buried), "detail.no_outside");
}

// Air that is closed in insulates by ISO 6946: 0.18 m² K/W for a wide gap of 2.5 cm and more.
TEST(DetailShape, AHollowCountsAsStillAir) {
    EXPECT_NEAR(0.025 / hollowConductivity(0.025, 10), 0.18, 0.005);
    EXPECT_NEAR(0.05 / hollowConductivity(0.05, 10), 0.18, 0.005);
    EXPECT_NEAR(0.010 / hollowConductivity(0.010, 10), 0.15, 0.005);
    Detail detail = plainWall();
    detail.rectangles = {block("R1", "brick", {0, -0.6, 0.1, 0.6}),
                         block("R2", "brick", {0.15, -0.6, 0.3, 0.6})};
    const Result<DetailShape> shape = shapeOf(detail);
    ASSERT_TRUE(shape.ok());
    ASSERT_EQ(shape.value().hollows.size(), 1u);
    const DetailResult result = solved(detail);
    const double lambda = shape.value().hollows[0].conductivity;
    const double U = 1 / (0.13 + 0.04 + 0.25 / 0.89 + 0.05 / lambda);
    EXPECT_NEAR(result.coupling, U * 1.2, 1e-9);
    EXPECT_NEAR(result.psi, 0, 1e-9);
}

TEST(DetailPsi, AnEvenWallHasNone) {
    for (const double insulation : {0.02, 0.1, 0.4}) {
        const Detail wall = detailFor(Junction::wall_floor, "straight", brickHouse(insulation));
        const DetailResult result = solved(wall);
        EXPECT_NEAR(result.psi, 0, 1e-9);
        double resistance = 0.13 + 0.04;
        for (const DetailRectangle& each : wall.rectangles)
            resistance += (each.x1 - each.x0) / materialOf(each).conductivity;
        EXPECT_NEAR(result.coupling, 1.2 / resistance, 1e-9);
        EXPECT_NEAR(result.flow, 25 * result.coupling, 1e-9);
        // With 0.25 m² K/W inside instead of 0.13.
        EXPECT_NEAR(result.fRsi, 1 - 0.25 / (resistance + 0.12), 1e-9);
    }
}

// Two walls of one thickness at a right angle with fixed face temperatures: the corner square lets
// through as much as 1 − 2 ln 2 / π squares of wall (conformal map of an L), so that with outer
// dimensions ψ = −λ (1 + 2 ln 2 / π).
TEST(DetailPsi, ACornerOfEvenWallsIsThatOfTheConformalMap) {
    constexpr double lambda = 1e-3, thickness = 0.3;  // films are nothing beside it
    Detail detail;
    detail.variant = "corner";
    detail.sheet = detail.look = {-0.1, -0.1, 2, 2};
    detail.rectangles = {block("R1", "own", {0, 0, thickness, 2}, lambda),
                         block("R2", "own", {0, 0, 2, thickness}, lambda)};
    detail.airs = {{Climate::outside, -0.05, 1}, {Climate::inside, 1.9, 1.9}};
    const DetailResult result = solved(detail, 60'000);
    ASSERT_EQ(result.parts.size(), 2u);
    for (const DetailPart& part : result.parts) EXPECT_NEAR(part.length, 2, 1e-12);
    const double exact = -lambda * (1 + 2 * std::log(2.0) / std::acos(-1.0));
    EXPECT_NEAR(result.psi / exact, 1, 2e-3);
}

TEST(DetailPsi, TheQuickGridIsNearAFineOne) {
    for (const double insulation : {0.06, 0.25})
        for (size_t i = 0; i < junctionKeys.size(); ++i)
            for (const char* variant : {"plain", "insulated"}) {
                const Detail detail =
                    detailFor(static_cast<Junction>(i), variant, brickHouse(insulation));
                const double quick = solved(detail).coupling;
                const double fine = solved(detail, 40'000).coupling;
                const double least = detail.ground > 0 ? 0.02 : 0.01;
                EXPECT_NEAR(quick / fine, 1, least) << junctionKeys[i] << " " << variant;
            }
}

// Where ψ of such junctions lies with outer dimensions: ISO 14683 annex A lists 0.60 .. 0.95 for
// balconies, 0.45 .. 0.65 for interrupted floors and -0.20 .. 0.60 for roofs on insulated houses,
// and 0 .. 1.0 at windows; the Passive House Institute calls up to 0.01 free of thermal bridges.
TEST(DetailPsi, LiesWhereSuchJunctionsDo) {
    const House house = brickHouse(0.12);
    const auto psi = [&house](Junction junction, const char* variant) {
        return solved(detailFor(junction, variant, house)).psi;
    };
    EXPECT_GT(psi(Junction::balcony, "plain"), 0.55);
    EXPECT_LT(psi(Junction::balcony, "plain"), 1.0);
    EXPECT_LT(psi(Junction::balcony, "insulated"), 0.03);
    EXPECT_GT(psi(Junction::roof_edge, "plain"), 0.35);
    EXPECT_LT(psi(Junction::roof_edge, "plain"), 0.85);
    EXPECT_LT(psi(Junction::roof_edge, "insulated"), 0.01);
    EXPECT_GT(psi(Junction::window_reveal, "plain"), 0.05);
    EXPECT_LT(psi(Junction::window_reveal, "plain"), 0.4);
    EXPECT_LT(psi(Junction::window_reveal, "insulated"), 0.02);
    EXPECT_GT(psi(Junction::wall_floor, "plain"), 0.05);
    EXPECT_LT(psi(Junction::wall_floor, "plain"), 0.65);
    EXPECT_LT(psi(Junction::wall_floor, "insulated"), 0.01);
}

TEST(DetailPsi, CarefulWorkIsAlwaysBetterAndWarmer) {
    for (const double insulation : {0.04, 0.12, 0.3})
        for (const Under under : {Under::ground, Under::raised})
            for (size_t i = 0; i < junctionKeys.size(); ++i) {
                const auto junction = static_cast<Junction>(i);
                const House house = brickHouse(insulation, under);
                const DetailResult old = solved(detailFor(junction, "plain", house));
                const DetailResult careful = solved(detailFor(junction, "insulated", house));
                EXPECT_LT(careful.psi, old.psi) << junctionKeys[i] << " " << insulation;
                EXPECT_GT(careful.fRsi, old.fRsi) << junctionKeys[i] << " " << insulation;
            }
}

// ISO 13370: a floor of 80 m² with 36 m around it on soil of 2 W/(m K).
TEST(DetailPsi, AFloorOnTheGroundIsReckonedByIso13370) {
    const double B = 80 / 18.0, pi = std::acos(-1.0);
    const double bare = 0.3 + 2 * 0.21;
    EXPECT_NEAR(groundFloorU(B, 0.3, 2, 0.21), 4 / (pi * B + bare) * std::log(pi * B / bare + 1),
                1e-12);
    EXPECT_NEAR(groundFloorU(B, 0.3, 2, 5), 2 / (0.457 * B + 0.3 + 10), 1e-12);
    // Both formulas meet where the floor is as thick as B'.
    const double meeting = (B - 0.3) / 2;
    EXPECT_NEAR(groundFloorU(B, 0.3, 2, meeting * 0.9999),
                groundFloorU(B, 0.3, 2, meeting * 1.0001), 5e-3);
}

TEST(DetailPsi, DoesNotDependOnTheWeatherAndTheColdestFaceDoes) {
    const Detail detail = detailFor(Junction::roof_edge, "plain", brickHouse(0.1));
    const DetailResult cold = solveDetail(detail, room, 253.15, 0.5).value();
    const DetailResult mild = solveDetail(detail, room, 288.15, 0.5).value();
    const DetailResult still = solveDetail(detail, room, room, 0.5).value();
    EXPECT_NEAR(cold.psi, mild.psi, 1e-12);
    EXPECT_NEAR(cold.psi, still.psi, 1e-12) << "also when it is as warm outside";
    EXPECT_NEAR(cold.coldest, 253.15 + cold.fRsi * 40, 1e-9);
    EXPECT_LT(cold.coldest, mild.coldest);
    EXPECT_NEAR(cold.dewPoint - 273.15, 9.27, 0.05) << "Magnus: 20 °C, 50 %";
    EXPECT_NEAR(cold.mouldPoint - 273.15, 12.6, 0.1);
}

// Any house gives junctions that can be solved, saved and read back.
TEST(DetailTemplates, StandForEveryHouse) {
    std::vector<House> houses{brickHouse(0.12), brickHouse(1.5), brickHouse(0.002, Under::raised),
                              House{}};
    houses.push_back(brickHouse(0.1));  // thin, massless
    HouseLayer own;
    own.material = "own";
    own.resistance = 25;
    for (HouseConstruction& part : houses.back().parts) part.layers = {own};
    houses.back().windows.clear();
    houses.push_back(brickHouse(0.1));
    for (HouseConstruction& part : houses.back().parts) part = layers({{"concrete", 0.03}});
    for (size_t h = 0; h < houses.size(); ++h)
        for (size_t i = 0; i < junctionKeys.size(); ++i)
            for (const std::string& variant : detailVariants(static_cast<Junction>(i))) {
                const Detail detail = detailFor(static_cast<Junction>(i), variant, houses[h]);
                const Result<Detail> read = loadDetail(saveDetail(detail));
                ASSERT_TRUE(read.ok()) << read.error().key << " " << read.error().where;
                EXPECT_EQ(read.value(), detail);
                if (houses[h].parts[0].layers.empty()) continue;  // nothing to stand
                const DetailResult result = solved(detail);
                EXPECT_TRUE(std::isfinite(result.psi) && std::isfinite(result.fRsi))
                    << h << " " << junctionKeys[i] << " " << variant;
                EXPECT_GE(result.fRsi, -1e-9);
                EXPECT_LE(result.fRsi, 1);
            }
}

TEST(DetailDocument, RefusesWithThePlace) {
    const Json good = saveDetail(detailFor(Junction::balcony, "plain", brickHouse(0.1)));
    const auto failure = [&good](const std::function<void(Json&)>& change) {
        Json bad = good;
        change(bad);
        const Result<Detail> read = loadDetail(bad);
        return read.ok() ? "" : read.error().key + " " + read.error().where;
    };
    const auto rectangle = [&good](const char* key, Json value) {
        Json first = good["rectangles"][size_t{0}];
        first.set(key, std::move(value));
        return Json::list().add(std::move(first));
    };
    EXPECT_EQ(failure([](Json& j) { j.set("junction", "cellar"); }),
              "detail.unknown_junction junction");
    EXPECT_EQ(failure([](Json& j) { j.set("colour", 1); }), "detail.unknown_key ");
    EXPECT_EQ(failure([](Json& j) { j.set("airs", 3); }), "detail.missing airs");
    EXPECT_EQ(failure([](Json& j) { j.set("ground", -1); }), "detail.bad_number ground");
    EXPECT_EQ(failure([](Json& j) { j.set("look", Json::object()); }), "detail.bad_number look.x0");
    EXPECT_EQ(failure([&](Json& j) { j.set("rectangles", rectangle("x1", 1e9)); }),
              "detail.bad_number rectangles[0].x1");
    EXPECT_EQ(failure([&](Json& j) { j.set("rectangles", rectangle("x1", -1)); }),
              "detail.bad_size rectangles[0]");
    EXPECT_EQ(failure([&](Json& j) { j.set("rectangles", rectangle("material", "cheese")); }),
              "detail.unknown_material rectangles[0].material");
    EXPECT_EQ(failure([&](Json& j) { j.set("rectangles", rectangle("conductivity", 0)); }),
              "detail.bad_number rectangles[0].conductivity");
    EXPECT_EQ(failure([&](Json& j) { j.set("rectangles", rectangle("id", "")); }),
              "detail.bad_id rectangles[0].id");
    EXPECT_EQ(failure([&](Json& j) {
                  Json twice = j["rectangles"];
                  twice.add(twice[size_t{0}]);
                  j.set("rectangles", std::move(twice));
              }).substr(0, 19),
              "detail.duplicate_id");
    EXPECT_EQ(failure([](Json& j) {
                  Json many = Json::list();
                  for (int i = 0; i < 61; ++i) many.add(j["rectangles"][size_t{0}]);
                  j.set("rectangles", std::move(many));
              }),
              "detail.too_many rectangles");
    EXPECT_FALSE(loadDetail(Json("text")).ok());
    EXPECT_FALSE(loadDetail(Json()).ok());
}

TEST(DetailEdit, MovesAddsRemovesAndOrders) {
    const Detail wall = plainWall();
    const Detail moved = withMoved(wall, "R1", {0.3, 5, -0.1, -5}).value();
    EXPECT_EQ(boxOf(moved.rectangles[0]), (DetailBox{-0.1, -0.6, 0.3, 0.6}))
        << "sides in any order, cut off at the sheet";
    EXPECT_EQ(withMoved(wall, "R9", {0, 0, 1, 1}).error().key, "detail.unknown_rectangle");
    EXPECT_EQ(withMoved(wall, "R1", {0, 0, 1, NAN}).error().key, "detail.bad_number");
    EXPECT_EQ(withMoved(wall, "R1", {5, 0, 6, 1}).error().key, "detail.bad_size");

    const Detail more = withAdded(wall, "eps", {0.3, -0.6, 0.4, 0.6}).value();
    ASSERT_EQ(more.rectangles.size(), 2u);
    EXPECT_EQ(more.rectangles[1].id, "R2");
    EXPECT_LT(solved(more).coupling, solved(wall).coupling);
    EXPECT_EQ(withAdded(wall, "cheese", {0, 0, 1, 1}).error().key, "detail.unknown_material");
    Detail full = wall;
    while (full.rectangles.size() < mostDetailRectangles)
        full = withAdded(full, "eps", {0, 0, 0.1, 0.1}).value();
    EXPECT_EQ(withAdded(full, "eps", {0, 0, 0.1, 0.1}).error().key, "detail.too_many");

    EXPECT_EQ(withoutRectangles(more, "R1, R2").value().rectangles.size(), 0u);
    EXPECT_EQ(withoutRectangles(more, "").error().key, "detail.unknown_rectangle");
    EXPECT_EQ(withMaterial(more, "R1,R2", "pir").value().rectangles[0].material, "pir");

    Detail three = withAdded(more, "steel", {0.1, 0, 0.2, 0.1}).value();  // R3 on R1, not on R2
    const Detail lower = withOrder(three, "R3", "down").value();
    EXPECT_EQ(lower.rectangles[0].id, "R3") << "past the one that it does not touch too";
    EXPECT_EQ(withOrder(lower, "R3", "top").value().rectangles[2].id, "R3");
    EXPECT_EQ(withOrder(lower, "R3", "sideways").error().key, "detail.bad_order");
    EXPECT_EQ(withTemplate("balcony", "glass", House{}).error().key, "detail.unknown_variant");
    EXPECT_EQ(withTemplate("cellar", "plain", House{}).error().key, "detail.unknown_junction");
}

// At rest, the field is the steady one; after a long constant time the live one is too.
TEST(DetailField, FollowsTheHouse) {
    const Detail detail = detailFor(Junction::balcony, "plain", brickHouse(0.1));
    DetailField field;
    field.use(detail, room, frost);
    const Heat2d* rest = field.shown();
    ASSERT_NE(rest, nullptr);
    const double before = rest->at(0.05, 0.5);
    EXPECT_GT(before, frost);
    EXPECT_EQ(field.shown(), rest) << "nothing passed: nothing to compute";
    for (int i = 0; i < 6; ++i) field.passed(600, room, 288.15);
    const double soon = field.shown()->at(0.05, 0.5);
    EXPECT_GT(soon, before) << "it grows milder";
    for (int day = 0; day < 40; ++day) {
        field.passed(86'400, room, 288.15);
        (void)field.shown();
    }
    field.use(detail, room, 288.15);
    const double end = field.shown()->at(0.05, 0.5);
    EXPECT_GT(end, soon);
    Detail broken = detail;
    broken.rectangles.clear();
    field.use(broken, room, frost);
    EXPECT_EQ(field.shown(), nullptr);
    field.passed(600, room, frost);
    EXPECT_EQ(field.shown(), nullptr);
}

// Whoever looks seldom sees the same in the end: what passed is not lost.
TEST(DetailField, CatchesUp) {
    const Detail detail = detailFor(Junction::roof_edge, "insulated", brickHouse(0.1));
    const auto after = [&detail](int looks) {
        DetailField field;
        field.use(detail, room, frost);
        for (int hour = 0; hour < 240 * 6; ++hour) {
            field.passed(600, room, 283.15);
            if (looks > 0 && hour % looks == 0) (void)field.shown();
        }
        double now = 0;
        for (int i = 0; i < 40; ++i) now = field.shown()->at(0.2, -0.5);
        return now;
    };
    EXPECT_NEAR(after(36), after(0), 0.3);
}

}  // namespace
}  // namespace pt
