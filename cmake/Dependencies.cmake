# Third-party code: header-only libraries from Debian's -dev packages, and the pinned sources of
# tools/fetch-sources, compiled the same way in every build.
set(PROEFTUIN_SOURCES_DIR "" CACHE PATH "Unpacked pinned sources (the folder tools/fetch-sources prints)")
if(NOT PROEFTUIN_SOURCES_DIR)
    execute_process(COMMAND ${CMAKE_SOURCE_DIR}/tools/fetch-sources
        OUTPUT_VARIABLE PROEFTUIN_SOURCES_DIR OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()

# Only the libraries we name are visible, never all of /usr/include: the browser build has a C
# library of its own.
set(PROEFTUIN_HEADERS ${PROEFTUIN_SOURCES_DIR}/headers)
foreach(pair eigen3/Eigen=Eigen Spectra=Spectra glm=glm fmt=fmt fast_float=fast_float rapidjson=rapidjson)
    string(REPLACE "=" ";" pair ${pair})
    list(GET pair 0 from)
    list(GET pair 1 to)
    if(NOT EXISTS /usr/include/${from})
        message(FATAL_ERROR "/usr/include/${from} is missing; ./proeftuin installs it.")
    endif()
    file(MAKE_DIRECTORY ${PROEFTUIN_HEADERS})
    file(CREATE_LINK /usr/include/${from} ${PROEFTUIN_HEADERS}/${to} SYMBOLIC)
endforeach()
add_library(pt_headers INTERFACE)
target_include_directories(pt_headers SYSTEM INTERFACE ${PROEFTUIN_HEADERS})
# Vectorised sums add in another order on another CPU.
target_compile_definitions(pt_headers INTERFACE FMT_HEADER_ONLY=1 EIGEN_DONT_VECTORIZE
    EIGEN_MPL2_ONLY GLM_FORCE_PURE)
if(EMSCRIPTEN)
    # Keeps what nothing uses, the C++ library's locales above all, out of the page.
    target_compile_definitions(pt_headers INTERFACE "FMT_STATIC_THOUSANDS_SEPARATOR=','"
        FMT_USE_LONG_DOUBLE=0 FMT_REDUCE_INT_INSTANTIATIONS=1)
endif()

# box2d: sinf, cosf and atan2f go to our own functions through a forced include.
file(GLOB_RECURSE box2d_sources CONFIGURE_DEPENDS ${PROEFTUIN_SOURCES_DIR}/box2d/src/*.cpp)
add_library(box2d STATIC ${box2d_sources})
target_include_directories(box2d SYSTEM PUBLIC ${PROEFTUIN_SOURCES_DIR}/box2d/include)
target_include_directories(box2d PRIVATE ${PROEFTUIN_SOURCES_DIR}/box2d/src ${CMAKE_SOURCE_DIR})
target_compile_options(box2d PRIVATE -w -include ${CMAKE_SOURCE_DIR}/engine/physics2d/box2d_math.h)
target_link_libraries(box2d PUBLIC pt_core)
if(PROEFTUIN_SANITIZE)
    # b2Joint::Destroy asks a joint for its type after destroying it.
    target_compile_options(box2d PRIVATE -fno-sanitize=vptr)
endif()

file(GLOB yaml_sources CONFIGURE_DEPENDS ${PROEFTUIN_SOURCES_DIR}/yaml/src/*.c)
add_library(yaml STATIC ${yaml_sources})
target_include_directories(yaml SYSTEM PUBLIC ${PROEFTUIN_SOURCES_DIR}/yaml/include)
target_compile_definitions(yaml PUBLIC YAML_DECLARE_STATIC PRIVATE YAML_VERSION_MAJOR=0
    YAML_VERSION_MINOR=2 YAML_VERSION_PATCH=5 YAML_VERSION_STRING="0.2.5")
target_compile_options(yaml PRIVATE -w)

# zlib: names with a prefix, because libpng brings the system's own zlib into the same program. No
# gzip, and the CRC-32 from its small table alone.
set(zlib_dir ${PROEFTUIN_SOURCES_DIR}/zlib)
set(zlib_sources adler32 crc32 deflate inffast inflate inftrees trees zutil)
list(TRANSFORM zlib_sources REPLACE "(.+)" "${zlib_dir}/\\1.c")
add_library(zlib STATIC ${zlib_sources})
target_include_directories(zlib SYSTEM PUBLIC ${zlib_dir})
target_compile_definitions(zlib PUBLIC Z_PREFIX PRIVATE NO_GZIP Z_TESTW=0)
target_compile_options(zlib PRIVATE -w)

# lua: the core alone; its libraries, which reach files and the clock, are not compiled. What differs
# from one C library to another goes to our own functions through a forced include.
file(GLOB lua_sources CONFIGURE_DEPENDS ${PROEFTUIN_SOURCES_DIR}/lua/src/l*.c)
list(FILTER lua_sources EXCLUDE REGEX "/(l[a-z]*lib|linit|lua|luac)\\.c$")
add_library(lua STATIC ${lua_sources})
target_include_directories(lua SYSTEM PUBLIC ${PROEFTUIN_SOURCES_DIR}/lua/src)
target_compile_options(lua PRIVATE -w -include ${CMAKE_SOURCE_DIR}/engine/script/lua_redirect.h)
target_link_libraries(lua PUBLIC pt_script)  # a cycle of two static libraries, which CMake repeats

# haru: PDF without compression and images; the eastern fonts and encodings are left out.
file(GLOB haru_sources CONFIGURE_DEPENDS ${PROEFTUIN_SOURCES_DIR}/haru/src/*.c)
list(FILTER haru_sources EXCLUDE REGEX "_(cns|cnt|jp|kr)\\.c$")
add_library(haru STATIC ${haru_sources})
target_include_directories(haru SYSTEM PUBLIC ${PROEFTUIN_SOURCES_DIR}/haru/include
    ${CMAKE_BINARY_DIR}/haru)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/haru/hpdf_config.h
    CONTENT "#define LIBHPDF_HAVE_NOZLIB\n#define LIBHPDF_HAVE_NOPNGLIB\n")
target_compile_options(haru PRIVATE -w)

set(imgui_dir ${PROEFTUIN_SOURCES_DIR}/imgui)
add_library(imgui STATIC ${imgui_dir}/imgui.cpp ${imgui_dir}/imgui_draw.cpp
    ${imgui_dir}/imgui_tables.cpp ${imgui_dir}/imgui_widgets.cpp
    ${imgui_dir}/backends/imgui_impl_opengl3.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_dir} ${imgui_dir}/backends)
target_compile_options(imgui PRIVATE -w)
# Indices of 32 bits: a smooth raster has more corners than 16 bits count, and WebGL knows no offset.
target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
    ImDrawIdx=unsigned)
if(EMSCRIPTEN)
    target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3 IMGUI_DISABLE_DEBUG_TOOLS
        IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)
else()
    find_package(SDL2 REQUIRED)
    find_package(OpenGL REQUIRED)
    find_package(PNG REQUIRED)
    find_package(JPEG REQUIRED)
    add_library(imgui_sdl STATIC ${imgui_dir}/backends/imgui_impl_sdl2.cpp)
    target_link_libraries(imgui_sdl PUBLIC imgui SDL2::SDL2 OpenGL::GL ${CMAKE_DL_LIBS})
    target_compile_options(imgui_sdl PRIVATE -w)
endif()

# The extra libraries of single modules.
set(pt_numerics_LIBS pt_headers)
set(pt_core_LIBS pt_headers)
set(pt_physics2d_LIBS box2d)
set(pt_scenario_LIBS yaml zlib)
set(pt_script_LIBS lua)
set(pt_view_LIBS haru)
set(pt_gfx_LIBS imgui)
if(NOT EMSCRIPTEN)
    list(APPEND pt_gfx_LIBS PNG::PNG JPEG::JPEG)
endif()
set(pt_desktop_LIBS imgui_sdl)
