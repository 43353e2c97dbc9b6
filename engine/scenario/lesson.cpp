#include "engine/scenario/lesson.h"

#include "engine/scenario/format.h"

namespace pt {
namespace {

template <class T>
const T* findById(const std::vector<T>& list, std::string_view id) {
    for (const T& element : list) {
        if (element.id == id) return &element;
    }
    return nullptr;
}

}  // namespace

std::string_view itemKindName(ItemKind kind) {
    return scenario::itemKindNames()[static_cast<size_t>(kind)];
}

const LessonStep* Lesson::findStep(std::string_view id) const { return findById(steps, id); }

const LessonItem* Lesson::findItem(std::string_view id) const {
    for (const LessonStep& step : steps) {
        if (const LessonItem* item = findById(step.items, id)) return item;
    }
    return nullptr;
}

const Requirement* Lesson::findRequirement(std::string_view id) const {
    return findById(requirements, id);
}

const LessonLevel* Lesson::findLevel(std::string_view id) const { return findById(levels, id); }

double Lesson::resolutionOf(std::string_view output) const {
    const auto found = resolutions.find(output);
    return found == resolutions.end() ? 0 : found->second;
}

}  // namespace pt
