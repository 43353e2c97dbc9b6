// Names of labs and the words of lessons.
#include <gtest/gtest.h>

#include "engine/model/model.h"
#include "engine/units/unit.h"

namespace pt {
namespace {

// Else "3 m" and the setting m could not be told apart in an expression.
TEST(LabNames, NothingOfALabIsCalledLikeAUnit) {
    for (const LabEntry& lab : labs()) {
        const std::unique_ptr<Model> model = lab.make();
        Schema schema;
        model->describe(schema);
        for (const std::string& key : schema.keys())
            EXPECT_FALSE(isUnitSymbol(key)) << lab.id << ": " << key;
    }
}

}  // namespace
}  // namespace pt
