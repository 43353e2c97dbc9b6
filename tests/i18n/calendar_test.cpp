#include "engine/i18n/calendar.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace pt {
namespace {

constexpr double hour = secondsOfHour, day = secondsOfDay;

TEST(Calendar, SaysMomentsAsPeopleDo) {
    const Words nl = Words::builtin(Language::nl), en = Words::builtin(Language::en);
    EXPECT_EQ(momentText(0, nl), "1 januari 0:00");
    EXPECT_EQ(momentText(14 * day + 12 * hour, nl), "15 januari 12:00");
    EXPECT_EQ(momentText(14 * day + 12 * hour, en), "15 January 12:00");
    EXPECT_EQ(momentText(58 * day + 9 * hour + 5 * 60, nl), "28 februari 9:05");
    EXPECT_EQ(momentText(59 * day, nl), "1 maart 0:00");
    EXPECT_EQ(momentText(secondsOfYear - 60, nl), "31 december 23:59");
}

TEST(Calendar, WrapsAndRounds) {
    const Words nl = Words::builtin(Language::nl);
    EXPECT_EQ(momentText(secondsOfYear, nl), "1 januari 0:00");
    EXPECT_EQ(momentText(3 * secondsOfYear + day, nl), "2 januari 0:00");
    EXPECT_EQ(momentText(-hour, nl), "31 december 23:00");
    EXPECT_EQ(momentText(12 * hour - 1e-6, nl), "1 januari 12:00");
    for (const double strange : {std::nan(""), HUGE_VAL, -HUGE_VAL})
        EXPECT_EQ(momentText(strange, nl), "1 januari 0:00");
}

TEST(Calendar, TicksAreWholeHoursDaysOrMonths) {
    const Words nl = Words::builtin(Language::nl);
    const std::vector<double> hours = calendarTicks(5 * hour, 29 * hour, 8);
    EXPECT_EQ(hours.front(), 6 * hour);
    EXPECT_EQ(hours[1] - hours[0], 3 * hour);
    EXPECT_EQ(momentTick(hours.front(), 3 * hour, nl), "6:00");
    EXPECT_EQ(momentTick(24 * hour, 3 * hour, nl), "2 jan");
    const std::vector<double> months = calendarTicks(0, secondsOfYear, 12);
    ASSERT_EQ(months.size(), 13u);
    EXPECT_EQ(months[2], 59 * day);
    EXPECT_EQ(momentTick(months[2], months[2] - months[1], nl), "mrt");
    EXPECT_EQ(calendarTicks(0, secondsOfYear, 4).size(), 5u);
    const std::vector<double> winter = calendarTicks(300 * day, 400 * day, 5);
    ASSERT_EQ(winter.size(), 4u) << "over the turn of the year";
    EXPECT_EQ(momentTick(winter[2], 31 * day, nl), "jan");
}

TEST(Calendar, NeverMoreTicksThanWantedAndNoneForNothing) {
    for (double extent = 600; extent < 5 * secondsOfYear; extent *= 1.7)
        for (const int wanted : {1, 3, 7, 20}) {
            const auto ticks = calendarTicks(17 * day, 17 * day + extent, wanted);
            EXPECT_LE(ticks.size(), static_cast<size_t>(wanted) * 5 + 1) << extent;
            EXPECT_TRUE(std::is_sorted(ticks.begin(), ticks.end()));
        }
    EXPECT_TRUE(calendarTicks(5, 5, 3).empty());
    EXPECT_TRUE(calendarTicks(6, 5, 3).empty());
    EXPECT_TRUE(calendarTicks(0, HUGE_VAL, 3).empty());
    EXPECT_TRUE(calendarTicks(std::nan(""), 5, 3).empty());
}

}  // namespace
}  // namespace pt
