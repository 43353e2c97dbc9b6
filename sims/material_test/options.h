// The options of the lab's choices, in the order that they are offered.
#pragma once

namespace pt {

inline constexpr const char* materialKeys[] = {"own",           "spaghetti_125", "spaghetti_145",
                                               "spaghetti_165", "spaghetti_180", "spaghetti_185",
                                               "spaghetti_205", "balsa",         "paper_straw",
                                               "cardboard",     "popsicle"};
inline constexpr const char* gaugeNames[] = {"calliper", "ruler"};

}  // namespace pt
