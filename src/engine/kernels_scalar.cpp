// SPDX-License-Identifier: Apache-2.0
#include "engine/kernel_sets.h"
#include "engine/kernels.h"

namespace commonweal::engine {

KernelSet single_kernels() {
  return kernel_set<1, 1>("single", 1);
}

KernelSet scalar_kernels() {
  return kernel_set<1, 4>("scalar", 64);
}

}  // namespace commonweal::engine
