#include "engine/scenario/look_names.h"

#include "engine/i18n/words.h"

namespace pt {

std::vector<LookName> lookNames(std::string_view lab) {
    static const Words words = Words::builtin(Language::nl);
    const Words::Table& table = words.table(Language::nl);
    const std::string prefix = std::string(lab) + ".look.";
    std::vector<LookName> looks;
    for (auto it = table.lower_bound(prefix); it != table.end(); ++it) {
        if (it->first.compare(0, prefix.size(), prefix) != 0) break;
        const std::string name = it->first.substr(prefix.size());
        const size_t dot = name.find('.');
        if (dot == std::string::npos)
            looks.push_back({name, {}});
        else if (!looks.empty() && name.substr(dot + 1) != "help")
            looks.back().options.push_back(name.substr(dot + 1));
    }
    for (LookName& look : looks)
        if (look.options.empty()) look.options = {"off", "on"};
    return looks;
}

}  // namespace pt
