#include "sims/cardboard_house/model.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt {

CardboardHouse::CardboardHouse() : heats_{BoxHeat(BoxDesign{}), BoxHeat(BoxDesign{})} {}

void CardboardHouse::collect() {
    for (size_t i = 0; i < 2; ++i) {
        BoxDesign& design = designs_[i];
        design.insulation = static_cast<Insulation>(choices_[i].insulation);
        design.foil = static_cast<Foil>(choices_[i].foil);
        design.hole = static_cast<Hole>(choices_[i].hole);
        design.cardboard = cardboard_;
    }
}

Status CardboardHouse::build() {
    collect();
    ready_ = false;
    constexpr const char* places[] = {"box_a", "box_b"};
    for (size_t i = 0; i < 2; ++i) {
        if (Status good = checkBox(designs_[i]); !good.ok())
            return Error{good.error().key, places[i], {{"box", i == 0 ? "A" : "B"}}};
        heats_[i] = BoxHeat(designs_[i]);
    }
    ready_ = true;
    return Ok{};
}

Status CardboardHouse::reset(uint64_t) {
    time_ = 0;
    ++revision_;
    for (size_t i = 0; i < 2; ++i) {
        curves_[i].clear();
        probes_[i] = room_;
    }
    if (Status good = build(); !good.ok()) return good;
    for (size_t i = 0; i < 2; ++i) {
        heats_[i].start(room_);
        cells_[i] = heats_[i].cells();
    }
    sample();
    return Ok{};
}

Status CardboardHouse::step(double dt) {
    if (!ready_) return build();
    if (finished()) return Ok{};
    const double power = lampOn() ? lampPower_ : 0;
    for (size_t i = 0; i < 2; ++i) {
        heats_[i].step(dt, power, room());
        cells_[i] = heats_[i].cells();
        const double left = math::exp(-dt / thermometer().lag);
        probes_[i] = heats_[i].air() + (probes_[i] - heats_[i].air()) * left;
    }
    time_ += dt;
    if (time_ + dt / 2 >= sampleEvery * static_cast<double>(curves_[0].size())) sample();
    return Ok{};
}

void CardboardHouse::sample() {
    for (int box = 0; box < 2; ++box) curves_[static_cast<size_t>(box)].push_back(reading(box));
}

Status CardboardHouse::restored(uint64_t) {
    ++revision_;
    // A design that cannot be is drawn, not run.
    if (!build().ok()) return Ok{};
    for (size_t i = 0; i < 2; ++i)
        if (!heats_[i].restore(cells_[i]) || curves_[i].size() != curves_[0].size())
            return Error{"cardboard_house.bad_state", "", {}};
    return Ok{};
}

double CardboardHouse::reading(int box) const {
    constexpr double zero = 273.15;
    const double division = thermometer().division;
    const double celsius = probes_[static_cast<size_t>(box)] - zero;
    return zero + division * std::floor(celsius / division + 0.5);
}

std::vector<ReadPoint> CardboardHouse::modelCurve(int box) const {
    std::vector<ReadPoint> points;
    const std::vector<double>& curve = curves_[static_cast<size_t>(box)];
    for (size_t i = 0; i < curve.size(); ++i) {
        const double time = sampleEvery * static_cast<double>(i);
        points.push_back({time, curve[i], room_ + drift_ * time});
    }
    return points;
}

std::vector<ReadPoint> CardboardHouse::measuredCurve(int box) const {
    std::vector<ReadPoint> points;
    for (const Reading& reading : readings_) {
        const double kelvin = box == 0 ? reading.a : reading.b;
        if (!std::isfinite(kelvin)) continue;
        const double room =
            std::isfinite(reading.room) ? reading.room : room_ + drift_ * reading.time;
        points.push_back({reading.time, kelvin, room});
    }
    return points;
}

double CardboardHouse::expected(int box, double time) const {
    const std::vector<double>& curve = curves_[static_cast<size_t>(box)];
    const double place = time / sampleEvery;
    const auto before = static_cast<size_t>(place);
    if (before + 1 >= curve.size()) return unknown;
    const double share = place - static_cast<double>(before);
    return curve[before] + share * (curve[before + 1] - curve[before]);
}

namespace {

enum Verdict {
    noData,
    tooShort,
    noFit,
    agrees,
    losesMore,
    losesLess,
    heavier,
    lighter,
    onlyFast,
    onlySlow
};

// Farther apart than twice their spread and 5 %.
bool differ(const Fitted& a, const Fitted& b) {
    const double error = std::sqrt(a.error * a.error + b.error * b.error);
    const double gap = std::fabs(a.value - b.value);
    return gap > 2 * error && gap > 0.05 * std::fabs(b.value);
}

int verdictOf(const BoxFindings& found, size_t points) {
    if (points == 0) return noData;
    if (!found.measured.known()) return noFit;
    if (!found.model.known()) return tooShort;
    const BoxFit &real = found.measured, &model = found.model;
    if (!real.ua.known() || !model.ua.known()) {
        if (!differ(real.timeConstant, model.timeConstant)) return agrees;
        return real.timeConstant.value < model.timeConstant.value ? onlyFast : onlySlow;
    }
    if (differ(real.ua, model.ua)) return real.ua.value > model.ua.value ? losesMore : losesLess;
    if (differ(real.capacity, model.capacity))
        return real.capacity.value > model.capacity.value ? heavier : lighter;
    return agrees;
}

}  // namespace

void CardboardHouse::findAll() const {
    for (int box = 0; box < 2; ++box) {
        BoxFindings& found = findings_[static_cast<size_t>(box)];
        const std::vector<ReadPoint> measured = measuredCurve(box);
        found = {fitBox(modelCurve(box), lamp()), fitBox(measured, lamp()), unknown, 0};
        double sum = 0, count = 0;
        for (const ReadPoint& point : measured) {
            const double off = point.temperature - expected(box, point.time);
            if (!std::isfinite(off)) continue;
            sum += off * off;
            count += 1;
        }
        if (count > 0) found.apart = std::sqrt(sum / count);
        found.verdict = verdictOf(found, measured.size());
    }
}

// Anew with every few kept points, so that a run does not fit on each step.
const BoxFindings& CardboardHouse::findings(int box) const {
    const Cache now{revision_,  finished() ? curves_[0].size() : curves_[0].size() / 8 * 8,
                    lampPower_, lampTime_,
                    room_,      drift_};
    if (!(now == cache_)) {
        cache_ = now;
        findAll();
    }
    return findings_[static_cast<size_t>(box)];
}

const LabEntry cardboard_house_lab{
    "cardboard_house", houseStep,
    []() -> std::unique_ptr<Model> { return std::make_unique<CardboardHouse>(); }, 60};

}  // namespace pt
