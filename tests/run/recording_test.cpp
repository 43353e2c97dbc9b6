#include <gtest/gtest.h>

#include "engine/run/recording.h"

namespace pt {
namespace {

Recording filled(int64_t steps, size_t capacity) {
    Recording recording(2, capacity);
    for (int64_t step = 0; step <= steps; ++step)
        recording.add(step, 0.5 * static_cast<double>(step),
                      {static_cast<double>(step), -static_cast<double>(step)});
    return recording;
}

TEST(RecordingTest, KeepsEveryStepWhileThereIsRoom) {
    const Recording recording = filled(7, 8);
    EXPECT_EQ(recording.rows(), 8u);
    EXPECT_EQ(recording.stride(), 1);
    EXPECT_EQ(recording.times()[7], 3.5);
    EXPECT_EQ(recording.column(1)[7], -7);
}

TEST(RecordingTest, DoublesItsStrideWhenFull) {
    for (const int64_t steps : {8, 9, 15, 16, 17, 100, 1023, 1024, 99'999}) {
        const Recording recording = filled(steps, 8);
        EXPECT_LE(recording.rows(), 8u);
        EXPECT_GE(recording.rows(), 4u);
        EXPECT_EQ(recording.steps().front(), 0);
        EXPECT_EQ(recording.steps().back(), steps) << "the newest moment is always there";
        for (size_t i = 0; i < recording.rows(); ++i) {
            const int64_t step = recording.steps()[i];
            if (i + 1 < recording.rows()) {
                EXPECT_EQ(step, static_cast<int64_t>(i) * recording.stride());
            }
            EXPECT_EQ(recording.column(0)[i], static_cast<double>(step));
            EXPECT_EQ(recording.times()[i], 0.5 * static_cast<double>(step));
        }
    }
}

TEST(RecordingTest, ReplacesTheNewestRow) {
    Recording recording = filled(3, 8);
    recording.add(3, 1.5, {30, 31});
    EXPECT_EQ(recording.rows(), 4u);
    EXPECT_EQ(recording.column(0)[3], 30);
}

TEST(RecordingTest, Truncates) {
    Recording recording = filled(100, 8);
    recording.add({10, 5, {"early", {}}});
    recording.add({50, 25, {"late", {}}});
    const int64_t stride = recording.stride();
    recording.truncate(49);
    EXPECT_LE(recording.steps().back(), 49);
    EXPECT_EQ(recording.steps().back() % stride, 0);
    ASSERT_EQ(recording.events().size(), 1u);
    EXPECT_EQ(recording.events()[0].event.key, "early");
    recording.add(49, 24.5, {1, 2});
    recording.add(50, 25, {1, 2});
    EXPECT_EQ(recording.steps().back(), 50);
    EXPECT_EQ(recording.steps()[recording.rows() - 2] % stride, 0);
    recording.clear();
    EXPECT_EQ(recording.rows(), 0u);
    EXPECT_EQ(recording.stride(), 1);
    EXPECT_TRUE(recording.events().empty());
}

}  // namespace
}  // namespace pt
