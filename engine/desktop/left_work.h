// LeftWork: work that was not saved when another lab or scenario was opened. It waits in the
// store, a few pieces for each lab, and is offered again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/run/session.h"
#include "engine/store/store.h"

namespace pt {

class LeftWork {
public:
    static constexpr size_t most = 8;  // pieces of one lab; the oldest makes room

    // The store outlives this.
    explicit LeftWork(Store& store) : store_(store) {}

    // The same work is kept once.
    Status keep(const Session& session);
    // The store's keys of what waits, the newest first; of one lab, or of all.
    std::vector<std::string> of(std::string_view lab = {}) const;
    static std::string labOf(std::string_view key);
    Result<std::string> read(const std::string& key) const { return store_.get(key); }
    Status forget(const std::string& key) { return store_.remove(key); }

private:
    Store& store_;
};

}  // namespace pt
