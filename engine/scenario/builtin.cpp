#include "engine/scenario/scenario.h"

namespace pt {

// Apart from the reader, so that a test or a fuzzer can bring labs of its own.
ScenarioRead readScenario(std::string_view bytes, std::string_view name) {
    return readScenario(bytes, name, labs());
}

}  // namespace pt
