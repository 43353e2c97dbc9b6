// SVG 1.1 of a stage or a plot: for `labrun --svg`, printing and documents.
#pragma once

#include <string>

#include "engine/view/camera.h"
#include "engine/view/plot.h"
#include "engine/view/scene.h"

namespace pt {

// Self-contained, no scripts, text as text, with title and description for screen readers.
// Coordinates have two decimals and a point in every locale: the same input gives the same bytes.
std::string svg(const Scene& scene, const Camera& camera, std::string_view title);
std::string svg(const Plot& plot, Vec size, const Words& words, const Theme& theme,
                std::string_view title);

}  // namespace pt
