#include "engine/desktop/fingers.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace pt {
namespace {

constexpr double closest = 8;  // pixels: closer together two fingers tell no distance

}  // namespace

void Fingers::down(int64_t id, Vec at) {
    up(id);
    fingers_.emplace_back(id, at);
}

void Fingers::up(int64_t id) {
    fingers_.erase(std::remove_if(fingers_.begin(), fingers_.end(),
                                  [id](const auto& finger) { return finger.first == id; }),
                   fingers_.end());
}

std::optional<StageLook::Pinch> Fingers::move(int64_t id, Vec at) {
    auto moved = std::find_if(fingers_.begin(), fingers_.end(),
                              [id](const auto& finger) { return finger.first == id; });
    if (moved == fingers_.end()) return std::nullopt;
    Vec before = std::exchange(moved->second, at);
    if (fingers_.size() != 2) return std::nullopt;
    Vec other = (moved == fingers_.begin() ? fingers_[1] : fingers_[0]).second;
    double was = std::max(closest, glm::distance(before, other));
    double is = std::max(closest, glm::distance(at, other));
    return StageLook::Pinch{is / was, (at + other) / 2.0, (at - before) / 2.0};
}

StageLook::Pinch joined(const StageLook::Pinch& first, const StageLook::Pinch& then) {
    return {first.factor * then.factor, then.center, first.pan + then.pan};
}

}  // namespace pt
