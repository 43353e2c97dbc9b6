// The year of the present design: in the background at hourly steps, or at ten minutes as a job.
#include <limits>

#include "engine/core/math.h"
#include "sims/passive_house/model.h"
#include "sims/passive_house/use_fields.h"

namespace pt {
namespace {

constexpr size_t keptYears = 8;
constexpr double flatRoofTilt = 15 * math::pi / 180;  // of modules on a flat roof
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// Reports how far another job is.
class WatchedJob : public Job {
public:
    WatchedJob(std::unique_ptr<Job> job, std::shared_ptr<double> progress)
        : job_(std::move(job)), progress_(std::move(progress)) {}
    bool advance() override {
        const bool more = job_->advance();
        *progress_ = job_->progress();
        return more;
    }
    double progress() const override { return job_->progress(); }

private:
    std::unique_ptr<Job> job_;
    std::shared_ptr<double> progress_;
};

}  // namespace

std::shared_ptr<const YearResult> PassiveHouse::knownYear() const {
    for (const Known& known : years_)
        if (known.first == design_) return known.second;
    return nullptr;
}

const YearResult* PassiveHouse::year() const { return knownYear().get(); }

double PassiveHouse::yearProgress() const { return year() ? 1 : progress_ ? *progress_ : 0; }

// Modules lie on the side of a gable roof that looks nearest to the midday sun.
YearInput PassiveHouse::yearInput(double step) const {
    YearInput input{plan_, use_, sun_, house_.floorArea(), 0, flatRoofTilt, step};
    const bool south = weather_->site.latitude >= 0;
    const bool turned = math::cos(house_.orientation) < 0;
    input.pvAzimuth = house_.orientation + (south != turned ? math::pi : 0);
    if (house_.gableRise() > 0) input.pvTilt = house_.roofPitch;
    return input;
}

std::unique_ptr<Job> PassiveHouse::startYear(double step) {
    if (!sim_) return nullptr;
    progress_ = std::make_shared<double>(0);
    const uint64_t design = design_;
    YearDone done = [this, design](Result<YearResult> result) {
        if (!result.ok()) return;
        for (size_t i = 0; i < years_.size(); ++i)
            if (years_[i].first == design) years_.erase(years_.begin() + static_cast<long>(i--));
        years_.emplace_back(design, std::make_shared<const YearResult>(std::move(result.value())));
        if (years_.size() > keptYears) years_.erase(years_.begin());
    };
    return std::make_unique<WatchedJob>(yearJob(yearInput(step), std::move(done)), progress_);
}

void PassiveHouse::describeYear(Schema& schema) {
    schema.background(
        [this]() -> std::unique_ptr<Job> { return year() ? nullptr : startYear(liveYearStep); });
    schema.job("year_exact", {}, [this](const Json&) -> Result<std::unique_ptr<Job>> {
        if (!sim_) return Error{"house.not_computed", "", {}};
        return startYear(exactYearStep);
    });
    schema.calendar([this] { return moment(); });
}

HouseUse PassiveHouse::settingsOf(const YearResult& year) const {
    HouseUse settings = year.settings;
    for (const UseNumber& number : useNumbers())
        if (number.price) settings.*number.value = use_.*number.value;
    return settings;
}

Figures PassiveHouse::figuresOf(const YearResult& year) const {
    const HouseUse settings = settingsOf(year);
    const double area = year.floorArea;
    Figures figures;
    figures.heatingDemand = year.heatingDemand / area;
    figures.heatingLoad = year.heatingLoad / area;
    figures.coolingDemand = year.coolingDemand / area;
    figures.overheating = overheatingShare(year);
    figures.primaryEnergy = primaryOf(settings, year.use) / area;
    figures.cost = costOf(settings, year.use);
    figures.co2 = co2Of(settings, year.use);
    figures.pvYield = year.use.solarPower;
    return figures;
}

Figures PassiveHouse::figures() const {
    if (const YearResult* now = year()) return figuresOf(*now);
    return {unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown};
}

HouseVariant PassiveHouse::present() const { return {"", "", house_, use_, figures()}; }

}  // namespace pt
