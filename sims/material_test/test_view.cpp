// The stage of every stand, at rest, under load and after the break.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/run/session.h"
#include "engine/view/view.h"
#include "sims/material_test/model.h"

namespace pt {
namespace {

void expectSound(const Session& session, Language language) {
    const Words words = Words::builtin(language);
    Scene scene(words, theme(ThemeId::light));
    makeView("material_test", session.model())->draw(scene, {});
    EXPECT_EQ(scene.items().size(), 3u);
    for (const Shape& shape : scene.shapes()) {
        EXPECT_EQ(shape.text.find("‹"), std::string::npos) << shape.text;
        for (const Vec& point : shape.points) {
            EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
            EXPECT_GE(point.x, scene.low().x - 0.1);
            EXPECT_LE(point.x, scene.high().x + 0.1);
        }
    }
    for (const Note& note : scene.notes())
        for (const char* hole : {"‹", "{"})
            EXPECT_EQ(note.text.find(hole), std::string::npos) << note.text;
}

TEST(StageOfTheStands, IsSoundAtEveryMoment) {
    for (const char* test : {"tension", "bending", "buckling"}) {
        pt::Setup setup;
        setup.lab = "material_test";
        auto session = Session::open(setup);
        ASSERT_TRUE(session.ok());
        ASSERT_TRUE(session.value()->post(chooseCommand("test", test)).ok());
        ASSERT_TRUE(session.value()->post(setCommand("length", 0.08)).ok());
        expectSound(*session.value(), Language::nl);
        for (int moment = 0; moment < 400 && !session.value()->finished(); ++moment) {
            ASSERT_TRUE(session.value()->runToEnd(37).ok());
            expectSound(*session.value(), moment % 2 ? Language::nl : Language::en);
        }
        EXPECT_TRUE(session.value()->finished()) << test;
        expectSound(*session.value(), Language::en);
    }
}

TEST(StageOfTheStands, IsDrawnWhenTheSpecimenDoesNotFit) {
    pt::Setup setup;
    setup.lab = "material_test";
    auto session = Session::open(setup);
    ASSERT_TRUE(session.ok());
    ASSERT_TRUE(session.value()->post(chooseCommand("material", "popsicle")).ok());
    ASSERT_TRUE(session.value()->trouble());
    expectSound(*session.value(), Language::nl);
}

}  // namespace
}  // namespace pt
