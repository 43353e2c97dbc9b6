#include "engine/desktop/program.h"

#include <SDL.h>

int main(int count, char** values) {
    return pt::runDesktop({values + 1, static_cast<size_t>(count > 0 ? count - 1 : 0)});
}
