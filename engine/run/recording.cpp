#include "engine/run/recording.h"

#include <algorithm>

#include "engine/core/assert.h"

namespace pt {

Recording::Recording(size_t columns, size_t capacity, int64_t stride)
    : capacity_(capacity), stride_(stride), columns_(columns) {
    PT_ASSERT(capacity >= 4 && stride >= 1);
}

void Recording::add(int64_t step, double time, const std::vector<double>& row) {
    PT_ASSERT(row.size() == columns_.size());
    PT_ASSERT(steps_.empty() || step >= steps_.back());
    if (!steps_.empty() && (steps_.back() == step || steps_.back() % stride_ != 0)) dropLast();
    if (steps_.size() == capacity_) thin();
    steps_.push_back(step);
    times_.push_back(time);
    for (size_t c = 0; c < columns_.size(); ++c) columns_[c].push_back(row[c]);
}

void Recording::add(TimedEvent event) { events_.push_back(std::move(event)); }

void Recording::truncate(int64_t step) {
    while (!steps_.empty() && steps_.back() > step) dropLast();
    while (!events_.empty() && events_.back().step > step) events_.pop_back();
}

void Recording::clear() { *this = Recording(columns_.size(), capacity_); }

void Recording::dropLast() {
    steps_.pop_back();
    times_.pop_back();
    for (std::vector<double>& column : columns_) column.pop_back();
}

// The first row is step 0 and the rows are evenly spaced, so the even rows are the multiples of
// the doubled stride.
void Recording::thin() {
    stride_ *= 2;
    const auto halve = [](auto& values) {
        for (size_t i = 0; 2 * i < values.size(); ++i) values[i] = values[2 * i];
        values.resize((values.size() + 1) / 2);
    };
    halve(steps_);
    halve(times_);
    for (std::vector<double>& column : columns_) halve(column);
}

}  // namespace pt
