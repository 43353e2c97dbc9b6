# The programs: labrun everywhere, the desktop program natively, the page's wasm in the browser.
set(pt_everything pt_labs pt_views pt_assets)

function(pt_program name)
    add_executable(${name} ${ARGN})
    target_link_libraries(${name} PRIVATE pt_flags)
endfunction()

# The page's wasm and its glue, which tools/build-web puts into the site. No main: the page calls.
if(EMSCRIPTEN)
    # All else is compiled for size (Flags.cmake); these are what computes at each step or edit.
    set(fast "/core/(math|rng)" "/numerics/(building_|frame_|glazing_|heat2d|shading|sky|sun)"
        "/spaghetti_bridge/(buckling|cascade|collapse|deck|influence|statics|strength|superpose)")
    list(JOIN fast "|" fast)
    file(GLOB computing CONFIGURE_DEPENDS engine/core/*.cpp engine/numerics/*.cpp sims/*/*.cpp)
    list(FILTER computing INCLUDE REGEX "(${fast})[a-z0-9_]*[.]cpp$")
    # After any -Oz emcc passes -fno-inline-functions, which a later -O2 does not take back.
    set_source_files_properties(${computing} DIRECTORY ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/sims
        PROPERTIES COMPILE_OPTIONS "-O2;-finline-functions")
    # As fast, and two thirds as large.
    set_source_files_properties(engine/numerics/building_sim.cpp engine/numerics/frame_eigen.cpp
        PROPERTIES COMPILE_OPTIONS "-Os;-finline-functions")
    pt_program(lab engine/web/main/abi.cpp ${CMAKE_BINARY_DIR}/page_assets.cpp)
    target_link_libraries(lab PRIVATE pt_web pt_labs pt_views)
    target_link_options(lab PRIVATE --no-entry -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_NAME=Lab
        -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_TRACK_ERRORS=0
        -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
        -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16MB -sMAXIMUM_MEMORY=256MB -sTOTAL_STACK=512KB
        -sMALLOC=emmalloc -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -sSUPPORT_ERRNO=0
        -sTEXTDECODER=2 -sASSERTIONS=0)
endif()

target_compile_definitions(pt_cli PRIVATE PROEFTUIN_VERSION="${PROJECT_VERSION}")
pt_program(labrun ${CMAKE_SOURCE_DIR}/engine/cli/main/labrun.cpp)
target_link_libraries(labrun PRIVATE pt_cli ${pt_everything})
if(EMSCRIPTEN)
    # labrun.js, for `node --no-experimental-fetch`: the same commands on the same files.
    target_link_options(labrun PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1)
endif()

if(NOT EMSCRIPTEN)
    target_compile_definitions(pt_desktop PRIVATE PROEFTUIN_VERSION="${PROJECT_VERSION}")
    pt_program(proeftuin-desktop ${CMAKE_SOURCE_DIR}/engine/desktop/main/main.cpp)
    target_link_libraries(proeftuin-desktop PRIVATE pt_desktop ${pt_everything})
endif()
