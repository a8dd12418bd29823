// SPDX-License-Identifier: Apache-2.0
#include "engine/kernel_sets.h"
#include "engine/kernels.h"

namespace commonweal::engine {

KernelSet avx512_kernels() {
  return kernel_set<8, 4>("avx512", 64);
}

}  // namespace commonweal::engine
