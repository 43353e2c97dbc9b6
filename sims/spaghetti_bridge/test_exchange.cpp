#include <gtest/gtest.h>
#include <set>

#include "engine/run/session.h"
#include "engine/ui/workbench.h"
#include "sims/spaghetti_bridge/exchange_cuts.h"
#include "sims/spaghetti_bridge/exchange_plan.h"

namespace pt {
namespace {

Words dutch() { return Words::builtin(Language::nl); }

Workbench open(Json bridge = Json()) {
    Setup setup;
    setup.lab = "spaghetti_bridge";
    Workbench bench(std::move(Session::open(setup).value()));
    if (!bridge.isObject()) return bench;
    EXPECT_TRUE(bench.session().post(chooseCommand("type", "free")).ok());
    EXPECT_TRUE(bench.session().post(documentCommand("bridge", std::move(bridge))).ok());
    return bench;
}

const SpaghettiBridge& modelOf(const Workbench& bench) {
    return static_cast<const SpaghettiBridge&>(bench.session().model());
}

Json node(const char* id, double x, double y, const char* support = nullptr) {
    Json json = Json::object().set("id", id).set("x", x).set("y", y);
    if (support) json.set("support", support);
    return json;
}

Json member(const char* id, const char* from, const char* to) {
    return Json::object().set("id", id).set("from", from).set("to", to);
}

// A square whose diagonals cross without a joint.
Json crossedSquare(double side) {
    Json nodes = Json::list(), members = Json::list();
    nodes.add(node("A", 0, 0, "pin")).add(node("B", side, 0, "roller"));
    nodes.add(node("C", side, side)).add(node("D", 0, side));
    members.add(member("S1", "A", "B")).add(member("S2", "B", "C"));
    members.add(member("S3", "C", "D")).add(member("S4", "D", "A"));
    members.add(member("S5", "A", "C")).add(member("S6", "B", "D"));
    return Json::object().set("nodes", nodes).set("members", members).set("load", "C");
}

TEST(Exchange, EveryExportHasItsBytesInBothLanguages) {
    const Workbench bench = open();
    for (const Language language : {Language::nl, Language::en})
        for (const Export& each : bench.exchange()->exports()) {
            const Result<std::string> bytes = bench.exported(each.key, Words::builtin(language));
            ASSERT_TRUE(bytes.ok()) << each.key;
            EXPECT_GT(bytes.value().size(), 100u) << each.key;
        }
    EXPECT_EQ(bench.exported("song", dutch()).error().key, "exchange.unknown");
}

TEST(Exchange, WhatIsHandedOutCanBeTakenInAgain) {
    const Workbench from = open(crossedSquare(0.2));
    for (const auto& [key, extension] :
         {std::pair("members", "csv"), std::pair("design", "json")}) {
        Workbench into = open();
        const std::string bytes = from.exported(key, dutch()).value();
        ASSERT_TRUE(into.imported(bytes, extension).ok()) << key;
        EXPECT_EQ(modelOf(into).design(), modelOf(from).design()) << key;
        EXPECT_TRUE(into.session().post({"undo", Json::object(), 0}).ok());
        EXPECT_EQ(modelOf(into).type(), BridgeType::warren) << "one undo takes it all back";
    }
}

TEST(Exchange, ABadFileChangesNothing) {
    Workbench bench = open();
    const Bridge before = modelOf(bench).design();
    for (const char* bytes : {"", "geen brug", "{\"nodes\": []}", "node,x\nK1,1e999\n"})
        for (const char* extension : {"csv", "json"}) {
            EXPECT_FALSE(bench.imported(bytes, extension).ok()) << bytes << extension;
            EXPECT_EQ(modelOf(bench).design(), before);
            EXPECT_FALSE(bench.session().canUndo());
        }
}

TEST(Plan, CrossingMembersAreNamed) {
    const Workbench bench = open(crossedSquare(0.2));
    const std::vector<std::pair<int, int>> found = crossings(modelOf(bench).design());
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0], std::pair(4, 5));
    EXPECT_TRUE(crossings(modelOf(open()).design()).empty()) << "a truss meets in its joints";
}

TEST(Plan, JointsLieAsFarApartAsInTheModel) {
    const Workbench bench = open(crossedSquare(0.25));
    const PaperPage page = drawPlan(modelOf(bench), dutch());
    ASSERT_EQ(page.circles.size(), 4u);
    EXPECT_NEAR(page.circles[1].center.x - page.circles[0].center.x, 250, 1e-9);
    EXPECT_NEAR(page.circles[3].center.y - page.circles[0].center.y, 250, 1e-9);
}

// Every joint and every name of a member is on some sheet.
TEST(Plan, TheSheetsHoldTheWholeBridge) {
    const Workbench bench = open();
    const SpaghettiBridge& model = modelOf(bench);
    const Result<std::vector<PaperPage>> pages = planSheets(model, dutch());
    ASSERT_TRUE(pages.ok());
    std::set<std::string> texts;
    size_t circles = 0;
    for (size_t i = 1; i < pages.value().size(); ++i) {
        circles += pages.value()[i].circles.size();
        for (const PaperText& text : pages.value()[i].texts) texts.insert(text.text);
    }
    EXPECT_GE(circles, model.design().nodes.size());
    for (const BridgeNode& each : model.design().nodes) EXPECT_TRUE(texts.contains(each.id));
    for (size_t i = 0; i < model.design().members.size(); ++i)
        EXPECT_TRUE(texts.contains(model.design().members[i].id + " · 7×")) << i;
}

TEST(Plan, ABridgeThatIsTooLargeForPaperSaysSo) {
    const Workbench bench = open(crossedSquare(40));
    const Result<std::string> bytes = bench.exported("plan", dutch());
    ASSERT_FALSE(bytes.ok());
    EXPECT_EQ(bytes.error().key, "bridge.plan_too_large");
    EXPECT_TRUE(bench.exported("plan_svg", dutch()).ok());
}

TEST(Plan, TwoPlanesAskForTwoOfEverything) {
    Workbench bench = open();
    const auto pieces = [&] {
        int count = 0;
        for (const CutPiece& piece : modelOf(bench).cuts().pieces) count += piece.count;
        return count;
    };
    const int one = pieces();
    ASSERT_TRUE(bench.session().post(chooseCommand("planes", "two")).ok());
    EXPECT_EQ(pieces(), 2 * one);
}

TEST(Plan, AllLengthsOfTheCuttingListAddUp) {
    const Workbench bench = open();
    const SpaghettiBridge& model = modelOf(bench);
    double wanted = 0, cut = 0;
    for (size_t i = 0; i < model.design().members.size(); ++i)
        wanted += model.memberLength(static_cast<int>(i)) * model.strands(static_cast<int>(i));
    for (const CutStrand& strand : model.cuts().strands)
        for (const double piece : strand.pieces) cut += piece * strand.count;
    EXPECT_NEAR(cut, wanted, 1e-9);
    EXPECT_GT(cutLines(model, dutch()).size(), 3u);
    EXPECT_NE(cutsCsv(model, dutch()).find("100;"), std::string::npos);
}

}  // namespace
}  // namespace pt
