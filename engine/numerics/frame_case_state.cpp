#include "engine/numerics/frame_case_state.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <utility>

namespace pt {
namespace {

// A number for each node or member, and where the case knows it by name.
struct Asked {
    const std::vector<std::string>& ids;
    std::function<double(size_t)> value;
    std::function<double(size_t)> size;  // of its kind; empty: |value|
};

Result<CaseAnswer> read(const Asked& asked, const CaseAsk& ask, bool absolute) {
    const auto at = std::find(asked.ids.begin(), asked.ids.end(), ask.at);
    if (at == asked.ids.end())
        return Error{"case.unknown_at", "", {{"at", ask.at}, {"quantity", ask.quantity}}};
    CaseAnswer answer;
    answer.value = asked.value(static_cast<size_t>(at - asked.ids.begin()));
    if (absolute) answer.value = std::fabs(answer.value);
    for (size_t i = 0; i < asked.ids.size(); ++i)
        answer.size = std::max(answer.size, std::fabs((asked.size ? asked.size : asked.value)(i)));
    return answer;
}

// "reaction_abs" or "Mi_abs" ask for the size alone.
bool takeAbsolute(std::string& word) {
    constexpr std::string_view tail = "_abs";
    if (word.size() <= tail.size() || word.compare(word.size() - tail.size(), 4, tail) != 0)
        return false;
    word.resize(word.size() - tail.size());
    return true;
}

using NodeValues = std::vector<std::array<double, 3>>;

// Of the same unit: the largest of the components from `first` to `last`.
Asked nodal(const std::vector<std::string>& ids, const NodeValues& values, size_t d, size_t first,
            size_t last) {
    return {ids, [&values, d](size_t n) { return values[n][d]; },
            [&values, first, last](size_t n) {
                double size = 0;
                for (size_t i = first; i <= last; ++i)
                    size = std::max(size, std::fabs(values[n][i]));
                return size;
            }};
}

using MemberValue = std::function<double(const MemberForces&, const FrameMember&, double)>;

// Member quantities by "quantity component"; the third argument is half the load along the member.
const std::map<std::string, MemberValue>& memberValues() {
    static const std::map<std::string, MemberValue> all{
        {"axial N", [](const auto& f, const auto&, double) { return f.axial; }},
        {"axial Ni", [](const auto& f, const auto&, double half) { return f.axial + half; }},
        {"axial Nj", [](const auto& f, const auto&, double half) { return f.axial - half; }},
        {"stress s", [](const auto& f, const auto& m, double) { return f.axial / m.A; }},
        {"member_end_moment Mi", [](const auto& f, const auto&, double) { return f.momentFrom; }},
        {"member_end_moment Mj", [](const auto& f, const auto&, double) { return f.momentTo; }},
        {"member_end_shear Vi", [](const auto& f, const auto&, double) { return f.shearFrom; }},
        {"member_end_shear Vj", [](const auto& f, const auto&, double) { return f.shearTo; }},
        {"member_max_moment M",
         [](const auto& f, const auto&, double) { return f.largestMoment; }}};
    return all;
}

double halfLoadAlong(const Frame& frame, const FrameMember& member) {
    const FrameNode &a = frame.nodes[member.from], &b = frame.nodes[member.to];
    return ((b.x - a.x) * member.qx + (b.y - a.y) * member.qy) / 2;
}

Error unknown(const CaseAsk& ask) {
    return {"case.quantity", "", {{"quantity", ask.quantity}, {"component", ask.component}}};
}

}  // namespace

std::optional<double> caseNumber(const std::string& text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto read = fast_float::from_chars(text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

Result<CaseAnswer> stateAnswer(const FrameCase& item, const FrameSolution& state,
                               const CaseAsk& ask) {
    std::string quantity = ask.quantity, component = ask.component;
    const bool whole = takeAbsolute(quantity), part = takeAbsolute(component);
    const bool absolute = whole || part;
    const std::string name = quantity + ' ' + component;
    const NodeValues &u = state.displacements, &r = state.reactions;
    if (name == "disp ux") return read(nodal(item.nodes, u, 0, 0, 1), ask, absolute);
    if (name == "disp uy") return read(nodal(item.nodes, u, 1, 0, 1), ask, absolute);
    if (name == "disp rz") return read(nodal(item.nodes, u, 2, 2, 2), ask, absolute);
    if (name == "reaction fx") return read(nodal(item.nodes, r, 0, 0, 1), ask, absolute);
    if (name == "reaction fy") return read(nodal(item.nodes, r, 1, 0, 1), ask, absolute);
    if (name == "reaction mz") return read(nodal(item.nodes, r, 2, 2, 2), ask, absolute);
    const auto value = memberValues().find(name);
    if (value == memberValues().end()) return unknown(ask);
    const Asked asked{item.members,
                      [&](size_t m) {
                          const FrameMember& member = item.frame.members[m];
                          return value->second(state.forces[m], member,
                                               halfLoadAlong(item.frame, member));
                      },
                      {}};
    return read(asked, ask, absolute);
}

Result<CaseAnswer> stateAnswer(const FrameCase& item, const TrussSolution& state,
                               const CaseAsk& ask) {
    std::string quantity = ask.quantity, component = ask.component;
    const bool whole = takeAbsolute(quantity), part = takeAbsolute(component);
    const bool absolute = whole || part;
    const std::string name = quantity + ' ' + component;
    const char* const axes[3] = {"x", "y", "z"};
    for (size_t d = 0; d < 3; ++d) {
        if (name == std::string("disp u") + axes[d])
            return read(nodal(item.nodes, state.displacements, d, 0, 2), ask, absolute);
        if (name == std::string("reaction f") + axes[d])
            return read(nodal(item.nodes, state.reactions, d, 0, 2), ask, absolute);
    }
    if (name != "axial N") return unknown(ask);
    return read({item.members, [&](size_t m) { return state.axial[m]; }, {}}, ask, absolute);
}

FrameSolution gathered(const FrameCase& item, const FrameSolution& fine) {
    FrameSolution whole = fine;
    whole.displacements.resize(item.nodes.size());
    whole.reactions.resize(item.nodes.size());
    whole.forces.clear();
    size_t first = 0;
    for (const int parts : item.parts) {
        const size_t last = first + static_cast<size_t>(parts) - 1;
        MemberForces forces = fine.forces[first];
        forces.axial = 0;
        for (size_t i = first; i <= last; ++i) {
            forces.axial += fine.forces[i].axial / parts;
            forces.largestMoment = std::max(forces.largestMoment, fine.forces[i].largestMoment);
        }
        forces.shearTo = fine.forces[last].shearTo;
        forces.momentTo = fine.forces[last].momentTo;
        whole.forces.push_back(forces);
        first = last + 1;
    }
    return whole;
}

}  // namespace pt
