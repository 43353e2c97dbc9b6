#include "engine/desktop/failure_moment.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace pt {
namespace {

// What the labs call something that breaks: a member, its glue, one that follows.
constexpr std::string_view failures[] = {"member_failed", "joint_failed", "cracked"};

}  // namespace

std::optional<double> failureTime(const Session& session) {
    for (const TimedEvent& event : session.recording().events()) {
        bool broke = std::find(std::begin(failures), std::end(failures), event.event.key) !=
                     std::end(failures);
        if (broke) return event.time;
    }
    return std::nullopt;
}

double FailureMoment::factor(const Session& session) {
    std::optional<double> failed = failureTime(session);
    if (!failed || session.time() < *failed) return 1;
    double back = std::clamp((session.time() - *failed - slowSpan) / recoverSpan, 0.0, 1.0);
    return slow + (1 - slow) * back * back;
}

double FailureMoment::wallFor(const Session& session, double wall) {
    double before = before_;
    before_ = session.time();
    if (!session.playing()) {
        stillLeft_ = 0;
        return wall;
    }
    // Also when a run that was played back passes the moment once more.
    std::optional<double> failed = failureTime(session);
    if (failed && before < *failed && session.time() >= *failed) stillLeft_ = stillness;
    if (stillLeft_ > 0) {
        stillLeft_ -= wall;
        return 0;
    }
    return wall * factor(session);
}

}  // namespace pt
