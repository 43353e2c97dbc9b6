// Ways of looking at a lab's stage that a lesson may begin with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pt {

// A ViewOption, as the string table names it: "<lab>.look.<key>", and "<lab>.look.<key>.<option>"
// unless it is on or off.
struct LookName {
    std::string key;
    std::vector<std::string> options;  // in the order of the alphabet
};
std::vector<LookName> lookNames(std::string_view lab);

}  // namespace pt
