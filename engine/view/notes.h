// Notes: the legend and remarks in the corners of a stage.
#pragma once

#include "engine/view/paint.h"

namespace pt {

// Remarks from the top left down, the legend in rows along the bottom.
void paintNotes(const Scene& scene, const Camera& camera, Brush& brush);

}  // namespace pt
