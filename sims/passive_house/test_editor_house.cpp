// Hands and keys on the stage "Huis": what they make of the house.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/run/session.h"
#include "engine/view/editor.h"
#include "sims/passive_house/editor_house_grips.h"
#include "sims/passive_house/model.h"

namespace pt {
namespace {

using namespace house_view;

constexpr double reach = 0.2;  // m

// A stage with a hand: it posts what the editor answers, one gesture a press.
struct Stage {
    std::unique_ptr<Session> session;
    std::unique_ptr<Editor> editor;
    ViewState looking;
    int gesture = 0;

    explicit Stage(const char* side = "cut") {
        pt::Setup setup;
        setup.lab = "passive_house";
        session = std::move(Session::open(setup).value());
        editor = makeEditor("passive_house", session->model());
        looking.options["house_side"] = side;
    }
    const House& house() const {
        return static_cast<const PassiveHouse&>(session->model()).house();
    }
    HouseFrame frame() const { return HouseFrame(house(), looking); }
    void post(const std::vector<Command>& commands) {
        for (Command command : commands) {
            command.gesture = gesture;
            const Status done = session->post(command);
            EXPECT_TRUE(done.ok()) << command.name << command.args.write();
        }
    }
    void touch(Hand hand, Vec at, const std::string& item = "", bool free = false) {
        if (hand == Hand::down) ++gesture;
        post(editor->touch({hand, at, reach, item, false, free}, looking));
    }
    void drag(Vec from, Vec to, const std::string& item = "", bool free = false) {
        touch(Hand::down, from, item, free);
        for (const double share : {0.4, 0.8, 1.0})
            touch(Hand::drag, from + share * (to - from), item, free);
        touch(Hand::up, to, item, free);
    }
    void click(const std::string& item) {
        touch(Hand::down, {-100, -100}, item);
        touch(Hand::up, {-100, -100}, item);
    }
    Grip grip(Hold hold, int layer = 0) const {
        for (const Grip& grip : gripsOf(house(), frame(), looking))
            if (grip.hold == hold && grip.layer == layer) return grip;
        ADD_FAILURE() << "no such grip";
        return {};
    }
    void undo() { ASSERT_TRUE(session->post({"undo", Json::object(), 0}).ok()); }
};

// A window of the south facade with room above and beside it.
std::string southWindow(const House& house) {
    for (const HouseWindow& window : house.windows)
        if (window.facade == Facade::south) return window.id;
    return "";
}

TEST(HouseEditor, AWindowsEdgeFollowsTheHandInStepsAndOneUndoBringsItBack) {
    Stage stage("south");
    const std::string id = southWindow(stage.house());
    const std::string before = saveHouse(stage.house()).write();
    stage.click("window." + id);
    const HouseWindow was = *windowOfItem(stage.house(), "window." + id);
    const Grip right = stage.grip(Hold::right);
    stage.drag(right.at, right.at - Vec(0.213, 0), "window." + id);
    const HouseWindow now = *windowOfItem(stage.house(), "window." + id);
    EXPECT_DOUBLE_EQ(now.x, was.x);
    EXPECT_NEAR(now.width, was.width - 0.213, 0.026);
    EXPECT_NEAR(std::remainder(now.x + now.width, 0.05), 0, 1e-9);
    EXPECT_EQ(stage.looking.selected, "window." + id);
    stage.undo();
    EXPECT_EQ(saveHouse(stage.house()).write(), before);
}

TEST(HouseEditor, AWindowIsTakenAnywhereAndMovedWithoutAChange) {
    Stage stage("south");
    const std::string id = southWindow(stage.house());
    const HouseWindow was = *windowOfItem(stage.house(), "window." + id);
    const Vec inside(was.x + 0.5 * was.width, was.z + 0.5 * was.height);
    stage.drag(inside, inside + Vec(0, 0.1), "window." + id);
    const HouseWindow now = *windowOfItem(stage.house(), "window." + id);
    EXPECT_NEAR(now.z, was.z + 0.1, 0.026);
    EXPECT_DOUBLE_EQ(now.width, was.width);
    EXPECT_DOUBLE_EQ(now.height, was.height);
}

TEST(HouseEditor, InTheCutAllWindowsOfARowMoveTogether) {
    Stage stage;
    const std::string id = southWindow(stage.house());
    stage.click("window." + id);
    const Grip top = stage.grip(Hold::top);
    const size_t row = top.windows.size();
    stage.drag(top.at, top.at - Vec(0, 0.3));
    size_t moved = 0;
    for (const HouseWindow& was : top.windows) {
        const HouseWindow* now = windowOfItem(stage.house(), "window." + was.id);
        ASSERT_NE(now, nullptr);
        moved += std::fabs(now->height - was.height + 0.3) < 0.026;
    }
    EXPECT_EQ(moved, row);
    EXPECT_GE(row, 1u);
}

TEST(HouseEditor, ALayerGrowsOutwardsByCentimetres) {
    Stage stage;
    stage.click("wall.north");
    const int layer = mainLayer(stage.house().part(Part::wall));
    ASSERT_GE(layer, 0);
    const Grip grip = stage.grip(Hold::layer, layer);
    EXPECT_GT(grip.along.x, 0);  // the north wall grows to the north
    stage.drag(grip.at, grip.at + Vec(0.1234, 0));
    const double now = stage.house().part(Part::wall).layers[static_cast<size_t>(layer)].thickness;
    EXPECT_NEAR(now, grip.value + 0.1234, 0.0051);
    EXPECT_NEAR(std::remainder(now, 0.01), 0, 1e-9);
}

TEST(HouseEditor, TheCompassTurnsTheHouseByFiveDegrees) {
    Stage stage;
    const Grip grip = stage.grip(Hold::turn);
    const Vec middle = stage.frame().compass;
    stage.drag(grip.at, middle + Vec(-0.8, 0.05));  // the front to the west
    EXPECT_NEAR(stage.house().orientation, math::pi / 2, 0.09);
    EXPECT_NEAR(std::remainder(stage.house().orientation, math::pi / 36), 0, 1e-9);
}

TEST(HouseEditor, TheRidgeMakesARoofAndCancelPutsItBack) {
    Stage stage;
    const double was = stage.house().roofPitch;
    const Grip grip = stage.grip(Hold::ridge);
    stage.touch(Hand::down, grip.at);
    stage.touch(Hand::drag, grip.at + Vec(0, 1.5));
    EXPECT_GT(stage.house().roofPitch, was);
    EXPECT_TRUE(stage.editor->busy());
    stage.touch(Hand::cancel, grip.at);
    EXPECT_NEAR(stage.house().roofPitch, was, 1e-12);
    EXPECT_FALSE(stage.editor->busy());
}

TEST(HouseEditor, ArrowKeysMoveWhatIsChosen) {
    Stage stage;
    stage.click("roof");
    const int layer = mainLayer(stage.house().part(Part::roof));
    ASSERT_GE(layer, 0);
    const auto thickness = [&] {
        return stage.house().part(Part::roof).layers[static_cast<size_t>(layer)].thickness;
    };
    const double was = thickness();
    stage.post(stage.editor->nudge(0, 1, false, stage.looking));
    EXPECT_NEAR(thickness(), was + 0.01, 1e-9);
    stage.click("compass");
    const double turned = stage.house().orientation;
    stage.post(stage.editor->nudge(1, 0, true, stage.looking));
    EXPECT_NEAR(stage.house().orientation, turned + math::pi / 180, 1e-9);
}

TEST(HouseEditor, EveryActionIsAccepted) {
    for (const std::string& item :
         {std::string(""), std::string("wall.south"), std::string("roof"), std::string("floor"),
          "window." + southWindow(Stage().house())}) {
        Stage listing;
        listing.looking.selected = item;
        for (const StageAction& action : listing.editor->actions(listing.looking)) {
            const std::vector<std::string> options =
                action.options.empty() ? std::vector<std::string>{""} : action.options;
            for (const std::string& option : {options.front(), options.back()}) {
                Stage stage;
                stage.looking.selected = item;
                stage.looking.selection = {item};
                const auto commands = stage.editor->act(action.key, option, stage.looking);
                EXPECT_FALSE(commands.empty()) << action.key;
                stage.post(commands);
            }
        }
    }
}

}  // namespace
}  // namespace pt
