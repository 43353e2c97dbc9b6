#include <gtest/gtest.h>

#include "engine/run/csv.h"
#include "tests/run/fake_lab.h"

namespace pt {
namespace {

using namespace fake;

TEST(Csv, QuotesAsRfc4180) {
    const auto row = [](std::vector<std::string> cells) {
        return csvRow(cells, CsvStyle::standard);
    };
    EXPECT_EQ(row({"a", "b", ""}), "a,b,\r\n");
    EXPECT_EQ(row({"a,b"}), "\"a,b\"\r\n");
    EXPECT_EQ(row({"say \"hi\""}), "\"say \"\"hi\"\"\"\r\n");
    EXPECT_EQ(row({"two\nlines"}), "\"two\nlines\"\r\n");
    EXPECT_EQ(row({"a;b"}), "a;b\r\n");
    EXPECT_EQ(csvRow({"a;b", "1,5"}, CsvStyle::dutch), "\"a;b\";1,5\r\n");
}

TEST(Csv, NeverWritesAFormula) {
    for (const char* bad : {"=1+1", "+cmd", "-cmd", "@sum", "-1+cmd|' /C calc'!A0", "-", "+"})
        EXPECT_EQ(csvRow({bad}, CsvStyle::standard), std::string("'") + bad + "\r\n");
    EXPECT_EQ(csvRow({"\t=1"}, CsvStyle::standard), "'\t=1\r\n");
    EXPECT_EQ(csvRow({"=a,b"}, CsvStyle::standard), "\"'=a,b\"\r\n");
    for (const char* number : {"-1.5", "-1,5", "-1e-07", "-0"})
        EXPECT_EQ(csvRow({number}, CsvStyle::standard).substr(0, 1), number[2] == ',' ? "\"" : "-");
}

TEST(Csv, NumbersReadBackExactly) {
    EXPECT_EQ(csvNumber(0.1, CsvStyle::standard), "0.1");
    EXPECT_EQ(csvNumber(0.1, CsvStyle::dutch), "0,1");
    EXPECT_EQ(csvNumber(12, CsvStyle::standard), "12");
    EXPECT_EQ(csvNumber(-2.5e-7, CsvStyle::dutch), "-2,5e-07");
    EXPECT_EQ(csvNumber(1.0 / 3, CsvStyle::standard), "0.3333333333333333");
    EXPECT_EQ(csvNumber(std::nan(""), CsvStyle::standard), "");
    EXPECT_EQ(csvNumber(INFINITY, CsvStyle::standard), "");
}

TEST(Csv, RecordingHasUnitsInItsHeader) {
    auto session = open();
    session->runToEnd(2).value();
    const std::string csv = recordingCsv(*session, CsvStyle::standard);
    EXPECT_EQ(csv.substr(0, csv.find('\r')), "time (s),place (cm),pace (m/s),arrival (s)");
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 4);
    const double place = session->recording().column(0)[1];
    const double pace = session->recording().column(1)[1];
    const std::string row = "\r\n0.01," + csvNumber(place / 0.01, CsvStyle::standard) + "," +
                            csvNumber(pace, CsvStyle::standard) + ",\r\n";
    EXPECT_NE(csv.find(row), std::string::npos) << csv;
}

TEST(Csv, RunsNameWhatCouldBeChanged) {
    pt::Setup wanted = setup();
    Setting mass;
    mass.key = "mass";
    mass.number = 2;
    mass.locked = true;
    wanted.settings = {mass};
    auto session = open(wanted);
    session->runToEnd(1'000'000).value();
    const std::string csv = runsCsv(*session, CsvStyle::dutch);
    const std::string header = "\xef\xbb\xbfrun;seed;push (N);parts;ground;gait;layout;"
                               "place (cm);pace (m/s);arrival (s);where;note\r\n";
    ASSERT_EQ(csv.substr(0, header.size()), header);
    EXPECT_EQ(csv.substr(header.size(), 21), "1;7;5;3;ice;calm;made");
    EXPECT_NE(csv.find(";end;'=1+1\r\n"), std::string::npos) << csv;
    EXPECT_EQ(csv.find('.'), std::string::npos) << "decimal commas only";
}

}  // namespace
}  // namespace pt
