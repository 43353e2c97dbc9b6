// How the parts of a bridge are drawn: paints that several of them share, and words.
#pragma once

#include <string>
#include <string_view>

#include "engine/view/scene.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {

Style lineStyle(Ink ink, double width, double alpha = 1);
Style fillStyle(Ink ink, double alpha = 1);
Style spaghettiStyle();
Style glueStyle(bool rigid);     // open like a hinge, or filled
Style forceStyle(double axial);  // N: tension plain, compression hatched
Style arrowStyle();

// A text of the stage: "spaghetti_bridge.view.<key>".
std::string say(const Words& words, std::string_view key, const Args& args = {});
std::string modeWord(const Words& words, FailureMode mode);  // "knik"; not for none
std::string percent(const Words& words, double share);       // whole per cents, rounded down

}  // namespace pt
