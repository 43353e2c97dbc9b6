// Logger files as classes have them, and files that are wrong, told with their line.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/rng.h"
#include "engine/i18n/words.h"
#include "sims/cardboard_house/logger.h"

namespace pt {
namespace {

constexpr double zero = 273.15;

std::vector<Reading> good(std::string_view text) {
    Result<std::vector<Reading>> read = readLogger(text);
    EXPECT_TRUE(read.ok()) << read.error().key << ' ' << read.error().where;
    return read.ok() ? read.value() : std::vector<Reading>{};
}

void refuses(std::string_view text, const char* key, const char* where) {
    const Result<std::vector<Reading>> read = readLogger(text);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_EQ(read.error().key, key) << text;
    EXPECT_EQ(read.error().where, where) << text;
    for (const Language language : {Language::nl, Language::en}) {
        const std::string sentence = Words::builtin(language).sentence(read.error());
        EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
        EXPECT_EQ(sentence.find("‹"), std::string::npos) << sentence;
    }
}

TEST(Logger, DutchSpreadsheetWithHeadings) {
    const auto rows = good("\xef\xbb\xbf"
                           "Logger 12;klas 4B\r\n\r\n"
                           "Tijd (min);Doos A (°C);Doos B (°C);Kamer\r\n"
                           "0;20,5;20,25;20\r\n0,5;21,0;;20\r\n1;21,5;20,75;20,1\r\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_DOUBLE_EQ(rows[1].time, 30);
    EXPECT_DOUBLE_EQ(rows[2].a, zero + 21.5);
    EXPECT_TRUE(std::isnan(rows[1].b));
    EXPECT_DOUBLE_EQ(rows[2].room, zero + 20.1);
}

TEST(Logger, TabsAndPointsWithoutHeadings) {
    const auto rows = good("0\t20.5\n10\t20.75\n20\t21\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_DOUBLE_EQ(rows[2].time, 20);
    EXPECT_DOUBLE_EQ(rows[1].a, zero + 20.75);
    EXPECT_TRUE(std::isnan(rows[1].b));
    EXPECT_TRUE(std::isnan(rows[1].room));
}

TEST(Logger, CommasBetweenCells) {
    const auto rows = good("time,T1,T2\n0,20.5,21\n60,20.6,21.2\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_DOUBLE_EQ(rows[1].b, zero + 21.2);
}

TEST(Logger, MomentsInManyForms) {
    for (const char* text :
         {"2026-03-05 09:05:00;20\n2026-03-05 09:05:30;21\n",
          "2026-03-05T09:05:00Z;20\n2026-03-05T09:05:30Z;21\n",
          "5/03/2026 9:05:00;20\n5/03/2026 9:05:30;21\n", "9:05:00;20\n9:05:30;21\n",
          "5-3-2026;9:05:00;20\n5-3-2026;9:05:30;21\n", "09:05:00,000;20\n09:05:30,000;21\n",
          "100;20\n130;21\n", "t (h);T\n0;20\n0,00833333333333;21\n"}) {
        const auto rows = good(text);
        ASSERT_EQ(rows.size(), 2u) << text;
        EXPECT_EQ(rows[0].time, 0);
        EXPECT_NEAR(rows[1].time, 30, 1e-6) << text;
        EXPECT_DOUBLE_EQ(rows[1].a, zero + 21) << text;
    }
    const auto night = good("23:59;20\n0:01;21\n0:02;21\n");
    EXPECT_DOUBLE_EQ(night[1].time, 120);
    EXPECT_DOUBLE_EQ(night[2].time, 180);
    const auto leap = good("28/02/2024 23:00;20\n1/03/2024 23:00;21\n");
    EXPECT_DOUBLE_EQ(leap[1].time, 2 * 86400);
}

TEST(Logger, OtherColumnsAndUnits) {
    const auto rows = good("tijd (s);vochtigheid (%);doos B (K);omgeving (°C)\n"
                           "0;55;293,15;19\n10;56;294,15;19\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_DOUBLE_EQ(rows[1].b, 294.15);
    EXPECT_TRUE(std::isnan(rows[1].a));
    EXPECT_DOUBLE_EQ(rows[1].room, zero + 19);
}

TEST(Logger, WhatIsWrongIsToldWithItsLine) {
    refuses("", "logger.empty", "");
    refuses("hallo\nwereld\n", "logger.empty", "2:1");
    refuses("tijd;temp\n", "logger.empty", "1:1");
    refuses("0;20\n10;warm\n", "logger.number", "2:2");
    refuses("0;20\nstraks;21\n", "logger.time", "2:1");
    refuses("0;20\n10;215\n", "logger.range", "2:2");
    refuses("0;20\n10;21\n5;22\n", "logger.order", "3:1");
    refuses("0;20\n0;21\n", "logger.order", "2:1");
    refuses("t;a;b;c;d\n0;1;2;3;4\n", "logger.columns", "1:4");
    refuses("tijd;vocht\n0;55\n", "logger.no_temperature", "1:1");
    refuses("tijd;temp (bar)\n0;1\n", "logger.unit", "1:2");
    refuses("0;20\n10;21;;;7\n", "logger.number", "2:5");
    refuses(std::string(2 << 20, 'x'), "logger.too_long", "");
    std::string many;
    for (int i = 0; i <= 20'000; ++i) many += std::to_string(i) + ";20\n";
    refuses(many, "logger.too_many", "20001:1");
}

TEST(Logger, NoBytesBreakIt) {
    const std::string seed =
        "tijd (min);doos A (°C);kamer\n0;20,5;20\n0,5;21;20\n2026-03-05 9:05;3\n";
    Rng random(11, "bytes");
    for (int round = 0; round < 3000; ++round) {
        std::string text = seed;
        for (int i = 0; i < 4; ++i)
            text[static_cast<size_t>(random.integer(0, static_cast<int64_t>(text.size()) - 1))] =
                static_cast<char>(random.integer(0, 255));
        const Result<std::vector<Reading>> read = readLogger(text);
        if (!read.ok()) continue;
        for (size_t i = 1; i < read.value().size(); ++i)
            EXPECT_GT(read.value()[i].time, read.value()[i - 1].time);
    }
}

TEST(Logger, TheDocumentComesBack) {
    const auto rows = good("t;A;B;kamer\n0;20;21;19\n30;;22;\n");
    const Result<std::vector<Reading>> again = loadReadings(writeReadings(rows));
    ASSERT_TRUE(again.ok());
    ASSERT_EQ(again.value().size(), 2u);
    EXPECT_EQ(again.value()[0].b, rows[0].b);
    EXPECT_TRUE(std::isnan(again.value()[1].a));
    for (const char* bad :
         {"3", "{}", R"({"readings": 3})", R"({"readings": [[0, 300, 300]]})",
          R"({"readings": [[0, 1e9, null, null]]})", R"({"readings": [[-1, 300, null, null]]})",
          R"({"readings": [[0, 300, null, null], [0, 300, null, null]]})",
          R"({"readings": [["a", 300, null, null]]})", R"({"readings": [], "more": 1})"}) {
        const Result<Json> json = Json::parse(bad);
        ASSERT_TRUE(json.ok());
        EXPECT_FALSE(loadReadings(json.value()).ok()) << bad;
    }
}

}  // namespace
}  // namespace pt
