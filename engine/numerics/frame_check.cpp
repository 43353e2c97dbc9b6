#include "engine/numerics/frame_check.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace pt::frame {
namespace {

Error memberError(const char* key, size_t member) {
    return {key, "", {{"member", std::to_string(member)}}};
}

bool saneNode(const FrameNode& node) {
    return sane(node.x) && sane(node.y) && sane(node.moveX) && sane(node.moveY) && sane(node.turn);
}

// Softer than any joint, a spring would be lost in rounding: 0 is a hinge.
bool saneSpring(double spring) { return spring == 0 || spring >= 1e-30; }

double extent(const Frame& frame) {
    double low[2] = {frame.nodes[0].x, frame.nodes[0].y}, high[2] = {low[0], low[1]};
    for (const FrameNode& node : frame.nodes) {
        low[0] = std::min(low[0], node.x);
        low[1] = std::min(low[1], node.y);
        high[0] = std::max(high[0], node.x);
        high[1] = std::max(high[1], node.y);
    }
    return std::max(high[0] - low[0], high[1] - low[1]);
}

Status checkMembers(const Frame& frame) {
    const int count = static_cast<int>(frame.nodes.size());
    const double shortest = 1e-9 * extent(frame);
    std::vector<std::pair<std::pair<int, int>, size_t>> ends;
    for (size_t m = 0; m < frame.members.size(); ++m) {
        const auto [from, to] = std::pair(frame.members[m].from, frame.members[m].to);
        if (from < 0 || to < 0 || from >= count || to >= count)
            return memberError("frame.bad_node", m);
        const double dx = frame.nodes[to].x - frame.nodes[from].x;
        const double dy = frame.nodes[to].y - frame.nodes[from].y;
        if (std::sqrt(dx * dx + dy * dy) <= shortest) return memberError("frame.zero_length", m);
        ends.push_back({std::minmax({from, to}), m});
    }
    std::sort(ends.begin(), ends.end());
    for (size_t i = 1; i < ends.size(); ++i)
        if (ends[i].first == ends[i - 1].first)
            return Error{"frame.duplicate",
                         "",
                         {{"member", std::to_string(ends[i].second)},
                          {"other", std::to_string(ends[i - 1].second)}}};
    return Ok{};
}

}  // namespace

bool sane(double value) { return std::fabs(value) <= 1e20; }
bool positive(double value) { return value >= 1e-30 && value <= 1e20; }

Status checkNumbers(const Frame& frame) {
    const auto nodeError = [](size_t node) {
        return Error{"frame.bad_number", "", {{"node", std::to_string(node)}}};
    };
    for (size_t n = 0; n < frame.nodes.size(); ++n)
        if (!saneNode(frame.nodes[n])) return nodeError(n);
    for (const FrameLoad& load : frame.loads) {
        if (load.node < 0 || static_cast<size_t>(load.node) >= frame.nodes.size())
            return Error{"frame.bad_load", "", {{"node", std::to_string(load.node)}}};
        if (!sane(load.fx) || !sane(load.fy) || !sane(load.m))
            return nodeError(static_cast<size_t>(load.node));
    }
    for (size_t m = 0; m < frame.members.size(); ++m) {
        const FrameMember& member = frame.members[m];
        const bool section =
            positive(member.E) && positive(member.A) && (member.truss || positive(member.I));
        if (!section || !sane(member.qx) || !sane(member.qy) || !sane(member.rhoA) ||
            member.rhoA < 0)
            return memberError("frame.bad_number", m);
        if (!saneSpring(member.springFrom) || !saneSpring(member.springTo))
            return memberError("frame.bad_spring", m);
    }
    return Ok{};
}

Status check(const Frame& frame) {
    if (frame.nodes.empty() || frame.members.empty()) return Error{"frame.empty", "", {}};
    if (Status numbers = checkNumbers(frame); !numbers.ok()) return numbers;
    return checkMembers(frame);
}

}  // namespace pt::frame
