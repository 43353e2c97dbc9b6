// Small frames that several tests share.
#pragma once

#include "engine/numerics/frame_fem.h"

namespace pt {

inline FrameMember bar(int from, int to, double EA = 1) {
    FrameMember member;
    member.from = from;
    member.to = to;
    member.E = EA;
    member.A = 1;
    member.truss = true;
    return member;
}

inline FrameMember beam(int from, int to, double E = 1, double A = 1, double I = 1) {
    FrameMember member;
    member.from = from;
    member.to = to;
    member.E = E;
    member.A = A;
    member.I = I;
    return member;
}

// A straight line of beams along x with a uniform load q downwards.
inline Frame beamLine(double length, int parts, double EI, double q) {
    Frame frame;
    for (int i = 0; i <= parts; ++i) frame.nodes.push_back({length * i / parts, 0});
    for (int i = 0; i < parts; ++i) {
        FrameMember member = beam(i, i + 1, EI, 1e3, 1);
        member.qy = -q;
        frame.members.push_back(member);
    }
    return frame;
}

inline void fix(FrameNode& node, bool x, bool y, bool r) {
    node.fixX = x;
    node.fixY = y;
    node.fixR = r;
}

}  // namespace pt
