# SPDX-License-Identifier: Apache-2.0
# The packages of the build for the live page: those of which headers are enough. Debian keeps them beside the headers
# of this machine's own C library, which WebAssembly must not see, so a folder of links holds those that it may.
set(COMMONWEAL_HEADERS ${PROJECT_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${COMMONWEAL_HEADERS})
foreach(package fast_float fmt nlohmann toml++)
  if(NOT IS_DIRECTORY /usr/include/${package})
    message(FATAL_ERROR "no /usr/include/${package}: install the groups [build] and [page] of tools/packages.txt")
  endif()
  file(CREATE_LINK /usr/include/${package} ${COMMONWEAL_HEADERS}/${package} SYMBOLIC)
endforeach()
foreach(target fmt::fmt FastFloat::fast_float nlohmann_json::nlohmann_json)
  add_library(${target} INTERFACE IMPORTED)
  target_include_directories(${target} SYSTEM INTERFACE ${COMMONWEAL_HEADERS})
endforeach()
target_compile_definitions(fmt::fmt INTERFACE FMT_HEADER_ONLY)
