// A lesson in a zip: what is read, what is left out with a warning, and what is refused.
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/i18n/words.h"
#include "engine/scenario/bundle.h"
#include "tests/scenario/zip_builder.h"

namespace pt {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view lesson = "lab: 1\nid: les\n";

std::string fixture(const std::string& name) {
    std::ifstream in(PROEFTUIN_ROOT "/tests/scenario/zips/" + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

ZipBuilder withLesson() {
    ZipBuilder zip;
    zip.deflate("lesson.lab.yaml", lesson);
    return zip;
}

std::vector<std::string> pathsOf(const Bundle& bundle) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : bundle.files) paths.push_back(path);
    return paths;
}

std::vector<std::string> warningsOf(const Bundle& bundle) {
    std::vector<std::string> keys;
    for (const Error& warning : bundle.warnings) keys.push_back(warning.key);
    return keys;
}

// The error's key; "" for a zip that can be read.
std::string refusal(std::string_view bytes) {
    static const Words dutch = Words::builtin(Language::nl);
    const auto read = readZip(bytes, "les.zip");
    if (read) return "";
    EXPECT_EQ(read.error().where, "les.zip");
    const std::string sentence = dutch.sentence(read.error());
    EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
    return read.error().key;
}

// Reads a zip that must hold the lesson and `paths`.
Bundle readOrFail(const std::string& bytes) {
    auto read = readZip(bytes, "les.zip");
    EXPECT_TRUE(read) << read.error().key;
    return read ? std::move(read.value()) : Bundle{};
}

TEST(Zip, HoldsTheLessonAndItsFiles) {
    const Bundle bundle = readOrFail(withLesson()
                                         .store("data/metingen.csv", "a;b\n1;2\n")
                                         .deflate("script.lua", "measure(\"x\", {})")
                                         .store("fotos/", "")
                                         .bytes("gemaakt door een programma"));
    EXPECT_EQ(bundle.name, "lesson.lab.yaml");
    EXPECT_EQ(bundle.lesson, lesson);
    EXPECT_THAT(pathsOf(bundle), ElementsAre("data/metingen.csv", "script.lua"));
    EXPECT_EQ(bundle.files.at("data/metingen.csv"), "a;b\n1;2\n");
    EXPECT_THAT(bundle.warnings, IsEmpty());
}

// Made by other programs: see tests/scenario/zips/README.md.
TEST(Zip, OfOtherProgramsIsReadAlike) {
    for (const char* name : {"deflated.zip", "streamed.zip", "folder.zip"}) {
        const Bundle bundle = readOrFail(fixture(name));
        EXPECT_EQ(bundle.name, "lesson.lab.yaml") << name;
        EXPECT_EQ(bundle.lesson.rfind("lab: 1\n", 0), 0u) << name;
        EXPECT_THAT(pathsOf(bundle), ElementsAre("data/coördinaten.csv", "script.lua")) << name;
        EXPECT_EQ(bundle.files.at("data/coördinaten.csv").size(), 20000u) << name;
    }
}

TEST(Zip, OfAFolderCountsAsThatFolder) {
    ZipBuilder zip;
    zip.store("mijn les/lesson.lab.yaml", lesson).store("mijn les/data/x.csv", "1");
    EXPECT_THAT(pathsOf(readOrFail(zip.bytes())), ElementsAre("data/x.csv"));
}

TEST(Zip, TheOnlyLessonMayHaveAnyName) {
    EXPECT_EQ(readOrFail(ZipBuilder().store("brug.lab.yaml", lesson).bytes()).name,
              "brug.lab.yaml");
    ZipBuilder two;
    two.store("a.lab.yaml", lesson).store("b.lab.yaml", lesson);
    EXPECT_EQ(refusal(two.bytes()), "bundle.many_lessons");
    EXPECT_EQ(readOrFail(two.store("lesson.lab.yaml", "x").bytes()).lesson, "x");
    EXPECT_EQ(refusal(ZipBuilder().store("data/les.lab.yaml", "x").store("a.csv", "").bytes()),
              "bundle.no_lesson");
    EXPECT_EQ(refusal(ZipBuilder().bytes()), "bundle.no_lesson");
}

TEST(Zip, PathsThatLeadOutOfItAreLeftOut) {
    for (const char* path :
         {"../x.png", "fotos/../../x.png", "fotos/../x.png", "/etc/x.csv", "\\x.csv", "C:\\x.csv",
          "C:x.csv", "..\\x.csv", "fotos\\..\\..\\x.csv", "x.csv:stream.csv", "//server/x.csv"}) {
        const Bundle bundle = readOrFail(withLesson().store(path, "1").bytes());
        EXPECT_THAT(pathsOf(bundle), IsEmpty()) << path;
        EXPECT_THAT(warningsOf(bundle), ElementsAre("bundle.outside")) << path;
    }
}

TEST(Zip, TheWarningNamesThePlaceInTheZip) {
    const Bundle bundle = readOrFail(withLesson().store("fotos/../../x.png", "1").bytes());
    ASSERT_EQ(bundle.warnings.size(), 1u);
    EXPECT_EQ(Words::builtin(Language::nl).sentence(bundle.warnings[0]),
              "les.zip: 'fotos/../../x.png' wijst buiten de les; overgeslagen.");
}

TEST(Zip, LinksAndDevicesAreLeftOut) {
    for (const uint32_t mode : {0120777u, 0020666u, 0060666u, 0010644u, 0140755u, 0040755u}) {
        const Bundle bundle = readOrFail(
            withLesson()
                .store("x.csv", "/etc/passwd", [&](ZipFields& fields) { fields.mode = mode; })
                .bytes());
        EXPECT_THAT(pathsOf(bundle), IsEmpty()) << mode;
        EXPECT_THAT(warningsOf(bundle), ElementsAre("bundle.link")) << mode;
    }
}

TEST(Zip, OtherKindsOfFileAreLeftOutANestedZipAmongThem) {
    const std::string inner = withLesson().bytes();
    const Bundle bundle = readOrFail(withLesson()
                                         .store("inner.zip", inner)
                                         .store("logo.svg", "<svg/>")
                                         .store("start.exe", "MZ")
                                         .store("lesson", "x")
                                         .bytes());
    EXPECT_THAT(pathsOf(bundle), IsEmpty());
    EXPECT_THAT(warningsOf(bundle),
                ElementsAre("bundle.ending", "bundle.ending", "bundle.ending", "bundle.ending"));
}

TEST(Zip, WhatSystemsLeaveBehindIsLeftOutWithoutAWord) {
    const Bundle bundle = readOrFail(withLesson()
                                         .store("__MACOSX/._lesson.lab.yaml", "x")
                                         .store(".DS_Store", "x")
                                         .store(".vscode/x.yaml", "x")
                                         .store("fotos/Thumbs.db", "x")
                                         .bytes());
    EXPECT_THAT(pathsOf(bundle), IsEmpty());
    EXPECT_THAT(bundle.warnings, IsEmpty());
}

TEST(Zip, OfTwoFilesWithOneNameTheFirstCounts) {
    const Bundle bundle =
        readOrFail(withLesson().store("a.csv", "first").store("./a.csv", "second").bytes());
    EXPECT_EQ(bundle.files.at("a.csv"), "first");
    EXPECT_THAT(warningsOf(bundle), ElementsAre("bundle.twice"));
}

TEST(Zip, NamesAreUnicodeInTheFormThatPeopleType) {
    const Bundle bundle = readOrFail(withLesson()
                                         .store("foto's/br\u00FCg \u6A4B.csv", "1")
                                         .store("zo\u0308n.csv", "2")   // as a Mac writes ö
                                         .store("caf\x82.csv", "3")     // an old code page
                                         .store("a\u202Egpj.csv", "4")  // turned around
                                         .store(std::string("nul\0l.csv", 9), "5")
                                         .store(std::string(300, 'x') + ".csv", "6")
                                         .bytes());
    EXPECT_THAT(pathsOf(bundle), ElementsAre("foto's/br\u00FCg \u6A4B.csv", "zön.csv"));
    EXPECT_THAT(warningsOf(bundle), ElementsAre("bundle.bad_name", "bundle.bad_name",
                                                "bundle.bad_name", "bundle.bad_name"));
}

TEST(Zip, HoldsAtMost200Files) {
    ZipBuilder zip = withLesson();
    zip.store("map/", "");  // folders do not count
    for (int i = 1; i < 200; ++i) zip.store("f" + std::to_string(i) + ".csv", "");
    EXPECT_EQ(refusal(zip.bytes()), "");
    EXPECT_EQ(refusal(zip.store("f200.csv", "").bytes()), "bundle.too_many_files");
    ZipBuilder left = withLesson();
    for (int i = 0; i < 200; ++i) left.store(std::to_string(i) + ".exe", "");
    EXPECT_EQ(refusal(left.bytes()), "bundle.too_many_files");
}

TEST(Zip, ABombIsRefusedBeforeItIsUnpacked) {
    const std::string zeros(7 << 20, '\0');
    EXPECT_EQ(refusal(withLesson().deflate("a.csv", zeros).bytes()), "bundle.ratio");
    // What shrinks by less than a hundred is no bomb; nor is a small file.
    std::string csv;
    for (int i = 0; i < 20000; ++i) csv += std::to_string(i * 7919 % 100000) + "\n";
    EXPECT_EQ(refusal(withLesson().deflate("a.csv", csv).bytes()), "");
    EXPECT_EQ(refusal(withLesson().deflate("a.csv", zeros.substr(0, 60000)).bytes()), "");
}

TEST(Zip, ABombThatLiesAboutItsSizeIsRefused) {
    const std::string zeros(7 << 20, '\0');
    const auto lie = [](ZipFields& fields) { fields.size = 1000; };
    EXPECT_EQ(refusal(withLesson().deflate("a.csv", zeros, lie, lie).bytes()),
              "bundle.damaged_file");
}

TEST(Zip, AFileHoldsAtMost8MiBAndAllTogether64) {
    const std::string big((8 << 20) + 1, 'x');
    EXPECT_EQ(refusal(withLesson().store("a.csv", big).bytes()), "bundle.file_too_big");
    // Lines of which a quarter is unlike the others: ten of them fit into a zip, unpacked they do
    // not.
    std::string lines(7 << 20, 'x');
    uint32_t random = 1;
    for (size_t i = 0; i < lines.size(); i += 8)
        lines[i] = static_cast<char>((random = random * 1664525 + 1013904223) >> 24);
    ZipBuilder zip = withLesson();
    for (int i = 0; i < 9; ++i) zip.deflate(std::to_string(i) + ".csv", lines);
    EXPECT_EQ(refusal(zip.bytes()), "");
    zip.deflate("9.csv", lines);
    ASSERT_LT(zip.bytes().size(), maxZipBytes);
    EXPECT_EQ(refusal(zip.bytes()), "bundle.too_big");
    EXPECT_EQ(refusal(std::string(maxZipBytes + 1, 'x')), "bundle.too_big");
}

TEST(Zip, EntriesThatShareBytesAreRefused) {
    // Each says that it holds the whole file: the sum is more than what lies there.
    const std::string shared(1000, 'x');
    ZipBuilder zip = withLesson();
    zip.store("a.csv", shared);
    std::string bytes = zip.bytes();
    ZipBuilder lying = withLesson();
    const auto claim = [](ZipFields& fields) { fields.packed = fields.size = 1100; };
    lying.store("a.csv", shared, claim).store("b.csv", "", claim);
    EXPECT_EQ(refusal(bytes), "");
    EXPECT_EQ(refusal(lying.bytes()), "bundle.damaged");
}

TEST(Zip, HeaderAndListMustAgree) {
    const ZipBuilder::Change changes[] = {
        [](ZipFields& fields) { fields.name = "b.csv"; },
        [](ZipFields& fields) { fields.size += 1; },
        [](ZipFields& fields) { fields.packed -= 1; },
        [](ZipFields& fields) { fields.crc ^= 1; },
        [](ZipFields& fields) { fields.method = 8; },
        [](ZipFields& fields) { fields.flags = 8; },
    };
    for (const auto& change : changes) {
        EXPECT_EQ(refusal(withLesson().store("a.csv", "12345", change).bytes()),
                  "bundle.damaged_file");
        EXPECT_EQ(refusal(withLesson().store("a.csv", "12345", nullptr, change).bytes()),
                  "bundle.damaged_file");
    }
    // The same lie twice shows in the bytes.
    for (size_t i = 1; i < 5; ++i) {
        EXPECT_EQ(refusal(withLesson().store("a.csv", "12345", changes[i], changes[i]).bytes()),
                  "bundle.damaged_file");
    }
}

TEST(Zip, ASizeThatFollowsTheFileIsThatOfTheList) {
    const auto later = [](ZipFields& fields) { fields.flags = 8; };
    const auto unknown = [](ZipFields& fields) {
        fields.flags = 8;
        fields.crc = fields.packed = fields.size = 0;
    };
    EXPECT_EQ(refusal(withLesson().deflate("a.csv", "12345", later, unknown).bytes()), "");
}

TEST(Zip, EncryptedOrPackedOtherwiseIsRefused) {
    for (const uint32_t flags : {1u, 64u, 8192u}) {
        const auto lock = [&](ZipFields& fields) { fields.flags = flags; };
        EXPECT_EQ(refusal(withLesson().store("a.csv", "1", lock, lock).bytes()),
                  "bundle.encrypted");
    }
    for (const uint32_t method : {1u, 9u, 12u, 14u, 93u, 95u, 99u}) {
        const auto other = [&](ZipFields& fields) { fields.method = method; };
        EXPECT_EQ(refusal(withLesson().store("a.csv", "1", other, other).bytes()), "bundle.method");
    }
}

TEST(Zip, CutOffAnywhereItIsRefused) {
    const std::string whole = withLesson().deflate("a.csv", std::string(500, 'x')).bytes();
    EXPECT_EQ(refusal(whole), "");
    for (size_t size = 0; size < whole.size(); ++size)
        EXPECT_EQ(refusal(whole.substr(0, size)), "bundle.damaged") << size;
    EXPECT_EQ(refusal(whole + "x"), "bundle.damaged");
    EXPECT_EQ(refusal("x" + whole), "bundle.damaged");
}

TEST(Zip, AnyByteChangedGivesAnAnswer) {
    const std::string whole = withLesson().deflate("a.csv", std::string(500, 'x')).bytes();
    for (size_t at = 0; at < whole.size(); ++at) {
        for (const char flip : {'\x01', '\x80', '\xFF'}) {
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ flip);
            refusal(changed);
        }
    }
}

TEST(Zip, IsKnownByItsFirstBytes) {
    EXPECT_TRUE(isZip(withLesson().bytes()));
    EXPECT_TRUE(isZip(ZipBuilder().bytes()));
    EXPECT_FALSE(isZip(lesson));
    EXPECT_FALSE(isZip("PK"));
}

}  // namespace
}  // namespace pt
