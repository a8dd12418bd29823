// SPDX-License-Identifier: Apache-2.0
// Any bytes as a policy: no crash, and a policy without complaint pulls a lever, and who pays pays all of it.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "base/temporary_folder.h"
#include "study/policy.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const commonweal::base::TemporaryFolder folder;
  const auto path = folder.write("policy.toml", {reinterpret_cast<const char*>(data), size});
  commonweal::base::Diagnostics diagnostics;
  const auto policy = commonweal::study::read_policy(path, diagnostics);
  diagnostics.render();
  if (diagnostics.has_errors()) return 0;
  double paid = 0;
  for (const auto& payer : policy.pays) paid += payer.share;
  if (commonweal::study::levers(policy).empty() || !(std::abs(paid - 1) < 1e-3)) std::abort();
  return 0;
}
