// What the frame solver costs on class bridges with rigid joints, each member in several elements:
// an edit, the lowest buckling factor, the whole load path up to the limit load. The same program
// runs natively and as wasm in node, so that the two compare. Prints one JSON line a figure.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

#include "engine/numerics/frame_corotational.h"
#include "engine/numerics/frame_subdivide.h"

namespace pt {
namespace {

double milliseconds() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

// A Warren bridge of 1 m, 7 bonded strands a member (N, m), loaded in the middle of its deck.
Frame warren(int panels, double height) {
    Frame frame;
    const double panel = 1.0 / panels;
    for (int i = 0; i <= panels; ++i) frame.nodes.push_back({i * panel, 0});
    for (int i = 0; i < panels; ++i) frame.nodes.push_back({(i + 0.5) * panel, height});
    frame.nodes.front().fixX = frame.nodes.front().fixY = true;
    frame.nodes[static_cast<size_t>(panels)].fixY = true;
    const auto join = [&](int from, int to) {
        FrameMember member;
        member.from = from;
        member.to = to;
        member.E = 3.6e9;
        member.A = 1.78e-5;
        member.I = 2.83e-11;
        frame.members.push_back(member);
    };
    for (int i = 0; i < panels; ++i) {
        join(i, i + 1);
        if (i > 0) join(panels + i, panels + 1 + i);
        join(i, panels + 1 + i);
        join(panels + 1 + i, i + 1);
    }
    frame.loads = {{panels / 2, 0, -1, 0}};
    return frame;
}

struct Size {
    int panels, parts, unknowns;
};

void print(const char* work, Size size, int runs, const std::function<bool(int)>& once) {
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const double start = milliseconds();
        if (!once(run)) {
            std::printf("{\"work\": \"%s\", \"unknowns\": %d, \"failed\": true}\n", work,
                        size.unknowns);
            return;
        }
        times.push_back(milliseconds() - start);
    }
    std::sort(times.begin(), times.end());
    std::printf("{\"work\": \"%s\", \"unknowns\": %d, \"median_ms\": %.4f, \"best_ms\": %.4f}\n",
                work, size.unknowns, times[times.size() / 2], times.front());
}

double heightOf(int run) { return 0.10 + 0.001 * (run % 20); }

// Every edit moves the top chord: elements, matrix, factors, displacements, member forces.
void edits(Size size) {
    FrameSolver solver;
    print("edit", size, 1000, [&](int run) {
        const Frame fine = subdivided(warren(size.panels, heightOf(run)), size.parts);
        return solver.solve(fine).ok();
    });
}

void buckling(Size size) {
    FrameSolver solver;
    print("buckling", size, 100, [&](int run) {
        const auto mode = solver.buckling(warren(size.panels, heightOf(run)), size.parts);
        return mode.ok() && mode.value().converged;
    });
}

void loadPath(Size size) {
    print("load path", size, 20, [&](int run) {
        LoadPathOptions options;
        options.subdivide = size.parts;
        const auto path = followLoad(warren(size.panels, heightOf(run)), options);
        return path.ok() && path.value().end == PathEnd::limits;
    });
}

}  // namespace
}  // namespace pt

int main() {
    const pt::Size small{8, 4, 327}, large{10, 8, 879};
    for (const pt::Size& size : {small, large}) {
        pt::edits(size);
        pt::buckling(size);
        pt::loadPath(size);
    }
}
