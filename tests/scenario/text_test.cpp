// Texts: languages, values within them, and the Markdown they may use.
#include <string>

#include <gtest/gtest.h>

#include "engine/scenario/text.h"

namespace pt {
namespace {

std::string shown(std::string_view text) {
    static constexpr const char* marks[] = {"", "b", "i", "^", "_", "@"};
    std::string out;
    for (const TextBlock& block : formatted(text)) {
        if (!out.empty()) out += " | ";
        if (block.kind == TextBlock::Kind::bullet) out += "• ";
        if (block.kind == TextBlock::Kind::numbered) out += std::to_string(block.number) + ") ";
        for (const TextSpan& span : block.spans) {
            const std::string mark = marks[static_cast<int>(span.style)];
            out += mark.empty() ? span.text : "<" + mark + ":" + span.text + ">";
            if (!span.url.empty()) out += "{" + span.url + "}";
        }
    }
    return out;
}

TEST(Text, TakesTheOtherLanguageWhereOneIsMissing) {
    EXPECT_EQ((Text{"brug", "bridge"}.in(Language::en)), "bridge");
    EXPECT_EQ((Text{"brug", ""}.in(Language::en)), "brug");
    EXPECT_EQ((Text{"", "bridge"}.in(Language::nl)), "bridge");
    EXPECT_TRUE((Text{}.empty()));
}

TEST(Text, FindsTheValuesToInsert) {
    const auto found = insertionsOf("Je brug draagt $(max_load in N), $( ratio ) keer zichzelf.");
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found.value().size(), 2u);
    EXPECT_EQ(found.value()[0].expression, "max_load");
    EXPECT_EQ(found.value()[0].unit, "N");
    EXPECT_EQ(found.value()[0].begin, 15u);
    EXPECT_EQ(found.value()[0].end, 31u);
    EXPECT_EQ(found.value()[1].expression, "ratio");
    EXPECT_EQ(found.value()[1].unit, "");
}

TEST(Text, BracketsAndQuotesOfAnExpressionDoNotEndIt) {
    const auto found = insertionsOf("$(max(a, (b)) in W/(m2 K)) en $(type = \") in N\")");
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found.value().size(), 2u);
    EXPECT_EQ(found.value()[0].expression, "max(a, (b))");
    EXPECT_EQ(found.value()[0].unit, "W/(m2 K)");
    EXPECT_EQ(found.value()[1].expression, "type = \") in N\"");
    EXPECT_EQ(found.value()[1].unit, "");
}

TEST(Text, AnInsertionThatStaysOpenHasItsPlace) {
    const auto found = insertionsOf("Het kost $$5 en $(mass");
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().key, "expression.insertion_open");
    EXPECT_EQ(found.error().where, "16");
}

TEST(Text, FillsInWhatItFinds) {
    const auto value = [](const Insertion& insertion) {
        return "[" + insertion.expression + "|" + insertion.unit + "]";
    };
    EXPECT_EQ(filled("$(a in N)$(b)", value), "[a|N][b|]");
    EXPECT_EQ(filled("$$(a) kost $5, $", value), "$(a) kost $5, $");
    EXPECT_EQ(filled("open $(a", value), "open $(a");
    EXPECT_EQ(filled("", value), "");
}

TEST(Text, Emphasis) {
    EXPECT_EQ(shown("Verander **één** ding *tegelijk*."), "Verander <b:één> ding <i:tegelijk>.");
    EXPECT_EQ(shown("10 m^2^ en CO~2~"), "10 m<^:2> en CO<_:2>");
    EXPECT_EQ(shown("**in m^2^ en *zo* dus**"), "<b:in m><^:2><b: en *zo* dus>");
}

TEST(Text, SignsThatAreNoMarksStay) {
    EXPECT_EQ(shown("3 * 4 * 5 en 2*3*4"), "3 * 4 * 5 en 2*3*4");
    EXPECT_EQ(shown("~5 cm, of ~6 cm"), "~5 cm, of ~6 cm");
    EXPECT_EQ(shown("2^3 + 4^2"), "2^3 + 4^2");
    EXPECT_EQ(shown("**open en *half"), "**open en *half");
    EXPECT_EQ(shown("\\*geen nadruk\\* en een \\\\"), "*geen nadruk* en een \\");
    EXPECT_EQ(shown("<b>geen html</b> & zo"), "<b>geen html</b> & zo");
    EXPECT_EQ(shown("****"), "****");
}

TEST(Text, LinksAreHttpsOnly) {
    EXPECT_EQ(shown("Lees [dit](https://example.org/a?b=1)."),
              "Lees <@:dit>{https://example.org/a?b=1}.");
    EXPECT_EQ(shown("[dit](http://example.org)"), "[dit](http://example.org)");
    EXPECT_EQ(shown("[dit](javascript:alert)"), "[dit](javascript:alert)");
    EXPECT_EQ(shown("[dit](https://a b)"), "[dit](https://a b)");
    EXPECT_EQ(shown("[dit](https://a\"onclick)"), "[dit](https://a\"onclick)");
    EXPECT_EQ(shown("[](https://a)"), "[](https://a)");
}

TEST(Text, ParagraphsAndLists) {
    EXPECT_EQ(shown("Een regel\nloopt door.\n\nNieuwe alinea."),
              "Een regel loopt door. | Nieuwe alinea.");
    EXPECT_EQ(shown("Doe dit:\n- meet\n  nog eens\n- teken\n\nKlaar."),
              "Doe dit: | • meet nog eens | • teken | Klaar.");
    EXPECT_EQ(shown("1. meet\r\n2. teken\r\n10. ga na"), "1) meet | 2) teken | 10) ga na");
    EXPECT_EQ(shown("-5 °C is koud\n2.5 cm ook"), "-5 °C is koud 2.5 cm ook");
    EXPECT_TRUE(formatted(" \n\n ").empty());
}

TEST(Text, PlainIsWhatIsReadAloud) {
    EXPECT_EQ(plain("Lees **dit**:\n- [een](https://a.be)\n- m^2^\n1. drie"),
              "Lees dit:\neen\nm2\n1. drie");
}

}  // namespace
}  // namespace pt
