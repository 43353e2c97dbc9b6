// Hands and keys on the stage "Jaar".
#include <gtest/gtest.h>

#include "engine/run/session.h"
#include "sims/passive_house/editor_year.h"
#include "sims/passive_house/view_year_layout.h"

namespace pt {
namespace {

// A stage of the year with a hand, over the lab as it opens.
struct YearHand {
    std::unique_ptr<Session> session;
    std::unique_ptr<YearEditor> editor;
    ViewState looking;

    explicit YearHand(const char* show) {
        Setup setup;
        setup.lab = "passive_house";
        session = std::move(Session::open(std::move(setup)).value());
        editor = std::make_unique<YearEditor>(static_cast<const PassiveHouse&>(session->model()));
        looking.width = 860;
        looking.height = 480;
        looking.options["year"] = show;
    }
    BoardBox panel() const { return yearPanels(looking).front().box; }
    std::vector<Command> touch(Hand hand, Vec point) {
        return editor->touch({hand, point * 0.01, 0.1, "", false, false}, looking);
    }
    std::vector<Command> click(Vec point) {
        std::vector<Command> all = touch(Hand::down, point);
        for (const Command& more : touch(Hand::up, point)) all.push_back(more);
        return all;
    }
};

void expectJump(const std::vector<Command>& commands, int day, int hour) {
    ASSERT_EQ(commands.size(), 1u);
    EXPECT_EQ(commands[0].name, "jump");
    EXPECT_EQ(commands[0].args["day"].number(), day);
    EXPECT_EQ(commands[0].args["hour"].number(), hour);
}

TEST(YearEditor, AClickOnTheMapGoesThere) {
    YearHand hand("map");
    const Vec at = placeOf(mapField(hand.panel()), 24 * 200 + 17);
    const std::vector<Command> commands = hand.click(at);
    expectJump(commands, 201, 17);
    EXPECT_EQ(hand.looking.selected, hourItem(24 * 200 + 17));
    EXPECT_FALSE(hand.editor->busy());
    ASSERT_TRUE(hand.session->post(commands[0]).ok());
    EXPECT_EQ(hourOf(static_cast<const PassiveHouse&>(hand.session->model()).moment()),
              24 * 200 + 17);
    EXPECT_TRUE(hand.click(at).empty()) << "time stands there already";
}

TEST(YearEditor, ADragScrubsAndStaysWithinTheYear) {
    YearHand hand("map");
    const BoardBox field = mapField(hand.panel());
    expectJump(hand.touch(Hand::down, placeOf(field, 24 * 100 + 3)), 101, 3);
    EXPECT_TRUE(hand.editor->busy());
    EXPECT_TRUE(hand.touch(Hand::drag, placeOf(field, 24 * 100 + 3)).empty());
    expectJump(hand.touch(Hand::drag, placeOf(field, 24 * 150 + 3)), 151, 3);
    expectJump(hand.touch(Hand::drag, field.high + Vec(500, 500)), 365, 23);
    EXPECT_TRUE(hand.touch(Hand::up, field.high + Vec(500, 500)).empty());
    EXPECT_FALSE(hand.editor->busy());
}

TEST(YearEditor, ADragThatBeganBesideTheMapDoesNothing) {
    YearHand hand("map");
    EXPECT_TRUE(hand.touch(Hand::down, {2, 2}).empty());
    EXPECT_FALSE(hand.editor->busy());
    const Vec inside = mapField(hand.panel()).middle();
    EXPECT_TRUE(hand.touch(Hand::drag, inside).empty());
    EXPECT_TRUE(hand.touch(Hand::up, inside).empty());
    EXPECT_EQ(hand.looking.selected, "");
}

TEST(YearEditor, CancelLetsGo) {
    YearHand hand("map");
    (void)hand.touch(Hand::down, mapField(hand.panel()).middle());
    EXPECT_TRUE(hand.editor->busy());
    EXPECT_TRUE(hand.touch(Hand::cancel, {0, 0}).empty());
    EXPECT_FALSE(hand.editor->busy());
}

TEST(YearEditor, HoveringNamesTheHour) {
    YearHand hand("map");
    (void)hand.touch(Hand::hover, placeOf(mapField(hand.panel()), 5000));
    EXPECT_EQ(hand.looking.hovered, "hour.5000");
    (void)hand.touch(Hand::hover, {1, 1});
    EXPECT_EQ(hand.looking.hovered, "");
}

TEST(YearEditor, AMonthIsChosenAndLetGo) {
    YearHand hand("months");
    const BoardBox field = monthsField(hand.panel());
    const Vec march(field.low.x + field.width() * 2.5 / 12, field.middle().y);
    EXPECT_TRUE(hand.click(march).empty());
    EXPECT_EQ(hand.looking.selected, "month.3");
    EXPECT_EQ(hand.looking.selection, std::vector<std::string>{"month.3"});
    expectJump(hand.editor->act("year_jump", "", hand.looking), 60, 0);
    EXPECT_TRUE(hand.click(march).empty());
    EXPECT_EQ(hand.looking.selected, "");
    EXPECT_TRUE(hand.editor->act("year_jump", "", hand.looking).empty());
}

// From the year to a week, to an hour, and back.
TEST(YearEditor, LinesZoomByChoosing) {
    YearHand hand("lines");
    const BoardBox field = linesField(hand.panel());
    EXPECT_TRUE(hand.click(field.middle()).empty());
    EXPECT_EQ(momentOf(hand.looking.selected).kind, YearMoment::Kind::day);
    EXPECT_EQ(linesSpan(hand.looking).hours(), 24 * 7);
    EXPECT_TRUE(hand.click(field.middle() + Vec(30, 0)).empty());
    EXPECT_EQ(momentOf(hand.looking.selected).kind, YearMoment::Kind::hour);
    bool whole = false;
    for (const StageAction& action : hand.editor->actions(hand.looking))
        whole = whole || action.key == "year_whole";
    EXPECT_TRUE(whole);
    EXPECT_TRUE(hand.editor->act("year_whole", "", hand.looking).empty());
    EXPECT_EQ(linesSpan(hand.looking).hours(), hoursAYear);
}

TEST(YearEditor, TheDesignIsKeptAsAVariant) {
    YearHand hand("variants");
    const auto keep = hand.editor->act("year_keep", "", hand.looking);
    ASSERT_EQ(keep.size(), 1u);
    ASSERT_TRUE(hand.session->post(keep[0]).ok());
    EXPECT_EQ(static_cast<const PassiveHouse&>(hand.session->model()).variants().size(), 1u);
}

TEST(YearEditor, ArrowsWalkRoundTheYear) {
    YearHand hand("map");
    const auto walk = [&](const char* from, int dx, int dy, bool fine = false) {
        hand.looking.selected = from;
        EXPECT_TRUE(hand.editor->nudge(dx, dy, fine, hand.looking).empty());
        return hand.looking.selected;
    };
    EXPECT_EQ(walk("day.1", -1, 0), "day.365");
    EXPECT_EQ(walk("day.10", 0, -1), "day.17") << "a week down";
    EXPECT_EQ(walk("month.12", 1, 0), "month.1");
    EXPECT_EQ(walk("hour.100", 1, 0), "hour.124");
    EXPECT_EQ(walk("hour.100", 0, 1), "hour.101");
    EXPECT_EQ(walk("hour.0", -1, 0, true), "hour.8759");
    EXPECT_EQ(walk("flow.walls", 1, 0), "flow.walls");
}

TEST(YearEditor, TheOverviewKnowsWhichChartIsMeant) {
    YearHand hand("overview");
    const std::vector<YearPanel> panels = yearPanels(hand.looking);
    ASSERT_GE(panels.size(), 3u);
    for (size_t i = 0; i < panels.size(); ++i)
        for (size_t j = i + 1; j < panels.size(); ++j) {
            const BoardBox &a = panels[i].box, &b = panels[j].box;
            EXPECT_TRUE(a.high.x <= b.low.x || b.high.x <= a.low.x || a.high.y <= b.low.y ||
                        b.high.y <= a.low.y)
                << i << " lies over " << j;
        }
    (void)hand.touch(Hand::hover, placeOf(mapField(panels[0].box), 1234));
    EXPECT_EQ(hand.looking.hovered, "hour.1234");
    (void)hand.touch(Hand::hover, monthsField(panels[1].box).middle());
    EXPECT_EQ(hand.looking.hovered, "month.7");
}

}  // namespace
}  // namespace pt
