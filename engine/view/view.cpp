#include "engine/view/view.h"

namespace pt {

std::unique_ptr<View> makeView(std::string_view lab, const Model& model) {
    for (const ViewEntry& entry : views())
        if (entry.lab == lab) return entry.make(model);
    return nullptr;
}

}  // namespace pt
