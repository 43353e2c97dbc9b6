// What the parts of a lesson's tree are made with.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/lesson_run.h"
#include "engine/ui/lab_nodes.h"

namespace pt {

// One pass over a lesson in one language.
struct LessonScope {
    UiScope ui;
    const LessonRun& run;

    const Words& words() const { return ui.words; }
    // "ui.lesson.<key>".
    std::string word(std::string_view key, const Args& args = {}) const;
    // Text of the lesson with its values filled in.
    UiNode prose(std::string id, const Text& text) const;
    // The same on one line, without marks.
    std::string line(const Text& text) const;
    // A param, choice, output, measure or item as people call it; its unit; its options.
    std::string nameLabel(std::string_view name) const;
    Unit nameUnit(std::string_view name) const;
    // Params and choices that the pupil may change now: those that the lesson names, or all.
    std::vector<std::string> changeable() const;
};

inline std::string itemPart(const LessonItem& item, std::string_view part) {
    return "item." + item.id + "." + std::string(part);
}

// Of the group "lesson" when the run has steps; empty otherwise.
std::vector<UiNode> lessonNodes(const LessonScope& scope);
// `number`: of a question, as it stands before it; "" for none.
UiNode itemNode(const LessonScope& scope, const LessonItem& item, const std::string& number);
UiNode requirementNode(const LessonScope& scope, const RequirementState& state);

// The controls with which an item is answered.
void addAnswerControls(const LessonScope& scope, const LessonItem& item, UiNode& node);
void addToolControls(const LessonScope& scope, const LessonItem& item, UiNode& node);
UiNode lessonTable(const LessonScope& scope, const LessonItem& item);
void addPlot(const LessonScope& scope, const LessonItem& item, UiNode& node);
// A row as one line, "8,0 cm · 42 N", and what its values are: "hoogte · kracht".
std::string rowValues(const LessonScope& scope, std::string_view table, const LessonRow& row);
std::string rowLabels(const LessonScope& scope, std::string_view table);

// The places 1 … count in the order in which they are shown: the seed's and the pupil's own.
// Never the order of the file when there are two or more and `mixed`.
std::vector<int> shownOrder(const LessonScope& scope, const LessonItem& item, size_t count,
                            bool mixed);

// What a person did to a node under "lesson." or "item.".
// Errors: ui.unknown_control {id}, those of LessonRun::act.
Status actOnLesson(LessonRun& run, std::string_view id, std::string_view value);

}  // namespace pt
