// Figures before and after an edit, a calendar, gauges and tabs: a shelf with a price.
#include <cmath>
#include <gtest/gtest.h>

#include "tests/ui/fake_shelf.h"

namespace pt {
namespace {

// The price follows from the boxes, but takes two slices to find.
class PricedShelf : public Shelf {
public:
    void describe(Schema& schema) override {
        Shelf::describe(schema);
        schema.figure(
            "price", unit("euro"), [this] { return price_; }, Better::lower);
        schema.figure("height", unit("cm"), [this] { return boxes().front().y; });
        schema.background([this] {
            price_ = std::nan("");
            return std::make_unique<Pricing>(*this);
        });
        schema.calendar(
            [ticks = schema.states().front().number] { return 14 * 86400.0 + *ticks * 3600; });
    }

private:
    struct Pricing : Job {
        explicit Pricing(PricedShelf& shelf) : shelf_(shelf) {}
        bool advance() override {
            if (++slices_ < 2) return true;
            shelf_.price_ = 0;
            for (const Box& box : shelf_.boxes()) shelf_.price_ += 10 * box.mass;
            return false;
        }
        double progress() const override { return slices_ / 2.0; }

    private:
        PricedShelf& shelf_;
        int slices_ = 0;
    };
    double price_ = std::nan("");
};

// Two tabs; the tool that draws is for the second one.
struct TabbedView : ShelfView {
    using ShelfView::ShelfView;
    std::vector<ViewOption> options() const override {
        return {{"stage", {"front", "side"}, "front", true}, {"numbers", {}, "off"}};
    }
};
struct TabbedEditor : ShelfEditor {
    using ShelfEditor::ShelfEditor;
    std::vector<Tool> tools() const override {
        return {{"select", "select", 'v'}, {"add", "node", 'b', "side"}};
    }
};

struct Bench {
    Workbench bench = make();
    Words words = shelfWords();

    static Workbench make() {
        static const LabEntry table[] = {
            {"shelf", 3600,
             [] { return std::unique_ptr<Model>(std::make_unique<PricedShelf>()); }}};
        Setup setup;
        setup.lab = "shelf";
        auto session = std::move(Session::open(std::move(setup), table).value());
        auto view = std::make_unique<TabbedView>(session->model());
        auto editor = std::make_unique<TabbedEditor>(session->model());
        return {std::move(session), std::move(view), std::move(editor), nullptr};
    }
    UiNode node(std::string_view id) const {
        const UiNode tree = bench.ui(words);
        const UiNode* found = findNode(tree, id);
        return found ? *found : UiNode{};
    }
    UiNode price() const { return node("output.price"); }
    void find() { bench.session().finishBackground(); }
    std::string act(std::string_view id, std::string_view value, int gesture = 0) {
        const Status done = bench.act(id, value, gesture);
        return done.ok() ? "" : done.error().key;
    }
};

TEST(FiguresTest, AnEditShowsBeforeAndAfter) {
    Bench shelf;
    EXPECT_TRUE(shelf.price().busy);
    EXPECT_FALSE(shelf.price().enabled);
    EXPECT_EQ(shelf.price().valueText, "…");
    shelf.find();
    EXPECT_EQ(shelf.price().before, "");
    EXPECT_FALSE(shelf.price().busy);

    ASSERT_EQ(shelf.act("table.crates/B1/mass", "0.2"), "");
    EXPECT_EQ(shelf.price().before, "15.0") << "already while it is being found";
    EXPECT_EQ(shelf.price().trend, "");
    shelf.find();
    EXPECT_EQ(shelf.price().before, "15.0");
    EXPECT_EQ(shelf.price().trend, "better");
    EXPECT_EQ(shelf.price().trendText, "better");
    EXPECT_EQ(toJson(shelf.price())["before"].text(), "15.0");

    ASSERT_EQ(shelf.act("edit.undo", ""), "");
    shelf.find();
    EXPECT_EQ(shelf.price().before, "12.0");
    EXPECT_EQ(shelf.price().trend, "worse");
}

TEST(FiguresTest, OneGestureIsOneEdit) {
    Bench shelf;
    shelf.find();
    for (const char* mass : {"0.4", "0.3", "0.2"}) {
        ASSERT_EQ(shelf.act("table.crates/B1/mass", mass, 7), "");
        shelf.find();
    }
    EXPECT_EQ(shelf.price().before, "15.0");
    ASSERT_EQ(shelf.act("table.crates/B1/mass", "0.1", 8), "");
    shelf.find();
    EXPECT_EQ(shelf.price().before, "12.0");
}

TEST(FiguresTest, AnEditBeforeTheLastOneWasFoundKeepsWhatWasKnown) {
    Bench shelf;
    shelf.find();
    ASSERT_EQ(shelf.act("table.crates/B1/mass", "0.4"), "");
    ASSERT_EQ(shelf.act("table.crates/B1/mass", "0.2"), "");
    shelf.find();
    EXPECT_EQ(shelf.price().before, "15.0");
}

TEST(FiguresTest, WhatChangesNothingLeavesThemAsTheyAre) {
    Bench shelf;
    shelf.find();
    ASSERT_EQ(shelf.act("table.crates/B1/mass", "0.2"), "");
    shelf.find();
    EXPECT_NE(shelf.act("table.crates/B1/mass", "99"), "");
    ASSERT_EQ(shelf.act("run.step", ""), "");
    ASSERT_EQ(shelf.act("run.rewind", ""), "");
    ASSERT_EQ(shelf.act("look.numbers", "on"), "");
    EXPECT_EQ(shelf.price().before, "15.0");
    ASSERT_EQ(shelf.act("table.crates/B2/side", "left"), "");
    shelf.find();
    EXPECT_EQ(shelf.price().before, "") << "an edit that leaves the price";
}

TEST(FiguresTest, WithoutADirectionThereIsNoVerdict) {
    Bench shelf;
    shelf.find();
    shelf.bench.looking().selected = "box.B1";
    ASSERT_TRUE(shelf.bench.key("Up").value());
    shelf.find();
    EXPECT_EQ(shelf.node("output.height").before, "0");
    EXPECT_EQ(shelf.node("output.height").trend, "");
}

TEST(CalendarTest, TheClockIsADateAndSpeedsCanBeSaid) {
    Bench shelf;
    EXPECT_EQ(shelf.node("run.clock").valueText, "15 January 0:00");
    EXPECT_EQ(shelf.node("run.speed").valueText, "1 hour/s");
    ASSERT_EQ(shelf.act("run.step", ""), "");
    EXPECT_EQ(shelf.node("run.time").valueText, "15 January 1:00");
    for (const char* said : {"6 hours/s", "1 day/s", "1 week/s", "1 month/s", "1 year in 5 s"}) {
        ASSERT_EQ(shelf.act("run.faster", ""), "");
        EXPECT_EQ(shelf.node("run.speed").valueText, said);
    }
    EXPECT_FALSE(shelf.node("run.faster").enabled);
    ASSERT_EQ(shelf.act("run.faster", ""), "");
    EXPECT_EQ(shelf.node("run.speed").valueText, "1 year in 5 s");
    for (int i = 0; i < 9; ++i) ASSERT_EQ(shelf.act("run.slower", ""), "");
    EXPECT_EQ(shelf.node("run.speed").valueText, "10 min/s");
    EXPECT_FALSE(shelf.node("run.slower").enabled);
}

TEST(TabsTest, StandApartFromTheLooksAndHaveTheirOwnTools) {
    Bench shelf;
    EXPECT_EQ(shelf.node("tabs").children.size(), 1u);
    EXPECT_EQ(shelf.node("look.stage").selected, "front");
    EXPECT_EQ(shelf.node("looks").children.size(), 1u);
    EXPECT_EQ(shelf.bench.tools().size(), 1u);
    EXPECT_EQ(shelf.act("stage.tool", "add"), "ui.unknown_control");
    EXPECT_FALSE(shelf.bench.key("b").value());
    EXPECT_TRUE(shelf.bench.key("2").value());
    EXPECT_EQ(shelf.node("look.stage").selected, "side");
    EXPECT_TRUE(shelf.bench.key("b").value());
    EXPECT_EQ(shelf.bench.looking().tool, "add");
    EXPECT_FALSE(shelf.bench.key("3").value());
    EXPECT_FALSE(shelf.bench.key("0").value());
    ASSERT_EQ(shelf.act("look.stage", "front"), "");
    EXPECT_EQ(shelf.bench.looking().tool, "") << "that tool is not here";
    EXPECT_EQ(shelf.act("look.stage", "back"), "ui.unknown_control");
}

}  // namespace
}  // namespace pt
