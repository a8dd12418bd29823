// SPDX-License-Identifier: Apache-2.0
#include "engine/kernel_sets.h"
#include "engine/kernels.h"

namespace commonweal::engine {

KernelSet avx512_kernels() {
  return kernel_set<8, 64>("avx512");
}

}  // namespace commonweal::engine
