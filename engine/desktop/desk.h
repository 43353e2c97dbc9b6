// Desk: what the panels of one window share: the open work, what is looked at, what was asked.
// Panels read it while they draw and put their wishes in `asked`; the App carries those out after
// the frame, so that nothing a panel is drawing changes under it.
#pragma once

#include <string>
#include <vector>

#include "engine/desktop/failure_moment.h"
#include "engine/desktop/prefs.h"
#include "engine/desktop/shortcuts.h"
#include "engine/desktop/workspace.h"
#include "engine/i18n/words.h"
#include "engine/ui/lab_ui.h"
#include "engine/view/camera.h"

namespace pt {

struct UiDeed {  // to a LabUi node: the arguments of act()
    std::string id, value;
    int gesture = 0;
};

// What a file is written with.
enum class Writing : uint8_t { work, samples, runs, png, svg };

struct Asked {
    std::vector<UiDeed> deeds;
    std::vector<Command> commands;
    std::vector<Act> acts;
    std::string open;   // a file, or a built-in scenario's name
    std::string write;  // a path for `writing`
    Writing writing = Writing::work;
    bool recover = false;  // take up the work of the last time
    bool forget = false;   // or drop it
    bool restyle = false;  // preferences changed
    void clear() { *this = Asked(); }
};

// The one message that is shown: a sentence, and what else belongs to it.
struct Notice {
    bool error = false;
    std::string sentence;
    std::string detail;   // "and 3 more places", a path
    double shownFor = 0;  // wall seconds
};

// A number that is being typed in place of a value.
struct TypedEntry {
    std::string node;  // UiNode::id; "": none
    char text[64] = {};
    bool begins = false;  // take the focus in the next frame
    std::string problem;  // why the last attempt was refused
    std::string problemNode;
};

struct PlotChoice {
    std::string x, y;  // an output's key, or "" for time
};

// The folder that the open and save sheets show.
struct FileEntry {
    std::string name;
    bool folder = false;
};
struct FileBrowser {
    std::string folder;
    std::vector<FileEntry> entries;  // folders first, then files that fit
    std::string problem;             // why the folder cannot be read
    char path[1024] = {};            // typed folder
};

enum class OpenTab : uint8_t { examples, recent, folder };
struct Example {
    BuiltinScenario scenario;
    Workspace work;  // opened for its picture
};
struct FileSheet {
    FileBrowser browser;
    OpenTab tab = OpenTab::examples;
    std::vector<Example> examples;
    Writing writing = Writing::work;
    char name[256] = {};     // of the file to write
    bool overwrite = false;  // asked once already
    bool fresh = false;      // opened in this frame
};

enum class LowerTab : uint8_t { plot, runs };
enum class Sheet : uint8_t { none, help, open, save, runs, recover };

struct StageLook {
    Camera camera;
    bool moved = false;    // panned or zoomed by hand: no longer fitted
    int item = -1;         // under the pointer or focused: has the card
    int notes = 0;         // lines of remarks in the top left corner
    std::string dragging;  // Item::id that follows the pointer
    bool focused = false;  // that item has the keyboard
};

struct Desk {
    Words words{Language::nl};
    Prefs prefs;
    Workspace work;
    UiNode ui;  // of this moment
    ViewState looking;
    std::string selectedName;  // translated name of the selected stage item
    FailureMoment failure;
    Asked asked;
    Notice notice;
    TypedEntry typed;
    PlotChoice plot;
    LowerTab lowerTab = LowerTab::plot;
    Sheet sheet = Sheet::none;
    StageLook stage;
    FileSheet files;
    bool exportMenu = false;  // asked to open
    bool viewMenu = false;
    int gesture = 0;  // the number of the last gesture
    bool resultDismissed = false;
    bool readoutsHide = false;  // not all of them fit over the stage
    bool letGo = false;         // asked to select nothing

    void ask(Act act) { asked.acts.push_back(act); }
    void ask(std::string id, std::string value = "", int gestureNumber = 0) {
        asked.deeds.push_back({std::move(id), std::move(value), gestureNumber});
    }
    const UiNode* node(std::string_view id) const { return findNode(ui, id); }
    void say(std::string sentence, std::string detail = "") {
        notice = {false, std::move(sentence), std::move(detail), 0};
    }
    void complain(const Error& error, std::string detail = "") {
        notice = {true, words.sentence(error), std::move(detail), 0};
    }
};

}  // namespace pt
