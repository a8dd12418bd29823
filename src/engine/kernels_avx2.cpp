// SPDX-License-Identifier: Apache-2.0
#include "engine/kernel_sets.h"
#include "engine/kernels.h"

namespace commonweal::engine {

KernelSet avx2_kernels() {
  return kernel_set<4, 4>("avx2", 64);
}

}  // namespace commonweal::engine
