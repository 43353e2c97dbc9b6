// A run's result as JSON: what labrun prints and what the page lets a pupil download.
#pragma once

#include "engine/core/json.h"
#include "engine/run/session.h"

namespace pt {

// {"lab","scenario","seed","outputs":{key:{"value","unit"}},"events":[{"time","step","key",…}],
// "steps","hash"}; docs/labrun.md describes it and scripts rely on it.
Json answerJson(const Session& session);

}  // namespace pt
