#include "engine/desktop/panel_ui.h"

#include "tests/desktop/fixture.h"

namespace pt {
namespace {

UiNode make(UiRole role, const char* id, const char* label) {
    UiNode node;
    node.id = id;
    node.role = role;
    node.label = label;
    return node;
}

UiNode sliderNode() {
    UiNode node = make(UiRole::slider, "param.height", "hoogte");
    node.unit = "cm";
    node.min = 4;
    node.max = 25;
    node.step = 0.5;
    node.value = 10;
    node.valueText = "10,0\u202fcm";
    return node;
}

UiNode stepperNode() {
    UiNode node = make(UiRole::slider, "param.strands", "sprieten");
    node.min = 1;
    node.max = 19;
    node.step = 1;
    node.value = 7;
    node.valueText = "7";
    return node;
}

UiNode choiceNode(int options) {
    UiNode node = make(UiRole::choice, "param.type", "brugtype");
    for (int i = 0; i < options; ++i) {
        node.options.push_back(
            {"o" + std::to_string(i), "een nogal lang woord " + std::to_string(i)});
    }
    node.selected = "o0";
    return node;
}

class PanelUi : public testing::Test {
protected:
    // 300 points wide, as the side panel is.
    PanelUi() : screen_(300, 720) {
        desk_.words = Words::builtin(Language::nl);
        screen_.draw = [this] { drawNode(screen_.look, desk_, node_); };
        screen_.look.words = &desk_.words;
    }
    void show(UiNode node) {
        node_ = std::move(node);
        screen_.frame();
        screen_.frame();
    }
    void tab(int times) {
        for (int i = 0; i < times; ++i) screen_.press(ImGuiKey_Tab);
    }
    // The only deed asked since the last look; fails when there is none.
    UiDeed deed() {
        EXPECT_EQ(desk_.asked.deeds.size(), 1u);
        UiDeed last = desk_.asked.deeds.empty() ? UiDeed{} : desk_.asked.deeds.back();
        desk_.asked.clear();
        return last;
    }

    Screen screen_;
    Desk desk_;
    UiNode node_;
};

TEST_F(PanelUi, EveryRoleShowsItsWords) {
    UiNode group = make(UiRole::group, "params", "Instellingen");
    UiNode readout = make(UiRole::readout, "output.load", "kracht");
    readout.valueText = "38,5 N";
    UiNode message = make(UiRole::message, "message.trouble", "Knoop K3 kan bewegen.");
    UiNode toggle = make(UiRole::toggle, "param.sound", "geluid");
    UiNode press = make(UiRole::button, "run.play", "Belast de brug");
    group.children = {sliderNode(), stepperNode(), choiceNode(2), toggle, press, readout, message};
    show(group);
    std::string words = screen_.frame();
    for (const char* word : {"Instellingen", "hoogte", "10,0\u202fcm", "sprieten", "brugtype",
                             "een nogal lang woord 0", "geluid", "Belast de brug", "kracht",
                             "38,5 N", "Knoop K3 kan bewegen."}) {
        EXPECT_NE(words.find(word), words.npos) << word << " in\n" << words;
    }
}

TEST_F(PanelUi, ALabelWithoutRoomBesideItsValueStandsWholeAboveIt) {
    const std::string label = "de sterkte van een spriet als ze nat werd";
    UiNode slider = sliderNode(), stepper = stepperNode(), choice = choiceNode(2);
    UiNode readout = make(UiRole::readout, "output.load", "");
    readout.valueText = "38,5\u202fN";
    for (UiNode node : {slider, stepper, choice, readout}) {
        node.label = label;
        show(node);
        EXPECT_TRUE(holds(screen_.frame(), label)) << screen_.words;
        EXPECT_FALSE(holds(screen_.words, "…")) << screen_.words;
    }
    // The buttons of the stepper went down with it.
    stepper.label = label;
    show(stepper);
    tab(2);
    screen_.press(ImGuiKey_Enter);
    EXPECT_EQ(deed().value, "8");
}

TEST_F(PanelUi, AButtonIsPressedByKeyboard) {
    show(make(UiRole::button, "run.play", "Belast de brug"));
    tab(1);
    screen_.press(ImGuiKey_Space);
    EXPECT_EQ(deed().id, "run.play");
}

TEST_F(PanelUi, ADisabledButtonIsNot) {
    UiNode node = make(UiRole::button, "run.play", "Belast de brug");
    node.enabled = false;
    show(node);
    tab(1);
    screen_.press(ImGuiKey_Space);
    screen_.click(100, 20);
    EXPECT_TRUE(desk_.asked.deeds.empty());
}

TEST_F(PanelUi, ASliderMovesByOneStepAKey) {
    show(sliderNode());
    tab(2);  // its value, its track
    screen_.press(ImGuiKey_RightArrow);
    UiDeed moved = deed();
    EXPECT_EQ(moved.id, "param.height");
    EXPECT_EQ(moved.value, "10.5");
    screen_.press(ImGuiKey_LeftArrow);
    EXPECT_EQ(deed().value, "9.5");
}

TEST_F(PanelUi, ASliderFollowsThePointerAsOneGesture) {
    show(sliderNode());
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(150, 40);
    screen_.frame();
    io.AddMouseButtonEvent(0, true);
    screen_.frame();
    UiDeed first = deed();
    io.AddMousePosEvent(1000, 40);
    screen_.frame();
    UiDeed second = deed();
    EXPECT_EQ(second.value, "25") << "never past its end";
    EXPECT_EQ(first.gesture, second.gesture);
    EXPECT_NE(first.gesture, 0);
    io.AddMouseButtonEvent(0, false);
    screen_.frame();
}

TEST_F(PanelUi, ATypedCommaIsPostedAsTyped) {
    show(sliderNode());
    tab(1);
    screen_.press(ImGuiKey_Enter);
    screen_.frame();
    ASSERT_EQ(desk_.typed.node, "param.height");
    EXPECT_STREQ(desk_.typed.text, "10,0") << "the value without its unit";
    screen_.type("12,5");
    screen_.press(ImGuiKey_Enter);
    UiDeed typed = deed();
    EXPECT_EQ(typed.id, "param.height");
    EXPECT_EQ(typed.value, "12,5");
    EXPECT_EQ(desk_.typed.node, "");
}

TEST_F(PanelUi, EscapeLeavesTheValueAsItWas) {
    show(sliderNode());
    tab(1);
    screen_.press(ImGuiKey_Enter);
    screen_.frame();
    screen_.type("99");
    screen_.press(ImGuiKey_Escape);
    screen_.frame();
    EXPECT_EQ(desk_.typed.node, "");
    EXPECT_TRUE(desk_.asked.deeds.empty());
}

TEST_F(PanelUi, AFewStepsArePlusAndMinus) {
    show(stepperNode());
    tab(1);
    screen_.press(ImGuiKey_Space);
    EXPECT_EQ(deed().value, "6");
    tab(1);
    screen_.press(ImGuiKey_Space);
    EXPECT_EQ(deed().value, "8");
}

TEST_F(PanelUi, AStepperStopsAtItsEnd) {
    UiNode node = stepperNode();
    node.value = 1;
    show(node);
    tab(1);
    screen_.press(ImGuiKey_Space);
    EXPECT_EQ(deed().value, "2") << "the only end that can be pressed";
}

TEST_F(PanelUi, FewOptionsLieSideBySide) {
    UiNode node = choiceNode(2);
    node.options[0].label = "Warren";
    node.options[1].label = "Pratt";
    show(node);
    tab(2);
    screen_.press(ImGuiKey_Space);
    UiDeed chosen = deed();
    EXPECT_EQ(chosen.id, "param.type");
    EXPECT_EQ(chosen.value, "o1");
}

TEST_F(PanelUi, ManyOptionsAreAListThatOpens) {
    show(choiceNode(5));
    tab(1);
    screen_.press(ImGuiKey_Space);
    screen_.frame();
    screen_.press(ImGuiKey_DownArrow);
    screen_.press(ImGuiKey_Space);
    EXPECT_EQ(deed().value, "o1");
}

TEST_F(PanelUi, AToggleAsksForTheOtherState) {
    UiNode node = make(UiRole::toggle, "param.sound", "geluid");
    node.selected = "on";
    show(node);
    tab(1);
    screen_.press(ImGuiKey_Space);
    EXPECT_EQ(deed().value, "off");
}

TEST_F(PanelUi, ARefusedValueSaysWhyBesideItsSlider) {
    desk_.typed.problem = "Kies een waarde van 4 cm tot 25 cm.";
    desk_.typed.problemNode = "param.height";
    show(sliderNode());
    EXPECT_NE(screen_.frame().find("Kies een waarde"), std::string::npos);
    show(stepperNode());
    EXPECT_EQ(screen_.frame().find("Kies een waarde"), std::string::npos);
}

}  // namespace
}  // namespace pt
