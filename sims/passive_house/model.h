// Passive house: one house in its weather, its details in two dimensions, and its year. model.md
// gives equations, assumptions, limits and sources.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/model.h"
#include "engine/numerics/building_sim.h"
#include "sims/passive_house/detail.h"
#include "sims/passive_house/house.h"
#include "sims/passive_house/year.h"

namespace pt {

inline constexpr double houseStep = 600;  // s

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
    double moment() const;           // s since 1 January, 0 o'clock
    const BuildingSim* sim() const;  // nullptr while the house cannot be computed
    // Which surfaces of the Building a part of the house became, in the order of facadeKeys for
    // walls; a gable roof has two roofs.
    std::vector<int> surfacesOf(Part part) const;
    // Surface and window of the Building that this window of the house became.
    struct WindowPlace {
        int surface = -1, window = -1;
    };
    WindowPlace placeOf(std::string_view windowId) const;
    int sunspaceZone() const;  // -1: none

    // The year of the present design; nullptr until it is computed. `before`: of the design before
    // the last edit (or gesture of edits), nullptr when there was none.
    const YearResult* year() const;
    const YearResult* yearBefore() const;

    const Detail& detail() const { return detail_; }
    const std::optional<DetailResult>& detailResult() const;  // none: it cannot be solved
    const Heat2d* detailField() const;  // the live field of the detail; nullptr: none

    struct Criterion {                // of the Passive House panel
        std::string key;              // "heating", "airtightness", "overheating", "primary"
        double value = 0, limit = 0;  // SI; NaN: not known yet
        bool met = false;
    };
    std::vector<Criterion> criteria() const;

private:
    House house_;
    Detail detail_;
};

extern const LabEntry passive_house_lab;

}  // namespace pt
