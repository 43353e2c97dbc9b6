#include "engine/numerics/frame_subdivide.h"

#include "engine/core/assert.h"

namespace pt {
namespace {

void appendParts(Frame& fine, const FrameMember& member, int parts) {
    const FrameNode a = fine.nodes[member.from], b = fine.nodes[member.to];
    int from = member.from;
    for (int i = 1; i <= parts; ++i) {
        FrameMember part = member;
        part.from = from;
        if (i > 1) {
            part.hingeFrom = false;
            part.springFrom = rigidJoint;
        }
        if (i < parts) {
            part.hingeTo = false;
            part.springTo = rigidJoint;
            const double t = static_cast<double>(i) / parts;
            part.to = static_cast<int>(fine.nodes.size());
            fine.nodes.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
        fine.members.push_back(part);
        from = part.to;
    }
}

}  // namespace

Frame subdivided(const Frame& frame, const std::vector<int>& parts) {
    PT_ASSERT(parts.size() == frame.members.size());
    Frame fine;
    fine.nodes = frame.nodes;
    fine.loads = frame.loads;
    for (size_t m = 0; m < frame.members.size(); ++m) {
        PT_ASSERT(parts[m] >= 1);
        appendParts(fine, frame.members[m], frame.members[m].truss ? 1 : parts[m]);
    }
    return fine;
}

Frame subdivided(const Frame& frame, int parts) {
    return subdivided(frame, std::vector<int>(frame.members.size(), parts));
}

}  // namespace pt
