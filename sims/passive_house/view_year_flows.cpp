#include "sims/passive_house/view_year_flows.h"

#include <algorithm>

namespace pt {
namespace {

constexpr double gapShare = 0.3;  // of the height at most, between the bands of one side
constexpr double widestGap = 14;

double totalOf(const std::vector<Flow>& flows) {
    double total = 0;
    for (const Flow& flow : flows) total += flow.energy;
    return total;
}

// The smallest ones together, so that no more than `most` are left.
void gather(std::vector<Flow>& flows, size_t most) {
    if (flows.size() <= most || most == 0) return;
    Flow other{"other", 0, flows[most - 1].part};
    for (size_t i = most - 1; i < flows.size(); ++i) other.energy += flows[i].energy;
    flows.resize(most - 1);
    flows.push_back(other);
}

// Pushed apart downwards, then back up from the lower edge.
void spreadLabels(std::vector<FlowBand>& bands, double low, double high, double apart) {
    double ceiling = high - apart / 2;
    for (FlowBand& band : bands) {
        band.label = std::min(band.label, ceiling);
        ceiling = band.label - apart;
    }
    double floor = low + apart / 2;
    for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
        band->label = std::max(band->label, floor);
        floor = band->label + apart;
    }
}

}  // namespace

double flowScale(const std::vector<Flow>& in, const std::vector<Flow>& out, double height) {
    const double most = std::max(totalOf(in), totalOf(out));
    return most > 0 ? (1 - gapShare) * height / most : 0;
}

FlowSide layOutFlows(std::vector<Flow> flows, double low, double high, double scale,
                     double labelHeight) {
    std::stable_sort(flows.begin(), flows.end(),
                     [](const Flow& a, const Flow& b) { return a.energy > b.energy; });
    gather(flows, static_cast<size_t>(std::max(1.0, (high - low) / labelHeight)));
    FlowSide side;
    side.total = totalOf(flows);
    const double thick = side.total * scale;
    const double gaps = static_cast<double>(flows.size()) - 1;
    const double gap = gaps > 0 ? std::min(widestGap, (high - low - thick) / gaps) : 0;
    const double middle = (low + high) / 2;
    side.houseHigh = middle + thick / 2;
    side.houseLow = middle - thick / 2;
    double outer = middle + (thick + gaps * gap) / 2, inner = side.houseHigh;
    for (Flow& flow : flows) {
        const double width = flow.energy * scale;
        side.bands.push_back(
            {std::move(flow), outer - width, outer, inner - width, inner, outer - width / 2});
        outer -= width + gap;
        inner -= width;
    }
    spreadLabels(side.bands, low, high, labelHeight);
    return side;
}

}  // namespace pt
