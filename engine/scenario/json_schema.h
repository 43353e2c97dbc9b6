// The JSON Schema of lesson files, for editors that check and complete while one types.
#pragma once

#include <span>

#include "engine/core/json.h"
#include "engine/i18n/words.h"
#include "engine/model/model.h"

namespace pt {

// Draft-07, made of the tables that the reader uses, with what each key means in the language of
// `words`; `setup` knows the params of the lab that `sim` names. It accepts every lesson that the
// reader accepts; what only the reader knows (units, names, expressions) it leaves to the reader.
Json lessonSchema(std::span<const LabEntry> labs, const Words& words);

}  // namespace pt
