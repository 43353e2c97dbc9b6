// Autosave: keeps the newest state of the work in a Store, so that a crash loses seconds.
//
//     Autosave autosave(store, "werk");          // at the start of the program
//     if (auto bytes = autosave.recover()) ...   // the last program did not end well: offer it,
//         autosave.forget();                     //   and forget it once taken or declined
//     if (autosave.due(session.revision(), now)) autosave.write(SaveFile::write(session));
//     autosave.clean();                          // the work is saved elsewhere, or the program
//     ends
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/store/store.h"

namespace pt {

class Autosave {
public:
    // The store outlives this; one program at a time uses a name. Work that an earlier program
    // left behind is put aside, so that this one's own does not replace it.
    Autosave(Store& store, std::string name);

    // The work that was put aside, until forget().
    std::optional<std::string> recover() const;
    Status forget();

    // To be asked often, with a clock in seconds: true once the work has rested for 2 s after a
    // change, and at the latest 15 s after the first change that is not written.
    bool due(uint64_t revision, double now);
    // On an error due() asks again later.
    Status write(std::string_view bytes);
    // Nothing is left to recover of this program.
    Status clean();

    static constexpr double rest = 2;      // s
    static constexpr double longest = 15;  // s

private:
    Status removeIfThere(const std::string& key);

    Store& store_;
    std::string current_;
    std::string aside_;
    std::optional<uint64_t> seen_;
    bool dirty_ = false;
    double dirtySince_ = 0;
    double changedAt_ = 0;
    double now_ = 0;
};

}  // namespace pt
