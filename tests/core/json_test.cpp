#include "engine/core/json.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "engine/core/bits.h"
#include "engine/core/rng.h"

namespace pt {
namespace {

Json parsed(std::string_view text) {
    const Result<Json> result = Json::parse(text);
    EXPECT_TRUE(result.ok()) << text << ": " << (result.ok() ? "" : result.error().key);
    return result.ok() ? result.value() : Json();
}

// "key where", or "ok".
std::string refusal(std::string_view text, const Json::Limits& limits = Json::Limits()) {
    const Result<Json> result = Json::parse(text, limits);
    return result.ok() ? "ok" : result.error().key + " " + result.error().where;
}

TEST(Json, ReadsEveryKind) {
    const Json json = parsed(R"( {"a": [1, -2.5e3, true, false, null, "x"], "b": {}} )");
    EXPECT_EQ(json["a"].items().size(), 6u);
    EXPECT_EQ(json["a"][size_t{0}].number(), 1);
    EXPECT_EQ(json["a"][1].number(), -2500);
    EXPECT_TRUE(json["a"][2].boolean());
    EXPECT_FALSE(json["a"][3].boolean(true));
    EXPECT_EQ(json["a"][4].kind(), Json::Kind::null);
    EXPECT_EQ(json["a"][5].text(), "x");
    EXPECT_TRUE(json["b"].isObject());
    EXPECT_TRUE(json.has("b"));
    EXPECT_FALSE(json.has("c"));
}

TEST(Json, AskingForAnotherKindGivesTheFallback) {
    const Json json = parsed(R"({"n": 1, "t": "x"})");
    EXPECT_EQ(json["t"].number(7), 7);
    EXPECT_EQ(json["n"].text(), "");
    EXPECT_TRUE(json["n"].items().empty());
    EXPECT_TRUE(json["n"].entries().empty());
    EXPECT_TRUE(json["n"].boolean(true));
    EXPECT_EQ(json["no"]["such"][3]["path"].kind(), Json::Kind::null);
}

TEST(Json, EscapesAndUnicode) {
    EXPECT_EQ(parsed(R"("\u00e9\ud83c\udf09\n\t\"\\\/\b\f\r")").text(),
              "\xc3\xa9\xf0\x9f\x8c\x89\n\t\"\\/\b\f\r");
    EXPECT_EQ(parsed(R"("a\u0000b")").text(), std::string("a\0b", 3));
    EXPECT_EQ(Json(std::string("\x01\x1f\"\\\n", 5)).write(), R"("\u0001\u001f\"\\\n")");
}

TEST(Json, NumbersAreNearestDoubles) {
    EXPECT_EQ(parsed("0.1").number(), 0.1);
    EXPECT_EQ(parsed("2.2250738585072011e-308").number(), 2.2250738585072011e-308);
    EXPECT_EQ(parsed("9007199254740993").number(), 9007199254740992);
    EXPECT_EQ(parsed("17976931348623157081e289").number(), std::numeric_limits<double>::max());
    EXPECT_EQ(parsed("5e-324").number(), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(parsed("1e-400").number(), 0);
    EXPECT_TRUE(std::signbit(parsed("-0").number()));
}

TEST(Json, WritesShortestNumbers) {
    EXPECT_EQ(Json(0.1).write(), "0.1");
    EXPECT_EQ(Json(5).write(), "5");
    EXPECT_EQ(Json(-0.0).write(), "-0");
    EXPECT_EQ(Json(1e300).write(), "1e+300");
    EXPECT_EQ(Json(std::nan("")).write(), "null");
    EXPECT_EQ(Json(HUGE_VAL).write(), "null");
}

TEST(Json, WritesCompactAndIndented) {
    Json json;
    json.set("b", Json().add(1).add("x")).set("a", Json::object()).set("l", Json::list());
    EXPECT_EQ(json.write(), R"({"b":[1,"x"],"a":{},"l":[]})");
    EXPECT_EQ(json.write(2),
              "{\n  \"b\": [\n    1,\n    \"x\"\n  ],\n  \"a\": {},\n  \"l\": []\n}");
}

TEST(Json, SetReplacesInPlace) {
    Json json = parsed(R"({"a":1,"b":2})");
    json.set("a", "new");
    EXPECT_EQ(json.write(), R"({"a":"new","b":2})");
    EXPECT_EQ(json, parsed(R"({"a":"new","b":2})"));
    EXPECT_NE(json, parsed(R"({"b":2,"a":"new"})"));
}

TEST(Json, SyntaxErrorsNameThePlace) {
    EXPECT_EQ(refusal("{\"a\": 1,\n \"b\": }"), "json.syntax 2:7");
    EXPECT_EQ(refusal("[1, 2"), "json.syntax 1:6");
    EXPECT_EQ(refusal("\"\xc3\xa9\xc3\xa9\" x"), "json.syntax 1:6");  // columns count characters
    for (const char* text :
         {"",         " ",           "nul", "[1,]",      "{\"a\":1,}", "{a:1}",
          "'a'",      "01",          "+1",  "1.",        ".5",         "NaN",
          "Infinity", "0x10",        "1e",  "[1] []",    "// x\n1",    "\"\\x\"",
          "\"a\nb\"", "\"\\ud800\"", "]",   "{\"a\" 1}", "{1:2}",      "\xef\xbb\xbf{}",
          "\"\xff\"", "\"\xc0\xaf\""})
        EXPECT_EQ(refusal(text).substr(0, 11), "json.syntax") << text;
}

TEST(Json, TextAfterANulByteIsRefused) {
    EXPECT_EQ(refusal(std::string_view("{}\0[]", 5)), "json.syntax 1:3");
    EXPECT_EQ(refusal(std::string_view("[1\0]", 4)), "json.syntax 1:3");
    EXPECT_EQ(refusal(std::string_view("\0", 1)), "json.syntax 1:1");
}

TEST(Json, DuplicateKeysAreRefusedWhereTheyStand) {
    const Result<Json> result = Json::parse("{\"a\": {\"x\": 1},\n  \"b\\\"\": 2, \"b\\\"\": 3}");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error(), (Error{"json.duplicate", "2:13", {{"key", "b\""}}}));
    EXPECT_EQ(refusal(R"({"a": {"x": 1}, "b": {"x": 1}, "x": 1})"), "ok");
    EXPECT_EQ(refusal(R"({"": 1, "": 2})"), "json.duplicate 1:9");
    EXPECT_EQ(refusal(R"({"a": 1, "\u0061": 2})"), "json.duplicate 1:10");
}

TEST(Json, NumbersBeyondADoubleAreRefused) {
    EXPECT_EQ(refusal("[1, 1e400]"), "json.number 1:5");
    EXPECT_EQ(refusal("-1.8e308"), "json.number 1:1");
    EXPECT_EQ(refusal(std::string(400, '9')), "json.number 1:1");
}

TEST(Json, LimitsHold) {
    const Json::Limits limits{20, 3, 5};
    EXPECT_EQ(refusal("[[[1]]]", limits), "ok");
    EXPECT_EQ(refusal("[[[[1]]]]", limits), "json.too_deep 1:4");
    EXPECT_EQ(refusal("[1,2,3,4]", limits), "ok");
    EXPECT_EQ(refusal("[1,2,3,4,5]", limits), "json.too_big 1:10");
    EXPECT_EQ(refusal("[1,      2,       3]", limits), "ok");
    EXPECT_EQ(refusal("[1,      2,        3]", limits), "json.too_big ");
}

// Without a depth limit a reader that calls itself would run out of stack here.
TEST(Json, HostileDepthIsRefusedAtOnce) {
    const std::string lists(8'000'000, '[');
    EXPECT_EQ(refusal(lists).substr(0, 13), "json.too_deep");
    std::string objects;
    for (int i = 0; i < 500'000; ++i) objects += "{\"a\":";
    EXPECT_EQ(refusal(objects).substr(0, 13), "json.too_deep");
}

TEST(Json, ManyKeysStayFast) {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) text += "\"k" + std::to_string(i) + "\":1,";
    text.back() = '}';
    EXPECT_EQ(parsed(text).entries().size(), 200'000u);
}

// A random value of every kind, nested at most `depth` deep.
Json randomJson(Rng& rng, int depth) {
    switch (rng.integer(0, depth > 0 ? 5 : 3)) {
    case 0: return {};
    case 1: return rng.uniform() < 0.5;
    case 2: {
        const double any = bitCast<double>(rng.next());
        return std::isfinite(any) ? Json(any) : Json(rng.normal());
    }
    case 3: {
        std::string text;
        for (int64_t i = rng.integer(0, 6); i > 0; --i)
            text += static_cast<char>(rng.integer(0, 127));
        return text;
    }
    case 4: {
        Json list = Json::list();
        for (int64_t i = rng.integer(0, 4); i > 0; --i) list.add(randomJson(rng, depth - 1));
        return list;
    }
    default: {
        Json object = Json::object();
        for (int64_t i = rng.integer(0, 4); i > 0; --i)
            object.set("k" + std::to_string(rng.integer(0, 9)), randomJson(rng, depth - 1));
        return object;
    }
    }
}

TEST(Json, WhatIsWrittenReadsBackTheSame) {
    Rng rng(12, "json");
    for (int i = 0; i < 3000; ++i) {
        const Json json = randomJson(rng, 5);
        for (const int indent : {0, 2}) {
            const std::string text = json.write(indent);
            const Json again = parsed(text);
            ASSERT_EQ(again, json) << text;
            ASSERT_EQ(again.write(indent), text);
        }
    }
}

// Random bytes, and valid text with a few bytes changed or its end cut off: a value or an error,
// never a crash (the asan build runs this too).
TEST(Json, DamagedTextIsReadOrRefused) {
    Rng rng(13, "damage");
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text = randomJson(rng, 4).write(static_cast<int>(rng.integer(0, 1)));
        if (i % 4 == 0)
            for (char& c : text) c = static_cast<char>(rng.next());
        for (int64_t changes = rng.integer(0, 3); changes > 0 && !text.empty(); --changes)
            text[rng.integer(0, static_cast<int64_t>(text.size()) - 1)] =
                "[]{}\",:\\0e-\x00\xff"[rng.integer(0, 12)];
        if (rng.uniform() < 0.3) text.resize(rng.integer(0, static_cast<int64_t>(text.size())));
        const Result<Json> result = Json::parse(text);
        if (result.ok())
            EXPECT_EQ(parsed(result.value().write()), result.value());
        else
            ++refused;
    }
    EXPECT_GT(refused, 5000);
}

}  // namespace
}  // namespace pt
