// SPDX-License-Identifier: Apache-2.0
#include "engine/kernel_sets.h"

#ifdef COMMONWEAL_X86
#include "engine/machine_code.h"
#endif

namespace commonweal::engine {

#if defined(__wasm__)

// A module has vectors or it has not: which, is decided when it is linked (doors/page).
std::vector<KernelSet> available_kernels() {
  return {baseline_kernels()};
}

#else

#ifdef COMMONWEAL_X86
KernelSet translating(const KernelSet& kernels) {
  KernelSet made = kernels;
  made.name = "translated";
  made.translate = translate;
  return made;
}
#endif

std::vector<KernelSet> available_kernels() {
  std::vector<KernelSet> sets{scalar_kernels(), baseline_kernels()};
#ifdef COMMONWEAL_X86
  const bool has_256 = __builtin_cpu_supports("avx2") != 0;
  if (has_256) sets.push_back(avx2_kernels());
  const bool has_512 = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
                       __builtin_cpu_supports("avx512vl") != 0;
  if (has_512) sets.push_back(avx512_kernels());
  if (has_256) sets.push_back(translating(sets.back()));
#endif
  return sets;
}

#endif

}  // namespace commonweal::engine
