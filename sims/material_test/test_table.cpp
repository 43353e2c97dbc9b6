// The table of measurements: pasting, editing, documents, wrong units.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/rng.h"
#include "engine/i18n/words.h"
#include "sims/material_test/paste.h"

namespace pt {
namespace {

Measurement like() {
    Measurement row;
    row.material = "spaghetti_180";
    row.test = TestKind::bending;
    return row;
}

Result<std::vector<Measurement>> pasted(std::string_view text) {
    return readPasted(text, like(), StrandShape::round);
}

Error refused(std::string_view text) {
    const auto rows = pasted(text);
    EXPECT_FALSE(rows.ok()) << text;
    if (rows.ok()) return {};
    for (const Language language : {Language::nl, Language::en}) {
        const Words words = Words::builtin(language);
        const std::string sentence = words.sentence(rows.error());
        EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
        EXPECT_EQ(sentence.find("‹"), std::string::npos) << sentence;
    }
    return rows.error();
}

TEST(Paste, DutchSpreadsheet) {
    const auto rows = pasted("\xef\xbb\xbf"
                             "Groep;Diameter (mm);Overspanning (cm);Kracht (N);Doorbuiging (mm);"
                             "Gebroken\r\nAn;1,8;6;1,25;3,0;nee\r\nBo;1,75;6;2,5;6,5;ja\r\n\r\n");
    ASSERT_TRUE(rows.ok()) << rows.error().key;
    ASSERT_EQ(rows.value().size(), 2u);
    const Measurement& first = rows.value()[0];
    EXPECT_DOUBLE_EQ(first.width, 1.8e-3);
    EXPECT_DOUBLE_EQ(first.span, 0.06);
    EXPECT_DOUBLE_EQ(first.force, 1.25);
    EXPECT_DOUBLE_EQ(first.deflection, 3e-3);
    EXPECT_FALSE(first.broke);
    EXPECT_TRUE(rows.value()[1].broke);
    EXPECT_TRUE(first.real);
    EXPECT_EQ(first.test, TestKind::bending);
    EXPECT_EQ(first.material, "spaghetti_180");
    EXPECT_TRUE(std::isnan(first.mass));
}

TEST(Paste, EnglishWithTabsPointsAndWeights) {
    const auto rows = pasted("test\tforce [kg]\tthickness\tstrands\n"
                             "tension\t7.5\t1.8\t1\ntension test\t0\t\t\n");
    ASSERT_FALSE(rows.ok());  // "tension test" is no option
    EXPECT_EQ(rows.error().key, "paste.word");
    EXPECT_EQ(rows.error().where, "3:1");
    const auto good = pasted("test\tforce [kg]\tthickness\tstrands\ntension\t7.5\t1.8\t7\n");
    ASSERT_TRUE(good.ok()) << good.error().key;
    EXPECT_DOUBLE_EQ(good.value()[0].force, 7.5 * 9.81);
    EXPECT_EQ(good.value()[0].test, TestKind::tension);
    EXPECT_EQ(good.value()[0].strands, 7);
    EXPECT_DOUBLE_EQ(good.value()[0].width, 1.8e-3);  // round: its thickness is its width
}

TEST(Paste, UnitsInTheCells) {
    const auto rows = pasted("lengte;kracht;massa\n\"12 cm\";250 g;0,97 g\n0,06 m;2,45 N;1 g\n");
    ASSERT_TRUE(rows.ok()) << rows.error().key << rows.error().where;
    EXPECT_DOUBLE_EQ(rows.value()[0].span, 0.12);
    EXPECT_NEAR(rows.value()[0].force, 0.25 * 9.81, 1e-12);
    EXPECT_NEAR(rows.value()[0].mass, 0.97e-3, 1e-12);
    EXPECT_DOUBLE_EQ(rows.value()[1].span, 0.06);
    EXPECT_DOUBLE_EQ(rows.value()[1].force, 2.45);
}

TEST(Paste, CommasBetweenCellsKeepDecimalPoints) {
    const auto rows = pasted("force,deflection\n1.5,2.25\n\"1,5\",3\n");
    ASSERT_TRUE(rows.ok());
    EXPECT_DOUBLE_EQ(rows.value()[0].force, 1.5);
    EXPECT_DOUBLE_EQ(rows.value()[0].deflection, 2.25e-3);
    EXPECT_DOUBLE_EQ(rows.value()[1].force, 1.5);
}

TEST(Paste, ErrorsNameThePlaceAndTheRemedy) {
    EXPECT_EQ(refused("").key, "paste.empty");
    EXPECT_EQ(refused("\n \r\n").key, "paste.empty");
    EXPECT_EQ(refused("kracht (N)\n").key, "paste.empty");
    EXPECT_EQ(refused("1;2;3\n4;5;6").key, "paste.no_header");
    EXPECT_EQ(refused("gebroken\nja").key, "paste.no_header");
    const Error slip = refused("krahct (N)\n3");
    EXPECT_EQ(slip.key, "paste.unknown_column");
    EXPECT_EQ(slip.args[1].value, "kracht");
    EXPECT_EQ(refused("kracht;belasting\n1;2").key, "paste.twice");
    EXPECT_EQ(refused("kracht (mm)\n3").key, "paste.unit");
    EXPECT_EQ(refused("kracht (xyz)\n3").key, "paste.unit");
    const Error word = refused("kracht;lengte\n3;4\nveel;5");
    EXPECT_EQ(word.key, "paste.number");
    EXPECT_EQ(word.where, "3:1");
    EXPECT_EQ(refused("kracht;sprieten\n3;1,5").key, "paste.strands");
    EXPECT_EQ(refused("kracht;sprieten\n3;99").key, "paste.strands");
    EXPECT_EQ(refused("kracht;gebroken\n3;misschien").where, "2:2");
    EXPECT_EQ(refused("kracht\n-3").key, "measurement.range");
}

// The classic: a diameter in millimetres under a heading in metres.
TEST(Paste, OffersTheLikelyUnit) {
    const Error error = refused("diameter (m);kracht (N)\n1,8;3");
    EXPECT_EQ(error.key, "measurement.likely_unit");
    EXPECT_EQ(error.where, "2:1");
    EXPECT_EQ(error.args[2].value, "#1.8 mm");
    EXPECT_EQ(refused("massa (kg);kracht (N)\n30;3").args[2].value, "#30 g");
    EXPECT_EQ(refused("massa (g);kracht (N)\n5000000;3").key, "measurement.range");
    EXPECT_EQ(refused("lengte (m);kracht (N)\n25;3").key, "measurement.likely_unit");
}

TEST(Paste, TooMuch) {
    std::string text = "kracht (N)\n";
    for (int i = 0; i < maxMeasurements; ++i) text += "3\n";
    ASSERT_TRUE(pasted(text).ok());
    text += "3\n";
    EXPECT_EQ(refused(text).key, "paste.too_many");
    EXPECT_EQ(refused(std::string(2 << 20, 'x')).key, "paste.too_long");
}

// Anything at all may be pasted: it is read or refused, and never more.
TEST(Paste, SurvivesAnything) {
    const std::string alphabet = ";,\t\n\r\"()[]0123456789.-eE kracht(mm)diameterjañ€\xff\x80\x00";
    for (uint64_t seed = 0; seed < 3000; ++seed) {
        Rng random(seed, "paste");
        std::string text = seed % 2 ? "kracht (N);lengte;gebroken\n" : "";
        const auto length = random.integer(0, 200);
        for (int64_t i = 0; i < length; ++i)
            text += alphabet[static_cast<size_t>(
                random.integer(0, static_cast<int64_t>(alphabet.size()) - 1))];
        const auto rows = pasted(text);
        if (!rows.ok()) continue;
        const auto back = readMeasurements(writeMeasurements([&] {
            std::vector<Measurement> numbered = rows.value();
            for (size_t i = 0; i < numbered.size(); ++i) numbered[i].id = static_cast<int>(i) + 1;
            return numbered;
        }()));
        EXPECT_TRUE(back.ok()) << text;
    }
}

TEST(Document, ComesBackAsItWent) {
    Measurement row = like();
    row.id = 7;
    row.broke = true;
    row.real = true;
    row.bonded = false;
    row.strands = 3;
    row.force = 12.5;
    row.mass = 1e-3;
    const Json json = writeMeasurements({row});
    const auto rows = readMeasurements(json);
    ASSERT_TRUE(rows.ok());
    EXPECT_EQ(writeMeasurements(rows.value()), json);
    EXPECT_TRUE(std::isnan(rows.value()[0].width));
    EXPECT_EQ(nextId(rows.value()), 8);
    EXPECT_EQ(nextId({}), 1);
}

TEST(Document, DamageIsRefused) {
    const auto key = [](const char* text) {
        const auto json = Json::parse(text);
        EXPECT_TRUE(json.ok()) << text;
        const auto rows = readMeasurements(json.value());
        return rows.ok() ? std::string("read") : rows.error().key;
    };
    const std::string start = R"({"rows":[{"id":1,"material":"own")";
    EXPECT_EQ(key((start + "}]}").c_str()), "read");
    EXPECT_EQ(key("[]"), "measurement.not_object");
    EXPECT_EQ(key(R"({"rows":[3]})"), "measurement.not_object");
    EXPECT_EQ(key(R"({"rows":[],"x":1})"), "measurement.unknown_key");
    EXPECT_EQ(key((start + R"(,"colour":"red"}]})").c_str()), "measurement.unknown_key");
    EXPECT_EQ(key(R"({"rows":[{"id":0,"material":"own"}]})"), "measurement.bad_id");
    EXPECT_EQ(key((start + R"(},{"id":1,"material":"own"}]})").c_str()), "measurement.bad_id");
    EXPECT_EQ(key(R"({"rows":[{"id":1,"material":"steel"}]})"), "measurement.bad_option");
    EXPECT_EQ(key((start + R"(,"test":"torsion"}]})").c_str()), "measurement.bad_option");
    EXPECT_EQ(key((start + R"(,"strands":2.5}]})").c_str()), "measurement.bad_strands");
    EXPECT_EQ(key((start + R"(,"width":"thick"}]})").c_str()), "measurement.no_number");
    EXPECT_EQ(key((start + R"(,"width":-1}]})").c_str()), "measurement.range");
    EXPECT_EQ(key((start + R"(,"width":1.8}]})").c_str()), "measurement.range");
}

}  // namespace
}  // namespace pt
