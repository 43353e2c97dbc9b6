#include "engine/i18n/words.h"

#include <gtest/gtest.h>

#include "engine/core/log.h"

namespace pt {
namespace {

Words dutch(std::string_view table) {
    Words words(Language::nl);
    const Status status = words.add(Language::nl, table);
    EXPECT_TRUE(status.ok());
    return words;
}

TEST(Words, FillsPlaceholders) {
    const Words words = dutch("a.b = Staaf {member} breekt bij {load}.\n");
    const Args args{{"load", "61,2 N"}, {"member", "S7"}};
    EXPECT_EQ(words("a.b", args), "Staaf S7 breekt bij 61,2 N.");
    EXPECT_EQ(words("a.b"), "Staaf {member} breekt bij {load}.");
}

TEST(Words, ArgumentsAreNotFilledAgain) {
    const Words words = dutch("a = {x}\nb = {x} en {y}");
    EXPECT_EQ(words("b", Args{{"x", "{y}"}, {"y", "2"}}), "{y} en 2");
}

TEST(Words, AnArgumentMayBeAKey) {
    const Words words = dutch("a = is {what}\nquantity.mass = een massa");
    EXPECT_EQ(words("a", Args{{"what", "@quantity.mass"}}), "is een massa");
    EXPECT_EQ(words("a", Args{{"what", "@someone"}}), "is @someone");
    EXPECT_EQ(words("a", Args{{"what", "@"}}), "is @");
}

TEST(Words, AnArgumentMayBeAQuantity) {
    Words words = dutch("a = van {x}");
    ASSERT_TRUE(words.add(Language::en, "a = from {x}").ok());
    EXPECT_EQ(words("a", Args{{"x", "#1.5 mm"}}), "van 1,5 mm");
    EXPECT_EQ(words("a", Args{{"x", "#ff0000"}}), "van #ff0000");
    words.language(Language::en);
    EXPECT_EQ(words("a", Args{{"x", "#1.5 mm"}}), "from 1.5 mm");
}

TEST(Words, AnArgumentMayBeAList) {
    Words words = dutch("a = van {x}\ni18n.and = en\nlab.span = breedte");
    ASSERT_TRUE(words.add(Language::en, "a = of {x}\ni18n.and = and\nlab.span = width").ok());
    const auto written = [&](std::vector<std::string> values) {
        return words("a", Args{{"x", listArg(values)}});
    };
    EXPECT_EQ(written({}), "van ");
    EXPECT_EQ(written({"@lab.span"}), "van breedte");
    EXPECT_EQ(written({"@lab.span", "#1.5 mm"}), "van breedte en 1,5 mm");
    EXPECT_EQ(written({"p", "q", "@lab.span"}), "van p, q en breedte");
    words.language(Language::en);
    EXPECT_EQ(written({"p", "q", "@lab.span"}), "of p, q and width");
}

TEST(Words, AnArgumentMayBeATextInBothLanguages) {
    Words words = dutch("a = van {x}\ni18n.and = en");
    ASSERT_TRUE(words.add(Language::en, "a = of {x}\ni18n.and = and").ok());
    const Args args{{"x", textArg("kracht", "force")}};
    const std::string lonely = textArg("", "mass");
    EXPECT_EQ(words("a", args), "van kracht");
    EXPECT_EQ(words("a", Args{{"x", lonely}}), "van mass");
    EXPECT_EQ(words.argument(listArg(std::vector{args[0].value, lonely})), "kracht en mass");
    words.language(Language::en);
    EXPECT_EQ(words("a", args), "of force");
    EXPECT_EQ(words.argument("\x1e"), "\x1e");
    EXPECT_EQ(words.argument("\x1ehalf"), "\x1ehalf");
}

TEST(Words, StrayBracesStay) {
    const Words words = dutch("a = {x\nb = x}\nc = {}");
    EXPECT_EQ(words("a"), "{x");
    EXPECT_EQ(words("b"), "x}");
    EXPECT_EQ(words("c"), "{}");
}

TEST(Words, TableFormat) {
    const Words words = dutch("# uitleg = niets\r\n\r\n  a.b_1 =  x = y  \r\nc = een\\ntwee");
    EXPECT_EQ(words("a.b_1"), "x = y");
    EXPECT_EQ(words("c"), "een\ntwee");
    EXPECT_EQ(words.table(Language::nl).size(), 2u);
}

TEST(Words, RefusesBadTablesWhole) {
    Words words = dutch("a = 1");
    struct Case {
        const char* table;
        const char* key;
        const char* line;
    };
    for (const Case& c :
         {Case{"b = 2\na = 2", "i18n.duplicate", "2"}, Case{"b = 2\nb = 3", "i18n.duplicate", "2"},
          Case{"b", "i18n.syntax", "1"}, Case{"\nb =", "i18n.syntax", "2"},
          Case{"= c", "i18n.syntax", "1"}, Case{"b c = d", "i18n.syntax", "1"}}) {
        const Status status = words.add(Language::nl, c.table);
        ASSERT_FALSE(status.ok()) << c.table;
        EXPECT_EQ(status.error().key, c.key) << c.table;
        EXPECT_EQ(status.error().where, c.line) << c.table;
        EXPECT_FALSE(words.has("b"));
    }
}

TEST(Words, MissingKeyIsVisibleAndLoggedOnce) {
    int logged = 0;
    setLogSink([&](LogLevel, std::string_view) { ++logged; });
    const Words words = dutch("a = 1");
    EXPECT_EQ(words("gone"), "‹gone›");
    EXPECT_EQ(words("gone"), "‹gone›");
    EXPECT_EQ(words("gone.too"), "‹gone.too›");
    setLogSink({});
    EXPECT_EQ(logged, 2);
}

TEST(Words, LanguagesAreApart) {
    Words words = dutch("a = ja");
    ASSERT_TRUE(words.add(Language::en, "a = yes\nb = only English").ok());
    EXPECT_FALSE(words.has("b"));
    words.language(Language::en);
    EXPECT_EQ(words("a"), "yes");
    EXPECT_TRUE(words.has("b"));
}

TEST(Words, SentenceHasThePlace) {
    const Words words = dutch("e = Fout in {x}.");
    EXPECT_EQ(words.sentence({"e", "brug.lab.yaml:3:1", {{"x", "y"}}}),
              "brug.lab.yaml:3:1: Fout in y.");
    EXPECT_EQ(words.sentence({"e", "", {{"x", "y"}}}), "Fout in y.");
}

TEST(Words, QuantityArgumentsFollowTheLanguage) {
    Words words = dutch("range = Kies {min} tot {max}.");
    ASSERT_TRUE(words.add(Language::en, "range = Choose {min} to {max}.").ok());
    const Args args{{"min", "#0.5 mm"}, {"max", "#12 mm"}};
    EXPECT_EQ(words("range", args), "Kies 0,5 mm tot 12 mm.");
    words.language(Language::en);
    EXPECT_EQ(words("range", args), "Choose 0.5 mm to 12 mm.");
    EXPECT_EQ(words("range", Args{{"min", "#"}, {"max", "#x.y"}}), "Choose # to #x.y.");
}

TEST(Words, NumbersFollowTheLanguage) {
    Words words(Language::nl);
    EXPECT_EQ(words.number(38.46), "38,5");
    EXPECT_EQ(words.quantity(0.0018, unit("mm"), 2), "1,8\u202Fmm");
    words.language(Language::en);
    EXPECT_EQ(words.number(38.46, 4), "38.46");
}

TEST(Language, Codes) {
    EXPECT_EQ(code(Language::nl), "nl");
    EXPECT_EQ(code(Language::en), "en");
    EXPECT_EQ(parseLanguage("nl").value(), Language::nl);
    EXPECT_EQ(parseLanguage("nl-BE").value(), Language::nl);
    EXPECT_EQ(parseLanguage("en_GB.UTF-8").value(), Language::en);
    EXPECT_EQ(parseLanguage("fr").error().key, "i18n.language");
    EXPECT_FALSE(parseLanguage("").ok());
}

}  // namespace
}  // namespace pt
