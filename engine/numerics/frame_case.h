// Structures with the results they should give, as files: what `labrun solve frame` reads and the
// tests hold the solvers against. docs/labrun.md describes the format. A case can come from anyone:
// sizes are capped and every error names its place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/json.h"
#include "engine/numerics/frame_cascade.h"
#include "engine/numerics/frame_fem.h"
#include "engine/numerics/truss3d.h"

namespace pt {

enum class CaseAnalysis {
    linearStatic,
    linearStatic3d,
    linearBuckling,
    secondOrder,
    large,
    largeLimit,
    modal,
    statistics,
    collapse,
};

// One asked number.
struct CaseAsk {
    std::string quantity;  // "disp"
    std::string at;        // id of a node or member, or a number such as 2 (the second mode)
    std::string component;
    std::optional<double> value;  // expected
    double tolerance = 0;         // relative; of a value 0: to the largest of its kind
};

struct FrameCase {
    std::string id, title;
    CaseAnalysis analysis = CaseAnalysis::linearStatic;
    Frame frame;                              // empty in space and for statistics
    Truss truss;                              // in space
    std::vector<std::string> nodes, members;  // ids, in the order of frame or truss
    std::vector<int> parts;                   // elements a member
    std::vector<BrittleStrength> strengths;   // a member
    double stressUnit = 1;  // of the case's force and length units in MPa; 1: not known
    std::vector<CaseAsk> asks;
};

struct CaseRead {
    std::string id;  // as far as it could be read
    Result<FrameCase> read;
};

// One case, a list of them, or an object with `cases`. Errors: case.format, case.too_many {most};
// those of one case stay with it: case.missing {key}, case.number {key}, case.text {key},
// case.list {key}, case.twice {id}, case.unknown_id {id}, case.unknown_key {key},
// case.analysis {name}, case.type {name}, case.too_big {most}; where: "T05: members B0-B1: E".
Result<std::vector<CaseRead>> readFrameCases(const Json& json);

struct CaseAnswer {
    double value = 0;
    double size = 0;    // largest of its kind in the whole solution
    double error = 0;   // against the expected value, relative as the tolerance is
    bool good = false;  // there is an expected value and the error is within its tolerance
};

// An answer for each ask. Errors: those of the solvers with ids in place of indices, and
// case.quantity {quantity, component}, case.unknown_at {at, quantity}, case.not_converged,
// case.no_equilibrium, case.not_reached {quantity, at}; where as above.
Result<std::vector<CaseAnswer>> solveFrameCase(const FrameCase& item);

}  // namespace pt
