// The shapes of answers, as they stand in commands, in the log and in save files. Numbers are as
// typed, so that nothing is lost; checks parse them.
//
//   number      "0,48 N"                        predict  {value: "12 cm" | option id | direction |
//   choice      "2" or ["1", "3"]                         [y, y, …] of a sketch, reason: "…"}
//   order       ["2", "1", "3"]                 hypothesis {if: key, how: word, then: key}
//   match       {"1": "2", "2": "1"}            plan     {roles: {key: vary|measure|keep},
//   open        "…"                                       values: ["5 cm", …], repeats: 2}
//   table       null: its rows are kept apart   plot     {x: key, y: key, fit: none|line|…}
//   conclusion  {claim: agrees|disagrees|unclear, rows: [1, 3], text: "…"}
//   task, check null: they look at the lab      rubric   {"1": 2, …}: row -> place on the scale
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/scenario/lesson.h"

namespace pt {

// Whether a value has the shape of an answer to this item; sizes are capped (texts 4 KiB, lists
// 200). Error: lesson.answer_shape {item}.
Status checkShape(const LessonItem& item, const Json& answer);

}  // namespace pt
