// What the parts of the LabUi tree are made with.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/i18n/words.h"
#include "engine/run/session.h"
#include "engine/ui/lab_ui.h"

namespace pt {

UiNode makeNode(std::string id, UiRole role, std::string label);
// The text of a key, or "" when there is none.
std::string optionalText(std::string_view key, const Words& words);

// One pass over a session in one language.
struct UiScope {
    const Session& session;
    const Words& words;
    std::span<const std::string> open;

    std::string_view lab() const { return session.lab().id; }
    const Schema& schema() const { return session.schema(); }
    bool isOpen(std::string_view id) const;
    UiNode group(std::string id, std::vector<UiNode> children) const;
    // Labels "ui.<word>" and "ui.<word>.help".
    UiNode button(std::string id, std::string_view word, bool enabled = true) const;
    // Labels "<lab>.<key>" and "<lab>.<key>.help".
    UiNode named(std::string id, std::string_view key, UiRole role) const;
};

// A job can start when each field that it needs is filled in.
void allowStart(UiNode& group, const JobEntry& job);

// The children of the groups "checks", "jobs", "tables", "charts" and "designs".
std::vector<UiNode> checkNodes(const UiScope& scope);
std::vector<UiNode> jobNodes(const UiScope& scope);
std::vector<UiNode> tableNodes(const UiScope& scope);
std::vector<UiNode> chartNodes(const UiScope& scope);
std::vector<UiNode> designNodes(const UiScope& scope);

}  // namespace pt
