// Answers in numbers, and the mistakes that are recognised in them.
#include "tests/lesson/check_fixture.h"

namespace pt::fake {
namespace {

LessonItem asks(const char* answer, const char* asked = "", int digits = 0) {
    const auto right = parseQuantity(answer);
    EXPECT_TRUE(right.ok()) << answer;
    const Quantity& quantity = right.value();
    NumberItem number;
    number.unit = *asked ? unit(asked) : quantity.unit;
    number.answer = Tolerant{Expression::constant(quantity.si, quantity.unit),
                             quantity.tolerance.value_or(0), 0, quantity.unit};
    number.digits = digits;
    return itemOf(number);
}

struct Typed {
    const char* answer;
    const char* typed;
    const char* verdict;
};

TEST(NumberAnswer, IsJudgedAndItsSlipsAreRecognised) {
    const Typed cases[] = {
        // the same in every spelling
        {"0.48 N +- 5 %", "0,48 N", "ok"},
        {"0.48 N +- 5 %", "0.48", "ok"},
        {"0.48 N +- 5 %", "480 mN", "ok"},
        {"0.48 N +- 5 %", "4,8·10⁻¹ N", "ok"},
        {"1250 N", "1 250", "ok"},
        // the edges of the tolerance
        {"0.48 N +- 5 %", "0,504", "ok"},
        {"0.48 N +- 5 %", "0,456", "ok"},
        {"0.48 N +- 5 %", "0,5045", "close"},
        {"100 N", "101", "ok"},
        {"100 N", "101,1", "close"},
        {"10 N +- 0.5 N", "10,5", "ok"},
        // no number, no unit, another quantity
        {"0.48 N", "twaalf", "no_number"},
        {"0.48 N", "1,2,3", "no_number"},
        {"0.48 N", "N", "no_number"},
        {"0.48 N", "3 foo", "unit_unknown"},
        {"0.48 N", "3 Newton", "unit_near"},
        {"0.48 N", "0,48 kg", "quantity"},
        {"5 K", "5 °C", "difference"},
        {"0.33 W/(m2 K)", "0,33 W/m2*K", "unit_near"},
        // a unit that was not converted, or not the one that was meant
        {"25 cm", "0,25", "not_converted"},
        {"25 cm", "250", "not_converted"},
        {"25 cm", "25 mm", "other_unit"},
        {"3600 s", "1", "not_converted"},
        {"10 m/s", "36", "not_converted"},
        {"20 °C", "293,15", "not_converted"},
        {"1 kWh", "3600000", "not_converted"},
        {"2 m2", "20000", "not_converted"},
        {"120 cm2", "0,012", "not_converted"},
        {"49 N +- 2 %", "5", "weight"},
        {"25 %", "0,25", "fraction"},
        {"180 °", "3,1416", "not_converted"},
        // the comma, the sign, upside down, double and half
        {"0.48 W", "480", "not_converted"},
        {"4 kg/m3", "0,004", "not_converted"},
        {"0.48 1/m", "4,8", "comma_high"},
        {"0.48 1/m", "0,0048", "comma_low"},
        {"0.48 1/m", "480", "thousand_high"},
        {"7 1/m", "7000000", "thousand_high"},
        {"7 1/m", "0,007", "thousand_low"},
        {"12 N", "-12", "sign"},
        {"-3 K", "3", "sign"},
        {"0.33 W/(m2 K)", "3,03", "inverse"},
        {"12 N", "24", "double"},
        {"12 N", "6", "half"},
        // no more than near, too high or too low
        {"0.48 N", "0,50", "close"},
        {"0.48 N", "0,60", "too_high"},
        {"0.48 N", "0,30", "too_low"},
        {"0 N +- 0.1 N", "0,05", "ok"},
        {"0 N +- 0.1 N", "5", "too_high"},
        {"0 N +- 0.1 N", "-5", "too_low"},
        {"-12 N", "-30", "too_low"},
    };
    const Bench bench;
    for (const Typed& c : cases)
        EXPECT_EQ(bench.verdict(asks(c.answer), c.typed), c.verdict) << c.answer << ": " << c.typed;
}

TEST(NumberAnswer, WantsItsSignificantDigits) {
    const Bench bench;
    const LessonItem two = asks("0.4825 N +- 1 %", "", 2), three = asks("1200 N", "", 3);
    EXPECT_EQ(bench.verdict(two, "0,48"), "ok");
    EXPECT_EQ(bench.verdict(two, "0,482"), "digits_many");
    EXPECT_EQ(bench.verdict(two, "0,5"), "close");
    EXPECT_EQ(bench.verdict(asks("0.5 N", "", 2), "0,5"), "digits_few");
    EXPECT_EQ(bench.verdict(asks("0.5 N", "", 2), "0,50"), "ok");
    EXPECT_EQ(bench.verdict(three, "1200"), "ok");  // 2, 3 or 4 digits: nobody can tell
    EXPECT_EQ(bench.verdict(three, "1200,0"), "digits_many");
    EXPECT_EQ(bench.verdict(three, "1,2 kN"), "digits_few");
    // What rounding to one digit takes off is never wrong.
    EXPECT_EQ(bench.verdict(asks("0.4825 N +- 1 %", "", 1), "0,5"), "ok");
}

TEST(NumberAnswer, TheDefaultToleranceIsOfTheNumberAsWritten) {
    const Bench bench;
    EXPECT_EQ(bench.verdict(asks("20 °C"), "20,2"), "ok");
    EXPECT_EQ(bench.verdict(asks("20 °C"), "20,3"), "close");
    EXPECT_EQ(bench.verdict(asks("20 °C"), "293,15 K"), "ok");
}

TEST(NumberAnswer, KnownMistakesHaveTheAuthorsWords) {
    LessonItem item = asks("0.48 N +- 5 %");
    item.notYet = {"Kijk naar de lengte.", "Look at the length."};
    item.ok = {"Juist.", "Right."};
    auto& number = std::get<NumberItem>(item.body);
    number.wrong.push_back({Tolerant{Expression::constant(0.97, unit("N")), 0, 0, unit("N")},
                            {"De lengte telt in het kwadraat.", "Squared."}});
    const Bench bench;
    const Verdict foreseen = bench.judge(item, "0,965");
    EXPECT_EQ(foreseen.state, Verdict::State::notYet);
    EXPECT_EQ(foreseen.say.nl, "De lengte telt in het kwadraat.");
    EXPECT_EQ(foreseen.reason, "");
    // A recognised slip says itself what is wrong; else the author's words for whatever is not
    // right.
    EXPECT_TRUE(bench.judge(item, "480").say.empty());
    EXPECT_EQ(bench.judge(item, "0,7").say.nl, "Kijk naar de lengte.");
    const Verdict right = bench.judge(item, "0,48");
    EXPECT_EQ(right.say.nl, "Juist.");
    EXPECT_EQ(right.score, 1);
}

TEST(NumberAnswer, ReadsAnInstrument) {
    NumberItem number;
    number.reading = "place";
    number.unit = unit("cm");
    const LessonItem item = itemOf(number);
    Bench bench;
    EXPECT_EQ(bench.verdict(item, "12"), "measure_first");
    bench.values.numbers = {{"place", 1.25}, {"pace", 3}};
    EXPECT_EQ(bench.verdict(item, "125"), "ok");
    EXPECT_EQ(bench.verdict(item, "1,25 m"), "ok");
    EXPECT_EQ(bench.verdict(item, "1,25"), "not_converted");
    EXPECT_EQ(bench.verdict(item, "150"), "too_high");
    bench.measure(2, 5);
    bench.observations[0].outputs["place"] = 1.5;
    EXPECT_EQ(bench.verdict(item, "150"), "read_before");
}

TEST(NumberAnswer, AReadingMayBeOffByTheResolutionOfItsInstrument) {
    NumberItem number;
    number.reading = "place";
    number.unit = unit("cm");
    Bench bench;
    bench.values.numbers = {{"place", 1.25}};
    EXPECT_NE(bench.verdict(itemOf(number), "130"), "ok");
    bench.lesson.resolutions["place"] = 0.05;
    EXPECT_EQ(bench.verdict(itemOf(number), "130"), "ok");
    EXPECT_NE(bench.verdict(itemOf(number), "131"), "ok");
}

TEST(NumberAnswer, NothingIsNoAnswer) {
    const Bench bench;
    EXPECT_EQ(bench.verdict(asks("1 N"), {}), "none");
}

}  // namespace
}  // namespace pt::fake
