# pt_embed_assets(): the built-in files behind engine/core/assets.h, as the library pt_assets.
# The list is what lies in the folders below, and the fonts of Fonts.cmake. A browser build makes
# page_assets.cpp as well, with what the page's first picture needs; the page fetches the rest from
# the folder files/ when it is asked for.
include(Fonts)

function(pt_embed_assets)
    file(GLOB files RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS
        assets/*.json assets/materials/*.json assets/validation/*.json assets/strings/*.txt
        shaders/*.glsl sims/*/strings/*.txt sims/*/scenarios/*.lab.yaml
        tools/vscode/*)
    pt_embed(${CMAKE_BINARY_DIR}/assets.cpp ${files})
    if(EMSCRIPTEN)
        list(FILTER files EXCLUDE REGEX "strings/(desktop|format|authoring|cli|script_words)\\.|tools/vscode")
        pt_embed(${CMAKE_BINARY_DIR}/page_assets.cpp --apart ${CMAKE_BINARY_DIR}/files ${files})
    endif()
    add_library(pt_assets STATIC ${CMAKE_BINARY_DIR}/assets.cpp)
    target_link_libraries(pt_assets PUBLIC pt_core)
    # engine/core/assets.cpp reads the table: a cycle of two static libraries, which CMake repeats.
    target_link_libraries(pt_core INTERFACE pt_assets)
endfunction()

function(pt_embed out)
    set(files ${ARGN})
    list(FILTER files INCLUDE REGEX "^[a-z]+/")
    list(TRANSFORM files PREPEND ${CMAKE_SOURCE_DIR}/)
    find_program(PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)  # Debian has its fonttools
    add_custom_command(OUTPUT ${out}
        COMMAND ${PYTHON} ${CMAKE_SOURCE_DIR}/tools/embed.py ${out} ${CMAKE_SOURCE_DIR}
            ${ARGN} ${pt_font_assets}
        DEPENDS ${files} ${pt_fonts} ${CMAKE_SOURCE_DIR}/tools/embed.py
        COMMENT "Building in the strings, scenarios, theme and fonts" VERBATIM)
endfunction()
