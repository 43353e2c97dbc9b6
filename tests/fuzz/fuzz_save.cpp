// Save files from anywhere: refused with an error, or opened and then as good as any session.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/core/log.h"
#include "engine/run/csv.h"
#include "engine/run/save.h"

namespace {

void require(bool good) {
    if (!good) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto opened = pt::SaveFile::open(bytes);
    if (!opened.ok()) {
        require(!opened.error().key.empty());
        return 0;
    }
    // What was opened is written and opened again without a difference.
    const std::string written = pt::SaveFile::write(*opened.value());
    auto again = pt::SaveFile::open(written);
    require(again.ok());
    require(pt::SaveFile::write(*again.value()) == written);
    // And it works on, whatever its history holds.
    pt::Session& session = *again.value();
    for (int i = 0; i < 3 && session.canUndo(); ++i)
        if (!session.post({"undo", pt::Json::object(), 0}).ok()) break;
    for (int i = 0; i < 3 && session.canRedo(); ++i)
        if (!session.post({"redo", pt::Json::object(), 0}).ok()) break;
    for (int i = 0; i < 3; ++i)
        if (!session.stepOnce().ok()) break;
    require(!pt::recordingCsv(session, pt::CsvStyle::dutch).empty());
    require(!pt::runsCsv(session, pt::CsvStyle::standard).empty());
    return 0;
}
