// LabUi: the interface of a lab as data. Dear ImGui shows it on the desktop, HTML in the browser;
// the ids are control ids, test selectors and accessible names' keys in both.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/i18n/words.h"
#include "engine/run/session.h"

namespace pt {

enum class UiRole : uint8_t { group, slider, choice, button, toggle, readout, message };

struct UiOption {
    std::string id;
    std::string label;
    bool operator==(const UiOption&) const = default;
};

struct UiNode {
    std::string id;  // "param.height", "run.play", "output.load"
    UiRole role = UiRole::group;
    std::string label;                             // translated
    std::string help;                              // translated, one sentence; may be empty
    std::string unit;                              // symbol, as shown
    double min = 0, max = 0, step = 0, value = 0;  // slider: in `unit`, not SI
    std::string valueText;                         // translated value with its unit, as read aloud
    std::vector<UiOption> options;
    std::string selected;  // choice: option id; toggle: "on" / "off"
    bool enabled = true;
    bool primary = false;  // the one main action of the screen
    bool live = false;     // announce changes (a result, an error)
    bool error = false;    // message: something is wrong
    std::vector<UiNode> children;
    bool operator==(const UiNode&) const = default;
};

// Groups in order: "run" (play, pause, step, rewind, slower, faster, undo, redo, reset),
// "params", "outputs", "messages". Built afresh when Session::revision changes.
UiNode buildUi(const Session& session, const Words& words);

// What a person did to a node: a button was pressed (value ""), a slider or its text field
// changed (text as typed or a plain number in the node's unit), an option was chosen. The same
// call for both renderers. Errors are the Session's and the parser's.
Status act(Session& session, std::string_view id, std::string_view value, int gesture = 0);

// The tree as JSON for the browser; stable key names.
Json toJson(const UiNode& node);

}  // namespace pt
