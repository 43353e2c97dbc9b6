#include "engine/desktop/panel_lower.h"

#include "engine/desktop/panel_ui.h"
#include "tests/desktop/fixture.h"

namespace pt {
namespace {

UiNode tableNode() {
    UiNode table;
    table.id = "table.pieces";
    table.role = UiRole::table;
    table.label = "stukken";
    UiColumn name, load;
    name.key = "id";
    name.label = "stuk";
    name.isText = true;
    load.key = "load";
    load.label = "kracht";
    load.unit = "N";
    load.editable = true;
    table.columns = {name, load};
    auto row = [](const char* id, const char* item, double number) {
        UiRow made{id, item, {}};
        UiCell first, second;
        first.text = first.selected = id;
        second.text = std::to_string(static_cast<int>(number));
        second.value = number;
        made.cells = {first, second};
        return made;
    };
    table.rows = {row("P2", "member.P2", 20), row("P10", "", 5), row("P1", "", 30)};
    UiNode add;
    add.id = "table.pieces/add";
    add.role = UiRole::button;
    add.label = "Voeg toe";
    UiNode remove = add;
    remove.id = "table.pieces/remove";
    table.children = {add, remove};
    return table;
}

struct Lower : testing::Test {
    Screen screen{640, 400};
    Running running;
    Desk& desk = running.desk();
    UiNode table = tableNode();

    Lower() {
        screen.look.words = &desk.words;
        screen.draw = [this] { drawTablePanel(screen.look, desk, table, {0, 0}, {640, 400}); };
        screen.frame();
    }
    // The words of the table's first column, from top to bottom.
    std::string order() {
        std::string words = screen.frame(), found;
        for (size_t at = 0; at < words.size();) {
            size_t end = std::min(words.find('\n', at), words.size());
            std::string word = words.substr(at, end - at);
            if (word.size() > 1 && word[0] == 'P' && word[1] >= '0' && word[1] <= '9') {
                found += word + " ";
            }
            at = end + 1;
        }
        return found;
    }
};

TEST_F(Lower, AHeadingSortsUpThenDownThenNotAtAll) {
    EXPECT_EQ(order(), "P2 P10 P1 ");
    desk.drawer.sorts["table.pieces"] = {0, false};
    EXPECT_EQ(order(), "P1 P2 P10 ");
    desk.drawer.sorts["table.pieces"] = {1, true};
    EXPECT_EQ(order(), "P1 P2 P10 ") << "30, 20, 5 N";
    desk.drawer.sorts["table.pieces"] = {1, false};
    EXPECT_EQ(order(), "P10 P2 P1 ");
    desk.drawer.sorts["table.pieces"] = {};
    EXPECT_EQ(order(), "P2 P10 P1 ");
    screen.click(20, 52);  // the first heading, under the buttons
    EXPECT_EQ(desk.drawer.sorts["table.pieces"].column, 0);
    screen.click(20, 52);
    EXPECT_TRUE(desk.drawer.sorts["table.pieces"].down);
    screen.click(20, 52);
    EXPECT_EQ(desk.drawer.sorts["table.pieces"].column, -1);
}

TEST_F(Lower, ARowAboutSomethingOnTheStageChoosesIt) {
    screen.click(40, 82);
    ASSERT_TRUE(desk.asked.highlight);
    EXPECT_EQ(*desk.asked.highlight, Highlight{"member.P2"});
}

TEST_F(Lower, ACellIsTypedOver) {
    screen.click(420, 82);
    ASSERT_EQ(desk.typed.node, "table.pieces/P2/load");
    screen.frame();
    screen.type("7,5");
    screen.press(ImGuiKey_Enter);
    ASSERT_EQ(desk.asked.deeds.size(), 1u);
    EXPECT_EQ(desk.asked.deeds[0].id, "table.pieces/P2/load");
    EXPECT_EQ(desk.asked.deeds[0].value, "7,5");
    EXPECT_EQ(desk.typed.node, "");
}

TEST_F(Lower, AnEmptyTableSaysSo) {
    table.rows.clear();
    EXPECT_TRUE(holds(screen.frame(), "Deze tabel is nog leeg"));
}

TEST_F(Lower, ARequirementPointsOutWhatIsInTheWay) {
    UiNode node;
    node.id = "check.span";
    node.role = UiRole::requirement;
    node.label = "De brug moet 60 cm overspannen.";
    node.selected = "no";
    node.valueText = "niet in orde";
    node.items = {"node.K1", "node.K2"};
    screen.draw = [&] { drawNode(screen.look, desk, node); };
    std::string words = screen.frame();
    EXPECT_TRUE(holds(words, node.label) && holds(words, "niet in orde")) << words;
    screen.click(60, 14);
    ASSERT_TRUE(desk.asked.highlight);
    EXPECT_EQ(*desk.asked.highlight, node.items);
}

TEST_F(Lower, AFieldGivesWhatWasTypedAndShowsWhatWasMeant) {
    UiNode node;
    node.id = "run.1.real.mass";
    node.role = UiRole::field;
    node.label = "massa";
    node.unit = "g";
    screen.draw = [&] { drawNode(screen.look, desk, node); };
    screen.frame();
    screen.click(60, 36);
    screen.type("0,086");
    screen.press(ImGuiKey_Enter);
    ASSERT_EQ(desk.asked.deeds.size(), 1u);
    EXPECT_EQ(desk.asked.deeds[0].value, "0,086");
    desk.asked.clear();
    desk.typed.problemNode = node.id;
    desk.typed.problem = "Bedoel je 86 g?";
    desk.typed.offer = "86 g";
    desk.typed.offerText = "Neem 86 g";
    EXPECT_TRUE(holds(screen.frame(), "Neem 86 g"));
}

TEST_F(Lower, ProgressTellsHowFar) {
    UiNode node;
    node.id = "job.repeats.progress";
    node.role = UiRole::progress;
    node.label = "Herhaal";
    node.value = 0.4;
    node.valueText = "40 %";
    screen.draw = [&] { drawNode(screen.look, desk, node); };
    EXPECT_TRUE(holds(screen.frame(), "40 %"));
}

TEST_F(Lower, OnlyWhatLiesOpenIsShownInFull) {
    EXPECT_TRUE(shownInFull(desk).empty());
    openDrawer(desk, "table.members");
    desk.drawer.picked = {1, 3};
    EXPECT_EQ(shownInFull(desk), (std::vector<std::string>{"table.members", "run.1", "run.3"}));
}

TEST_F(Lower, AJobOpensWhatItFills) {
    desk.ask("param.height", "12 cm");
    running.app.carryOut();
    running.app.advance(0.01);
    openTabFilledBy(desk, "job.gap.start");
    EXPECT_EQ(desk.drawer.tab, "table.gap_reasons");
    openTabFilledBy(desk, "job.repeats.start");
    EXPECT_EQ(desk.drawer.tab, "chart.repeats_chart");
    EXPECT_TRUE(desk.prefs.drawer);
    openTabFilledBy(desk, "job.unheard.start");
    EXPECT_EQ(desk.drawer.tab, "chart.repeats_chart") << "nothing to open";
}

TEST_F(Lower, TestedDesignsShowTheirCardsAndCompare) {
    ASSERT_TRUE(running.session().runToEnd(100000).ok());
    desk.ask("param.height", "12");
    running.app.carryOut();
    ASSERT_TRUE(running.session().runToEnd(100000).ok());
    screen.draw = [this] { drawDesignsPanel(screen.look, desk, {0, 0}, {640, 400}); };
    std::string words = screen.frame();
    EXPECT_TRUE(holds(words, "Proef 1") && holds(words, "Proef 2")) << words;
    screen.click(60, 300);
    screen.click(280, 300);
    EXPECT_EQ(desk.drawer.picked, (std::vector<int>{1, 2}));
    screen.click(280, 300);
    EXPECT_EQ(desk.drawer.picked, std::vector<int>{1});
}

}  // namespace
}  // namespace pt
