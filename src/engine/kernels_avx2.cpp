// SPDX-License-Identifier: Apache-2.0
#include "engine/kernel_sets.h"
#include "engine/kernels.h"

namespace commonweal::engine {

KernelSet avx2_kernels() {
  return kernel_set<4, 64>("avx2");
}

}  // namespace commonweal::engine
