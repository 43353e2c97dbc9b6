// Hands and keys on the stage: what they post, and what the design becomes.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/run/session.h"
#include "engine/view/editor.h"
#include "sims/spaghetti_bridge/edit.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

constexpr double reach = 5e-3;  // m

// A stage with a hand: it posts what the editor answers, one gesture a press.
struct Stage {
    std::unique_ptr<Session> session;
    std::unique_ptr<Editor> editor;
    ViewState looking;
    int gesture = 0;

    explicit Stage(const Bridge& bridge) {
        Setup setup;
        setup.lab = "spaghetti_bridge";
        session = std::move(Session::open(std::move(setup)).value());
        EXPECT_TRUE(session->post(chooseCommand("type", "free")).ok());
        EXPECT_TRUE(session->post(documentCommand("bridge", writeBridge(bridge))).ok());
        editor = makeEditor("spaghetti_bridge", session->model());
    }
    const Bridge& design() const {
        return static_cast<const SpaghettiBridge&>(session->model()).design();
    }
    Vec at(const char* id) const {
        const BridgeNode& node = design().nodes[design().findNode(id)];
        return {node.x, node.y};
    }
    size_t post(const std::vector<Command>& commands) {
        for (Command command : commands) {
            command.gesture = gesture;
            const Status done = session->post(command);
            EXPECT_TRUE(done.ok())
                << command.name << command.args.write() << " " << done.error().key;
        }
        return commands.size();
    }
    size_t touch(Hand hand, Vec where, bool add = false, bool free = false) {
        if (hand == Hand::down) ++gesture;
        return post(editor->touch({hand, where, reach, "", add, free}, looking));
    }
    void click(Vec where, bool add = false) {
        touch(Hand::hover, where);
        touch(Hand::down, where, add);
        touch(Hand::up, where, add);
    }
    void drag(Vec from, Vec to, bool add = false, bool free = false) {
        touch(Hand::down, from, add, free);
        for (const double share : {0.3, 0.7, 1.0})
            touch(Hand::drag, from + share * (to - from), add, free);
        touch(Hand::up, to, add, free);
    }
    size_t act(const char* action, const char* option = "") {
        ++gesture;
        return post(editor->act(action, option, looking));
    }
    const StageAction* action(const std::string& key) {
        shown = editor->actions(looking);
        for (const StageAction& each : shown)
            if (each.key == key) return &each;
        return nullptr;
    }
    void undo() { ASSERT_TRUE(session->post({"undo", Json::object(), 0}).ok()); }

    std::vector<StageAction> shown;
};

// On whole centimetres, light enough not to sag visibly.
Bridge triangle() {
    Bridge bridge;
    bridge.nodes = {
        {"A", 0, 0, Support::pin}, {"B", 0.2, 0, Support::roller}, {"C", 0.1, 0.1, Support::none}};
    bridge.members = {{"S1", 0, 1, 0, Bond::asBridge},
                      {"S2", 1, 2, 0, Bond::asBridge},
                      {"S3", 2, 0, 0, Bond::asBridge}};
    bridge.loads = {2};
    return bridge;
}

using Items = std::vector<std::string>;

TEST(Editor, IsThereForTheLab) {
    Stage stage(triangle());
    ASSERT_TRUE(stage.editor);
    EXPECT_EQ(stage.editor->tools().front().key, "select");
    EXPECT_FALSE(stage.editor->busy());
}

TEST(Editor, AClickSelectsAndShiftAddsAndTakesAway) {
    Stage stage(triangle());
    stage.click(stage.at("C"));
    EXPECT_EQ(stage.looking.selection, Items{"node.C"});
    EXPECT_EQ(stage.looking.selected, "node.C");
    stage.click({0.1, 0.0}, true);  // the middle of S1
    EXPECT_EQ(stage.looking.selection, (Items{"node.C", "member.S1"}));
    stage.click(stage.at("C"), true);
    EXPECT_EQ(stage.looking.selection, Items{"member.S1"});
    stage.click({0.5, 0.5});
    EXPECT_TRUE(stage.looking.selection.empty());
    EXPECT_EQ(stage.looking.selected, "");
    EXPECT_EQ(stage.design(), triangle()) << "looking changes nothing";
}

TEST(Editor, EmptyPaperIsLeftToTheStageToPan) {
    Stage stage(triangle());
    stage.touch(Hand::down, {0.5, 0.5});
    EXPECT_FALSE(stage.editor->busy());
    stage.touch(Hand::cancel, {0.5, 0.5});
    stage.touch(Hand::down, stage.at("C"));
    EXPECT_TRUE(stage.editor->busy());
}

TEST(Editor, ADraggedNodeFollowsTheHandOnTheGridAndUndoesAsOne) {
    Stage stage(triangle());
    stage.touch(Hand::down, stage.at("C"));
    EXPECT_EQ(stage.touch(Hand::drag, stage.at("C") + Vec(0.001, 0)), 0u) << "a click may tremble";
    EXPECT_EQ(stage.touch(Hand::drag, {0.1213, 0.1402}), 1u);
    EXPECT_EQ(stage.at("C"), Vec(0.12, 0.14)) << "live, on the grid";
    EXPECT_TRUE(stage.editor->busy());
    stage.touch(Hand::drag, {0.1413, 0.1602});
    stage.touch(Hand::up, {0.1413, 0.1602});
    EXPECT_EQ(stage.at("C"), Vec(0.14, 0.16));
    EXPECT_FALSE(stage.editor->busy());
    stage.undo();
    EXPECT_EQ(stage.design(), triangle());
}

TEST(Editor, AltLetsANodeGoAnywhere) {
    Stage stage(triangle());
    stage.drag(stage.at("C"), {0.1213, 0.1402}, false, true);
    EXPECT_NEAR(stage.at("C").x, 0.1213, 1e-9);
    EXPECT_NEAR(stage.at("C").y, 0.1402, 1e-9);
}

TEST(Editor, CancelPutsADraggedNodeBack) {
    Stage stage(triangle());
    stage.touch(Hand::down, stage.at("C"));
    stage.touch(Hand::drag, {0.16, 0.16});
    stage.touch(Hand::cancel, {0, 0});
    EXPECT_EQ(stage.design(), triangle());
    EXPECT_FALSE(stage.editor->busy());
}

TEST(Editor, DroppingANodeOnAnotherJoinsThem) {
    Stage stage(triangle());
    stage.touch(Hand::down, stage.at("C"));
    stage.touch(Hand::drag, {0.15, 0.05});
    EXPECT_EQ(stage.touch(Hand::drag, {0.199, 0.001}), 0u) << "it waits beside the other";
    stage.touch(Hand::up, {0.199, 0.001});
    EXPECT_EQ(stage.design().nodes.size(), 2u);
    EXPECT_EQ(stage.design().members.size(), 1u);
    EXPECT_EQ(stage.looking.selection, Items{"node.B"});
    stage.undo();
    EXPECT_EQ(stage.design(), triangle());
}

TEST(Editor, ASelectionMovesTogether) {
    Stage stage(triangle());
    stage.click(stage.at("A"));
    stage.click(stage.at("C"), true);
    stage.drag(stage.at("C"), stage.at("C") + Vec(0.0312, -0.0195));
    EXPECT_EQ(stage.at("C"), Vec(0.13, 0.08));
    EXPECT_EQ(stage.at("A"), Vec(0.03, -0.02));
    EXPECT_EQ(stage.at("B"), Vec(0.2, 0));
}

TEST(Editor, AMemberIsDraggedByItsMiddle) {
    Stage stage(triangle());
    stage.drag({0.1, 0}, {0.1, 0.02});
    EXPECT_EQ(stage.at("A").y, 0.02);
    EXPECT_EQ(stage.at("B").y, 0.02);
    EXPECT_EQ(stage.at("C").y, 0.1);
}

TEST(Editor, ShiftOnEmptyPaperDrawsABand) {
    Stage stage(triangle());
    stage.click(stage.at("C"));
    stage.drag({-0.05, -0.05}, {0.25, 0.05}, true);
    EXPECT_EQ(stage.looking.selection, (Items{"node.C", "member.S1", "node.A", "node.B"}));
    stage.looking.tool = "band";
    stage.drag({0.25, 0.2}, {-0.05, -0.05});
    EXPECT_EQ(stage.looking.selection.size(), 6u);
    EXPECT_EQ(stage.design(), triangle());
}

TEST(Editor, TheNodeToolPlacesOnTheGridAndDividesMembers) {
    Stage stage(triangle());
    stage.looking.tool = "node";
    stage.click({0.3013, 0.0987});
    EXPECT_EQ(stage.at("K4"), Vec(0.3, 0.1));
    EXPECT_EQ(stage.looking.selection, Items{"node.K4"});
    stage.click({0.101, 0.001});
    EXPECT_EQ(stage.at("K5"), Vec(0.1, 0)) << "the middle of S1";
    EXPECT_EQ(stage.design().members.size(), 4u);
    stage.click(stage.at("C"));
    EXPECT_EQ(stage.looking.selection, Items{"node.C"}) << "what is there is chosen";
    EXPECT_EQ(stage.design().nodes.size(), 5u);
    stage.undo();
    EXPECT_EQ(stage.design().members.size(), 3u);
}

TEST(Editor, AMemberIsDrawnFromNodeToPaperInOneGesture) {
    Stage stage(triangle());
    stage.looking.tool = "member";
    stage.drag(stage.at("C"), {0.3012, 0.0991});
    ASSERT_EQ(stage.design().nodes.size(), 4u);
    EXPECT_EQ(stage.at("K4"), Vec(0.3, 0.1));
    EXPECT_EQ(stage.design().members.size(), 4u);
    EXPECT_EQ(stage.looking.selection, Items{"member.S4"});
    EXPECT_FALSE(stage.editor->busy());
    stage.undo();
    EXPECT_EQ(stage.design(), triangle()) << "node and member go together";
}

TEST(Editor, TwoClicksDrawAMemberToo) {
    Stage stage(triangle());
    stage.looking.tool = "node";
    stage.click({0.3, 0.1});
    stage.looking.tool = "member";
    stage.click(stage.at("C"));
    EXPECT_TRUE(stage.editor->busy()) << "the other end is still to come";
    stage.click(stage.at("K4"));
    EXPECT_FALSE(stage.editor->busy());
    EXPECT_EQ(stage.design().members.size(), 4u);
    stage.click(stage.at("C"));
    stage.click(stage.at("C"));
    EXPECT_FALSE(stage.editor->busy()) << "a second click on the start lets it be";
    EXPECT_EQ(stage.design().members.size(), 4u);
    stage.drag(stage.at("A"), stage.at("B"));
    EXPECT_EQ(stage.design().members.size(), 4u) << "they are joined already";
}

TEST(Editor, AMemberMayEndOnAnother) {
    Stage stage(triangle());
    stage.looking.tool = "member";
    stage.drag(stage.at("C"), {0.1005, 0.0005});
    EXPECT_EQ(stage.design().nodes.size(), 4u);
    EXPECT_EQ(stage.at("K4"), Vec(0.1, 0));
    EXPECT_EQ(stage.design().members.size(), 5u);
    stage.undo();
    EXPECT_EQ(stage.design(), triangle());
}

TEST(Editor, EscapeDropsAHalfDrawnMember) {
    Stage stage(triangle());
    stage.looking.tool = "member";
    stage.touch(Hand::down, stage.at("C"));
    stage.touch(Hand::drag, {0.3, 0.3});
    stage.touch(Hand::cancel, {0.3, 0.3});
    EXPECT_FALSE(stage.editor->busy());
    EXPECT_EQ(stage.design(), triangle());
}

// Of a member from C nearly 45° up and nearly as long as C-B: the end is exactly there.
TEST(Editor, SnapsToAnglesAndEqualLengths) {
    Stage stage(triangle());
    stage.looking.tool = "member";
    const double wanted = 0.1;  // C-B is 0.1·√2 at 45°
    stage.drag(stage.at("C"), stage.at("C") + Vec(wanted + 0.001, wanted - 0.0008));
    ASSERT_GE(stage.design().findNode("K4"), 0);
    EXPECT_NEAR(stage.at("K4").x, 0.2, 1e-9);
    EXPECT_NEAR(stage.at("K4").y, 0.2, 1e-9);
    // 30° does not lie on the grid.
    stage.drag(stage.at("B"), stage.at("B") + Vec(0.0866, 0.0501));
    const Vec end = stage.at("K5") - stage.at("B");
    EXPECT_NEAR(std::atan2(end.y, end.x), std::acos(-1.0) / 6, 1e-6);
}

TEST(Editor, SupportsGoRoundAndLoadsOnAndOff) {
    Stage stage(triangle());
    stage.looking.tool = "support";
    const auto support = [&] { return stage.design().nodes[2].support; };
    stage.click(stage.at("C"));
    EXPECT_EQ(support(), Support::pin);
    stage.click(stage.at("C"));
    EXPECT_EQ(support(), Support::roller);
    stage.click(stage.at("C"));
    EXPECT_EQ(support(), Support::none);
    stage.looking.tool = "load";
    stage.click(stage.at("C"));
    EXPECT_TRUE(stage.design().loads.empty());
    stage.click(stage.at("B"));
    EXPECT_EQ(stage.design().loads, std::vector<int>{1});
    stage.click({0.5, 0.5});
    EXPECT_EQ(stage.design().loads, std::vector<int>{1});
}

TEST(Editor, ActionsFollowTheSelection) {
    Stage stage(triangle());
    EXPECT_TRUE(stage.action("template"));
    EXPECT_FALSE(stage.action("delete"));
    stage.click(stage.at("C"));
    EXPECT_TRUE(stage.action("delete"));
    EXPECT_TRUE(stage.action("unload"));
    EXPECT_FALSE(stage.action("strands_more"));
    stage.click({0.1, 0});
    EXPECT_TRUE(stage.action("split"));
    EXPECT_TRUE(stage.action("strands_more")->enabled);
    EXPECT_FALSE(stage.action("support"));
}

TEST(Editor, ActionsDoWhatTheySay) {
    Stage stage(triangle());
    stage.click({0.1, 0});
    stage.act("strands_more");
    EXPECT_EQ(stage.design().members[0].strands, 8) << "one more than the bridge's 7";
    stage.act("bond", "loose");
    EXPECT_EQ(stage.design().members[0].bond, Bond::loose);
    stage.act("split");
    EXPECT_EQ(stage.looking.selection, Items{"node.K4"});
    stage.act("load");
    EXPECT_EQ(stage.design().loads, (std::vector<int>{2, 3}));
    stage.act("support", "pin");
    EXPECT_EQ(stage.design().nodes[3].support, Support::pin);
    stage.click(stage.at("B"), true);
    stage.act("join");
    EXPECT_EQ(stage.design().findNode("B"), -1);
    EXPECT_EQ(stage.looking.selection, Items{"node.K4"});
    stage.act("delete");
    EXPECT_EQ(stage.design().findNode("K4"), -1);
    EXPECT_TRUE(stage.looking.selection.empty());
    stage.act("all");
    EXPECT_EQ(stage.looking.selection.size(), 3u);
}

TEST(Editor, CopyAndMirrorChooseWhatTheyMade) {
    Stage stage(triangle());
    stage.act("all");
    stage.act("copy");
    EXPECT_EQ(stage.design().nodes.size(), 6u);
    EXPECT_EQ(stage.looking.selection.size(), 6u);
    EXPECT_FALSE(stage.looking.isSelected("node.A"));
    stage.act("delete");
    stage.click(stage.at("C"));
    stage.drag(stage.at("C"), {0.05, 0.1});
    stage.act("mirror", "middle");
    EXPECT_EQ(stage.design().nodes.size(), 4u);
    EXPECT_NEAR(stage.design().nodes[3].x, 0.15, 1e-12);
}

TEST(Editor, ATemplateReplacesTheDrawing) {
    Stage stage(triangle());
    stage.act("template", "pratt");
    EXPECT_EQ(stage.design().nodes.size(), 12u);
    stage.undo();
    EXPECT_EQ(stage.design(), triangle());
}

// A bridge drawn with the keys alone.
TEST(Editor, EverythingCanBeDrawnByKeyboard) {
    Stage stage({});
    ASSERT_TRUE(stage.action("place"));
    stage.act("place");
    EXPECT_EQ(stage.looking.selection, Items{"node.K1"});
    stage.act("grow");
    EXPECT_EQ(stage.looking.selection, Items{"node.K2"});
    stage.post(stage.editor->nudge(1, -1, false, stage.looking));
    stage.act("grow");
    ASSERT_EQ(stage.design().members.size(), 2u);
    stage.act("member");  // "M" on K3 …
    EXPECT_TRUE(stage.editor->busy());
    ASSERT_TRUE(stage.action("connect"));
    EXPECT_FALSE(stage.action("connect")->enabled) << "no other node yet";
    stage.looking.hovered = "node.K1";  // … the focus goes to K1, Enter
    EXPECT_TRUE(stage.action("connect")->enabled);
    stage.act("connect");
    EXPECT_EQ(stage.design().members.size(), 3u);
    EXPECT_FALSE(stage.editor->busy());
}

TEST(Editor, ArrowKeysMoveTheSelectionByTheGrid) {
    Stage stage(triangle());
    EXPECT_TRUE(stage.editor->nudge(1, 0, false, stage.looking).empty());
    stage.click(stage.at("C"));
    stage.post(stage.editor->nudge(-1, 1, false, stage.looking));
    const double step = 0.1 - stage.at("C").x;
    EXPECT_NEAR(stage.at("C").y - 0.1, step, 1e-12);
    EXPECT_GT(step, 0.001);
    stage.post(stage.editor->nudge(1, 0, true, stage.looking));
    EXPECT_NEAR(stage.at("C").x, 0.1 - 0.9 * step, 1e-9);
}

// A broken bridge lies in pieces: they are looked at, and not dragged.
TEST(Editor, PiecesAreNotDragged) {
    Stage stage(triangle());
    ASSERT_TRUE(stage.session->post(setCommand("load_rate", 50)).ok());
    ASSERT_TRUE(stage.session->runToEnd(100000).ok());
    const Bridge before = stage.design();
    stage.drag(stage.at("C"), {0.3, 0.3});
    EXPECT_EQ(stage.design(), before);
    EXPECT_TRUE(stage.session->finished());
    stage.click(stage.at("C"));
    EXPECT_EQ(stage.looking.selection, Items{"node.C"});
}

// What was held may be gone: undo in the middle of a gesture.
TEST(Editor, SurvivesUndoDuringAGesture) {
    Stage stage(triangle());
    stage.looking.tool = "node";
    stage.click({0.3, 0.1});
    stage.looking.tool = "member";
    stage.click(stage.at("K4"));
    stage.undo();
    stage.touch(Hand::hover, {0.2, 0.2});
    EXPECT_FALSE(stage.editor->busy());
    stage.looking.tool = "node";
    stage.click({0.3, 0.1});
    stage.looking.tool = "select";
    stage.touch(Hand::down, stage.at("K4"));
    stage.touch(Hand::drag, {0.35, 0.15});
    stage.undo();
    stage.undo();
    stage.touch(Hand::drag, {0.4, 0.2});
    stage.touch(Hand::up, {0.4, 0.2});
    EXPECT_EQ(stage.design(), triangle());
}

TEST(Editor, DrawsWhatTheHandHolds) {
    Stage stage(triangle());
    const Words words = Words::builtin(Language::nl);
    const auto texts = [&] {
        Scene scene(words, theme(ThemeId::light));
        stage.editor->draw(scene, stage.looking);
        std::string all;
        for (const Shape& shape : scene.shapes()) all += shape.text + "\n";
        return all;
    };
    stage.touch(Hand::down, stage.at("C"));
    stage.touch(Hand::drag, {0.13, 0.14});
    EXPECT_NE(texts().find("Δx 3,00"), std::string::npos) << texts();
    stage.touch(Hand::up, {0.13, 0.14});
    stage.looking.tool = "member";
    stage.touch(Hand::down, stage.at("A"));
    stage.touch(Hand::drag, {-0.05, 0.05});
    EXPECT_NE(texts().find("45"), std::string::npos) << texts();
    EXPECT_NE(texts().find("7,07"), std::string::npos) << texts();
}

}  // namespace
}  // namespace pt
