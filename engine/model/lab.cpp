#include <algorithm>

#include "engine/model/model.h"
#include "engine/model/validation.h"

namespace pt {

const LabEntry* findLab(std::string_view id, std::span<const LabEntry> table) {
    std::string wanted(id);
    std::replace(wanted.begin(), wanted.end(), '-', '_');
    for (const LabEntry& lab : table)
        if (lab.id == wanted) return &lab;
    return nullptr;
}

const ValidationEntry* findValidation(std::string_view name) {
    for (const ValidationEntry& entry : validations())
        if (entry.name == name) return &entry;
    return nullptr;
}

}  // namespace pt
