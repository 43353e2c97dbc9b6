// Edits of a drawn junction as pure functions: a new one, or why not. The model makes them the
// lab's commands:
//   detail_use {junction, variant}             detail_add {material, x0, y0, x1, y1}
//   detail_move {rectangle, x0, y0, x1, y1}    detail_remove {rectangle}
//   detail_material {rectangle, material}      detail_order {rectangle, to}
// `rectangle` may be several names with commas between them in detail_remove and detail_material.
//
// Errors of all: detail.unknown_rectangle {rectangle}, detail.bad_number {key} (not within ±100 m),
// detail.bad_size {rectangle} (thinner than 1 mm on the sheet), detail.unknown_material {material},
// detail.too_many {max}. Places are whole nanometres, so that faces that should touch do.
#pragma once

#include <string>
#include <string_view>

#include "sims/passive_house/detail.h"

namespace pt {

inline constexpr double farthestDetail = 100;  // m from the origin

DetailBox boxOf(const DetailRectangle& rectangle);
void setBox(DetailRectangle& rectangle, const DetailBox& box);
bool isDetailName(std::string_view name);  // 1 to 40 characters without commas or controls

std::string freeRectangleName(const Detail& detail);  // "R7"

Result<Detail> withTemplate(std::string_view junction, std::string_view variant,
                            const House& house);  // detail.unknown_junction, .unknown_variant
// The sides may come in any order; what pokes out of the sheet is cut off.
Result<Detail> withMoved(const Detail& detail, std::string_view rectangle, DetailBox box);
Result<Detail> withAdded(const Detail& detail, std::string_view material, DetailBox box);
Result<Detail> withoutRectangles(const Detail& detail, std::string_view rectangles);
Result<Detail> withMaterial(const Detail& detail, std::string_view rectangles,
                            std::string_view material);
// "up" or "down" one place among those it overlaps, "top" or "bottom":
// detail.bad_order {value}.
Result<Detail> withOrder(const Detail& detail, std::string_view rectangle, std::string_view to);

}  // namespace pt
