#include <array>
#include <filesystem>

#include "engine/desktop/dialogs.h"
#include "engine/desktop/file_browser.h"
#include "engine/desktop/picture.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> openable{scenarioSuffix, saveSuffix, ".zip"};

void choose(Desk& desk, const std::string& name) {
    desk.asked.open = name;
    desk.sheet = Sheet::none;
}

// A card: picture, title, lab. Returns true when it was chosen.
bool drawCard(const Look& look, const Desk& desk, const Example& example, ImVec2 low, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Press press = pressable(example.scenario.path.c_str(), low, high);
    ImVec2 split{high.x, high.y - look.px(52)};
    Scene scene(desk.words, *look.theme);
    if (const View* view = example.work.bench().view()) view->draw(scene, {});
    drawPicture(look, scene, low, split);
    if (press.hovered) {
        list.AddRectFilled({low.x, split.y}, high, look.color(Ink::ink, 0.05), look.px(cornerSize),
                           ImDrawFlags_RoundCornersBottom);
    }
    list.AddRect(low, high, look.color(press.hovered ? Ink::accent : Ink::line),
                 look.px(cornerSize));
    std::string title = example.work.title(desk.words);
    std::string lab = desk.words(std::string(example.work.session().lab().id) + ".title");
    std::string under = title == lab ? example.scenario.name : lab;
    if (!example.left.empty()) under = desk.words("desktop.open.left");
    float x = low.x + look.px(12), room = high.x - low.x - look.px(24);
    drawElided(look, {x, split.y + look.px(7)}, room, title, {.bold = true});
    drawElided(look, {x, split.y + look.px(27)}, room, under,
               {.type = Type::small, .ink = Ink::inkSoft});
    if (press.focused) drawFocus(look, {low.x + 6, low.y + 6}, {high.x - 6, high.y - 6});
    return press.pressed;
}

void drawExamples(const Look& look, Desk& desk) {
    ImVec2 at = ImGui::GetCursorScreenPos();
    float space = look.px(16), width = ImGui::GetContentRegionAvail().x - look.px(12);
    int columns = width >= look.px(440) ? 2 : 1;
    float wide = (width - space * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float tall = look.px(188);
    size_t count = desk.files.examples.size();
    for (size_t i = 0; i < count; ++i) {
        auto column = static_cast<float>(static_cast<int>(i) % columns);
        auto row = static_cast<float>(static_cast<int>(i) / columns);
        ImVec2 low{at.x + column * (wide + space), at.y + row * (tall + space)};
        const Example& example = desk.files.examples[i];
        if (!drawCard(look, desk, example, low, {low.x + wide, low.y + tall})) continue;
        if (!example.left.empty()) {
            desk.asked.goOn = example.left;
            desk.sheet = Sheet::none;
        } else {
            choose(desk, example.scenario.path);
        }
        return;
    }
    auto rows = static_cast<float>((static_cast<int>(count) + columns - 1) / columns);
    moveTo(at);
    ImGui::Dummy({width, rows * (tall + space)});
}

void drawRecent(const Look& look, Desk& desk) {
    for (const std::string& path : desk.prefs.recent) {
        fs::path file(path);
        if (fileRow(look, path.c_str(), static_cast<int>(Icon::file), file.filename().string(),
                    file.parent_path().string())) {
            choose(desk, path);
            return;
        }
    }
    if (desk.prefs.recent.empty()) {
        drawWrapped(look, ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail().x,
                    desk.words("desktop.open.no_recent"), {.ink = Ink::inkSoft});
    }
}

// What is open is not saved: say so where it would be lost.
void drawUnsaved(const Look& look, Desk& desk, float width) {
    ImVec2 at = ImGui::GetCursorScreenPos();
    Args args{{"title", desk.work.title(desk.words)}};
    std::string save = desk.words("desktop.open.save_first");
    float press = buttonWidth(look, save);
    drawIcon(*ImGui::GetWindowDrawList(), Icon::warning, {at.x + look.px(10), at.y + look.px(16)},
             look.px(18), look.color(Ink::warning));
    drawElided(look, {at.x + look.px(28), at.y + look.px(7)}, width - press - look.px(44),
               desk.words("desktop.open.unsaved", args), {.type = Type::small});
    moveTo({at.x + width - press, at.y});
    if (button(look, "save", save)) {
        desk.sheet = Sheet::none;
        desk.ask(Act::save);
    }
}

}  // namespace

void openOpenSheet(Desk& desk) {
    desk.sheet = Sheet::open;
    desk.files.examples.clear();
    for (const auto& [key, bytes] : desk.left) {
        Example example{{}, {}, key};
        if (example.work.openBytes(bytes, key, ""))
            desk.files.examples.push_back(std::move(example));
    }
    for (ShelfScenario& scenario : builtinScenarios()) {
        Example example{scenario, {}, {}};
        if (example.work.open(scenario.path)) desk.files.examples.push_back(std::move(example));
    }
    const std::string& folder = desk.prefs.folder;
    listFolder(desk.files.browser, folder.empty() ? homeFolder() : folder, openable, desk.words);
}

void drawOpenSheet(const Look& look, Desk& desk) {
    if (!beginSheet(look, desk, "open", desk.words("desktop.open.title"), 720, 620)) return;
    float width = ImGui::GetContentRegionAvail().x;
    std::vector<std::string> tabs{desk.words("desktop.open.examples"),
                                  desk.words("desktop.open.recent"),
                                  desk.words("desktop.open.folder")};
    int tab = segmented(look, "tab", tabs, static_cast<int>(desk.files.tab), width);
    if (tab >= 0) desk.files.tab = static_cast<OpenTab>(tab);
    gap(look, 12);
    float foot = desk.work.isOpen() && desk.work.changed() ? look.px(44) : 0;
    ImVec2 at = ImGui::GetCursorScreenPos();
    float height = ImGui::GetContentRegionAvail().y - foot;
    if (desk.files.tab == OpenTab::folder) {
        std::string name = drawBrowser(look, desk, desk.files.browser, height, openable);
        if (!name.empty()) choose(desk, (fs::path(desk.files.browser.folder) / name).string());
    } else {
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        ImGui::BeginChild("list", {width, height}, ImGuiChildFlags_None,
                          ImGuiWindowFlags_NavFlattened);
        if (desk.files.tab == OpenTab::examples) drawExamples(look, desk);
        if (desk.files.tab == OpenTab::recent) drawRecent(look, desk);
        ImGui::EndChild();
        ImGui::PopStyleVar();
    }
    if (foot > 0) {
        moveTo({at.x, at.y + height + look.px(12)});
        drawUnsaved(look, desk, width);
    }
    endSheet();
}

}  // namespace pt
