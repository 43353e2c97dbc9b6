// SaveReader: the parts of a save file's tree, each checked against the lab's Schema.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/run/save.h"
#include "engine/run/save_parts.h"

namespace pt {

// The first thing that is wrong is remembered with the part it stands in; what is read after it
// has no meaning and status() tells so.
struct SaveReader {
    // `bytes` is the text of the tree, to tell the line of a damaged part.
    SaveReader(const Json& tree, std::string_view bytes) : tree_(tree), bytes_(bytes) {}

    Setup setup();
    // Everything but the setup, into a session made from that setup without a run yet.
    Status fill(Session& session);
    std::vector<JournalEntry> journal();
    int64_t count(const Json& value);  // a whole number from 0 on
    const Json& part(std::string_view key, Json::Kind kind);
    Status status() const;

private:
    void need(bool good);
    Error damagedAt(std::string_view part) const;
    uint64_t unsignedText(const Json& value);
    std::shared_ptr<const SetupFiles> files();
    Setting setting(const Json& json);
    Settings settings(const Json& json, Settings base);
    std::optional<std::vector<std::vector<double>>> states();
    Command command(const Json& json);
    std::optional<Command> liveCommand(const Json& json);
    Run run(const Json& json, const Settings& base);
    void recording(Run& run, double dt);
    void events(Run& run, double dt);
    std::vector<RunRecord> runs();
    int runNumber(const Json& value);
    void found(RunRecord& run, const Command& finding);
    std::optional<Command> finding(const Json& json);
    std::vector<Session::Undo> history(std::string_view key, const Settings& base);
    Json unknown() const;

    const Json& tree_;
    std::string_view bytes_;
    const Schema* schema_ = nullptr;
    std::string_view part_;
    std::optional<std::string_view> damaged_;
};

}  // namespace pt
