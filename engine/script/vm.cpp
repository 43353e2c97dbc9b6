#include "engine/script/vm.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "engine/core/assert.h"
#include "engine/script/lua_messages.h"
#include "engine/script/lua_redirect.h"
#include "engine/script/utf8_text.h"

namespace pt::script {

namespace {

constexpr int hookInterval = 100;             // instructions
constexpr size_t bigBlock = size_t{4} << 10;  // from here on making a block is work by itself
constexpr int64_t refusalWork = 20'000;       // Lua collects all garbage when a block is refused
constexpr int longestName = 50;               // Lua cuts longer ones

// What lua_load reads: newlines up to the first line, then the source.
struct Source {
    int newlines;
    std::string_view text;
};

const char* nextPiece(lua_State*, void* data, size_t* size) {
    auto& source = *static_cast<Source*>(data);
    static constexpr std::string_view lines = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
    std::string_view piece;
    if (source.newlines > 0) {
        piece = lines.substr(0, std::min<size_t>(lines.size(), size_t(source.newlines)));
        source.newlines -= static_cast<int>(piece.size());
    } else {
        piece = std::exchange(source.text, {});
    }
    *size = piece.size();
    return piece.data();
}

}  // namespace

Vm::Vm(std::string_view file, int line)
    : file_(file), chunk_("=" + file_.substr(0, longestName)), firstLine_(line) {
    main_ = running_ = lua_newstate(allocate, this);
    PT_ASSERT(main_ != nullptr);
    *static_cast<Vm**>(lua_getextraspace(main_)) = this;
    // Garbage goes soon, so that a script that makes much of it stays far from the limit.
    lua_gc(main_, LUA_GCINC, 130, 200, 0);
}

Vm::~Vm() { lua_close(main_); }

bool Vm::refuses(const void* block, size_t oldSize, size_t newSize) const {
    constexpr size_t header = 32;  // at most, of a string
    if (block == nullptr && oldSize == LUA_TSTRING && newSize > Limits::text + header) return true;
    const size_t held = block == nullptr ? 0 : oldSize;
    return newSize > held && (newSize > Limits::block || used_ - held + newSize > Limits::memory);
}

void* Vm::allocate(void* data, void* block, size_t oldSize, size_t newSize) {
    auto& vm = *static_cast<Vm*>(data);
    const size_t held = block == nullptr ? 0 : oldSize;
    if (newSize == 0) {
        std::free(block);
        vm.used_ -= held;
        return nullptr;
    }
    if (vm.refuses(block, oldSize, newSize)) {
        vm.spent_ += refusalWork;
        return nullptr;
    }
    if (newSize >= bigBlock) vm.spent_ += static_cast<int64_t>(newSize / 256);
    void* made = std::realloc(block, newSize);
    if (made != nullptr) vm.used_ += newSize - held;
    return made;
}

Status Vm::compile(std::string_view source) {
    if (source.size() > Limits::source)
        return Error{"script.source_long",
                     place(firstLine_),
                     {{"limit", std::to_string(Limits::source >> 10)}}};
    Source pieces{firstLine_ - 1, source};
    line_ = firstLine_;
    const int status = lua_load(main_, nextPiece, &pieces, chunk_.c_str(), "t");
    if (status == LUA_OK) return Ok{};
    return failure(main_, status);
}

void Vm::begin(lua_State* thread, int64_t budget) {
    if (depth_++ == 0) {
        takeScriptCompared();
        spent_ = hookInterval;  // a call that ends before the first count is not free
        limit_ = budget;
        stop_ = Stop::none;
        problem_.reset();
        line_ = 0;
        lua_sethook(thread, onCount, LUA_MASKCOUNT, hookInterval);
    }
    running_ = thread;
}

Status Vm::call(int arguments, int results, int64_t budget) {
    lua_State* const thread = running_;
    const int64_t outerLimit = limit_;
    if (depth_ > 0) limit_ = std::min(limit_, spent_ + budget);
    begin(thread, budget);
    const int handler = lua_gettop(thread) - arguments;
    lua_pushcfunction(thread, onError);
    lua_insert(thread, handler);
    const int status = lua_pcall(thread, arguments, results, handler);
    lua_remove(thread, handler);
    --depth_;
    std::optional<Error> error;
    if (status != LUA_OK) error = failure(thread, status);
    // A nested call that used up its own share stops only itself.
    if (depth_ > 0 && stop_ == Stop::work && spent_ <= outerLimit) {
        stop_ = Stop::none;
        lua_sethook(thread, onCount, LUA_MASKCOUNT, hookInterval);
    }
    if (depth_ > 0) limit_ = outerLimit;
    if (error) return *std::move(error);
    return Ok{};
}

Result<Vm::Pause> Vm::resume(lua_State* thread, int64_t budget) {
    begin(thread, budget);
    int results = 0;
    const int status = lua_resume(thread, main_, 0, &results);
    --depth_;
    running_ = main_;
    if (status == LUA_YIELD) {
        const Pause pause{true, lua_tonumber(thread, -1)};
        lua_pop(thread, results);
        return pause;
    }
    if (status == LUA_OK) return Pause{};
    if (line_ == 0) line_ = lineOf(thread);
    return failure(thread, status);
}

void Vm::onCount(lua_State* state, lua_Debug* at) {
    Vm& vm = of(state);
    lua_getinfo(state, "l", at);
    if (vm.stop_ == Stop::none) vm.line_ = at->currentline;
    if (vm.stop_ == Stop::none) vm.charge(state, hookInterval);
    if (vm.stop_ != Stop::none) vm.stop(state);
}

void Vm::charge(lua_State* state, int64_t instructions) {
    spent_ += instructions + static_cast<int64_t>(takeScriptCompared());
    if (spent_ <= limit_) return;
    stop_ = Stop::work;
    line_ = lineOf(state);
    stop(state);
}

// From here on each instruction raises again, so that no pcall of the script goes on after it.
void Vm::stop(lua_State* state) {
    lua_sethook(state, onCount, LUA_MASKCOUNT, 1);
    lua_pushlightuserdata(state, this);
    lua_error(state);
    std::abort();  // lua_error does not return
}

void Vm::raise(lua_State* state) {
    line_ = lineOf(state);
    sentence_ = place(line_) + ": " + problem_->key;
    for (const Arg& arg : problem_->args) sentence_ += ' ' + arg.value;
    lua_pushlstring(state, sentence_.data(), sentence_.size());
    lua_error(state);
    std::abort();
}

void Vm::raiseMemory(lua_State* state) {
    stop_ = Stop::memory;
    stop(state);
}

int Vm::onError(lua_State* state) {
    Vm& vm = of(state);
    if (vm.stop_ == Stop::none) vm.line_ = lineOf(state);
    return 1;
}

int Vm::lineOf(lua_State* thread) {
    lua_Debug level;
    for (int i = 0; lua_getstack(thread, i, &level) != 0; ++i) {
        lua_getinfo(thread, "l", &level);
        if (level.currentline > 0) return level.currentline;
    }
    return 0;
}

std::string Vm::place(int line) const {
    return line > 0 ? file_ + ":" + std::to_string(line) : file_;
}

// Takes the message off the stack.
Error Vm::failure(lua_State* thread, int status) {
    if (status == LUA_ERRMEM) stop_ = Stop::memory;
    Error error = messageOf(thread);
    lua_pop(thread, 1);
    if (stop_ == Stop::work)
        error = {"script.work", "", {{"limit", "#" + std::to_string(limit_)}}};
    else if (stop_ == Stop::memory)
        error = {"script.memory", "", {{"limit", std::to_string(Limits::memory >> 20)}}};
    error.where = place(line_ > 0 ? line_ : firstLine_);
    return error;
}

Error Vm::messageOf(lua_State* thread) {
    constexpr size_t longest = 300;
    std::string text = "(" + std::string(lua_typename(thread, lua_type(thread, -1))) + ")";
    if (lua_type(thread, -1) == LUA_TSTRING) {
        size_t size = 0;
        const char* bytes = lua_tolstring(thread, -1, &size);
        text.assign(bytes, size);
    }
    if (problem_ && text == sentence_) return *problem_;
    // "file:12: what is wrong": the line goes into `where`.
    const std::string start = chunk_.substr(1) + ":";
    if (text.starts_with(start)) {
        char* end = nullptr;
        const long line = std::strtol(text.c_str() + start.size(), &end, 10);
        if (line > 0 && *end == ':') {
            line_ = static_cast<int>(line);
            const auto at = static_cast<size_t>(end - text.c_str()) + 1;
            text.erase(0, std::min(text.size(), at + 1));
        }
    }
    if (text.size() > longest) text.resize(longest);
    return luaMessage(validUtf8(text), "script.failed");
}

}  // namespace pt::script
