// The equations of one frame, assembled and factored: what statics, second order and buckling
// share. Internal to numerics.
#pragma once

#include <Eigen/SparseCholesky>
#include <optional>
#include <vector>

#include "engine/numerics/frame_fem.h"
#include "engine/numerics/frame_mesh.h"

namespace pt::frame {

using Factors = Eigen::SimplicialLDLT<Matrix, Eigen::Lower, Eigen::AMDOrdering<int>>;

// A start for iterations on eigenvectors: fixed, and without symmetry.
Vector startVector(int size);
double largest(const Vector& vector);

class System {
public:
    explicit System(Joints joints = Joints::eliminated) : joints_(joints) {}
    // Assembles and factors a frame that has been checked; numbering and symbolic factorisation
    // stay while its connectivity does. Error: frame.mechanism, frame.bad_number.
    Status prepare(const Frame& frame);
    bool fits(const Frame& frame) const;  // same connectivity as the prepared one

    int numbering() const { return numbering_; }  // another one after a new numbering
    const Mesh& mesh() const { return *mesh_; }
    const Assembler& assembler() const { return *assembler_; }
    const Matrix& stiffness() const { return stiffness_; }  // scaled
    const Vector& scales() const { return scales_; }
    const Factors& factors() const { return factors_; }

    // Nodal and member loads and settlements as forces on the unknowns. With axial forces the
    // geometric stiffness carries its part of the settlements.
    Vector loads(const Frame& frame, const std::vector<Axial>* axial = nullptr) const;
    // Error: frame.mechanism: a moment where nothing can take it up.
    Status checkMoments(const Frame& frame) const;
    // One refinement step with the given factors of `matrix`; unscaled in and out.
    Vector solve(const Factors& factors, const Matrix& matrix, const Vector& loads) const;

    // What the nodes exert on the ends of a member, local axes. The settlement of a joint with an
    // unknown of its own is in `loads` alone.
    Ends endForces(const Frame& frame, size_t element, const Vector& u, const Axial* axial) const;
    FrameSolution solution(const Frame& frame, const Vector& u,
                           const std::vector<Axial>* axial = nullptr) const;

private:
    Status factor();
    Vector weakest();
    Error mechanism(const Vector& shape) const;

    Joints joints_;
    std::vector<int> connected_;
    int numbering_ = 0;
    std::optional<Mesh> mesh_;
    std::optional<Assembler> assembler_;
    Matrix stiffness_;
    Vector scales_;
    Factors factors_;
};

}  // namespace pt::frame
