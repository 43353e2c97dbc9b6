#include "sims/passive_house/detail_shape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pt {
namespace {

constexpr double filmOut = 0.04, filmWall = 0.13, filmFloor = 0.17, filmCeiling = 0.10;
constexpr double same = 1e-9;  // m

// The sheet in cells between all borders of rectangles, each of one rectangle or of air.
class Cells {
public:
    explicit Cells(const Detail& detail) : detail_(detail) {
        const DetailBox& sheet = detail.sheet;
        xs_ = {sheet.x0, sheet.x1};
        ys_ = {sheet.y0, sheet.y1};
        for (const DetailRectangle& each : detail.rectangles) {
            xs_.insert(xs_.end(), {each.x0, each.x1});
            ys_.insert(ys_.end(), {each.y0, each.y1});
        }
        settle(xs_, sheet.x0, sheet.x1);
        settle(ys_, sheet.y0, sheet.y1);
        fill();
    }

    int columns() const { return static_cast<int>(xs_.size()) - 1; }
    int rows() const { return static_cast<int>(ys_.size()) - 1; }
    double x(int column) const { return xs_[static_cast<size_t>(column)]; }
    double y(int row) const { return ys_[static_cast<size_t>(row)]; }
    int& at(int column, int row) { return cells_[index(column, row)]; }
    int at(int column, int row) const { return cells_[index(column, row)]; }
    bool has(int column, int row) const {
        return column >= 0 && row >= 0 && column < columns() && row < rows();
    }
    // The cell that this point lies in; -1 outside the sheet.
    int columnOf(double x) const { return slot(xs_, x); }
    int rowOf(double y) const { return slot(ys_, y); }

private:
    size_t index(int column, int row) const {
        return static_cast<size_t>(row) * (xs_.size() - 1) + static_cast<size_t>(column);
    }
    static void settle(std::vector<double>& list, double low, double high) {
        for (double& value : list) value = std::clamp(value, low, high);
        std::sort(list.begin(), list.end());
        const auto near = [](double a, double b) { return b - a < same; };
        list.erase(std::unique(list.begin(), list.end(), near), list.end());
    }
    static int slot(const std::vector<double>& list, double value) {
        const auto above = std::upper_bound(list.begin(), list.end(), value);
        return above == list.end() ? -1 : static_cast<int>(above - list.begin()) - 1;
    }
    void fill();

    const Detail& detail_;
    std::vector<double> xs_, ys_;
    std::vector<int> cells_;  // a rectangle's index, or one of the following
};

constexpr int empty = -1, insideAir = -2, outsideAir = -3,
              firstHollow = -4;  // and below
int airOf(Climate climate) { return climate == Climate::inside ? insideAir : outsideAir; }
bool isOpenAir(int cell) { return cell == insideAir || cell == outsideAir; }

void Cells::fill() {
    cells_.assign((xs_.size() - 1) * (ys_.size() - 1), empty);
    for (int row = 0; row < rows(); ++row)
        for (int column = 0; column < columns(); ++column) {
            const double middleX = (x(column) + x(column + 1)) / 2;
            const double middleY = (y(row) + y(row + 1)) / 2;
            for (size_t i = detail_.rectangles.size(); i-- > 0;) {
                const DetailRectangle& each = detail_.rectangles[i];
                if (middleX < each.x0 || middleX > each.x1 || middleY < each.y0 ||
                    middleY > each.y1)
                    continue;
                at(column, row) = static_cast<int>(i);
                break;
            }
        }
}

constexpr std::array<std::array<int, 2>, 4> ways{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};

// All empty cells around this one become `value`; false when they meet other air.
bool flood(Cells& cells, int column, int row, int value) {
    std::vector<std::array<int, 2>> todo{{column, row}};
    cells.at(column, row) = value;
    bool alone = true;
    while (!todo.empty()) {
        const auto [c, r] = todo.back();
        todo.pop_back();
        for (const auto& way : ways) {
            const int nextC = c + way[0], nextR = r + way[1];
            if (!cells.has(nextC, nextR)) continue;
            int& next = cells.at(nextC, nextR);
            if (isOpenAir(next) && next != value) alone = false;
            if (next != empty) continue;
            next = value;
            todo.push_back({nextC, nextR});
        }
    }
    return alone;
}

// Open air from its points; what stays empty is closed in. Error detail.leak.
Result<int> findAir(const Detail& detail, Cells& cells) {
    for (const DetailAir& air : detail.airs) {
        const int column = cells.columnOf(air.x), row = cells.rowOf(air.y);
        if (!cells.has(column, row)) continue;
        const int now = cells.at(column, row), wanted = airOf(air.climate);
        if (now == empty) {
            if (!flood(cells, column, row, wanted)) return Error{"detail.leak", "", {}};
        } else if (isOpenAir(now) && now != wanted) {
            return Error{"detail.leak", "", {}};
        }
    }
    int hollows = 0;
    for (int row = 0; row < cells.rows(); ++row)
        for (int column = 0; column < cells.columns(); ++column)
            if (cells.at(column, row) == empty) flood(cells, column, row, firstHollow - hollows++);
    return hollows;
}

std::vector<DetailHollow> hollowsOf(const Cells& cells, int count) {
    std::vector<DetailHollow> hollows(static_cast<size_t>(count));
    for (int row = 0; row < cells.rows(); ++row)
        for (int column = 0; column < cells.columns(); ++column) {
            const int cell = cells.at(column, row);
            if (cell > firstHollow) continue;
            hollows[static_cast<size_t>(firstHollow - cell)].boxes.push_back(
                {cells.x(column), cells.y(row), cells.x(column + 1), cells.y(row + 1)});
        }
    for (DetailHollow& hollow : hollows) {
        DetailBox all = hollow.boxes.front();
        for (const DetailBox& box : hollow.boxes)
            all = {std::min(all.x0, box.x0), std::min(all.y0, box.y0), std::max(all.x1, box.x1),
                   std::max(all.y1, box.y1)};
        const double width = all.x1 - all.x0, height = all.y1 - all.y0;
        hollow.conductivity = hollowConductivity(std::min(width, height), std::max(width, height));
    }
    return hollows;
}

double filmOf(Climate air, int normalY) {
    if (air == Climate::outside) return filmOut;
    return normalY > 0 ? filmFloor : normalY < 0 ? filmCeiling : filmWall;
}

// Adds an edge, or makes the last one longer when it goes on.
void addEdge(std::vector<DetailEdge>& edges, DetailEdge edge) {
    if (!edges.empty()) {
        DetailEdge& last = edges.back();
        const bool goesOn = last.air == edge.air && last.rectangle == edge.rectangle &&
                            last.normalX == edge.normalX && last.normalY == edge.normalY &&
                            last.x1 == edge.x0 && last.y1 == edge.y0;
        if (goesOn) {
            last.x1 = edge.x1;
            last.y1 = edge.y1;
            return;
        }
    }
    edges.push_back(edge);
}

// The face between a cell and its neighbour in this direction, when that is open air.
void addFace(const Cells& cells, int column, int row, const std::array<int, 2>& way,
             std::vector<DetailEdge>& edges) {
    const int own = cells.at(column, row);
    if (own < 0 || !cells.has(column + way[0], row + way[1])) return;
    const int next = cells.at(column + way[0], row + way[1]);
    if (!isOpenAir(next)) return;
    DetailEdge edge;
    edge.air = next == insideAir ? Climate::inside : Climate::outside;
    edge.x0 = way[0] > 0 ? cells.x(column + 1) : cells.x(column);
    edge.x1 = way[0] < 0 ? cells.x(column) : cells.x(column + 1);
    edge.y0 = way[1] > 0 ? cells.y(row + 1) : cells.y(row);
    edge.y1 = way[1] < 0 ? cells.y(row) : cells.y(row + 1);
    edge.normalX = way[0];
    edge.normalY = way[1];
    edge.resistance = filmOf(edge.air, way[1]);
    edge.rectangle = own;
    addEdge(edges, edge);
}

std::vector<DetailEdge> edgesOf(const Cells& cells) {
    std::vector<DetailEdge> edges;
    for (const auto& way : ways) {
        if (way[0] != 0) {  // along columns, so that neighbours follow each other
            for (int column = 0; column < cells.columns(); ++column)
                for (int row = 0; row < cells.rows(); ++row)
                    addFace(cells, column, row, way, edges);
        } else {
            for (int row = 0; row < cells.rows(); ++row)
                for (int column = 0; column < cells.columns(); ++column)
                    addFace(cells, column, row, way, edges);
        }
    }
    return edges;
}

bool isSoil(std::string_view material) {
    return material == "soil" || material == "clay_soil" || material == "sand_soil";
}

// The line between a cell and the one on its right or above it, when they are unlike.
void addSeam(const Cells& cells, int column, int row, bool right, std::vector<DetailBox>& seams) {
    const int c = column + (right ? 1 : 0), r = row + (right ? 0 : 1);
    if (!cells.has(c, r) || cells.at(column, row) == cells.at(c, r)) return;
    const DetailBox seam{right ? cells.x(c) : cells.x(column), right ? cells.y(row) : cells.y(r),
                         cells.x(column + 1), cells.y(row + 1)};
    if (!seams.empty() && seams.back().x1 == seam.x0 && seams.back().y1 == seam.y0) {
        seams.back().x1 = seam.x1;
        seams.back().y1 = seam.y1;
        return;
    }
    seams.push_back(seam);
}

std::vector<DetailBox> seamsOf(const Cells& cells) {
    std::vector<DetailBox> seams;
    for (int column = 0; column < cells.columns(); ++column)
        for (int row = 0; row < cells.rows(); ++row) addSeam(cells, column, row, true, seams);
    for (int row = 0; row < cells.rows(); ++row)
        for (int column = 0; column < cells.columns(); ++column)
            addSeam(cells, column, row, false, seams);
    return seams;
}

// The layers along one side of the sheet from the room to the outer air, or to soil in a corner.
struct Cut {
    bool upright = false;  // a wall that goes on above or below the sheet
    double side = 0;       // y of that side of the sheet; x for a floor or roof
    double inner = 0,
           outer = 0;       // where its faces are, x of a wall or y of a floor
    double resistance = 0;  // m² K/W with films, without soil
    double soil = 0;        // W/(m K), of the ground under it; 0: none
    bool window = true;     // nothing but frame and glass
};

// Cells along a side: `place` maps 0, 1, … on the cell; `border` gives their borders.
template <class Place, class Border>
void addCuts(const Detail& detail, const DetailShape& shape, const Cells& cells, int count,
             Place place, Border border, bool upright, double side, std::vector<Cut>& cuts) {
    const auto value = [&](int i) {
        return i < 0 || i >= count ? empty : cells.at(place(i)[0], place(i)[1]);
    };
    for (int start = 0; start < count;) {
        if (isOpenAir(value(start))) {
            ++start;
            continue;
        }
        int end = start;
        while (end < count && !isOpenAir(value(end))) ++end;
        const int before = value(start - 1), after = value(end);
        Cut cut;
        cut.upright = upright;
        cut.side = side;
        for (int i = start; i < end; ++i) {
            const int cell = value(i);
            const double thickness = border(i + 1) - border(i);
            if (cell >= 0) {
                const DetailRectangle& rectangle = detail.rectangles[static_cast<size_t>(cell)];
                const double conductivity = materialOf(rectangle).conductivity;
                if (isSoil(rectangle.material))
                    cut.soil = conductivity;
                else
                    cut.resistance += thickness / conductivity;
                if (!isWindowPart(rectangle.material)) cut.window = false;
            } else {
                cut.resistance +=
                    thickness / shape.hollows[static_cast<size_t>(firstHollow - cell)].conductivity;
                cut.window = false;
            }
        }
        const bool outsideIn = after == insideAir;  // the room lies at the end
        const int room = outsideIn ? after : before, open = outsideIn ? before : after;
        const bool ground = cut.soil > 0 && open == empty && detail.ground > 0;
        if (room == insideAir && (open == outsideAir || ground)) {
            const int normal = upright ? 0 : outsideIn ? 1 : -1;
            cut.resistance += filmOf(Climate::inside, normal) + filmOut;
            cut.inner = outsideIn ? border(end) : border(start);
            cut.outer = outsideIn ? border(start) : border(end);
            if (!ground) cut.soil = 0;
            cuts.push_back(cut);
        }
        start = end;
    }
}

std::vector<Cut> cutsOf(const Detail& detail, const DetailShape& shape, const Cells& cells) {
    std::vector<Cut> cuts;
    const int columns = cells.columns(), rows = cells.rows();
    const auto xBorder = [&](int i) { return cells.x(i); };
    const auto yBorder = [&](int i) { return cells.y(i); };
    using At = std::array<int, 2>;
    addCuts(
        detail, shape, cells, columns,
        [](int i) {
            return At{i, 0};
        },
        xBorder, true, detail.sheet.y0, cuts);
    addCuts(
        detail, shape, cells, columns,
        [rows](int i) {
            return At{i, rows - 1};
        },
        xBorder, true, detail.sheet.y1, cuts);
    addCuts(
        detail, shape, cells, rows,
        [](int i) {
            return At{0, i};
        },
        yBorder, false, detail.sheet.x0, cuts);
    addCuts(
        detail, shape, cells, rows,
        [columns](int i) {
            return At{columns - 1, i};
        },
        yBorder, false, detail.sheet.x1, cuts);
    return cuts;
}

// The border between a window and what it stands in, along the wall.
double windowBorder(const Detail& detail, bool atTop) {
    double low = detail.sheet.y1, high = detail.sheet.y0;
    for (const DetailRectangle& each : detail.rectangles)
        if (isWindowPart(each.material)) {
            low = std::min(low, each.y0);
            high = std::max(high, each.y1);
        }
    return atTop ? low : high;
}

// Height of the ground before the wall: the highest soil face under open air.
double groundLevel(const Detail& detail, const DetailShape& shape, double fallback) {
    double level = fallback;
    for (const DetailEdge& edge : shape.edges)
        if (edge.air == Climate::outside && edge.normalY > 0 &&
            isSoil(detail.rectangles[static_cast<size_t>(edge.rectangle)].material))
            level = std::max(level, edge.y0);
    return level;
}

// Outer dimensions: up to the outer face of the part it meets; two parts in line share the sheet at
// its middle, or where a window begins.
void measure(const Detail& detail, const DetailShape& shape, const std::vector<Cut>& cuts,
             const Cut& cut, DetailPart& part) {
    const Cut* across = nullptr;
    const Cut* inLine = nullptr;
    for (const Cut& other : cuts) {
        if (&other == &cut) continue;
        (other.upright == cut.upright ? inLine : across) = &other;
    }
    const DetailBox& sheet = detail.sheet;
    const double low = cut.upright ? sheet.y0 : sheet.x0, high = cut.upright ? sheet.y1 : sheet.x1;
    double end = cut.side == low ? high : low;
    if (inLine && (cut.window || inLine->window))
        end = windowBorder(detail, (cut.window ? cut.side : inLine->side) == sheet.y1);
    else if (inLine)
        end = (low + high) / 2;
    else if (across && across->soil > 0)
        end = groundLevel(detail, shape, across->inner);
    else if (across)
        end = across->outer;
    part.length = std::fabs(cut.side - end);
    // A floor on the ground is measured along the room, where it can be seen.
    const double along = cut.soil > 0 ? cut.inner : cut.outer;
    part.fromX = cut.upright ? along : cut.side;
    part.fromY = cut.upright ? cut.side : along;
    part.toX = cut.upright ? along : end;
    part.toY = cut.upright ? end : along;
}

std::vector<DetailPart> partsOf(const Detail& detail, const DetailShape& shape,
                                const Cells& cells) {
    std::vector<DetailPart> parts;
    const std::vector<Cut> cuts = cutsOf(detail, shape, cells);
    for (const Cut& cut : cuts) {
        DetailPart part;
        measure(detail, shape, cuts, cut, part);
        if (cut.soil > 0) {
            part.kind = DetailPart::Kind::ground;
            const double wall = std::max(0.0, part.length - detail.ground / 2);
            part.U = groundFloorU(detail.ground, wall, cut.soil, cut.resistance);
        } else if (cut.window) {
            part.kind = DetailPart::Kind::window;
        } else {
            part.U = 1 / cut.resistance;
        }
        parts.push_back(part);
    }
    return parts;
}

}  // namespace

// R = 1 / (h_a + E h_r0 (1 + √(1 + d²/b²) − d/b) / 2), ISO 6946 annex D, with h_a = max(1.25,
// 0.025/d) for horizontal heat flow, h_r0 at 10 °C and faces of emissivity 0.9.
double hollowConductivity(double thickness, double width) {
    constexpr double radiation = 5.15, exchange = 1 / (1 / 0.9 + 1 / 0.9 - 1);
    const double ratio = thickness / width;
    const double across = std::max(1.25, 0.025 / thickness) +
                          exchange * radiation * (1 + std::sqrt(1 + ratio * ratio) - ratio) / 2;
    return thickness * across;
}

Result<DetailShape> shapeOf(const Detail& detail) {
    Cells cells(detail);
    const Result<int> hollows = findAir(detail, cells);
    if (!hollows.ok()) return hollows.error();
    DetailShape shape;
    shape.hollows = hollowsOf(cells, hollows.value());
    shape.edges = edgesOf(cells);
    shape.seams = seamsOf(cells);
    const auto touches = [&shape](Climate air) {
        return std::any_of(shape.edges.begin(), shape.edges.end(),
                           [air](const DetailEdge& edge) { return edge.air == air; });
    };
    if (!touches(Climate::inside)) return Error{"detail.no_inside", "", {}};
    if (!touches(Climate::outside)) return Error{"detail.no_outside", "", {}};
    shape.parts = partsOf(detail, shape, cells);
    return shape;
}

}  // namespace pt
