// Cutting list: which strand is cut into which pieces, with little waste.
#pragma once

#include <string>
#include <vector>

#include "sims/spaghetti_bridge/design.h"

namespace pt {

struct CutPiece {
    std::string member;  // its id; bracing pieces are named too
    double length = 0;   // m
    int count = 1;       // of this length for this member
};
struct CutStrand {
    std::vector<double> pieces;  // m, longest first
    double waste = 0;            // m
    int count = 1;               // strands that are cut like this
};
struct CuttingPlan {
    std::vector<CutPiece> pieces;
    std::vector<CutStrand> strands;
    std::vector<std::string> tooLong;  // members longer than a strand: joined with a splice
    double strandLength = 0;           // m, as bought
    int total = 0;                     // strands
    double waste = 0;                  // m
};

// First fit decreasing, then swaps while they save a strand; at most 11/9 of the best number and
// one more (Johnson 1973). A member longer than a strand is made of whole strands and a rest.
CuttingPlan planCuts(const std::vector<CutPiece>& pieces, double strandLength);

}  // namespace pt
