#include "engine/core/base64.h"

#include <gtest/gtest.h>

namespace pt {
namespace {

// RFC 4648, section 10.
TEST(Base64, IsThatOfTheStandard) {
    const std::pair<const char*, const char*> known[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (const auto& [bytes, text] : known) {
        EXPECT_EQ(base64(bytes), text);
        EXPECT_EQ(fromBase64(text), bytes);
    }
    EXPECT_EQ(base64("\xFB\xEF\xFF"), "++//");
}

TEST(Base64, GivesEveryByteBack) {
    std::string bytes;
    for (int i = 0; i < 1000; ++i) {
        EXPECT_EQ(fromBase64(base64(bytes)), bytes) << i;
        bytes += static_cast<char>(i * 7 + i / 256);
    }
}

TEST(Base64, RefusesWhatItWouldNotWrite) {
    for (const char* text : {"Z", "Zg", "Zg=", "Zg=A", "=", "====", "Z===", "Zm9v=", "Zm9v====",
                             "Zg==Zg==", "Zm 9", "Zm9v\n", "Zm9-", "Zm9\xC3", "Zh==", "Zm9="})
        EXPECT_FALSE(fromBase64(text).has_value()) << text;
}

}  // namespace
}  // namespace pt
