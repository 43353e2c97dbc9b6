// Notes: the legend and remarks in the corners of a stage.
#pragma once

#include <string>
#include <vector>

#include "engine/view/paint.h"

namespace pt {

struct PlacedNote {
    const Note* note;                // of the scene
    std::vector<std::string> lines;  // its text, wrapped
    Vec low, high;                   // screen points
};

// Remarks from the top left down, the legend and the scales in rows along the bottom. A remark
// that is wider than the stage goes on in the next line.
std::vector<PlacedNote> placeNotes(const Scene& scene, const Camera& camera, const Brush& brush);
void paintNotes(const Scene& scene, const Camera& camera, Brush& brush);

}  // namespace pt
