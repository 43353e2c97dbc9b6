#include "sims/passive_house/model.h"

#include <cmath>

#include "engine/core/hash.h"
#include "engine/core/math.h"
#include "sims/passive_house/use_fields.h"

namespace pt {
namespace {

constexpr int warmUpDays = 20;
constexpr double day = 86400, yearLength = 365 * day;

}  // namespace

PassiveHouse::PassiveHouse() {
    detail_ = detailFor(Junction::wall_floor, detailVariants(Junction::wall_floor).front(), house_);
}
PassiveHouse::~PassiveHouse() = default;

double PassiveHouse::start() const { return (startDay_ - 1) * day + startHour_ * 3600; }

Result<std::shared_ptr<const Weather>> PassiveHouse::weatherFor(uint64_t seed) const {
    const std::string_view name = weatherKeys[weatherChoice_];
    if (name == "file") {
        if (imported_) return imported_;
        return Error{"house.no_weather_file", "weather", {}};
    }
    std::shared_ptr<const Weather>& made = made_[{weatherChoice_, seed}];
    if (made) return made;
    Result<Weather> weather = builtInWeather(name, seed);
    if (!weather.ok()) return weather.error();
    made = std::make_shared<const Weather>(std::move(weather.value()));
    return made;
}

// All that a year follows from: prices, the start and the details beside ψ do not count.
uint64_t PassiveHouse::designHash() const {
    Hash hash;
    hash.add(saveHouse(house_).write());
    for (const UseChoice& choice : useChoices())
        hash.add(static_cast<uint64_t>(use_.*choice.value));
    for (const UseNumber& number : useNumbers())
        if (!number.price) hash.add(use_.*number.value);
    hash.add(static_cast<uint64_t>(weatherChoice_));
    hash.add(seed_);
    if (weatherKeys[weatherChoice_] == std::string_view("file")) hash.add(importedText_.write());
    return hash.value();
}

// The plan of the house, at rest at the start; no sim when it cannot be computed.
Status PassiveHouse::build(uint64_t seed) {
    seed_ = seed;
    sim_.reset();
    const std::shared_ptr<const YearResult> last = knownYear();
    design_ = designHash();
    if (last && last != knownYear()) yearBefore_ = last;
    detailSolved_.reset();
    Result<std::shared_ptr<const Weather>> weather = weatherFor(seed);
    if (!weather.ok()) return weather.error();
    weather_ = weather.value();
    if (!sun_ || sun_->weather() != weather_) sun_ = std::make_shared<WeatherCache>(weather_);
    plan_ = makeBuilding(house_, use_, *weather_);
    Result<BuildingSim> made = BuildingSim::make(plan_.building, sun_, houseStep);
    if (!made.ok()) return made.error();
    sim_ = std::move(made.value());
    return Ok{};
}

Status PassiveHouse::reset(uint64_t seed) {
    climate_.clear();
    if (Status built = build(seed); !built.ok()) return built;
    sim_->warmUp(start(), warmUpDays);
    climate_ = sim_->state();
    field_.use(detail_, sim_->airTemperature(0), sim_->outdoors().temperature);
    return Ok{};
}

Status PassiveHouse::step(double dt) {
    if (!sim_) return Error{"house.not_computed", "", {}};
    if (finished()) return Ok{};
    if (Status stepped = sim_->step(outdoorShift_); !stepped.ok()) return stepped;
    climate_ = sim_->state();
    field_.passed(dt, sim_->airTemperature(0), sim_->outdoors().temperature);
    return Ok{};
}

Status PassiveHouse::restored(uint64_t seed) {
    if (Status built = build(seed); !built.ok()) return built;
    if (Status restored = sim_->restore(climate_); !restored.ok()) return restored;
    const double passed = sim_->time() - start();
    if (!(passed >= -1) || !(passed <= yearLength + day)) return Error{"building.state", "", {}};
    field_.use(detail_, sim_->airTemperature(0), sim_->outdoors().temperature);
    return Ok{};
}

bool PassiveHouse::finished() const { return sim_ && sim_->time() >= start() + yearLength; }

double PassiveHouse::moment() const { return sim_ ? std::fmod(sim_->time(), yearLength) : start(); }

const BuildingSim* PassiveHouse::sim() const { return sim_ ? &*sim_ : nullptr; }

std::vector<int> PassiveHouse::surfacesOf(Part part) const {
    switch (part) {
    case Part::wall: return {plan_.walls.begin(), plan_.walls.end()};
    case Part::roof: return plan_.roofs;
    case Part::floor: return {plan_.floor};
    case Part::common: break;
    }
    if (!house_.hasSunspace()) return {};
    return {plan_.walls[static_cast<size_t>(Facade::south)]};
}

PassiveHouse::WindowPlace PassiveHouse::placeOf(std::string_view windowId) const {
    const int index = house_.findWindow(windowId);
    if (index < 0 || static_cast<size_t>(index) >= plan_.windows.size()) return {};
    return plan_.windows[static_cast<size_t>(index)];
}

const std::optional<DetailResult>& PassiveHouse::detailResult() const {
    const std::array<double, 3> climate{use_.setpoint, detailOutdoors_, use_.humidity};
    if (detailSolved_ && detailSolved_->first == detail_ && detailClimate_ == climate)
        return detailSolved_->second;
    const Result<DetailResult> solved =
        solveDetail(detail_, use_.setpoint, detailOutdoors_, use_.humidity);
    detailClimate_ = climate;
    detailSolved_.emplace(detail_, std::nullopt);
    if (solved.ok()) detailSolved_->second = solved.value();
    return detailSolved_->second;
}

const Heat2d* PassiveHouse::detailField() const { return field_.shown(); }

std::vector<Criterion> PassiveHouse::criteria() const { return criteriaOf(use_, year()); }

extern const LabEntry passive_house_lab;
const LabEntry passive_house_lab{"passive_house", houseStep, []() -> std::unique_ptr<Model> {
                                     return std::make_unique<PassiveHouse>();
                                 }};

}  // namespace pt
