// The names that a script may use: in get("…") and in an expression of when("…"). Internal to the
// script module.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/script_host.h"

namespace pt::script {

class ScriptNameTable final : public NameTable {
public:
    // All must outlive it; `lab` is LabEntry::id.
    ScriptNameTable(const Schema& schema, std::string_view lab, const Lesson& lesson,
                    const ScriptNames& script)
        : schema_(schema), lab_(lab), lesson_(lesson), script_(script) {}
    ScriptNameTable(const ScriptHost& host, const ScriptNames& script)
        : ScriptNameTable(host.session().schema(), host.session().lab().id, host.lesson(), script) {
    }
    NameInfo find(std::string_view name) const override;
    NameInfo column(std::string_view table, std::string_view name) const override;
    std::vector<std::string> names() const override;

private:
    const Schema& schema_;
    std::string_view lab_;
    const Lesson& lesson_;
    const ScriptNames& script_;
};

// The error for a name that does not exist, with the nearest that does.
Error unknownName(const NameTable& names, std::string_view name);
Error unknownEvent(std::string_view event, std::string_view lab);

}  // namespace pt::script
