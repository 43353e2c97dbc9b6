// Widgets: buttons, segments, sliders in the product's own drawing on top of ImGui's behaviour,
// so that mouse, keyboard focus and tab order are ImGui's and the look is ours.
#pragma once

#include <imgui.h>
#include <span>
#include <string>
#include <string_view>

#include "engine/desktop/icons.h"
#include "engine/desktop/look.h"

namespace pt {

struct Press {
    bool pressed = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;  // by keyboard
};

// Behaviour without drawing of something pressable in a rectangle of the current window: does not
// move the layout cursor. Draws no ring; see drawFocus.
Press pressable(const char* id, ImVec2 low, ImVec2 high, bool enabled = true);
// The same, taking `size` at the layout cursor.
Press pressableHere(const char* id, ImVec2 size, bool enabled = true);
void drawFocus(const Look& look, ImVec2 low, ImVec2 high, double corner = cornerSize);
// Is the item `id` of the current window focused by keyboard?
bool focusedByKey(ImGuiID id);

enum class ButtonKind : uint8_t { normal, primary, quiet };
struct ButtonStyle {
    ButtonKind kind = ButtonKind::normal;
    int icon = -1;    // an Icon
    float width = 0;  // window units; 0: what the label needs
    bool enabled = true;
    bool on = false;  // shown as pressed in
};
// The surface of a button, for what behaves like one.
void drawButton(const Look& look, ImVec2 low, ImVec2 high, const Press& press,
                const ButtonStyle& style);
bool button(const Look& look, const char* id, std::string_view label,
            const ButtonStyle& style = {});
float buttonWidth(const Look& look, std::string_view label, const ButtonStyle& style = {});
// Square; `name` is its tooltip, `keys` (may be empty) its shortcut.
bool iconButton(const Look& look, const char* id, Icon icon, std::string_view name,
                std::string_view keys = {}, bool enabled = true, bool on = false);

// One of a few, side by side. Returns the index pressed, or -1.
int segmented(const Look& look, const char* id, std::span<const std::string> labels, int selected,
              float width, bool enabled = true);
float segmentedWidth(const Look& look, std::span<const std::string> labels);
// One of many, in a list that opens. Returns the index chosen, or -1.
int dropDown(const Look& look, const char* id, std::span<const std::string> labels, int selected,
             float width, bool enabled = true);

// A button with a fixed word whose list opens: something to do in one of a few ways. Returns the
// index chosen, or -1.
int menuButton(const Look& look, const char* id, std::string_view label,
               std::span<const std::string> options, float width, bool enabled = true);

struct SliderMove {
    bool changed = false;  // `value` holds the new one
    bool began = false;    // a new gesture starts with this change
};
// A fine track with a knob, over the full `width`. Left and right move it while focused.
SliderMove slider(const Look& look, const char* id, double& value, double min, double max,
                  double step, float width, bool enabled = true);
// What a slider without a step of its own snaps to: 1, 2 or 5 times a power of ten, about `count`
// of them in the range.
double niceStep(double min, double max, double count = 200);

// On or off, label to its right. Returns true when switched.
bool toggle(const Look& look, const char* id, std::string_view label, bool on);

// A text field over `width`; Enter ends it. `bytes` is the size of buffer.
bool textField(const Look& look, const char* id, char* buffer, size_t bytes, float width,
               bool takeFocus, bool selectAll);

// The frame of a popup: shadow, fill, line, around the current window.
void sheetFrame(const Look& look);
void tooltip(const Look& look, std::string_view text, std::string_view keys = {});
// Puts the layout cursor somewhere. Places alone do not make a window scroll; items and gap() do.
void moveTo(ImVec2 at);
// A line across the layout, with 8 points above and below.
void divider(const Look& look);
// Moves the layout cursor down.
void gap(const Look& look, double size);

}  // namespace pt
