// Elementary functions from + - * / sqrt and floor alone: equal bits on every device, within
// 1 ulp of the exact value (docs/determinism.md has the figures and the ranges).
// Model code uses these and never <cmath>'s; sqrt, floor, ceil, fabs and fmod are exact there.
#pragma once

#include <cstdint>

namespace pt::math {

inline constexpr double pi = 3.14159265358979323846;

double sin(double radians);
double cos(double radians);
double tan(double radians);
double asin(double x);
double acos(double x);
double atan(double x);
double atan2(double y, double x);
double exp(double x);
double log(double x);
double pow(double x, double y);
double tanh(double x);
double sinh(double x);
double cosh(double x);
double hypot(double x, double y);
double cbrt(double x);

// A hash of every function's bits over a fixed sweep: equal in every build, or results may differ.
uint64_t fingerprint();

}  // namespace pt::math
