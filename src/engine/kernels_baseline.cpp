// SPDX-License-Identifier: Apache-2.0
#include "engine/kernel_sets.h"
#include "engine/kernels.h"

namespace commonweal::engine {

KernelSet baseline_kernels() {
  return kernel_set<2, 4>("baseline", 64);
}

}  // namespace commonweal::engine
