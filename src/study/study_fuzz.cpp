// SPDX-License-Identifier: Apache-2.0
// Any bytes as a study: no crash, and a study without complaint has scenarios and years that run forwards.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "base/temporary_folder.h"
#include "study/study.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const commonweal::base::TemporaryFolder folder;
  const auto path = folder.write("study.toml", {reinterpret_cast<const char*>(data), size});
  commonweal::base::Diagnostics diagnostics;
  const auto study = commonweal::study::read(path, diagnostics);
  diagnostics.render();
  commonweal::study::dump(study);
  if (diagnostics.has_errors()) return 0;
  if (study.scenarios.empty() || study.places.empty()) std::abort();
  for (const auto& scenario : study.scenarios) {
    if (scenario.last < scenario.first || scenario.place.empty()) std::abort();
  }
  return 0;
}
