// Observation: the settings and outputs of one moment that counts: a run that is over, or a
// measurement that the pupil noted.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/core/json.h"

namespace pt {

struct Observation {
    int number = 0;  // 1, 2, 3 … within the lesson
    int run = 0;     // RunRecord::number; 0: noted without a finished run
    int64_t step = 0;
    std::map<std::string, double> settings;    // params in SI, choices as their index
    std::map<std::string, double> outputs;     // SI; those that had a value
    std::map<std::string, std::string> texts;  // choices and text outputs
    std::vector<std::string> changeable;       // the settings that the pupil may change
    std::vector<std::string> recorded;         // outputs that were read or put in a table
    std::string hypothesis;                    // the hypothesis that was current, or ""
    // Tells designs that a hand edited apart (design_history.h); "" when only settings changed.
    std::string design;
    bool finished = false;   // of a run that reached its end
    bool automatic = false;  // made by the lesson, not by the pupil
    double gap = 0;          // wall s since the previous one; NaN when no clock is known
};

// A row of a table item.
struct LessonRow {
    int observation = 0;                       // its number; 0: typed wholly by hand
    std::map<std::string, double> cells;       // SI, by column
    std::map<std::string, std::string> texts;  // by column
    bool typed = false;                        // at least one cell was typed
    bool operator==(const LessonRow&) const = default;
};

Json toJson(const Observation& observation);
Json toJson(const LessonRow& row);
// Nothing but what fits: a save file may be damaged.
Observation observationFrom(const Json& json);
LessonRow rowFrom(const Json& json);

}  // namespace pt
