#include "engine/numerics/truss3d.h"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "engine/numerics/frame_check.h"
#include "engine/numerics/frame_system.h"

namespace pt {
namespace {

using frame::Factors;
using frame::largest;
using frame::Matrix;
using frame::sane;
using frame::Vector;

struct Bar {
    std::array<int, 6> dof{};  // x, y, z at `from`, then at `to`; -1: held
    Triple along{};            // unit vector
    double length = 0, stiffness = 0;
};

struct Mesh {
    std::vector<std::array<int, 3>> nodeDofs;
    std::vector<int> dofNode;
    std::vector<Bar> bars;
    int size = 0;
};

bool sane(const Triple& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return frame::sane(v); });
}

Error wrong(const char* key, const char* what, size_t index) {
    return {key, "", {{what, std::to_string(index)}}};
}

Status checkNumbers(const Truss& truss) {
    for (size_t n = 0; n < truss.nodes.size(); ++n)
        if (!sane(truss.nodes[n].at) || !sane(truss.nodes[n].move))
            return wrong("frame.bad_number", "node", n);
    for (const TrussLoad& load : truss.loads) {
        if (load.node < 0 || static_cast<size_t>(load.node) >= truss.nodes.size())
            return Error{"frame.bad_load", "", {{"node", std::to_string(load.node)}}};
        if (!sane(load.force))
            return wrong("frame.bad_number", "node", static_cast<size_t>(load.node));
    }
    for (size_t b = 0; b < truss.bars.size(); ++b) {
        const TrussBar& bar = truss.bars[b];
        if (!frame::positive(bar.E) || !frame::positive(bar.A) || !sane(bar.q))
            return wrong("frame.bad_number", "member", b);
    }
    return Ok{};
}

double extent(const Truss& truss) {
    double size = 0;
    for (const TrussNode& node : truss.nodes)
        for (size_t d = 0; d < 3; ++d)
            size = std::max(size, std::fabs(node.at[d] - truss.nodes[0].at[d]));
    return size;
}

double length(const Truss& truss, const TrussBar& bar, Triple& between) {
    double squares = 0;
    for (size_t d = 0; d < 3; ++d) {
        between[d] = truss.nodes[bar.to].at[d] - truss.nodes[bar.from].at[d];
        squares += between[d] * between[d];
    }
    return std::sqrt(squares);
}

Status checkBars(const Truss& truss) {
    const int count = static_cast<int>(truss.nodes.size());
    const double shortest = 1e-9 * extent(truss);
    std::vector<std::pair<std::pair<int, int>, size_t>> ends;
    for (size_t b = 0; b < truss.bars.size(); ++b) {
        const TrussBar& bar = truss.bars[b];
        if (bar.from < 0 || bar.to < 0 || bar.from >= count || bar.to >= count)
            return wrong("frame.bad_node", "member", b);
        Triple between;
        if (length(truss, bar, between) <= shortest) return wrong("frame.zero_length", "member", b);
        ends.push_back({std::minmax(bar.from, bar.to), b});
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

Mesh makeMesh(const Truss& truss) {
    Mesh mesh;
    for (size_t n = 0; n < truss.nodes.size(); ++n) {
        std::array<int, 3>& dofs = mesh.nodeDofs.emplace_back();
        for (size_t d = 0; d < 3; ++d) {
            dofs[d] = truss.nodes[n].fixed[d] ? -1 : mesh.size++;
            if (dofs[d] >= 0) mesh.dofNode.push_back(static_cast<int>(n));
        }
    }
    for (const TrussBar& given : truss.bars) {
        Bar bar;
        bar.length = length(truss, given, bar.along);
        for (double& component : bar.along) component /= bar.length;
        bar.stiffness = given.E * given.A / bar.length;
        for (size_t d = 0; d < 3; ++d) {
            bar.dof[d] = mesh.nodeDofs[given.from][d];
            bar.dof[3 + d] = mesh.nodeDofs[given.to][d];
        }
        mesh.bars.push_back(bar);
    }
    return mesh;
}

Matrix assemble(const Mesh& mesh) {
    std::vector<Eigen::Triplet<double>> entries;
    for (int i = 0; i < mesh.size; ++i) entries.emplace_back(i, i, 0.0);
    for (const Bar& bar : mesh.bars)
        for (size_t i = 0; i < 6; ++i)
            for (size_t j = 0; j < 6; ++j) {
                if (bar.dof[j] < 0 || bar.dof[i] < bar.dof[j]) continue;
                const double sign = i / 3 == j / 3 ? 1 : -1;
                entries.emplace_back(bar.dof[i], bar.dof[j],
                                     sign * bar.stiffness * bar.along[i % 3] * bar.along[j % 3]);
            }
    Matrix matrix(mesh.size, mesh.size);
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

// One factor a node, so that a direction without stiffness stays visible beside the others.
Vector nodeScales(const Mesh& mesh, const Matrix& matrix) {
    const Vector diagonal = matrix.diagonal();
    Vector scales = Vector::Ones(mesh.size);
    for (const auto& dofs : mesh.nodeDofs) {
        double most = 0;
        for (const int dof : dofs)
            if (dof >= 0) most = std::max(most, diagonal[dof]);
        for (const int dof : dofs)
            if (dof >= 0 && most > 0) scales[dof] = 1 / std::sqrt(most);
    }
    return scales;
}

double stretch(const Bar& bar, const std::array<double, 6>& ends) {
    double sum = 0;
    for (size_t d = 0; d < 3; ++d) sum += bar.along[d] * (ends[3 + d] - ends[d]);
    return sum;
}

double stretch(const Bar& bar, const Triple& from, const Triple& to) {
    return stretch(bar, {from[0], from[1], from[2], to[0], to[1], to[2]});
}

std::array<double, 6> ends(const Bar& bar, const Vector& u) {
    std::array<double, 6> values{};
    for (size_t i = 0; i < 6; ++i)
        if (bar.dof[i] >= 0) values[i] = u[bar.dof[i]];
    return values;
}

Error mechanism(const Mesh& mesh, const Vector& shape) {
    const double farthest = largest(shape);
    int dof = 0;  // the first of those that move as far, so that rounding does not choose
    while (std::fabs(shape[dof]) < 0.999 * farthest) ++dof;
    const int node = mesh.dofNode[dof];
    const auto& dofs = mesh.nodeDofs[node];
    const char* const names[3] = {"x", "y", "z"};
    const auto at = std::find(dofs.begin(), dofs.end(), dof) - dofs.begin();
    return {"frame.mechanism", "", {{"node", std::to_string(node)}, {"direction", names[at]}}};
}

// By the strain energy of the shape that meets the least resistance, as in plane frames.
Status factor(const Mesh& mesh, const Matrix& scaled, const Vector& scales, Factors& factors) {
    constexpr double strainless = 1e-18;
    factors.compute(scaled);
    const bool singular = factors.info() != Eigen::Success;
    if (singular) {
        factors.setShift(1e-13);
        factors.factorize(scaled);
    }
    Vector shape = frame::startVector(mesh.size);
    for (int i = 0; i < 3; ++i) {
        shape = factors.solve(shape).eval();
        shape /= largest(shape);
    }
    if (!shape.allFinite()) return Error{"frame.bad_number", "", {}};
    const double size = shape.squaredNorm();
    shape = shape.cwiseProduct(scales);
    double energy = 0;
    for (const Bar& bar : mesh.bars) {
        const double longer = stretch(bar, ends(bar, shape));
        energy += bar.stiffness * longer * longer;
    }
    if (singular || energy < strainless * size) return mechanism(mesh, shape);
    return Ok{};
}

// On every node: loads, and the bars' loads in halves.
std::vector<Triple> nodeForces(const Truss& truss, const Mesh& mesh) {
    std::vector<Triple> forces(truss.nodes.size(), Triple{});
    for (const TrussLoad& load : truss.loads)
        for (size_t d = 0; d < 3; ++d) forces[load.node][d] += load.force[d];
    for (size_t b = 0; b < truss.bars.size(); ++b)
        for (const int node : {truss.bars[b].from, truss.bars[b].to})
            for (size_t d = 0; d < 3; ++d)
                forces[node][d] += truss.bars[b].q[d] * mesh.bars[b].length / 2;
    return forces;
}

Triple displacement(const TrussNode& node, const std::array<int, 3>& dofs, const Vector& u) {
    Triple moved{};
    for (size_t d = 0; d < 3; ++d) moved[d] = dofs[d] >= 0 ? u[dofs[d]] : node.move[d];
    return moved;
}

// On the unknowns: the nodes' forces, and what settlements push through the bars.
Vector unknownForces(const Truss& truss, const Mesh& mesh, const std::vector<Triple>& forces) {
    Vector loads = Vector::Zero(mesh.size);
    for (size_t n = 0; n < truss.nodes.size(); ++n)
        for (size_t d = 0; d < 3; ++d)
            if (mesh.nodeDofs[n][d] >= 0) loads[mesh.nodeDofs[n][d]] = forces[n][d];
    const Vector none = Vector::Zero(mesh.size);
    const auto held = [&](int node) {
        return displacement(truss.nodes[node], mesh.nodeDofs[node], none);
    };
    for (size_t b = 0; b < mesh.bars.size(); ++b) {
        const Bar& bar = mesh.bars[b];
        const double pull =
            bar.stiffness * stretch(bar, held(truss.bars[b].from), held(truss.bars[b].to));
        for (size_t i = 0; i < 6; ++i)
            if (bar.dof[i] >= 0) loads[bar.dof[i]] += (i < 3 ? pull : -pull) * bar.along[i % 3];
    }
    return loads;
}

// From the displacements of the nodes; `forces` become the reactions.
void readForces(const Truss& truss, const Mesh& mesh, std::vector<Triple> forces,
                TrussSolution& solution) {
    for (size_t b = 0; b < mesh.bars.size(); ++b) {
        const TrussBar& bar = truss.bars[b];
        const Triple &from = solution.displacements[bar.from], &to = solution.displacements[bar.to];
        const double axial = mesh.bars[b].stiffness * stretch(mesh.bars[b], from, to);
        solution.axial.push_back(axial);
        for (size_t d = 0; d < 3; ++d) {
            forces[bar.from][d] += axial * mesh.bars[b].along[d];
            forces[bar.to][d] -= axial * mesh.bars[b].along[d];
        }
    }
    for (size_t n = 0; n < truss.nodes.size(); ++n) {
        Triple& reaction = solution.reactions.emplace_back();
        for (size_t d = 0; d < 3; ++d) reaction[d] = truss.nodes[n].fixed[d] ? -forces[n][d] : 0;
    }
}

}  // namespace

Result<TrussSolution> solveTruss(const Truss& truss) {
    if (truss.nodes.empty() || truss.bars.empty()) return Error{"frame.empty", "", {}};
    if (Status numbers = checkNumbers(truss); !numbers.ok()) return numbers.error();
    if (Status bars = checkBars(truss); !bars.ok()) return bars.error();
    const Mesh mesh = makeMesh(truss);
    const std::vector<Triple> forces = nodeForces(truss, mesh);
    TrussSolution solution;
    Vector u(mesh.size);
    if (mesh.size > 0) {
        Matrix matrix = assemble(mesh);
        const Vector scales = nodeScales(mesh, matrix);
        frame::scale(matrix, scales);
        Factors factors;
        if (Status status = factor(mesh, matrix, scales, factors); !status.ok())
            return status.error();
        Vector loads = unknownForces(truss, mesh, forces);
        loads = loads.cwiseProduct(scales);
        const auto full = matrix.selfadjointView<Eigen::Lower>();
        u = factors.solve(loads);
        u += factors.solve((loads - full * u).eval());
        const Vector rest = (full * u - loads).cwiseQuotient(scales);
        const double size = largest(loads.cwiseQuotient(scales));
        if (size > 0) solution.residual = largest(rest) / size;
        u = u.cwiseProduct(scales);
        if (!u.allFinite()) return Error{"frame.bad_number", "", {}};
    }
    for (size_t n = 0; n < truss.nodes.size(); ++n)
        solution.displacements.push_back(displacement(truss.nodes[n], mesh.nodeDofs[n], u));
    readForces(truss, mesh, forces, solution);
    return solution;
}

}  // namespace pt
