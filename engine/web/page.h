// Page: one lab as a browser page shows it: a Workbench, a camera and words. It knows neither
// canvas nor GL; abi.cpp lets the page's script call it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/i18n/words.h"
#include "engine/run/csv.h"
#include "engine/scenario/scenario.h"
#include "engine/ui/workbench.h"
#include "engine/view/camera.h"

namespace pt {

// What the keyboard does to a thing on the stage; what it edits goes through Page::key.
enum class Deed : uint8_t { focus, leave, select };
enum class PointerKind : uint8_t { move, down, up, leave };
enum PointerFlags : uint8_t { pointerAdds = 1, pointerFree = 2 };  // as Touch::add, Touch::free
// move: what lies there can be dragged; busy: a gesture is under way, the page must not scroll.
enum class Cursor : uint8_t { plain, pointer, cross, busy };

class Page {
public:
    explicit Page(double (*clock)());  // seconds, monotonic
    ~Page();

    // A part of the program that came apart from it, the words of a language or a scenario: its
    // path among the assets, '\n', its bytes.
    void addFile(std::string_view named);

    // Each gives sentences about what is wrong, none when it opened; after a refusal the page
    // keeps what it had. A built-in scenario is asked for as "name" or "name seed"; a
    // lab's id opens the lab as it is.
    std::vector<std::string> openBuiltin(std::string_view request);
    // Its name, '\n', its text or the bytes of a zip.
    std::vector<std::string> openScenario(std::string_view named);
    std::vector<std::string> openSave(std::string_view bytes);
    // A design or table from elsewhere, into the lab that is open: its extension, '\n', its bytes.
    std::vector<std::string> import(std::string_view named);
    bool isOpen() const { return bench_ != nullptr; }

    // calm: a person who asks for less motion sees the end of a collapse at once.
    void show(Language language, ThemeId theme, bool calm);
    void resize(Vec size);  // of the stage in points

    // Lets the time since the previous frame pass. The answer tells whether more is to come.
    bool frame(double milliseconds);
    // Whether a person would see another page than at the previous call.
    bool takeChanged();

    // A sentence about why not, or "".
    std::string act(std::string_view id, std::string_view value, int gesture);
    std::string item(std::string_view id, Deed deed);
    struct Pointed {
        Cursor cursor = Cursor::plain;
        std::string refused;  // a sentence
    };
    Pointed pointer(PointerKind kind, Vec at, double reach, int flags);
    // A key as Workbench::key names it. nullopt: not one of ours; else a sentence or "".
    std::optional<std::string> key(std::string_view name, bool fine);
    // The camera; a factor of 0 fits the drawing again.
    void zoom(double factor, Vec around);
    void pan(Vec delta);

    // The stage as it is now; open pages only.
    const Scene& scene();
    const Camera& camera() const { return camera_; }
    int cardItem();  // whose facts are shown on a card; -1: none

    // What the script asks for. `request` names sizes, axes and styles.
    Json state(const Json& request) const;  // {open: ["table.members", "run.3"]}: shown in full
    Json items();
    Json scenarios() const;  // all built-in ones: [{id, label}]
    Json result() const;     // as labrun --json
    std::string plot(const Json& request) const;
    std::string chart(const Json& request) const;   // {key}: SVG; of a lesson, the node's id
    std::string design(const Json& request) const;  // {run}: SVG of a tested design; "" for none
    std::string exported(const Json& request);      // {key}: bytes; "" when refused() tells why
    Json exportName(const Json& request) const;     // {key}: {name, refused}
    std::string drawing(const Json& request);
    std::string lessonFile(const Json& request) const;  // {path}: bytes; "" for none
    std::string csv(bool runs, const Json& request) const;
    std::string save() const;
    uint64_t hash() const { return session().hash(); }

private:
    using Sentences = std::vector<std::string>;
    Sentences openText(std::string_view text, std::string_view name, std::optional<uint64_t> seed);
    Sentences openZip(std::string_view bytes, std::string_view name);
    Sentences openRead(ScenarioRead read, std::optional<uint64_t> seed);
    Sentences openSetup(Setup setup, std::shared_ptr<const Scenario> scenario,
                        std::optional<uint64_t> seed);
    void take(std::unique_ptr<Session> session, std::shared_ptr<const Scenario> scenario);
    std::unique_ptr<Scene> drawn() const;
    Camera fitted(const Scene& scene, Vec size) const;
    void fill();   // tells the view how large the stage is
    void touch();  // the picture has to be drawn again
    void pointAt(std::string_view item);
    std::string sentence(const Status& status) const;
    std::string handOver(std::string_view key);
    const Item* findItem(std::string_view id);
    std::string lessonPlot(std::string_view id, Vec size) const;
    Json axes() const;
    Json runsTable() const;
    Session& session() { return bench_->session(); }
    const Session& session() const { return bench_->session(); }

    double (*clock_)();
    Words words_;
    const Theme* theme_;
    bool calm_ = false;
    std::unique_ptr<Workbench> bench_;
    std::shared_ptr<const Scenario> scenario_;  // an empty one for a lab as it is
    Camera camera_;
    bool moved_ = false;  // by hand: no longer fitted
    std::unique_ptr<Scene> scene_;
    uint64_t sceneRevision_ = 0, shownRevision_ = 0;
    bool changed_ = true;
    std::string exportRefused_;  // why the last export gave nothing
    bool held_ = false;          // the pointer is down
    bool playing_ = false;       // at the previous frame
    double lastFrame_ = 0;       // ms
};

}  // namespace pt
