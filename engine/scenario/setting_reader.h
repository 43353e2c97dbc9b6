// One key of `setup:` that is a param or a choice. Internal to the scenario module.
#pragma once

#include "engine/scenario/check.h"

namespace pt::scenario {

// `varied` gets an entry when each pupil has a value of their own; the Setting then has the first.
Setting readParam(const Entry& entry, const Param& param, std::vector<Varied>& varied,
                  Context& context);
Setting readChoice(const Entry& entry, const Choice& choice, std::vector<Varied>& varied,
                   Context& context);

}  // namespace pt::scenario
