#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

#include "engine/view/camera.h"
#include "engine/view/paint.h"
#include "engine/view/svg.h"
#include "engine/view/view.h"
#include "sims/spaghetti_bridge/model.h"
#include "sims/spaghetti_bridge/view_frame.h"
#include "tests/view/recorder.h"

namespace pt {
namespace {

const Words& words(Language language = Language::nl) {
    static const Words tables[] = {Words::builtin(Language::nl), Words::builtin(Language::en)};
    return tables[static_cast<size_t>(language)];
}

// A bridge at some moment of its run.
class Bench {
public:
    explicit Bench(std::string_view type = "warren", std::string_view joints = "pinned") {
        model.describe(schema);
        choose("type", type);
        choose("joints", joints);
        *schema.findParam("load_rate")->value = 20;
        status = model.reset(1);
    }
    void choose(std::string_view key, std::string_view option) {
        const Choice* choice = schema.findChoice(key);
        for (size_t i = 0; i < choice->options.size(); ++i)
            if (choice->options[i] == option) *choice->value = static_cast<int>(i);
    }
    void loadTo(double share) {
        while (model.load() < share * model.statics().breakingLoad() && !model.broken())
            ASSERT_TRUE(model.step(bridgeStep).ok());
    }
    void fallFor(int steps) {
        loadTo(2);
        for (int i = 0; i < steps && !model.finished(); ++i)
            ASSERT_TRUE(model.step(bridgeStep).ok());
    }
    Scene draw(const ViewState& state = {}, Language language = Language::nl,
               ThemeId look = ThemeId::light) const {
        Scene scene(words(language), theme(look));
        makeView("spaghetti_bridge", model)->draw(scene, state);
        return scene;
    }

    SpaghettiBridge model;
    Schema schema;
    Status status = Ok{};
};

Camera fitted(const Scene& scene, Vec size) {
    Camera camera;
    camera.size = size;
    camera.fit(scene.low(), scene.high(), 24);
    return camera;
}

bool hasText(const Scene& scene, std::string_view part) {
    for (const Shape& shape : scene.shapes())
        if (shape.text.find(part) != std::string::npos) return true;
    for (const Note& note : scene.notes())
        if (note.text.find(part) != std::string::npos) return true;
    return false;
}

int findItem(const Scene& scene, std::string_view id) {
    for (size_t i = 0; i < scene.items().size(); ++i)
        if (scene.items()[i].id == id) return static_cast<int>(i);
    return -1;
}

// Finite coordinates, every member and node an item with a shape, no text without translation.
void expectSound(const Bench& bench, const Scene& scene) {
    std::vector<bool> shown(scene.items().size(), false);
    for (const Shape& shape : scene.shapes()) {
        for (const Vec& point : shape.points) ASSERT_TRUE(std::isfinite(point.x + point.y));
        ASSERT_TRUE(std::isfinite(shape.radius + shape.bodyWidth + shape.casing));
        ASSERT_LT(shape.item, static_cast<int>(scene.items().size()));
        if (shape.item >= 0) shown[static_cast<size_t>(shape.item)] = true;
    }
    for (const BridgeMember& member : bench.model.design().members) {
        const int item = findItem(scene, "member." + member.id);
        ASSERT_GE(item, 0) << member.id;
        EXPECT_TRUE(shown[static_cast<size_t>(item)]) << member.id;
        const size_t lines = scene.items()[static_cast<size_t>(item)].lines.size();
        EXPECT_GE(lines, bench.model.stands() ? 2u : 1u);
        EXPECT_LE(lines, 6u);
    }
    for (const BridgeNode& node : bench.model.design().nodes)
        EXPECT_GE(findItem(scene, "node." + node.id), 0) << node.id;
    EXPECT_FALSE(hasText(scene, "‹"));
    for (const Item& item : scene.items()) {
        EXPECT_EQ(item.name.find("‹"), std::string::npos) << item.name;
        for (const std::string& line : item.lines)
            EXPECT_EQ(line.find_first_of("{}"), std::string::npos) << line;
        for (const std::string& line : item.lines)
            EXPECT_EQ(line.find("‹"), std::string::npos) << line;
    }
}

TEST(BridgeView, IsSoundAtEveryMomentOfEveryType) {
    for (const char* type : {"warren", "pratt", "howe"})
        for (const char* joints : {"pinned", "rigid"}) {
            Bench bench(type, joints);
            ASSERT_TRUE(bench.status.ok());
            for (const double share : {0.0, 0.5, 0.97}) {
                bench.loadTo(share);
                for (const Language language : {Language::nl, Language::en})
                    expectSound(bench, bench.draw({"member.S1", "node.K1"}, language));
            }
            for (const int steps : {0, 1, 20, 100, 600}) {
                Bench falling(type, joints);
                falling.fallFor(steps);
                ASSERT_TRUE(falling.model.broken());
                expectSound(falling, falling.draw());
            }
        }
}

TEST(BridgeView, EveryStageSizeCanBePainted) {
    Bench bench;
    bench.loadTo(0.95);
    const Scene scene = bench.draw();
    for (const Vec size : {Vec(0, 0), Vec(1, 1), Vec(360, 300), Vec(1280, 720), Vec(20, 4000)}) {
        Recorder brush;
        paint(scene, fitted(scene, size), brush);
        for (const auto& fill : brush.fills)
            for (const Vec& point : fill.points) ASSERT_TRUE(std::isfinite(point.x + point.y));
        for (const auto& stroke : brush.strokes)
            for (const Vec& point : stroke.points) ASSERT_TRUE(std::isfinite(point.x + point.y));
    }
}

TEST(BridgeView, EverythingStaysInViewUntilTheEnd) {
    for (const int steps : {0, 40, 120, 600}) {
        Bench bench;
        bench.fallFor(steps);
        const Scene scene = bench.draw();
        for (const BridgePiece& piece : bench.model.pieces()) {
            EXPECT_GE(piece.center.y, scene.low().y);
            EXPECT_LE(piece.center.y, scene.high().y);
            EXPECT_GE(piece.center.x, scene.low().x);
            EXPECT_LE(piece.center.x, scene.high().x);
        }
    }
}

TEST(BridgeView, TheFailureSaysWhichMemberHowAndAtWhatLoad) {
    Bench bench;
    bench.fallFor(0);
    const std::string id =
        bench.model.design().members[static_cast<size_t>(bench.model.failedMember())].id;
    const std::string mode = words()("spaghetti_bridge.failure_mode.buckling");
    ASSERT_EQ(bench.model.failureMode(), FailureMode::buckling);
    Scene scene = bench.draw();
    EXPECT_TRUE(hasText(scene, id));
    EXPECT_TRUE(hasText(scene, words().quantity(bench.model.breakingLoad(), unit("N"))));
    bool word = false;
    for (const Shape& shape : scene.shapes()) word = word || (shape.text == mode && shape.bold);
    EXPECT_TRUE(word);
    EXPECT_TRUE(scene.slowMotion());
    EXPECT_FALSE(Bench().draw().slowMotion());
    bench.fallFor(600);
    scene = bench.draw();
    EXPECT_FALSE(scene.slowMotion());
    EXPECT_TRUE(hasText(scene, id));
}

TEST(BridgeView, BothHalvesOfTheBrokenMemberAreDrawnInRed) {
    Bench bench;
    bench.fallFor(60);
    const Scene scene = bench.draw();
    int halves = 0;
    for (const Shape& shape : scene.shapes())
        if (shape.bodyWidth > 0 && shape.style.stroke == Ink::error) ++halves;
    EXPECT_EQ(halves, 2);
}

TEST(BridgeView, CompressionIsHatchedAndTensionIsNot) {
    Bench bench;
    bench.loadTo(0.5);
    int tension = 0, compression = 0;
    const Scene scene = bench.draw();
    for (const Shape& shape : scene.shapes()) {
        if (shape.style.fillAlpha <= 0) continue;
        const bool pull = shape.style.fill == Ink::tension;
        const bool push = shape.style.fill == Ink::compression;
        if (!pull && !push) continue;
        ++(pull ? tension : compression);
        EXPECT_EQ(shape.style.hatch, push);
    }
    int pulled = 0, pushed = 0;
    for (const MemberState& member : bench.model.members()) {
        if (member.axial > 0.5) ++pulled;
        if (member.axial < -0.5) ++pushed;
    }
    EXPECT_GE(tension, pulled);
    EXPECT_GE(compression, pushed);
    EXPECT_GT(pulled, 3);
    EXPECT_GT(pushed, 3);
}

double widestCasing(const Scene& scene) {
    double widest = 0;
    for (const Shape& shape : scene.shapes())
        if (shape.style.fill == Ink::compression) widest = std::max(widest, shape.casing);
    return widest;
}

TEST(BridgeView, ForcesGrowWiderWithTheLoadAndTheScaleOfTheSagStays) {
    Bench bench;
    double previous = 0, magnify = 0;
    for (const double share : {0.1, 0.3, 0.6, 0.9}) {
        bench.loadTo(share);
        const double widest = widestCasing(bench.draw());
        EXPECT_GT(widest, previous);
        previous = widest;
        const BridgeFrame frame(bench.model);
        if (share > 0.1) {
            EXPECT_EQ(frame.magnify, magnify);
        }
        magnify = frame.magnify;
    }
    EXPECT_GT(magnify, 1);
    EXPECT_TRUE(hasText(bench.draw(), words().number(magnify, 1) + "×"));
}

TEST(BridgeView, AMemberNearItsEndShowsHowNear) {
    Bench bench;
    bench.loadTo(0.5);
    EXPECT_FALSE(hasText(bench.draw(), "%"));
    bench.loadTo(0.93);
    const int percent = static_cast<int>(bench.model.utilisation() * 100);
    EXPECT_TRUE(hasText(bench.draw(), std::to_string(percent) + "\u202f%"));
}

TEST(BridgeView, PointingAtAMemberOrAJointFindsIt) {
    Bench bench;
    bench.loadTo(0.5);
    const Scene scene = bench.draw();
    const Camera camera = fitted(scene, {1280, 720});
    for (const Item& item : scene.items()) {
        if (item.id == "bucket") continue;
        const int found = pick(scene, camera, camera.toScreen(item.center), 8);
        ASSERT_GE(found, 0) << item.id;
        EXPECT_EQ(scene.items()[static_cast<size_t>(found)].id, item.id);
    }
}

TEST(BridgeView, ABridgeThatCannotStandIsStillDrawn) {
    Bench bench("free");
    const Json square = Json::parse(R"({"nodes":[
        {"id":"a","x":0,"y":0,"support":"pin"},{"id":"b","x":0.3,"y":0,"support":"roller"},
        {"id":"c","x":0,"y":0.2},{"id":"d","x":0.3,"y":0.2}],
        "members":[{"id":"1","from":"a","to":"c"},{"id":"2","from":"b","to":"d"},
        {"id":"3","from":"c","to":"d"}],"load":"c"})")
                            .value();
    ASSERT_TRUE(bench.schema.findDocument("bridge")->load(square).ok());
    ASSERT_FALSE(bench.model.reset(1).ok());
    expectSound(bench, bench.draw());
    // Choosing a member to repair still shows.
    bool marked = false;
    const Scene scene = bench.draw({"member.3", ""});
    for (const Shape& shape : scene.shapes()) marked = marked || shape.style.fill == Ink::accent;
    EXPECT_TRUE(marked);
}

TEST(BridgeView, TheSvgHasTheBridgeInWords) {
    Bench bench;
    bench.loadTo(0.9);
    const Scene scene = bench.draw({}, Language::en);
    const std::string xml = svg(scene, fitted(scene, {800, 500}), "Bridge");
    EXPECT_NE(xml.find("Member S1: "), std::string::npos);
    EXPECT_EQ(xml.find("nan"), std::string::npos);
    EXPECT_EQ(xml, svg(scene, fitted(scene, {800, 500}), "Bridge"));
}

// -- before the test

// A dragged node shows forces that are worth looking at, and says at which load.
TEST(BridgeView, BeforeTheTestForcesAreThoseAtARoundLoad) {
    for (const char* joints : {"pinned", "rigid"}) {
        Bench bench("warren", joints);
        ASSERT_TRUE(bench.model.onTrial());
        const double breaking = bench.model.statics().breakingLoad();
        const double load = bench.model.shownLoad();
        EXPECT_LE(load, breaking);
        EXPECT_GE(load, breaking / 2);
        EXPECT_EQ(load, joints == std::string("pinned") ? 60 : 100);
        const std::vector<MemberState> expected = bench.model.statics().members(load);
        for (size_t i = 0; i < expected.size(); ++i) {
            EXPECT_EQ(bench.model.shownMembers()[i].axial, expected[i].axial);
            EXPECT_EQ(bench.model.shownMembers()[i].utilisation, expected[i].utilisation);
        }
        double carried = 0;
        for (const NodeState& node : bench.model.shownNodes()) carried += node.reactionY;
        EXPECT_NEAR(carried, load + bench.model.mass() * gravity, 1e-9 * load);
        // The figures of the test itself are still those without load.
        EXPECT_LT(bench.model.utilisation(), 0.1);
    }
}

TEST(BridgeView, SaysAtWhichLoadTheForcesAre) {
    Bench bench;
    const Scene before = bench.draw();
    EXPECT_TRUE(hasText(before, "Krachten alsof er al 60"));
    EXPECT_TRUE(hasText(bench.draw({}, Language::en), "Forces as if 60"));
    const auto force = [](const Scene& scene) {
        return scene.items()[static_cast<size_t>(findItem(scene, "member.S9"))].lines.front();
    };
    EXPECT_NE(force(before).find("bij een last van 60"), std::string::npos) << force(before);
    const auto table = [&] { return bench.schema.tables().front().rows().front().cells; };
    EXPECT_EQ(table()[3].number(), 60);
    const double trial = table()[4].number();
    ASSERT_TRUE(bench.model.step(bridgeStep).ok());
    EXPECT_FALSE(bench.model.onTrial());
    EXPECT_FALSE(hasText(bench.draw(), "Krachten alsof"));
    EXPECT_EQ(force(bench.draw()).find("bij een last"), std::string::npos);
    EXPECT_EQ(table()[3].number(), bench.model.load());
    EXPECT_LT(std::fabs(table()[4].number()), 0.1 * std::fabs(trial));
}

// A node that moves a little changes the picture a little: the load keeps its round value.
TEST(BridgeView, DraggingDoesNotRescale) {
    Bench bench;
    const double load = bench.model.shownLoad();
    const BridgeFrame before(bench.model);
    const double share = before.axialShare(bench.model.shownMembers()[8].axial);
    *bench.schema.findParam("height")->value = 0.102;
    ASSERT_TRUE(bench.model.reset(1).ok());
    EXPECT_EQ(bench.model.shownLoad(), load);
    const BridgeFrame after(bench.model);
    EXPECT_NEAR(after.axialShare(bench.model.shownMembers()[8].axial), share, 0.05);
    // Nodes stay under the hand: only the bridge's own weight moves them.
    for (size_t i = 0; i < after.rest.size(); ++i)
        EXPECT_LT(glm::distance(after.shown[i], after.rest[i]), 1e-3 * after.extent);
}

}  // namespace
}  // namespace pt
