#include <gtest/gtest.h>

#include "engine/units/unit.h"

namespace pt {
namespace {

TEST(ParseTyped, CountsSignificantDigits) {
    struct Case {
        const char* text;
        int fewest, most;
    };
    for (const Case& c :
         {Case{"0,480", 3, 3}, Case{"0.48 N", 2, 2}, Case{"-007", 1, 1}, Case{"1200", 2, 4},
          Case{"12 500,0", 6, 6}, Case{"12 500", 3, 5}, Case{"1,20·10⁻⁷ m", 3, 3},
          Case{"4e10", 1, 1}, Case{"0", 0, 0}, Case{"9,10 m2", 3, 3}}) {
        const auto typed = parseTyped(c.text);
        ASSERT_TRUE(typed.ok()) << c.text;
        EXPECT_EQ(typed.value().fewestDigits, c.fewest) << c.text;
        EXPECT_EQ(typed.value().mostDigits, c.most) << c.text;
    }
}

TEST(ParseTyped, KeepsTheNumberAndTheUnitApart) {
    const auto bare = parseTyped(" 1 234,5 ");
    ASSERT_TRUE(bare.ok());
    EXPECT_EQ(bare.value().number, 1234.5);
    EXPECT_FALSE(bare.value().unit.has_value());
    const auto whole = parseTyped("−3 mm");
    ASSERT_TRUE(whole.ok());
    EXPECT_EQ(whole.value().number, -3);
    ASSERT_TRUE(whole.value().unit.has_value());
    EXPECT_EQ(whole.value().unit->symbol, "mm");
    EXPECT_TRUE(parseTyped("12 %").value().unit.has_value());
}

TEST(ParseTyped, Refuses) {
    for (const char* text : {"", "N", "twaalf", "1,2,3", "12 foo", "1e999"})
        EXPECT_FALSE(parseTyped(text).ok()) << text;
}

}  // namespace
}  // namespace pt
