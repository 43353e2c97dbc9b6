#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/store/autosave.h"
#include "engine/store/store.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "proeftuin-store-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path); }
    size_t files() const {
        return static_cast<size_t>(std::distance(fs::directory_iterator(path), {}));
    }
};

std::string keyOf(const Status& status) { return status.ok() ? "" : status.error().key; }
std::string keyOf(const Result<std::string>& bytes) { return bytes.ok() ? "" : bytes.error().key; }

void write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}
std::string read(const fs::path& path) { return readFile(path, 1 << 20).value(); }

void expectAStore(Store& store) {
    const std::string bytes("a\0b\r\n\xff", 6);
    EXPECT_TRUE(store.keys().empty());
    EXPECT_EQ(keyOf(store.get("work")), "store.missing");
    EXPECT_EQ(keyOf(store.remove("work")), "store.missing");
    ASSERT_TRUE(store.put("work", bytes).ok());
    EXPECT_EQ(store.get("work").value(), bytes);
    ASSERT_TRUE(store.put("work", "").ok());
    EXPECT_EQ(store.get("work").value(), "");
    ASSERT_TRUE(store.put("Bridge-2_b.proeftuin", "x").ok());
    ASSERT_TRUE(store.put("a", "y").ok());
    EXPECT_EQ(store.keys(), (std::vector<std::string>{"Bridge-2_b.proeftuin", "a", "work"}));
    ASSERT_TRUE(store.remove("a").ok());
    EXPECT_EQ(keyOf(store.get("a")), "store.missing");
    const std::string longName(101, 'a');
    for (const char* bad : {"", ".", "..", ".hidden", "a/b", "../a", "/etc/passwd", "a\\b", "a b",
                            "a\nb", "é", "C:", longName.c_str()}) {
        EXPECT_EQ(keyOf(store.put(bad, "x")), "store.bad_key") << bad;
        EXPECT_EQ(keyOf(store.get(bad)), "store.bad_key") << bad;
        EXPECT_EQ(keyOf(store.remove(bad)), "store.bad_key") << bad;
    }
    EXPECT_EQ(keyOf(store.put(std::string_view("a\0b", 3), "x")), "store.bad_key");
    EXPECT_EQ(store.keys().size(), 2u);
}

TEST(MemoryStore, IsAStore) { expectAStore(*memoryStore()); }

TEST(FileStore, IsAStore) {
    const Folder folder;
    expectAStore(*fileStore(folder.path));
}

TEST(FileStore, MakesItsFolderWhenItIsNeeded) {
    const Folder folder;
    const fs::path deep = folder.path / "a" / "b";
    const auto store = fileStore(deep);
    EXPECT_TRUE(store->keys().empty());
    EXPECT_EQ(keyOf(store->get("k")), "store.missing");
    EXPECT_FALSE(fs::exists(deep));
    ASSERT_TRUE(store->put("k", "v").ok());
    EXPECT_EQ(read(deep / "k"), "v");
}

TEST(FileStore, ListsOnlyFilesThatAreKeys) {
    const Folder folder;
    const auto store = fileStore(folder.path);
    ASSERT_TRUE(store->put("k", "v").ok());
    write(folder.path / ".proeftuin-1-1.tmp", "left by a power cut");
    write(folder.path / "not a key", "");
    fs::create_directory(folder.path / "folder");
    EXPECT_EQ(store->keys(), std::vector<std::string>{"k"});
}

TEST(WriteFile, ReplacesWholeAndLeavesNothingElse) {
    const Folder folder;
    const fs::path path = folder.path / "work.proeftuin";
    ASSERT_TRUE(writeFileAtomically(path, "one").ok());
    EXPECT_EQ(read(path), "one");
    const std::string big(3'000'000, 'x');
    ASSERT_TRUE(writeFileAtomically(path, big).ok());
    EXPECT_EQ(readFile(path, 4'000'000).value(), big);
    EXPECT_EQ(folder.files(), 1u);
}

TEST(WriteFile, NewFilesFollowTheUmaskAndOldOnesKeepTheirMode) {
    const Folder folder;
    const fs::path path = folder.path / "a";
    const mode_t mask = ::umask(027);
    ASSERT_TRUE(writeFileAtomically(path, "one").ok());
    ::umask(mask);
    EXPECT_EQ(fs::status(path).permissions(), static_cast<fs::perms>(0640));
    fs::permissions(path, static_cast<fs::perms>(0600));
    ASSERT_TRUE(writeFileAtomically(path, "two").ok());
    EXPECT_EQ(fs::status(path).permissions(), static_cast<fs::perms>(0600));
}

TEST(WriteFile, FollowsLinks) {
    const Folder folder;
    fs::create_directory(folder.path / "real");
    const fs::path real = folder.path / "real" / "work", link = folder.path / "link";
    fs::create_symlink("real/work", link);
    ASSERT_TRUE(writeFileAtomically(link, "one").ok()) << "a link to nothing yet";
    EXPECT_EQ(read(real), "one");
    ASSERT_TRUE(writeFileAtomically(link, "two").ok());
    EXPECT_EQ(read(real), "two");
    EXPECT_TRUE(fs::is_symlink(link));
    fs::create_symlink("loop", folder.path / "loop");
    EXPECT_EQ(keyOf(writeFileAtomically(folder.path / "loop", "x")), "store.write");
}

TEST(WriteFile, NamesWhatWentWrong) {
    const Folder folder;
    write(folder.path / "file", "old");
    EXPECT_EQ(keyOf(writeFileAtomically(folder.path / "none" / "a", "x")), "store.no_folder");
    EXPECT_EQ(keyOf(writeFileAtomically(folder.path / "file" / "a", "x")), "store.no_folder");
    EXPECT_EQ(keyOf(writeFileAtomically(folder.path, "x")), "store.write");
    EXPECT_EQ(keyOf(writeFileAtomically(folder.path / std::string(300, 'n'), "x")), "store.write");
    EXPECT_EQ(keyOf(writeFileAtomically("", "x")), "store.no_folder");
    EXPECT_EQ(read(folder.path / "file"), "old");
    EXPECT_EQ(folder.files(), 1u);
}

// A limit on file size fails a write half way, as a full disk does, for root too.
TEST(WriteFile, AFullDiskKeepsTheOldBytes) {
    const Folder folder;
    const fs::path path = folder.path / "work";
    ASSERT_TRUE(writeFileAtomically(path, "old").ok());
    rlimit before;
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{4096, before.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Status written = writeFileAtomically(path, std::string(100'000, 'x'));
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(keyOf(written), "store.full");
    EXPECT_EQ(read(path), "old");
    EXPECT_EQ(folder.files(), 1u) << "the half file is gone";
}

TEST(WriteFile, WritesDevicesInPlace) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    EXPECT_EQ(keyOf(writeFileAtomically("/dev/full", "x")), "store.full");
    EXPECT_TRUE(fs::is_character_file("/dev/full"));
    EXPECT_TRUE(writeFileAtomically("/dev/null", "x").ok());
}

// Permissions do not bind root, so the folder is one that nobody can write in: /proc.
TEST(WriteFile, AFolderThatMayNotBeWritten) {
    if (!fs::exists("/proc/self")) GTEST_SKIP() << "no /proc here";
    EXPECT_EQ(keyOf(writeFileAtomically("/proc/self/work", "x")), "store.no_folder")
        << "/proc answers that there is no such file";
    const Folder folder;
    const fs::path path = folder.path / "locked";
    write(path, "old");
    fs::permissions(path, static_cast<fs::perms>(0444));
    fs::permissions(folder.path, static_cast<fs::perms>(0555));
    if (::geteuid() != 0) {
        EXPECT_EQ(keyOf(writeFileAtomically(path, "new")), "store.read_only");
        EXPECT_EQ(keyOf(writeFileAtomically(folder.path / "fresh", "new")), "store.read_only");
    }
    fs::permissions(folder.path, static_cast<fs::perms>(0755));
    EXPECT_EQ(read(path).size(), 3u);
}

TEST(ReadFile, NamesWhatWentWrong) {
    const Folder folder;
    write(folder.path / "five", "12345");
    EXPECT_EQ(readFile(folder.path / "five", 5).value(), "12345");
    const auto tooBig = readFile(folder.path / "five", 4);
    EXPECT_EQ(keyOf(tooBig), "store.too_big");
    EXPECT_EQ(keyOf(readFile("/dev/zero", 1 << 20)), "store.too_big");
    EXPECT_EQ(keyOf(readFile(folder.path / "none", 5)), "store.missing");
    EXPECT_EQ(keyOf(readFile(folder.path / "five" / "a", 5)), "store.missing");
    EXPECT_EQ(keyOf(readFile(folder.path, 5)), "store.read");
    EXPECT_EQ(readFile(folder.path / "none", 5).error().args[0].value,
              (folder.path / "none").string());
}

// A store that can be told to fail.
struct Fragile : Store {
    std::unique_ptr<Store> inner = memoryStore();
    bool broken = false;
    Result<std::string> get(std::string_view key) const override { return inner->get(key); }
    Status put(std::string_view key, std::string_view bytes) override {
        if (broken) return Error{"store.full", "", {{"name", std::string(key)}}};
        return inner->put(key, bytes);
    }
    Status remove(std::string_view key) override { return inner->remove(key); }
    std::vector<std::string> keys() const override { return inner->keys(); }
};

TEST(AutosaveTest, WaitsForRestButNotForEver) {
    Fragile store;
    Autosave autosave(store, "work");
    EXPECT_FALSE(autosave.due(7, 0)) << "work as it was opened";
    EXPECT_FALSE(autosave.due(7, 100));
    EXPECT_FALSE(autosave.due(8, 101));
    EXPECT_FALSE(autosave.due(8, 102.9));
    EXPECT_TRUE(autosave.due(8, 103));
    ASSERT_TRUE(autosave.write("eight").ok());
    EXPECT_FALSE(autosave.due(8, 200));
    double now = 200;
    uint64_t revision = 9;
    while (!autosave.due(revision++, now)) now += 0.5;
    EXPECT_EQ(now, 215) << "changes without end";
}

TEST(AutosaveTest, TriesAgainAfterAFullDisk) {
    Fragile store;
    Autosave autosave(store, "work");
    EXPECT_FALSE(autosave.due(1, 0));
    EXPECT_FALSE(autosave.due(2, 1));
    EXPECT_TRUE(autosave.due(2, 3));
    ASSERT_TRUE(autosave.write("good").ok());
    EXPECT_FALSE(autosave.due(3, 10));
    EXPECT_TRUE(autosave.due(3, 12));
    store.broken = true;
    EXPECT_EQ(keyOf(autosave.write("lost")), "store.full");
    EXPECT_FALSE(autosave.due(3, 12.5));
    EXPECT_TRUE(autosave.due(3, 14));
    EXPECT_EQ(Autosave(store, "work").recover(), std::nullopt);
    store.broken = false;
    EXPECT_EQ(Autosave(store, "work").recover(), "good");
}

TEST(AutosaveTest, RecoversWhatACrashLeft) {
    Fragile store;
    {
        Autosave first(store, "work");
        EXPECT_EQ(first.recover(), std::nullopt);
        ASSERT_TRUE(first.write("mine").ok());
    }  // no clean(): a crash
    {
        Autosave second(store, "work");
        EXPECT_EQ(second.recover(), "mine");
        ASSERT_TRUE(second.write("new work").ok());
        EXPECT_EQ(second.recover(), "mine") << "until it is taken or declined";
        ASSERT_TRUE(second.forget().ok());
        EXPECT_EQ(second.recover(), std::nullopt);
        ASSERT_TRUE(second.clean().ok());
        ASSERT_TRUE(second.clean().ok()) << "twice does no harm";
    }
    Autosave third(store, "work");
    EXPECT_EQ(third.recover(), std::nullopt) << "a clean end leaves nothing";
    EXPECT_TRUE(store.keys().empty());
}

}  // namespace
}  // namespace pt
