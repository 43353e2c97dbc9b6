// The equations of a plane frame: numbering, element matrices, assembly. Internal to numerics.
#pragma once

#include <Eigen/SparseCore>
#include <array>
#include <vector>

#include "engine/numerics/frame_fem.h"

namespace pt::frame {

// Local end quantities: (axial, transverse, rotation) at `from`, then at `to`.
using Ends = std::array<double, 6>;

struct Element {
    int member = 0;
    std::array<int, 6> dof{};  // ux, uy, rz at `from`, then at `to`; -1: held or without stiffness
    std::array<double, 6> held{};  // settlement where dof is -1
    double cos = 1, sin = 0, length = 0;
    double axial = 0;    // E A / L
    double bending = 0;  // E I; 0 for a truss member
    // 1 / (1 + 3 E I / (k L)) at each end: 0 is a hinge, 1 a rigid joint.
    double fixFrom = 0, fixTo = 0;
    std::array<bool, 2> own{};  // this end turns by an unknown of its own: see Joints::own
};

// Between an end with a rotation of its own and its node.
struct Joint {
    size_t element = 0, end = 0;
    int own = -1, node = -1;  // unknowns; node -1: held, turned by `held`
    double stiffness = 0, held = 0;
};

enum class Joints {
    // Springs and hinges are eliminated within their member: exact in statics, no unknowns.
    eliminated,
    // Their turns are unknowns: the shape of the member's end is free in vibration and buckling.
    own,
};

// A rotation that only truss members and hinges meet has no stiffness and gets no unknown.
struct Mesh {
    std::vector<Element> elements;
    std::vector<Joint> joints;
    std::vector<std::array<int, 3>> nodeDofs;
    std::vector<int> dofNode;
    int size = 0;
};

// Takes the end of a frame member (0: from, 1: to) moment from its node?
bool joined(const FrameMember& member, size_t end);
// Does the end turn on its node: a hinge or a spring, of whatever stiffness?
bool turnsOnNode(const FrameMember& member, size_t end);
// The frame has been checked: all numbers finite, all nodes known, all lengths positive.
Mesh makeMesh(const Frame& frame, Joints joints = Joints::eliminated);
// New positions, sections, springs and settlements with the same numbering.
void refresh(Mesh& mesh, const Frame& frame);

using Matrix = Eigen::SparseMatrix<double>;  // the lower half of a symmetric matrix
using Vector = Eigen::VectorXd;
using Block = std::array<std::array<double, 6>, 6>;  // global axes

Block stiffness(const Element& element);

// Axial force, tension > 0, linear along the member.
struct Axial {
    double mean = 0;
    double rise = 0;  // from `from` to `to`
};
Axial axialForce(const Element& element, const FrameMember& member, const Ends& local);
// Second-order effect of an axial force; truss members as a string.
Block geometricStiffness(const Element& element, Axial force);
Ends geometricForces(const Element& element, Axial force, const Ends& local);
// Consistent mass of a member with this mass per length.
Block mass(const Element& element, double rhoA);

Ends toLocal(const Element& element, const Ends& global);
Ends toGlobal(const Element& element, const Ends& local);
Ends endDisplacements(const Element& element, const Vector& u);   // global axes, as held
Ends freeDisplacements(const Element& element, const Vector& u);  // of a shape: held ends are 0
// Forces that held end nodes must give to carry the member load, local axes.
Ends clampForces(const Element& element, const FrameMember& member);
// Forces on the ends for these local displacements, without member load.
Ends elasticForces(const Element& element, const Ends& local);
// Twice the strain energy, springs included, from elongation and curvature themselves, not from K
// u: no cancellation.
double strainEnergy(const Element& element, const Ends& local);

// Assembly in a fixed pattern: where each element's entries lie in the value array.
class Assembler {
public:
    explicit Assembler(const Mesh& mesh);
    const Matrix& pattern() const { return pattern_; }
    void clear(Matrix& matrix) const;
    void add(Matrix& matrix, size_t element, const Block& block) const;
    void addJoints(Matrix& matrix, const Mesh& mesh) const;

private:
    Matrix pattern_;
    std::vector<std::array<int, 36>> slots_;
};

double jointEnergy(const Joint& joint, const Vector& shape);  // twice it; a held node does not turn

// One factor a node's translations and one a rotation, so that s_i K_ij s_j has no units and a
// direction without stiffness stays visible beside the other one.
Vector scales(const Mesh& mesh, const Matrix& stiffness);
void scale(Matrix& matrix, const Vector& scales);

}  // namespace pt::frame
