// The Workbench: what hands, keys, tools and files do to a lab.
#include "engine/ui/workbench.h"

#include <gtest/gtest.h>

#include "engine/core/rng.h"
#include "tests/ui/fake_shelf.h"

namespace pt {
namespace {

using Texts = std::vector<std::string>;

std::string keyOf(const Status& status) { return status.ok() ? "" : status.error().key; }

// A bench with a stage of 1000 points a metre around the middle of the world.
struct Stage {
    Workbench bench = shelfBench();
    Words words = shelfWords();
    Camera camera;

    Stage() {
        camera.center = {0, 0};
        camera.scale = 1000;
        camera.size = {800, 600};
    }
    Scene scene() const {
        Scene scene(words, theme(ThemeId::light));
        bench.draw(scene);
        return scene;
    }
    // World metres.
    std::string touch(Hand hand, Vec at, bool add = false) {
        return keyOf(bench.touch(hand, camera.toScreen(at), 8, scene(), camera, add));
    }
    const std::vector<Box>& boxes() const { return shelfOf(bench.session()).boxes(); }
    std::string undo() { return keyOf(bench.act("edit.undo", "")); }
};

std::string idsUnder(const UiNode& tree, std::string_view id) {
    const UiNode* node = findNode(tree, id);
    if (!node) return "none";
    std::string ids;
    for (const UiNode& child : node->children) ids += (ids.empty() ? "" : " ") + child.id;
    return ids;
}

TEST(WorkbenchTest, TheTreeHasWhatTheStageAdds) {
    Stage stage;
    UiNode tree = stage.bench.ui(stage.words);
    EXPECT_EQ(tree.children.back().id, "messages");
    EXPECT_EQ(idsUnder(tree, "stage.tool"), "tool.select tool.add");
    EXPECT_EQ(findNode(tree, "stage.tool")->selected, "select");
    EXPECT_EQ(findNode(tree, "tool.add")->shortcut, "b");
    EXPECT_EQ(findNode(tree, "tool.add")->help, "Drag a box.");
    EXPECT_EQ(idsUnder(tree, "actions"), "stage.action.swap stage.action.fill");
    EXPECT_EQ(idsUnder(tree, "looks"), "look.colour look.numbers");
    EXPECT_EQ(findNode(tree, "look.numbers")->role, UiRole::toggle);
    EXPECT_EQ(idsUnder(tree, "exports"), "export.plan export.cut_list");
    EXPECT_EQ(idsUnder(tree, "handovers"), "handover.use");
    EXPECT_EQ(toJson(tree).write().find("‹"), std::string::npos) << toJson(tree).write();
    stage.bench.looking().selected = "box.B1";
    EXPECT_EQ(idsUnder(stage.bench.ui(stage.words), "actions"),
              "stage.action.remove stage.action.swap stage.action.fill");
}

TEST(WorkbenchTest, ALabWithoutEditorHasNoTools) {
    Workbench bench(openShelf(), nullptr, nullptr, nullptr);
    const UiNode tree = bench.ui(shelfWords());
    for (const char* id : {"tools", "actions", "looks", "exports", "handovers"})
        EXPECT_EQ(findNode(tree, id), nullptr) << id;
    for (const char* id : {"stage.tool", "stage.action.remove", "look.colour"})
        EXPECT_EQ(keyOf(bench.act(id, "add")), "ui.unknown_control") << id;
    EXPECT_FALSE(bench.busy());
    for (const char* key : {"Left", "v", "Delete", "Escape", "Enter", ""})
        EXPECT_FALSE(bench.key(key).value()) << key;
    EXPECT_EQ(bench.exported("plan", shelfWords()).error().key, "exchange.unknown");
    EXPECT_EQ(keyOf(bench.imported("x", "csv")), "exchange.no_import");
    EXPECT_FALSE(bench.handover("use").has_value());
}

TEST(WorkbenchTest, TheBridgeOpensWithItsView) {
    pt::Setup setup;
    setup.lab = "spaghetti_bridge";
    auto session = Session::open(std::move(setup));
    ASSERT_TRUE(session.ok());
    Workbench bench(std::move(session.value()));
    EXPECT_NE(bench.view(), nullptr);
    Workbench moved = std::move(bench);
    bench = std::move(moved);
    const Words words = Words::builtin(Language::nl);
    Scene scene(words, theme(ThemeId::light));
    bench.draw(scene);
    EXPECT_FALSE(scene.items().empty());
}

TEST(WorkbenchTest, ADragIsOneUndo) {
    Stage stage;
    EXPECT_EQ(stage.touch(Hand::down, {0.1, 0}), "");
    EXPECT_TRUE(stage.bench.busy());
    EXPECT_EQ(stage.bench.looking().selected, "box.B1");
    for (int i = 1; i <= 5; ++i) EXPECT_EQ(stage.touch(Hand::drag, {0.1 + 0.01 * i, 0}), "");
    EXPECT_EQ(stage.touch(Hand::up, {0.15, 0}), "");
    EXPECT_FALSE(stage.bench.busy());
    EXPECT_NEAR(stage.boxes()[0].x, 0.15, 1e-9);
    EXPECT_EQ(stage.touch(Hand::down, {0.15, 0}), "");
    EXPECT_EQ(stage.touch(Hand::drag, {0.2, 0}), "");
    EXPECT_EQ(stage.touch(Hand::up, {0.2, 0}), "");
    EXPECT_EQ(stage.undo(), "");
    EXPECT_NEAR(stage.boxes()[0].x, 0.15, 1e-9);
    EXPECT_EQ(stage.undo(), "");
    EXPECT_EQ(stage.boxes()[0].x, 0.1);
    EXPECT_EQ(stage.undo(), "session.nothing_to_undo");
}

TEST(WorkbenchTest, AStageGestureNeverJoinsThatOfASlider) {
    Stage stage;
    for (int gesture = 1; gesture <= 3; ++gesture) {
        EXPECT_EQ(keyOf(stage.bench.act("param.depth", gesture == 1 ? "30" : "31", gesture)), "");
        EXPECT_EQ(stage.touch(Hand::down, {0.1, 0}), "");
        EXPECT_EQ(stage.touch(Hand::drag, {0.1 + 0.01 * gesture, 0}), "");
        EXPECT_EQ(stage.touch(Hand::up, {0.1, 0}), "");
        EXPECT_EQ(stage.undo(), "");
        EXPECT_EQ(stage.boxes()[0].x, 0.1);
        EXPECT_NE(findNode(stage.bench.ui(stage.words), "param.depth")->value, 20);
    }
}

TEST(WorkbenchTest, ARefusedDragGoesOn) {
    Stage stage;
    EXPECT_EQ(stage.touch(Hand::down, {0.1, 0}), "");
    EXPECT_EQ(stage.touch(Hand::drag, {0.1, -9}), "shelf.no_box");
    EXPECT_EQ(stage.touch(Hand::drag, {0.3, 0}), "");
    EXPECT_NEAR(stage.boxes()[0].x, 0.3, 1e-9);
}

TEST(WorkbenchTest, UndoDropsWhatIsHalfDone) {
    Stage stage;
    EXPECT_EQ(stage.touch(Hand::down, {0.1, 0}), "");
    EXPECT_EQ(stage.undo(), "session.nothing_to_undo");
    EXPECT_FALSE(stage.bench.busy());
}

TEST(WorkbenchTest, WithoutAnEditorAClickSelects) {
    Stage stage;
    auto session = openShelf();
    auto view = std::make_unique<ShelfView>(session->model());
    stage.bench = Workbench(std::move(session), std::move(view), nullptr, nullptr);
    const ViewState& looking = stage.bench.looking();
    const auto click = [&](Vec at, bool add) {
        EXPECT_EQ(stage.touch(Hand::down, at, add), "");
        EXPECT_EQ(stage.touch(Hand::up, at, add), "");
    };
    click({0.1, 0}, false);
    EXPECT_EQ(looking.selection, (Texts{"box.B1"}));
    click({0, 0.2}, true);
    EXPECT_EQ(looking.selection, (Texts{"box.B1", "box.B2"}));
    EXPECT_EQ(looking.selected, "box.B2");
    click({0.3, 0.3}, true);
    EXPECT_EQ(looking.selection.size(), 2u) << "adding nothing takes nothing away";
    click({0, 0.2}, true);
    EXPECT_EQ(looking.selection, (Texts{"box.B1"}));
    EXPECT_EQ(looking.selected, "box.B1");
    click({0.3, 0.3}, false);
    EXPECT_EQ(looking.selection, Texts{});
    EXPECT_EQ(looking.selected, "");
    EXPECT_EQ(stage.touch(Hand::down, {0.3, 0.3}), "");
    EXPECT_EQ(stage.touch(Hand::up, {0.1, 0}), "");
    EXPECT_EQ(looking.selected, "") << "a pan that ends on a thing is no click";
    EXPECT_EQ(stage.touch(Hand::down, {0.1, 0}), "");
    EXPECT_EQ(stage.touch(Hand::cancel, {0.1, 0}), "");
    EXPECT_EQ(stage.touch(Hand::up, {0.1, 0}), "");
    EXPECT_EQ(looking.selected, "");
}

TEST(WorkbenchTest, OnlyVisibleChangesCount) {
    Stage stage;
    uint64_t seen = stage.bench.revision();
    const auto changed = [&] { return std::exchange(seen, stage.bench.revision()) != seen; };
    EXPECT_EQ(stage.touch(Hand::hover, {0.1, 0}), "");
    EXPECT_TRUE(changed());
    EXPECT_EQ(stage.touch(Hand::hover, {0.101, 0}), "");
    EXPECT_FALSE(changed()) << "still the same thing";
    EXPECT_EQ(stage.touch(Hand::hover, {0.4, 0.4}), "");
    EXPECT_TRUE(changed());
    EXPECT_EQ(keyOf(stage.bench.act("stage.tool", "add")), "");
    EXPECT_TRUE(changed());
    EXPECT_EQ(keyOf(stage.bench.act("look.numbers", "on")), "");
    EXPECT_TRUE(changed());
    EXPECT_EQ(keyOf(stage.bench.act("param.depth", "30")), "");
    EXPECT_TRUE(changed());
}

TEST(WorkbenchTest, KeysChooseMoveAndAct) {
    Stage stage;
    const auto key = [&](const char* name, bool fine = false) {
        const Result<bool> taken = stage.bench.key(name, fine);
        return taken.ok() && taken.value();
    };
    EXPECT_TRUE(key("B"));
    EXPECT_EQ(stage.bench.looking().tool, "add");
    EXPECT_TRUE(key("Escape")) << "back to the first tool";
    EXPECT_EQ(stage.bench.looking().tool, "select");
    EXPECT_FALSE(key("Escape"));
    EXPECT_FALSE(key("Left")) << "nothing is selected";
    EXPECT_FALSE(key("Delete"));
    EXPECT_FALSE(key("q"));
    EXPECT_FALSE(key(""));
    stage.bench.looking().selected = "box.B1";
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(key("Right"));
    EXPECT_TRUE(key("Up", true));
    EXPECT_NEAR(stage.boxes()[0].x, 0.13, 1e-12);
    EXPECT_NEAR(stage.boxes()[0].y, 0.001, 1e-12);
    EXPECT_EQ(stage.undo(), "");
    EXPECT_EQ(stage.boxes()[0].x, 0.1) << "arrows in a row are one gesture";
    EXPECT_TRUE(key("ctrl+d"));
    EXPECT_EQ(stage.boxes().size(), 3u);
    EXPECT_TRUE(key("Delete"));
    EXPECT_EQ(stage.boxes()[0].id, "B2");
    EXPECT_TRUE(key("Escape")) << "lets go of the selection";
    EXPECT_EQ(stage.bench.looking().selected, "");
}

TEST(WorkbenchTest, WhatInterruptsADragPutsTheThingBack) {
    for (const char* by : {"Escape", "b", "undo"}) {
        Stage stage;
        EXPECT_EQ(stage.touch(Hand::down, {0.1, 0}), "");
        EXPECT_EQ(stage.touch(Hand::drag, {0.2, 0.1}), "");
        EXPECT_EQ(stage.touch(Hand::drag, {0.3, 0.1}), "");
        ASSERT_NEAR(stage.boxes()[0].x, 0.3, 1e-12);
        if (by == std::string("undo")) {
            EXPECT_EQ(stage.undo(), "");
        } else {
            EXPECT_TRUE(stage.bench.key(by).value());
        }
        EXPECT_FALSE(stage.bench.busy());
        EXPECT_NEAR(stage.boxes()[0].x, 0.1, 1e-12) << by;
        EXPECT_NEAR(stage.boxes()[0].y, 0, 1e-12) << by;
    }
}

TEST(WorkbenchTest, ARequirementWithALimitHasAGauge) {
    Stage stage;
    const UiNode tree = stage.bench.ui(stage.words);
    const UiNode* light = findNode(tree, "check.light");
    EXPECT_EQ(light->detail, "1.50\u202fkg, at most 2\u202fkg");
    EXPECT_NEAR(light->share, 0.75, 1e-12);
    EXPECT_EQ(findNode(tree, "check.strong")->detail, "");
    ASSERT_EQ(keyOf(stage.bench.act("table.crates/B1/mass", "1,75 kg")), "");
    const UiNode heavy = stage.bench.ui(stage.words);
    EXPECT_EQ(findNode(heavy, "check.light")->detail,
              "2.75\u202fkg, at most 2\u202fkg: 0.75\u202fkg too much");
    EXPECT_LT(findNode(tree, "check.strong")->share, 0);
    EXPECT_NEAR(toJson(*light)["share"].number(), 0.75, 1e-12);
}

TEST(WorkbenchTest, WhatIsGoneIsNotSelected) {
    Stage stage;
    ViewState& looking = stage.bench.looking();
    looking.selected = "box.B1";
    looking.selection = {"box.B2", "box.B1"};
    EXPECT_FALSE(stage.bench.settle(stage.scene()));
    EXPECT_EQ(keyOf(stage.bench.act("table.crates/B1/remove", "")), "");
    EXPECT_TRUE(stage.bench.settle(stage.scene()));
    EXPECT_EQ(looking.selected, "box.B2");
    EXPECT_EQ(looking.selection, (Texts{"box.B2"}));
}

TEST(WorkbenchTest, ActionsToolsAndLooksAreHeldAgainstTheirLists) {
    Stage stage;
    EXPECT_EQ(keyOf(stage.bench.act("stage.action.fill", "two")), "");
    EXPECT_EQ(stage.boxes().size(), 4u);
    EXPECT_EQ(stage.undo(), "");
    EXPECT_EQ(stage.boxes().size(), 2u) << "two commands, one undo";
    EXPECT_EQ(keyOf(stage.bench.act("look.colour", "side")), "");
    EXPECT_EQ(findNode(stage.bench.ui(stage.words), "look.colour")->valueText, "by side");
    const std::pair<const char*, const char*> unknown[] = {
        {"stage.tool", "saw"},       {"stage.tool", ""},
        {"stage.action.fill", ""},   {"stage.action.fill", "three"},
        {"stage.action.remove", ""}, {"stage.action.", ""},
        {"look.colour", "on"},       {"look.numbers", "maybe"},
        {"look.none", "on"},         {"export.plan", ""},
        {"handover.use", ""},        {"", ""}};
    for (const auto& [id, value] : unknown)
        EXPECT_EQ(keyOf(stage.bench.act(id, value)), "ui.unknown_control") << id << " " << value;
    EXPECT_EQ(keyOf(stage.bench.act("table.crates/B1/remove", "")), "");
    EXPECT_FALSE(findNode(stage.bench.ui(stage.words), "stage.action.swap")->enabled);
    EXPECT_EQ(keyOf(stage.bench.act("stage.action.swap", "")), "ui.unknown_control");
}

TEST(WorkbenchTest, TheFieldsOfAJobKeepWhatWasTyped) {
    Stage stage;
    EXPECT_EQ(keyOf(stage.bench.act("job.compare.force", "0,05 kN")), "");
    const UiNode tree = stage.bench.ui(stage.words);
    EXPECT_EQ(findNode(tree, "job.compare.force")->valueText, "0,05 kN");
    EXPECT_TRUE(findNode(tree, "job.compare.start")->enabled);
    EXPECT_EQ(keyOf(stage.bench.act("job.compare.start", "")), "");
    EXPECT_EQ(shelfOf(stage.bench.session()).force(), 50);
    EXPECT_EQ(keyOf(stage.bench.act("job.compare.force", "")), "");
    EXPECT_EQ(keyOf(stage.bench.act("job.compare.start", "")), "session.argument");
    EXPECT_EQ(keyOf(stage.bench.act("job.weigh.count", "5000")), "");
    EXPECT_EQ(keyOf(stage.bench.act("job.weigh.start", "")), "ui.range");
}

TEST(WorkbenchTest, FilesGoOutAndComeIn) {
    Stage stage;
    EXPECT_EQ(stage.bench.exported("plan", stage.words).value(), "<svg/>");
    EXPECT_EQ(stage.bench.exported("cut_list", stage.words).error().key, "shelf.no_box");
    EXPECT_EQ(stage.bench.exported("nothing", stage.words).error().key, "exchange.unknown");
    EXPECT_EQ(stage.bench.exportName("cut_list"), "hang-it-cut-list.csv");
    EXPECT_EQ(keyOf(stage.bench.imported("P1\nP2\n", "csv")), "");
    EXPECT_EQ(stage.boxes().size(), 4u);
    EXPECT_EQ(stage.undo(), "");
    EXPECT_EQ(stage.boxes().size(), 2u) << "one undo";
    EXPECT_EQ(keyOf(stage.bench.imported("P1\nP2\nbad\n", "csv")), "shelf.no_box");
    EXPECT_EQ(stage.boxes().size(), 2u) << "all or nothing";
    EXPECT_EQ(keyOf(stage.bench.imported("bad\n", "csv")), "shelf.no_box");
    EXPECT_FALSE(stage.bench.session().canUndo());
    EXPECT_EQ(keyOf(stage.bench.imported("", "csv")), "shelf.no_box");
    const Status large = stage.bench.imported(std::string(27 * (size_t{1} << 20) / 10, 'a'), "csv");
    EXPECT_EQ(stage.words.sentence(large.error()),
              "This file is 2.7 MB; choose one of at most 2 MB.");
    const auto handover = stage.bench.handover("use");
    ASSERT_TRUE(handover.has_value());
    EXPECT_EQ(handover->scenario, "other-shelf");
    EXPECT_FALSE(stage.bench.handover("other").has_value());
}

// Whatever is done to whatever node, in whatever order: nothing breaks, and undo leads back.
class RandomHands : public testing::TestWithParam<uint64_t> {};

void collect(const UiNode& node, Texts& ids, Texts& values) {
    ids.push_back(node.id);
    for (const UiOption& option : node.options) values.push_back(option.id);
    for (const UiRow& row : node.rows) {
        for (const UiColumn& column : node.columns)
            ids.push_back(node.id + "/" + row.id + "/" + column.key);
        ids.push_back(node.id + "/" + row.id + "/remove");
    }
    for (const UiNode& child : node.children) collect(child, ids, values);
}

double clockOfTests() { return 0; }

TEST_P(RandomHands, BreakNothing) {
    Rng random(GetParam(), "hands");
    Stage stage;
    const auto below = [&random](size_t n) {
        return static_cast<size_t>(random.integer(0, static_cast<int64_t>(n) - 1));
    };
    const Texts texts{"",    "1",    "0,5",   "-3",    "2 kg", "1e999",           "on",
                      "off", "rope", "\n=\n", "é\xff", "bad",  "count=3\nforce=9"};
    const Texts keys{"Left",   "Right", "Up", "Down", "Delete",
                     "Escape", "Enter", "v",  "b",    "Ctrl+D"};
    constexpr Hand hands[] = {Hand::hover, Hand::down, Hand::drag, Hand::up, Hand::cancel};
    for (int i = 0; i < 400; ++i) {
        Texts ids, values = texts;
        collect(stage.bench.ui(stage.words, Texts{"table.crates", "run.1", "run.2"}), ids, values);
        const std::string& id = ids[below(ids.size())];
        const std::string& value = values[below(values.size())];
        switch (random.integer(0, 7)) {
        case 0:
            (void)stage.touch(hands[below(5)], {random.uniform() * 0.4, random.uniform() * 0.4},
                              random.integer(0, 1) == 1);
            break;
        case 1: (void)stage.bench.key(keys[below(keys.size())], random.integer(0, 1) == 1); break;
        case 2: (void)stage.bench.session().runToEnd(random.integer(0, 4)); break;
        case 3: (void)stage.bench.imported(value, "csv"); break;
        case 4: stage.bench.session().advanceJobs(clockOfTests, -1); break;
        default: (void)stage.bench.act(id, value, static_cast<int>(random.integer(0, 2))); break;
        }
        stage.bench.settle(stage.scene());
        for (const std::string& item : stage.bench.looking().selection)
            EXPECT_NE(item.find("box."), std::string::npos);
    }
    const Json design = shelfOf(*openShelf()).boxes().size() == 2 ? Json(2) : Json();
    while (stage.bench.session().canUndo()) ASSERT_EQ(stage.undo(), "");
    EXPECT_EQ(static_cast<double>(stage.boxes().size()), design.number());
    EXPECT_EQ(findNode(stage.bench.ui(stage.words), "param.depth")->value, 20);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomHands, testing::Range<uint64_t>(1, 13));

}  // namespace
}  // namespace pt
