// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

#include "returns/accounts.h"
#include "returns/outturn.h"

/// Any bytes are a return, or a fault that is told; never harm.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace commonweal;
  const auto path = std::filesystem::temp_directory_path() / fmt::format("commonweal-fuzz-{}_2015-16", ::getpid());
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return 0;
  std::fwrite(data, 1, size, file);
  std::fclose(file);
  base::Diagnostics diagnostics;
  const auto sheets = returns::read_sheets(path, diagnostics);
  if (const auto outturn = returns::find_outturn(sheets, std::nullopt, diagnostics)) {
    for (const returns::Authority& authority : outturn->authorities) {
      returns::accounts_of(*outturn, authority, returns::usual_tolerance, diagnostics);
    }
  }
  return 0;
}
