// What a script names of the lab and the lesson, found by rehearsing it without either. Internal to
// the script module.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/scenario/scenario.h"

namespace pt::script {

struct NameUse {
    enum class Of : uint8_t { name, event, action, condition };
    Of of = Of::name;
    std::string text, where;  // where = "file:line"
    bool operator==(const NameUse&) const = default;
};

// An error for each that the lab and the lesson do not have; at most 20. Keys script.unknown_name
// and script.unknown_event, also with _near; session.unknown_command; those of an expression.
std::vector<Error> unknownUses(std::span<const NameUse> uses, const Scenario& scenario,
                               const LabEntry& lab, const ScriptNames& names);

}  // namespace pt::script
