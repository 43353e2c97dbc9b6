#include <algorithm>

#include "engine/model/model.h"

namespace pt {

const LabEntry* findLab(std::string_view id, std::span<const LabEntry> table) {
    std::string wanted(id);
    std::replace(wanted.begin(), wanted.end(), '-', '_');
    for (const LabEntry& lab : table)
        if (lab.id == wanted) return &lab;
    return nullptr;
}

}  // namespace pt
