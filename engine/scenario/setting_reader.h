// One key of `setup:` that is a param or a choice. Internal to the scenario module.
#pragma once

#include "engine/scenario/check.h"

namespace pt::scenario {

Setting readParam(const Entry& entry, const Param& param, Context& context);
Setting readChoice(const Entry& entry, const Choice& choice, Context& context);

}  // namespace pt::scenario
