// A Brush that takes what is painted and does nothing with it: what painting costs without a GPU.
#pragma once

#include <benchmark/benchmark.h>

#include "engine/view/paint.h"

namespace pt {

struct Blank : Brush {
    void fill(const std::vector<Vec>& convex, Color) override {
        benchmark::DoNotOptimize(convex.data());
    }
    void stroke(const std::vector<Vec>& points, bool, double, Color) override {
        benchmark::DoNotOptimize(points.data());
    }
    void text(Vec, std::string_view text, const Lettering&) override {
        benchmark::DoNotOptimize(text.data());
    }
    double textWidth(std::string_view text, double size, bool) const override {
        return static_cast<double>(text.size()) * size / 2;
    }
};

}  // namespace pt
