#include "engine/desktop/fingers.h"

#include <gtest/gtest.h>

namespace pt {
namespace {

TEST(Fingers, OneFingerIsNoPinch) {
    Fingers fingers;
    fingers.down(1, {100, 100});
    EXPECT_FALSE(fingers.several());
    EXPECT_FALSE(fingers.move(1, {200, 100}));
    EXPECT_FALSE(fingers.move(7, {200, 100})) << "one that is not on the screen";
}

TEST(Fingers, TwoFingersZoomAroundTheirMiddle) {
    Fingers fingers;
    fingers.down(1, {100, 100});
    fingers.down(2, {200, 100});
    EXPECT_TRUE(fingers.several());
    auto moved = fingers.move(2, {300, 100});
    ASSERT_TRUE(moved);
    EXPECT_DOUBLE_EQ(moved->factor, 2);
    EXPECT_EQ(moved->center, Vec(200, 100));
    EXPECT_EQ(moved->pan, Vec(50, 0));
    auto back = fingers.move(2, {200, 100});
    StageLook::Pinch both = joined(*moved, *back);
    EXPECT_DOUBLE_EQ(both.factor, 1);
    EXPECT_EQ(both.pan, Vec(0, 0));
}

TEST(Fingers, FingersOnOnePlaceDoNotExplode) {
    Fingers fingers;
    fingers.down(1, {100, 100});
    fingers.down(2, {100, 100});
    auto moved = fingers.move(2, {101, 100});
    ASSERT_TRUE(moved);
    EXPECT_DOUBLE_EQ(moved->factor, 1);
}

TEST(Fingers, AThirdFingerOrALiftedOneEndsIt) {
    Fingers fingers;
    for (int64_t id : {1, 2, 3}) fingers.down(id, {100.0 * static_cast<double>(id), 100});
    EXPECT_FALSE(fingers.move(3, {400, 100}));
    fingers.up(3);
    fingers.up(2);
    EXPECT_FALSE(fingers.move(1, {0, 0}));
    fingers.up(1);
    EXPECT_TRUE(fingers.none());
}

}  // namespace
}  // namespace pt
