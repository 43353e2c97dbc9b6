// Log, assertions, built-in files and Result.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/core/assert.h"
#include "engine/core/assets.h"
#include "engine/core/log.h"
#include "engine/core/result.h"

namespace pt {
namespace {

TEST(Log, SinkReceivesAndIsRestored) {
    std::vector<std::string> lines;
    setLogSink([&](LogLevel level, std::string_view message) {
        lines.push_back((level == LogLevel::warning ? "w:" : "?:") + std::string(message));
    });
    log(LogLevel::warning, "glue is wet");
    setLogSink({});
    testing::internal::CaptureStderr();
    log(LogLevel::error, "glue is dry");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "error: glue is dry\n");
    EXPECT_EQ(lines, std::vector<std::string>{"w:glue is wet"});
}

TEST(AssertDeathTest, SaysWhatAndWhereAndStops) {
    EXPECT_DEATH(assertionFailed("a < b", "beam.cpp", 12), "beam.cpp:12: assertion failed: a < b");
}

#ifdef PT_ASSERTS
TEST(AssertDeathTest, IsOnInThisBuild) { EXPECT_DEATH(PT_ASSERT(1 > 2), "1 > 2"); }
#endif

TEST(Assets, AreSortedAndFoundByPath) {
    const auto all = assets();
    ASSERT_FALSE(all.empty());
    for (size_t i = 1; i < all.size(); ++i) EXPECT_LT(all[i - 1].path, all[i].path);
    for (const Asset& entry : all) EXPECT_EQ(asset(entry.path).data(), entry.bytes.data());
}

TEST(Assets, UnknownPathIsEmpty) {
    for (const char* path : {"", "assets", "assets/strings/core.nl.tx", "zzz", "\xff"})
        EXPECT_TRUE(asset(path).empty()) << path;
    EXPECT_NE(asset("assets/strings/core.nl.txt").find("json.syntax"), std::string_view::npos);
}

TEST(Assets, AddedOnesStayAndNeverReplace) {
    const std::string_view before = asset("assets/strings/core.nl.txt");
    const size_t count = assets().size();
    addAsset("assets/strings/core.nl.txt", "other");
    EXPECT_EQ(asset("assets/strings/core.nl.txt").data(), before.data());
    EXPECT_EQ(assets().size(), count);

    addAsset("aaa", "first");
    const std::string_view first = asset("aaa");
    for (int i = 0; i < 100; ++i) addAsset("zzz" + std::to_string(i), "more");
    EXPECT_EQ(first, "first");
    EXPECT_EQ(asset("aaa").data(), first.data());
    EXPECT_EQ(asset("zzz42"), "more");
    const auto all = assets();
    EXPECT_EQ(all.size(), count + 101);
    for (size_t i = 1; i < all.size(); ++i) EXPECT_LT(all[i - 1].path, all[i].path);
}

TEST(Result, HoldsAValueOrAnError) {
    const Result<int> good = 3;
    EXPECT_TRUE(good.ok());
    EXPECT_EQ(good.value(), 3);
    const Result<int> bad = Error{"some.key", "file:1:2", {{"name", "S1"}}};
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.error().where, "file:1:2");
    EXPECT_EQ(bad.error().args, (Args{{"name", "S1"}}));
}

}  // namespace
}  // namespace pt
