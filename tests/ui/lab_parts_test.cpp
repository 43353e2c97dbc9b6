// Tables, requirements, charts, jobs and tested designs: the tree and what is done to it.
#include <functional>
#include <gtest/gtest.h>
#include <set>

#include "tests/ui/fake_shelf.h"

namespace pt {
namespace {

std::string keyOf(const Status& status) { return status.ok() ? "" : status.error().key; }

const UiNode& at(const UiNode& tree, std::string_view id) {
    static const UiNode none;
    const UiNode* found = findNode(tree, id);
    EXPECT_NE(found, nullptr) << id;
    return found ? *found : none;
}

UiNode treeOf(const Session& session, std::vector<std::string> open = {"table.crates"}) {
    return buildUi(session, shelfWords(), open);
}

std::vector<std::string> idsOf(const std::vector<UiNode>& nodes) {
    std::vector<std::string> ids;
    for (const UiNode& node : nodes) ids.push_back(node.id);
    return ids;
}

using Texts = std::vector<std::string>;

TEST(LabParts, GroupsComeInOrderAndEmptyOnesNot) {
    const auto session = openShelf();
    EXPECT_EQ(idsOf(treeOf(*session).children), (Texts{"run", "params", "outputs", "checks", "jobs",
                                                       "tables", "charts", "messages"}));
    ASSERT_TRUE(session->runToEnd(10).ok());
    EXPECT_EQ(idsOf(treeOf(*session).children)[7], "designs");
}

TEST(LabParts, IdsAreUniqueAndEveryWordIsTranslated) {
    const auto session = openShelf();
    ASSERT_TRUE(session->runToEnd(10).ok());
    const UiNode tree = treeOf(*session, {"table.crates", "run.1"});
    std::set<std::string> ids;
    const std::function<void(const UiNode&)> visit = [&](const UiNode& node) {
        EXPECT_TRUE(ids.insert(node.id).second) << node.id;
        for (const UiNode& child : node.children) visit(child);
    };
    visit(tree);
    EXPECT_EQ(toJson(tree).write().find("‹"), std::string::npos) << toJson(tree).write();
    EXPECT_TRUE(tree == treeOf(*session, {"table.crates", "run.1"}));
}

TEST(LabParts, SettingsStandInSections) {
    const auto session = openShelf();
    const UiNode tree = treeOf(*session);
    const UiNode& params = at(tree, "params");
    EXPECT_EQ(idsOf(params.children), (Texts{"section.wood", "section.hanging"}));
    EXPECT_EQ(idsOf(params.children[0].children), (Texts{"param.depth", "param.thickness"}));
    EXPECT_EQ(params.children[0].label, "Wood");
}

TEST(LabParts, ASettingThatDoesNotMatterIsAbsent) {
    const auto session = openShelf();
    EXPECT_EQ(findNode(treeOf(*session), "param.tension"), nullptr);
    ASSERT_EQ(keyOf(act(*session, "param.kind", "rope")), "");
    EXPECT_NE(findNode(treeOf(*session), "param.tension"), nullptr);
}

TEST(LabParts, RequirementsTellWhetherTheyAreMet) {
    const auto session = openShelf();
    UiNode tree = treeOf(*session);
    const UiNode& light = at(tree, "check.light");
    EXPECT_EQ(light.role, UiRole::requirement);
    EXPECT_EQ(light.label, "At most 2 kg, now 1.50\u202Fkg");
    EXPECT_EQ(light.selected, "yes");
    EXPECT_EQ(light.valueText, "met");
    EXPECT_EQ(light.items, (Texts{"box.B1"}));
    EXPECT_EQ(at(tree, "check.strong").selected, "unknown");
    ASSERT_EQ(keyOf(act(*session, "table.crates/B1/mass", "1")), "");
    EXPECT_EQ(at(treeOf(*session), "check.light").selected, "no");
}

TEST(LabParts, ATableHasRowsOnlyWhenItIsOpen) {
    const auto session = openShelf();
    EXPECT_TRUE(at(treeOf(*session, {}), "table.crates").rows.empty());
    const UiNode tree = treeOf(*session);
    const UiNode& table = at(tree, "table.crates");
    ASSERT_EQ(table.columns.size(), 4u);
    EXPECT_EQ(table.columns[0].label, "Box");
    EXPECT_EQ(table.columns[1].label, "Mass of the box") << "the table's own word comes first";
    EXPECT_EQ(table.columns[1].unit, "kg");
    EXPECT_EQ(table.columns[1].max, 5);
    EXPECT_FALSE(table.columns[0].editable);
    ASSERT_EQ(table.columns[2].options.size(), 2u);
    EXPECT_EQ(table.columns[2].options[1].label, "at the right");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[1].id, "B2");
    EXPECT_EQ(table.rows[1].item, "box.B2");
    EXPECT_EQ(table.rows[1].cells[1].text, "1.0") << "the digits of its step";
    EXPECT_EQ(table.rows[1].cells[2].text, "at the right");
    EXPECT_EQ(table.rows[1].cells[2].selected, "right");
    EXPECT_EQ(table.rows[0].cells[3].text, "10.0");
    EXPECT_EQ(*table.rows[0].cells[3].value, 10);
    EXPECT_EQ(table.rows[1].cells[3].text, "");
    EXPECT_FALSE(table.rows[1].cells[3].value.has_value());
    EXPECT_EQ(idsOf(table.children),
              (Texts{"table.crates/add", "table.crates/remove", "table.crates/paste"}));
    EXPECT_EQ(table.children[0].label, "Put a box");
}

TEST(LabParts, CellsAreEditedAsTyped) {
    const auto session = openShelf();
    const auto edit = [&](const char* id, const char* text) {
        return keyOf(act(*session, id, text));
    };
    EXPECT_EQ(edit("table.crates/B1/mass", "1,5"), "");
    EXPECT_EQ(shelfOf(*session).boxes()[0].mass, 1.5);
    EXPECT_EQ(edit("table.crates/B1/mass", " 250 g "), "");
    EXPECT_EQ(shelfOf(*session).boxes()[0].mass, 0.25);
    EXPECT_EQ(edit("table.crates/B1/side", "right"), "");
    EXPECT_EQ(shelfOf(*session).boxes()[0].side, "right");
    EXPECT_EQ(keyOf(session->post({"undo", Json::object(), 0})), "");
    EXPECT_EQ(shelfOf(*session).boxes()[0].side, "left");
    EXPECT_EQ(edit("table.crates/B1/mass", "6"), "ui.range");
    EXPECT_EQ(edit("table.crates/B1/mass", "2 cm"), "units.dimension");
    EXPECT_EQ(edit("table.crates/B1/mass", "heavy"), "units.number");
    EXPECT_EQ(edit("table.crates/B1/side", "above"), "ui.option");
    EXPECT_EQ(edit("table.crates/B9/mass", "1"), "shelf.no_box");
    for (const char* id : {"table.crates/B1/name", "table.crates/B1/lever", "table.crates/B1/no",
                           "table.none/B1/mass", "table.crates", "table.crates/", "table./",
                           "table.crates/B1", "table."})
        EXPECT_EQ(edit(id, "1"), "ui.unknown_control") << id;
}

TEST(LabParts, RowsAreAddedRemovedAndPasted) {
    const auto session = openShelf();
    EXPECT_EQ(keyOf(act(*session, "table.crates/add", "")), "");
    EXPECT_EQ(shelfOf(*session).boxes().size(), 3u);
    EXPECT_EQ(keyOf(act(*session, "table.crates/B1/remove", "")), "");
    EXPECT_EQ(shelfOf(*session).boxes()[0].id, "B2");
    EXPECT_EQ(keyOf(act(*session, "table.crates/paste", "a/b")), "");
    EXPECT_EQ(keyOf(act(*session, "table.crates/a/b/mass", "2")), "") << "a slash in a row's name";
    EXPECT_EQ(shelfOf(*session).boxes().back().mass, 2);
    EXPECT_EQ(keyOf(act(*session, "table.crates/paste", "bad")), "shelf.no_box");
    EXPECT_EQ(keyOf(act(*session, "table.crates/paste", std::string((1 << 20) + 1, 'a'))),
              "ui.too_long");
}

TEST(LabParts, RowsAreSortedAsPeopleExpect) {
    UiNode table;
    const auto row = [&table](const char* text, std::optional<double> value) {
        UiCell cell{text, value, ""};
        table.rows.push_back({"", "", {cell}});
    };
    for (const char* text : {"S10", "S2", "", "a2b", "S2a", "S02"}) row(text, std::nullopt);
    using Order = std::vector<size_t>;
    EXPECT_EQ(sortedRows(table, 0, false), (Order{1, 5, 4, 0, 3, 2}));
    EXPECT_EQ(sortedRows(table, 0, true), (Order{3, 0, 4, 1, 5, 2})) << "none is last both ways";
    table.rows.clear();
    row("", std::nullopt);
    for (const double value : {3.0, -20.0, 3.0}) row("x", value);
    EXPECT_EQ(sortedRows(table, 0, false), (Order{2, 1, 3, 0}));
    EXPECT_EQ(sortedRows(table, 0, true), (Order{1, 3, 2, 0}));
}

TEST(LabParts, AChartHasItsAxes) {
    const auto session = openShelf();
    const UiNode tree = treeOf(*session);
    const UiNode& chart = at(tree, "chart.spread");
    EXPECT_EQ(chart.role, UiRole::chart);
    EXPECT_EQ(chart.label, "Spread");
    ASSERT_EQ(chart.columns.size(), 2u);
    EXPECT_EQ(chart.columns[0].label, "Mass");
    EXPECT_EQ(chart.columns[1].unit, "N");
}

double noTime() { return 0; }

TEST(LabParts, AJobIsStartedFollowedAndCancelled) {
    const auto session = openShelf();
    UiNode tree = treeOf(*session);
    EXPECT_EQ(idsOf(at(tree, "job.weigh").children), (Texts{"job.weigh.count", "job.weigh.start"}));
    EXPECT_EQ(at(tree, "job.weigh.count").label, "Number of times");
    EXPECT_EQ(at(tree, "job.weigh.count").max, 1000);
    EXPECT_TRUE(at(tree, "job.weigh.start").enabled);
    EXPECT_EQ(keyOf(act(*session, "job.weigh.start", "count = 4\n\n")), "");
    EXPECT_EQ(session->runningJob(), "weigh");
    tree = treeOf(*session);
    EXPECT_EQ(idsOf(at(tree, "job.weigh").children),
              (Texts{"job.weigh.progress", "job.weigh.cancel"}));
    EXPECT_EQ(at(tree, "job.weigh.progress").valueText, "0\u202F%");
    EXPECT_EQ(keyOf(act(*session, "job.compare.cancel", "")), "") << "the other one goes on";
    EXPECT_EQ(session->runningJob(), "weigh");
    EXPECT_EQ(keyOf(act(*session, "job.weigh.cancel", "")), "");
    EXPECT_EQ(session->runningJob(), "");
    EXPECT_EQ(keyOf(act(*session, "job.weigh.start", "")), "");
    while (session->advanceJobs(noTime)) {
    }
    EXPECT_EQ(shelfOf(*session).weighed(), 20);
    EXPECT_EQ(keyOf(act(*session, "job.weigh.start", "count=0")), "ui.range");
    EXPECT_EQ(keyOf(act(*session, "job.weigh.start", "cout=3")), "session.argument_unknown_near");
    EXPECT_EQ(keyOf(act(*session, "job.weigh.start", "count=many")), "units.number");
    for (const char* id : {"job.none.start", "job.weigh.stop", "job.weigh", "job."})
        EXPECT_EQ(keyOf(act(*session, id, "")), "ui.unknown_control") << id;
}

TEST(LabParts, AJobTakesWhatWasMeasured) {
    const auto session = openShelf();
    EXPECT_FALSE(at(treeOf(*session), "job.compare.start").enabled);
    EXPECT_EQ(keyOf(act(*session, "job.compare.start", "")), "session.argument");
    ASSERT_TRUE(session->runToEnd(10).ok());
    ASSERT_EQ(keyOf(act(*session, "run.1.real.force", "52,5 N")), "");
    const UiNode tree = treeOf(*session);
    EXPECT_TRUE(at(tree, "job.compare.start").enabled);
    EXPECT_EQ(at(tree, "job.compare.force").label, "What you measured");
    EXPECT_EQ(at(tree, "job.compare.force").valueText, "52.5\u202FN");
    EXPECT_EQ(keyOf(act(*session, "job.compare.start", "")), "");
    EXPECT_EQ(shelfOf(*session).force(), 52.5);
    EXPECT_EQ(keyOf(act(*session, "job.compare.start", "force=1 kN")), "");
    EXPECT_EQ(shelfOf(*session).force(), 1000);
}

TEST(LabParts, TestedDesignsFormATree) {
    const auto session = openShelf();
    ASSERT_TRUE(session->runToEnd(10).ok());
    ASSERT_EQ(keyOf(act(*session, "param.depth", "30")), "");
    ASSERT_TRUE(session->runToEnd(10).ok());
    UiNode tree = treeOf(*session, {"run.2"});
    EXPECT_EQ(idsOf(at(tree, "designs").children), (Texts{"run.1", "run.2"}));
    EXPECT_EQ(at(tree, "run.1").label, "Test 1");
    EXPECT_EQ(at(tree, "run.1").valueText, "1.50\u202Fkg, broke at 60.0\u202FN (really –)");
    EXPECT_EQ(at(tree, "run.1").selected, "");
    EXPECT_EQ(idsOf(at(tree, "run.1").children), (Texts{"run.1.recall"}));
    EXPECT_EQ(at(tree, "run.2").selected, "run.1");
    EXPECT_TRUE(at(tree, "run.2").primary) << "the design that is on the stage";
    EXPECT_EQ(at(tree, "run.2.output.force").value, 60);
    EXPECT_EQ(at(tree, "run.2.output.ending").valueText, "bent through");
    EXPECT_EQ(at(tree, "run.2.real.ending").options.size(), 2u);
    EXPECT_EQ(keyOf(act(*session, "run.1.recall", "")), "");
    tree = treeOf(*session);
    EXPECT_EQ(at(tree, "param.depth").value, 20);
    EXPECT_TRUE(at(tree, "run.1").primary);
}

TEST(LabParts, ANotebookGoesOnThroughAllDesigns) {
    const auto session = openShelf();
    ASSERT_TRUE(session->runToEnd(10).ok());
    EXPECT_FALSE(session->runs()[0].design.has("diary"));
    EXPECT_TRUE(session->runs()[0].design.has("boxes"));
    ASSERT_EQ(keyOf(session->post(documentCommand("diary", "bent at 60 N"))), "");
    ASSERT_EQ(keyOf(act(*session, "table.crates/B1/remove", "")), "");
    ASSERT_EQ(keyOf(act(*session, "run.1.recall", "")), "");
    EXPECT_EQ(shelfOf(*session).boxes().size(), 2u);
    EXPECT_EQ(session->schema().findDocument("diary")->save().text(), "bent at 60 N");
}

TEST(LabParts, RealResultsAreTypedBesideTheRun) {
    const auto session = openShelf();
    ASSERT_TRUE(session->runToEnd(10).ok());
    const auto type = [&](const char* field, const char* text) {
        return keyOf(act(*session, std::string("run.1.") + field, text));
    };
    const auto real = [&] { return session->runs()[0].real; };
    EXPECT_EQ(type("real.force", "52"), "");
    EXPECT_EQ(type("real.ending", "torn"), "");
    EXPECT_EQ(type("note", "the glue was wet"), "");
    EXPECT_EQ(real()["force"].number(), 52);
    const UiNode tree = treeOf(*session, {"run.1"});
    EXPECT_EQ(at(tree, "run.1.real.force").valueText, "52\u202FN");
    EXPECT_EQ(at(tree, "run.1.real.ending").valueText, "torn off");
    EXPECT_EQ(at(tree, "run.1.note").valueText, "the glue was wet");
    EXPECT_NE(at(tree, "run.1").valueText.find("(really 52.0"), std::string::npos);
    EXPECT_EQ(type("real.ending", " "), "") << "nothing takes it away";
    EXPECT_FALSE(real().has("ending"));
    EXPECT_EQ(type("real.ending", "vanished"), "ui.option");
    EXPECT_EQ(type("real.force", "2 cm"), "units.dimension");
    for (const char* id : {"run.1.real.nothing", "run.1.real.", "run.1.unreal.force",
                           "run.2.recall", "run.01.recall", "run.x.recall", "run.1", "run."})
        EXPECT_EQ(keyOf(act(*session, id, "1")), "ui.unknown_control") << id;
}

TEST(LabParts, TheLikelyUnitIsOffered) {
    const auto session = openShelf();
    ASSERT_TRUE(session->runToEnd(10).ok());
    const Status doubtful = act(*session, "run.1.real.force", "6,1");
    ASSERT_FALSE(doubtful.ok()) << "60 N was predicted";
    EXPECT_EQ(shelfWords().sentence(doubtful.error()),
              "6.1 N is far from what you can expect. Did you mean 6.1 kg? Type the unit too.");
    EXPECT_EQ(session->runs()[0].real, Json());
    EXPECT_EQ(keyOf(act(*session, "run.1.real.force", "6,1 kg")), "");
    EXPECT_NEAR(session->runs()[0].real["force"].number(), 59.82, 0.01);
    EXPECT_EQ(keyOf(act(*session, "run.1.real.force", "6,1 N")), "") << "who says so is believed";
    EXPECT_EQ(session->runs()[0].real["force"].number(), 6.1);
    EXPECT_EQ(keyOf(act(*session, "run.1.real.force", "6100")), "ui.likely") << "grams";
    EXPECT_EQ(keyOf(act(*session, "run.1.real.force", "1")), "") << "no unit makes that likely";
    EXPECT_EQ(keyOf(act(*session, "run.1.real.total", "1500")), "ui.likely");
    EXPECT_EQ(keyOf(act(*session, "run.1.real.total", "1500 g")), "");
    EXPECT_EQ(keyOf(act(*session, "run.1.real.force", "0")), "");
}

TEST(LabParts, JsonHasRowsAndColumns) {
    const auto session = openShelf();
    const UiNode tree = treeOf(*session);
    const Json table = toJson(at(tree, "table.crates"));
    EXPECT_EQ(table["role"].text(), "table");
    EXPECT_EQ(table["columns"][1].write(),
              R"({"key":"mass","label":"Mass of the box","unit":"kg","editable":true,)"
              R"("min":0.1,"max":5})");
    EXPECT_EQ(table["rows"][1].write(),
              R"({"id":"B2","item":"box.B2","cells":[{"text":"B2","selected":"B2"},)"
              R"({"text":"1.0","value":1},{"text":"at the right","selected":"right"},)"
              R"({"text":""}]})");
    EXPECT_FALSE(toJson(at(treeOf(*session, {}), "table.crates")).has("rows"));
    const Json check = toJson(at(tree, "check.light"));
    EXPECT_EQ(check["items"].write(), R"(["box.B1"])");
    ASSERT_EQ(keyOf(act(*session, "job.weigh.start", "")), "");
    EXPECT_EQ(toJson(at(treeOf(*session), "job.weigh.progress"))["value"].number(-1), 0);
}

}  // namespace
}  // namespace pt
