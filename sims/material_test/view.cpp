#include "engine/view/view.h"

#include "sims/material_test/model.h"

namespace pt {
namespace {

class MaterialTestView : public View {
public:
    explicit MaterialTestView(const MaterialTest& model) : model_(model) {}
    void draw(Scene& scene, const ViewState&) const override {
        scene.grid(true);
        (void)model_;
    }

private:
    const MaterialTest& model_;
};

}  // namespace

extern const ViewEntry material_test_view;
const ViewEntry material_test_view{
    "material_test", [](const Model& model) -> std::unique_ptr<View> {
        return std::make_unique<MaterialTestView>(static_cast<const MaterialTest&>(model));
    }};

}  // namespace pt
