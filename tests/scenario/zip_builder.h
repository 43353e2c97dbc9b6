// Zips made byte by byte, so that a test can lie in any field.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pt {

inline std::string deflatedBytes(std::string_view bytes) {
    std::string out(bytes.size() + 1024, '\0');
    z_stream stream{};
    deflateInit2(&stream, 1, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

// The fields of an entry; what the header and the list say can be made to differ.
struct ZipFields {
    std::string name;
    std::string data;  // as packed
    uint32_t flags = 0, method = 0, crc = 0, packed = 0, size = 0, mode = 0;
};

class ZipBuilder {
public:
    using Change = std::function<void(ZipFields&)>;

    ZipBuilder& store(std::string name, std::string_view bytes, const Change& inList = nullptr,
                      const Change& inHeader = nullptr) {
        return add(std::move(name), bytes, std::string(bytes), 0, inList, inHeader);
    }
    ZipBuilder& deflate(std::string name, std::string_view bytes, const Change& inList = nullptr,
                        const Change& inHeader = nullptr) {
        return add(std::move(name), bytes, deflatedBytes(bytes), 8, inList, inHeader);
    }

    std::string bytes(std::string_view comment = "") const {
        std::string end = "PK\5\6" + std::string(4, '\0');
        put(end, count_, 2);
        put(end, count_, 2);
        put(end, static_cast<uint32_t>(list_.size()), 4);
        put(end, static_cast<uint32_t>(files_.size()), 4);
        put(end, static_cast<uint32_t>(comment.size()), 2);
        return files_ + list_ + end + std::string(comment);
    }

private:
    static void put(std::string& out, uint32_t value, int count) {
        for (; count > 0; --count, value >>= 8) out += static_cast<char>(value & 0xFF);
    }

    // Flags to sizes: the part that both descriptions of an entry share.
    static std::string shared(const ZipFields& fields) {
        std::string out;
        put(out, fields.flags, 2);
        put(out, fields.method, 2);
        put(out, 0, 4);  // time and date
        put(out, fields.crc, 4);
        put(out, fields.packed, 4);
        put(out, fields.size, 4);
        put(out, static_cast<uint32_t>(fields.name.size()), 2);
        put(out, 0, 2);  // no extra fields
        return out;
    }

    ZipBuilder& add(std::string name, std::string_view bytes, std::string data, uint32_t method,
                    const Change& inList, const Change& inHeader) {
        ZipFields fields{std::move(name), std::move(data)};
        fields.method = method;
        fields.crc = static_cast<uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(bytes.data()),
                                                 static_cast<uInt>(bytes.size())));
        fields.packed = static_cast<uint32_t>(fields.data.size());
        fields.size = static_cast<uint32_t>(bytes.size());
        ZipFields listed = fields;
        if (inList) inList(listed);
        if (inHeader) inHeader(fields);
        list_ += "PK\1\2";
        put(list_, 20 | 3 << 8, 2);  // made on Unix
        put(list_, 20, 2);
        list_ += shared(listed);
        put(list_, 0, 2);  // no comment
        put(list_, 0, 4);
        put(list_, listed.mode << 16, 4);
        put(list_, static_cast<uint32_t>(files_.size()), 4);
        list_ += listed.name;
        files_ += "PK\3\4";
        put(files_, 20, 2);
        files_ += shared(fields) + fields.name + fields.data;
        ++count_;
        return *this;
    }

    std::string files_, list_;
    uint32_t count_ = 0;
};

}  // namespace pt
