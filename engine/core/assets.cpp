#include "engine/core/assets.h"

#include <algorithm>
#include <deque>
#include <vector>

namespace pt {
namespace {

std::vector<Asset>& all() {
    static std::vector<Asset> list(builtinAssets().begin(), builtinAssets().end());
    return list;
}

std::vector<Asset>::iterator place(std::string_view path) {
    return std::lower_bound(
        all().begin(), all().end(), path,
        [](const Asset& entry, std::string_view wanted) { return entry.path < wanted; });
}

}  // namespace

std::span<const Asset> assets() { return all(); }

std::string_view asset(std::string_view path) {
    const auto found = place(path);
    return found != all().end() && found->path == path ? found->bytes : std::string_view();
}

void addAsset(std::string path, std::string bytes) {
    static std::deque<std::string> kept;  // a deque never moves what it holds
    const auto at = place(path);
    if (at != all().end() && at->path == path) return;
    const std::string& name = kept.emplace_back(std::move(path));
    all().insert(at, {name, kept.emplace_back(std::move(bytes))});
}

}  // namespace pt
