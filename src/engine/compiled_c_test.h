// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <dlfcn.h>
#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "maths/elementary.h"
#include "program/c_text.h"
#include "program/inputs.h"

/// `dump program --as c` compiled and loaded, for tests: a second oracle.
namespace commonweal::engine {

class CompiledC {
 public:
  explicit CompiledC(const program::Program& program) {
    const std::string c = (folder_.path() / "program.c").string(), library = (folder_.path() / "program.so").string();
    std::ofstream(c) << program::c_text(program);
    const std::string command =
        "gcc -std=c99 -O2 -ffp-contract=off -Wall -Werror -Wno-unused -shared -fPIC "
        "-DCOMMONWEAL_OWN_MATHS -o " +
        library + " " + c + " -lm";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;  // NOLINT(cert-env33-c): a test may call a compiler
    library_ = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    EXPECT_NE(library_, nullptr) << dlerror();
    *find<double (**)(double)>("exponential") = maths::exponential;
    *find<double (**)(double)>("natural_logarithm") = maths::natural_logarithm;
    *find<double (**)(double, double)>("power") = maths::power;
  }
  CompiledC(const CompiledC&) = delete;
  CompiledC& operator=(const CompiledC&) = delete;
  ~CompiledC() { dlclose(library_); }

  /// Calls observe(values) at every step, all slots' values at hand.
  template <typename Observe>
  void run(const program::Inputs& inputs, Observe observe) const {
    double* values = *find<double**>("commonweal_values");
    find<void (*)()>("commonweal_start")();
    for (const program::Inputs::Setting& setting : inputs.settings) values[setting.slot] = setting.value;
    for (std::size_t i = 0; i < inputs.series.size(); ++i) {
      const program::SeriesPoints& points = inputs.series[i];
      find<void (*)(int, int, const double*, const double*)>("commonweal_series")(
          static_cast<int>(i), static_cast<int>(points.times.size()), points.times.data(), points.values.data());
    }
    struct Context {
      Observe& observe;
      const double* values;
    } context{observe, values};
    const auto call = [](void* at) {
      auto* told = static_cast<Context*>(at);
      told->observe(told->values);
    };
    find<void (*)(void (*)(void*), void*)>("commonweal_run")(call, &context);
  }

 private:
  template <typename Symbol>
  Symbol find(const char* name) const {
    void* found = dlsym(library_, name);
    EXPECT_NE(found, nullptr) << name;
    return reinterpret_cast<Symbol>(found);
  }

  base::TemporaryFolder folder_;
  void* library_ = nullptr;
};

}  // namespace commonweal::engine
