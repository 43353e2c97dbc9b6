# Compiler settings that hold for every target. The floating-point ones are what makes a run give
# the same bits on every device (docs/determinism.md).
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)

option(PROEFTUIN_WERROR "Treat warnings as errors" ON)
option(PROEFTUIN_ASSERTS "Check for bugs at run time (PT_ASSERT)" OFF)
set(PROEFTUIN_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")

add_compile_options(-ffp-contract=off)
if(EMSCRIPTEN)
    # A page is compiled and linked for size; Programs.cmake names what is compiled for speed.
    add_compile_options(-Oz $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
    add_link_options(-Oz)
endif()
if(PROEFTUIN_SANITIZE)
    add_compile_options(-fsanitize=${PROEFTUIN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${PROEFTUIN_SANITIZE})
endif()

# Our own code; third-party sources are compiled without these.
add_library(pt_flags INTERFACE)
target_compile_options(pt_flags INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wno-sign-conversion
    $<$<BOOL:${PROEFTUIN_WERROR}>:-Werror>)
target_compile_definitions(pt_flags INTERFACE $<$<BOOL:${PROEFTUIN_ASSERTS}>:PT_ASSERTS>)
target_include_directories(pt_flags INTERFACE ${CMAKE_SOURCE_DIR})

find_program(CCACHE ccache)
if(CCACHE)
    # The cache is shared by all checkouts and build folders of this user.
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()
