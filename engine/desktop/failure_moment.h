// FailureMoment: how time passes around the moment that something breaks: a breath of stillness,
// slow motion while it falls, then back to the speed that was chosen.
#pragma once

#include <optional>

#include "engine/run/session.h"

namespace pt {

// When the first thing broke in this run, as far as it was recorded; model seconds.
std::optional<double> failureTime(const Session& session);

class FailureMoment {
public:
    static constexpr double stillness = 0.2;    // wall seconds
    static constexpr double slow = 1.0 / 8;     // of the chosen speed
    static constexpr double slowSpan = 0.35;    // model seconds at that speed
    static constexpr double recoverSpan = 0.5;  // model seconds back to full speed

    // The wall seconds that the session may advance by when `wall` passed since the last call.
    double wallFor(const Session& session, double wall);
    bool still() const { return stillLeft_ > 0; }
    // What slow motion does to the chosen rate at this moment of the run, slow .. 1.
    static double factor(const Session& session);

private:
    double before_ = 0;     // model seconds at the last call
    double stillLeft_ = 0;  // wall seconds
};

}  // namespace pt
