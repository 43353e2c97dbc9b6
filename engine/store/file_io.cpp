// Reading and writing one file. The new bytes go to a file beside the old one, are forced to the
// disk, and only then take the old one's name.
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "engine/store/store.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    Descriptor(const fs::path& path, int flags, mode_t mode = 0)
        : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool ok() const { return fd_ >= 0; }
    int get() const { return fd_; }
    bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

private:
    int fd_;
};

Error named(const char* key, const fs::path& path) { return {key, "", {{"name", path.string()}}}; }

Error readError(int code, const fs::path& path) {
    const bool missing = code == ENOENT || code == ENOTDIR;
    return named(missing ? "store.missing" : "store.read", path);
}

Error writeError(int code, const fs::path& path) {
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return named("store.full", path);
    case EROFS:
    case EACCES:
    case EPERM: return named("store.read_only", path);
    case ENOENT:
    case ENOTDIR: return named("store.no_folder", path);
    default: return named("store.write", path);
    }
}

bool writeAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<size_t>(written));
    }
    return true;
}

Status writeInPlace(const fs::path& path, std::string_view bytes) {
    Descriptor file(path, O_WRONLY);
    if (!file.ok() || !writeAll(file.get(), bytes) || !file.close()) return writeError(errno, path);
    return Ok{};
}

// Where a link leads, whether or not anything is there yet.
fs::path target(fs::path path) {
    std::error_code failed;
    for (int hops = 0; hops < 32 && fs::is_symlink(path, failed); ++hops) {
        const fs::path next = fs::read_symlink(path, failed);
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path;
}

fs::path besides(const fs::path& path) {
    static std::atomic<unsigned> count{0};
    const std::string unique = std::to_string(::getpid()) + "-" + std::to_string(++count);
    return path.parent_path() / (".proeftuin-" + unique + ".tmp");
}

// 0, or what went wrong.
int fill(const fs::path& path, std::string_view bytes, const struct stat* like) {
    Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (!file.ok()) return errno;
    const bool filled = (!like || ::fchmod(file.get(), like->st_mode & 07777) == 0) &&
                        writeAll(file.get(), bytes) && ::fsync(file.get()) == 0;
    return filled && file.close() ? 0 : errno;
}

// A rename is safe from a power cut once its folder is on the disk. Some file systems cannot
// promise that; the file itself is whole either way.
void syncFolder(const fs::path& path) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
    if (descriptor.ok()) ::fsync(descriptor.get());
}

}  // namespace

Result<std::string> readFile(const fs::path& path, size_t maxBytes) {
    Descriptor file(path, O_RDONLY);
    if (!file.ok()) return readError(errno, path);
    std::string bytes;
    char block[65536];
    for (;;) {
        const ssize_t got = ::read(file.get(), block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return readError(errno, path);
        if (got == 0) return bytes;
        if (bytes.size() + static_cast<size_t>(got) > maxBytes) {
            Error tooBig = named("store.too_big", path);
            tooBig.args.push_back({"limit", std::to_string(maxBytes >> 20)});
            return tooBig;
        }
        bytes.append(block, static_cast<size_t>(got));
    }
}

Status writeFileAtomically(const fs::path& path, std::string_view bytes) {
    const fs::path real = target(path);
    struct stat old;
    const bool exists = ::stat(real.c_str(), &old) == 0;
    if (!exists && errno == ELOOP) return writeError(ELOOP, path);
    if (exists && S_ISDIR(old.st_mode)) return named("store.write", path);
    if (exists && !S_ISREG(old.st_mode)) return writeInPlace(real, bytes);
    // A file that may not be written is not replaced either.
    if (exists && ::access(real.c_str(), W_OK) != 0) return writeError(errno, path);
    const fs::path fresh = besides(real);
    int failed = fill(fresh, bytes, exists ? &old : nullptr);
    if (failed == 0 && ::rename(fresh.c_str(), real.c_str()) != 0) failed = errno;
    if (failed != 0) {
        ::unlink(fresh.c_str());
        return writeError(failed, path);
    }
    syncFolder(real);
    return Ok{};
}

}  // namespace pt
