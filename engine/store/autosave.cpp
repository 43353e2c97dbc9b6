#include "engine/store/autosave.h"

namespace pt {

Autosave::Autosave(Store& store, std::string name)
    : store_(store), current_(name + ".current"), aside_(name + ".crashed") {
    const Result<std::string> left = store_.get(current_);
    // What cannot be put aside stays where it is until it is overwritten; there is no better place.
    if (left.ok() && store_.put(aside_, left.value()).ok()) (void)store_.remove(current_);
}

std::optional<std::string> Autosave::recover() const {
    Result<std::string> left = store_.get(aside_);
    if (!left.ok()) return std::nullopt;
    return std::move(left.value());
}

Status Autosave::forget() { return removeIfThere(aside_); }

bool Autosave::due(uint64_t revision, double now) {
    now_ = now;
    if (!seen_) seen_ = revision;  // work as it was opened needs no copy
    if (revision != *seen_) {
        seen_ = revision;
        changedAt_ = now;
        if (!dirty_) dirtySince_ = now;
        dirty_ = true;
    }
    return dirty_ && (now - changedAt_ >= rest || now - dirtySince_ >= longest);
}

Status Autosave::write(std::string_view bytes) {
    Status written = store_.put(current_, bytes);
    dirty_ = !written.ok();
    dirtySince_ = changedAt_ = now_;
    return written;
}

Status Autosave::clean() {
    dirty_ = false;
    return removeIfThere(current_);
}

Status Autosave::removeIfThere(const std::string& key) {
    Status removed = store_.remove(key);
    if (!removed.ok() && removed.error().key == "store.missing") return Ok{};
    return removed;
}

}  // namespace pt
