#include "engine/numerics/frame_mesh.h"

#include <algorithm>
#include <cmath>

namespace pt::frame {
namespace {

// Rotations that at least one frame member is joined to.
std::vector<bool> stiffRotations(const Frame& frame) {
    std::vector<bool> stiff(frame.nodes.size(), false);
    for (const FrameMember& member : frame.members) {
        if (joined(member, 0)) stiff[member.from] = true;
        if (joined(member, 1)) stiff[member.to] = true;
    }
    return stiff;
}

// A quadratic form of the chord's turn c and of the end nodes' turns a, b relative to the chord.
struct Form {
    double cc = 0, ca = 0, cb = 0, aa = 0, ab = 0, bb = 0;
};

Form bendingForm(const Element& element) {
    const double r = element.fixFrom, s = element.fixTo;
    const double k = 12 * element.bending / element.length / (4 - r * s);
    Form form;
    form.aa = k * r;
    form.ab = k * r * s / 2;
    form.bb = k * s;
    return form;
}

// The member's ends turn p a + q b and v a + w b: the rest is in the springs.
struct EndTurns {
    double p, q, v, w;
};

EndTurns endTurns(const Element& element) {
    const double r = element.fixFrom, s = element.fixTo, d = 4 - r * s;
    return {r * (4 - s) / d, -2 * s * (1 - r) / d, -2 * r * (1 - s) / d, s * (4 - r) / d};
}

// From a form of the turns of the member's own ends.
Form throughSprings(const Form& own, const EndTurns& t) {
    Form form;
    form.cc = own.cc;
    form.ca = own.ca * t.p + own.cb * t.v;
    form.cb = own.ca * t.q + own.cb * t.w;
    form.aa = own.aa * t.p * t.p + 2 * own.ab * t.p * t.v + own.bb * t.v * t.v;
    form.ab = own.aa * t.p * t.q + own.ab * (t.p * t.w + t.q * t.v) + own.bb * t.v * t.w;
    form.bb = own.aa * t.q * t.q + 2 * own.ab * t.q * t.w + own.bb * t.w * t.w;
    return form;
}

// ∫ N w'² of the cubic shape, N linear.
Form geometricForm(const Element& element, Axial force) {
    const double L = element.length, N = force.mean, dN = force.rise;
    const Form own{N * L,       -dN * L / 12,
                   dN * L / 12, 2 * N * L / 15 - dN * L / 30,
                   -N * L / 30, 2 * N * L / 15 + dN * L / 30};
    return throughSprings(own, endTurns(element));
}

// The element matrix in global axes; `axial` is the stiffness along the member.
Block turned(const Element& element, double axial, const Form& form) {
    const double c = element.cos, s = element.sin, L = element.length;
    const double t =
        (form.cc - 2 * (form.ca + form.cb) + form.aa + 2 * form.ab + form.bb) / (L * L);
    const double a = (form.aa + form.ab - form.ca) / L, b = (form.bb + form.ab - form.cb) / L;
    const double xx = axial * c * c + t * s * s;
    const double yy = axial * s * s + t * c * c;
    const double xy = (axial - t) * c * s;
    return {{{xx, xy, -a * s, -xx, -xy, -b * s},
             {xy, yy, a * c, -xy, -yy, b * c},
             {-a * s, a * c, form.aa, a * s, -a * c, form.ab},
             {-xx, -xy, a * s, xx, xy, b * s},
             {-xy, -yy, -a * c, xy, yy, -b * c},
             {-b * s, b * c, form.ab, b * s, -b * c, form.bb}}};
}

// Of the member's own E I / L: beyond it rounding of the spring would hide the member.
constexpr double stiffest = 1e8;

double fixity(double spring, double bending, double length) {
    return spring > 0 && bending > 0 ? 1 / (1 + 3 * bending / (spring * length)) : 0;
}

}  // namespace

bool joined(const FrameMember& member, size_t end) {
    if (member.truss) return false;
    return end == 0 ? !member.hingeFrom && member.springFrom > 0
                    : !member.hingeTo && member.springTo > 0;
}

bool turnsOnNode(const FrameMember& member, size_t end) {
    if (member.truss) return false;
    return !joined(member, end) || std::isfinite(end == 0 ? member.springFrom : member.springTo);
}

Mesh makeMesh(const Frame& frame, Joints joints) {
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
        for (size_t end = 0; end < 2; ++end) {
            const int at = end == 0 ? member.from : member.to;
            const auto& dofs = mesh.nodeDofs[at];
            element.dof[3 * end] = dofs[0];
            element.dof[3 * end + 1] = dofs[1];
            element.dof[3 * end + 2] = joined(member, end) ? dofs[2] : -1;
            if (joints == Joints::eliminated || !turnsOnNode(member, end)) continue;
            element.own[end] = true;
            element.dof[3 * end + 2] = unknown(static_cast<size_t>(at));
            if (joined(member, end))
                mesh.joints.push_back({m, end, element.dof[3 * end + 2], dofs[2], 0, 0});
        }
        mesh.elements.push_back(element);
    }
    refresh(mesh, frame);
    return mesh;
}

void refresh(Mesh& mesh, const Frame& frame) {
    for (Element& element : mesh.elements) {
        const FrameMember& member = frame.members[element.member];
        const FrameNode &a = frame.nodes[member.from], &b = frame.nodes[member.to];
        const double dx = b.x - a.x, dy = b.y - a.y;
        element.length = std::sqrt(dx * dx + dy * dy);
        element.cos = dx / element.length;
        element.sin = dy / element.length;
        element.axial = member.E * member.A / element.length;
        element.bending = member.truss ? 0 : member.E * member.I;
        const double springFrom = joined(member, 0) ? member.springFrom : 0;
        const double springTo = joined(member, 1) ? member.springTo : 0;
        element.fixFrom = element.own[0] ? 1 : fixity(springFrom, element.bending, element.length);
        element.fixTo = element.own[1] ? 1 : fixity(springTo, element.bending, element.length);
        element.held = {a.fixX ? a.moveX : 0, a.fixY ? a.moveY : 0, a.fixR ? a.turn : 0,
                        b.fixX ? b.moveX : 0, b.fixY ? b.moveY : 0, b.fixR ? b.turn : 0};
    }
    for (Joint& joint : mesh.joints) {
        const Element& element = mesh.elements[joint.element];
        const FrameMember& member = frame.members[element.member];
        const double spring = joint.end == 0 ? member.springFrom : member.springTo;
        joint.stiffness = std::min(spring, stiffest * element.bending / element.length);
        joint.held = element.held[3 * joint.end + 2];
    }
}

Block stiffness(const Element& element) {
    return turned(element, element.axial, bendingForm(element));
}

Axial axialForce(const Element& element, const FrameMember& member, const Ends& local) {
    const double along = element.cos * member.qx + element.sin * member.qy;
    return {element.axial * (local[3] - local[0]), -along * element.length};
}

Block geometricStiffness(const Element& element, Axial force) {
    return turned(element, 0, geometricForm(element, force));
}

Ends geometricForces(const Element& element, Axial force, const Ends& local) {
    const double chord = (local[4] - local[1]) / element.length;
    const double a = local[2] - chord, b = local[5] - chord;
    const Form form = geometricForm(element, force);
    const double from = form.ca * chord + form.aa * a + form.ab * b;
    const double to = form.cb * chord + form.ab * a + form.bb * b;
    const double turning = form.cc * chord + form.ca * a + form.cb * b;
    const double shear = (from + to - turning) / element.length;
    return {0, shear, from, 0, -shear, to};
}

// In (v1, v2, α, β), α and β being the turns of the member's ends from the chord, and from there to
// the nodes' own displacements.
Block mass(const Element& element, double rhoA) {
    const double L = element.length, m = rhoA * L;
    const double own[4][4] = {{m / 3, m / 6, m * L / 20, -m * L / 30},
                              {m / 6, m / 3, m * L / 30, -m * L / 20},
                              {m * L / 20, m * L / 30, m * L * L / 105, -m * L * L / 140},
                              {-m * L / 30, -m * L / 20, -m * L * L / 140, m * L * L / 105}};
    const EndTurns t = endTurns(element);
    const double alpha = (t.p + t.q) / L, beta = (t.v + t.w) / L;
    const double c = element.cos, s = element.sin;
    // Rows: v1, v2, α, β of the global end displacements; then the two along the member.
    const double across[4][6] = {{-s, c, 0, 0, 0, 0},
                                 {0, 0, 0, -s, c, 0},
                                 {-s * alpha, c * alpha, t.p, s * alpha, -c * alpha, t.q},
                                 {-s * beta, c * beta, t.v, s * beta, -c * beta, t.w}};
    const double along[2][6] = {{c, s, 0, 0, 0, 0}, {0, 0, 0, c, s, 0}};
    Block block{};
    for (size_t i = 0; i < 6; ++i)
        for (size_t j = 0; j < 6; ++j) {
            for (size_t k = 0; k < 4; ++k)
                for (size_t l = 0; l < 4; ++l)
                    block[i][j] += across[k][i] * own[k][l] * across[l][j];
            for (size_t k = 0; k < 2; ++k)
                for (size_t l = 0; l < 2; ++l) block[i][j] += along[k][i] * own[k][l] * along[l][j];
        }
    return block;
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
    Ends ends = element.held;
    for (size_t i = 0; i < 6; ++i)
        if (element.dof[i] >= 0) ends[i] = u[element.dof[i]];
    return ends;
}

Ends freeDisplacements(const Element& element, const Vector& u) {
    Ends ends{};
    for (size_t i = 0; i < 6; ++i)
        if (element.dof[i] >= 0) ends[i] = u[element.dof[i]];
    return ends;
}

Ends clampForces(const Element& element, const FrameMember& member) {
    const double L = element.length, r = element.fixFrom, s = element.fixTo;
    const double along = element.cos * member.qx + element.sin * member.qy;
    const double across = element.cos * member.qy - element.sin * member.qx;
    const double moment = across * L * L / 4 / (4 - r * s);
    const double from = -moment * r * (2 - s), to = moment * s * (2 - r);
    const double shear = (from + to) / L;
    return {-along * L / 2, shear - across * L / 2,  from,
            -along * L / 2, -shear - across * L / 2, to};
}

Ends elasticForces(const Element& element, const Ends& local) {
    const double pull = element.axial * (local[3] - local[0]);
    const double chord = (local[4] - local[1]) / element.length;
    const double a = local[2] - chord, b = local[5] - chord;
    const Form form = bendingForm(element);
    const double from = form.aa * a + form.ab * b, to = form.ab * a + form.bb * b;
    const double shear = (from + to) / element.length;
    return {-pull, shear, from, pull, -shear, to};
}

double strainEnergy(const Element& element, const Ends& local) {
    const double stretch = local[3] - local[0];
    const double chord = (local[4] - local[1]) / element.length;
    const double a = local[2] - chord, b = local[5] - chord;
    const Form form = bendingForm(element);
    return element.axial * stretch * stretch + form.aa * a * a + 2 * form.ab * a * b +
           form.bb * b * b;
}

Assembler::Assembler(const Mesh& mesh) : pattern_(mesh.size, mesh.size) {
    std::vector<Eigen::Triplet<double>> places;
    for (int i = 0; i < mesh.size; ++i) places.emplace_back(i, i, 0.0);
    for (const Element& element : mesh.elements)
        for (const int row : element.dof)
            for (const int column : element.dof)
                if (column >= 0 && row > column) places.emplace_back(row, column, 0.0);
    for (const Joint& joint : mesh.joints)
        if (joint.node >= 0)
            places.emplace_back(std::max(joint.own, joint.node), std::min(joint.own, joint.node),
                                0.0);
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

void Assembler::addJoints(Matrix& matrix, const Mesh& mesh) const {
    for (const Joint& joint : mesh.joints) {
        matrix.coeffRef(joint.own, joint.own) += joint.stiffness;
        if (joint.node < 0) continue;
        matrix.coeffRef(joint.node, joint.node) += joint.stiffness;
        matrix.coeffRef(std::max(joint.own, joint.node), std::min(joint.own, joint.node)) -=
            joint.stiffness;
    }
}

double jointEnergy(const Joint& joint, const Vector& shape) {
    const double turn = shape[joint.own] - (joint.node >= 0 ? shape[joint.node] : 0);
    return joint.stiffness * turn * turn;
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
