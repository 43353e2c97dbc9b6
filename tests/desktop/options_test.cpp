#include "engine/desktop/options.h"

#include <gtest/gtest.h>

namespace pt {
namespace {

Result<Options> parse(std::vector<const char*> arguments) { return parseOptions(arguments); }

TEST(Options, NothingMeansTheDefaultScenarioInAWindow) {
    Options options = parse({}).value();
    EXPECT_EQ(options.file, "");
    EXPECT_FALSE(options.offscreen());
}

TEST(Options, EveryOptionIsRead) {
    Options options = parse({"brug.lab.yaml", "--screenshot", "a.png", "--size", "900x600",
                             "--theme", "dark", "--lang", "en", "--at", "8s", "--scale", "1,5",
                             "--show", "help", "--select", "member.S7", "--reduced-motion"})
                          .value();
    EXPECT_EQ(options.file, "brug.lab.yaml");
    EXPECT_EQ(options.screenshot, "a.png");
    EXPECT_EQ(options.width, 900);
    EXPECT_EQ(options.height, 600);
    EXPECT_EQ(options.theme, ThemeId::dark);
    EXPECT_EQ(options.language, Language::en);
    EXPECT_EQ(options.moment, Moment::time);
    EXPECT_EQ(options.seconds, 8);
    EXPECT_EQ(options.scale, 1.5);
    EXPECT_EQ(options.show, "help");
    EXPECT_EQ(options.select, "member.S7");
    EXPECT_TRUE(options.reducedMotion);
    EXPECT_TRUE(options.offscreen());
    EXPECT_EQ(parse({"--at", "failure"}).value().moment, Moment::failure);
    EXPECT_EQ(parse({"--at", "end"}).value().moment, Moment::end);
    EXPECT_EQ(parse({"--bench-frames", "50"}).value().benchFrames, 50);
}

TEST(Options, WhatCannotBeIsRefusedByName) {
    for (std::vector<const char*> bad :
         std::vector<std::vector<const char*>>{{"--size", "1280"},
                                               {"--size", "0x0"},
                                               {"--size", "1280x720x"},
                                               {"--size", "99999x720"},
                                               {"--theme", "pink"},
                                               {"--lang", "fr"},
                                               {"--at", "-1s"},
                                               {"--at", "soon"},
                                               {"--at", "3 N"},
                                               {"--scale", "3"},
                                               {"--scale", "nan"},
                                               {"--show", "everything"},
                                               {"--bench-frames", "0"}}) {
        auto parsed = parse(bad);
        ASSERT_FALSE(parsed.ok()) << bad[1];
        EXPECT_EQ(parsed.error().key, "desktop.option.value") << bad[1];
        EXPECT_EQ(parsed.error().args[0].value, bad[0]);
    }
    EXPECT_EQ(parse({"--screenshot"}).error().key, "desktop.option.missing");
    EXPECT_EQ(parse({"--sceenshot", "a"}).error().key, "desktop.option.unknown");
    EXPECT_EQ(parse({"--sceenshot", "a"}).error().args[1].value, "--screenshot");
    EXPECT_EQ(parse({"one", "two"}).error().key, "desktop.option.unknown");
}

}  // namespace
}  // namespace pt
