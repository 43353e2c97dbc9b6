// Asked numbers from a solved state: displacements, reactions, forces in members. Internal to the
// reading and solving of cases.
#pragma once

#include <optional>
#include <string>

#include "engine/numerics/frame_case.h"

namespace pt {

// The whole text as a finite number.
std::optional<double> caseNumber(const std::string& text);

// Of a state of the case's frame or truss. Errors: case.quantity, case.unknown_at.
Result<CaseAnswer> stateAnswer(const FrameCase& item, const FrameSolution& state,
                               const CaseAsk& ask);
Result<CaseAnswer> stateAnswer(const FrameCase& item, const TrussSolution& state,
                               const CaseAsk& ask);

// The state of the frame as given from that of its members in item.parts elements.
FrameSolution gathered(const FrameCase& item, const FrameSolution& fine);

}  // namespace pt
