// Reading a zip, strictly: what two programs could read in two ways is refused. The files come
// from the list at the end; each entry's own header must agree with it.
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "engine/scenario/bundle.h"
#include "engine/scenario/bundle_path.h"
#include "engine/scenario/report.h"

namespace pt {
namespace {

constexpr size_t endSize = 22, listSize = 46, headerSize = 30;  // bytes without names
constexpr size_t longestComment = 0xFFFF;
constexpr std::string_view endMark("PK\5\6"), listMark("PK\1\2"), headerMark("PK\3\4");
constexpr size_t smallFile = size_t{64} << 10;  // may shrink by any ratio

struct ZipEntry {
    std::string_view name;
    unsigned flags = 0, method = 0, mode = 0;
    unsigned long crc = 0;
    size_t packed = 0, size = 0, offset = 0;

    bool isFolder() const { return !name.empty() && name.back() == '/'; }
};
enum Flag : unsigned { encrypted = 1, sizesFollow = 8, strongEncrypted = 64, masked = 8192 };
enum Method : unsigned { stored = 0, deflated = 8 };

class ZipReader {
public:
    ZipReader(std::string_view bytes, std::string_view name) : bytes_(bytes) {
        bundle_.name = std::string(name);
    }

    Result<Bundle> read() {
        if (bytes_.size() > maxZipBytes)
            return error("bundle.too_big", {{"max", std::to_string(maxZipBytes >> 20)}});
        const auto entries = readList();
        if (!entries) return entries.error();
        for (const ZipEntry& entry : entries.value()) {
            if (Status added = add(entry); !added) return added.error();
        }
        if (Status finished = finishBundle(bundle_); !finished) return finished.error();
        return std::move(bundle_);
    }

private:
    size_t number(size_t at, size_t count) const {
        size_t value = 0;
        for (size_t i = count; i > 0; --i)
            value = value << 8 | static_cast<uint8_t>(bytes_[at + i - 1]);
        return value;
    }
    bool isAt(std::string_view mark, size_t at) const {
        return at <= bytes_.size() && bytes_.substr(at, mark.size()) == mark;
    }
    Error error(const char* key, Args args = {}) const {
        return {key, bundle_.name, std::move(args)};
    }
    Error fileError(const char* key, const ZipEntry& entry) const {
        return error(key, {{"file", scenario::quoted(entry.name)}});
    }

    // Where the closing record stands: its comment reaches exactly to the last byte.
    std::optional<size_t> findEnd() const {
        if (bytes_.size() < endSize) return std::nullopt;
        for (size_t comment = 0; comment <= longestComment; ++comment) {
            if (comment + endSize > bytes_.size()) break;
            const size_t at = bytes_.size() - endSize - comment;
            if (isAt(endMark, at) && number(at + 20, 2) == comment) return at;
        }
        return std::nullopt;
    }

    Result<std::vector<ZipEntry>> readList() const {
        const auto end = findEnd();
        if (!end) return error("bundle.damaged");
        const size_t count = number(*end + 10, 2);
        const size_t size = number(*end + 12, 4), begin = number(*end + 16, 4);
        const bool oneDisk = number(*end + 4, 4) == 0 && number(*end + 8, 2) == count;
        if (!oneDisk || begin > *end || size != *end - begin) return error("bundle.damaged");
        std::vector<ZipEntry> entries;
        size_t at = begin, packed = 0, files = 0;
        for (size_t i = 0; i < count; ++i) {
            const auto entry = readEntry(at, *end);
            if (!entry) return error("bundle.damaged");
            packed += entry->packed;
            files += !entry->isFolder();
            if (files > maxBundleFiles)
                return error("bundle.too_many_files", {{"max", std::to_string(maxBundleFiles)}});
            entries.push_back(*entry);
        }
        // Entries that share bytes would unpack to more than what lies here.
        if (at != *end || packed > begin) return error("bundle.damaged");
        return entries;
    }

    // The list's entry at `at`, which then goes to the next one.
    std::optional<ZipEntry> readEntry(size_t& at, size_t end) const {
        if (!isAt(listMark, at) || end - at < listSize) return std::nullopt;
        const size_t name = number(at + 28, 2);
        const size_t whole = listSize + name + number(at + 30, 2) + number(at + 32, 2);
        if (end - at < whole) return std::nullopt;
        ZipEntry entry;
        entry.name = bytes_.substr(at + listSize, name);
        entry.flags = static_cast<unsigned>(number(at + 8, 2));
        entry.method = static_cast<unsigned>(number(at + 10, 2));
        entry.crc = number(at + 16, 4);
        entry.packed = number(at + 20, 4);
        entry.size = number(at + 24, 4);
        entry.mode = modeOf(number(at + 4, 2), number(at + 38, 4));
        entry.offset = number(at + 42, 4);
        at += whole;
        return entry;
    }

    // The kind of file as Unix writes it, 0 where the zip does not say.
    static unsigned modeOf(size_t madeBy, size_t attributes) {
        constexpr size_t madeOnUnix = 3, madeOnMac = 19;
        const size_t system = madeBy >> 8;
        return system == madeOnUnix || system == madeOnMac
                   ? static_cast<unsigned>(attributes >> 16) & 0170000u
                   : 0;
    }

    Status add(const ZipEntry& entry) {
        constexpr unsigned plainFile = 0100000;
        if (entry.isFolder()) return Ok{};
        if (entry.flags & (encrypted | strongEncrypted | masked)) return error("bundle.encrypted");
        if (entry.mode != 0 && entry.mode != plainFile) {
            scenario::leaveOut(bundle_, "bundle.link", entry.name);
            return Ok{};
        }
        auto bytes = unpack(entry);
        if (!bytes) return bytes.error();
        return addToBundle(bundle_, entry.name, std::move(bytes.value()));
    }

    Result<std::string> unpack(const ZipEntry& entry) const {
        if (entry.size > maxBundleFile) {
            Error tooBig = fileError("bundle.file_too_big", entry);
            tooBig.args.push_back({"max", std::to_string(maxBundleFile >> 20)});
            return tooBig;
        }
        if (entry.size > smallFile && entry.size / maxZipRatio > entry.packed)
            return fileError("bundle.ratio", entry);
        if (entry.method != stored && entry.method != deflated)
            return fileError("bundle.method", entry);
        const auto packed = packedBytes(entry);
        if (!packed) return fileError("bundle.damaged_file", entry);
        std::optional<std::string> bytes;
        if (entry.method == deflated)
            bytes = inflated(*packed, entry.size);
        else if (packed->size() == entry.size)
            bytes = std::string(*packed);
        const bool whole = bytes && crc32(0, reinterpret_cast<const Bytef*>(bytes->data()),
                                          static_cast<uInt>(bytes->size())) == entry.crc;
        if (!whole) return fileError("bundle.damaged_file", entry);
        return std::move(*bytes);
    }

    // What lies behind the entry's own header, when that says the same as the list.
    std::optional<std::string_view> packedBytes(const ZipEntry& entry) const {
        const size_t at = entry.offset;
        if (!isAt(headerMark, at) || bytes_.size() - at < headerSize) return std::nullopt;
        const size_t name = number(at + 26, 2), extra = number(at + 28, 2);
        const size_t begin = at + headerSize + name + extra;
        if (begin > bytes_.size() || bytes_.size() - begin < entry.packed) return std::nullopt;
        const bool later = entry.flags & sizesFollow;
        const auto same = [&](size_t field, size_t wanted) {
            return number(at + field, 4) == wanted || (later && number(at + field, 4) == 0);
        };
        const bool agrees = bytes_.substr(at + headerSize, name) == entry.name &&
                            number(at + 6, 2) == entry.flags && number(at + 8, 2) == entry.method &&
                            same(14, entry.crc) && same(18, entry.packed) && same(22, entry.size);
        if (!agrees) return std::nullopt;
        return bytes_.substr(begin, entry.packed);
    }

    // Exactly `size` bytes from all of `packed`, or nothing.
    static std::optional<std::string> inflated(std::string_view packed, size_t size) {
        std::string out(size + 1, '\0');  // room to notice what is too much
        z_stream stream{};
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        constexpr int rawStream = -MAX_WBITS;
        if (inflateInit2(&stream, rawStream) != Z_OK) return std::nullopt;
        const bool ended = inflate(&stream, Z_FINISH) == Z_STREAM_END;
        const bool whole = ended && stream.total_out == size && stream.avail_in == 0;
        inflateEnd(&stream);
        if (!whole) return std::nullopt;
        out.resize(size);
        return out;
    }

    std::string_view bytes_;
    Bundle bundle_;
};

}  // namespace

bool isZip(std::string_view bytes) {
    return bytes.substr(0, headerMark.size()) == headerMark ||
           bytes.substr(0, endMark.size()) == endMark;
}

Result<Bundle> readZip(std::string_view bytes, std::string_view name) {
    return ZipReader(bytes, name).read();
}

}  // namespace pt
