// Desk: what the panels of one window share: the open work, what is looked at, what was asked.
// Panels read it while they draw and put their wishes in `asked`; the App carries those out after
// the frame, so that nothing a panel is drawing changes under it.
#pragma once

#include <imgui.h>
#include <map>
#include <optional>
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
enum class Writing : uint8_t { work, samples, runs, png, svg, lab, record, xapi };

// The pointer on the stage: the arguments of Workbench::touch().
struct HandDeed {
    Hand hand = Hand::hover;
    Vec at{0, 0};  // points
    double reach = 14;
    bool add = false, free = false;
};

// A thing that is shown in the stage: its Item::ids.
using Highlight = std::vector<std::string>;

struct Asked {
    std::vector<UiDeed> deeds;
    std::vector<HandDeed> hands;
    std::vector<Command> commands;
    std::optional<Highlight> highlight;  // to select
    std::vector<Act> acts;
    std::string open;   // a file, or a built-in scenario's name
    std::string write;  // a path for `writing`
    Writing writing = Writing::work;
    std::string exported;  // the export of the lab that Writing::lab writes
    std::string link;      // a page on the web, to open in a browser
    std::string goOn;      // key in the store of work that was left behind: take it up again
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
    std::string offer;      // what was probably meant, as it would be typed
    std::string offerText;  // the same for reading
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
    ShelfScenario scenario;
    Workspace work;    // opened for its picture
    std::string left;  // work that was left behind, not a scenario: its key in the store
};
struct FileSheet {
    FileBrowser browser;
    OpenTab tab = OpenTab::examples;
    std::vector<Example> examples;
    Writing writing = Writing::work;
    std::string exported;    // which export of the lab, for Writing::lab
    std::string extension;   // ".pdf", for Writing::lab
    char name[256] = {};     // of the file to write
    bool overwrite = false;  // asked once already
    bool fresh = false;      // opened in this frame
};

enum class Sheet : uint8_t { none, help, open, save, runs, recover, compare, real, summary };

// Drawings of tested designs, by run.
struct DesignPictures {
    ThemeId theme = ThemeId::light;
    int generation = -1;
    std::map<int, std::optional<Scene>> scenes;
};

struct StageLook {
    Camera camera;
    std::optional<Scene> scene;  // as it was drawn last
    bool moved = false;          // panned or zoomed by hand: no longer fitted
    bool kept = false;           // edited by hand: the paper lies still until the next run
    bool panning = false;        // the hand moves the paper
    Vec pointer{-1, -1};         // where it was last, points
    int item = -1;               // under the pointer or focused: has the card
    bool focused = false;        // that item has the keyboard
    // What two fingers did since the last frame, pixels.
    struct Pinch {
        double factor = 1;
        Vec center{0, 0}, pan{0, 0};
    };
    std::optional<Pinch> pinch;
    bool pinching = false;  // until every finger is up: the first one does not draw
};

// The panel under the stage.
struct TableSort {
    int column = -1;  // -1: the order of the model
    bool down = false;
};
struct Drawer {
    std::string tab = "plot";                // "plot", "designs", or the id of a table or chart
    std::map<std::string, TableSort> sorts;  // by table
    std::vector<int> picked;                 // runs, at most two, the newest last
    size_t treeEnd = 0;                      // how many designs were scrolled to
};

// A picture of the lesson, once it is read.
struct LessonPicture {
    ImTextureID texture = nullptr;  // nullptr: it cannot be read
    int width = 0, height = 0;
};

// The panel of the lesson.
struct LessonLook {
    std::string piece;  // id of the item or text whose page lies open
    int page = 0, pages = 1;
    int turn = 0;                // asked: so many pages further
    std::string shown;           // the page of the last frame
    bool scrolls = false;        // what lies open is higher than the panel
    bool measuring = false;      // nothing may take the focus now
    bool menu = false;           // asked to open
    bool settings = false;       // in a narrow window: the settings lie where the lesson would
    std::string row;             // of a table, chosen
    std::string dragged;         // an answer that is being put in order, or a sketch
    std::vector<double> sketch;  // while it is dragged
    std::map<std::string, LessonPicture> pictures;
};

struct Desk {
    Words words{Language::nl};
    Prefs prefs;
    Workspace work;
    UiNode ui;      // of this moment
    Item selected;  // the stage item that is selected alone; id "" for none
    FailureMoment failure;
    Asked asked;
    Notice notice;
    TypedEntry typed;
    PlotChoice plot;
    bool plotChosen = false;  // by a person; otherwise it follows the run
    Drawer drawer;
    DesignPictures pictures;
    int realRun = 0;  // the run whose real result is entered
    Sheet sheet = Sheet::none;
    StageLook stage;
    FileSheet files;
    LessonLook lesson;
    bool speaks = false;                                    // there is a voice to read aloud with
    std::vector<std::pair<std::string, std::string>> left;  // work left behind: key, bytes
    bool exportMenu = false;                                // asked to open
    bool viewMenu = false;
    bool lookMenu = false;
    int gesture = 0;  // the number of the last gesture
    bool resultDismissed = false;

    ViewState& looking() { return work.bench().looking(); }
    const ViewState& looking() const { return work.bench().looking(); }
    void ask(Act act) { asked.acts.push_back(act); }
    void ask(std::string id, std::string value = "", int gestureNumber = 0) {
        asked.deeds.push_back({std::move(id), std::move(value), gestureNumber});
    }
    // The field or cell of this id takes what is typed, from the next frame on.
    void beginTyping(std::string id, std::string_view text) {
        typed = {};
        typed.node = std::move(id);
        typed.begins = true;
        text.copy(typed.text, sizeof typed.text - 1);
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
