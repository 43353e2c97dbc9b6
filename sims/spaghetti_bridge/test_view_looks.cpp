// The ways of looking at a bridge, and the loads and faults that are drawn.
#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

#include "engine/view/view.h"
#include "sims/spaghetti_bridge/model.h"
#include "sims/spaghetti_bridge/view_forces.h"
#include "sims/spaghetti_bridge/view_frame.h"

namespace pt {
namespace {

constexpr const char* shows[] = {"forces",  "utilisation", "deflection", "buckling",
                                 "moments", "reactions",   "influence",  "plain"};

const Words& dutch() {
    static const Words words = Words::builtin(Language::nl);
    return words;
}

ViewState looking(const std::string& show, bool numbers = false) {
    ViewState state;
    state.options["show"] = show;
    state.options["numbers"] = numbers ? "on" : "off";
    return state;
}

class BridgeLooks : public testing::Test {
protected:
    BridgeLooks() {
        model.describe(schema);
        *schema.findParam("load_rate")->value = 20;
    }
    void choose(std::string_view key, std::string_view option) {
        const Choice* choice = schema.findChoice(key);
        ASSERT_NE(choice, nullptr);
        for (size_t i = 0; i < choice->options.size(); ++i)
            if (choice->options[i] == option) *choice->value = static_cast<int>(i);
    }
    void loadTo(double share) {
        ASSERT_TRUE(model.reset(1).ok());
        while (model.load() < share * model.statics().breakingLoad() && !model.broken())
            ASSERT_TRUE(model.step(bridgeStep).ok());
    }
    Scene draw(const ViewState& state) const {
        Scene scene(dutch(), theme(ThemeId::light));
        makeView("spaghetti_bridge", model)->draw(scene, state);
        return scene;
    }
    BridgeFrame frame(const std::string& show) const {
        return BridgeFrame(model, BridgeLook(looking(show)));
    }

    SpaghettiBridge model;
    Schema schema;
};

bool says(const Scene& scene, std::string_view part) {
    for (const Shape& shape : scene.shapes())
        if (shape.text.find(part) != std::string::npos) return true;
    for (const Note& note : scene.notes())
        if (note.text.find(part) != std::string::npos) return true;
    return false;
}

void expectWhole(const Scene& scene, const std::string& show) {
    for (const Shape& shape : scene.shapes()) {
        for (const Vec& point : shape.points) ASSERT_TRUE(std::isfinite(point.x + point.y)) << show;
        EXPECT_EQ(shape.text.find_first_of("{}"), std::string::npos) << shape.text;
        EXPECT_EQ(shape.text.find("‹"), std::string::npos) << shape.text;
    }
    for (const Note& note : scene.notes()) {
        EXPECT_EQ(note.text.find_first_of("{}"), std::string::npos) << note.text;
        EXPECT_EQ(note.text.find("‹"), std::string::npos) << note.text;
    }
}

TEST_F(BridgeLooks, AreAllNamedInBothLanguages) {
    const auto view = makeView("spaghetti_bridge", model);
    ASSERT_FALSE(view->options().empty());
    for (const Language language : {Language::nl, Language::en}) {
        const Words words = Words::builtin(language);
        for (const ViewOption& option : view->options()) {
            EXPECT_TRUE(words.has("spaghetti_bridge.look." + option.key)) << option.key;
            for (const std::string& way : option.options)
                EXPECT_TRUE(words.has("spaghetti_bridge.look." + option.key + "." + way)) << way;
        }
    }
}

TEST_F(BridgeLooks, AreWholeAtEveryMoment) {
    for (const char* joints : {"pinned", "rigid", "glued"}) {
        choose("joints", joints);
        for (const double load : {0.0, 0.9, 2.0}) {
            loadTo(load);
            for (const char* show : shows)
                for (const bool numbers : {false, true})
                    expectWhole(draw(looking(show, numbers)), show);
        }
    }
}

TEST_F(BridgeLooks, NumbersStandOnEveryMemberOnlyWhenAsked) {
    loadTo(0.5);
    const auto plates = [&](bool numbers) {
        int found = 0;
        const Scene scene = draw(looking("forces", numbers));
        for (const Shape& shape : scene.shapes())
            if (shape.plate) ++found;
        return found;
    };
    EXPECT_EQ(plates(false), 0);
    EXPECT_EQ(plates(true), static_cast<int>(model.design().members.size()));
}

TEST_F(BridgeLooks, UtilisationIsAColourWithALegendInNumbers) {
    loadTo(0.6);
    const Scene scene = draw(looking("utilisation"));
    double largest = 0;
    for (const Shape& shape : scene.shapes()) largest = std::max(largest, shape.style.magnitude);
    EXPECT_NEAR(largest, model.utilisation(), 1e-12);
    bool scale = false;
    for (const Note& note : scene.notes())
        scale = scale ||
                (note.role == Role::scale && note.low.find('0') == 0 && note.high.find("100") == 0);
    EXPECT_TRUE(scale);
}

// In a rigid joint two members that are in line bend on in line: their curves have one slope.
TEST_F(BridgeLooks, ARigidJointKeepsItsMembersInLine) {
    choose("joints", "rigid");
    loadTo(0.8);
    const BridgeFrame shown = frame("deflection");
    const auto& members = model.design().members;
    int bent = 0;
    for (size_t i = 0; i + 1 < members.size(); ++i) {
        if (members[i].to != members[i + 1].from) continue;
        const auto &left = shown.axis(i), &right = shown.axis(i + 1);
        if (left.size() < 3 || right.size() < 3) continue;
        const Vec rest = shown.rest[static_cast<size_t>(members[i].to)] -
                         shown.rest[static_cast<size_t>(members[i].from)];
        const Vec next = shown.rest[static_cast<size_t>(members[i + 1].to)] -
                         shown.rest[static_cast<size_t>(members[i + 1].from)];
        if (std::fabs(rest.x * next.y - rest.y * next.x) > 1e-12) continue;
        EXPECT_EQ(left.back(), right.front());
        // The tangents of the cubics where they meet, from four points of each.
        const size_t n = left.size();
        const Vec out =
            (11.0 * left[n - 1] - 18.0 * left[n - 2] + 9.0 * left[n - 3] - 2.0 * left[n - 4]) / 6.0;
        const Vec in = (-11.0 * right[0] + 18.0 * right[1] - 9.0 * right[2] + 2.0 * right[3]) / 6.0;
        EXPECT_NEAR(out.y / out.x, in.y / in.x, 2e-3);
        ++bent;
    }
    EXPECT_GE(bent, 3);
}

TEST_F(BridgeLooks, PinnedMembersStayStraight) {
    loadTo(0.8);
    const BridgeFrame shown = frame("deflection");
    for (size_t i = 0; i < model.design().members.size(); ++i) EXPECT_EQ(shown.axis(i).size(), 2u);
}

TEST_F(BridgeLooks, TheBucklingShapeSwaysAndItsLoadIsNamed) {
    choose("joints", "rigid");
    loadTo(0.5);
    ViewState state = looking("buckling");
    const Scene still = draw(state);
    EXPECT_TRUE(still.animated());
    EXPECT_TRUE(says(still, dutch().quantity(model.bucklingMode().load, unit("N"))));
    EXPECT_FALSE(draw(looking("forces")).animated());

    const auto farthest = [&](double clock) {
        BridgeLook look(looking("buckling"));
        look.clock = clock;
        const BridgeFrame shown(model, look);
        double most = 0;
        for (size_t i = 0; i < model.design().members.size(); ++i) {
            const auto& axis = shown.axis(i);
            const auto& member = model.design().members[i];
            for (size_t k = 0; k < axis.size(); ++k) {
                const double t = static_cast<double>(k) / static_cast<double>(axis.size() - 1);
                const Vec rest = glm::mix(shown.rest[static_cast<size_t>(member.from)],
                                          shown.rest[static_cast<size_t>(member.to)], t);
                most = std::max(most, glm::distance(axis[k], rest));
            }
        }
        return most / shown.extent;
    };
    EXPECT_GT(farthest(0), 0.04);
    EXPECT_LT(farthest(0.6), 0.001);  // a quarter of the period
    EXPECT_NEAR(farthest(1.2), farthest(0), 1e-9);
}

// Under the load the bottom chord sags: its lower side is pulled, and there the diagram lies.
TEST_F(BridgeLooks, MomentsAreDrawnOnThePulledSide) {
    choose("joints", "rigid");
    loadTo(0.6);
    const Scene scene = draw(looking("moments"));
    const Vec load = frame("moments").rest[static_cast<size_t>(model.design().loads.front())];
    double below = 0, above = 0;
    for (const Shape& shape : scene.shapes()) {
        if (shape.style.fill != Ink::series4 || shape.style.fillAlpha <= 0) continue;
        for (const Vec& point : shape.points) {
            if (std::fabs(point.x - load.x) > 1e-3) continue;
            below = std::max(below, load.y - point.y);
            above = std::max(above, point.y - load.y);
        }
    }
    EXPECT_GT(below, 0.01);
    EXPECT_LT(above, 0.25 * below);
}

TEST_F(BridgeLooks, TheSupportsCarryTheLoadAndTheBridge) {
    for (const char* planes : {"one", "two"}) {
        choose("planes", planes);
        loadTo(0.5);
        const Scene scene = draw(looking("reactions"));
        EXPECT_TRUE(says(scene, "= last " + dutch().quantity(model.load(), unit("N"))));
        EXPECT_TRUE(
            says(scene, "eigen gewicht " + dutch().quantity(model.mass() * gravity, unit("N"))))
            << planes;
    }
}

// The middle of the top chord over midspan: N = -M/h with M = L/4 for 1 N there.
TEST_F(BridgeLooks, TheInfluenceLineHasItsClosedForm) {
    loadTo(0.3);
    const double closed = -0.6 / (4 * 0.1);
    EXPECT_TRUE(says(draw(looking("influence")), dutch().quantity(closed, unit("N"))));
    // Another member when one is chosen.
    ViewState state = looking("influence");
    state.selected = "member.S1";
    EXPECT_TRUE(says(draw(state), "staaf S1"));
}

TEST_F(BridgeLooks, ACardHasTheSumWorkedOut) {
    loadTo(0.5);
    const Scene scene = draw(looking("forces"));
    const size_t member = static_cast<size_t>(model.weakest());
    const Item& item = scene.items()[member];
    const MemberState& now = model.members()[member];
    ASSERT_EQ(now.mode, FailureMode::buckling);
    const Section& section = model.statics().sections()[member];
    const auto has = [&](const std::string& part) {
        for (const std::string& line : item.lines)
            if (line.find(part) != std::string::npos) return true;
        return false;
    };
    EXPECT_TRUE(has(dutch().quantity(-now.axial / section.area, unit("MPa"))));
    EXPECT_TRUE(has(dutch().quantity(model.statics().critical()[member], unit("N"))));
    EXPECT_TRUE(has("π²"));
    EXPECT_LE(item.lines.size(), 6u);
}

TEST_F(BridgeLooks, AFaultIsShownWhereItIsAndSaysWhatToDo) {
    const Json square = Json::parse(R"({"nodes":[
        {"id":"a","x":0,"y":0,"support":"pin"},{"id":"b","x":0.3,"y":0,"support":"roller"},
        {"id":"c","x":0,"y":0.2},{"id":"d","x":0.3,"y":0.2}],
        "members":[{"id":"1","from":"a","to":"c"},{"id":"2","from":"b","to":"d"},
        {"id":"3","from":"c","to":"d"}],"load":"c"})")
                            .value();
    choose("type", "free");
    ASSERT_TRUE(schema.findDocument("bridge")->load(square).ok());
    ASSERT_FALSE(model.reset(1).ok());
    ASSERT_FALSE(model.problems().empty());
    const Scene scene = draw({});
    EXPECT_TRUE(says(scene, dutch().sentence(model.problems().front().error)));
    EXPECT_TRUE(says(scene, "beweegt vrij"));
    bool warns = false, halo = false;
    for (const Note& note : scene.notes()) warns = warns || (note.warns && note.strong);
    for (const Shape& shape : scene.shapes())
        halo = halo || (shape.style.fill == Ink::error && shape.style.fillAlpha < 0.5 &&
                        shape.style.fillAlpha > 0);
    EXPECT_TRUE(warns);
    EXPECT_TRUE(halo);
}

TEST_F(BridgeLooks, ACartStandsOnTheDeckAsItIsDrawn) {
    choose("loading", "cart");
    ASSERT_TRUE(model.reset(1).ok());
    for (int i = 0; i < 1500 && !model.broken(); ++i) ASSERT_TRUE(model.step(bridgeStep).ok());
    ASSERT_TRUE(model.cart());
    const Scene scene = draw(looking("forces"));
    expectWhole(scene, "cart");
    int cart = -1;
    for (size_t i = 0; i < scene.items().size(); ++i)
        if (scene.items()[i].id == "cart") cart = static_cast<int>(i);
    ASSERT_GE(cart, 0);
    EXPECT_GT(scene.items()[static_cast<size_t>(cart)].center.y, 0);
}

TEST_F(BridgeLooks, TwoPlanesAreDrawnWithTheirBracing) {
    const auto shapes = [&](const char* planes, const char* bracing) {
        choose("planes", planes);
        choose("bracing", bracing);
        loadTo(0.2);
        return draw(looking("plain")).shapes().size();
    };
    const size_t one = shapes("one", "none"), two = shapes("two", "none");
    EXPECT_EQ(two, one + model.design().members.size());
    EXPECT_EQ(shapes("two", "ladder"), two + model.design().nodes.size());
    EXPECT_GT(shapes("two", "cross"), two + model.design().nodes.size());
}

}  // namespace
}  // namespace pt
