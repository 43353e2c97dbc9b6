#include "sims/passive_house/view_detail_lines.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>

#include "engine/view/nice.h"

namespace pt {
namespace {

constexpr double finest = 1.0 / 80;  // of the box: meshes of the net are not smaller
constexpr int wantedLines = 18, mostLines = 40;

// The borders of cells within low .. high, thinned out; those beside a jump in
// size stay.
std::vector<double> thinned(std::span<const double> borders, double low, double high) {
    const double least = (high - low) * finest;
    std::vector<double> kept{low};
    for (const double border : borders)
        if (border - kept.back() >= least && high - border >= least) kept.push_back(border);
    kept.push_back(high);
    return kept;
}

// Edges of the net have numbers: those along x first.
struct Crossings {
    const DetailNet& net;
    double level;

    int along(size_t column, size_t row) const {
        return static_cast<int>(row * net.xs.size() + column);
    }
    int up(size_t column, size_t row) const {
        return static_cast<int>((net.ys.size() + row) * net.xs.size() + column);
    }
    Vec pointOf(int edge) const {
        const size_t width = net.xs.size(), height = net.ys.size();
        const bool isUp = static_cast<size_t>(edge) >= width * height;
        const size_t index = static_cast<size_t>(edge) - (isUp ? width * height : 0);
        const size_t column = index % width, row = index / width;
        const double a = net.at(column, row);
        const double b = isUp ? net.at(column, row + 1) : net.at(column + 1, row);
        const double share = (level - a) / (b - a);
        const Vec from(net.xs[column], net.ys[row]);
        const Vec to = isUp ? Vec(from.x, net.ys[row + 1]) : Vec(net.xs[column + 1], from.y);
        return from + share * (to - from);
    }
    // Pairs of edges of this mesh that the line joins.
    void segments(size_t column, size_t row, std::vector<std::pair<int, int>>& found) const {
        const double corners[] = {net.at(column, row), net.at(column + 1, row),
                                  net.at(column + 1, row + 1), net.at(column, row + 1)};
        const int edges[] = {along(column, row), up(column + 1, row), along(column, row + 1),
                             up(column, row)};
        int cut[4], count = 0;
        for (int i = 0; i < 4; ++i) {
            const double a = corners[i], b = corners[(i + 1) % 4];
            if (!std::isfinite(a)) return;
            if ((a < level) != (b < level)) cut[count++] = edges[i];
        }
        if (count == 2) found.emplace_back(cut[0], cut[1]);
        if (count != 4) return;
        const double middle = (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
        const bool turned = (middle < level) == (corners[0] < level);
        found.emplace_back(cut[0], cut[turned ? 1 : 3]);
        found.emplace_back(cut[2], cut[turned ? 3 : 1]);
    }
};

using Joints = std::map<int, std::vector<int>>;  // edge of the net -> segments
                                                 // that end there

// Follows the segments from one end as far as they go.
std::vector<int> follow(int edge, size_t segment, const Joints& joints,
                        const std::vector<std::pair<int, int>>& segments, std::vector<char>& used) {
    std::vector<int> chain{edge};
    for (int next = static_cast<int>(segment); next >= 0;) {
        used[static_cast<size_t>(next)] = 1;
        const auto& [a, b] = segments[static_cast<size_t>(next)];
        edge = edge == a ? b : a;
        chain.push_back(edge);
        next = -1;
        for (const int other : joints.at(edge))
            if (!used[static_cast<size_t>(other)]) next = other;
    }
    return chain;
}

// Heat that comes in here, W/m².
double inflow(const Heat2d& field, const DetailEdge& edge, Vec at) {
    const Heat2d::Flux flux = field.flux(at.x, at.y);
    return -(flux.x * edge.normalX + flux.y * edge.normalY);
}

bool inside(const DetailBox& box, Vec at) {
    return at.x >= box.x0 && at.x <= box.x1 && at.y >= box.y0 && at.y <= box.y1;
}

// Along the heat from a point of a face, by the midpoint rule.
std::vector<Vec> streamLine(const Heat2d& field, Vec at, const DetailBox& box) {
    const double step = std::max(box.x1 - box.x0, box.y1 - box.y0) / 220;
    constexpr int most = 800;
    const auto wayAt = [&field](Vec where) {
        const Heat2d::Flux flux = field.flux(where.x, where.y);
        const double length = std::sqrt(flux.x * flux.x + flux.y * flux.y);
        return length > 0 ? Vec(flux.x, flux.y) / length : Vec(0, 0);
    };
    std::vector<Vec> line{at};
    for (int i = 0; i < most; ++i) {
        const Vec first = wayAt(at);
        if (first == Vec(0, 0)) break;
        const Vec half = wayAt(at + first * (step / 2));
        const Vec way = half == Vec(0, 0) ? first : half;
        const Vec next = at + way * step;
        if (!inside(box, next)) break;
        at = next;
        line.push_back(at);
    }
    return line;
}

}  // namespace

DetailNet netOf(const Heat2d& field, const DetailBox& box) {
    DetailNet net;
    net.xs = thinned(field.xs(), box.x0, box.x1);
    net.ys = thinned(field.ys(), box.y0, box.y1);
    net.values.reserve(net.xs.size() * net.ys.size());
    for (const double y : net.ys)
        for (const double x : net.xs) net.values.push_back(field.at(x, y));
    for (size_t row = 0; row + 1 < net.ys.size(); ++row)
        for (size_t column = 0; column + 1 < net.xs.size(); ++column)
            net.filled.push_back(!std::isnan(field.at((net.xs[column] + net.xs[column + 1]) / 2,
                                                      (net.ys[row] + net.ys[row + 1]) / 2)));
    return net;
}

std::vector<std::vector<Vec>> isotherm(const DetailNet& net, double level) {
    const Crossings crossings{net, level};
    std::vector<std::pair<int, int>> segments;
    for (size_t row = 0; row + 1 < net.ys.size(); ++row)
        for (size_t column = 0; column + 1 < net.xs.size(); ++column)
            if (net.filled[row * (net.xs.size() - 1) + column])
                crossings.segments(column, row, segments);
    Joints joints;
    for (size_t i = 0; i < segments.size(); ++i) {
        joints[segments[i].first].push_back(static_cast<int>(i));
        joints[segments[i].second].push_back(static_cast<int>(i));
    }
    std::vector<char> used(segments.size(), 0);
    std::vector<std::vector<Vec>> lines;
    const auto add = [&](int edge, size_t segment) {
        std::vector<Vec> line;
        for (const int each : follow(edge, segment, joints, segments, used))
            line.push_back(crossings.pointOf(each));
        lines.push_back(std::move(line));
    };
    for (const auto& [edge, ends] : joints)  // open lines from their ends, then closed ones
        if (ends.size() == 1 && !used[static_cast<size_t>(ends[0])])
            add(edge, static_cast<size_t>(ends[0]));
    for (size_t i = 0; i < segments.size(); ++i)
        if (!used[i]) add(segments[i].first, i);
    return lines;
}

HeatLines heatLines(const Heat2d& field, const std::vector<DetailEdge>& edges,
                    const DetailBox& box) {
    struct Piece {
        Vec at;
        double heat;  // W/m
        const DetailEdge* edge;
    };
    std::vector<Piece> pieces;
    double total = 0;
    const double length = std::max(box.x1 - box.x0, box.y1 - box.y0) / 250;
    for (const DetailEdge& edge : edges) {
        if (edge.air != Climate::inside) continue;
        const Vec from(std::max(edge.x0, box.x0), std::max(edge.y0, box.y0));
        const Vec to(std::min(edge.x1, box.x1), std::min(edge.y1, box.y1));
        if (to.x < from.x || to.y < from.y) continue;
        const double whole = glm::distance(from, to);
        const int count = std::max(1, static_cast<int>(whole / length));
        for (int i = 0; i < count; ++i) {
            const Vec at = from + (to - from) * ((i + 0.5) / count);
            const double heat = inflow(field, edge, at) * whole / count;
            pieces.push_back({at, heat, &edge});
            total += std::max(0.0, heat);
        }
    }
    HeatLines found;
    if (!(total > 1e-6)) return found;
    found.each = niceStep(total / wantedLines);
    double gathered = found.each / 2;
    for (const Piece& piece : pieces) {
        gathered += std::max(0.0, piece.heat);
        if (gathered < found.each || found.lines.size() >= mostLines) continue;
        gathered -= found.each;
        std::vector<Vec> line = streamLine(field, piece.at, box);
        if (line.size() > 2) found.lines.push_back(std::move(line));
    }
    return found;
}

}  // namespace pt
