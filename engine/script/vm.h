// Vm: one Lua state with bounded memory and work. It knows nothing of lessons.
//
// A C function that raises a Lua error leaves by longjmp and no destructor runs. So whatever may
// raise stands in functions without objects on their stack; see call.h for all others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

extern "C" {
#include <lua.h>
}

#include "engine/core/json.h"
#include "engine/core/result.h"

namespace pt::script {

class Program;

// nil, boolean, integer, float, text, or a table made from Json.
using Value = std::variant<std::monostate, bool, int64_t, double, std::string, Json>;

// docs/lua.md names these.
struct Limits {
    static constexpr size_t memory = size_t{4} << 20;  // bytes of the whole state
    static constexpr size_t block = size_t{256} << 10;
    static constexpr size_t text = size_t{64} << 10;
    static constexpr size_t source = size_t{64} << 10;
    static constexpr int64_t load = 2'000'000;  // instructions
    static constexpr int64_t call = 100'000;
    static constexpr int64_t moment = 100'000;    // of all handlers in one step of the lab
    static constexpr int64_t second = 1'000'000;  // of model time, of all handlers
};

class Vm {
public:
    // Places in messages: the name of the file, and the line at which the source begins in it.
    Vm(std::string_view file, int line);
    ~Vm();
    Vm(const Vm&) = delete;
    Vm& operator=(const Vm&) = delete;

    static Vm& of(lua_State* state) { return **static_cast<Vm**>(lua_getextraspace(state)); }
    // The thread that runs now, or the main one.
    lua_State* state() const { return running_; }

    // Puts the function of the whole source on the stack. Errors: script.source_long {limit},
    // script.memory, those of luaMessage().
    Status compile(std::string_view source);

    // Calls the function below `arguments` values on `thread`, within `budget` instructions; what
    // it leaves stands on the stack. Within another call its budget counts for that one too.
    // Errors: script.work {limit}, script.memory {limit}, those of luaMessage(), and what a
    // function of ours raised; where = "file:line".
    Status call(int arguments, int results, int64_t budget);

    // The same for a thread of its own, which may wait: then `waits` is true and `seconds` told.
    struct Pause {
        bool waits = false;
        double seconds = 0;
    };
    Result<Pause> resume(lua_State* thread, int64_t budget);
    // Instructions that the outermost call has used, rounded up.
    int64_t spent() const { return spent_; }

    // For functions of ours. Work that no instruction stands for; it may stop the script, so that
    // it does not return.
    void charge(lua_State* state, int64_t instructions);
    // Counts work without stopping: the next instructions will.
    void note(int64_t instructions) { spent_ += instructions; }
    bool stopped() const { return stop_ != Stop::none; }
    // The error that raise() raises; kept here because nothing on the stack survives it.
    void setProblem(Error error) { problem_ = std::move(error); }
    [[noreturn]] void raise(lua_State* state);
    // What a refused block ends with, after a pcall saw it.
    [[noreturn]] void raiseMemory(lua_State* state);
    // The innermost line of the script that runs on a thread; 0 when there is none.
    static int lineOf(lua_State* thread);
    std::string place(int line) const;
    // Where a call begins; what is told when nothing nearer is known.
    void beginsAt(int line) { line_ = line; }

    // What travels between C++ and the stack; it outlives a longjmp here.
    std::vector<Value> mail;
    // The number of the function that the present call keeps, and the last one given out.
    int keptFunction = 0;
    int lastKept = 0;
    // Whether new globals may be made.
    bool loading = false;
    // Whom the words of the lesson act upon; nullptr in a Vm without a lesson.
    Program* program = nullptr;

private:
    enum class Stop : uint8_t { none, work, memory };

    static void* allocate(void* vm, void* block, size_t oldSize, size_t newSize);
    static void onCount(lua_State* state, lua_Debug* at);
    static int onError(lua_State* state);
    bool refuses(const void* block, size_t oldSize, size_t newSize) const;
    [[noreturn]] void stop(lua_State* state);
    void begin(lua_State* thread, int64_t budget);
    Error failure(lua_State* thread, int status);
    Error messageOf(lua_State* thread);

    std::string file_;
    std::string chunk_;  // what Lua calls the source: "=" and the name
    int firstLine_ = 1;
    size_t used_ = 0;
    lua_State* main_ = nullptr;
    lua_State* running_ = nullptr;
    int depth_ = 0;
    int64_t spent_ = 0;
    int64_t limit_ = 0;
    Stop stop_ = Stop::none;
    int line_ = 0;          // at which the present error happened
    std::string sentence_;  // of the problem, as Lua sees it
    std::optional<Error> problem_;
};

}  // namespace pt::script
