#include "engine/desktop/screen.h"

#include <set>

#include "engine/desktop/dialogs.h"
#include "tests/desktop/fixture.h"

namespace pt {
namespace {

TEST(WholeWindow, ShowsTheWorkAndWhatToDo) {
    WholeScreen screen;
    std::string words = screen.show();
    for (const char* word : {"Spaghettibrug", "Belast de brug", "hoogte", "doorbuiging",
                             "Ligt vast", "Grafiek", "Proeven", "nl", "en"}) {
        EXPECT_TRUE(holds(words, word)) << word;
    }
    EXPECT_FALSE(holds(words, "‹")) << "a key without a sentence:\n" << words;
}

TEST(WholeWindow, DrawsAtEverySizeScaleAndTheme) {
    for (auto [width, height, scale] : {std::tuple{1280, 720, 1.0},
                                        {1920, 1080, 1.5},
                                        {900, 600, 1.0},
                                        {640, 400, 2.0},
                                        {1280, 720, 2.0}}) {
        WholeScreen screen(width, height, scale);
        for (ThemeId id : {ThemeId::light, ThemeId::dark, ThemeId::contrast}) {
            screen.look.theme = &theme(id);
            for (Sheet sheet : {Sheet::none, Sheet::help, Sheet::open, Sheet::save, Sheet::runs,
                                Sheet::recover, Sheet::compare, Sheet::real}) {
                if (sheet == Sheet::open) openOpenSheet(screen.running.desk());
                if (sheet == Sheet::save) openSaveSheet(screen.running.desk(), Writing::work);
                screen.running.desk().sheet = sheet;
                screen.show();
                EXPECT_FALSE(holds(screen.show(), "‹"));
            }
        }
    }
}

TEST(WholeWindow, KeysRunTheExperiment) {
    WholeScreen screen;
    Session& session = screen.running.session();
    screen.key(ImGuiKey_Space);
    EXPECT_TRUE(session.playing());
    screen.key(ImGuiKey_Space);
    EXPECT_FALSE(session.playing());
    int64_t step = session.step();
    screen.character('.');
    EXPECT_EQ(session.step(), step + 1);
    screen.character(',');
    EXPECT_EQ(session.step(), step);
    screen.character('+');
    EXPECT_EQ(session.rate(), 2);
    screen.character('-');
    EXPECT_EQ(session.rate(), 1);
    screen.key(ImGuiKey_Home);
    EXPECT_EQ(session.step(), 0);
}

TEST(WholeWindow, KeysUndoOpenHelpAndClose) {
    WholeScreen screen;
    const double& height = *screen.running.session().schema().findParam("height")->value;
    double before = height;
    screen.running.desk().ask("param.height", "12,5");
    screen.running.app.carryOut();
    screen.show();
    screen.control(ImGuiKey_Z);
    EXPECT_EQ(height, before);
    screen.control(ImGuiKey_Y);
    EXPECT_DOUBLE_EQ(height, 0.125);
    screen.key(ImGuiKey_F1);
    EXPECT_EQ(screen.running.desk().sheet, Sheet::help);
    EXPECT_TRUE(holds(screen.show(), "Sneltoetsen"));
    screen.key(ImGuiKey_Space);
    EXPECT_FALSE(screen.running.session().playing()) << "not under a sheet";
    screen.key(ImGuiKey_Escape);
    EXPECT_EQ(screen.running.desk().sheet, Sheet::none);
    screen.control(ImGuiKey_O);
    EXPECT_EQ(screen.running.desk().sheet, Sheet::open);
}

TEST(WholeWindow, TabReachesEveryMemberAndControlAndComesBack) {
    WholeScreen screen;
    std::set<ImGuiID> reached;
    std::set<std::string> members;
    for (int i = 0; i < 200; ++i) {
        screen.key(ImGuiKey_Tab);
        ImGuiID now = ImGui::GetCurrentContext()->NavId;
        if (screen.running.desk().stage.focused) {
            members.insert(screen.running.desk().looking().hovered);
        }
        if (!reached.insert(now).second && reached.size() > 40) break;
    }
    Scene scene(screen.running.desk().words, theme(ThemeId::light));
    screen.running.desk().work.bench().draw(scene);
    EXPECT_EQ(members.size(), scene.items().size());
    EXPECT_GT(reached.size(), scene.items().size() + 25) << "and the controls around them";
}

TEST(WholeWindow, EnterSelectsTheFocusedMember) {
    WholeScreen screen;
    for (int i = 0; i < 200 && !screen.running.desk().stage.focused; ++i) screen.key(ImGuiKey_Tab);
    ASSERT_TRUE(screen.running.desk().stage.focused);
    std::string focused = screen.running.desk().looking().hovered;
    screen.key(ImGuiKey_Enter);
    EXPECT_EQ(screen.running.desk().looking().selected, focused);
    screen.key(ImGuiKey_Space);
    EXPECT_TRUE(screen.running.session().playing()) << "space plays on the stage";
}

TEST(WholeWindow, AMemberTakesMoreStrands) {
    WholeScreen screen;
    screen.running.app.select({"member.S7"});
    screen.show();
    ASSERT_TRUE(holds(screen.show(), "Sprieten van deze staaf"));
    Command more{"member_strands", Json::object(), 1};
    more.args.set("member", "S7").set("strands", 8.0);
    screen.running.desk().asked.commands.push_back(more);
    screen.show();
    EXPECT_FALSE(screen.running.desk().notice.error) << screen.running.desk().notice.sentence;
    std::string words = screen.show();
    EXPECT_NE(words.find("\n8\n"), words.npos) << words;
}

TEST(WholeWindow, TheEndSaysWhatTheBridgeCarried) {
    WholeScreen screen;
    ASSERT_TRUE(screen.running.session().runToEnd(100000).ok());
    std::string words = screen.show();
    EXPECT_TRUE(holds(words, "De brug droeg")) << words;
    EXPECT_TRUE(holds(words, "Bekijk opnieuw"));
    screen.key(ImGuiKey_R);
    EXPECT_TRUE(screen.running.session().playing());
    EXPECT_FALSE(screen.running.session().finished());
}

TEST(WholeWindow, WhileTypingKeysAreText) {
    WholeScreen screen;
    screen.running.desk().typed.node = "param.height";
    screen.running.desk().typed.begins = true;
    for (int i = 0; i < 3; ++i) screen.show();
    ASSERT_TRUE(ImGui::GetIO().WantTextInput);
    screen.character('.');
    screen.key(ImGuiKey_Space);
    EXPECT_EQ(screen.running.session().step(), 0);
    EXPECT_FALSE(screen.running.session().playing());
}

}  // namespace
}  // namespace pt
