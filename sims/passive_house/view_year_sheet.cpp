#include "sims/passive_house/view_year_sheet.h"

#include "sims/passive_house/model.h"

namespace pt {

YearSheet sheetOf(const PassiveHouse& model) {
    YearSheet sheet;
    sheet.result = model.year();
    sheet.old = !sheet.result;
    if (!sheet.result) sheet.result = model.yearBefore();
    sheet.possible = model.sim() != nullptr;
    sheet.moment = model.moment();
    sheet.floorArea = model.house().floorArea();
    return sheet;
}

}  // namespace pt
