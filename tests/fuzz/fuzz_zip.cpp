// Any bytes as a lesson in a zip, as a path inside one and as a picture.
#include <cstdint>
#include <cstdlib>

#include "engine/i18n/words.h"
#include "engine/scenario/bundle.h"

namespace {

// A broken promise of the interface is a crash for the fuzzer.
void require(bool holds) {
    if (!holds) std::abort();
}

bool leadsOut(std::string_view path) {
    return path.empty() || path[0] == '/' || path.find('\\') != std::string_view::npos ||
           path.find(':') != std::string_view::npos || path == ".." || path.substr(0, 3) == "../" ||
           path.find("/../") != std::string_view::npos || path.find('\0') != std::string_view::npos;
}

void judge(const pt::Bundle& bundle, const pt::Words& words) {
    size_t unpacked = 0;
    for (const auto& [path, bytes] : bundle.files) {
        require(!leadsOut(path) && bytes.size() <= pt::maxBundleFile);
        unpacked += bytes.size();
    }
    require(bundle.files.size() <= pt::maxBundleFiles && unpacked <= pt::maxBundleBytes);
    require(bundle.warnings.size() <= pt::maxBundleFiles);
    for (const pt::Error& warning : bundle.warnings) require(words.has(warning.key));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const pt::Words words = pt::Words::builtin(pt::Language::nl);
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto read = pt::readZip(bytes, "fuzz.zip");
    if (read)
        judge(read.value(), words);
    else
        require(words.has(read.error().key));
    pt::Bundle bundle;
    require(pt::addToBundle(bundle, bytes, "").ok());
    judge(bundle, words);
    if (const auto picture = pt::pictureSize(bytes))
        require(picture.value().width > 0 && picture.value().height > 0);
    return 0;
}
