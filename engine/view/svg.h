// SVG 1.1 of a stage or a plot: for `labrun --svg`, printing and documents.
#pragma once

#include <string>

#include "engine/view/camera.h"
#include "engine/view/scene.h"

namespace pt {

// Self-contained, no scripts, text as text, with title and description for screen readers.
std::string svg(const Scene& scene, const Camera& camera, std::string_view title);

}  // namespace pt
