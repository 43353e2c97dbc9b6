// Opening a Session: the setup held against the lab's schema, then the first run.
#include <algorithm>

#include "engine/run/edits.h"
#include "engine/run/session.h"

namespace pt {
namespace {

constexpr double calendarRate = 3600;  // an hour a second

Error at(Error error, const Setting& setting) {
    error.where = setting.where.empty() ? setting.key : setting.where;
    return error;
}

Status applyTo(const Param& param, const Setting& setting) {
    const Range range = rangeOf(param, &setting);
    if (!(range.min <= range.max))
        return at({"session.empty_range", "", {{"key", param.key}}}, setting);
    const double value = setting.number.value_or(std::clamp(*param.value, range.min, range.max));
    if (Status checked = checkNumber(param, &setting, value); !checked.ok())
        return at(checked.error(), setting);
    *param.value = value;
    return Ok{};
}

Status applyTo(const Choice& choice, const Setting& setting) {
    for (const std::string& option : setting.options)
        if (Status checked = checkOption(choice, nullptr, option); !checked.ok())
            return at(checked.error(), setting);
    std::string option = choice.options[static_cast<size_t>(*choice.value)];
    if (setting.option)
        option = *setting.option;
    else if (!checkOption(choice, &setting, option).ok())
        option = setting.options.front();
    if (Status checked = checkOption(choice, &setting, option); !checked.ok())
        return at(checked.error(), setting);
    *choice.value = optionIndex(choice, option);
    return Ok{};
}

Status applyTo(const Schema& schema, const Setting& setting) {
    if (const Param* param = schema.findParam(setting.key)) return applyTo(*param, setting);
    if (const Choice* choice = schema.findChoice(setting.key)) return applyTo(*choice, setting);
    if (setting.key.rfind(lookPrefix, 0) == 0) return Ok{};
    // A document or a command can be locked, no more.
    if (schema.findDocument(setting.key) || schema.findCommand(setting.key)) return Ok{};
    return at(unknownKey(schema, setting.key), setting);
}

// "bridge" and "members[3].to" make "bridge.members[3].to".
std::string pathIn(const std::string& document, const std::string& path) {
    if (path.empty()) return document;
    return document + (path.front() == '[' ? "" : ".") + path;
}

Status load(const Schema& schema, const std::string& key, const Json& value) {
    const Document* document = schema.findDocument(key);
    if (!document) return unknownKey(schema, key);
    Status loaded = document->load(value);
    if (loaded.ok()) return loaded;
    Error error = loaded.error();
    error.where = pathIn(key, error.where);
    return error;
}

}  // namespace

Result<std::unique_ptr<Session>> Session::open(Setup setup) {
    return open(std::move(setup), labs());
}

Result<std::unique_ptr<Session>> Session::open(Setup setup, std::span<const LabEntry> table) {
    Result<std::unique_ptr<Session>> made = make(std::move(setup), table);
    if (!made.ok()) return made;
    made.value()->timeline_->begin();
    made.value()->renewBackground();
    return made;
}

// A session with its settings applied and no run yet.
Result<std::unique_ptr<Session>> Session::make(Setup setup, std::span<const LabEntry> table) {
    const LabEntry* lab = findLab(setup.lab, table);
    if (!lab) return Error{"session.unknown_lab", "", {{"lab", setup.lab}}};
    std::unique_ptr<Session> session(new Session);
    session->lab_ = lab;
    session->setup_ = std::move(setup);
    session->setup_.lab = lab->id;
    session->model_ = lab->make();
    session->model_->describe(session->schema_);
    session->rate_ = session->schema_.calendar() ? calendarRate : lab->rate;
    if (Status applied = session->applySetup(); !applied.ok())
        return labelled(applied.error(), session->schema_, lab->id);
    session->timeline_ = std::make_unique<Timeline>(*session->model_, session->schema_,
                                                    session->setup_.seed, lab->dt);
    return session;
}

Result<std::unique_ptr<Session>> Session::recalled(int run) const {
    const Result<Settings> design = recall(run);
    if (!design.ok()) return design.error();
    Result<std::unique_ptr<Session>> made = make(setup_, std::span(lab_, 1));
    if (!made.ok()) return made;
    Session& session = *made.value();
    if (Status written = writeSettings(session.schema_, design.value()); !written.ok())
        return written.error();
    session.timeline_->begin();
    session.renewBackground();
    return made;
}

Status Session::applySetup() {
    for (const Setting& setting : setup_.settings)
        if (Status applied = applyTo(schema_, setting); !applied.ok()) return applied;
    for (const auto& [key, value] : setup_.documents)
        if (Status loaded = load(schema_, key, value); !loaded.ok()) return loaded;
    return Ok{};
}

}  // namespace pt
