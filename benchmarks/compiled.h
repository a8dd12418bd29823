// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <dlfcn.h>
#include <fmt/format.h>

/// Compiling at the time of measuring: what an engine is measured against is made by the compiler of this machine.
namespace commonweal::benchmarks {

/// A library made of one source, loaded.
class Compiled {
 public:
  Compiled(const std::string& source, const std::string& compile) {
    std::string folder = (std::filesystem::temp_directory_path() / "commonweal-bench-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) std::abort();
    const std::string file = folder + "/source", library = folder + "/library.so";
    std::ofstream(file) << source;
    const std::string command = fmt::format("{} -shared -fPIC -o {} {} -lm", compile, library, file);
    if (std::system(command.c_str()) == 0) library_ = ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    std::filesystem::remove_all(folder);
    if (library_ != nullptr) return;
    fmt::print(stderr, "could not be compiled: {}\n", command);
    std::exit(EXIT_FAILURE);
  }

  template <typename Symbol>
  Symbol find(const char* name) const {
    return reinterpret_cast<Symbol>(::dlsym(library_, name));
  }

 private:
  void* library_ = nullptr;  // stays loaded: the program ends soon
};

}  // namespace commonweal::benchmarks
