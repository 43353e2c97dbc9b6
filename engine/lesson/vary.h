// Each pupil's own numbers: `vary:` of a lesson.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/command.h"
#include "engine/scenario/lesson.h"

namespace pt {

inline constexpr int mostPupils = 9999;

// The commands that give the lab this pupil's numbers, in the lesson's order. The same class seed
// and number give the same values on every device; numbers that follow each other get values that
// have nothing to do with each other.
std::vector<Command> variedFor(const Lesson& lesson, uint64_t seed, int pupil);

}  // namespace pt
