// key -> bytes: where saved work lives.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace pt {

// Keys are file names: letters, digits, '-', '_' and '.', not first a dot, at most 100 characters;
// never a path. Errors: store.bad_key, store.missing, store.read, store.too_big {limit},
// store.write, store.full, store.read_only, store.no_folder; all with {name}.
struct Store {
    virtual ~Store() = default;
    virtual Result<std::string> get(std::string_view key) const = 0;
    // All or nothing: after a failure or a power cut the old bytes are still there.
    virtual Status put(std::string_view key, std::string_view bytes) = 0;
    virtual Status remove(std::string_view key) = 0;
    virtual std::vector<std::string> keys() const = 0;  // sorted
};

bool isStoreKey(std::string_view key);

std::unique_ptr<Store> memoryStore();
// Files in one folder, made when the first thing is written.
std::unique_ptr<Store> fileStore(std::filesystem::path folder);

// One file by path, read and written with the same guarantees and errors. `maxBytes` caps the
// read. A link is followed and stays a link; the file keeps its permissions. What is no ordinary
// file (/dev/stdout, a pipe) is written in place.
Result<std::string> readFile(const std::filesystem::path& path, size_t maxBytes);
Status writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace pt
