// Measurements as the checks see them: what was observed, and rows that the pupil typed. Internal
// to the lesson module.
#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "engine/lesson/checks.h"
#include "engine/lesson/cvs.h"
#include "engine/lesson/hypothesis.h"

namespace pt::checks {

class Measurements {
public:
    // Those in the rows of a table, or every one when `table` is "".
    Measurements(const CheckContext& context, std::string_view table);
    Measurements(const Measurements&) = delete;
    Measurements& operator=(const Measurements&) = delete;

    // In the order in which they were made; typed rows last.
    const std::vector<const Observation*>& all() const { return all_; }
    // What row 1, 2, … of the table shows; nullptr when there is no such row.
    const Observation* row(size_t number) const;

private:
    std::deque<Observation> typed_;  // keeps its places
    std::vector<const Observation*> all_, rows_;
};

std::vector<SettingScale> scalesOf(const Session& session);
// Has its value without a run that finished: a figure, or a measure of the script.
bool isFigure(const Session& session, std::string_view output);
// A setting against an output, in the units of the lab; measurements without either are left out.
std::vector<DataPoint> pointsOf(const Session& session, std::string_view x, std::string_view y,
                                const std::vector<const Observation*>& measurements);
// What the instrument of this output tells apart, in the unit of pointsOf(); 0: the lesson does not
// say.
double resolutionOf(const CheckContext& context, std::string_view output);

}  // namespace pt::checks
