// Workbench: one open lab with all that hands touch: the Session, how it is looked at, edited on
// the stage and exchanged with paper and files. The desktop program and the page are shells
// around it, so that a click means the same in both.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/i18n/words.h"
#include "engine/lesson/lesson_run.h"
#include "engine/run/session.h"
#include "engine/scenario/scenario.h"
#include "engine/ui/lab_ui.h"
#include "engine/view/camera.h"
#include "engine/view/editor.h"
#include "engine/view/exchange.h"
#include "engine/view/view.h"

namespace pt {

// Bytes of a file that a lab takes in; a year of weather is 1.6 MB.
inline constexpr size_t largestImport = size_t{2} << 20;

class Workbench {
public:
    // With the View, Editor and Exchange of the session's lab.
    explicit Workbench(std::unique_ptr<Session> session);
    // And with the lesson of its scenario; nullptr, or one without a lesson: the lab alone.
    Workbench(std::unique_ptr<Session> session, std::shared_ptr<const Scenario> scenario);
    // With others; each may be nullptr.
    Workbench(std::unique_ptr<Session> session, std::unique_ptr<View> view,
              std::unique_ptr<Editor> editor, std::unique_ptr<Exchange> exchange);
    ~Workbench();
    Workbench(Workbench&&) noexcept;
    Workbench& operator=(Workbench&&) noexcept;

    Session& session() { return *session_; }
    const Session& session() const { return *session_; }
    ViewState& looking() { return looking_; }
    const ViewState& looking() const { return looking_; }
    const View* view() const { return view_.get(); }
    const Editor* editor() const { return editor_.get(); }
    const Exchange* exchange() const { return exchange_.get(); }
    LessonRun* lesson() { return lesson_.get(); }  // nullptr: none
    const LessonRun* lesson() const { return lesson_.get(); }
    // Another version of the lesson in the same lab, or nullptr for none: what was answered stays,
    // by its ids.
    void takeLesson(std::shared_ptr<const Scenario> scenario);
    // The editor's, under the tab that is open.
    std::vector<Tool> tools() const;

    // Counts every visible change: of the session, the selection, the tool, the way of looking.
    uint64_t revision() const;

    // The View's shapes, then the Editor's handles.
    void draw(Scene& scene) const;
    // After draw(): lets go of what is no longer on the stage. True when that changed something.
    bool settle(const Scene& scene);

    // The tree of buildUi() with what the stage adds (lab_ui.h).
    UiNode ui(const Words& words, std::span<const std::string> open = {}) const;
    // What a person did to a node of ui(); the host's gestures have positive numbers. Exports and
    // handovers are the host's own work. Errors of act(Session&), of the lab, and
    // ui.unknown_control {id}.
    Status act(std::string_view id, std::string_view value, int gesture = 0);
    // A command that the host made itself. Errors of Session::post.
    Status post(const Command& command);

    // The pointer on the stage; `at` and `reach` in screen points. Without an Editor a click
    // selects: with `add` one more or one less, on nothing none. When the host pans instead of
    // going on with a gesture it sends Hand::cancel.
    Status touch(Hand hand, Vec at, double reach, const Scene& scene, const Camera& camera,
                 bool add = false, bool free = false);
    bool busy() const;  // a drag or a half-drawn thing: the stage must not pan
    // A key while the stage has the focus: "Left", "Delete", "Escape", "Enter", "Ctrl+D", "v"; "1"
    // opens the first tab. With Shift `fine`. false: not one of ours.
    Result<bool> key(std::string_view key, bool fine = false);

    // What an export holds; `key` of Export. The default name without folder:
    // "spaghettibrug-plan.pdf".
    // Errors: those of Exchange::write, exchange.unknown {key}.
    Result<std::string> exported(std::string_view key, const Words& words) const;
    std::string exportName(std::string_view key) const;
    // A file or pasted text: all of it or nothing. Undone as one. Errors:
    // exchange.too_large {size, limit} (MB), exchange.no_import, those of Exchange::read and of the
    // commands.
    Status imported(std::string_view bytes, std::string_view extension);
    // What the button "handover.<key>" asks of the host.
    std::optional<Handover> handover(std::string_view key) const;

private:
    using Figures = std::map<std::string, double>;  // by key

    Status post(const std::vector<Command>& commands, int gesture);
    Figures figures() const;
    Status editing(int gesture, const std::function<Status()>& deed);
    void addChanges(UiNode& tree, const Words& words) const;
    Status touchEditor(const Touch& touch);
    void click(const Touch& touch);
    Status nudge(int dx, int dy, bool fine);
    bool escape();
    void dropGesture();
    bool chooseTool(std::string_view key);
    bool chooseLook(std::string_view key, std::string_view option);
    bool openTab(char digit);
    void keepTool();
    Status actOnSession(std::string_view id, std::string_view value, int gesture);
    Status actOnStage(std::string_view id, std::string_view action, std::string_view option);
    void addStageNodes(UiNode& tree, const Words& words) const;
    void addLesson(UiNode& tree, const Words& words, std::span<const std::string> open) const;

    std::unique_ptr<Session> session_;
    std::unique_ptr<LessonRun> lesson_;  // goes before its session
    std::unique_ptr<View> view_;
    std::unique_ptr<Editor> editor_;
    std::unique_ptr<Exchange> exchange_;
    ViewState looking_;
    std::map<std::string, std::string>
        typed_;                   // arguments of jobs: "job.<key>.<argument>", as typed
    std::optional<Vec> pressed_;  // without an Editor: where, in screen points
    Figures before_;              // the last that were known before the last edit
    int edit_ = 0;                // the gesture of that edit; 0: none that can go on
    uint64_t revision_ = 0;
    int gesture_ = -1;      // the present gesture; negative, so that it is none of the host's
    bool nudging_ = false;  // arrow keys that follow each other are one gesture
};

}  // namespace pt
