# The programs: labrun everywhere, the desktop program natively, the page's wasm in the browser.
set(pt_everything pt_labs pt_views pt_assets)

function(pt_program name)
    add_executable(${name} ${ARGN})
    target_link_libraries(${name} PRIVATE pt_flags)
endfunction()
