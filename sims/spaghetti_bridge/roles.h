// What part of a bridge a member is, by where it lies.
#pragma once

#include <vector>

#include "sims/spaghetti_bridge/design.h"

namespace pt {

enum class Place : uint8_t { bottom, top, diagonal, post };

// Level members (slopes up to 1 in 2) are at the bottom when no other member lies below their
// middle, else at the top when none lies above, else diagonals, as sloping ones are; steep ones (3
// in 1 and more) are posts.
std::vector<Place> memberPlaces(const Bridge& bridge);

// Where and how it works, as in the string tables: role.tie_bottom … role.strut_post. Idle members
// (no force) count as ties.
const char* roleName(Place place, double axial);
// All of them.
inline constexpr const char* roleNames[] = {"tie_bottom",     "tie_top",      "tie_diagonal",
                                            "tie_post",       "strut_bottom", "strut_top",
                                            "strut_diagonal", "strut_post"};

}  // namespace pt
