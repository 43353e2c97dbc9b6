#include <algorithm>

#include "engine/store/store.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

constexpr size_t largestFile = size_t{256} << 20;

class FileStore : public Store {
public:
    explicit FileStore(fs::path folder) : folder_(std::move(folder)) {}

    Result<std::string> get(std::string_view key) const override {
        if (!isStoreKey(key)) return badKey(key);
        return readFile(folder_ / key, largestFile);
    }

    Status put(std::string_view key, std::string_view bytes) override {
        if (!isStoreKey(key)) return badKey(key);
        std::error_code ignored;  // a folder that could not be made shows in the write
        fs::create_directories(folder_, ignored);
        return writeFileAtomically(folder_ / key, bytes);
    }

    Status remove(std::string_view key) override {
        if (!isStoreKey(key)) return badKey(key);
        std::error_code failed;
        const bool removed = fs::remove(folder_ / key, failed);
        if (removed) return Ok{};
        return error(failed ? "store.write" : "store.missing", key);
    }

    std::vector<std::string> keys() const override {
        std::vector<std::string> all;
        std::error_code failed;
        fs::directory_iterator entry(folder_, failed);
        for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
            const std::string name = entry->path().filename().string();
            std::error_code gone;
            if (isStoreKey(name) && entry->is_regular_file(gone)) all.push_back(name);
        }
        std::sort(all.begin(), all.end());
        return all;
    }

private:
    Error error(const char* what, std::string_view key) const {
        return {what, "", {{"name", (folder_ / key).string()}}};
    }
    static Error badKey(std::string_view key) {
        return {"store.bad_key", "", {{"name", std::string(key)}}};
    }

    fs::path folder_;
};

}  // namespace

std::unique_ptr<Store> fileStore(fs::path folder) {
    return std::make_unique<FileStore>(std::move(folder));
}

}  // namespace pt
