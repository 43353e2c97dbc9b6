#include "sims/spaghetti_bridge/view_style.h"

#include <cmath>
#include <fmt/format.h>

namespace pt {

Style lineStyle(Ink ink, double width, double alpha) {
    Style style;
    style.stroke = ink;
    style.width = width;
    style.strokeAlpha = alpha;
    return style;
}

Style fillStyle(Ink ink, double alpha) {
    Style style;
    style.width = 0;
    style.fill = ink;
    style.fillAlpha = alpha;
    return style;
}

Style spaghettiStyle() {
    Style style = lineStyle(Ink::spaghettiEdge, 1);
    style.fill = Ink::spaghetti;
    style.fillAlpha = 1;
    return style;
}

Style glueStyle(bool rigid) {
    Style style = lineStyle(Ink::spaghettiEdge, 1);
    style.fill = rigid ? Ink::spaghettiEdge : Ink::sheet;
    style.fillAlpha = 1;
    return style;
}

Style forceStyle(double axial) {
    const Ink ink = axial > 0 ? Ink::tension : Ink::compression;
    Style style = fillStyle(ink, axial > 0 ? 1 : 0.35);
    style.stroke = ink;
    style.hatch = axial < 0;
    return style;
}

Style arrowStyle() { return lineStyle(Ink::ink, 3); }

std::string say(const Words& words, std::string_view key, const Args& args) {
    return words(fmt::format("spaghetti_bridge.view.{}", key), args);
}

std::string modeWord(const Words& words, FailureMode mode) {
    return words(
        fmt::format("spaghetti_bridge.failure_mode.{}", failureModes[static_cast<size_t>(mode)]));
}

std::string percent(const Words& words, double share) {
    const double whole = std::floor(share * 100);
    return words.number(whole, whole >= 100 ? 3 : whole >= 10 ? 2 : 1) + "\u202f%";
}

}  // namespace pt
