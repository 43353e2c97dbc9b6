#include <array>
#include <cstring>
#include <filesystem>

#include "engine/desktop/dialogs.h"
#include "engine/desktop/file_browser.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

struct Kind {
    std::string_view suffix;
    const char* title;  // string key
    const char* press;  // string key of the button
    const char* name;   // string key of what is added to the file name; nullptr: nothing
};

Kind kindOf(const FileSheet& files) {
    static constexpr Kind kinds[] = {
        {saveSuffix, "desktop.save.title", "desktop.save.press", nullptr},
        {".csv", "desktop.export.samples", "desktop.export.press", "desktop.name.samples"},
        {".csv", "desktop.export.runs", "desktop.export.press", "desktop.name.runs"},
        {".png", "desktop.export.png", "desktop.export.press", nullptr},
        {".svg", "desktop.export.svg", "desktop.export.press", nullptr},
        {"", "desktop.export.press", "desktop.export.press", nullptr},
        {".jsonl", "desktop.lesson.record", "desktop.export.press", "desktop.name.record"},
        {".json", "desktop.lesson.xapi", "desktop.export.press", "desktop.name.xapi"},
    };
    Kind kind = kinds[static_cast<size_t>(files.writing)];
    if (files.writing == Writing::lab) kind.suffix = files.extension;
    return kind;
}

std::string fileName(const FileSheet& files) {
    std::string name = files.name;
    std::string_view suffix = kindOf(files).suffix;
    if (!name.empty() && !name.ends_with(suffix)) name += suffix;
    return name;
}

void write(Desk& desk) {
    FileSheet& files = desk.files;
    std::string name = fileName(files);
    if (name.empty()) return;
    fs::path path = fs::path(files.browser.folder) / name;
    std::error_code problem;
    if (fs::exists(path, problem) && !files.overwrite && path.string() != desk.work.path()) {
        files.overwrite = true;
        return;
    }
    desk.asked.write = path.string();
    desk.asked.writing = files.writing;
    desk.asked.exported = files.exported;
    desk.sheet = Sheet::none;
}

void openSheet(Desk& desk, const std::string& name) {
    FileSheet& files = desk.files;
    desk.sheet = Sheet::save;
    files.overwrite = false;
    files.fresh = true;
    std::memset(files.name, 0, sizeof files.name);
    std::strncpy(files.name, name.c_str(), sizeof files.name - 1);
    std::string folder = desk.prefs.folder.empty() ? homeFolder() : desk.prefs.folder;
    listFolder(files.browser, folder, std::array{kindOf(files).suffix}, desk.words);
}

}  // namespace

void openSaveSheet(Desk& desk, Writing writing) {
    desk.files.writing = writing;
    Kind kind = kindOf(desk.files);
    std::string name = desk.work.fileStem();
    if (kind.name) name += "-" + desk.words(kind.name);
    openSheet(desk, name + std::string(kind.suffix));
}

void openExportSheet(Desk& desk, const std::string& exported) {
    desk.files.writing = Writing::lab;
    desk.files.exported = exported;
    std::string name = desk.work.bench().exportName(exported);
    desk.files.extension = fs::path(name).extension().string();
    openSheet(desk, name);
}
void drawSaveSheet(const Look& look, Desk& desk) {
    FileSheet& files = desk.files;
    const Kind kind = kindOf(files);
    if (!beginSheet(look, desk, "save", desk.words(kind.title), 640, 560)) return;
    float width = ImGui::GetContentRegionAvail().x;
    drawText(look, ImGui::GetCursorScreenPos(), desk.words("desktop.save.name"),
             {.type = Type::small, .ink = Ink::inkSoft});
    gap(look, 20);
    std::string before = files.name;
    if (textField(look, "##name", files.name, sizeof files.name, width, files.fresh, true)) {
        write(desk);
    }
    files.fresh = false;
    if (before != files.name) files.overwrite = false;
    gap(look, 12);
    drawText(look, ImGui::GetCursorScreenPos(), desk.words("desktop.save.folder"),
             {.type = Type::small, .ink = Ink::inkSoft});
    gap(look, 20);
    ImVec2 at = ImGui::GetCursorScreenPos();
    float height = ImGui::GetContentRegionAvail().y - look.px(56);
    std::string chosen = drawBrowser(look, desk, files.browser, height, std::array{kind.suffix});
    if (!chosen.empty()) {
        std::memset(files.name, 0, sizeof files.name);
        std::strncpy(files.name, chosen.c_str(), sizeof files.name - 1);
        files.overwrite = false;
    }
    moveTo({at.x, at.y + height + look.px(16)});
    std::string press = desk.words(files.overwrite ? "desktop.save.overwrite" : kind.press);
    ButtonStyle style{.kind = ButtonKind::primary, .enabled = files.name[0] != 0};
    if (button(look, "write", press, style)) write(desk);
    if (files.overwrite) {
        ImVec2 text{at.x + buttonWidth(look, press, style) + look.px(16),
                    at.y + height + look.px(26)};
        drawElided(look, text, width - (text.x - at.x), desk.words("desktop.save.exists"),
                   {.type = Type::small, .ink = Ink::warning});
    }
    endSheet();
}

}  // namespace pt
