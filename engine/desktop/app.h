// App: carries out what the panels ask, lets time pass, keeps the work safe. No window and no GL:
// tests drive it.
#pragma once

#include <functional>
#include <string>

#include "engine/desktop/desk.h"
#include "engine/desktop/left_work.h"
#include "engine/desktop/look.h"
#include "engine/desktop/options.h"
#include "engine/gfx/image_native.h"
#include "engine/store/autosave.h"
#include "engine/store/store.h"

namespace pt {

// What only the window can do.
struct Hooks {
    std::function<void()> fullscreen;
    std::function<Status(const std::string& path)> writeStagePng;
    // Reads a text aloud and stops what it was reading; empty where there is no voice.
    std::function<void(const std::string& text, Language language)> speak = {};
    std::function<bool(const std::string& url)> openPage = {};  // false: no browser
    std::function<ImTextureID(const Image& image)> texture = {};
    std::function<void(ImTextureID texture)> dropTexture = {};
};

class App {
public:
    // The store outlives the app. Preferences are read from it; options come before them.
    App(const Options& options, Store& store, Hooks hooks);

    // Opens the options' file, or the default scenario. A file that cannot be opened leaves the
    // default scenario open and says why; an error only when nothing at all can be opened.
    Status start();

    Desk& desk() { return desk_; }
    const Desk& desk() const { return desk_; }

    // Opens a sheet, a menu or a panel by the name that --show takes; "" closes the sheet.
    void show(const std::string& what);

    void advance(double wallSeconds);
    // In a frame, before anything is drawn: keys, then the controls of this moment.
    void beginFrame();
    // After the frame: what was asked.
    void carryOut();
    // A file, a built-in scenario's name, or a file for the open lab to take in. false: refused,
    // and said.
    bool open(const std::string& fileOrName);
    // Chooses items on the stage, the last one as the newest.
    void select(const Highlight& items);
    // On the way out.
    void finish();

    // How long nothing has to be drawn when no event comes, in seconds; 0: draw on.
    double idleFor() const;
    bool offscreen() const { return options_.offscreen(); }
    bool quits() const { return quits_; }
    double scale() const { return desk_.prefs.scale; }

private:
    void keys();
    void perform(Act act);
    void perform(const UiDeed& deed);
    void perform(const HandDeed& deed);
    void refuse(const UiDeed& deed, const Error& error);
    bool stageTakesKey();
    void paste();
    bool moves() const;
    bool isImport(const std::string& path) const;
    bool import(const std::string& path);
    void openMended();
    void watchLesson(double wallSeconds);
    Status writeRecord(const std::string& path, Writing writing) const;
    Status leave();
    void showOpenSheet();
    void compareLast();
    void enterReal();
    void goOn(const std::string& key);
    void handOver(std::string_view key);
    void write(const std::string& path, Writing writing, const std::string& exported);
    Status writeFile(const std::string& path, Writing writing, const std::string& exported);
    void close();
    void replay();
    void savePrefs();
    void changeScale(int way);
    void followLesson(std::string_view id);
    void speak();
    void showPictures();
    void dropPictures();
    void refreshUi();
    void keepSafe();
    void recover();
    void forget();

    Options options_;
    Store& store_;
    Hooks hooks_;
    Desk desk_;
    uint64_t shownRevision_ = ~uint64_t{0};
    int shownGeneration_ = -1;
    std::vector<std::string> inFull_;
    bool quits_ = false;
    double sinceLook_ = 0;  // wall s since the lesson's file was looked at
    Autosave autosave_;
    LeftWork left_;
    bool warnedAboutAutosave_ = false;
};

// Seconds from a steady clock.
double steadySeconds();

}  // namespace pt
