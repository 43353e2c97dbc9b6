// The panel of a lesson: one step at a time, on as many pages as its height asks, so that nothing
// scrolls.
#pragma once

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// The present step's group in the tree, or nullptr when no lesson is open.
const UiNode* lessonOf(const Desk& desk);
// Its controls in the order of the tree, without steps, ways and messages.
std::vector<const UiNode*> lessonPieces(const UiNode& lesson);

// Fills low..high of the current window.
void drawLessonPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);
// The page after or before this one, or else the step.
void turnLessonPage(Desk& desk, int way);

// The text of the step, an item or the requirements, or as much of it as goes on one page: these
// children, or blocks of a text.
struct LessonPart {
    const UiNode* node;
    size_t from, to;

    static LessonPart whole(const UiNode& node);
    std::string key() const;  // "item.c1", "item.c1/4"
};
// Over the width that is available.
void drawLessonPart(const Look& look, Desk& desk, const LessonPart& part);

// What an item is made of.
void drawLessonNode(const Look& look, Desk& desk, const UiNode& item, const UiNode& node);
void drawAnswers(const Look& look, Desk& desk, const UiNode& node, bool done);
void drawOrder(const Look& look, Desk& desk, const UiNode& node);
void drawArea(const Look& look, Desk& desk, const UiNode& node);
void drawLessonField(const Look& look, Desk& desk, const UiNode& item, const UiNode& node);
void drawLessonChoice(const Look& look, Desk& desk, const UiNode& node);
void drawSentence(const Look& look, Desk& desk, const UiNode& node);
void drawSketch(const Look& look, Desk& desk, const UiNode& node);
void drawLessonPicture(const Look& look, Desk& desk, const UiNode& node);
void drawLessonTable(const Look& look, Desk& desk, const UiNode& node);
void drawLessonPlot(const Look& look, Desk& desk, const UiNode& node);

// Level, number, teacher and what can be done with the whole lesson; hangs from a button.
void drawLessonMenu(const Look& look, Desk& desk, ImVec2 corner);

// What is wrong in the lesson's file, each with its place and line.
void drawBrokenPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);

// What the page that lies open says, for reading it aloud.
std::string lessonAloud(const Desk& desk);

}  // namespace pt
