// Jobs: long work on the present design, in slices between the frames.
#include "engine/run/edits.h"
#include "engine/run/session.h"

namespace pt {

Status Session::startJob(std::string_view key, const Json& args) {
    const JobEntry* entry = schema_.findJob(key);
    if (!entry) return Error{"session.unknown_job", "", {{"job", std::string(key)}}};
    const Command asked{entry->key, args.isObject() ? args : Json::object(), 0};
    if (Status checked = checkArguments(entry->arguments, asked); !checked.ok())
        return labelled(checked.error(), schema_, lab_->id);
    cancelJob();
    Result<std::unique_ptr<Job>> started = entry->start(asked.args);
    ++revision_;
    if (!started.ok()) return labelled(started.error(), schema_, lab_->id);
    job_ = std::move(started.value());
    runningJob_ = entry->key;
    jobDesign_ = readSettings(schema_);
    return Ok{};
}

void Session::cancelJob() {
    if (!job_) return;
    job_.reset();
    runningJob_.clear();
    ++revision_;
}

double Session::jobProgress() const { return job_ ? job_->progress() : 0; }

bool Session::advanceJobs(double (*clock)(), double budget) {
    if (!job_) return false;
    const double end = clock() + budget;
    bool more = true;
    do {
        more = job_->advance();
    } while (more && clock() < end);
    ++revision_;
    if (!more) cancelJob();
    return more;
}

void Session::dropStaleJob() {
    if (job_ && !(readSettings(schema_) == jobDesign_)) cancelJob();
}

}  // namespace pt
