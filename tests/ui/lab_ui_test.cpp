#include "engine/ui/lab_ui.h"

#include <functional>
#include <gtest/gtest.h>
#include <set>

#include "tests/ui/fake_lab.h"

namespace pt {
namespace {

void visit(const UiNode& node, const std::function<void(const UiNode&)>& seen) {
    seen(node);
    for (const UiNode& child : node.children) visit(child, seen);
}

const UiNode& at(const UiNode& tree, std::string_view id) {
    static const UiNode none;
    const UiNode* found = findNode(tree, id);
    EXPECT_NE(found, nullptr) << id;
    return found ? *found : none;
}

void runToFailure(Session& session) {
    while (session.recording().events().empty()) ASSERT_TRUE(session.stepOnce().ok());
}

TEST(LabUi, FourGroupsInOrder) {
    const auto session = openFake();
    const UiNode tree = buildUi(*session, fakeWords(Language::nl));
    std::vector<std::string> ids;
    for (const UiNode& group : tree.children) ids.push_back(group.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"run", "params", "outputs", "messages"}));
    EXPECT_EQ(tree.label, "Valse brug");
}

TEST(LabUi, IdsAreUniqueAndEveryWordIsTranslated) {
    for (const Language language : {Language::nl, Language::en}) {
        const auto session = openFake();
        ASSERT_TRUE(session->runToEnd(1000).ok());
        const UiNode tree = buildUi(*session, fakeWords(language));
        std::set<std::string> ids;
        visit(tree, [&](const UiNode& node) {
            EXPECT_TRUE(ids.insert(node.id).second) << node.id << " is there twice";
            EXPECT_FALSE(node.label.empty()) << node.id;
            for (const std::string& text : {node.label, node.help, node.valueText}) {
                EXPECT_EQ(text.find("‹"), std::string::npos) << node.id << ": " << text;
                EXPECT_EQ(text.find('{'), std::string::npos) << node.id << ": " << text;
            }
            for (const UiOption& option : node.options) {
                EXPECT_EQ(option.label.find("‹"), std::string::npos) << node.id;
            }
        });
    }
}

TEST(LabUi, EveryLabSpeaksBothLanguagesFromStartToEnd) {
    ASSERT_FALSE(labs().empty());
    for (const LabEntry& lab : labs()) {
        pt::Setup setup;
        setup.lab = lab.id;
        const auto session = Session::open(std::move(setup));
        ASSERT_TRUE(session.ok()) << lab.id;
        for (const int64_t steps : {0, 1, 20000}) {
            ASSERT_TRUE(session.value()->runToEnd(steps).ok()) << lab.id;
            for (const Language language : {Language::nl, Language::en}) {
                const std::string json =
                    toJson(buildUi(*session.value(), Words::builtin(language))).write();
                EXPECT_EQ(json.find("‹"), std::string::npos) << lab.id << json;
                EXPECT_EQ(json.find("nan"), std::string::npos) << lab.id << json;
            }
        }
    }
}

TEST(LabUi, SettingsAreInTheUnitPeopleSee) {
    const auto session = openFake();
    const UiNode tree = buildUi(*session, fakeWords(Language::nl));
    const UiNode& height = at(tree, "param.height");
    EXPECT_EQ(height.role, UiRole::slider);
    EXPECT_EQ(height.unit, "cm");
    EXPECT_EQ(height.min, 3);
    EXPECT_EQ(height.max, 20);
    EXPECT_EQ(height.step, 0.5);
    EXPECT_EQ(height.value, 8);
    EXPECT_EQ(height.valueText, "8,0\u202Fcm");
    EXPECT_EQ(height.help, "Zo hoog is de brug.");
    EXPECT_EQ(at(tree, "param.strands").valueText, "3");
    EXPECT_EQ(at(tree, "param.load_rate").valueText, "2\u202FN/s");
    const UiNode& kind = at(tree, "param.kind");
    EXPECT_EQ(kind.role, UiRole::choice);
    EXPECT_EQ(kind.selected, "warren");
    EXPECT_EQ(kind.options.size(), 3u);
}

TEST(LabUi, SettingsComeInTheOrderOfTheSchema) {
    const auto session = openFake();
    std::vector<std::string> ids;
    const UiNode tree = buildUi(*session, fakeWords(Language::nl));
    for (const UiNode& node : tree.children[1].children) ids.push_back(node.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"param.height", "param.kind", "param.strands",
                                             "param.load_rate"}));
}

TEST(LabUi, AnOutputWithoutAValueIsADash) {
    const auto session = openFake();
    const Words words = fakeWords(Language::nl);
    UiNode tree = buildUi(*session, words);
    EXPECT_EQ(at(tree, "output.breaking_load").valueText, "–");
    EXPECT_FALSE(at(tree, "output.breaking_load").enabled);
    EXPECT_EQ(at(tree, "output.mode").valueText, "–");
    EXPECT_TRUE(tree == buildUi(*session, words)) << "a NaN must not make trees differ";
    runToFailure(*session);
    tree = buildUi(*session, words);
    EXPECT_EQ(at(tree, "output.breaking_load").valueText, "2,00\u202FN");
    EXPECT_EQ(at(tree, "output.mode").valueText, "knik");
    EXPECT_EQ(at(tree, "output.mode").selected, "buckling");
    EXPECT_EQ(at(tree, "output.member").valueText, "S7");
}

TEST(LabUi, LockedHiddenAndShown) {
    Setting locked, hidden, shown, shownKind;
    locked.key = "height";
    locked.number = 0.1;
    locked.locked = true;
    hidden.key = "load_rate";
    hidden.locked = hidden.hidden = true;
    shown.key = "strands";
    shown.number = 5;
    shown.locked = shown.shown = true;
    shownKind.key = "kind";
    shownKind.option = "howe";
    shownKind.locked = shownKind.shown = true;
    const auto session = openFake({locked, hidden, shown, shownKind});
    ASSERT_NE(session, nullptr);
    const UiNode tree = buildUi(*session, fakeWords(Language::nl));
    EXPECT_FALSE(at(tree, "param.height").enabled);
    EXPECT_EQ(at(tree, "param.height").role, UiRole::slider);
    EXPECT_EQ(findNode(tree, "param.load_rate"), nullptr);
    const UiNode& readout = tree.children[2].children.at(0);
    EXPECT_EQ(readout.id, "param.kind");
    EXPECT_EQ(readout.role, UiRole::readout);
    EXPECT_EQ(readout.valueText, "Howe");
    EXPECT_EQ(tree.children[2].children.at(1).valueText, "5");
    EXPECT_EQ(act(*session, "param.height", "9").error().key, "session.locked");
}

TEST(LabUi, AScenarioNarrowsRangesAndChoices) {
    Setting height, kind;
    height.key = "height";
    height.range = Range{0.05, 0.1, 0.01};
    height.number = 0.06;
    kind.key = "kind";
    kind.options = {"warren", "howe"};
    const auto session = openFake({height, kind});
    ASSERT_NE(session, nullptr);
    const UiNode tree = buildUi(*session, fakeWords(Language::nl));
    EXPECT_EQ(at(tree, "param.height").min, 5);
    EXPECT_EQ(at(tree, "param.height").max, 10);
    EXPECT_EQ(at(tree, "param.height").step, 1);
    ASSERT_EQ(at(tree, "param.kind").options.size(), 2u);
    EXPECT_EQ(at(tree, "param.kind").options[1].id, "howe");
    EXPECT_EQ(act(*session, "param.height", "12").error().key, "ui.range");
    EXPECT_FALSE(act(*session, "param.kind", "pratt").ok());
}

TEST(LabUi, OneButtonPlaysPausesAndStartsAgain) {
    const auto session = openFake();
    const Words words = fakeWords(Language::nl);
    EXPECT_EQ(at(buildUi(*session, words), "run.play").label, "Belast de brug");
    EXPECT_TRUE(at(buildUi(*session, words), "run.play").primary);
    ASSERT_TRUE(act(*session, "run.play", "").ok());
    EXPECT_TRUE(session->playing());
    EXPECT_EQ(at(buildUi(*session, words), "run.play").label, "Pauzeer");
    ASSERT_TRUE(act(*session, "run.play", "").ok());
    EXPECT_FALSE(session->playing());
    ASSERT_TRUE(session->runToEnd(1000).ok());
    EXPECT_EQ(at(buildUi(*session, words), "run.play").label, "Doe de proef opnieuw");
    EXPECT_FALSE(at(buildUi(*session, words), "run.step").enabled);
    ASSERT_TRUE(act(*session, "run.play", "").ok());
    EXPECT_TRUE(session->playing());
    EXPECT_EQ(session->step(), 0);
}

TEST(LabUi, MessagesTellEventsAndTheResult) {
    const auto session = openFake();
    const Words words = fakeWords(Language::nl);
    EXPECT_TRUE(buildUi(*session, words).children[3].children.empty());
    runToFailure(*session);
    const int64_t failure = session->step();
    UiNode tree = buildUi(*session, words);
    EXPECT_EQ(at(tree, "message.event.0").label, "Staaf S7 bezweek door knik bij 2,00\u202FN.");
    EXPECT_TRUE(at(tree, "message.event.0").live);
    EXPECT_EQ(findNode(tree, "message.result"), nullptr);
    ASSERT_TRUE(session->runToEnd(1000).ok());
    tree = buildUi(*session, words);
    EXPECT_EQ(at(tree, "message.result").label, "De brug droeg 2,00\u202FN.");
    ASSERT_TRUE(session->rewindTo(failure - 1).ok());
    EXPECT_TRUE(buildUi(*session, words).children.back().children.empty());
}

TEST(LabUi, TroubleIsAnErrorMessageAndStopsPlay) {
    const auto session = openFake();
    const Words words = fakeWords(Language::en);
    (void)act(*session, "param.strands", "13");
    ASSERT_TRUE(session->trouble().has_value());
    const UiNode tree = buildUi(*session, words);
    EXPECT_TRUE(at(tree, "message.trouble").error);
    EXPECT_NE(at(tree, "message.trouble").label.find("Joint K4 is loose."), std::string::npos);
    EXPECT_FALSE(at(tree, "run.play").enabled);
    EXPECT_FALSE(at(tree, "run.step").enabled);
    ASSERT_TRUE(act(*session, "edit.undo", "").ok());
    EXPECT_TRUE(at(buildUi(*session, words), "run.play").enabled);
}

TEST(LabUi, JsonHasTheKeysThePageReads) {
    const auto session = openFake();
    const Json json = toJson(buildUi(*session, fakeWords(Language::nl)));
    EXPECT_EQ(json["id"].text(), "lab");
    const Json& play = json["children"][0]["children"][0];
    EXPECT_EQ(play.write(),
              R"({"id":"run.play","role":"button","label":"Belast de brug","enabled":true,)"
              R"("primary":true})");
    const Json& height = json["children"][1]["children"][0];
    EXPECT_EQ(height["value"].number(), 8);
    EXPECT_EQ(height["step"].number(), 0.5);
    const Json& kind = json["children"][1]["children"][1];
    EXPECT_EQ(kind["options"][1].write(), R"({"id":"pratt","label":"Pratt"})");
    const Json& breaking = json["children"][2]["children"][1];
    EXPECT_FALSE(breaking.has("value"));
    EXPECT_FALSE(breaking["enabled"].boolean(true));
}

}  // namespace
}  // namespace pt
