// A lesson in a folder, and the pictures that come with one.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/scenario/bundle.h"
#include "tests/scenario/zip_builder.h"

namespace pt {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

std::string bigEndian(uint32_t value, int count) {
    std::string out;
    for (int i = count - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
}
std::string png(uint32_t width, uint32_t height) {
    return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + bigEndian(width, 4) +
           bigEndian(height, 4) + std::string(5, '\0');
}
// With a thumbnail's header in front, as cameras write it, and padding.
std::string jpeg(uint32_t width, uint32_t height) {
    return "\xFF\xD8\xFF\xE1" + bigEndian(10, 2) + std::string("\xFF\xD8\xFF\xC0xxxx") +
           "\xFF\xFF\xC2" + bigEndian(11, 2) + "\x08" + bigEndian(height, 2) + bigEndian(width, 2) +
           std::string(4, '\1');
}

class Folder : public testing::Test {
protected:
    Folder()
        : path_(fs::temp_directory_path() /
                ("pt_bundle_" + std::to_string(getpid()) +
                 std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() override { fs::remove_all(path_); }

    void write(const std::string& path, const std::string& bytes) {
        fs::create_directories((path_ / path).parent_path());
        std::ofstream(path_ / path, std::ios::binary) << bytes;
    }
    std::string refusal() const {
        const auto read = readBundle(path_.string());
        return read ? "" : read.error().key;
    }

    fs::path path_;
};

std::vector<std::string> pathsOf(const Bundle& bundle) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : bundle.files) paths.push_back(path);
    return paths;
}

TEST_F(Folder, ADamagedZipIsToldAsOne) {
    for (const char* bytes : {"", "rommel", "\x01\xff"}) {
        write("les.zip", bytes);
        const auto read = readBundle((path_ / "les.zip").string());
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().key, "bundle.damaged") << bytes;
    }
}

TEST_F(Folder, HoldsTheLessonAndItsFiles) {
    write("lesson.lab.yaml", "lab: 1\n");
    write("fotos/Brug.JPG", jpeg(800, 600));
    write("i18n/de.yaml", "titel: Brücke\n");
    write(".git/config.yaml", "x");
    write(".vscode/tasks.yaml", "x");
    for (const fs::path& given : {path_, path_ / "", path_ / "lesson.lab.yaml"}) {
        const auto read = readBundle(given.string());
        ASSERT_TRUE(read) << read.error().key;
        EXPECT_EQ(read.value().name, "lesson.lab.yaml");
        EXPECT_EQ(read.value().lesson, "lab: 1\n");
        EXPECT_THAT(pathsOf(read.value()), ElementsAre("fotos/Brug.JPG", "i18n/de.yaml"));
        EXPECT_THAT(read.value().warnings, IsEmpty());
    }
}

TEST_F(Folder, ALessonOfAnotherNameStandsAlone) {
    write("brug.lab.yaml", "lab: 1\n");
    write("film.mp4", "x");
    const auto alone = readBundle((path_ / "brug.lab.yaml").string());
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone.value().name, "brug.lab.yaml");
    EXPECT_EQ(alone.value().lesson, "lab: 1\n");
    EXPECT_THAT(alone.value().files, IsEmpty());
}

TEST_F(Folder, LinksAreNotFollowed) {
    write("lesson.lab.yaml", "lab: 1\n");
    fs::create_symlink("/etc/hostname", path_ / "naam.csv");
    fs::create_directory_symlink("/etc", path_ / "map");
    fs::create_directory_symlink(path_, path_ / "rond");
    const auto read = readBundle(path_.string());
    ASSERT_TRUE(read);
    EXPECT_THAT(read.value().files, IsEmpty());
    ASSERT_EQ(read.value().warnings.size(), 3u);
    for (const Error& warning : read.value().warnings) EXPECT_EQ(warning.key, "bundle.link");
}

TEST_F(Folder, WhatNoLessonUsesIsNotEvenRead) {
    write("lesson.lab.yaml", "lab: 1\n");
    write("film.mp4", "x");
    fs::resize_file(path_ / "film.mp4", maxBundleBytes * 4);
    const auto read = readBundle(path_.string());
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value().warnings[0].key, "bundle.ending");
}

TEST_F(Folder, ItsLimitsAreThoseOfAZip) {
    EXPECT_EQ(refusal(), "bundle.no_lesson");
    write("lesson.lab.yaml", "lab: 1\n");
    for (int i = 1; i < 200; ++i) write(std::to_string(i) + ".csv", "");
    EXPECT_EQ(refusal(), "");
    write("200.csv", "");
    EXPECT_EQ(refusal(), "bundle.too_many_files");
}

TEST_F(Folder, AFileThatIsTooBigIsNamed) {
    write("lesson.lab.yaml", "lab: 1\n");
    write("groot.csv", "");
    fs::resize_file(path_ / "groot.csv", maxBundleFile + 1);
    const auto read = readBundle(path_.string());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().key, "bundle.file_too_big");
    EXPECT_EQ(read.error().args[0], (Arg{"file", "groot.csv"}));
}

TEST_F(Folder, ThatIsMissingSaysSo) {
    const auto read = readBundle((path_ / "nergens").string());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().key, "store.missing");
}

TEST_F(Folder, AZipIsKnownByItsBytes) {
    write("les.dat", ZipBuilder().store("a.lab.yaml", "lab: 1\n").bytes());
    const auto read = readBundle((path_ / "les.dat").string());
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value().name, "a.lab.yaml");
}

std::string judged(const std::string& path, const std::string& bytes) {
    Bundle bundle;
    EXPECT_TRUE(addToBundle(bundle, "lesson.lab.yaml", "lab: 1\n"));
    EXPECT_TRUE(addToBundle(bundle, path, bytes));
    const Status finished = finishBundle(bundle);
    return finished ? "" : finished.error().key;
}

TEST(Pictures, AreWhatTheirEndingSays) {
    EXPECT_EQ(judged("a.png", png(640, 480)), "");
    EXPECT_EQ(judged("a.jpg", jpeg(640, 480)), "");
    EXPECT_EQ(judged("a.JPEG", jpeg(640, 480)), "");
    EXPECT_EQ(judged("a.png", jpeg(640, 480)), "bundle.picture");
    EXPECT_EQ(judged("a.jpg", png(640, 480)), "bundle.picture");
    EXPECT_EQ(judged("a.png", "<svg/>"), "bundle.picture");
    EXPECT_EQ(judged("a.png", ""), "bundle.picture");
}

TEST(Pictures, HaveAtMost4096By4096Points) {
    EXPECT_EQ(judged("a.png", png(4096, 4096)), "");
    EXPECT_EQ(judged("a.png", png(4097, 1)), "bundle.picture_too_big");
    EXPECT_EQ(judged("a.jpg", jpeg(1, 4097)), "bundle.picture_too_big");
    EXPECT_EQ(judged("a.png", png(0xFFFFFFFF, 0xFFFFFFFF)), "bundle.picture");
    EXPECT_EQ(judged("a.png", png(0, 5)), "bundle.picture");
    EXPECT_EQ(judged("a.jpg", jpeg(5, 0)), "bundle.picture");
}

TEST(Pictures, TakeAtMost64MiBTogether) {
    Bundle bundle;
    ASSERT_TRUE(addToBundle(bundle, "lesson.lab.yaml", "lab: 1\n"));
    ASSERT_TRUE(addToBundle(bundle, "a.png", png(4096, 2048)));
    ASSERT_TRUE(addToBundle(bundle, "b.jpg", jpeg(2048, 4096)));
    Bundle more = bundle;
    EXPECT_TRUE(finishBundle(bundle));
    ASSERT_TRUE(addToBundle(more, "c.png", png(1, 1)));
    const Status finished = finishBundle(more);
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.error().key, "bundle.pictures_too_big");
}

TEST(Pictures, TellTheirSizeAndCutOffTheyTellNothing) {
    const auto size = pictureSize(jpeg(640, 480));
    ASSERT_TRUE(size);
    EXPECT_EQ(size.value().width, 640);
    EXPECT_EQ(size.value().height, 480);
    for (const std::string& whole : {png(640, 480).substr(0, 24), jpeg(640, 480).substr(0, 24)}) {
        ASSERT_TRUE(pictureSize(whole));
        for (size_t length = 0; length < whole.size(); ++length)
            EXPECT_FALSE(pictureSize(whole.substr(0, length))) << length;
    }
}

}  // namespace
}  // namespace pt
