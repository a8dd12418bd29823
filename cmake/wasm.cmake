# SPDX-License-Identifier: Apache-2.0
# Toolchain: WebAssembly for the live page, by Debian 12's own clang and libraries (group [page] of tools/packages.txt).
# No threads and no exceptions: a page opened from a disk may have no threads, and the library throws nothing.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_EXECUTABLE_SUFFIX_CXX .wasm)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

# The linker keeps what the exports need, and stops at a symbol that nobody has.
set(CMAKE_CXX_FLAGS_INIT "-fno-exceptions -ffunction-sections -fdata-sections")
set(CMAKE_EXE_LINKER_FLAGS_INIT
    "-fuse-ld=lld -mexec-model=reactor -Wl,--gc-sections -Wl,--strip-all -Wl,-z,stack-size=1048576")
