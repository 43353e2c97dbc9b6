#include "engine/lesson/hypothesis.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace pt {
namespace {

using Points = std::vector<DataPoint>;

// Worked out by hand: the slopes between every two points, in order of size.
TEST(TheilSen, IsTheMiddleOfTheSlopes) {
    EXPECT_DOUBLE_EQ(theilSen(Points{{1, 2}, {3, 8}}), 3);
    // 2, 3.5, 5
    EXPECT_DOUBLE_EQ(theilSen(Points{{1, 2}, {2, 4}, {3, 9}}), 3.5);
    // 1, 1, 1, 10, 14.5, 28: halfway between 1 and 10
    EXPECT_DOUBLE_EQ(theilSen(Points{{0, 0}, {1, 1}, {2, 2}, {3, 30}}), 5.5);
    // six times 1, then 10, 13, 19, 37: the bad measurement does not count
    EXPECT_DOUBLE_EQ(theilSen(Points{{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 40}}), 1);
    // the order of the points is nothing: -4, -3, -2
    EXPECT_DOUBLE_EQ(theilSen(Points{{5, 1}, {3, 9}, {4, 4}}), -4);
}

TEST(TheilSen, PointsAboveEachOtherHaveNoSlope) {
    // 2, 4, between 1 and 2; the two at x = 1 give none
    EXPECT_DOUBLE_EQ(theilSen(Points{{1, 0}, {1, 2}, {2, 4}}), 3);
    EXPECT_TRUE(std::isnan(theilSen(Points{{1, 0}, {1, 2}})));
    EXPECT_TRUE(std::isnan(theilSen(Points{{1, 0}})));
    EXPECT_TRUE(std::isnan(theilSen({})));
}

TEST(NoiseBand, IsTheLastOfThreeDigitsOrWhatRepeatsDifferBy) {
    EXPECT_DOUBLE_EQ(noiseBand(Points{{1, 12.5}, {2, 3}}, 0), 0.1);
    EXPECT_DOUBLE_EQ(noiseBand(Points{{1, -1000}, {2, 3}}, 0), 10);
    EXPECT_DOUBLE_EQ(noiseBand(Points{{1, 12.5}, {1, 11.9}, {2, 3}}, 0), 12.5 - 11.9);
    // repeats of 0, 0.4 and 5: the middle one
    EXPECT_DOUBLE_EQ(noiseBand(Points{{1, 4}, {1, 4}, {2, 4}, {2, 4.4}, {3, 4}, {3, 9}}, 0),
                     4.4 - 4.0);
    EXPECT_EQ(noiseBand(Points{{1, 0}, {2, 0}}, 0), 0);
}

TEST(NoiseBand, IsWhatTheInstrumentTellsApartWhereTheLessonSays) {
    EXPECT_DOUBLE_EQ(noiseBand(Points{{1, 12.5}, {2, 3}}, 0.5), 0.5);
    EXPECT_DOUBLE_EQ(noiseBand(Points{{1, -1000}, {2, 3}}, 2), 2);
    EXPECT_DOUBLE_EQ(noiseBand(Points{{1, 12.5}, {1, 11.9}, {2, 3}}, 0.1), 12.5 - 11.9);
    const Points rising{{1, 12.5}, {2, 12.9}};
    EXPECT_EQ(supportOf("increases", rising, 0), Bearing::yes);
    EXPECT_EQ(supportOf("stays_equal", rising, 0.5), Bearing::yes);
}

struct TrendCase {
    const char* name;
    Points points;
    Trend trend;
};

TEST(Trends, AreTold) {
    const TrendCase cases[] = {
        {"rises", {{1, 10}, {2, 20}, {3, 30}}, Trend::up},
        {"falls", {{1, 30}, {2, 20}, {3, 10}}, Trend::down},
        {"the same", {{1, 12.5}, {2, 12.5}}, Trend::level},
        {"within the last digit", {{1, 12.50}, {2, 12.58}}, Trend::level},
        {"beyond the last digit", {{1, 12.5}, {2, 12.7}}, Trend::up},
        {"within what repeats differ by", {{1, 10}, {1, 12}, {2, 11}, {2, 13}}, Trend::level},
        {"one bad measurement", {{1, 10}, {2, 12}, {3, 14}, {4, 16}, {5, 15.5}}, Trend::up},
        {"a top", {{1, 10}, {2, 20}, {3, 12}}, Trend::top},
        {"a bottom", {{1, 10}, {2, 2}, {3, 12}}, Trend::bottom},
        {"a dip of a twentieth is no top", {{1, 10}, {2, 19.5}, {3, 30}, {4, 29}}, Trend::up},
        {"nothing", {}, Trend::unclear},
        {"one value of x", {{1, 10}, {1, 20}}, Trend::unclear},
    };
    for (const TrendCase& c : cases)
        EXPECT_EQ(trendOf(c.points, noiseBand(c.points, 0)), c.trend) << c.name;
}

TEST(Supports, EveryRelation) {
    const Points rising{{1, 10}, {2, 14}, {3, 18}}, falling{{1, 18}, {2, 14}, {3, 10}};
    const Points level{{1, 14}, {2, 14}, {3, 14}}, top{{1, 10}, {2, 20}, {3, 10}};
    const Points doubled{{1, 5}, {2, 10.3}, {4, 19.5}}, halved{{1, 8}, {2, 4.1}, {4, 1.95}};
    struct Case {
        const char* how;
        Points points;
        Bearing support;
    };
    const Case cases[] = {
        {"increases", rising, Bearing::yes},
        {"increases", falling, Bearing::no},
        {"increases", level, Bearing::no},
        {"increases", top, Bearing::no},
        {"decreases", falling, Bearing::yes},
        {"decreases", rising, Bearing::no},
        {"stays_equal", level, Bearing::yes},
        {"stays_equal", rising, Bearing::no},
        {"optimum", top, Bearing::yes},
        {"optimum", rising, Bearing::no},
        {"optimum", {{1, 2}, {2, 4}}, Bearing::unclear},
        {"doubles", doubled, Bearing::yes},
        {"doubles", rising, Bearing::no},
        {"halves", halved, Bearing::yes},
        {"halves", falling, Bearing::no},
        {"halves", {{0, 8}, {2, 4}}, Bearing::unclear},  // no such thing as twice 0
        {"explodes", rising, Bearing::unclear},
        {"", rising, Bearing::unclear},
        {"increases", {{1, 2}}, Bearing::unclear},
    };
    for (const Case& c : cases) EXPECT_EQ(supportOf(c.how, c.points, 0), c.support) << c.how;
}

}  // namespace
}  // namespace pt
