#include "engine/core/assets.h"

#include <algorithm>

namespace pt {

std::string_view asset(std::string_view path) {
    const std::span<const Asset> all = assets();
    const auto before = [](const Asset& entry, std::string_view wanted) {
        return entry.path < wanted;
    };
    const auto found = std::lower_bound(all.begin(), all.end(), path, before);
    return found != all.end() && found->path == path ? found->bytes : std::string_view();
}

}  // namespace pt
