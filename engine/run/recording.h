// Recording: the outputs of a run, sampled; RunRecord: one row of the runs table.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/json.h"
#include "engine/model/model.h"

namespace pt {

struct TimedEvent {
    int64_t step;
    double time;  // s
    Event event;
    bool operator==(const TimedEvent&) const = default;
};

// Column-wise samples of every recorded output at the steps that are whole multiples of the stride,
// and at the newest step whatever it is. At most `capacity` rows: when full, every second row goes
// and the stride doubles, so that a long run keeps its whole shape.
class Recording {
public:
    Recording() : Recording(0) {}
    explicit Recording(size_t columns, size_t capacity = defaultCapacity, int64_t stride = 1);

    // Steps never decrease; a second row of the newest step replaces the first.
    void add(int64_t step, double time, const std::vector<double>& row);
    void add(TimedEvent event);
    void truncate(int64_t step);  // drops everything after this step
    void clear();

    size_t rows() const { return steps_.size(); }
    size_t columns() const { return columns_.size(); }
    size_t capacity() const { return capacity_; }
    int64_t stride() const { return stride_; }
    const std::vector<int64_t>& steps() const { return steps_; }
    const std::vector<double>& times() const { return times_; }                // s
    const std::vector<double>& column(size_t c) const { return columns_[c]; }  // SI
    const std::vector<TimedEvent>& events() const { return events_; }

    static constexpr size_t defaultCapacity = 16384;

private:
    void dropLast();
    void thin();

    size_t capacity_;
    int64_t stride_;
    std::vector<int64_t> steps_;
    std::vector<double> times_;
    std::vector<std::vector<double>> columns_;
    std::vector<TimedEvent> events_;
};

// What was set and what came out, kept when a run finishes. SI numbers; text as is.
struct RunRecord {
    int number = 0;  // 1, 2, 3 … within the session
    uint64_t seed = 0;
    Json settings;   // {key: number or option}
    Json outputs;    // {key: number, text, or null for none}
    Json design;     // {document key: value}
    int parent = 0;  // the run whose design this one was made from; 0: none
    Json real = {};  // what the real thing did: {output key: number or text}; null: not entered
    std::string note = {};  // the pupil's own words; may be empty
    bool operator==(const RunRecord&) const = default;
};

}  // namespace pt
