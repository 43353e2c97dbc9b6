#include "sims/material_test/model.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/core/math.h"
#include "engine/numerics/weibull.h"
#include "sims/material_test/options.h"
#include "sims/material_test/paste.h"

namespace pt {
namespace {

constexpr int restSteps = 60;        // after the end, for the pieces to come to rest
constexpr int lastSpecimen = 100;    // then the first again
constexpr double grip = 0.01;        // m of the strand that the stand holds
constexpr double designSpan = 0.25;  // m: what a design's tensile strength is of
constexpr double usualModulus = 9;

bool alike(const Measurement& a, const Measurement& b) {
    const auto same = [](double x, double y) { return x == y || (x != x && y != y); };
    return a.material == b.material && a.test == b.test && a.broke == b.broke &&
           a.strands == b.strands && a.bonded == b.bonded &&
           std::all_of(std::begin(measuredNumbers), std::end(measuredNumbers),
                       [&](const MeasuredNumber& n) { return same(a.*n.value, b.*n.value); });
}

}  // namespace

MaterialTest::MaterialTest() {
    own_ = *findStrandMaterial("spaghetti_180");
    own_.key = "own";
    chooseMaterial();
}

std::string MaterialTest::material() const { return materialKeys[static_cast<size_t>(material_)]; }

void MaterialTest::chooseMaterial() {
    const StrandMaterial* known = findStrandMaterial(material());
    box_ = {known ? *known : own_, moisture_, static_cast<int>(strands_), bond_ == 0};
}

Status MaterialTest::mount() {
    chooseMaterial();
    piece_ = drawSpecimen(box_, seed_, number(), span_);
    ready_ = span_ + grip <= piece_.length;
    point_ = ready_ ? at(drive_) : StandPoint{};
    if (ready_) return Ok{};
    return Error{"material_test.too_long",
                 "length",
                 {{"length", fmt::format("#{:.4g} cm", span_ * 100)},
                  {"strand", fmt::format("#{:.4g} cm", piece_.length * 100)}}};
}

StandPoint MaterialTest::at(double drive) const {
    if (test() == TestKind::tension) return pull(piece_, span_, drive);
    if (test() == TestKind::bending) return bend(piece_, span_, drive);
    return press(piece_, span_, drive);
}

double MaterialTest::rate() const {
    if (test() == TestKind::tension) return tensionRate_;
    return test() == TestKind::bending ? bendingRate_ : pressRate_;
}

Status MaterialTest::reset(uint64_t seed) {
    seed_ = seed;
    mounted_ = specimen_;
    drive_ = outcome_ = after_ = 0;
    return mount();
}

// The end is found to the last bit, so that the breaking force does not depend on the time step.
Status MaterialTest::step(double dt) {
    if (!ready_) return Error{"material_test.not_ready", "", {}};
    if (finished()) return Ok{};
    if (outcome() != Outcome::none) {
        after_ += 1;
        return Ok{};
    }
    double next = drive_ + rate() * dt;
    const bool ends = at(next).outcome != Outcome::none;
    for (double low = drive_; ends;) {
        const double middle = (low + next) / 2;
        if (!(middle > low && middle < next)) break;
        (at(middle).outcome == Outcome::none ? low : next) = middle;
    }
    drive_ = next;
    point_ = at(drive_);
    if (ends) finish();
    return Ok{};
}

// The next test takes another specimen, also when this one was left whole.
void MaterialTest::skip() { specimen_ = number() % lastSpecimen + 1; }

void MaterialTest::finish() {
    outcome_ = static_cast<double>(point_.outcome);
    skip();
    emit({outcomes[static_cast<size_t>(point_.outcome)],
          Json::object().set("reading_force", readForce())});
}

Status MaterialTest::restored(uint64_t seed) {
    seed_ = seed;
    const bool whole = mounted_ == std::floor(mounted_) && after_ == std::floor(after_) &&
                       outcome_ == std::floor(outcome_);
    const bool fits = mounted_ >= 1 && mounted_ <= lastSpecimen && outcome_ >= 0 &&
                      outcome_ < static_cast<double>(std::size(outcomes)) && after_ >= 0 &&
                      after_ <= restSteps && drive_ >= 0 && std::isfinite(drive_);
    if (!whole || !fits) return Error{"material_test.bad_state", "", {}};
    return mount();
}

bool MaterialTest::finished() const { return after_ >= restSteps; }

// -- readings

double MaterialTest::read(const Gauge& instrument, const char* what, double truth) const {
    return readOff(instrument, truth, seed_, what + std::to_string(number()));
}

double MaterialTest::readForce() const {
    const Gauge& scale = test() == TestKind::tension ? hangingScale : kitchenScale;
    return bucketGravity * read(scale, "load.", point_.force / bucketGravity);
}

double MaterialTest::readBuckling() const {
    const double bow = buckledBow * span_;
    if (test() != TestKind::buckling || point_.deflection < bow) return noValue;
    const double force = forceAtBow(piece_, span_, bow);
    return bucketGravity * read(kitchenScale, "buckling.", force / bucketGravity);
}

double MaterialTest::readDeflection() const {
    return read(gauge(), "deflection.", point_.deflection);
}

double MaterialTest::readWidth() const { return read(gauge(), "width.", piece_.outline.width); }

double MaterialTest::readThickness() const {
    if (shape() == StrandShape::round) return noValue;
    return read(gauge(), "thickness.", piece_.outline.thickness);
}

double MaterialTest::readLength() const { return read(ruler, "length.", piece_.length); }

double MaterialTest::readMass() const {
    return read(kitchenScale, "mass.", piece_.boxMass) / strandsInBox;
}

// -- the table

Measurement MaterialTest::emptyRow() const {
    Measurement row;
    row.material = material();
    row.test = test();
    row.strands = static_cast<int>(strands_);
    row.bonded = bond_ == 0;
    return row;
}

Measurement MaterialTest::reading() const {
    Measurement row = emptyRow();
    row.broke = outcome() == Outcome::broken || outcome() == Outcome::crushed;
    row.width = readWidth();
    row.thickness = readThickness();
    row.span = span_;
    row.force = readForce();
    row.deflection = readDeflection();
    row.strandLength = readLength();
    row.mass = readMass();
    return row;
}

bool MaterialTest::canRecord() const { return ready_ && readForce() > 0; }

Status MaterialTest::record() {
    if (!canRecord()) return Error{"material_test.nothing_to_read", "", {}};
    const Measurement row = reading();
    const bool there = std::any_of(rows_.begin(), rows_.end(), [&row](const Measurement& other) {
        return !other.real && alike(row, other);
    });
    if (there) return Error{"material_test.recorded", "", {}};
    return addRows({row});
}

Status MaterialTest::addRows(std::vector<Measurement> rows) {
    if (rows_.size() + rows.size() > static_cast<size_t>(maxMeasurements))
        return Error{"measurement.too_many", "", {{"max", std::to_string(maxMeasurements)}}};
    for (Measurement& row : rows) {
        row.id = nextId(rows_);
        rows_.push_back(std::move(row));
    }
    changed();
    return Ok{};
}

Status MaterialTest::editRow(const Json& args) {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Measurement& row) {
        return std::to_string(row.id) == args["row"].text();
    });
    if (found == rows_.end()) return Error{"measurement.unknown_row", "row", {}};
    Measurement row = *found;
    for (const auto& [key, value] : args.entries()) {
        if (value.isText() && key != "row" && !setWord(row, key, value.text()))
            return Error{"measurement.bad_option", key, {{"key", key}, {"value", value.text()}}};
        if (key == "strands") row.strands = static_cast<int>(value.number());
        for (const MeasuredNumber& number : measuredNumbers) {
            if (key != number.key) continue;
            const Unit shown = unit(number.unit);
            const double typed = shown.fromSi(value.number());
            if (Status checked = checkMeasured(number, typed, shown); !checked.ok()) return checked;
            row.*number.value = value.number();
        }
    }
    *found = row;
    changed();
    return Ok{};
}

Status MaterialTest::removeRow(const Json& args) {
    const auto gone = std::remove_if(rows_.begin(), rows_.end(), [&](const Measurement& row) {
        return std::to_string(row.id) == args["row"].text();
    });
    if (gone == rows_.end()) return Error{"measurement.unknown_row", "row", {}};
    rows_.erase(gone, rows_.end());
    changed();
    return Ok{};
}

Status MaterialTest::paste(const std::string& text) {
    Result<std::vector<Measurement>> rows = readPasted(text, emptyRow(), shape());
    if (!rows.ok()) return rows.error();
    return addRows(std::move(rows.value()));
}

const Findings& MaterialTest::findings() const {
    if (cache_.revision == revision_ && cache_.material == material_ && cache_.test == test_)
        return cache_.findings;
    cache_ = {revision_, material_, test_, {}};
    Findings& found = cache_.findings;
    found.fits = fitRows(rows_, material(), shape());
    const std::vector<double>& stresses = breaks(found.fits, test());
    found.strength = meanOf(stresses);
    found.deviation = deviationOf(stresses);
    found.weibull = fitWeibull(stresses);
    found.needed = countFor(stresses, 0.05);
    return found;
}

// Stiffness from the test that shows it best, bending; strength from tension, or else from bending
// by what Weibull's theory gives between the two, for a strand of 25 cm.
DesignValues MaterialTest::designValues() const {
    const Fits& fits = findings().fits;
    DesignValues values;
    for (const Estimate* E : {&fits.tensionE, &fits.columnE, &fits.bendingE})
        if (E->known()) values.E = E->value;
    values.density = fits.density.value;
    values.diameter = fits.width.value;
    const bool pulled = fits.tensionBreaks.size() >= fits.bendBreaks.size();
    values.modulus = fitWeibull(pulled ? fits.tensionBreaks : fits.bendBreaks).modulus;
    const double m = usualModulus;  // a dozen tests tell m too poorly to convert with
    std::vector<double> strengths;
    for (const Measurement& row : rows_) {
        const bool counts = row.material == material() && row.broke && row.force > 0 &&
                            row.span > 0 && hasSection(row, shape()) &&
                            row.test == (pulled ? TestKind::tension : TestKind::bending);
        if (!counts) continue;
        const Section section = sectionOf(row, shape());
        const double length = sizeEffect(m, designSpan / row.span);
        strengths.push_back(pulled ? row.force / section.area * length
                                   : row.force * row.span / (4 * section.modulus) * length /
                                         sizeEffect(m, bendingVolumeOf(shape(), m)));
    }
    values.strength = meanOf(strengths).value;
    return values;
}

const LabEntry material_test_lab{"material_test", standStep, []() -> std::unique_ptr<Model> {
                                     return std::make_unique<MaterialTest>();
                                 }};

}  // namespace pt
