// Model house: two cardboard boxes with a lamp in each, side by side, so that one thing can differ;
// and what the class's own thermometers wrote down, laid over it. model.md explains the physics and
// the fit.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/model/model.h"
#include "sims/cardboard_house/box.h"
#include "sims/cardboard_house/fit.h"
#include "sims/cardboard_house/logger.h"

namespace pt {

inline constexpr double houseStep = 2;     // s
inline constexpr double sampleEvery = 30;  // s, of the curves that are kept

struct Thermometer {
    double division;  // K, the smallest step it shows
    double lag;       // s
};
inline constexpr const char* thermometerKeys[] = {"logger", "digital", "glass"};
inline constexpr Thermometer thermometers[] = {{0.0625, 15}, {0.1, 20}, {0.5, 60}};

// What the measurement says beside the model; options of the text output "verdict_a".
inline constexpr const char* verdicts[] = {"no_data",          "too_short",  "no_fit",
                                           "agrees",           "loses_more", "loses_less",
                                           "heavier",          "lighter",    "only_cooling_fast",
                                           "only_cooling_slow"};

struct BoxFindings {
    BoxFit model, measured;
    double apart = unknown;  // K, root mean square of measurement against model
    int verdict = 0;
};

class CardboardHouse : public Model {
public:
    CardboardHouse();

    void describe(Schema& schema) override;
    Status reset(uint64_t seed) override;
    Status step(double dt) override;
    Status restored(uint64_t seed) override;
    bool finished() const override { return time_ >= duration_ - houseStep / 2; }

    // box: 0 or 1, A or B.
    const BoxDesign& design(int box) const { return designs_[static_cast<size_t>(box)]; }
    const BoxHeat& heat(int box) const { return heats_[static_cast<size_t>(box)]; }
    bool ready() const { return ready_; }
    double time() const { return time_; }  // s
    double duration() const { return duration_; }
    bool lampOn() const { return time_ < lampTime_; }
    double lampPower() const { return lampPower_; }
    LampTime lamp() const { return {lampPower_, lampTime_}; }
    double room() const { return room_ + drift_ * time_; }  // K
    double reading(int box) const;                          // K, as the thermometer shows it
    const Thermometer& thermometer() const { return thermometers[thermometer_]; }

    // The curves so far, a point each sampleEvery.
    std::vector<ReadPoint> modelCurve(int box) const;
    // Of the logger; gaps left out, and where the room was not logged it is the model's.
    std::vector<ReadPoint> measuredCurve(int box) const;
    const std::vector<Reading>& readings() const { return readings_; }
    const BoxFindings& findings(int box) const;

private:
    void describeBox(Schema& schema, int box);
    void describeExperiment(Schema& schema);
    void describeOutputs(Schema& schema);
    void describeFits(Schema& schema);
    void describeLogger(Schema& schema);
    void describeCharts(Schema& schema);
    void collect();
    Status build();
    void sample();
    double expected(int box, double time) const;  // K of the model's curve; NaN beyond it
    void findAll() const;

    // -- settings
    std::array<BoxDesign, 2> designs_;
    // Of the choices, as the Schema holds them.
    struct Choices {
        int insulation = 0, foil = 0, hole = 0;
    };
    std::array<Choices, 2> choices_;
    double cardboard_ = 0.004;
    double lampPower_ = 25, lampTime_ = 3600, duration_ = 7200;
    double room_ = 293.15, drift_ = 0;
    int thermometer_ = 0;
    std::vector<Reading> readings_;

    // -- declared states
    double time_ = 0;
    std::array<std::vector<double>, 2> cells_;   // K, of heats_
    std::array<double, 2> probes_{};             // K, the thermometers with their lag
    std::array<std::vector<double>, 2> curves_;  // K, as read

    // -- follows from the above
    bool ready_ = false;
    std::array<BoxHeat, 2> heats_;
    int revision_ = 0;  // of readings_ and of the run
    struct Cache {
        int revision = -1;
        size_t points = 0;
        double power = 0, until = 0, room = 0, drift = 0;
        bool operator==(const Cache&) const = default;
    };
    mutable Cache cache_;
    mutable std::array<BoxFindings, 2> findings_;
};

extern const LabEntry cardboard_house_lab;

}  // namespace pt
