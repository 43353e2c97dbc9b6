#include "engine/script/library.h"

#include <array>

namespace pt::script {

std::span<const std::span<const Function>> library() {
    static const std::array<std::span<const Function>, 7> all{
        lessonValues(), lessonDeeds(), lessonDeclarations(), baseWords(),
        mathWords(),    stringWords(), tableWords()};
    return all;
}

}  // namespace pt::script
