#include "engine/desktop/file_browser.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "engine/desktop/widgets.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

constexpr size_t mostEntries = 2000;

bool fits(const std::string& name, std::span<const std::string_view> suffixes) {
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&](std::string_view suffix) { return name.ends_with(suffix); });
}

}  // namespace

std::string homeFolder() {
    const char* home = std::getenv("HOME");
    std::error_code problem;
    if (home && fs::is_directory(home, problem)) return home;
    fs::path here = fs::current_path(problem);
    return problem ? "/" : here.string();
}

void listFolder(FileBrowser& browser, const std::string& folder,
                std::span<const std::string_view> suffixes, const Words& words) {
    browser.entries.clear();
    browser.problem.clear();
    std::error_code problem;
    fs::path path = fs::weakly_canonical(folder, problem);
    browser.folder = problem ? folder : path.string();
    std::strncpy(browser.path, browser.folder.c_str(), sizeof browser.path - 1);
    fs::directory_iterator it(browser.folder, problem), end;
    for (; !problem && it != end && browser.entries.size() < mostEntries; it.increment(problem)) {
        std::string name = it->path().filename().string();
        if (name.empty() || name[0] == '.') continue;
        std::error_code unreadable;
        bool isFolder = it->is_directory(unreadable);
        if (isFolder || fits(name, suffixes)) browser.entries.push_back({name, isFolder});
    }
    if (problem) {
        Args args{{"name", browser.folder}};
        browser.problem = words("desktop.folder.unreadable", args);
    }
    std::sort(browser.entries.begin(), browser.entries.end(),
              [](const FileEntry& a, const FileEntry& b) {
                  return a.folder != b.folder ? a.folder : a.name < b.name;
              });
}

bool fileRow(const Look& look, const char* id, int icon, std::string_view name,
             std::string_view detail) {
    float width = ImGui::GetContentRegionAvail().x - look.px(4);
    float height = look.px(std::max(look.target + 4, 36.f)) + (detail.empty() ? 0 : look.px(14));
    ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + width, low.y + height};
    Press press = pressableHere(id, {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered || press.held) {
        list.AddRectFilled(low, high, look.color(Ink::ink, press.held ? 0.1 : 0.05),
                           look.px(cornerSize));
    }
    if (press.focused) drawFocus(look, {low.x + 5, low.y + 5}, {high.x - 5, high.y - 5});
    float middle = (low.y + high.y) / 2, line = textSize(look, "X", {}).y;
    drawIcon(list, static_cast<Icon>(icon), {low.x + look.px(20), middle}, look.px(20),
             look.color(static_cast<Icon>(icon) == Icon::folder ? Ink::inkSoft : Ink::accent));
    float x = low.x + look.px(44), room = width - look.px(56);
    float small = detail.empty() ? 0 : look.px(18);
    drawElided(look, {x, middle - (line + small) / 2}, room, name, {});
    if (!detail.empty()) {
        drawElided(look, {x, middle - (line + small) / 2 + line}, room, detail,
                   {.type = Type::small, .ink = Ink::inkSoft});
    }
    return press.pressed;
}

std::string drawBrowser(const Look& look, Desk& desk, FileBrowser& browser, float height,
                        std::span<const std::string_view> suffixes) {
    std::string go, chosen;
    float side = look.px(std::max(look.target, 36.f)), width = ImGui::GetContentRegionAvail().x;
    ImVec2 at = ImGui::GetCursorScreenPos();
    if (iconButton(look, "up", Icon::up, desk.words("desktop.folder.up"))) {
        go = fs::path(browser.folder).parent_path().string();
    }
    moveTo({at.x + side + look.px(8), at.y + look.px(2)});
    if (textField(look, "##folder", browser.path, sizeof browser.path, width - side - look.px(8),
                  false, false)) {
        go = browser.path;
    }
    moveTo({at.x, at.y + side + look.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGui::BeginChild("list", {width, height - side - look.px(8)}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NavFlattened);
    for (const FileEntry& entry : browser.entries) {
        Icon icon = entry.folder ? Icon::folder : Icon::file;
        if (!fileRow(look, entry.name.c_str(), static_cast<int>(icon), entry.name, {})) continue;
        if (entry.folder) {
            go = (fs::path(browser.folder) / entry.name).string();
        } else {
            chosen = entry.name;
        }
    }
    if (browser.entries.empty()) {
        std::string text =
            browser.problem.empty() ? desk.words("desktop.folder.empty") : browser.problem;
        drawWrapped(look, ImGui::GetCursorScreenPos(), width - look.px(16), text,
                    {.ink = browser.problem.empty() ? Ink::inkSoft : Ink::error});
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (!go.empty()) listFolder(browser, go, suffixes, desk.words);
    return chosen;
}

}  // namespace pt
