// A document of a lab (a bridge, a house) from the file's tree to SI JSON. Internal.
#pragma once

#include "engine/scenario/check.h"

namespace pt::scenario {

// Quantities become SI numbers and true/false become booleans, as the document's fields say; a
// plain number counts as SI. A name that is no field is read by its look, in quotes it is a text.
// Every element's place goes to read.places as "document/path".
Json readDocument(const Entry& entry, const Document& document, Context& context,
                  ScenarioRead& read);

}  // namespace pt::scenario
