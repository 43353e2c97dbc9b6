// The lesson that goes along with the lab on the bench.
#include "engine/script/script.h"
#include "engine/ui/lesson_nodes.h"
#include "engine/ui/workbench.h"

namespace pt {
namespace {

// What a person could change.
void disable(UiNode& node) {
    node.enabled = node.enabled && node.role == UiRole::readout;
    for (UiNode& child : node.children) disable(child);
}

std::string_view keyOf(const UiNode& node) {
    constexpr std::string_view prefix = "param.";
    const std::string_view id = node.id;
    return id.substr(0, prefix.size()) == prefix ? id.substr(prefix.size()) : "";
}

void disableLocked(UiNode& node, const LessonRun& lesson) {
    const std::string_view key = keyOf(node);
    if (!key.empty() && node.role != UiRole::readout && lesson.locks(key)) node.enabled = false;
    for (UiNode& child : node.children) disableLocked(child, lesson);
}

const char* stageWord(const LessonRun& lesson) {
    if (lesson.step() && lesson.step()->stage == StageMode::hide) return "hide";
    return lesson.freezes() ? "frozen" : "show";
}

}  // namespace

Workbench::Workbench(std::unique_ptr<Session> session, std::shared_ptr<const Scenario> scenario)
    : Workbench(std::move(session)) {
    takeLesson(std::move(scenario));
}

void Workbench::takeLesson(std::shared_ptr<const Scenario> scenario) {
    revision_ += 1 + (lesson_ ? lesson_->revision() : 0);
    lesson_.reset();
    if (!scenario || scenario->lesson.empty()) return;
    lesson_ = std::make_unique<LessonRun>(std::move(scenario), *session_, startScript);
}

void Workbench::addLesson(UiNode& tree, const Words& words,
                          std::span<const std::string> open) const {
    if (!lesson_) return;
    const UiScope scope{*session_, words, open};
    std::vector<UiNode> nodes = lessonNodes({scope, *lesson_});
    if (!nodes.empty()) {
        UiNode group = scope.group("lesson", std::move(nodes));
        group.selected = stageWord(*lesson_);
        tree.children.insert(tree.children.begin(), std::move(group));
    }
    for (UiNode& group : tree.children) {
        const std::string& id = group.id;
        const bool changes = id == "run" || id == "params" || id == "jobs" || id == "tables" ||
                             id == "actions" || id == "designs";
        if (changes && lesson_->freezes()) disable(group);
        if (id == "params") disableLocked(group, *lesson_);
    }
}

}  // namespace pt
