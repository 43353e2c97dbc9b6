# Toolchain: the emcc that is on PATH, and where Debian keeps the JavaScript parser it needs when
# it links.
find_program(EMCC emcc REQUIRED)
get_filename_component(emcc_real ${EMCC} REALPATH)
get_filename_component(emscripten_root ${emcc_real} DIRECTORY)
set(ENV{NODE_PATH} /usr/share/nodejs)
set(CMAKE_C_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_C_LINKER_LAUNCHER})
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
