// SPDX-License-Identifier: Apache-2.0
#include "doors/cli/talk.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fmt/format.h>

#include "base/files.h"
#include "doors/cli/commands.h"

namespace commonweal::doors {

void say(std::string_view line) {
  fmt::print(stderr, "{}\n", line);
}

int refuse(const base::Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  fmt::print(stderr, "{}{} error{}; nothing was written\n", diagnostics.render(), errors, errors == 1 ? "" : "s");
  return users_fault;
}

bool give(std::string_view data) {
  if (std::fwrite(data.data(), 1, data.size(), stdout) == data.size() && std::fflush(stdout) == 0) return true;
  say(fmt::format("commonweal: the output cannot be written: {}",
                  base::reason(std::error_code(errno, std::generic_category()))));
  return false;
}

}  // namespace commonweal::doors
