#include <algorithm>
#include <map>

#include "engine/store/store.h"

namespace pt {
namespace {

Error error(const char* what, std::string_view key) {
    return {what, "", {{"name", std::string(key)}}};
}

class MemoryStore : public Store {
public:
    Result<std::string> get(std::string_view key) const override {
        if (!isStoreKey(key)) return error("store.bad_key", key);
        const auto found = files_.find(key);
        if (found == files_.end()) return error("store.missing", key);
        return found->second;
    }

    Status put(std::string_view key, std::string_view bytes) override {
        if (!isStoreKey(key)) return error("store.bad_key", key);
        files_.insert_or_assign(std::string(key), std::string(bytes));
        return Ok{};
    }

    Status remove(std::string_view key) override {
        if (!isStoreKey(key)) return error("store.bad_key", key);
        const auto found = files_.find(key);
        if (found == files_.end()) return error("store.missing", key);
        files_.erase(found);
        return Ok{};
    }

    std::vector<std::string> keys() const override {
        std::vector<std::string> all;
        for (const auto& [key, bytes] : files_) all.push_back(key);
        return all;
    }

private:
    std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace

bool isStoreKey(std::string_view key) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
    };
    return !key.empty() && key.size() <= 100 && key.front() != '.' &&
           std::all_of(key.begin(), key.end(), allowed);
}

std::unique_ptr<Store> memoryStore() { return std::make_unique<MemoryStore>(); }

}  // namespace pt
