// The lesson panel: pages that never scroll, keys, files that change while they are open.
#include <filesystem>
#include <fstream>

#include "engine/desktop/panel_lesson.h"
#include "tests/desktop/fixture.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

const std::string everyKind = PROEFTUIN_ROOT "/tests/desktop/lessons/alles";

Options withFile(const std::string& file, Language language = Language::nl) {
    Options options;
    options.file = file;
    options.language = language;
    return options;
}

struct LessonScreen : WholeScreen {
    explicit LessonScreen(const std::string& file, int width = 1280, int height = 720,
                          double scale = 1, Language language = Language::nl)
        : WholeScreen(width, height, scale, withFile(file, language)) {}

    void act(const std::string& id, const std::string& value = "") {
        running.desk().ask(id, value);
        running.app.carryOut();
        for (int i = 0; i < 3; ++i) show();
    }
    // All that the pages of this step say; `scrolling` gets those that are higher than the panel.
    std::string readStep(std::vector<std::string>& scrolling) {
        Desk& desk = running.desk();
        desk.lesson.piece.clear();
        std::string all;
        for (int page = 0; page < 40; ++page) {
            for (int i = 0; i < 3; ++i) show();
            all += words;
            if (desk.lesson.scrolls) scrolling.push_back(desk.lesson.piece);
            if (desk.lesson.page + 1 >= desk.lesson.pages) break;
            desk.lesson.turn = 1;
        }
        return all;
    }
    std::vector<std::string> steps() {
        std::vector<std::string> ids;
        if (const UiNode* node = running.desk().node("lesson.step"))
            for (const UiOption& option : node->options) ids.push_back(option.id);
        return ids;
    }
};

TEST(LessonPanel, ShowsEveryKindOfItem) {
    LessonScreen screen(everyKind);
    screen.act("lesson.teacher", "on");
    ASSERT_EQ(screen.steps().size(), 5u);
    std::string all;
    std::vector<std::string> scrolling;
    for (const std::string& step : screen.steps()) {
        screen.act("lesson.step", step);
        all += screen.readStep(scrolling);
    }
    for (const char* word :
         {"Stap 1 van 5", "Kijk eerst", "driehoeken", "De brug van vorig jaar droeg 61 N.",
          "Een spriet van 10 cm knikt", "Hij buigt opzij uit", "Korter maken", "Eisen lezen",
          "bovenrand", "Schrijf minstens 8 woorden.", "Bij welke hoogte is de brug het sterkst?",
          "Sleep de punten", "Als", "Ik verander", "Noteer meting", "Klopt je hypothese?",
          "Draagt minstens 75 N", "Ik mat vaak genoeg.", "Antwoord: 0,48"}) {
        EXPECT_TRUE(holds(all, word)) << word << " in\n" << all;
    }
    EXPECT_FALSE(holds(all, "‹")) << "a key without a sentence";
}

TEST(LessonPanel, NothingScrollsInAnyShippedLesson) {
    std::vector<std::string> lessons{everyKind};
    for (const ShelfScenario& shelf : builtinScenarios()) lessons.push_back(shelf.path);
    for (const std::string& file : lessons) {
        for (Language language : {Language::nl, Language::en}) {
            LessonScreen screen(file, 1280, 720, 1, language);
            if (screen.steps().empty()) continue;
            screen.act("lesson.teacher", "on");
            for (const std::string& step : screen.steps()) {
                screen.act("lesson.step", step);
                std::vector<std::string> scrolling;
                const std::string words = screen.readStep(scrolling);
                EXPECT_FALSE(holds(words, "‹")) << file << " " << step << "\n" << words;
                for (const std::string& piece : scrolling)
                    ADD_FAILURE() << file << ", " << step << ": " << piece << " scrolls";
            }
        }
    }
}

TEST(LessonPanel, IsDrawnAtEverySizeScaleAndTheme) {
    for (auto [width, height, scale] :
         {std::tuple{1024, 640, 1.0}, {1280, 720, 2.0}, {640, 400, 1.0}, {1920, 1080, 1.5}}) {
        LessonScreen screen(everyKind, width, height, scale);
        screen.act("lesson.teacher", "on");
        for (ThemeId id : {ThemeId::light, ThemeId::dark, ThemeId::contrast}) {
            screen.look.theme = &theme(id);
            screen.look.target = id == ThemeId::dark ? 44 : 32;
            for (const std::string& step : screen.steps()) {
                screen.act("lesson.step", step);
                std::vector<std::string> scrolling;
                screen.readStep(scrolling);
            }
        }
    }
}

TEST(LessonPanel, TheStageStaysTheLargest) {
    for (auto [width, height] :
         {std::pair{1920, 1080}, {1280, 720}, {1120, 700}, {1119, 700}, {1024, 640}, {800, 600}}) {
        LessonScreen screen(everyKind, width, height);
        screen.act("lesson.teacher", "on");
        screen.act("lesson.step", "meten");
        EXPECT_GT(screen.running.desk().stage.camera.size.x, 0.48 * width) << width;
    }
}

TEST(LessonPanel, SharesItsPlaceWithTheSettingsInANarrowWindow) {
    LessonScreen screen(everyKind, 1024, 640);
    screen.act("lesson.teacher", "on");
    screen.act("lesson.step", "meten");
    Desk& desk = screen.running.desk();
    EXPECT_TRUE(holds(screen.show(), "Verander steeds één ding")) << screen.words;
    EXPECT_TRUE(holds(screen.words, desk.words("desktop.lesson.settings")));
    EXPECT_FALSE(holds(screen.words, "brugtype"));
    screen.running.app.select({"member.S7"});
    for (int i = 0; i < 3; ++i) screen.show();
    EXPECT_TRUE(holds(screen.words, desk.selected.name)) << "its tab tells what is selected";
    desk.lesson.settings = true;
    for (int i = 0; i < 3; ++i) screen.show();
    EXPECT_TRUE(holds(screen.words, "Sprieten van deze staaf")) << screen.words;
    EXPECT_TRUE(holds(screen.words, "brugtype"));
    EXPECT_FALSE(holds(screen.words, "Verander steeds één ding"));
}

TEST(LessonPanel, PageKeysTurnPagesThenSteps) {
    LessonScreen screen(everyKind);
    screen.act("lesson.teacher", "on");
    Desk& desk = screen.running.desk();
    screen.act("lesson.step", "vragen");
    ASSERT_GT(desk.lesson.pages, 1);
    for (int i = 1; i < desk.lesson.pages; ++i) {
        screen.key(ImGuiKey_PageDown);
        screen.show();
        EXPECT_EQ(desk.lesson.page, i);
    }
    screen.key(ImGuiKey_PageDown);
    screen.show();
    EXPECT_EQ(desk.node("lesson.step")->selected, "plannen");
    EXPECT_EQ(desk.lesson.page, 0);
    screen.key(ImGuiKey_PageUp);
    screen.show();
    EXPECT_EQ(desk.node("lesson.step")->selected, "vragen");
}

// Is the focus in the page of the lesson?
bool focusInPage() {
    const ImGuiWindow* window = ImGui::GetCurrentContext()->NavWindow;
    return window && std::string_view(window->Name).find("/page_") != std::string_view::npos;
}

TEST(LessonPanel, AnAnswerIsChosenAndCheckedByKeyboard) {
    LessonScreen screen(everyKind);
    screen.act("lesson.teacher", "on");
    screen.act("lesson.step", "vragen");
    Desk& desk = screen.running.desk();
    desk.lesson.piece = "item.duwen";
    for (int i = 0; i < 3; ++i) screen.show();
    for (int i = 0; i < 40 && !focusInPage(); ++i) {
        screen.key(ImGuiKey_Tab);
        const ImGuiWindow* window = ImGui::GetCurrentContext()->NavWindow;
        ASSERT_NE(window, nullptr);
        EXPECT_GT(window->NavRectRel[0].GetHeight(), 8) << "stop " << i << " is not to be seen";
    }
    ASSERT_TRUE(focusInPage()) << "the page is reached with Tab";
    const auto chosen = [&] { return desk.node("item.duwen.value")->selected; };
    screen.key(ImGuiKey_Enter);
    screen.show();
    EXPECT_EQ(chosen(), "1") << "the first stop is the first answer";
    screen.key(ImGuiKey_Tab);
    screen.key(ImGuiKey_Space);
    screen.show();
    EXPECT_EQ(chosen(), "2");
    EXPECT_FALSE(screen.running.session().playing()) << "space belongs to the answer";
    screen.key(ImGuiKey_Tab);
    screen.key(ImGuiKey_Tab);
    screen.key(ImGuiKey_Enter);
    screen.show();
    EXPECT_EQ(desk.node("item.duwen")->selected, "notYet") << "after the answers comes the check";
    EXPECT_TRUE(holds(screen.show(), "Daarvoor is veel meer kracht nodig.")) << screen.words;
}

TEST(LessonPanel, TheSummaryTellsWhatWasDone) {
    LessonScreen screen(everyKind);
    screen.act("lesson.teacher", "on");
    screen.act("lesson.step", "vragen");
    screen.act("item.knik.value", "0,48 N");
    screen.act("item.knik.check");
    screen.running.app.show("summary");
    for (int i = 0; i < 3; ++i) screen.show();
    EXPECT_TRUE(holds(screen.words, "Dit deed je"));
    const UiNode* summary = screen.running.desk().node("lesson.summary");
    ASSERT_NE(summary, nullptr);
    EXPECT_FALSE(summary->children.empty());
}

TEST(LessonPanel, ReadingAloudSaysThePageWithoutMarks) {
    LessonScreen screen(everyKind);
    const std::string text = lessonAloud(screen.running.desk());
    EXPECT_TRUE(holds(text, "Kijk eerst."));
    EXPECT_TRUE(holds(text, "Een vakwerkbrug bestaat uit driehoeken."));
    EXPECT_TRUE(holds(text, "Een brug van spaghetti met zes driehoeken"));
    EXPECT_FALSE(holds(text, "*"));
}

// A lesson that is being written.
struct Written : testing::Test {
    fs::path folder = fs::temp_directory_path() / ("proeftuin-lesson-" + std::to_string(getpid()));
    std::string file = (folder / "les.lab.yaml").string();
    int writes = 0;

    Written() { fs::create_directories(folder); }
    ~Written() override { fs::remove_all(folder); }
    static std::string text(const std::string& ask, const std::string& height) {
        return "lab: 1\nid: les\ntitle: Les\nsim: spaghetti-bridge\nsetup:\n  height: {start: " +
               height + ", min: 4 cm, max: 25 cm}\nsteps:\n  - step: een\n    do:\n" +
               "      - number: knik\n        ask: " + ask + "\n        answer: 0.48 N\n";
    }
    // As an editor does, with a time of its own: clocks of file systems are coarse.
    void write(const std::string& bytes) {
        std::ofstream(file, std::ios::binary) << bytes;
        fs::last_write_time(file,
                            fs::file_time_type::clock::now() + std::chrono::seconds(++writes));
    }
};

TEST_F(Written, AChangedTextIsReadAgainAndTheAnswerStays) {
    write(text("Hoe groot?", "10 cm"));
    LessonScreen screen(file);
    Desk& desk = screen.running.desk();
    screen.act("param.height", "12 cm");
    screen.act("item.knik.value", "0,5");
    const int generation = desk.work.generation();
    write(text("Hoe sterk?", "10 cm"));
    screen.running.app.advance(0.1);
    EXPECT_EQ(desk.node("item.knik.ask")->label, "Hoe groot?") << "it looks each 0.3 s";
    screen.running.app.advance(0.3);
    screen.show();
    EXPECT_EQ(desk.node("item.knik.ask")->label, "Hoe sterk?");
    EXPECT_EQ(desk.node("item.knik.value")->valueText, "0,5");
    EXPECT_EQ(desk.work.generation(), generation) << "the lab went on";
    EXPECT_DOUBLE_EQ(*desk.work.session().schema().findParam("height")->value, 0.12);
}

TEST_F(Written, AnotherSetupStartsTheLabAgainWithWhatThePupilSet) {
    write(text("Hoe groot?", "10 cm"));
    LessonScreen screen(file);
    Desk& desk = screen.running.desk();
    screen.act("param.height", "12 cm");
    screen.act("item.knik.value", "0,5");
    ASSERT_TRUE(desk.work.session().runToEnd(50).ok());
    write(text("Hoe groot?", "8 cm"));
    screen.running.app.advance(0.4);
    screen.show();
    EXPECT_EQ(desk.work.session().step(), 0);
    EXPECT_DOUBLE_EQ(*desk.work.session().schema().findParam("height")->value, 0.12);
    EXPECT_EQ(desk.node("item.knik.value")->valueText, "0,5");
}

TEST_F(Written, AnErrorIsShownWithItsLineUntilItIsMended) {
    write(text("Hoe groot?", "10 cm"));
    LessonScreen screen(file);
    Desk& desk = screen.running.desk();
    write(text("Hoe groot?", "10 kg"));
    screen.running.app.advance(0.4);
    screen.show();
    std::string words = screen.show();
    EXPECT_TRUE(holds(words, "les.lab.yaml heeft nog fouten")) << words;
    EXPECT_TRUE(holds(words, "les.lab.yaml:6:")) << words;
    EXPECT_TRUE(holds(words, "height: {start: 10 kg, min: 4 cm, max: 25 cm}")) << words;
    EXPECT_TRUE(desk.work.isOpen()) << "the last good one stays";
    EXPECT_DOUBLE_EQ(*desk.work.session().schema().findParam("height")->value, 0.1);
    write(text("Hoe groot?", "9 cm"));
    screen.running.app.advance(0.4);
    screen.show();
    EXPECT_FALSE(holds(screen.show(), "heeft nog fouten"));
    EXPECT_DOUBLE_EQ(*desk.work.session().schema().findParam("height")->value, 0.09);
}

TEST_F(Written, ALessonThatIsBrokenFromTheStartIsWatchedToo) {
    write("lab: 1\nid: les\nsim: spaghetti-bridge\nsteps:\n  - stap: een\n");
    LessonScreen screen(file);
    Desk& desk = screen.running.desk();
    EXPECT_TRUE(holds(screen.show(), "heeft nog fouten"));
    EXPECT_FALSE(desk.notice.error) << "said once";
    write(text("Hoe groot?", "10 cm"));
    screen.running.app.advance(0.4);
    screen.show();
    EXPECT_FALSE(holds(screen.show(), "heeft nog fouten"));
    EXPECT_NE(desk.node("item.knik"), nullptr);
}

// The settings lie in the same place there.
TEST_F(Written, AnErrorComesForwardInANarrowWindow) {
    write(text("Hoe groot?", "10 cm"));
    LessonScreen screen(file, 900, 640);
    screen.running.desk().lesson.settings = true;
    EXPECT_FALSE(holds(screen.show(), "Hoe groot?"));
    write(text("Hoe groot?", "10 kg"));
    screen.running.app.advance(0.4);
    screen.show();
    EXPECT_TRUE(holds(screen.show(), "heeft nog fouten"));
}

TEST_F(Written, ALessonThatIsMendedKeepsTheWorkThatLayOpen) {
    write(text("Hoe groot?", "10 kg"));
    LessonScreen screen("spaghettibrug");
    Desk& desk = screen.running.desk();
    screen.act("param.height", "12 cm");
    desk.asked.open = file;
    screen.running.app.carryOut();
    screen.show();
    EXPECT_TRUE(holds(screen.show(), "heeft nog fouten"));
    EXPECT_DOUBLE_EQ(*desk.work.session().schema().findParam("height")->value, 0.12);
    write(text("Hoe groot?", "9 cm"));
    screen.running.app.advance(0.4);
    screen.show();
    EXPECT_NE(desk.node("item.knik"), nullptr);
    EXPECT_TRUE(holds(screen.show(), "De les is in orde en ligt nu open.")) << screen.words;
    screen.running.app.show("open");
    ASSERT_EQ(desk.left.size(), 1u) << "what lay open is kept";
    EXPECT_NE(desk.left[0].second.find("0.12"), std::string::npos);
}

TEST_F(Written, ABrokenLessonThatIsPutAwayStaysAway) {
    write(text("Hoe groot?", "10 kg"));
    LessonScreen screen("spaghettibrug");
    Desk& desk = screen.running.desk();
    desk.asked.open = file;
    screen.running.app.carryOut();
    desk.work.dismissBroken();
    write(text("Hoe groot?", "9 cm"));
    screen.running.app.advance(0.4);
    screen.show();
    EXPECT_EQ(desk.node("item.knik"), nullptr);
}

TEST_F(Written, AFileThatIsGoneForAMomentChangesNothing) {
    write(text("Hoe groot?", "10 cm"));
    LessonScreen screen(file);
    fs::remove(file);
    screen.running.app.advance(0.4);
    EXPECT_FALSE(holds(screen.show(), "heeft nog fouten"));
    EXPECT_NE(screen.running.desk().node("item.knik"), nullptr);
}

}  // namespace
}  // namespace pt
