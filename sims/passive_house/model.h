// Passive house: one house in its weather, its details in two dimensions, and its year. model.md
// gives equations, assumptions, limits and sources.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/model.h"
#include "engine/numerics/building_sim.h"
#include "sims/passive_house/criteria.h"
#include "sims/passive_house/detail.h"
#include "sims/passive_house/detail_field.h"
#include "sims/passive_house/house.h"
#include "sims/passive_house/house_building.h"
#include "sims/passive_house/house_use.h"
#include "sims/passive_house/variants.h"
#include "sims/passive_house/year.h"

namespace pt {

inline constexpr double houseStep = 600;      // s, of a run
inline constexpr double liveYearStep = 3600;  // s, of the year after each edit
inline constexpr double exactYearStep = 600;  // s, of the job year_exact
inline constexpr const char* weatherKeys[] = {"ukkel",        "cold_week", "heat_wave",
                                              "constant_day", "sinus_day", "file"};

class PassiveHouse : public Model {
public:
    PassiveHouse();
    ~PassiveHouse() override;

    void describe(Schema& schema) override;
    Status reset(uint64_t seed) override;
    Status step(double dt) override;
    Status restored(uint64_t seed) override;
    bool finished() const override;  // a year after the start

    // -- for the views and the editor
    const House& house() const { return house_; }
    const HouseUse& use() const { return use_; }
    const Weather* weather() const { return weather_.get(); }  // nullptr: none was imported
    const HouseBuilding& plan() const { return plan_; }
    double moment() const;           // s since 1 January, 0 o'clock
    const BuildingSim* sim() const;  // nullptr while the house cannot be computed
    // Which surfaces of the Building a part of the house became, in the order of facadeKeys for
    // walls; a gable roof has two roofs. Before a sun space, the south wall is the common one.
    std::vector<int> surfacesOf(Part part) const;
    // Surface and window of the Building that this window of the house became.
    using WindowPlace = HouseBuilding::WindowPlace;
    WindowPlace placeOf(std::string_view windowId) const;
    int sunspaceZone() const { return plan_.sunspaceZone; }  // -1: none

    // The year of the present design; nullptr until it is computed. `before`: of the last design
    // whose year was known, nullptr when there was none.
    const YearResult* year() const;
    const YearResult* yearBefore() const { return yearBefore_.get(); }
    // The settings that this year was computed for, at the present prices.
    HouseUse settingsOf(const YearResult& year) const;
    Figures figuresOf(const YearResult& year) const;
    double yearProgress() const;  // 0 .. 1 of the year that is on its way

    const Detail& detail() const { return detail_; }
    const std::optional<DetailResult>& detailResult() const;  // none: it cannot be solved
    const Heat2d* detailField() const;  // the live field of the detail; nullptr: none

    std::vector<Criterion> criteria() const;
    const std::vector<HouseVariant>& variants() const { return variants_; }
    // The present design with its figures, as a variant would keep it.
    HouseVariant present() const;

private:
    void describeSettings(Schema& schema);
    void describeDesign(Schema& schema);
    void describeEdits(Schema& schema);  // model_commands.cpp
    void describeDetailEdits(Schema& schema);
    void describeVariants(Schema& schema);
    void describeOutputs(Schema& schema);  // model_outputs.cpp
    void describeFigures(Schema& schema);
    void describeTables(Schema& schema);  // model_tables.cpp
    void describeCharts(Schema& schema);
    void describeYear(Schema& schema);  // model_year.cpp

    Status take(Result<House> edited);
    Status take(Result<Detail> edited);
    Status build(uint64_t seed);
    Result<std::shared_ptr<const Weather>> weatherFor(uint64_t seed) const;
    std::unique_ptr<Job> startYear(double step);
    std::shared_ptr<const YearResult> knownYear() const;
    YearInput yearInput(double step) const;
    uint64_t designHash() const;
    Figures figures() const;
    double start() const;                                   // s since 1 January
    double flowOf(const std::vector<int>& surfaces) const;  // W out of the house
    double zoneFlow(double ZoneFlows::*flow) const;         // W into the house; NaN: none
    std::vector<TableRow> layerRows() const;
    std::vector<TableRow> windowRows() const;
    std::vector<TableRow> variantRows() const;

    // -- settings and documents
    House house_ = defaultHouse();
    HouseUse use_;
    Detail detail_;
    std::vector<HouseVariant> variants_;
    std::shared_ptr<const Weather> imported_;
    Json importedText_ = Json::object();  // the document it came from
    int weatherChoice_ = 0;
    double startDay_ = 15, startHour_ = 0;
    double outdoorShift_ = 0;         // K above the weather, during a run; the year goes without
    double detailOutdoors_ = 268.15;  // K, for ψ, f_Rsi and mould

    // -- declared state
    std::vector<double> climate_;  // of BuildingSim

    // -- follows from the above and the seed
    uint64_t seed_ = 0;
    std::shared_ptr<const Weather> weather_;
    std::shared_ptr<WeatherCache> sun_;  // of that weather, kept over edits
    HouseBuilding plan_;
    std::optional<BuildingSim> sim_;
    uint64_t design_ = 0;  // hash of all that a year follows from
    using Known = std::pair<uint64_t, std::shared_ptr<const YearResult>>;
    std::vector<Known> years_;  // the latest last
    std::shared_ptr<const YearResult> yearBefore_;
    std::shared_ptr<double> progress_;  // of the year that is on its way
    mutable std::map<std::pair<int, uint64_t>, std::shared_ptr<const Weather>> made_;
    mutable std::optional<std::pair<Detail, std::optional<DetailResult>>> detailSolved_;
    mutable std::array<double, 3> detailClimate_{};
    mutable DetailField field_;
};

extern const LabEntry passive_house_lab;

}  // namespace pt
