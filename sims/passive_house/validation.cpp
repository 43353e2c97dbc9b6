// The lab's entry in validations(): BESTEST run through the lab's own year.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "engine/core/assets.h"
#include "engine/core/json.h"
#include "engine/core/math.h"
#include "sims/passive_house/bestest.h"
#include "sims/passive_house/house_building.h"
#include "sims/passive_house/model.h"
#include "sims/passive_house/year.h"

namespace pt {
namespace {

constexpr double megawattHour = 3.6e9, kilowattHour = 3.6e6;
constexpr double coolingAllowance = 0.03;

const Json& references() {
    static const Json all = [] {
        const Result<Json> read = Json::parse(asset("assets/validation/bestest.json"));
        return read ? read.value() : Json();
    }();
    return all;
}

ValidationRange rangeOf(const Json& low, const Json& high) {
    ValidationRange range;
    if (!low.isNumber() || !high.isNumber()) return range;
    range.low = low.number();
    range.high = high.number();
    return range;
}

// What was published about a quantity of a case.
ValidationNumber published(std::string_view id, const char* quantity, const char* unit) {
    const Json& told = references()["cases"][id][quantity];
    ValidationNumber number;
    number.quantity = quantity;
    number.unit = unit;
    number.range = rangeOf(told["low"], told["high"]);
    number.accepted = rangeOf(told["accepted"][0], told["accepted"][1]);
    for (const auto& [program, value] : told["programs"].entries())
        number.programs.emplace_back(program, value.number());
    return number;
}

// Promised: incident sun, heating and free temperatures within the range, cooling near it.
void promise(ValidationNumber& number) {
    const std::string& key = number.quantity;
    const bool cooling = key == "cooling";
    number.required = number.range.known() &&
                      (cooling || key == "heating" || key == "warmest" || key == "coldest" ||
                       key == "mean" || key.rfind("incident_", 0) == 0);
    number.allowance = cooling ? coolingAllowance : 0;
}

double rounded(double value) { return std::floor(value * 1e4 + 0.5) / 1e4; }

class CaseRun {
public:
    CaseRun(std::string_view id, BestestCase item, std::shared_ptr<const Weather> weather)
        : id_(id), item_(std::move(item)), weather_(std::move(weather)) {}

    Result<ValidationCase> run() {
        if (Status good = checkHouse(item_.house); !good) return good.error();
        YearInput input;
        input.plan = makeBuilding(item_.house, item_.use, *weather_);
        input.use = item_.use;
        input.weather = std::make_shared<WeatherCache>(weather_);
        input.floorArea = item_.house.floorArea();
        input.step = exactYearStep;
        const HouseBuilding plan = input.plan;
        std::optional<Result<YearResult>> year;
        const std::unique_ptr<Job> job = yearJob(
            std::move(input), [&year](Result<YearResult> done) { year.emplace(std::move(done)); });
        while (job->advance()) {
        }
        if (!year->ok()) return year->error();
        made_.id = id_;
        addLoads(year->value());
        addTransmitted(year->value(), plan);
        if (id_ == "600") addIncident();
        return made_;
    }

private:
    void add(const char* quantity, const char* unit, double value) {
        ValidationNumber number = published(id_, quantity, unit);
        number.value = rounded(value);
        promise(number);
        made_.numbers.push_back(std::move(number));
    }

    void addLoads(const YearResult& year) {
        if (item_.floating) {
            const auto [low, high] = std::minmax_element(year.air.begin(), year.air.end());
            double sum = 0;
            for (const float air : year.air) sum += static_cast<double>(air);
            add("warmest", "°C", static_cast<double>(*high));
            add("coldest", "°C", static_cast<double>(*low));
            add("mean", "°C", sum / hoursAYear);
            return;
        }
        add("heating", "MWh", year.heatingDemand / megawattHour);
        add("cooling", "MWh", year.coolingDemand / megawattHour);
        add("peak_heating", "kW", year.peakHeating / 1000);
        add("peak_cooling", "kW", year.peakCooling / 1000);
    }

    // Through the last window, the western one where there is one in the east too.
    void addTransmitted(const YearResult& year, const HouseBuilding& plan) {
        if (item_.house.windows.empty() || id_ == "220") return;
        const HouseBuilding::WindowPlace last = plan.windows.back();
        size_t before = static_cast<size_t>(last.window);
        for (int s = 0; s < last.surface; ++s)
            before += plan.building.surfaces[static_cast<size_t>(s)].windows.size();
        const HouseWindow& window = item_.house.windows.back();
        add("transmitted", "kWh/m²",
            year.windowSolar[before] / kilowattHour / (window.width * window.height));
    }

    void addIncident() {
        const struct {
            const char* quantity;
            double azimuth, tilt;
        } planes[] = {{"incident_south", math::pi, math::pi / 2},
                      {"incident_east", math::pi / 2, math::pi / 2},
                      {"incident_north", 0, math::pi / 2},
                      {"incident_west", 1.5 * math::pi, math::pi / 2},
                      {"incident_roof", 0, 0}};
        std::array<double, 5> sums{};
        for (double time = 0; time < hoursAYear * 3600.0; time += exactYearStep) {
            const Outdoors out = outdoors(*weather_, time, exactYearStep);
            for (size_t i = 0; i < sums.size(); ++i)
                sums[i] +=
                    irradiance(out, planes[i].azimuth, planes[i].tilt, groundReflectance).total() *
                    exactYearStep;
        }
        for (size_t i = 0; i < sums.size(); ++i)
            add(planes[i].quantity, "kWh/m²", sums[i] / kilowattHour);
    }

    static constexpr double groundReflectance = 0.2;
    std::string id_;
    BestestCase item_;
    std::shared_ptr<const Weather> weather_;
    ValidationCase made_;
};

Status runAll(std::string_view weatherText, std::span<const std::string> ids,
              const std::function<void(const ValidationCase&)>& done) {
    for (const std::string& id : ids)
        if (!bestestCase(id)) return Error{"validation.case", "", {{"name", id}}};
    Result<Weather> read = readEpw(weatherText);
    if (!read) return read.error();
    const auto weather = std::make_shared<const Weather>(std::move(read.value()));
    for (const std::string& id : ids) {
        const Result<ValidationCase> made = runBestest(id, weather);
        if (!made) return made.error();
        done(made.value());
    }
    return Ok{};
}

}  // namespace

Result<ValidationCase> runBestest(std::string_view id,
                                  const std::shared_ptr<const Weather>& weather) {
    std::optional<BestestCase> item = bestestCase(id);
    if (!item) return Error{"validation.case", "", {{"name", std::string(id)}}};
    return CaseRun(id, std::move(*item), weather).run();
}

std::vector<ValidationCase> measuredBestest() {
    const Result<Json> read = Json::parse(asset("assets/validation/bestest_measured.json"));
    std::vector<ValidationCase> cases;
    if (!read) return cases;
    for (const Json& item : read.value()["cases"].items()) {
        ValidationCase made{item["case"].text(), {}};
        for (const Json& told : item["numbers"].items()) {
            ValidationNumber number =
                published(made.id, told["quantity"].text().c_str(), told["unit"].text().c_str());
            number.value = told["value"].number();
            promise(number);
            made.numbers.push_back(std::move(number));
        }
        cases.push_back(std::move(made));
    }
    return cases;
}

extern const ValidationEntry passive_house_validation;
const ValidationEntry passive_house_validation{"passive_house", "bestest", bestestIds(), runAll};

}  // namespace pt
