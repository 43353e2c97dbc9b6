// Formatted text of a lesson: paragraphs, lists, bold, italic, super- and subscripts, links.
#pragma once

#include <span>
#include <string>

#include "engine/desktop/look.h"
#include "engine/scenario/text.h"

namespace pt {

// Wrapped lines; returns the height in window units. Measures only when `draw` is false. A link
// that is pressed goes to `pressed`, when that is given; then links can be reached by keyboard.
float drawProse(const Look& look, ImVec2 at, float width, std::span<const TextBlock> blocks,
                const TextLook& style, bool draw = true, std::string* pressed = nullptr);

}  // namespace pt
