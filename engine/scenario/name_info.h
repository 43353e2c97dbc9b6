// What makes a NameInfo of each kind, for the names of a file and for those of a lesson that runs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/scenario/expression.h"

namespace pt {

inline NameInfo infoOf(NameInfo::Kind kind) {
    NameInfo info;
    info.kind = kind;
    return info;
}

inline NameInfo numberInfo(const Unit& unit, bool measured) {
    NameInfo info = infoOf(NameInfo::Kind::number);
    info.unit = unit;
    info.measured = measured;
    return info;
}

inline NameInfo optionInfo(std::vector<std::string> options) {
    NameInfo info = infoOf(NameInfo::Kind::option);
    info.options = std::move(options);
    return info;
}

}  // namespace pt
