#include "engine/cli/workers.h"

#include <memory>
#include <string_view>
#include <vector>

#ifndef __EMSCRIPTEN__
#include <cerrno>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace pt {
namespace {

// One process at the other end of a socket; when none can be started it works in this process.
class Worker {
public:
    explicit Worker(const LineWork& work) : work_(work) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() { stop(); }

    void ask(const std::string& line, const std::vector<std::unique_ptr<Worker>>& all) {
        asked_ = line;
        if (socket_ < 0) start(all);
        if (socket_ >= 0) writeLine(line);
    }

    std::string take() {
        if (socket_ < 0) return work_.answer(asked_);
        if (std::optional<std::string> answer = readLine()) return *answer;
        stop();
        return work_.lost(asked_);
    }

private:
#ifdef __EMSCRIPTEN__
    void start(const std::vector<std::unique_ptr<Worker>>&) {}
    void stop() {}
    void writeLine(std::string_view) {}
    std::optional<std::string> readLine() { return std::nullopt; }
#else
    void start(const std::vector<std::unique_ptr<Worker>>& all) {
        int pair[2];
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) return;
        process_ = fork();
        if (process_ == 0) {
            // An inherited copy of another worker's socket would keep that worker waiting.
            for (const auto& other : all) {
                if (other->socket_ >= 0) close(other->socket_);
            }
            close(pair[0]);
            socket_ = pair[1];
            serve();
        }
        close(pair[1]);
        if (process_ > 0) {
            socket_ = pair[0];
        } else {
            close(pair[0]);
        }
    }

    [[noreturn]] void serve() {
        while (std::optional<std::string> line = readLine()) writeLine(work_.answer(*line));
        _exit(0);
    }

    void stop() {
        if (socket_ < 0) return;
        close(socket_);
        socket_ = -1;
        buffer_.clear();
        waitpid(process_, nullptr, 0);
    }

    // A dead reader shows itself when the answer is read.
    void writeLine(std::string_view line) {
        std::string bytes(line);
        bytes += '\n';
        for (std::string_view rest = bytes; !rest.empty();) {
            const ssize_t sent = send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR) continue;
            if (sent <= 0) return;
            rest.remove_prefix(static_cast<size_t>(sent));
        }
    }

    std::optional<std::string> readLine() {
        for (;;) {
            if (const size_t end = buffer_.find('\n'); end != std::string::npos) {
                std::string line = buffer_.substr(0, end);
                buffer_.erase(0, end + 1);
                return line;
            }
            char chunk[16384];
            const ssize_t got = recv(socket_, chunk, sizeof chunk, 0);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return std::nullopt;
            buffer_.append(chunk, static_cast<size_t>(got));
        }
    }

    std::string buffer_;
    pid_t process_ = -1;
#endif

    const LineWork& work_;
    std::string asked_;
    int socket_ = -1;
};

void answerHere(const LineWork& work) {
    while (const std::optional<std::string> line = work.next()) work.emit(work.answer(*line));
}

}  // namespace

void spreadLines(int jobs, const LineWork& work) {
    if (jobs <= 1) return answerHere(work);
    std::vector<std::unique_ptr<Worker>> workers;
    for (int i = 0; i < jobs; ++i) workers.push_back(std::make_unique<Worker>(work));
    const auto worker = [&](size_t line) -> Worker& { return *workers[line % workers.size()]; };
    size_t asked = 0;
    size_t taken = 0;
    while (const std::optional<std::string> line = work.next()) {
        if (asked - taken == workers.size()) work.emit(worker(taken++).take());
        worker(asked++).ask(*line, workers);
    }
    while (taken < asked) work.emit(worker(taken++).take());
}

}  // namespace pt
