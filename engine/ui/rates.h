// The slowest and fastest speed of a run, in model seconds a wall second: those of Session::rate.
#pragma once

namespace pt {

inline constexpr double slowestRate = 1.0 / 64;
inline constexpr double fastestRate = 1e8;

}  // namespace pt
