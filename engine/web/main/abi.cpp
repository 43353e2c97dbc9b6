#include "engine/web/abi.h"

#include <algorithm>
#include <emscripten.h>
#include <string>

#include "engine/core/hash.h"
#include "engine/web/gl_stage.h"
#include "engine/web/page.h"

namespace pt {
namespace {

double seconds() { return emscripten_get_now() / 1000; }

// The page lives as long as the program; the browser ends both.
struct Everything {
    std::string buffer;
    Page page{seconds};
    GlStage stage;
};

Everything& all() {
    static Everything everything;
    return everything;
}

std::string_view sent(int32_t bytes) {
    return std::string_view(all().buffer).substr(0, static_cast<size_t>(bytes));
}

int32_t answer(std::string text) {
    all().buffer = std::move(text);
    return static_cast<int32_t>(all().buffer.size());
}

int32_t answerSentences(const std::vector<std::string>& sentences) {
    Json list = Json::list();
    for (const std::string& sentence : sentences) list.add(sentence);
    return answer(list.write());
}

std::string read(Page& page, Reads what, const Json& request) {
    switch (what) {
    case Reads::page: return page.state(request).write();
    case Reads::items: return page.items().write();
    case Reads::result: return page.result().write();
    case Reads::plot: return page.plot(request);
    case Reads::drawing: return page.drawing(request);
    case Reads::runsCsv: return page.csv(true, request);
    case Reads::recordingCsv: return page.csv(false, request);
    case Reads::save: return page.save();
    case Reads::hash: return hex(page.hash());
    case Reads::chart: return page.chart(request);
    case Reads::design: return page.design(request);
    case Reads::exported: return page.exported(request);
    case Reads::exportName: return page.exportName(request).write();
    case Reads::scenarios: return page.scenarios().write();
    case Reads::lessonFile: return page.lessonFile(request);
    }
    return "";
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* pt_buffer(int32_t bytes) {
    std::string& buffer = all().buffer;
    if (buffer.size() < static_cast<size_t>(bytes)) buffer.resize(static_cast<size_t>(bytes));
    return buffer.data();
}

EMSCRIPTEN_KEEPALIVE int32_t pt_open(Opens kind, int32_t bytes) {
    Page& page = all().page;
    const std::string content(sent(bytes));
    if (kind == Opens::builtin) return answerSentences(page.openBuiltin(content));
    if (kind == Opens::scenario) return answerSentences(page.openScenario(content));
    if (kind == Opens::import && page.isOpen()) return answerSentences(page.import(content));
    if (kind == Opens::file) {
        page.addFile(content);
        return answerSentences({});
    }
    return answerSentences(page.openSave(content));
}

EMSCRIPTEN_KEEPALIVE int32_t pt_read(Reads what, int32_t bytes) {
    if (!all().page.isOpen()) return answer("");
    const Result<Json> request = Json::parse(sent(bytes));
    return answer(read(all().page, what, request ? request.value() : Json::object()));
}

EMSCRIPTEN_KEEPALIVE int32_t pt_act(int32_t bytes, int32_t gesture) {
    const std::string text(sent(bytes));
    const size_t middle = std::min(text.find('\0'), text.size());
    const std::string_view id = std::string_view(text).substr(0, middle);
    const std::string_view value = std::string_view(text).substr(std::min(middle + 1, text.size()));
    return answer(all().page.act(id, value, gesture));
}

EMSCRIPTEN_KEEPALIVE int32_t pt_item(int32_t bytes, int32_t deed) {
    return answer(all().page.item(std::string(sent(bytes)), static_cast<Deed>(deed)));
}

EMSCRIPTEN_KEEPALIVE int32_t pt_pointer(int32_t kind, double x, double y, double reach,
                                        int32_t flags) {
    const auto which = static_cast<PointerKind>(kind);
    Page::Pointed pointed = all().page.pointer(which, {x, y}, reach, flags);
    return static_cast<int32_t>(pointed.cursor) + 256 * answer(std::move(pointed.refused));
}

EMSCRIPTEN_KEEPALIVE int32_t pt_key(int32_t bytes, int32_t fine) {
    if (!all().page.isOpen()) return -1;
    std::optional<std::string> done = all().page.key(std::string(sent(bytes)), fine != 0);
    return done ? answer(std::move(*done)) : -1;
}

EMSCRIPTEN_KEEPALIVE void pt_zoom(double factor, double x, double y) {
    if (all().page.isOpen()) all().page.zoom(factor, {x, y});
}

EMSCRIPTEN_KEEPALIVE void pt_pan(double x, double y) {
    if (all().page.isOpen()) all().page.pan({x, y});
}

EMSCRIPTEN_KEEPALIVE int32_t pt_frame(double milliseconds) {
    auto& [buffer, page, stage] = all();
    if (!page.isOpen()) return 0;
    const bool again = page.frame(milliseconds);
    stage.draw(page.scene(), page.camera(), page.cardItem());
    return (again ? frameAgain : 0) | (page.takeChanged() ? frameChanged : 0);
}

EMSCRIPTEN_KEEPALIVE void pt_resize(double width, double height, double ratio) {
    all().page.resize({width, height});
    all().stage.resize({width, height}, ratio);
}

EMSCRIPTEN_KEEPALIVE int32_t pt_gl(int32_t alive) {
    if (alive == 0)
        all().stage.lost();
    else
        all().stage.start();
    return all().stage.alive() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void pt_show(int32_t language, int32_t theme, int32_t calm) {
    all().page.show(static_cast<Language>(language), static_cast<ThemeId>(theme), calm != 0);
}

}  // extern "C"

}  // namespace pt
