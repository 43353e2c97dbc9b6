// BESTEST: this lab's results in the test cells of bestest_cases.h beside those of the six
// reference programs of ANSI/ASHRAE 140-2020 (assets/validation/bestest.json, with sources).
#pragma once

#include <memory>

#include "engine/model/schema.h"
#include "engine/model/validation.h"
#include "engine/numerics/weather.h"
#include "sims/passive_house/bestest_cases.h"

namespace pt {

// The year of one case at ten-minute steps, through the lab's own house and year.
Result<ValidationCase> runBestest(std::string_view id,
                                  const std::shared_ptr<const Weather>& weather);

// The results that the program shows: assets/validation/bestest_measured.json, as
// `labrun validate bestest --json` wrote it.
std::vector<ValidationCase> measuredBestest();

// "Hoe weten we dat dit klopt?": those of them that have a published range, as a table of the lab.
Table validationTable();

extern const ValidationEntry passive_house_validation;

}  // namespace pt
