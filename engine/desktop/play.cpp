#include "engine/desktop/play.h"

#include <algorithm>

#include "engine/desktop/app.h"
#include "engine/desktop/offscreen.h"
#include "engine/desktop/panel_lower.h"

namespace pt {
namespace {

using Kind = PlayAct::Kind;
constexpr int settleFrames = 3;       // what an act changed is laid out
constexpr int longestWait = 100'000;  // slices of a job
constexpr int dragSteps = 6;          // a drag passes through points, as a hand does

std::string_view trimmed(std::string_view text) {
    size_t first = text.find_first_not_of(" \t\r");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    for (size_t at = 0; at < text.size();) {
        size_t end = std::min(text.find_first_of(" \t", at), text.size());
        if (end > at) words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

Error at(Error error, const std::string& name, int line) {
    error.where = name + ":" + std::to_string(line);
    return error;
}

struct Verb {
    std::string_view word;
    Kind kind;
    size_t least, most;  // words after it
};
constexpr Verb verbs[] = {
    {"pointer", Kind::pointer, 3, 5}, {"key", Kind::key, 1, 2},   {"select", Kind::select, 0, 99},
    {"run", Kind::run, 1, 2},         {"wait", Kind::wait, 0, 0}, {"tab", Kind::tab, 0, 1},
    {"show", Kind::show, 0, 1},       {"open", Kind::open, 1, 1}, {"picture", Kind::picture, 1, 1},
};

bool isHand(std::string_view word) {
    for (std::string_view hand : {"down", "drag", "up", "hover", "click"}) {
        if (hand == word) return true;
    }
    return false;
}

Status readPointer(PlayAct& act, std::string_view text) {
    auto x = parseInput(act.words[1], unit("m")), y = parseInput(act.words[2], unit("m"));
    if (!isHand(act.words[0]) || !x || !y) {
        return Error{"desktop.play.pointer", "", {{"text", std::string(text)}}};
    }
    act.what = act.words[0];
    act.x = x.value();
    act.y = y.value();
    return Ok{};
}

Result<PlayAct> parseLine(std::string_view text) {
    PlayAct act;
    size_t equals = text.find('=');
    if (equals != text.npos) {
        act.what = trimmed(text.substr(0, equals));
        act.value = trimmed(text.substr(equals + 1));
        return act;
    }
    act.words = wordsOf(text);
    std::string first = act.words.front();
    act.words.erase(act.words.begin());
    for (const Verb& verb : verbs) {
        if (verb.word != first) continue;
        if (act.words.size() < verb.least || act.words.size() > verb.most) {
            return Error{"desktop.play.line", "", {{"text", std::string(text)}}};
        }
        act.kind = verb.kind;
        if (!act.words.empty()) act.what = act.words.front();
        if (verb.kind != Kind::pointer) return act;
        Status read = readPointer(act, text);
        return read ? Result<PlayAct>(act) : Result<PlayAct>(read.error());
    }
    // A control's name has a point in it: a button.
    if (!act.words.empty() || first.find('.') == first.npos) {
        return Error{"desktop.play.line", "", {{"text", std::string(text)}}};
    }
    act.what = first;
    return act;
}

class Player {
public:
    Player(App& app, PlayHost& host) : app_(app), host_(host) {}

    Status perform(const PlayAct& act) {
        Desk& desk = app_.desk();
        desk.notice = {};
        desk.typed = {};
        switch (act.kind) {
        case Kind::control: desk.ask(act.what, act.value, ++desk.gesture); break;
        case Kind::pointer: pointer(act); break;
        case Kind::key: return key(act);
        case Kind::select: app_.select(act.words); break;
        case Kind::run: return run(act);
        case Kind::wait: return wait();
        case Kind::tab: tab(act); break;
        case Kind::show: app_.show(act.what); break;
        case Kind::open: desk.asked.open = act.what; break;
        case Kind::picture: return host_.picture(act.what);
        }
        settle();
        return refused();
    }

private:
    void settle() {
        for (int i = 0; i < settleFrames; ++i) host_.frame();
    }

    // What the program said no to, as it shows it.
    Status refused() const {
        const Desk& desk = app_.desk();
        if (desk.notice.error) {
            return Error{"desktop.play.refused", "", {{"sentence", desk.notice.sentence}}};
        }
        if (!desk.typed.problemNode.empty()) {
            return Error{"desktop.play.refused", "", {{"sentence", desk.typed.problem}}};
        }
        return Ok{};
    }

    void hand(Hand hand, Vec world, const PlayAct& act) {
        Desk& desk = app_.desk();
        HandDeed deed{hand, desk.stage.camera.toScreen(world)};
        for (const std::string& word : act.words) {
            deed.add = deed.add || word == "add";
            deed.free = deed.free || word == "free";
        }
        desk.asked.hands.push_back(deed);
        host_.frame();
    }

    void pointer(const PlayAct& act) {
        Vec to{act.x, act.y};
        if (act.what == "hover") hand(Hand::hover, to, act);
        if (act.what == "down" || act.what == "click") {
            hand(Hand::hover, to, act);
            hand(Hand::down, to, act);
        }
        for (int i = 1; act.what == "drag" && i <= dragSteps; ++i) {
            hand(Hand::drag, from_ + (to - from_) * (double{1} * i / dragSteps), act);
        }
        if (act.what == "up" || act.what == "click") hand(Hand::up, to, act);
        from_ = to;
    }

    Status key(const PlayAct& act) {
        bool fine = act.words.size() > 1 && act.words[1] == "fine";
        Result<bool> taken = app_.desk().work.bench().key(act.what, fine);
        settle();
        if (!taken) return taken.error();
        if (!taken.value()) return Error{"desktop.play.key", "", {{"key", act.what}}};
        return refused();
    }

    Status run(const PlayAct& act) {
        std::string moment = act.what + (act.words.size() > 1 ? act.words[1] : "");
        Options until;
        if (!parseMoment(moment, until)) {
            return Error{"desktop.play.line", "", {{"text", "run " + moment}}};
        }
        Session& session = app_.desk().work.session();
        session.pause();
        Status ran = runTo(session, until);
        session.pause();
        settle();
        return ran;
    }

    Status wait() {
        Session& session = app_.desk().work.session();
        for (int i = 0; session.working() && i < longestWait; ++i) {
            session.advanceJobs(steadySeconds, 0.05);
        }
        settle();
        return !session.working() ? Status(Ok{}) : Status(Error{"desktop.play.wait", "", {}});
    }

    void tab(const PlayAct& act) {
        Desk& desk = app_.desk();
        desk.prefs.drawer = !act.what.empty();
        if (!act.what.empty()) openDrawer(desk, act.what);
    }

    App& app_;
    PlayHost& host_;
    Vec from_{0, 0};
};

}  // namespace

Result<std::vector<PlayAct>> parsePlay(std::string_view text, const std::string& name) {
    std::vector<PlayAct> acts;
    int line = 0;
    for (size_t from = 0; from <= text.size();) {
        size_t end = std::min(text.find('\n', from), text.size());
        std::string_view row = trimmed(text.substr(from, end - from));
        from = end + 1;
        ++line;
        if (row.empty() || row[0] == '#') continue;
        Result<PlayAct> act = parseLine(row);
        if (!act) return at(act.error(), name, line);
        act.value().line = line;
        acts.push_back(std::move(act.value()));
    }
    return acts;
}

Status play(App& app, PlayHost& host, const std::vector<PlayAct>& acts, const std::string& name) {
    host.frame();  // the camera finds the drawing
    Player player(app, host);
    for (const PlayAct& act : acts) {
        Status done = player.perform(act);
        if (!done) return at(done.error(), name, act.line);
    }
    return Ok{};
}

}  // namespace pt
