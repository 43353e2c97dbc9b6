// Verdict: what a check says about an answer, and why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/scenario/text.h"

namespace pt {

struct Verdict {
    // open: needs a person to judge it; none: not answered.
    enum class State : uint8_t { none, ok, notYet, open };
    State state = State::none;
    // Why: the sentence is the string-table key "lesson.verdict.<reason>", with arguments as Words
    // takes them, such as "confounded" {confounds}; "" when the author's text says it all. The
    // author's texts may name the same values: $(confounds).
    std::string reason;
    Args args;
    Text say;                         // the author's words, said instead of the reason
    bool both = false;                // or before it
    std::vector<std::string> places;  // what it is about: option ids, row numbers, param keys
    double score = 0;                 // 0 .. 1
    bool operator==(const Verdict&) const = default;
};

inline Verdict verdictOk(Text say = {}) {
    Verdict verdict;
    verdict.state = Verdict::State::ok;
    verdict.say = std::move(say);
    verdict.score = 1;
    return verdict;
}
inline Verdict verdictNotYet(std::string reason, Args args = {}, Text say = {}) {
    Verdict verdict;
    verdict.state = Verdict::State::notYet;
    verdict.reason = std::move(reason);
    verdict.args = std::move(args);
    verdict.say = std::move(say);
    return verdict;
}
inline Verdict verdictOpen(std::string reason = {}, Args args = {}, Text say = {}) {
    Verdict verdict = verdictNotYet(std::move(reason), std::move(args), std::move(say));
    verdict.state = Verdict::State::open;
    return verdict;
}

}  // namespace pt
