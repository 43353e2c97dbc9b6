// The test cells of BESTEST (ANSI/ASHRAE 140-2020, sections 5.2.1 and 5.2.2): a box of 8 x 6 x
// 2.7 m that is altered one thing at a time, as houses of this lab.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "sims/passive_house/house.h"
#include "sims/passive_house/house_use.h"

namespace pt {

struct BestestCase {
    House house;
    HouseUse use;
    bool floating = false;  // no heating or cooling: temperatures are asked
};

// 195 … 995, in ascending order. The bases come first in reading: 600 is light, 900 heavy.
std::span<const std::string_view> bestestIds();
std::optional<BestestCase> bestestCase(std::string_view id);

}  // namespace pt
