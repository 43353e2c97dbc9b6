#include "engine/numerics/frame_mesh.h"

#include <algorithm>
#include <cmath>

namespace pt::frame {
namespace {

bool hinged(const FrameMember& member, int end) {
    return end == 0 ? member.hingeFrom : member.hingeTo;
}

// Rotations that at least one frame member is clamped to.
std::vector<bool> stiffRotations(const Frame& frame) {
    std::vector<bool> stiff(frame.nodes.size(), false);
    for (const FrameMember& member : frame.members) {
        if (member.truss) continue;
        if (!member.hingeFrom) stiff[member.from] = true;
        if (!member.hingeTo) stiff[member.to] = true;
    }
    return stiff;
}

// Both blocks are [axial a] and [transverse t, coupling b, rotation r (near) and f (far)] in local
// axes, turned to global ones.
Block turned(const Element& element, double axial, double t, double b, double near, double far) {
    const double c = element.cos, s = element.sin;
    const double xx = axial * c * c + t * s * s;
    const double yy = axial * s * s + t * c * c;
    const double xy = (axial - t) * c * s;
    const double bx = -b * s, by = b * c;
    return {{{xx, xy, bx, -xx, -xy, bx},
             {xy, yy, by, -xy, -yy, by},
             {bx, by, near, -bx, -by, far},
             {-xx, -xy, -bx, xx, xy, -bx},
             {-xy, -yy, -by, xy, yy, -by},
             {bx, by, far, -bx, -by, near}}};
}

}  // namespace

Mesh makeMesh(const Frame& frame) {
    Mesh mesh;
    const std::vector<bool> stiff = stiffRotations(frame);
    const auto unknown = [&](size_t node) {
        mesh.dofNode.push_back(static_cast<int>(node));
        return mesh.size++;
    };
    for (size_t n = 0; n < frame.nodes.size(); ++n) {
        const FrameNode& node = frame.nodes[n];
        const int x = node.fixX ? -1 : unknown(n);
        const int y = node.fixY ? -1 : unknown(n);
        const int r = node.fixR || !stiff[n] ? -1 : unknown(n);
        mesh.nodeDofs.push_back({x, y, r});
    }
    for (size_t m = 0; m < frame.members.size(); ++m) {
        const FrameMember& member = frame.members[m];
        Element element;
        element.member = static_cast<int>(m);
        for (int end = 0; end < 2; ++end) {
            const size_t node = static_cast<size_t>(end == 0 ? member.from : member.to);
            const auto& dofs = mesh.nodeDofs[node];
            int rotation = member.truss ? -1 : dofs[2];
            if (!member.truss && hinged(member, end)) rotation = unknown(node);
            element.dof[3 * end] = dofs[0];
            element.dof[3 * end + 1] = dofs[1];
            element.dof[3 * end + 2] = rotation;
        }
        mesh.elements.push_back(element);
    }
    refresh(mesh, frame);
    return mesh;
}

void refresh(Mesh& mesh, const Frame& frame) {
    for (Element& element : mesh.elements) {
        const FrameMember& member = frame.members[element.member];
        const double dx = frame.nodes[member.to].x - frame.nodes[member.from].x;
        const double dy = frame.nodes[member.to].y - frame.nodes[member.from].y;
        element.length = std::sqrt(dx * dx + dy * dy);
        element.cos = dx / element.length;
        element.sin = dy / element.length;
        element.axial = member.E * member.A / element.length;
        element.bending = member.truss ? 0 : member.E * member.I;
    }
}

Block stiffness(const Element& element) {
    const double L = element.length, EI = element.bending;
    return turned(element, element.axial, 12 * EI / (L * L * L), 6 * EI / (L * L), 4 * EI / L,
                  2 * EI / L);
}

Block geometricStiffness(const Element& element, double axialForce) {
    const double L = element.length, N = axialForce;
    if (element.bending == 0) return turned(element, 0, N / L, 0, 0, 0);
    return turned(element, 0, 1.2 * N / L, N / 10, 2 * N * L / 15, -N * L / 30);
}

Ends toLocal(const Element& element, const Ends& global) {
    const double c = element.cos, s = element.sin;
    return {c * global[0] + s * global[1], c * global[1] - s * global[0], global[2],
            c * global[3] + s * global[4], c * global[4] - s * global[3], global[5]};
}

Ends toGlobal(const Element& element, const Ends& local) {
    const double c = element.cos, s = element.sin;
    return {c * local[0] - s * local[1], s * local[0] + c * local[1], local[2],
            c * local[3] - s * local[4], s * local[3] + c * local[4], local[5]};
}

Ends endDisplacements(const Element& element, const Vector& u) {
    Ends ends{};
    for (size_t i = 0; i < 6; ++i)
        if (element.dof[i] >= 0) ends[i] = u[element.dof[i]];
    return ends;
}

Ends clampForces(const Element& element, const FrameMember& member) {
    const double L = element.length;
    const double along = element.cos * member.qx + element.sin * member.qy;
    const double across = element.cos * member.qy - element.sin * member.qx;
    const double moment = member.truss ? 0 : across * L * L / 12;
    return {-along * L / 2, -across * L / 2, -moment, -along * L / 2, -across * L / 2, moment};
}

Ends elasticForces(const Element& element, const Ends& local) {
    const double L = element.length;
    const double pull = element.axial * (local[3] - local[0]);
    const double chord = (local[4] - local[1]) / L;
    const double a = local[2] - chord, b = local[5] - chord;
    const double k = 2 * element.bending / L;
    const double from = k * (2 * a + b), to = k * (a + 2 * b);
    const double shear = (from + to) / L;
    return {-pull, shear, from, pull, -shear, to};
}

double strainEnergy(const Element& element, const Ends& local) {
    const double stretch = local[3] - local[0];
    const double chord = (local[4] - local[1]) / element.length;
    const double a = local[2] - chord, b = local[5] - chord;
    return element.axial * stretch * stretch +
           4 * element.bending / element.length * (a * a + a * b + b * b);
}

Assembler::Assembler(const Mesh& mesh) : pattern_(mesh.size, mesh.size) {
    std::vector<Eigen::Triplet<double>> places;
    for (int i = 0; i < mesh.size; ++i) places.emplace_back(i, i, 0.0);
    for (const Element& element : mesh.elements)
        for (const int row : element.dof)
            for (const int column : element.dof)
                if (column >= 0 && row > column) places.emplace_back(row, column, 0.0);
    pattern_.setFromTriplets(places.begin(), places.end());

    const int* starts = pattern_.outerIndexPtr();
    const int* rows = pattern_.innerIndexPtr();
    for (const Element& element : mesh.elements) {
        std::array<int, 36>& slots = slots_.emplace_back();
        for (size_t i = 0; i < 6; ++i)
            for (size_t j = 0; j < 6; ++j) {
                const int row = element.dof[i], column = element.dof[j];
                if (column < 0 || row < column) {
                    slots[6 * i + j] = -1;
                    continue;
                }
                const int* found =
                    std::lower_bound(rows + starts[column], rows + starts[column + 1], row);
                slots[6 * i + j] = static_cast<int>(found - rows);
            }
    }
}

void Assembler::clear(Matrix& matrix) const {
    std::fill_n(matrix.valuePtr(), matrix.nonZeros(), 0.0);
}

void Assembler::add(Matrix& matrix, size_t element, const Block& block) const {
    const std::array<int, 36>& slots = slots_[element];
    double* values = matrix.valuePtr();
    for (size_t i = 0; i < 6; ++i)
        for (size_t j = 0; j < 6; ++j)
            if (slots[6 * i + j] >= 0) values[slots[6 * i + j]] += block[i][j];
}

Vector scales(const Mesh& mesh, const Matrix& stiffness) {
    Vector largest = stiffness.diagonal();
    for (const auto& dofs : mesh.nodeDofs) {
        if (dofs[0] < 0 || dofs[1] < 0) continue;
        largest[dofs[0]] = largest[dofs[1]] = std::max(largest[dofs[0]], largest[dofs[1]]);
    }
    Vector result(mesh.size);
    for (int i = 0; i < mesh.size; ++i) result[i] = largest[i] > 0 ? 1 / std::sqrt(largest[i]) : 1;
    return result;
}

void scale(Matrix& matrix, const Vector& scales) {
    for (int column = 0; column < matrix.outerSize(); ++column)
        for (Matrix::InnerIterator entry(matrix, column); entry; ++entry)
            entry.valueRef() *= scales[entry.row()] * scales[column];
}

}  // namespace pt::frame
