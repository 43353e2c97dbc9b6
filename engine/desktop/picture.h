// Little pictures of designs, without words: on the cards of the open sheet and of tested designs.
#pragma once

#include <map>
#include <optional>

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// The drawing fitted in low..high of the current window.
void drawPicture(const Look& look, const Scene& scene, ImVec2 low, ImVec2 high);

// The scene of a tested design, made when it is first looked at; nullptr when it cannot be opened
// any more.
const Scene* designScene(const Look& look, Desk& desk, const RunRecord& run);

// "Proef 3".
std::string runName(const Desk& desk, const RunRecord& run);

}  // namespace pt
