// Material test: three stands that pull, bend and press strands until they fail, and the table of
// measurements that the material's stiffness, strength and spread are fitted from. What pupils get
// are readings of instruments; model.md gives equations, limits and sources.
#pragma once

#include <string>
#include <vector>

#include "engine/model/model.h"
#include "sims/material_test/fits.h"
#include "sims/material_test/instrument.h"

namespace pt {

inline constexpr double standStep = 1.0 / 60;  // s

// What the table says, for the material and the test that are chosen now.
struct Findings {
    Fits fits;
    WeibullEstimate weibull;  // of the breaks of this test
    Estimate strength;
    double deviation = noValue, needed = noValue;
};

// Values for a design with this material, SI; NaN where the table does not tell.
struct DesignValues {
    double E = noValue, density = noValue, diameter = noValue, strength = noValue,
           modulus = noValue;
};

class MaterialTest : public Model {
public:
    MaterialTest();

    void describe(Schema& schema) override;
    Status reset(uint64_t seed) override;
    Status step(double dt) override;
    Status restored(uint64_t seed) override;
    bool finished() const override;

    // -- the stand
    TestKind test() const { return static_cast<TestKind>(test_); }
    const Specimen& piece() const { return piece_; }
    int number() const { return static_cast<int>(mounted_); }
    double span() const { return span_; }    // m
    double drive() const { return drive_; }  // what is turned up: N in the bucket, m of pressing
    const StandPoint& point() const { return point_; }  // as it is, or was when it failed
    Outcome outcome() const { return static_cast<Outcome>(static_cast<int>(outcome_)); }
    int stepsSinceEnd() const { return static_cast<int>(after_); }
    bool ready() const { return ready_; }  // the specimen fits in the stand
    bool withCalliper() const { return gauge_ == 0; }

    // -- readings
    double readForce() const;       // N: the scale's kilograms times g
    double readDeflection() const;  // m
    double readBuckling() const;    // N, once the bow is a tenth of the length; else NaN
    double readWidth() const;       // m
    double readThickness() const;   // m; NaN for round strands
    double readLength() const;      // m, of the strand
    double readMass() const;        // kg, a twentieth of the box

    // -- the table
    const std::vector<Measurement>& rows() const { return rows_; }
    std::string material() const;  // key of the choice
    StrandShape shape() const { return box_.material.outline.shape; }
    const Findings& findings() const;
    DesignValues designValues() const;
    Measurement reading() const;   // what `record` would add, without its id
    Measurement emptyRow() const;  // of the material, test and bundle that are chosen
    bool canRecord() const;

private:
    void describeStand(Schema& schema);
    void describeBox(Schema& schema);
    void describeReadings(Schema& schema);
    void describeTable(Schema& schema);
    void describeFits(Schema& schema);
    void describeCharts(Schema& schema);

    void chooseMaterial();
    Status mount();
    StandPoint at(double drive) const;
    double rate() const;
    void finish();
    const Gauge& gauge() const { return withCalliper() ? calliper : ruler; }
    double read(const Gauge& instrument, const char* what, double truth) const;

    void skip();
    Status record();
    Status addRows(std::vector<Measurement> rows);
    Status editRow(const Json& args);
    Status removeRow(const Json& args);
    Status paste(const std::string& text);
    void changed() { ++revision_; }

    // -- params and choices
    int test_ = 0, material_ = 4, bond_ = 0, gauge_ = 0;
    double span_ = 0.2, strands_ = 1, moisture_ = 0.1, specimen_ = 1;
    double tensionRate_ = 5, bendingRate_ = 0.2, pressRate_ = 5e-3;
    StrandMaterial own_;
    std::vector<Measurement> rows_;

    // -- declared states
    double drive_ = 0;
    double mounted_ = 1;  // number of the specimen in the stand; specimen_ is the next one
    double outcome_ = 0;
    double after_ = 0;  // steps since the test ended

    // -- follows from the above and the seed
    uint64_t seed_ = 0;
    bool ready_ = false;
    Box box_;
    Specimen piece_;
    StandPoint point_;
    int revision_ = 0;  // of rows_
    struct Cache {
        int revision = -1, material = -1, test = -1;
        Findings findings;
    };
    mutable Cache cache_;
};

extern const LabEntry material_test_lab;

}  // namespace pt
