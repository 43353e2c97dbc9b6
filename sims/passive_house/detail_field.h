// DetailField: the temperatures of a junction as the time of the house runs. It is for looking
// at: nothing that is recorded depends on it, so it is computed when somebody looks. SI units.
#pragma once

#include <deque>
#include <optional>

#include "sims/passive_house/detail.h"

namespace pt {

inline constexpr int liveDetailCells = 30'000;

class DetailField {
public:
    // A new drawing, or another moment: steady at these air temperatures, on a quick grid.
    void use(const Detail& detail, double inside, double outside);
    // The house went on for dt seconds. Only noted; what lies further back than a month is let go.
    void passed(double dt, double inside, double outside);
    // Goes on towards the present by a few implicit steps: in time with the house while that is
    // slow, in steps of up to a day while it hurries. nullptr: it cannot be solved.
    const Heat2d* shown();

private:
    struct Span {
        double seconds = 0, inside = 0, outside = 0;
    };
    void solveAtRest();
    bool refine();
    bool chooseStep();
    Span take(double seconds);

    Detail detail_;
    double inside_ = 293.15, outside_ = 273.15;  // K at rest
    std::deque<Span> pending_;
    double pendingSeconds_ = 0;
    double step_ = 600;  // s
    int waited_ = 0;     // looks without enough time for a step
    bool fresh_ = true;  // not solved since use()
    bool fine_ = false;
    std::optional<Heat2d> field_;
};

}  // namespace pt
