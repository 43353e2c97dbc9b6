// Voice: reads a text aloud with the system's speech dispatcher, where there is one.
#pragma once

#include <string>

#include "engine/i18n/words.h"

namespace pt {

class Voice {
public:
    Voice();  // looks for spd-say on the PATH

    bool speaks() const { return !program_.empty(); }
    // Stops what is being read and reads this.
    void say(const std::string& text, Language language) const;

private:
    std::string program_;  // path; "" without one
};

}  // namespace pt
