#include "engine/core/hash.h"

#include <gtest/gtest.h>
#include <limits>
#include <vector>

namespace pt {
namespace {

uint64_t hashOf(std::string_view text) {
    Hash hash;
    hash.add(text);
    return hash.value();
}

// Test vectors of the FNV reference code (Noll), also in RFC 9923.
TEST(Hash, MatchesThePublishedVectors) {
    EXPECT_EQ(hashOf(""), 0xcbf29ce484222325u);
    EXPECT_EQ(hashOf("a"), 0xaf63dc4c8601ec8cu);
    EXPECT_EQ(hashOf("b"), 0xaf63df4c8601f1a5u);
    EXPECT_EQ(hashOf("fo"), 0x08985907b541d342u);
    EXPECT_EQ(hashOf("foobar"), 0x85944171f73967e8u);
}

TEST(Hash, BytesAboveAsciiCountAsUnsigned) { EXPECT_EQ(hashOf("\xff"), 0xaf64724c8602eb6eu); }

TEST(Hash, NumbersAreLittleEndianBytes) {
    Hash number;
    number.add(uint64_t{0x3837363534333231u});
    EXPECT_EQ(number.value(), hashOf("12345678"));
    Hash real;
    real.add(1.0);
    EXPECT_EQ(real.value(), hashOf(std::string_view("\0\0\0\0\0\0\xf0\x3f", 8)));
}

TEST(Hash, ZerosAreOneAndNansAreOne) {
    Hash minus, plus, nan, negativeNan;
    minus.add(-0.0);
    plus.add(0.0);
    nan.add(std::numeric_limits<double>::quiet_NaN());
    negativeNan.add(-std::numeric_limits<double>::signaling_NaN());
    EXPECT_EQ(minus.value(), plus.value());
    EXPECT_EQ(nan.value(), negativeNan.value());
    EXPECT_NE(nan.value(), plus.value());
}

TEST(Hash, AListIsItsNumbersInOrder) {
    const std::vector<double> values = {1, -2.5, 3};
    Hash together, one, reversed;
    together.add(values);
    for (const double value : values) one.add(value);
    reversed.add(std::vector<double>{3, -2.5, 1});
    EXPECT_EQ(together.value(), one.value());
    EXPECT_NE(together.value(), reversed.value());
}

TEST(Hash, HexHasSixteenDigits) {
    EXPECT_EQ(hex(0), "0000000000000000");
    EXPECT_EQ(hex(0xcbf29ce484222325u), "cbf29ce484222325");
}

}  // namespace
}  // namespace pt
