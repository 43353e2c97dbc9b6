// The names that an expression in when("…") may use, once the lesson runs. Internal to the script
// module.
#pragma once

#include "engine/lesson/script_host.h"

namespace pt::script {

class RunningNames final : public NameTable {
public:
    // Both must outlive it.
    RunningNames(const ScriptHost& host, const ScriptNames& script)
        : host_(host), script_(script) {}
    NameInfo find(std::string_view name) const override;
    NameInfo column(std::string_view table, std::string_view name) const override;
    std::vector<std::string> names() const override;

private:
    const ScriptHost& host_;
    const ScriptNames& script_;
};

// The error for a name that does not exist, with the nearest that does.
Error unknownName(const NameTable& names, std::string_view name);

}  // namespace pt::script
