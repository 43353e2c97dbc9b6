#include "sims/passive_house/detail_field.h"

#include <algorithm>
#include <array>
#include <vector>

namespace pt {
namespace {

constexpr std::array<double, 4> steps{86'400, 21'600, 3'600, 600};  // s
constexpr double remembered = 30 * 86'400;                          // s
constexpr int mostStepsALook = 4, patience = 12;

// The cells of `fine` take over what `coarse` has there.
std::vector<double> carriedOver(const Heat2d& coarse, const Heat2d& fine) {
    std::vector<double> cells(fine.temperatures().begin(), fine.temperatures().end());
    for (int row = 0; row < fine.rows(); ++row)
        for (int column = 0; column < fine.columns(); ++column) {
            double& cell = cells[row * fine.columns() + column];
            if (cell != cell) continue;  // empty
            const double value = coarse.at((fine.xs()[column] + fine.xs()[column + 1]) / 2,
                                           (fine.ys()[row] + fine.ys()[row + 1]) / 2);
            if (value == value) cell = value;
        }
    return cells;
}

}  // namespace

void DetailField::use(const Detail& detail, double inside, double outside) {
    detail_ = detail;
    inside_ = inside;
    outside_ = outside;
    pending_.clear();
    pendingSeconds_ = 0;
    fresh_ = true;
}

void DetailField::passed(double dt, double inside, double outside) {
    pending_.push_back({dt, inside, outside});
    pendingSeconds_ += dt;
    while (pendingSeconds_ - pending_.front().seconds >= remembered) {
        pendingSeconds_ -= pending_.front().seconds;
        pending_.pop_front();
    }
}

void DetailField::solveAtRest() {
    fresh_ = fine_ = false;
    field_.reset();
    Result<HeatSection> section = sectionOf(detail_, inside_, outside_);
    if (!section.ok()) return;
    Result<Heat2d> made = Heat2d::make(std::move(section.value()), quickDetailCells);
    if (made.ok() && made.value().solveSteady().ok()) field_.emplace(std::move(made.value()));
}

bool DetailField::refine() {
    Result<Heat2d> made = Heat2d::make(field_->section(), liveDetailCells);
    if (!made.ok()) return false;
    if (!made.value().restore(carriedOver(*field_, made.value())).ok()) return false;
    field_.emplace(std::move(made.value()));
    fine_ = true;
    return true;
}

// Another step costs a new factor: it is kept while it serves.
bool DetailField::chooseStep() {
    constexpr double crowded = 8;
    const bool serves = pendingSeconds_ >= step_ && pendingSeconds_ < crowded * step_;
    if (serves || (pendingSeconds_ >= step_ && step_ == steps.front())) {
        waited_ = 0;
        return true;
    }
    if (pendingSeconds_ < step_ && ++waited_ < patience) return false;
    for (const double step : steps) {
        if (step > pendingSeconds_) continue;
        step_ = step;
        waited_ = 0;
        return true;
    }
    return false;
}

// The mean air temperatures of the oldest so many seconds.
DetailField::Span DetailField::take(double seconds) {
    Span mean;
    for (double left = seconds; left > 0 && !pending_.empty();) {
        Span& oldest = pending_.front();
        const double part = std::min(left, oldest.seconds);
        mean.inside += oldest.inside * part / seconds;
        mean.outside += oldest.outside * part / seconds;
        mean.seconds += part;
        oldest.seconds -= part;
        left -= part;
        if (!(oldest.seconds > 0)) pending_.pop_front();
    }
    pendingSeconds_ = pending_.empty() ? 0 : pendingSeconds_ - mean.seconds;
    return mean;
}

const Heat2d* DetailField::shown() {
    if (fresh_) solveAtRest();
    if (!field_) return nullptr;
    if (pending_.empty() || !chooseStep()) return &*field_;
    if (!fine_ && !refine()) return &*field_;
    std::vector<double> airs(field_->section().boundaries.size());
    for (int i = 0; i < mostStepsALook && pendingSeconds_ >= step_; ++i) {
        const Span mean = take(step_);
        for (size_t k = 0; k < airs.size(); ++k)
            airs[k] = field_->section().boundaries[k].name == "inside" ? mean.inside : mean.outside;
        field_->airTemperatures(airs);
        if (!field_->step(step_).ok()) {
            field_.reset();
            return nullptr;
        }
    }
    return &*field_;
}

}  // namespace pt
