# The typeface: Inter, from Debian's fonts-inter, cut down at build time by tools/subset-font.
# Inter is drawn for small sizes on screens, tells I, l and 1 apart, and has Greek, the signs of
# mathematics and tabular figures.
set(PROEFTUIN_FONT_DIR /usr/share/fonts/opentype/inter CACHE PATH "Folder of Inter-Regular.otf and Inter-SemiBold.otf")
set(pt_fonts "")       # the built files
set(pt_font_assets "") # NAME=PATH for tools/embed.py
if(EMSCRIPTEN)
    set(pt_font_set stage)  # the page's own text is the browser's
endif()
foreach(pair regular=Inter-Regular.otf semibold=Inter-SemiBold.otf)
    string(REPLACE "=" ";" pair ${pair})
    list(GET pair 0 weight)
    list(GET pair 1 file)
    set(from ${PROEFTUIN_FONT_DIR}/${file})
    if(NOT EXISTS ${from})
        message(FATAL_ERROR "${from} is missing; ./proeftuin installs it (package fonts-inter).")
    endif()
    set(out ${CMAKE_BINARY_DIR}/fonts/${weight}.otf)
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/fonts
        COMMAND ${CMAKE_SOURCE_DIR}/tools/subset-font ${out} ${from} ${pt_font_set}
        DEPENDS ${from} ${CMAKE_SOURCE_DIR}/tools/subset-font
        COMMENT "Cutting the font ${file} down" VERBATIM)
    list(APPEND pt_fonts ${out})
    list(APPEND pt_font_assets fonts/${weight}.otf=${out})
endforeach()
