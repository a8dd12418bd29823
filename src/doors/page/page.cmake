# SPDX-License-Identifier: Apache-2.0
# The door of the live page: a module of WebAssembly, which exports what exports.cpp says. It is linked twice, of the
# same objects but one: the kernels for browsers with vectors, and for those without. So the modules differ in little,
# and the page carries one of them whole (page/delta.mjs).
add_library(page_exports OBJECT ${CMAKE_CURRENT_LIST_DIR}/exports.cpp)
target_include_directories(page_exports PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
foreach(kind vectors scalar)
  add_library(page_kernels_${kind} STATIC ${kernels}baseline.cpp)
  target_link_libraries(page_kernels_${kind} PRIVATE engine)
  target_compile_options(page_kernels_${kind} PRIVATE -O3)
endforeach()
target_compile_options(page_kernels_vectors PRIVATE -msimd128)

# The modules NAME-vectors.wasm and NAME-scalar.wasm.
function(commonweal_modules name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_library(${name}_objects OBJECT ${ARG_SOURCES})
  target_link_libraries(${name}_objects PUBLIC ${ARG_USES})
  foreach(kind vectors scalar)
    add_executable(${name}-${kind})
    target_link_libraries(${name}-${kind} PRIVATE ${name}_objects page_exports page_kernels_${kind})
  endforeach()
endfunction()

commonweal_modules(commonweal SOURCES ${CMAKE_CURRENT_LIST_DIR}/answer.cpp USES explore)
