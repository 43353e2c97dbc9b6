// Jobs and background work: long work on the present design, in slices between the frames.
#include "engine/run/edits.h"
#include "engine/run/session.h"

namespace pt {

Status Session::startJob(std::string_view key, const Json& args) {
    const JobEntry* entry = schema_.findJob(key);
    if (!entry) return Error{"session.unknown_job", "", {{"job", std::string(key)}}};
    const Command asked{entry->key, args.isObject() ? args : Json::object(), 0};
    if (Status checked = checkArguments(entry->arguments, asked); !checked.ok())
        return labelled(checked.error(), schema_, lab_->id);
    if (companion_ && companion_->freezes()) return Error{"session.frozen", "", {}};
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
    const double end = clock() + budget;
    while (job_ || background_) {
        if (job_) {
            ++revision_;
            if (!job_->advance()) cancelJob();
        } else if (!background_->advance()) {
            background_.reset();
            ++revision_;
        }
        if (clock() >= end) break;
    }
    return job_ || background_;
}

double Session::backgroundProgress() const { return background_ ? background_->progress() : 1; }

void Session::finishBackground() {
    if (!background_) return;
    while (background_->advance()) {
    }
    background_.reset();
    ++revision_;
}

// A notebook is no part of the design.
void Session::renewBackground() {
    if (!schema_.background()) return;
    Settings design = readSettings(schema_);
    for (size_t i = 0; i < design.documents.size(); ++i)
        if (!schema_.documents()[i].design) design.documents[i] = Json();
    if (design == backgroundDesign_) return;
    backgroundDesign_ = std::move(design);
    background_ = schema_.background()();
    ++revision_;
}

void Session::dropStaleJob() {
    if (job_ && !(readSettings(schema_) == jobDesign_)) cancelJob();
}

}  // namespace pt
