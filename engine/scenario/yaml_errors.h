// What libyaml's complaints mean to somebody who writes a lesson. Internal.
#pragma once

#include <string>

#include "engine/core/result.h"
#include "engine/scenario/source.h"

namespace pt::scenario {

struct Problem {
    Place place;
    std::string key;
    Args args;
};

// libyaml's words, and where it stood.
struct Failure {
    std::string problem, context;
    Place place, contextPlace;
};

// Looks at the line as well, because one complaint has several usual causes.
Problem explain(const Source& source, const Failure& failure);

}  // namespace pt::scenario
