// SPDX-License-Identifier: Apache-2.0
#include "syntax/settings.h"

#include <string_view>

#include "syntax/entries.h"

namespace commonweal::syntax {
namespace {

/// The fourth of the numbers that a line of settings lists; empty if it lists fewer.
std::string_view fourth_field(std::string_view line) {
  for (int skipped = 0; skipped < 3; ++skipped) {
    const std::size_t comma = line.find(',');
    if (comma == std::string_view::npos) return {};
    line.remove_prefix(comma + 1);
  }
  return line.substr(0, line.find_first_of(",\r"));
}

}  // namespace

Integration integration_of(const base::SourceText& source, base::Diagnostics& diagnostics) {
  constexpr std::string_view marker = "\n15:";
  const std::string_view text = source.text();
  const std::size_t found = text.find(marker, equations_part(text).size());
  if (found == std::string_view::npos) return Integration::euler;
  const std::string_view rest = text.substr(found + marker.size());
  const std::string_view method = fourth_field(rest.substr(0, rest.find('\n')));
  if (method.empty() || method == "0" || method == "2") return Integration::euler;
  if (method == "1" || method == "5") return Integration::runge_kutta;
  const auto start = static_cast<std::uint32_t>(method.data() - text.data());
  diagnostics.error("unknown-integration", source.at({start, static_cast<std::uint32_t>(method.size())}),
                    "the model asks to be integrated by method " + std::string(method),
                    "0 is Euler's method, 5 is RK4; 3 and 4, RK2, are not to be had here");
  return Integration::euler;
}

}  // namespace commonweal::syntax
