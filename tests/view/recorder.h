// A Brush that keeps what is painted. Each character is 0.5 em wide.
#pragma once

#include <string>
#include <vector>

#include "engine/view/paint.h"

namespace pt {

struct Recorder : Brush {
    struct Fill {
        std::vector<Vec> points;
        Color color;
    };
    struct Stroke {
        std::vector<Vec> points;
        double width;
        Color color;
    };
    struct Text {
        Vec baseline;
        std::string text;
        Lettering style;
    };
    std::vector<Fill> fills;
    std::vector<Stroke> strokes;
    std::vector<Text> texts;

    void fill(const std::vector<Vec>& convex, Color color) override {
        fills.push_back({convex, color});
    }
    void stroke(const std::vector<Vec>& points, bool, double width, Color color) override {
        strokes.push_back({points, width, color});
    }
    void text(Vec baseline, std::string_view text, const Lettering& style) override {
        texts.push_back({baseline, std::string(text), style});
    }
    double textWidth(std::string_view text, double size, bool) const override {
        return static_cast<double>(text.size()) * size / 2;
    }

    bool shows(std::string_view wanted) const {
        for (const Text& text : texts)
            if (text.text == wanted) return true;
        return false;
    }
};

}  // namespace pt
