// Page: one lab as a browser page shows it: session, view, camera and words. It knows neither
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
#include "engine/run/session.h"
#include "engine/scenario/scenario.h"
#include "engine/view/camera.h"
#include "engine/view/view.h"

namespace pt {

// What a key does to a thing on the stage.
enum class Deed : uint8_t { focus, leave, select, left, right, up, down };
enum class PointerKind : uint8_t { move, down, up, leave };
enum class Cursor : uint8_t { plain, pointer, grab };

class Page {
public:
    explicit Page(double (*clock)());  // seconds, monotonic
    ~Page();

    // Each gives sentences about what is wrong, none when it opened; after a refusal the page
    // keeps what it had. A built-in scenario is asked for as "name" or "name seed"; a
    // lab's id opens the lab as it is.
    std::vector<std::string> openBuiltin(std::string_view request);
    std::vector<std::string> openScenario(std::string_view named);  // its name, '\n', its text
    std::vector<std::string> openSave(std::string_view bytes);
    bool isOpen() const { return session_ != nullptr; }

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
    Cursor pointer(PointerKind kind, Vec at, double reach);

    // The stage as it is now; open pages only.
    const Scene& scene();
    const Camera& camera() const { return camera_; }
    int cardItem();  // whose facts are shown on a card; -1: none

    // What the script asks for. `request` names sizes, axes and styles.
    Json state() const;
    Json items();
    Json result() const;  // as labrun --json
    std::string plot(const Json& request) const;
    std::string drawing(const Json& request);
    std::string csv(bool runs, const Json& request) const;
    std::string save() const;
    uint64_t hash() const { return session_->hash(); }

private:
    using Sentences = std::vector<std::string>;
    Sentences openText(std::string_view text, std::string_view name, std::optional<uint64_t> seed);
    Sentences openSetup(Setup setup, Scenario scenario, std::optional<uint64_t> seed);
    void take(std::unique_ptr<Session> session, Scenario scenario);
    std::unique_ptr<Scene> drawn() const;
    Camera fitted(const Scene& scene, Vec size) const;
    void look(std::string& which, std::string_view id);
    void touch();  // the picture has to be drawn again
    std::string post(const Command& command);
    std::string drag(const Item& item, Vec world);
    const Item* findItem(std::string_view id);
    Json axes() const;
    Json runsTable() const;

    double (*clock_)();
    Words words_;
    const Theme* theme_;
    bool calm_ = false;
    std::unique_ptr<Session> session_;
    std::unique_ptr<View> view_;
    Scenario scenario_;
    ViewState looking_;
    Camera camera_;
    std::unique_ptr<Scene> scene_;
    uint64_t sceneRevision_ = 0, shownRevision_ = 0;
    bool changed_ = true;
    std::string dragged_;    // Item::id while a pointer holds it
    int gesture_ = 1 << 20;  // those of drags; the script counts its own from 1
    bool playing_ = false;   // at the previous frame
    double lastFrame_ = 0;   // ms
};

}  // namespace pt
