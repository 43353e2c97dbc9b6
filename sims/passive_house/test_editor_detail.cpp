// Hands and keys on the stage "Detail": what they post, and what the junction becomes.
#include <cmath>
#include <gtest/gtest.h>

#include "engine/run/session.h"
#include "sims/passive_house/detail_edit.h"
#include "sims/passive_house/editor_detail.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

constexpr double reach = 0.02;  // m

// A wall of two layers between open air and a room.
Detail twoLayers() {
    Detail detail;
    detail.variant = "straight";
    detail.sheet = detail.look = {-0.4, -0.6, 0.8, 0.6};
    const auto add = [&detail](const char* id, const char* material, DetailBox box) {
        DetailRectangle made;
        made.id = id;
        made.material = material;
        setBox(made, box);
        detail.rectangles.push_back(made);
    };
    add("R1", "brick", {0, -0.6, 0.2, 0.6});
    add("R2", "eps", {0.2, -0.6, 0.3, 0.6});
    detail.airs = {{Climate::outside, -0.3, 0}, {Climate::inside, 0.7, 0}};
    return detail;
}

struct Hands {
    std::unique_ptr<Session> session;
    std::unique_ptr<DetailEditor> editor;
    ViewState looking;
    int gesture = 0;

    explicit Hands(const Detail& detail = twoLayers()) {
        Setup setup;
        setup.lab = "passive_house";
        session = std::move(Session::open(std::move(setup)).value());
        EXPECT_TRUE(session->post(documentCommand("detail", saveDetail(detail))).ok());
        editor = std::make_unique<DetailEditor>(model());
        looking.options[std::string(spotOption)] = writeSpot({-0.3, -0.5});  // out of the way
    }
    const PassiveHouse& model() const { return static_cast<const PassiveHouse&>(session->model()); }
    const Detail& detail() const { return model().detail(); }
    DetailBox box(const char* id) const {
        const DetailRectangle* found = detail().find(id);
        return found ? boxOf(*found) : DetailBox{};
    }
    size_t post(const std::vector<Command>& commands) {
        for (Command command : commands) {
            command.gesture = gesture;
            const Status done = session->post(command);
            EXPECT_TRUE(done.ok()) << command.name << command.args.write();
        }
        return commands.size();
    }
    size_t touch(Hand hand, Vec at, bool add = false, bool free = false) {
        if (hand == Hand::down) ++gesture;
        return post(editor->touch({hand, at, reach, "", add, free}, looking));
    }
    void click(Vec at, bool add = false) {
        touch(Hand::down, at, add);
        touch(Hand::up, at, add);
    }
    void drag(Vec from, Vec to, bool free = false) {
        touch(Hand::down, from);
        for (const double share : {0.4, 1.0})
            touch(Hand::drag, from + share * (to - from), false, free);
        touch(Hand::up, to, false, free);
    }
    size_t act(const char* action, const char* option = "") {
        ++gesture;
        return post(editor->act(action, option, looking));
    }
    void undo() { ASSERT_TRUE(session->post({"undo", Json::object(), 0}).ok()); }
    bool offers(const std::string& key) const {
        for (const StageAction& each : editor->actions(looking))
            if (each.key == key) return true;
        return false;
    }
};

TEST(DetailEditor, AClickChoosesAndShiftAdds) {
    Hands hands;
    hands.click({0.1, 0});
    EXPECT_EQ(hands.looking.selected, "rect.R1");
    hands.click({0.25, 0}, true);
    EXPECT_EQ(hands.looking.selection, (std::vector<std::string>{"rect.R1", "rect.R2"}));
    hands.click({0.1, 0}, true);
    EXPECT_EQ(hands.looking.selection, std::vector<std::string>{"rect.R2"});
    hands.click({0.6, 0.3});
    EXPECT_TRUE(hands.looking.selection.empty());
    EXPECT_EQ(hands.detail(), twoLayers()) << "looking changes nothing";
}

TEST(DetailEditor, ASideFollowsTheHandInStepsAndUndoesAsOne) {
    Hands hands;
    const double before = hands.model().detailResult()->coupling;
    hands.touch(Hand::down, {0.295, 0});
    EXPECT_TRUE(hands.editor->busy());
    EXPECT_EQ(hands.touch(Hand::drag, {0.297, 0}), 0u) << "a click may tremble";
    EXPECT_EQ(hands.touch(Hand::drag, {0.3763, 0.1}), 1u);
    EXPECT_NEAR(hands.box("R2").x1, 0.38, 1e-9) << "whole 5 mm";
    EXPECT_LT(hands.model().detailResult()->coupling, before) << "live";
    hands.touch(Hand::up, {0.3763, 0.1});
    EXPECT_FALSE(hands.editor->busy());
    hands.undo();
    EXPECT_EQ(hands.detail(), twoLayers());
}

TEST(DetailEditor, SnapsToOtherBordersUnlessFree) {
    Detail detail = twoLayers();
    setBox(detail.rectangles[0], {0, -0.6, 0.1987, 0.6});
    setBox(detail.rectangles[1], {0.25, -0.6, 0.35, 0.6});
    Hands hands(detail);
    hands.drag({0.253, 0}, {0.203, 0});
    EXPECT_NEAR(hands.box("R2").x0, 0.1987, 1e-9);
    hands.drag({0.2, 0.2}, {0.2123, 0.2}, true);
    EXPECT_NEAR(hands.box("R2").x0, 0.2110, 1e-9) << "as far as the hand went";
}

TEST(DetailEditor, MovesAWholeRectangleWithinTheSheet) {
    Detail detail = twoLayers();
    DetailRectangle beam;
    beam.id = "R3";
    beam.material = "steel";
    setBox(beam, {0.1, -0.1, 0.25, 0.1});
    detail.rectangles.push_back(beam);
    Hands hands(detail);
    hands.drag({0.175, 0}, {0.2762, 0.0512});
    EXPECT_EQ(hands.box("R3"), (DetailBox{0.2, -0.05, 0.35, 0.15})) << "onto the border of R2";
    hands.drag({0.27, 0.05}, {3, 0.05});
    EXPECT_NEAR(hands.box("R3").x1, 0.8, 1e-9);
    EXPECT_NEAR(hands.box("R3").x0, 0.65, 1e-9) << "its size is kept";
}

TEST(DetailEditor, NeverTurnsInsideOut) {
    Hands hands;
    hands.drag({0.295, 0}, {-0.3, 0});
    EXPECT_NEAR(hands.box("R2").x1 - hands.box("R2").x0, thinnestRectangle, 1e-9);
}

TEST(DetailEditor, EscapePutsBack) {
    Hands hands;
    hands.touch(Hand::down, {0.295, 0});
    hands.touch(Hand::drag, {0.4, 0});
    hands.touch(Hand::cancel, {0, 0});
    EXPECT_EQ(hands.detail(), twoLayers());
    EXPECT_FALSE(hands.editor->busy());
    hands.looking.tool = "detail_draw";
    hands.touch(Hand::down, {0.5, 0});
    hands.touch(Hand::drag, {0.6, 0.2});
    hands.touch(Hand::cancel, {0, 0});
    EXPECT_EQ(hands.touch(Hand::up, {0.6, 0.2}), 0u);
    EXPECT_EQ(hands.detail(), twoLayers());
}

TEST(DetailEditor, DrawsWithTheMaterialThatWasChosen) {
    Hands hands;
    hands.looking.tool = "detail_draw";
    EXPECT_TRUE(hands.offers("detail_material"));
    hands.act("detail_material", "cellular_glass");
    hands.drag({0.301, -0.102}, {0.4, 0.1});
    ASSERT_TRUE(hands.detail().find("R3"));
    EXPECT_EQ(hands.detail().find("R3")->material, "cellular_glass");
    EXPECT_EQ(hands.box("R3"), (DetailBox{0.3, -0.1, 0.4, 0.1}));
    EXPECT_EQ(hands.looking.selected, "rect.R3");
    hands.click({0.6, 0.5});
    EXPECT_EQ(hands.detail().rectangles.size(), 3u) << "a click draws nothing";
}

TEST(DetailEditor, ActionsDoWhatTheySay) {
    Hands hands;
    EXPECT_TRUE(hands.offers("detail_template"));
    EXPECT_FALSE(hands.offers("detail_delete"));
    hands.click({0.25, 0});
    hands.act("detail_thicker");
    EXPECT_NEAR(hands.box("R2").x1, 0.31, 1e-9);
    hands.act("detail_thinner");
    EXPECT_NEAR(hands.box("R2").x1, 0.30, 1e-9);
    hands.act("detail_down");
    EXPECT_EQ(hands.detail().rectangles[0].id, "R2");
    hands.act("detail_up");
    hands.act("detail_material", "aluminium");
    EXPECT_EQ(hands.detail().find("R2")->material, "aluminium");
    hands.click({0.1, 0}, true);
    EXPECT_FALSE(hands.offers("detail_up")) << "one at a time";
    hands.act("detail_delete");
    EXPECT_TRUE(hands.detail().rectangles.empty());
    EXPECT_TRUE(hands.looking.selection.empty());
    hands.act("detail_template", "window_reveal_insulated");
    EXPECT_EQ(hands.detail().junction, Junction::window_reveal);
    EXPECT_EQ(hands.detail().variant, "insulated");
}

TEST(DetailEditor, EveryMaterialAndTemplateIsOfferedAndKnown) {
    Hands hands;
    hands.click({0.1, 0});
    for (const StageAction& action : hands.editor->actions(hands.looking)) {
        if (action.key == "detail_material") {
            EXPECT_EQ(action.options.size(), buildingMaterials().size());
            for (const std::string& key : action.options)
                EXPECT_NE(findBuildingMaterial(key), nullptr) << key;
        }
        if (action.key != "detail_template") continue;
        for (const std::string& option : action.options) {
            const auto commands = hands.editor->act("detail_template", option, hands.looking);
            ASSERT_EQ(commands.size(), 1u);
            EXPECT_TRUE(hands.session->post(commands[0]).ok()) << option;
        }
    }
}

TEST(DetailEditor, ArrowKeysMoveByTheGrid) {
    Hands hands;
    EXPECT_TRUE(hands.editor->nudge(1, 0, false, hands.looking).empty());
    hands.click({0.25, 0});
    hands.post(hands.editor->nudge(1, 0, false, hands.looking));
    EXPECT_NEAR(hands.box("R2").x0, 0.205, 1e-9);
    hands.post(hands.editor->nudge(-1, 0, true, hands.looking));
    EXPECT_NEAR(hands.box("R2").x0, 0.2045, 1e-9);
    EXPECT_TRUE(hands.editor->nudge(0, 1, false, hands.looking).empty()) << "the sheet ends there";
}

TEST(DetailEditor, TheSpotIsDraggedAndChangesNothing) {
    Hands hands;
    hands.drag({-0.3, -0.5}, {0.1, 0.2});
    const auto spot = [&hands] { return spotOf({.detail = hands.detail()}, hands.looking); };
    EXPECT_NEAR(spot().x, 0.1, 1e-4);
    EXPECT_NEAR(spot().y, 0.2, 1e-4);
    EXPECT_EQ(hands.looking.selected, "spot");
    hands.post(hands.editor->nudge(1, 0, false, hands.looking));
    EXPECT_NEAR(spot().x, 0.11, 1e-4);
    hands.looking.tool = "detail_spot";
    hands.touch(Hand::down, {0.25, 0});
    hands.touch(Hand::drag, {0.28, 0});
    hands.touch(Hand::cancel, {0, 0});
    EXPECT_NEAR(spot().x, 0.11, 1e-4) << "Escape puts it back";
    EXPECT_EQ(hands.detail(), twoLayers());
}

TEST(DetailEditor, SurvivesUndoDuringAGesture) {
    Hands hands;
    hands.looking.tool = "detail_draw";
    hands.drag({0.4, 0}, {0.5, 0.1});
    hands.looking.tool = "detail_select";
    hands.touch(Hand::down, {0.45, 0.05});
    hands.touch(Hand::drag, {0.5, 0.1});
    hands.undo();
    hands.undo();
    EXPECT_FALSE(hands.detail().find("R3"));
    EXPECT_EQ(hands.touch(Hand::drag, {0.6, 0.2}), 0u);
    EXPECT_EQ(hands.touch(Hand::up, {0.6, 0.2}), 0u);
}

TEST(DetailEditor, ShowsSizeAndPsiBeforeAndAfter) {
    Detail detail = twoLayers();
    DetailRectangle beam;
    beam.id = "R3";
    beam.material = "steel";
    setBox(beam, {0.05, -0.05, 0.15, 0.05});
    detail.rectangles.push_back(beam);
    Hands hands(detail);
    hands.touch(Hand::down, {0.145, 0});
    hands.touch(Hand::drag, {0.295, 0});
    const Words words = Words::builtin(Language::nl);
    Scene scene(words, theme(ThemeId::light));
    hands.editor->draw(scene, hands.looking);
    std::string all;
    for (const Shape& shape : scene.shapes()) all += shape.text + "\n";
    for (const char* part : {"25,0", "10,0", " × "})
        EXPECT_NE(all.find(part), std::string::npos) << all;
    EXPECT_NE(all.find("→"), std::string::npos) << all;
    EXPECT_NE(all.find("meer verlies"), std::string::npos) << all;
    EXPECT_EQ(all.find("‹"), std::string::npos) << all;
}

}  // namespace
}  // namespace pt
