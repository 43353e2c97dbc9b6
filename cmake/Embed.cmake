# pt_embed_assets(): the built-in files behind engine/core/assets.h, as the library pt_assets.
# The list is what lies in the folders below, and the fonts of Fonts.cmake.
include(Fonts)

function(pt_embed_assets)
    file(GLOB files RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS
        assets/*.json assets/materials/*.json assets/validation/*.json assets/strings/*.txt
        shaders/*.glsl sims/*/strings/*.txt sims/*/scenarios/*.lab.yaml
        tools/vscode/*)
    if(EMSCRIPTEN)
        list(FILTER files EXCLUDE REGEX "strings/(desktop|format|authoring|cli|script_words)\\.|tools/vscode")
    endif()
    list(TRANSFORM files PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
    set(out ${CMAKE_BINARY_DIR}/assets.cpp)
    find_program(PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)  # Debian has its fonttools
    add_custom_command(OUTPUT ${out}
        COMMAND ${PYTHON} ${CMAKE_SOURCE_DIR}/tools/embed.py ${out} ${CMAKE_SOURCE_DIR}
            ${files} ${pt_font_assets}
        DEPENDS ${paths} ${pt_fonts} ${CMAKE_SOURCE_DIR}/tools/embed.py
        COMMENT "Building in the strings, scenarios, theme and fonts" VERBATIM)
    add_library(pt_assets STATIC ${out})
    target_link_libraries(pt_assets PUBLIC pt_core)
    # engine/core/assets.cpp reads the table: a cycle of two static libraries, which CMake repeats.
    target_link_libraries(pt_core INTERFACE pt_assets)
endfunction()
