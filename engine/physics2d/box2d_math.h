// Forced include of every Box2D source (cmake/Dependencies.cmake): its trigonometry goes to our
// own functions, so that a collapse is the same on every device. sqrtf, floorf and fabsf are
// exact by IEEE 754 and stay. No file of Box2D is changed.
#pragma once

#ifdef __cplusplus
#include <cmath>
#include <cstdlib>
#include <math.h>

#include "engine/core/math.h"

namespace pt::box2d {
inline float sin(float radians) { return static_cast<float>(math::sin(radians)); }
inline float cos(float radians) { return static_cast<float>(math::cos(radians)); }
inline float atan2(float y, float x) { return static_cast<float>(math::atan2(y, x)); }
}  // namespace pt::box2d

#define sinf pt::box2d::sin
#define cosf pt::box2d::cos
#define atan2f pt::box2d::atan2
#endif
