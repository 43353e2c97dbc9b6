// EPW files as they come: gaps and codes filled in, bad lines named.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "engine/core/math.h"
#include "engine/i18n/words.h"
#include "engine/numerics/epw_fill.h"

namespace pt {
namespace {

constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// What stands in the fields of an hour that the tests change.
struct Hour {
    int month = 1, day = 1, hour = 1;
    std::string temperature = "10", dew = "5", humidity = "70", pressure = "100000",
                infrared = "300", global = "0", beam = "0", diffuse = "0", wind = "3", cloud = "5";
    std::string line() const {
        std::ostringstream out;
        out << "1999," << month << ',' << day << ',' << hour << ",60,A7A7," << temperature << ','
            << dew << ',' << humidity << ',' << pressure << ",0,0," << infrared << ',' << global
            << ',' << beam << ',' << diffuse << ",0,0,0,0,180," << wind << ",5," << cloud
            << ",777,9999,9,999999999,30,0.04,0,88,0.2,999,99";
        return out.str();
    }
};

struct File {
    std::string end = "\n";
    std::string location = "LOCATION,Test,-,BEL,Made,0,50.8,4.36,1.0,100";
    std::vector<std::string> heading{"DESIGN CONDITIONS,0",
                                     "DATA PERIODS,1,1,Data,Sunday,1/1,12/31"};
    // Changes an hour (from 0); false leaves it out.
    std::function<bool(int, Hour&)> change = [](int, Hour&) { return true; };
    std::string write() const {
        std::string text = location + end;
        for (const std::string& line : heading) text += line + end;
        int at = 0;
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= lengths[static_cast<size_t>(month - 1)]; ++day)
                for (int hour = 1; hour <= 24; ++hour, ++at) {
                    Hour made{month, day, hour};
                    if (change(at, made)) text += made.line() + end;
                }
        return text;
    }
};

std::string errorOf(const std::string& text) {
    const Result<Weather> read = readEpw(text);
    if (read) return "ok";
    static const Words nl = Words::builtin(Language::nl), en = Words::builtin(Language::en);
    for (const Words* words : {&nl, &en}) {
        EXPECT_TRUE(words->has(read.error().key)) << read.error().key;
        EXPECT_EQ(words->sentence(read.error()).find('{'), std::string::npos);
        EXPECT_EQ(words->sentence(read.error()).find("‹"), std::string::npos);
    }
    return read.error().key + "@" + read.error().where;
}

TEST(Epw, ReadsAYear) {
    File file;
    file.heading.push_back("GROUND TEMPERATURES,1,.5,,,,1,2,3,4,5,6,7,8,9,10,11,12");
    file.change = [](int at, Hour& hour) {
        hour.temperature = at == 100 ? "-12.5" : "10";
        if (at == 12) hour.beam = "300", hour.diffuse = "80", hour.global = "150";
        return true;
    };
    const Result<Weather> read = readEpw(file.write());
    ASSERT_TRUE(read.ok()) << read.error().key << read.error().where;
    const Weather& weather = read.value();
    ASSERT_EQ(weather.hours.size(), size_t{8760});
    EXPECT_EQ(weather.site.name, "Test");
    EXPECT_NEAR(weather.site.latitude, 50.8 * math::pi / 180, 1e-12);
    EXPECT_EQ(weather.site.timeZone, 3600);
    EXPECT_EQ(weather.site.altitude, 100);
    EXPECT_NEAR(weather.hours[100].temperature, 260.65, 1e-9);
    EXPECT_EQ(weather.hours[12].beam, 300);
    EXPECT_EQ(weather.hours[12].diffuse, 80);
    EXPECT_EQ(weather.hours[0].infrared, 300);
    EXPECT_NEAR(weather.groundMean, 273.15 + 6.5, 1e-9);
}

TEST(Epw, WindowsLinesAndAByteOrderMarkAreTheSame) {
    File file, windows;
    windows.end = "\r\n";
    const Result<Weather> one = readEpw(file.write());
    const Result<Weather> two = readEpw("\xEF\xBB\xBF" + windows.write());
    ASSERT_TRUE(one.ok() && two.ok());
    EXPECT_EQ(one.value().hours[5].temperature, two.value().hours[5].temperature);
    // The line that is wrong has the same number.
    const auto spoil = [](int at, Hour& hour) {
        if (at == 3) hour.temperature = "warm";
        return true;
    };
    file.change = windows.change = spoil;
    EXPECT_EQ(errorOf(file.write()), "epw.number@7");
    EXPECT_EQ(errorOf(windows.write()), "epw.number@7");
}

TEST(Epw, CodesForMissingAreFilledIn) {
    File file;
    file.change = [](int at, Hour& hour) {
        if (at >= 10 && at < 13) hour.temperature = "99.9";
        if (at == 13) hour.temperature = "14";
        hour.pressure = "999999";
        hour.dew = "99.9";
        hour.infrared = at % 2 == 0 ? "9999" : "0";
        return true;
    };
    const Result<Weather> read = readEpw(file.write());
    ASSERT_TRUE(read.ok());
    const auto& hours = read.value().hours;
    EXPECT_NEAR(hours[9].temperature, 283.15, 1e-9);
    EXPECT_NEAR(hours[10].temperature, 284.15, 1e-9);
    EXPECT_NEAR(hours[12].temperature, 286.15, 1e-9);
    EXPECT_NEAR(hours[0].pressure, 100129, 20);         // at 100 m
    EXPECT_NEAR(hours[0].dewPoint, 273.15 + 4.8, 0.1);  // 10 °C and 70 %
    EXPECT_GT(hours[0].infrared, 250);
    EXPECT_EQ(hours[0].infrared, hours[1].infrared);
}

TEST(Epw, SunComesFromWhatTheFileHas) {
    File file;
    const auto noon = [](int at) { return at % 24 == 12 && at / 24 == 170; };
    file.change = [noon](int at, Hour& hour) {
        if (!noon(at)) return true;
        hour.global = "600";
        hour.beam = hour.diffuse = "9999";
        return true;
    };
    const Result<Weather> split = readEpw(file.write());
    ASSERT_TRUE(split.ok());
    const WeatherHour& at = split.value().hours[170 * 24 + 12];
    EXPECT_GT(at.diffuse, 150);
    EXPECT_GT(at.beam, 200);
    const Outdoors out = outdoors(split.value(), (170 * 24 + 12) * 3600.0, 3600);
    EXPECT_NEAR(at.diffuse + at.beam * out.sun.up, 600, 6);  // together what was measured
    file.change = [noon](int where, Hour& hour) {
        if (!noon(where)) return true;
        hour.global = "600";
        hour.diffuse = "200";
        hour.beam = "9999";
        return true;
    };
    const Result<Weather> known = readEpw(file.write());
    ASSERT_TRUE(known.ok());
    EXPECT_NEAR(known.value().hours[170 * 24 + 12].beam * out.sun.up, 400, 5);
}

TEST(Epw, MissingHoursAreBridgedAndSunBorrowed) {
    File file;
    file.change = [](int at, Hour& hour) {
        hour.temperature = at < 4000 ? "10" : "20";
        if (at % 24 == 12) hour.beam = at / 24 == 166 ? "700" : "500";
        return at < 3995 || at >= 4005;  // in the night of day 166 and its morning
    };
    const Result<Weather> read = readEpw(file.write());
    ASSERT_TRUE(read.ok()) << read.error().key;
    const auto& hours = read.value().hours;
    EXPECT_GT(hours[3999].temperature, 283.15);
    EXPECT_LT(hours[3999].temperature, 293.15);
    file.change = [](int at, Hour& hour) {
        if (at % 24 == 12) hour.beam = "500";
        return at != 4000 - 4000 % 24 + 12;
    };
    EXPECT_EQ(readEpw(file.write()).value().hours[4000 - 4000 % 24 + 12].beam, 500);
    file.change = [](int at, Hour&) { return at < 3990 || at >= 4010; };
    EXPECT_EQ(errorOf(file.write()), "epw.gap@");
    file.change = [](int at, Hour&) { return at < 24; };
    EXPECT_EQ(errorOf(file.write()), "epw.gap@");
}

TEST(Epw, ALeapDayIsLeftOut) {
    File file;
    std::string text = file.write();
    const size_t march = text.find("1999,3,1,1,");
    Hour leap;
    leap.month = 2;
    leap.day = 29;
    leap.temperature = "35";
    text.insert(march, leap.line() + "\n");
    const Result<Weather> read = readEpw(text);
    ASSERT_TRUE(read.ok());
    for (const WeatherHour& hour : read.value().hours) EXPECT_LT(hour.temperature, 300);
}

TEST(Epw, SeveralLinesAnHourAreOneHour) {
    File file;
    file.heading[1] = "DATA PERIODS,1,2,Data,Sunday,1/1,12/31";
    file.change = [](int, Hour& hour) {
        hour.beam = "100";
        return true;
    };
    const std::string once = file.write();
    std::string twice;
    std::istringstream lines(once);
    for (std::string line; std::getline(lines, line);) {
        twice += line + "\n";
        if (line.rfind("1999", 0) != 0) continue;
        const size_t beam = line.find(",100,0,");
        twice += line.replace(beam, 5, ",300,") + "\n";
    }
    const Result<Weather> read = readEpw(twice);
    ASSERT_TRUE(read.ok()) << read.error().key << read.error().where;
    EXPECT_NEAR(read.value().hours[50].beam, 200, 1e-9);
    EXPECT_EQ(errorOf(file.write() + Hour().line() + "\n" + Hour().line()),
              "epw.twice@" + std::to_string(8760 + 3 + 2));
}

TEST(Epw, BadLinesAreNamed) {
    EXPECT_EQ(errorOf(""), "epw.start@1");
    EXPECT_EQ(errorOf("naam;temperatuur\n1;2"), "epw.start@1");
    EXPECT_EQ(errorOf("LOCATION,a,b,c,d,e,50,4,1,100\n"), "epw.empty@");
    EXPECT_EQ(errorOf("LOCATION,a,b,c,d,e,noord,4,1,100\n"), "epw.number@1");
    EXPECT_EQ(errorOf("LOCATION,a\n"), "epw.number@1");
    EXPECT_EQ(errorOf("LOCATION,a,b,c,d,e,95,4,1,100\n"), "epw.range@1");
    const auto second = [](const std::string& line) {
        return errorOf("LOCATION,a,b,c,d,e,50,4,1,100\n" + line + "\n");
    };
    EXPECT_EQ(second("1999,1,1"), "epw.fields@2");
    EXPECT_EQ(second("RUBBISH,1"), "epw.line@2");
    EXPECT_EQ(second("DATA PERIODS,1,7"), "epw.range@2");
    const auto hour = [&second](auto change) {
        Hour made;
        change(made);
        return second(made.line());
    };
    EXPECT_EQ(hour([](Hour& h) { h.month = 13; }), "epw.date@2");
    EXPECT_EQ(hour([](Hour& h) { h.day = 31, h.month = 4; }), "epw.date@2");
    EXPECT_EQ(hour([](Hour& h) { h.hour = 25; }), "epw.hour@2");
    EXPECT_EQ(hour([](Hour& h) { h.hour = 0; }), "epw.hour@2");
    EXPECT_EQ(hour([](Hour& h) { h.temperature = "12.5.1"; }), "epw.number@2");
    EXPECT_EQ(hour([](Hour& h) { h.temperature = "-130"; }), "epw.range@2");
    EXPECT_EQ(hour([](Hour& h) { h.wind = "-3"; }), "epw.range@2");
    EXPECT_EQ(hour([](Hour& h) { h.beam = "nan"; }), "epw.number@2");
    EXPECT_EQ(hour([](Hour& h) { h.beam = "1e999"; }), "epw.number@2");
    EXPECT_EQ(errorOf(std::string(size_t{33} << 20, 'a')), "epw.too_big@");
}

TEST(Epw, DaysOfTheYear) {
    EXPECT_EQ(dayOfYear(1, 1), 0);
    EXPECT_EQ(dayOfYear(12, 31), 364);
    EXPECT_EQ(dayOfYear(2, 29), leapDay);
    EXPECT_EQ(dayOfYear(2, 30), -1);
    EXPECT_EQ(dayOfYear(0, 5), -1);
    for (int day = 0; day < 365; ++day) {
        const MonthDay date = monthDayOf(day * 24 + 23);
        EXPECT_EQ(dayOfYear(date.month, date.day), day);
    }
}

// The published file of Denver, where it is at hand.
TEST(Epw, DenversYearHasItsPublishedSums) {
    const char* shared = std::getenv("PROEFTUIN_SHARED");
    const std::filesystem::path root =
        shared ? std::filesystem::path(shared)
               : std::filesystem::path(PROEFTUIN_ROOT).parent_path() / "shared";
    std::ifstream in(root / "references/weather/725650TYCST.epw", std::ios::binary);
    if (!in) GTEST_SKIP() << "no weather file of Denver beside the project";
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const Result<Weather> read = readEpw(bytes.str());
    ASSERT_TRUE(read.ok()) << read.error().key << " " << read.error().where;
    double t = 0, beam = 0, diffuse = 0, wind = 0, low = 400, high = 0;
    for (const WeatherHour& hour : read.value().hours) {
        t += hour.temperature / 8760;
        wind += hour.wind / 8760;
        beam += hour.beam / 1000;
        diffuse += hour.diffuse / 1000;
        low = std::min(low, hour.temperature);
        high = std::max(high, hour.temperature);
    }
    EXPECT_NEAR(t - 273.15, 10.875, 0.001);
    EXPECT_NEAR(low - 273.15, -19.4, 1e-6);
    EXPECT_NEAR(high - 273.15, 40.0, 1e-6);
    EXPECT_NEAR(beam, 1977.6, 0.05);
    EXPECT_NEAR(diffuse, 556.5, 0.05);
    EXPECT_NEAR(wind, 3.92, 0.005);
}

}  // namespace
}  // namespace pt
