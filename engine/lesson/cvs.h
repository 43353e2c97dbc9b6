// Control of variables: whether a series of measurements compares fairly, found by rules that can
// be explained to a pupil. docs/checks.md gives the rules in words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/lesson/observation.h"

namespace pt {

// How far apart two values of a setting must be to differ, and how far apart they can be; SI, or
// places in the list of a choice.
struct SettingScale {
    std::string key;
    double step = 0;  // 0: any difference counts
    double range = 0;
    bool choice = false;
};

struct CvsQuestion {
    std::string vary, measure;
    bool figure = false;  // what is measured has its value without a run that finished
    int pairs = 1;        // independent comparisons that are asked
    int minValues = 0;    // different values of `vary`
    double spread = 0;    // share of its range, 0 .. 1
    int repeats = 0;      // measurements at each of those values
};

struct CvsReport {
    // In the order in which they are said: the first that applies.
    enum class Finding : uint8_t {
        tooFewRuns,
        notRecorded,
        notVaried,
        confounded,
        tooFewValues,
        tooNarrow,
        tooFewRepeats,
        fair
    };
    Finding finding = Finding::tooFewRuns;
    int runs = 0;      // measurements that count
    int valid = 0;     // of those, with what is measured written down
    int pairs = 0;     // comparisons in which nothing else differs
    int adjacent = 0;  // of two measurements in a row: a sign of intent
    int values = 0;    // different values in the best group
    int repeats = 0;   // measurements at each of as many values as are asked
    double spread = 0;
    std::vector<std::string> confounds;     // moved together with `vary`, most frequent first
    std::string fairFor;                    // notVaried: the setting that was varied fairly, or ""
    std::vector<const Observation*> group;  // the best one: only `vary` differs, from low to high
    // Measurements in less than two seconds after the previous without reading anything.
    int hasty = 0;
};

// Stands among the confounds for what was edited by hand (Observation::design).
inline constexpr const char* designKey = "@design";

// The observations, in the order in which they were made, must outlive the report. Of one run with
// several observations the first counts, and of one moment that is noted twice in a row.
CvsReport controlOfVariables(std::span<const Observation* const> observations,
                             std::span<const SettingScale> scales, const CvsQuestion& question);

}  // namespace pt
