// Workbench: one open lab with all that hands touch: the Session, how it is looked at, edited on
// the stage and exchanged with paper and files. The desktop program and the page are shells
// around it, so that a click means the same in both.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/i18n/words.h"
#include "engine/run/session.h"
#include "engine/ui/lab_ui.h"
#include "engine/view/camera.h"
#include "engine/view/editor.h"
#include "engine/view/exchange.h"
#include "engine/view/view.h"

namespace pt {

class Workbench {
public:
    explicit Workbench(std::unique_ptr<Session> session);
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

    // Counts every visible change: of the session, the selection, the tool, the way of looking.
    uint64_t revision() const;

    // The View's shapes, then the Editor's handles.
    void draw(Scene& scene) const;

    // The tree of buildUi() with what the stage adds (lab_ui.h).
    UiNode ui(const Words& words) const;
    // What a person did to a node of ui(). Errors of act(Session&), of the lab, and
    // ui.unknown_control {id}.
    Status act(std::string_view id, std::string_view value, int gesture = 0);

    // The pointer on the stage; `at` and `reach` in screen points. Without an Editor it selects.
    Status touch(Hand hand, Vec at, double reach, const Scene& scene, const Camera& camera,
                 bool add = false, bool free = false);
    bool busy() const;  // a drag or a half-drawn thing: the stage must not pan
    // A key while the stage has the focus: "Left", "Delete", "Escape", "Enter", "Ctrl+D", "v".
    // false: not one of ours.
    Result<bool> key(std::string_view key, bool fine = false);

    // What an export holds; `key` of Export. The default name without folder:
    // "spaghettibrug-plan.pdf".
    Result<std::string> exported(std::string_view key, const Words& words) const;
    std::string exportName(std::string_view key, const Words& words) const;
    // A file or pasted text; errors of Exchange::read and of the commands. Undone as one.
    Status imported(std::string_view bytes, std::string_view extension);

    // A picture and the numbers of a tested design, for the tree of designs; nullptr when the
    // record does not open any more.
    std::unique_ptr<Session> recalled(const RunRecord& run) const;

private:
    Status post(std::vector<Command> commands, int gesture);
    std::unique_ptr<Session> session_;
    std::unique_ptr<View> view_;
    std::unique_ptr<Editor> editor_;
    std::unique_ptr<Exchange> exchange_;
    ViewState looking_;
    uint64_t revision_ = 0;
    int gesture_ = 0;
};

}  // namespace pt
