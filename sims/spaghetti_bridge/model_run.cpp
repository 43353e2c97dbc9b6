// The test itself: the load comes, members break, the bridge falls; and back to any moment of it.
#include <algorithm>
#include <cmath>
#include <string>

#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

constexpr int collapseLength = 600;   // steps: 2.5 s
constexpr double beforeWeight = 0.5;  // s, in which the bridge stands alone
constexpr double heaviest = 1e9;      // N
constexpr double certain = 1 - 1e-9;  // utilisation of what fails
constexpr int halvings = 50;          // of the part of a step in which a cart breaks it
constexpr size_t perFailure = 5;      // numbers in the saved list

}  // namespace

double SpaghettiBridge::cartPlace(double way) const {
    return bridge_.nodes[static_cast<size_t>(statics_.deck().front())].x + way;
}

// The way (m) or time (s) after which nothing more comes; a bucket fills for ever.
double SpaghettiBridge::loadingEnd() const {
    if (loading() == Loading::atOnce) return beforeWeight + DroppedWeight::settled;
    const std::vector<int>& deck = statics_.deck();
    return bridge_.nodes[static_cast<size_t>(deck.back())].x -
           bridge_.nodes[static_cast<size_t>(deck.front())].x + wheelbase_;
}

bool SpaghettiBridge::survived() const {
    return loading() != Loading::bucket && stands() && !falling() && progress_ >= loadingEnd();
}

bool SpaghettiBridge::finished() const { return collapseSteps_ >= collapseLength || survived(); }

BridgeLoad SpaghettiBridge::loadNow() const {
    if (loading() != Loading::cart) return load_;
    return present().cart(weight_, cartPlace(progress_));
}

Status SpaghettiBridge::step(double seconds) {
    if (!stands()) return Error{"bridge.not_standing", "", {}};
    if (finished()) return Ok{};
    if (broken()) sinceFailure_ += 1;
    if (falling()) {
        collapse_->step(seconds);
        poses_ = collapse_->poses();
        collapseSteps_ += 1;
        if (finished()) explain();
        return Ok{};
    }
    // What the last failure overloaded breaks before more load comes.
    WorstMember worst = worstMember(members_);
    if (!broken() || worst.utilisation < 1) {
        if (addLoad(seconds)) {
            refreshStates();
            worst = worstMember(members_);
        } else {
            refreshStates();
            if (survived()) emit({"survived", Json::object().set("load", weight_)});
            return Ok{};
        }
    }
    fail(worst);
    return Ok{};
}

// True when the bridge fails within the step; the load is then that of the failure.
bool SpaghettiBridge::addLoad(double seconds) {
    if (loading() == Loading::cart) return rollCart(seconds);
    if (loading() == Loading::atOnce) return dropWeight(seconds);
    const double next = load_ + loadRate_ * seconds, limit = present().breakingLoad();
    if (next < limit) {
        load_ = next;
        return false;
    }
    load_ = std::max(load_, limit);
    return true;
}

bool SpaghettiBridge::dropWeight(double seconds) {
    const DroppedWeight weight(weight_, stiffness());
    const double from = progress_ - beforeWeight, to = from + seconds;
    progress_ += seconds;
    const double limit = present().breakingLoad();
    if (weight.largest(from, to) < limit) {
        load_ = weight.force(to);
        return false;
    }
    load_ = std::max(load_, limit);
    return true;
}

// The forces are straight lines in the way between the places where an axle meets a node.
bool SpaghettiBridge::rollCart(double seconds) {
    const double from = progress_, to = from + cartSpeed_ * seconds;
    const auto overloads = [&](double way) {
        const BridgeLoad load = present().cart(weight_, cartPlace(way));
        return worstMember(present().members(load)).utilisation >= 1;
    };
    std::vector<double> stops{to};
    for (const int node : statics_.deck())
        for (const double axle : {0.0, wheelbase_}) {
            const double way = bridge_.nodes[static_cast<size_t>(node)].x - cartPlace(0) + axle;
            if (way > from && way < to) stops.push_back(way);
        }
    std::sort(stops.begin(), stops.end());
    double whole = from;
    for (const double stop : stops) {
        if (overloads(stop)) {
            double broken = stop;
            for (int i = 0; i < halvings; ++i) {
                const double middle = (whole + broken) / 2;
                (overloads(middle) ? broken : whole) = middle;
            }
            progress_ = broken;
            load_ = onDeck();
            return true;
        }
        whole = stop;
    }
    progress_ = to;
    load_ = onDeck();
    return false;
}

double SpaghettiBridge::onDeck() const {
    double sum = 0;
    for (const double part : statics_.cart(weight_, cartPlace(progress_)).deck) sum += part;
    return sum;
}

void SpaghettiBridge::fail(const WorstMember& worst) {
    const bool first = !broken();
    const MemberState& state = members_[static_cast<size_t>(worst.member)];
    const Failure failure{worst.member, worst.mode,  breakPlace(state, worst.mode),
                          load_,        state.axial, progress_};
    if (first) {
        failedMember_ = worst.member;
        mode_ = static_cast<double>(worst.mode);
    }
    sinceFailure_ = 0;
    failureList_.insert(failureList_.end(),
                        {static_cast<double>(failure.member), static_cast<double>(failure.mode),
                         failure.at, failure.load, failure.progress});
    lose(failure);
    const char* key = !first                               ? "cracked"
                      : failure.mode == FailureMode::joint ? "joint_failed"
                                                           : "member_failed";
    emit({key, Json::object()
                   .set("member", idOf(failure.member))
                   .set("mode", failureModes[static_cast<size_t>(failure.mode)])
                   .set("load", load_)});
    if (falling()) poses_ = collapse_->poses();
}

// The rest takes over, or falls.
void SpaghettiBridge::lose(const Failure& failure) {
    failures_.push_back(failure);
    if (!damaged_) damaged_.emplace(input());
    damaged_->lose(failure.member);
    if (damaged_->statics().ok() && damaged_->holds(loadNow()))
        refreshStates();
    else
        startCollapse();
}

void SpaghettiBridge::startCollapse() {
    FallStart start{nodes_, statics_.sections(), 0, load_, cart()};
    for (const MemberState& state : members_)
        start.largestForce = std::max(start.largestForce, std::fabs(state.axial));
    collapse_ = std::make_unique<Collapse>(bridge_, material_, start, failures_);
}

void SpaghettiBridge::explain() {
    const Why& reason = why();
    emit({"collapsed", Json::object().set("load", load_)});
    Json args = Json::object()
                    .set("member", idOf(reason.member))
                    .set("role", failedRole())
                    .set("failed_length", reason.length)
                    .set("mode", failureModes[static_cast<size_t>(reason.mode)])
                    .set("load", reason.load);
    if (reason.remedy.nextMember < 0) return emit({"explained_alone", std::move(args)});
    args.set("next", idOf(reason.remedy.nextMember)).set("next_load", reason.remedy.load);
    if (reason.mode == FailureMode::joint) return emit({"explained_glue", std::move(args)});
    args.set("extra", std::to_string(reason.remedy.extraStrands));
    std::string key = reason.remedy.extraStrands == 1 ? "explained_one" : "explained";
    if (reason.remedy.members.size() > 1) {
        key += "_twins";
        std::string twins;
        for (const int member : reason.remedy.members)
            twins += (twins.empty() ? "" : ", ") + idOf(member);
        args.set("twins", twins);
    }
    emit({std::move(key), std::move(args)});
}

// Box2D keeps state that no snapshot can hold, so a collapse is played again up to its step.
Status SpaghettiBridge::restored(uint64_t seed) {
    failures_.clear();
    const double load = load_, progress = progress_;
    if (!statesFit()) return Error{"bridge.bad_state", "", {}};
    if (Status solved = solve(seed); !solved.ok() || !broken()) return solved;
    if (Status failed = restoreFailures(); !failed.ok()) return failed;
    if (falling() ? load_ != load || progress_ != progress : !poses_.empty())
        return Error{"bridge.bad_state", "", {}};
    load_ = load;
    progress_ = progress;
    if (!falling()) {
        if (collapseSteps_ != 0) return Error{"bridge.bad_state", "", {}};
        refreshStates();
        return Ok{};
    }
    for (int i = 0; i < static_cast<int>(collapseSteps_); ++i) collapse_->step(bridgeStep);
    if (collapse_->poses() != poses_) return Error{"bridge.bad_state", "", {}};
    return Ok{};
}

// Each saved failure must be what the bridge does at that moment.
Status SpaghettiBridge::restoreFailures() {
    const Error bad{"bridge.bad_state", "", {}};
    for (size_t i = 0; i < failureList_.size(); i += perFailure) {
        if (falling()) return bad;
        load_ = failureList_[i + 3];
        progress_ = failureList_[i + 4];
        refreshStates();
        const WorstMember worst = worstMember(members_);
        const bool same = worst.member == static_cast<int>(failureList_[i]) &&
                          worst.mode == static_cast<FailureMode>(failureList_[i + 1]) &&
                          worst.utilisation >= certain;
        if (!same) return bad;
        const MemberState& state = members_[static_cast<size_t>(worst.member)];
        const double at = breakPlace(state, worst.mode);
        if (at != failureList_[i + 2]) return bad;
        lose({worst.member, worst.mode, at, load_, state.axial, progress_});
    }
    const Failure& first = failures_.front();
    return first.member == failedMember() && first.mode == failureMode() ? Status(Ok{}) : bad;
}

bool SpaghettiBridge::statesFit() const {
    const auto whole = [](double value, double low, double high) {
        return value >= low && value <= high && value == std::floor(value);
    };
    if (!(load_ >= 0 && load_ <= heaviest) || !(progress_ >= 0 && progress_ <= heaviest))
        return false;
    if (!broken())
        return failedMember_ == -1 && mode_ == 0 && collapseSteps_ == 0 && sinceFailure_ == 0 &&
               poses_.empty() && failureList_.empty();
    if (failureList_.empty() || failureList_.size() % perFailure != 0 ||
        failureList_.size() > perFailure * bridge_.members.size())
        return false;
    const double members = static_cast<double>(bridge_.members.size());
    for (size_t i = 0; i < failureList_.size(); i += perFailure) {
        const double* failure = &failureList_[i];
        if (!whole(failure[0], 0, members - 1) || !whole(failure[1], 1, 5) ||
            !(failure[3] >= 0 && failure[3] <= heaviest) ||
            !(failure[4] >= 0 && failure[4] <= heaviest))
            return false;
    }
    return whole(failedMember_, 0, members - 1) && whole(mode_, 1, 5) &&
           whole(collapseSteps_, 0, collapseLength) && whole(sinceFailure_, 0, heaviest);
}

}  // namespace pt
